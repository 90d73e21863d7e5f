"""matter/<id>.toml: a kind of matter, what is looked at in it, and which clauses each side expects to find."""

from typing import Literal, Self

from pydantic import Field, model_validator

from legalai.config_files import Settings, check_ids_differ
from legalai.schema import Severity
from legalai.triggers import Phrase, Phrases


class Expected(Settings):
    """A clause that a side expects in a kind of matter, and what it means that none was found.

    It is found by `clause_types` or, where the words of a sentence say it, by `phrases`. `default_law`: what the law
    supplies in its place, in general words; None where it supplies nothing. `topic` joins it to positions and rules
    on the same thing, which say it better.
    """

    id: str = Field(pattern=r"^[a-z]+(-[a-z0-9]+)*$")
    what: str
    focus: str
    topic: str | None = None
    clause_types: tuple[str, ...] = ()
    phrases: Phrases = ()
    expected_by: Literal["customer", "supplier", "both"]
    severity: Severity
    why: str
    default_law: str | None = None

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if not self.clause_types and not self.phrases:
            raise ValueError("what is expected must be looked for: give clause_types, phrases, or both")
        return self


class Matter(Settings):
    """A kind of matter. A contract whose title holds one of `titles` is taken for it where nobody says otherwise.

    `shows`: what such a contract shows of the facts that rules turn on: a subscription sells no goods.
    """

    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    title: str
    titles: tuple[Phrase, ...]
    focuses: tuple[str, ...] = Field(min_length=1, description="the costliest first")
    shows: dict[str, bool] = Field(default_factory=dict[str, bool])
    expected: tuple[Expected, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        check_ids_differ(self.expected, "expected clauses")
        return self
