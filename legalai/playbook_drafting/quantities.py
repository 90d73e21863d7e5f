"""What contracts settle and a playbook speaks of: how it is read in one contract, and whom more of it favours."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from legalai.advise.reading import Reading
from legalai.playbook import SideName
from legalai.schema import Citation

Value = int | float | str
# "more" or "less" of a figure; or the choices from the best to the worst; () where no choice is better by itself.
Favours = Literal["more", "less"] | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What one contract has, and the words that say so."""

    value: Value
    citation: Citation


@dataclass(frozen=True, slots=True)
class Quantity:
    """One thing that contracts settle. `unit` counts figures; `words` says what each choice is.

    `many`: a contract can have several values of it at once.
    """

    id: str
    name: str
    read: Callable[[Reading, SideName], tuple[Seen, ...]]
    favours: Mapping[SideName, Favours]
    unit: Literal["hour", "day", "month", "year", "percent"] | None = None
    words: Mapping[str, str] | None = None
    many: bool = False

    def rank(self, value: Value, side: SideName) -> float:
        """How far a value is from what the side would like most; equal where no value is better by itself."""
        favours = self.favours[side]
        if isinstance(favours, tuple):
            return favours.index(str(value)) if favours else 0
        return -float(value) if favours == "more" else float(value)

    def said(self, value: Value) -> str:
        """A value as a reader is told it: "12 months", "18%", "consent not to be unreasonably withheld"."""
        if self.unit is None:
            return (self.words or {}).get(str(value), str(value))
        if self.unit == "percent":
            return f"{value:g}%" if isinstance(value, float) else f"{value}%"
        return f"{value} {self.unit}{'' if value == 1 else 's'}"
