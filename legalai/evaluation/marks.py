"""What a lawyer must, may and must never raise in some contracts: marks made by hand, read from a folder.

A folder holds marks.toml and contracts/<file>; benchmarks/drafting is one, and its README says how marks are made.
"""

import re
from pathlib import Path
from typing import Literal

from pydantic import Field

from legalai.config_files import Settings, read_config
from legalai.errors import ConfigError
from legalai.playbook import SideName


class MarkedSide(Settings):
    """A party of a marked contract: its legal name, and its role in the contract."""

    name: str
    role: str


class MarkedContract(Settings):
    """A contract that was marked, for each of its sides."""

    file: str
    id: str
    title: str
    type: str
    law: str
    customer: MarkedSide
    supplier: MarkedSide
    favours: str
    pattern: str


class Mark(Settings):
    """One thing to raise, or not to: where (`quote`, `also`) or that it is missing, and in which focus."""

    id: str
    contract: str
    side: SideName
    party: str
    focus: str
    or_focus: tuple[str, ...] = ()
    what: str
    quote: str = ""
    also: tuple[str, ...] = ()
    missing: str | None = None
    severity: Literal["high", "medium", "low"] = "medium"
    kind: Literal["reading", "law", "weight"] | None = None
    law: str | None = None
    checked: bool = False

    @property
    def focuses(self) -> frozenset[str]:
        """The focuses a finding may have that meets this mark; the focus on term and renewal is that on the end too."""
        named = {self.focus, *self.or_focus}
        return frozenset(named | ({"renewal"} if "termination" in named else set()))


class Marks(Settings):
    """All marks of a folder."""

    contract: tuple[MarkedContract, ...] = Field(min_length=1)
    must: tuple[Mark, ...] = Field(min_length=1)
    may: tuple[Mark, ...] = ()
    never: tuple[Mark, ...] = ()

    def of(self, starts: tuple[str, ...]) -> "Marks":
        """The marks of the contracts whose id starts so; all of them where no start is given."""
        kept = tuple(each for each in self.contract if not starts or each.id.startswith(starts))
        if not kept:
            raise ConfigError(f"No marked contract has an id that starts with {' or '.join(starts)}.")
        return self.model_copy(update={"contract": kept})


def read_marks(folder: Path) -> Marks:
    """The marks of a folder, whose contracts are all there. Raises: ConfigError."""
    marks = read_config(folder / "marks.toml", Marks)
    for contract in marks.contract:
        if not (folder / "contracts" / contract.file).is_file():
            raise ConfigError(f"{folder / 'marks.toml'}: there is no contracts/{contract.file}.")
    return marks


def places(mark: Mark, text: str) -> list[tuple[int, int]]:
    """Where the quotes of a mark stand in its contract, white space aside, as offsets of the text."""
    return [found.span() for quote in (mark.quote, *mark.also) if quote for found in _pattern(quote).finditer(text)]


def _pattern(quote: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(re.escape(word) for word in quote.split()))
