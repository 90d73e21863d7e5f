"""focus/<id>.toml: a risk focus, the part of a contract that a reviewer looks at together."""

from pydantic import Field

from legalai.config_files import Settings
from legalai.jurisdictions.matter import Expected


class Good(Settings):
    """What good looks like for each side."""

    customer: tuple[str, ...] = Field(min_length=1)
    supplier: tuple[str, ...] = Field(min_length=1)


class Focus(Settings):
    """A risk focus: the clause types a reviewer looks at, the questions asked, and what a good answer is.

    `missing` says what it means that no clause of these types is there: a review tells it of a focus that it looks at
    and that nothing else speaks of. `severity` says how grave a departure is, the measure for wording its effect.
    """

    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    title: str
    clause_types: tuple[str, ...]
    looks_for: tuple[str, ...] = Field(min_length=1)
    good: Good
    missing: str
    severity: str

    def expected(self) -> Expected:
        """Some clause of this focus, as a kind of matter expects its clauses."""
        return Expected(
            id=self.id,
            what=f"any clause on this: {self.title.lower()}",
            focus=self.id,
            clause_types=self.clause_types,
            expected_by="both",
            severity="low",
            why=self.missing,
        )
