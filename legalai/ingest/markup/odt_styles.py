"""What the styles of an OpenDocument text say: which text is strong or hidden, and how lists number.

Source: OpenDocument 1.3 part 3, §16 (styles), §19.880 (display levels); LibreOffice's `loext:num-list-format`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from legalai.ingest.guard import Element
from legalai.ingest.word.numbering import format_number

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LEVEL_MARK = re.compile(r"%(\d{1,2})%")
OUTLINE = "outline"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list style; `pattern` is what it shows, "%1%.%2%" with the counts in their marks."""

    form: str
    pattern: str
    start: int


class OdtStyles:
    """The styles of a document: those it names and those it made for one paragraph."""

    def __init__(self, *roots: Element) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._lists: dict[str, Mapping[int, Level]] = {}
        for root in roots:
            for style in root.iter(f"{STYLE}style"):
                self._styles[style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")] = style
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

    def is_strong(self, family: str, name: str, *, inherited: bool) -> bool:
        """Whether text of a style is bold, underlined or in capitals."""
        weight = self._text_property(family, name, f"{_FO}font-weight")
        line = self._text_property(family, name, f"{STYLE}text-underline-style")
        capitals = self._text_property(family, name, f"{_FO}text-transform")
        if weight is None:
            return inherited or line not in (None, "none") or capitals == "uppercase"
        return weight not in ("normal", "100", "200", "300", "400", "500") or line not in (None, "none")

    def is_hidden(self, family: str, name: str) -> bool:
        """Whether text of a style is not shown."""
        return self._text_property(family, name, f"{TEXT}display") == "none"

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
    form = _FORMS.get(element.get(f"{STYLE}num-format", ""), "none")
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
