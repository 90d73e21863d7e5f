"""focus/<id>.toml: a risk focus, the part of a contract that a reviewer looks at together."""

from pydantic import Field

from legalai.config_files import Settings


class Focus(Settings):
    """A risk focus: the clause types a reviewer looks at and the questions asked."""

    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    title: str
    clause_types: tuple[str, ...]
    looks_for: tuple[str, ...] = Field(min_length=1)
