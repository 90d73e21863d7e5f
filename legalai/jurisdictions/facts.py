"""facts.toml: what a rule of law may turn on and a contract may not show; asked for, or stated as an assumption."""

from typing import Self

from pydantic import Field, model_validator

from legalai.config_files import Settings, check_ids_differ
from legalai.triggers import Phrase

FACT_ID = r"^[a-z][a-z0-9]*([_-][a-z0-9]+)*$"


class SumBound(Settings):
    """A sum from which a fact fails: a rate in money, and the words before a sum that say that it is the one meant.

    `where`: facts without which no sum shows anything, and whether they hold.
    """

    rate: str
    said_of: tuple[Phrase, ...] = Field(min_length=1)
    where: dict[str, bool] = Field(default_factory=dict[str, bool])


class Fact(Settings):
    """A fact about the deal. `assumption` is the sentence a finding carries where the fact is supposed, not known.

    Where a contract holds one of `words`, its kind of matter does not show that the fact fails. `fails_from`: a sum
    from which it does.
    """

    id: str = Field(pattern=FACT_ID)
    question: str = Field(pattern=r"\?$")
    assumption: str = Field(pattern=r"\.$")
    words: tuple[Phrase, ...] = ()
    fails_from: SumBound | None = None


class FactsFile(Settings):
    """What facts.toml holds."""

    facts: tuple[Fact, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        check_ids_differ(self.facts, "facts")
        return self
