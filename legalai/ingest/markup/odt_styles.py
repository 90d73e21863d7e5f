"""What the styles of an OpenDocument text say: which text is strong or hidden, and how lists number.

Source: OpenDocument 1.3 part 3, §16 (styles), §19.880 (display levels); LibreOffice's `loext:num-list-format`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from legalai.ingest.guard import Element
from legalai.ingest.markup.odf import DRAW, FO, STYLE, TEXT
from legalai.ingest.word.number_forms import form_like, format_number
from legalai.ingest.word.visibility import PAGE, Unseen, on_ground

_LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_FORMS = {"1": "decimal", "a": "lowerAlpha", "A": "upperAlpha", "i": "lowerRoman", "I": "upperRoman"}
# Letters that are doubled after z.
_DOUBLED = {"lowerAlpha": "lowerLetter", "upperAlpha": "upperLetter"}
_LEVEL_MARK = re.compile(r"%(\d{1,2})%")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_LENGTH = re.compile(r"(\d{1,4}(?:\.\d{1,6})?)(pt|in|cm|mm|pc|px)")
_SCALE = re.compile(r"\d{1,3}%")
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "pc": 12.0, "px": 0.75}
_TINY_POINTS = 2.0
_NARROW_PERCENT = 10
OUTLINE = "outline"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list style; `pattern` is what it shows, "%1%.%2%" with the counts in their marks."""

    form: str
    pattern: str
    start: int


@dataclass(frozen=True, slots=True)
class Look:
    """How text is set. Colours are six hexadecimal digits: `colour` empty where it follows the ground, `ground` None
    where nobody knows; `points` is the size, `scale` the width as a percentage."""

    strong: bool = False
    hidden: bool = False
    colour: str = ""
    ground: str | None = PAGE
    points: float = 12.0
    scale: str = "100%"
    raised: bool = False

    @property
    def unseen(self) -> Unseen | None:
        """What hides text that is set so."""
        if self.hidden:
            return Unseen("marked_hidden", "marked as hidden text")
        if self.points < _TINY_POINTS:
            return Unseen("tiny", f"set in a size of {self.points:g} pt")
        if _SCALE.fullmatch(self.scale) and int(self.scale[:-1]) < _NARROW_PERCENT:
            return Unseen("tiny", f"letters narrowed to {self.scale[:-1]} %")
        return on_ground(self.colour, self.ground) if self.colour and self.ground else None


class OdtStyles:
    """The styles of a document: those it names and those it made for one paragraph."""

    def __init__(self, *roots: Element) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._lists: dict[str, Mapping[int, Level]] = {}
        self._pages: list[Element] = []
        for root in roots:
            for style in root.iter(f"{STYLE}style"):
                self._styles[style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")] = style
            self._pages.extend(root.iter(f"{STYLE}page-layout-properties"))
            for style in root.iter(f"{TEXT}list-style"):
                self._lists[style.get(f"{STYLE}name", "")] = _levels(style)
            for style in root.iter(f"{TEXT}outline-style"):
                self._lists[OUTLINE] = _levels(style)

    def levels(self, name: str) -> Mapping[int, Level]:
        """The levels of a list style, by depth from 1; none for a name that is not there."""
        return self._lists.get(name, {})

    def outline(self, paragraph: str) -> int | None:
        """The heading level, from 0, of a paragraph style; 0 for a title, None for body text."""
        for style in self._chain("paragraph", paragraph):
            if style.get(f"{STYLE}name") == "Title":
                return 0
            level = style.get(f"{STYLE}default-outline-level", "")
            if level.isdigit() and len(level) < 3:
                return int(level) - 1
        return None

    def look(self, family: str, name: str, outer: Look) -> Look:
        """How text of a style is set, within text that is set in another way."""
        colour, ground = self._colour(family, name), self._text_property(family, name, f"{FO}background-color")
        size = _points(self._text_property(family, name, f"{FO}font-size"))
        scale = self._text_property(family, name, f"{STYLE}text-scale")
        return Look(
            strong=self._is_strong(family, name, inherited=outer.strong),
            hidden=outer.hidden or self._text_property(family, name, f"{TEXT}display") == "none",
            colour=outer.colour if colour is None else colour,
            ground=_hex(ground) or outer.ground,
            points=outer.points if size is None else size,
            scale=outer.scale if scale is None else scale,
            raised=(self._text_property(family, name, f"{STYLE}text-position") or "").startswith("super"),
        )

    def shade(self, family: str, name: str) -> str | None:
        """The colour behind a paragraph, cell, row or table of a style; None where what is behind it shows."""
        for style in self._chain(family, name):
            for properties in style:
                if properties.tag == f"{STYLE}{family}-properties" and properties.get(f"{FO}background-color"):
                    return _hex(properties.get(f"{FO}background-color"))
        return None

    @property
    def page(self) -> str | None:
        """The ground of the pages; None where they have several or a picture."""
        grounds = {_hex(each.get(f"{FO}background-color")) or PAGE for each in self._pages}
        pictures = any(each.get(f"{DRAW}fill") not in (None, "none", "solid") for each in self._pages)
        return None if len(grounds) > 1 or pictures else next(iter(grounds), PAGE)

    def _is_strong(self, family: str, name: str, *, inherited: bool) -> bool:
        weight = self._text_property(family, name, f"{FO}font-weight")
        line = self._text_property(family, name, f"{STYLE}text-underline-style")
        capitals = self._text_property(family, name, f"{FO}text-transform")
        if weight is None:
            return inherited or line not in (None, "none") or capitals == "uppercase"
        return weight not in ("normal", "100", "200", "300", "400", "500") or line not in (None, "none")

    def _colour(self, family: str, name: str) -> str | None:
        """The colour that a style gives letters, "" where it leaves it to the ground; None where it says nothing."""
        for style in self._chain(family, name):
            properties = style.find(f"{STYLE}text-properties")
            if properties is None:
                continue
            if properties.get(f"{STYLE}use-window-font-color") == "true":
                return ""
            if properties.get(f"{FO}color") is not None:
                return _hex(properties.get(f"{FO}color")) or ""
        return None

    def _text_property(self, family: str, name: str, attribute: str) -> str | None:
        for style in self._chain(family, name):
            properties = style.find(f"{STYLE}text-properties")
            if properties is not None and properties.get(attribute) is not None:
                return properties.get(attribute)
        return None

    def _chain(self, family: str, name: str) -> list[Element]:
        found: list[Element] = []
        while (style := self._styles.get((family, name))) is not None and style not in found:
            found.append(style)
            name = style.get(f"{STYLE}parent-style-name", "")
        return found


def is_not_displayed(element: Element) -> bool:
    """Whether a section is hidden, or a field hides the paragraph it stands in."""
    return element.get(f"{TEXT}display") == "none" or element.get(f"{TEXT}is-hidden") == "true"


def words_of(element: Element) -> str:
    """All words of an element, whether shown or not."""
    return " ".join("".join(element.itertext()).split())


def _hex(value: str | None) -> str | None:
    return value[1:].upper() if value and _COLOUR.fullmatch(value) else None


def _points(value: str | None) -> float | None:
    """A length in points; None for one that is a share of another."""
    match = _LENGTH.fullmatch(value or "")
    return float(match[1]) * _UNITS[match[2]] if match else None


def render(levels: Mapping[int, Level], depth: int, counts: Mapping[int, int]) -> str:
    """What a list shows before an item at a depth, from 1: its pattern with the counts filled in."""

    def filled(mark: re.Match[str]) -> str:
        other = int(mark[1])
        level = levels.get(other)
        return format_number(counts.get(other, level.start if level else 1), level.form if level else "decimal")

    return _LEVEL_MARK.sub(filled, levels[depth].pattern)


def _levels(style: Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in style:
        value = element.get(f"{TEXT}level", "")
        if not value.isdigit() or len(value) > 2:
            continue
        if element.tag in (f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style"):
            levels[int(value)] = _numbered(element, int(value), levels)
        elif element.tag in (f"{TEXT}list-level-style-bullet", f"{TEXT}list-level-style-image"):
            levels[int(value)] = Level("bullet", "", 1)
    return levels


def _numbered(element: Element, depth: int, above: Mapping[int, Level]) -> Level:
    told = element.get(f"{STYLE}num-format", "")
    form = _FORMS.get(told) or form_like(told) or ("none" if not told.strip() else "decimal")
    if element.get(f"{STYLE}num-letter-sync") == "true":
        form = _DOUBLED.get(form, form)
    start = element.get(f"{TEXT}start-value", "")
    pattern = element.get(f"{_LOEXT}num-list-format")
    if pattern is None:
        shown = element.get(f"{TEXT}display-levels", "")
        first = max(depth - (int(shown) if shown.isdigit() else 1) + 1, 1)
        marks = [f"%{level}%" for level in range(first, depth) if level in above and above[level].form != "none"]
        inner = ".".join([*marks, f"%{depth}%"])
        pattern = f"{element.get(f'{STYLE}num-prefix', '')}{inner}{element.get(f'{STYLE}num-suffix', '')}"
    if form == "none" and f"%{depth}%" in pattern:
        pattern = "" if not _LEVEL_MARK.sub("", pattern).strip(".() ") else pattern
    return Level(form, pattern, int(start) if start.isdigit() and len(start) < 7 else 1)
