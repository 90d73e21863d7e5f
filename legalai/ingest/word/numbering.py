"""The numbers a word processor renders before paragraphs: w:numPr resolved as Word shows it.

Source: ISO/IEC 29500-1 §17.9 (numbering), §17.3.1.19 (numPr), §17.9.10 (lvlRestart), §17.9.4 (isLgl).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from legalai.ingest.clause_numbers import Label, Reading, read_label
from legalai.ingest.guard import Element
from legalai.ingest.word.number_forms import format_number
from legalai.ingest.word.opc import MC, W

_BULLET = "•"
_LEVELS = 9
# Legal style makes decimals of all other forms, and leaves the nought in "Section 1.01", which Word offers itself.
_DECIMAL = frozenset({"decimal", "decimalZero"})


def value_of(element: Element, *path: str) -> str | None:
    """The w:val of the descendant at a path of w: names; "" where it has none, None where it is absent."""
    for name in path:
        element = element.find(f"{W}{name}")
        if element is None:
            return None
    return element.get(f"{W}val", "")


def is_on(element: Element, *path: str) -> bool:
    """Whether an on/off property at a path is there and not switched off."""
    return value_of(element, *path) not in (None, "0", "false", "off", "none")


def int_of(element: Element, *path: str) -> int | None:
    """The whole number at a path; None where there is none."""
    value = value_of(element, *path)
    return int(value) if value and value.lstrip("-").isdigit() and len(value) < 10 else None


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `restart`: the level (from 1) whose use restarts it, 0 never, None any level above."""

    text: str
    form: str
    start: int
    restart: int | None
    legal: bool
    style: str | None
    hidden: bool


@dataclass(frozen=True, slots=True)
class _List:
    """A w:num: its shared counters' key, its levels, and the levels it starts anew with their start."""

    key: str
    levels: Mapping[int, Level]
    overrides: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Numbered:
    """What Word shows before a paragraph: `text`, and the clause number in it; None for a bullet."""

    text: str
    label: Label | None


class Numbering:
    """The lists of a document and how far each has been counted; asked for paragraphs in document order."""

    def __init__(self, numbering: Element | None, styles: "Styles") -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._nums: dict[str, Element] = {}
        if numbering is not None:
            self._abstract = {a.get(f"{W}abstractNumId", ""): a for a in numbering.findall(f"{W}abstractNum")}
            self._nums = {n.get(f"{W}numId", ""): n for n in numbering.findall(f"{W}num")}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def number(self, paragraph: Element) -> Numbered | None:
        """Count a paragraph and render its number; None where Word shows none."""
        place = self._place(paragraph)
        if place is None:
            return None
        listed, depth = place
        level = listed.levels.get(depth)
        if level is None:
            return None
        counts = self._count(listed, depth)
        if level.hidden:
            return None
        if level.form == "bullet":
            return Numbered(f"{_BULLET} ", None)
        shown = _render(listed, level, counts)
        if not shown.strip():
            return None
        # One space whatever w:suff says: a number glued to the words would be no number to any reader of the text.
        text = f"{shown.rstrip()} "
        return Numbered(text, _label(text, listed, level, depth, counts))

    def _place(self, paragraph: Element) -> tuple[_List, int] | None:
        """The list and level of a paragraph: its own w:numPr first, its style's for what that leaves open."""
        properties = paragraph.find(f"{W}pPr")
        style = self._styles.paragraph_style(paragraph)
        own_num = value_of(properties, "numPr", "numId") if properties is not None else None
        own_level = int_of(properties, "numPr", "ilvl") if properties is not None else None
        style_num, style_level, owner = self._styles.numbering(style)
        num = own_num if own_num is not None else style_num
        if num is None or num == "0":
            return None
        listed = self._list(num)
        if listed is None:
            return None
        if own_level is not None:
            return listed, own_level
        linked = {level.style: depth for depth, level in listed.levels.items() if level.style}
        for name in (style, owner):
            if name in linked:
                return listed, linked[name]
        return listed, (style_level or 0) if own_num is None else 0

    def _list(self, num: str) -> _List | None:
        if num not in self._lists:
            self._lists[num] = self._resolve(num, set())
        return self._lists[num]

    def _resolve(self, num: str, seen: set[str]) -> _List | None:
        element = self._nums.get(num)
        abstract = self._abstract.get(value_of(element, "abstractNumId") or "") if element is not None else None
        if element is None or abstract is None or num in seen:
            return None
        link = value_of(abstract, "numStyleLink")
        linked = self._styles.numbering(link)[0] if link else None
        base = self._resolve(linked, seen | {num}) if linked else None
        levels = dict(base.levels) if base else {}
        levels |= {depth: _level(e) for e in abstract.findall(f"{W}lvl") if (depth := _depth(e)) is not None}
        overrides: dict[int, int] = {}
        for override in element.findall(f"{W}lvlOverride"):
            depth = _depth(override)
            if depth is None:
                continue
            own = override.find(f"{W}lvl")
            if own is not None:
                levels[depth] = _level(own)
            start = int_of(override, "startOverride")
            if start is not None:
                overrides[depth] = start
        key = base.key if base else abstract.get(f"{W}abstractNumId", "")
        return _List(key, levels, overrides) if levels else None

    def _count(self, listed: _List, depth: int) -> dict[int, int]:
        counts = self._counts.setdefault(listed.key, {})
        identity = f"{listed.key}/{id(listed)}"
        if listed.overrides and identity not in self._begun:
            self._begun.add(identity)
            for level, start in listed.overrides.items():
                counts[level] = start - 1
        start = listed.levels[depth].start
        counts[depth] = counts.get(depth, start - 1) + 1
        for below in range(depth + 1, _LEVELS):
            restart = listed.levels[below].restart if below in listed.levels else None
            if restart is None or depth < restart:
                counts.pop(below, None)
        return counts


class Styles:
    """The styles of a document, and what they say of numbering and headings."""

    def __init__(self, styles: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default: str | None = None
        for style in styles.findall(f"{W}style") if styles is not None else ():
            name = style.get(f"{W}styleId", "")
            self._styles[name] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on"):
                self._default = name

    def paragraph_style(self, paragraph: Element) -> str | None:
        """The id of a paragraph's style, the default one where it names none."""
        named = value_of(paragraph, "pPr", "pStyle")
        return named if named and named in self._styles else self._default

    def chain(self, style: str | None) -> list[tuple[str, Element]]:
        """A style and those it is based on, nearest first."""
        found: list[tuple[str, Element]] = []
        while style and style in self._styles and all(style != name for name, _ in found):
            found.append((style, self._styles[style]))
            style = value_of(self._styles[style], "basedOn")
        return found

    def numbering(self, style: str | None) -> tuple[str | None, int | None, str | None]:
        """The w:numId and w:ilvl that a style gives, and the style of the chain that gives the w:numId."""
        level: int | None = None
        for name, element in self.chain(style):
            if level is None:
                level = int_of(element, "pPr", "numPr", "ilvl")
            num = value_of(element, "pPr", "numPr", "numId")
            if num is not None:
                return num, level, name
        return None, None, None

    def outline(self, style: str | None) -> int | None:
        """The outline level of a style, from 0; 0 for a title, None for body text."""
        for _, element in self.chain(style):
            name = (value_of(element, "name") or "").lower()
            level = int_of(element, "pPr", "outlineLvl")
            if level is not None:
                return level if level < _LEVELS else None
            if name.startswith("heading ") and name[8:].isdigit():
                return int(name[8:]) - 1
            if name == "title":
                return 0
        return None

    def run_property(self, style: str | None, name: str) -> bool:
        """Whether a style switches on a run property (b, caps)."""
        for _, element in self.chain(style):
            if value_of(element, "rPr", name) is not None:
                return is_on(element, "rPr", name)
        return False


def _depth(element: Element) -> int | None:
    value = element.get(f"{W}ilvl", "")
    return int(value) if value.isdigit() and int(value) < _LEVELS else None


def _level(element: Element) -> Level:
    start = int_of(element, "start")
    return Level(
        text=value_of(element, "lvlText") or "",
        form=_form(element),
        start=1 if start is None else start,
        restart=int_of(element, "lvlRestart"),
        legal=is_on(element, "isLgl"),
        style=value_of(element, "pStyle"),
        hidden=is_on(element, "rPr", "vanish"),
    )


def _form(element: Element) -> str:
    """The form of a level; one of Word 2010 stands beside one for older programs, and says its own by a sample."""
    chosen = element.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    own = element.find(f"{W}numFmt") if chosen is None else chosen
    form = own.get(f"{W}val", "") if own is not None else ""
    return (own.get(f"{W}format", "") if own is not None and form == "custom" else form) or "decimal"


def _render(listed: _List, level: Level, counts: Mapping[int, int]) -> str:
    """The level's text with its %1 ... %9 filled in; a level above that was never used shows its start."""
    shown = level.text
    for depth in range(_LEVELS):
        mark = f"%{depth + 1}"
        if mark not in shown:
            continue
        other = listed.levels.get(depth)
        form = other.form if other is not None else "decimal"
        if level.legal and form not in _DECIMAL:
            form = "decimal"
        count = counts.get(depth, other.start if other else 1)
        shown = shown.replace(mark, format_number(count, form))
    return shown


def _label(text: str, listed: _List, level: Level, depth: int, counts: Mapping[int, int]) -> Label:
    place = (listed.key, depth)
    read = read_label(text)
    if read is None:
        # "First", "Step 2:", "Schedule 1": cited as shown.
        shown = text.strip()
        cited = shown.rstrip(".:")
        readings = (Reading(f"list {listed.key} {depth}", counts[depth]),)
        return Label(shown=shown, cited=cited, length=len(text), readings=readings, absolute=True, place=place)
    roman = level.form.endswith("Roman") and not level.legal
    fitting = (
        tuple(r for r in read.readings if ("i" in r.form.lower()) == roman) if len(read.readings) > 1 else read.readings
    )
    return replace(read, length=len(text), readings=fitting or read.readings, weak=False, place=place)
