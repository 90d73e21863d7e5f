"""The pictures of rich text, as their groups are gone through: hexadecimal digits, and the size they are shown in.

Source: Rich Text Format (RTF) Specification 1.9.1, "Pictures".
"""

from dataclasses import dataclass, field

from legalai.ingest.ocr.inset_pictures import Placed

_SIZES = frozenset({"picwgoal", "pichgoal", "picscalex", "picscaley"})
_TWIPS_PER_CENTIMETRE = 567.0
_HUNDRED = 100
# Nobody says how large it is: it may fill the page.
_UNKNOWN_AREA = 600.0


@dataclass
class Pictures:
    """Those met so far; `take` closes the one that is open and tells its number."""

    met: list[Placed] = field(default_factory=list[Placed])
    _digits: list[str] = field(default_factory=list[str])
    _sizes: dict[str, int] = field(default_factory=dict[str, int])

    def word(self, word: str, value: int | None) -> None:
        """A control word of the open picture."""
        if word in _SIZES and value is not None:
            self._sizes[word] = value

    def text(self, digits: str) -> None:
        """Some digits of the open picture."""
        self._digits.append(digits)

    def take(self) -> int:
        """The open picture is at its end."""
        try:
            data = bytes.fromhex("".join(self._digits)) or None
        except ValueError:
            data = None
        self.met.append(Placed(data, self._area()))
        self._digits, self._sizes = [], {}
        return len(self.met) - 1

    def _area(self) -> float:
        sides = [self._sizes.get(each, 0) for each in ("picwgoal", "pichgoal")]
        if min(sides) <= 0:
            return _UNKNOWN_AREA
        scales = [self._sizes.get(each, _HUNDRED) / _HUNDRED for each in ("picscalex", "picscaley")]
        return sides[0] * scales[0] * sides[1] * scales[1] / _TWIPS_PER_CENTIMETRE**2
