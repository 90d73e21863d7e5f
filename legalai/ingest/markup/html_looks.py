"""How the words of a web page are set, as far as it decides whether a reader sees them.

Source: CSS Color 4 (colours), CSS 2.2 §14 (backgrounds) and §15.7 (font sizes).
"""

import re
from dataclasses import dataclass, replace

from legalai.ingest.guard import Element
from legalai.ingest.word.visibility import PAGE, Unseen, on_ground

_PROPERTY = re.compile(
    r"(?:^|;)(color|background-color|background|font-size|opacity|text-indent|margin-left|left|top):([^;]{1,200})"
)
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})")
_RGB = re.compile(r"rgba?\((\d{1,3})[ ,]{1,3}(\d{1,3})[ ,]{1,3}(\d{1,3})(?:[ ,/]{1,3}([\d.]{1,6})%?)?\)")
_LENGTH = re.compile(r"(-?\d{0,6}\.?\d{1,6})(px|pt|em|rem|in|cm|mm|%)?")
_PIXELS = {"px": 1.0, "pt": 4 / 3, "in": 96.0, "cm": 37.8, "mm": 3.78, "rem": 16.0}
_NAMES = {
    "white": "FFFFFF", "black": "000000", "red": "FF0000", "green": "008000", "blue": "0000FF", "yellow": "FFFF00",
    "gray": "808080", "grey": "808080", "silver": "C0C0C0", "navy": "000080", "maroon": "800000", "snow": "FFFAFA",
    "ivory": "FFFFF0", "whitesmoke": "F5F5F5", "ghostwhite": "F8F8FF", "floralwhite": "FFFAF0",
}  # fmt: skip
_TINY_PIXELS = 2.67
_OFF_PIXELS = -1_500.0


@dataclass(frozen=True, slots=True)
class Look:
    """How words are set; colours are six hexadecimal digits.

    `colour` is empty where it is not known, `ground` None where it is not; `around` is what hides all that is inside.
    """

    colour: str = ""
    ground: str | None = PAGE
    pixels: float = 16.0
    around: Unseen | None = None

    @property
    def unseen(self) -> Unseen | None:
        """What hides words that are set so."""
        if self.around is not None:
            return self.around
        if self.pixels < _TINY_PIXELS:
            return Unseen("tiny", f"set in a size of {self.pixels:g} px")
        return on_ground(self.colour, self.ground) if self.colour and self.ground else None


def look_of(element: Element, style: str, outer: Look) -> Look:
    """How an element sets its words, in one that sets them another way; `style` is what its style sheet says."""
    said = {match[1]: match[2].replace("!important", "").strip() for match in _PROPERTY.finditer(style)}
    if element.tag == "a" and element.get("href"):
        outer = replace(outer, colour="")
    colour = said.get("color") or element.get("color" if element.tag == "font" else "text")
    ground = said.get("background-color") or said.get("background") or element.get("bgcolor")
    ground = "url" if element.get("background") else ground
    around = outer.around or _around(said)
    if colour and _is_clear(colour.lower()):
        around = around or Unseen("same_colour", "set without any colour")
    return Look(
        colour=outer.colour if not colour or colour == "inherit" else _colour(colour.lower()) or "",
        ground=_behind(ground.lower(), outer.ground) if ground else outer.ground,
        pixels=_size(said.get("font-size"), outer.pixels),
        around=around,
    )


def _around(said: dict[str, str]) -> Unseen | None:
    opacity = _LENGTH.fullmatch(said.get("opacity", ""))
    if opacity and float(opacity[1]) <= 0.05 and not opacity[2]:
        return Unseen("same_colour", "set to be seen through")
    for name in ("text-indent", "margin-left", "left", "top"):
        if _size(said.get(name), 0.0) < _OFF_PIXELS:
            return Unseen("off_page", "placed beyond the edge of the page")
    return None


def _size(value: str | None, outer: float) -> float:
    """A length in pixels, or what it was outside where nobody says."""
    match = _LENGTH.fullmatch(value or "")
    if match is None:
        return outer
    number, unit = float(match[1]), match[2]
    if unit in ("em", "%"):
        return (outer or 16.0) * number / (100 if unit == "%" else 1)
    return number * _PIXELS.get(unit or "px", 1.0)


def _behind(value: str, outer: str | None) -> str | None:
    """The ground that a background makes: what was there where it is clear, None where it cannot be told."""
    if "url" in value or "gradient" in value or "var(" in value:
        return None
    if value in ("none", "inherit", "initial", "unset") or _is_clear(value):
        return outer
    return next((found for part in re.split(r" (?![^(]*\))", value) if (found := _colour(part))), None)


def _is_clear(value: str) -> bool:
    match = _RGB.fullmatch(value)
    return value == "transparent" or (match is not None and match[4] is not None and float(match[4] or 1) == 0)


def _colour(value: str) -> str | None:
    if match := _HEX.fullmatch(value):
        digits = match[1] if len(match[1]) == 6 else "".join(each * 2 for each in match[1])
        return digits.upper()
    if match := _RGB.fullmatch(value):
        return None if match[4] else "".join(f"{min(int(part), 255):02X}" for part in match.groups()[:3])
    return _NAMES.get(value)
