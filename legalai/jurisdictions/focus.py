"""focus/<id>.toml: a risk focus, the part of a contract that a reviewer looks at together."""

from pydantic import Field

from legalai.config_files import Settings
from legalai.jurisdictions.matter import Expected
from legalai.triggers import Phrase


class Good(Settings):
    """What good looks like for each side."""

    customer: tuple[str, ...] = Field(min_length=1)
    supplier: tuple[str, ...] = Field(min_length=1)


class Focus(Settings):
    """A risk focus: the clause types a reviewer looks at, the questions asked, and what a good answer is.

    `phrases` are words of contracts that speak of it, whether or not a clause of these types was found.

    `missing` says what it means that a contract does not speak of it: a review tells it of a focus that it looks at
    and that nothing else speaks of. `severity` says how grave a departure is, the measure for wording its effect.
    """

    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    title: str
    clause_types: tuple[str, ...]
    phrases: tuple[Phrase, ...] = Field(min_length=1)
    looks_for: tuple[str, ...] = Field(min_length=1)
    good: Good
    missing: str
    severity: str

    def expected(self) -> Expected:
        """Some clause of this focus, as a kind of matter expects its clauses."""
        return Expected(
            id=self.id,
            what=f"anything on {self.title.lower()}",
            focus=self.id,
            clause_types=self.clause_types,
            phrases=self.phrases,
            expected_by="both",
            severity="low",
            why=self.missing,
        )
