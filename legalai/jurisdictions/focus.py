"""focus/<id>.toml: a risk focus, the part of a contract that a reviewer looks at together."""

from pydantic import Field

from legalai.config_files import Settings


class Good(Settings):
    """What good looks like for each side."""

    customer: tuple[str, ...] = Field(min_length=1)
    supplier: tuple[str, ...] = Field(min_length=1)


class Focus(Settings):
    """A risk focus: the clause types a reviewer looks at, the questions asked, and what a good answer is.

    `missing` says what it means that no clause of these types is there, `severity` how grave a departure is.
    """

    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    title: str
    clause_types: tuple[str, ...]
    looks_for: tuple[str, ...] = Field(min_length=1)
    good: Good
    missing: str
    severity: str
