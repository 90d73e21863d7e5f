"""How characters of rich text are set, and who changed them: colours, sizes, authors and dates by the file's tables.

Source: Rich Text Format (RTF) Specification 1.9.1, "Color Table", "Track Changes", "Character Properties".
"""

from collections import Counter
from dataclasses import dataclass, field

from legalai.ingest.markup.marks import Change
from legalai.ingest.word.visibility import PAGE, Unseen, on_ground

_TINY_HALF_POINTS = 4
_NARROW_PERCENT = 10

ON_OFF = {
    "b": "bold", "ul": "underlined", "uld": "underlined", "uldb": "underlined", "ulw": "underlined",
    "caps": "capitals", "v": "hidden", "deleted": "deleted", "revised": "revised", "mvf": "moved_from",
    "mvt": "moved_to", "super": "raised",
}  # fmt: skip
VALUES = {
    "fs": "size", "charscalex": "scale", "cf": "colour", "cb": "ground", "chcbpat": "ground", "highlight": "ground",
    "revauth": "author", "revdttm": "date", "mvauth": "author", "mvdate": "date", "revauthdel": "deleted_by",
    "revdttmdel": "deleted_on", "chshdng": "pattern",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """How characters are set; colours and authors are places in their tables, dates as the format packs them."""

    bold: bool = False
    underlined: bool = False
    capitals: bool = False
    hidden: bool = False
    deleted: bool = False
    revised: bool = False
    moved_from: bool = False
    moved_to: bool = False
    raised: bool = False
    size: int = 24
    scale: int = 100
    colour: int = 0
    ground: int = 0
    pattern: int = 0
    author: int = 0
    date: int = 0
    deleted_by: int = 0
    deleted_on: int = 0

    @property
    def is_strong(self) -> bool:
        """Whether they are bold, underlined or in capitals."""
        return self.bold or self.underlined or self.capitals


@dataclass
class Tables:
    """The colours and authors of a file."""

    colours: list[str | None] = field(default_factory=list[str | None])
    authors: list[str] = field(default_factory=list[str])
    mixed: Counter[str] = field(default_factory=Counter[str])

    def mix(self, part: str, value: int | None) -> None:
        """A part of the next colour: red, green or blue, 0 to 255."""
        if part in ("red", "green", "blue"):
            self.mixed[part] = min(max(value or 0, 0), 255)

    def end_colours(self, text: str) -> None:
        """Each semicolon ends a colour; one without parts is the reader's own."""
        for _ in range(text.count(";")):
            parts = (self.mixed["red"], self.mixed["green"], self.mixed["blue"])
            self.colours.append("".join(f"{part:02X}" for part in parts) if self.mixed else None)
            self.mixed = Counter()

    def changes(self, look: Look) -> tuple[Change, ...]:
        """The open changes that characters are part of, the last one first."""
        found: list[Change] = []
        if look.deleted:
            found.append(Change("deletion", self._author(look.deleted_by), _date(look.deleted_on)))
        by, on = self._author(look.author), _date(look.date)
        if look.moved_from:
            found.append(Change("move_from", by, on))
        if look.moved_to:
            found.append(Change("move_to", by, on))
        elif look.revised:
            found.append(Change("insertion", by, on))
        return tuple(found)

    def unseen(self, look: Look, shading: int | None) -> Unseen | None:
        """What hides characters; `shading` is the colour behind their paragraph, None where nobody knows."""
        if look.hidden:
            return Unseen("marked_hidden", "marked as hidden text")
        if 0 < look.size < _TINY_HALF_POINTS:
            return Unseen("tiny", f"set in a size of {look.size / 2:g} pt")
        if 0 < look.scale < _NARROW_PERCENT:
            return Unseen("tiny", f"letters narrowed to {look.scale} %")
        behind = look.ground or shading
        colour = self._colour(look.colour)
        if colour is None or behind is None or look.pattern:
            return None
        return on_ground(colour, self._colour(behind) or PAGE)

    def _colour(self, place: int) -> str | None:
        return self.colours[place] if 0 <= place < len(self.colours) else None

    def _author(self, place: int) -> str:
        name = self.authors[place].strip() if 0 <= place < len(self.authors) else ""
        return "" if name == "Unknown" else name


def _date(packed: int) -> str:
    """A date of a change, in local time: minute, hour, day, month, year since 1900, in 6, 5, 5, 4 and 9 bits."""
    packed &= 0xFFFFFFFF
    minute, hour, day, month = packed & 63, packed >> 6 & 31, packed >> 11 & 31, packed >> 16 & 15
    if not 1 <= month <= 12 or not day or hour > 23 or minute > 59:
        return ""
    return f"{1900 + (packed >> 20 & 511)}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:00"
