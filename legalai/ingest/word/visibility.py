"""Whether a reader of a Word file is shown the words of a run: hidden, in the colour of its ground, tiny, off the page.

Source: ISO/IEC 29500-1 §17.3.2 (run properties), §17.7.2 (style hierarchy), §17.7.3 (toggle properties).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from legalai.ingest.guard import Element
from legalai.ingest.word.drawing_names import W14, WP, WPS, A, V
from legalai.ingest.word.numbering import Styles, int_of, is_on, value_of
from legalai.ingest.word.opc import W
from legalai.schema import HiddenKind

PAGE = "FFFFFF"
"""The ground of a page of which nothing else is said."""
_UNKNOWN = "unknown"
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
# A contrast (WCAG 2.2, 1 to 21) below this is none: #F4F4F4 on white.
_NO_CONTRAST = 1.1
_TINY_HALF_POINTS = 4
_TINY_LINE_TWIPS = 40
_NARROW_PERCENT = 10
# Farther than any sheet that is printed: twentieths of a point for paragraphs, English Metric Units for drawings.
_OFF_LEFT_TWIPS, _OFF_RIGHT_TWIPS = -4_000, 24_000
_OFF_LEFT_EMU, _OFF_RIGHT_EMU = -1_900_000, 18_000_000
_TINY_EMU = 25_400


@dataclass(frozen=True, slots=True)
class Unseen:
    """What keeps words from a reader, and how, in a few words."""

    kind: HiddenKind
    why: str


class Visibility:
    """Decides for the runs of one document. `page_colour` is the ground the pages are printed on, in hexadecimal."""

    def __init__(self, styles: Styles, defaults: Element | None = None, page_colour: str = PAGE) -> None:
        self._styles = styles
        self._defaults = defaults
        self._page_colour = page_colour
        self._grounds: dict[Element, str] = {}
        self._surroundings: dict[Element, Unseen | None] = {}

    def unseen(self, run: Element, paragraph: Element) -> Unseen | None:
        """What hides a run of a paragraph; None where a reader sees it."""
        own = run.find(f"{W}rPr")
        levels = [own] if own is not None else []
        named = value_of(own, "rStyle") if own is not None else None
        by_run = [style for _, style in self._styles.chain(named)]
        by_paragraph = [style for _, style in self._styles.chain(self._styles.paragraph_style(paragraph))]
        levels += [
            properties for style in (*by_run, *by_paragraph) if (properties := style.find(f"{W}rPr")) is not None
        ]
        levels += [self._defaults] if self._defaults is not None else []
        if self._vanishes(own, by_run, by_paragraph):
            return Unseen("marked_hidden", "marked as hidden text")
        return self._small(levels) or self._around(paragraph) or self._colourless(levels, paragraph)

    def hides(self, drawn: Element) -> bool:
        """Whether what is drawn is hidden by the drawing it is part of."""
        return any(_box(around) is not None for around in drawn.iterancestors())

    def _vanishes(self, own: Element | None, by_run: list[Element], by_paragraph: list[Element]) -> bool:
        if own is not None and value_of(own, "vanish") is not None:
            return is_on(own, "vanish")
        styled = [
            next((is_on(each, "rPr", "vanish") for each in chain if value_of(each, "rPr", "vanish") is not None), False)
            for chain in (by_run, by_paragraph)
        ]
        # A toggle property: hidden by both styles is shown (§17.7.3).
        return styled[0] != styled[1] or (self._defaults is not None and is_on(self._defaults, "vanish"))

    def _small(self, levels: list[Element]) -> Unseen | None:
        size = next((value for each in levels if (value := int_of(each, "sz")) is not None), None)
        if size is not None and size < _TINY_HALF_POINTS:
            return Unseen("tiny", f"set in a size of {size / 2:g} pt")
        width = next((value for each in levels if (value := int_of(each, "w")) is not None), None)
        if width is not None and 0 <= width < _NARROW_PERCENT:
            return Unseen("tiny", f"letters narrowed to {width} %")
        return None

    def _around(self, paragraph: Element) -> Unseen | None:
        """What hides a paragraph as a whole: its line height or place, or those of the box it is in."""
        if paragraph not in self._surroundings:
            self._surroundings[paragraph] = self._placed(paragraph) or next(
                (found for box in paragraph.iterancestors() if (found := _box(box)) is not None), None
            )
        return self._surroundings[paragraph]

    def _placed(self, paragraph: Element) -> Unseen | None:
        chain = [style for _, style in self._styles.chain(self._styles.paragraph_style(paragraph))]
        properties = [found for each in (paragraph, *chain) if (found := each.find(f"{W}pPr")) is not None]
        spacing = next((each.find(f"{W}spacing") for each in properties if each.find(f"{W}spacing") is not None), None)
        if spacing is not None and spacing.get(f"{W}lineRule") == "exact":
            line = _number(spacing.get(f"{W}line"))
            if line is not None and line < _TINY_LINE_TWIPS:
                return Unseen("tiny", f"cut to a line height of {line / 20:g} pt")
        for name, attributes in (("ind", ("left", "start", "firstLine")), ("framePr", ("x", "y"))):
            element = next(
                (each.find(f"{W}{name}") for each in properties if each.find(f"{W}{name}") is not None), None
            )
            places = [_number(element.get(f"{W}{each}")) for each in attributes] if element is not None else []
            if any(place is not None and not _OFF_LEFT_TWIPS <= place <= _OFF_RIGHT_TWIPS for place in places):
                return Unseen("off_page", "placed beyond the edge of the page")
        return None

    def _colourless(self, levels: list[Element], paragraph: Element) -> Unseen | None:
        colour = next((found for each in levels if (found := _colour(each)) is not None), None)
        if colour == "":
            return Unseen("same_colour", "set without any colour")
        if colour is None or colour == "auto":
            return None
        ground = next((found for each in levels if (found := _shading(each)) is not None), None)
        if ground is None:
            ground = self._ground(paragraph)
        return None if ground == _UNKNOWN else on_ground(colour, ground)

    def _ground(self, paragraph: Element) -> str:
        if paragraph not in self._grounds:
            found = next((each for each in self._behind(paragraph) if each is not None), self._page_colour)
            self._grounds[paragraph] = found
        return self._grounds[paragraph]

    def _behind(self, paragraph: Element) -> Iterator[str | None]:
        """What a paragraph may be printed on, nearest first; None for what lets shine through."""
        chain = [style for _, style in self._styles.chain(self._styles.paragraph_style(paragraph))]
        for each in (paragraph, *chain):
            yield _shading(each.find(f"{W}pPr"))
        for each in paragraph.iterancestors():
            if each.tag == f"{W}tc":
                yield _shading(each.find(f"{W}tcPr"))
            elif each.tag == f"{W}tbl":
                yield _shading(each.find(f"{W}tblPr"))
                # Which rows and columns a table's style shades depends on more than is worth following.
                styles = self._styles.chain(value_of(each, "tblPr", "tblStyle"))
                yield _UNKNOWN if any(next(style.iter(f"{W}shd"), None) is not None for _, style in styles) else None
            elif each.tag in (f"{WPS}wsp", f"{V}shape", f"{V}rect", f"{V}roundrect"):
                yield _fill(each)


def on_ground(colour: str, ground: str) -> Unseen | None:
    """What hides letters of a colour on a ground, both six hexadecimal digits in capitals; None where they show."""
    if _contrast(colour, ground) >= _NO_CONTRAST:
        return None
    return Unseen("same_colour", f"set in the colour of its ground (#{colour} on #{ground})")


def page_colour(document: Element, settings: Element | None) -> str:
    """The ground of the pages: what w:background says, where the settings have it shown; white else."""
    background = document.find(f"{W}background")
    if background is None or settings is None or not is_on(settings, "displayBackgroundShape"):
        return PAGE
    return _hex(background.get(f"{W}color")) or PAGE


def _colour(properties: Element) -> str | None:
    """The colour of letters: hexadecimal, "auto", "" for none at all; None where nothing is said."""
    fill = properties.find(f"{W14}textFill")
    if fill is not None:
        if fill.find(f"{W14}noFill") is not None:
            return ""
        solid = fill.find(f"{W14}solidFill")
        for each in solid.iter() if solid is not None else ():
            if each.tag == f"{W14}alpha" and (_number(each.get(f"{W14}val")) or 0) >= 95_000:
                return ""
        own = solid.find(f"{W14}srgbClr") if solid is not None else None
        if own is not None:
            return _hex(own.get(f"{W14}val"))
    element = properties.find(f"{W}color")
    if element is None:
        return None
    if element.get(f"{W}themeColor") in ("background1", "light1") and element.get(f"{W}themeShade") is None:
        return PAGE
    return _hex(element.get(f"{W}val")) or "auto"


def _shading(properties: Element | None) -> str | None:
    """What shading or highlighting puts behind letters; None where nothing is."""
    if properties is None:
        return None
    highlight = value_of(properties, "highlight")
    if highlight in _HIGHLIGHTS:
        return _HIGHLIGHTS[highlight]
    shading = properties.find(f"{W}shd")
    if shading is None:
        return None
    pattern = shading.get(f"{W}val", "clear")
    if pattern == "solid":
        return _hex(shading.get(f"{W}color"))
    if pattern not in ("clear", "nil"):
        return _UNKNOWN
    if shading.get(f"{W}themeFill") in ("background1", "light1") and shading.get(f"{W}themeFillShade") is None:
        return PAGE
    return _hex(shading.get(f"{W}fill"))


def _fill(shape: Element) -> str | None:
    """What a shape is filled with; None where the page shows through it."""
    if shape.tag.startswith(V):
        if shape.get("filled") in ("f", "false"):
            return None
        return _hex((shape.get("fillcolor") or "FFFFFF").split(" ")[0].lstrip("#")) or _UNKNOWN
    properties = shape.find(f"{WPS}spPr")
    if properties is not None and properties.find(f"{A}noFill") is not None:
        return None
    solid = properties.find(f"{A}solidFill/{A}srgbClr") if properties is not None else None
    return (_hex(solid.get("val")) if solid is not None else None) or _UNKNOWN


def _box(element: Element) -> Unseen | None:
    """What hides all that stands in a drawing."""
    if element.tag in (f"{WP}anchor", f"{WP}inline"):
        properties = element.find(f"{WP}docPr")
        if is_true(element.get("hidden")) or (properties is not None and is_true(properties.get("hidden"))):
            return Unseen("marked_hidden", "in a hidden drawing")
        extent = element.find(f"{WP}extent")
        sizes = [_number(extent.get(each)) for each in ("cx", "cy")] if extent is not None else []
        if any(size is not None and size < _TINY_EMU for size in sizes):
            return Unseen("tiny", "in a box too small to show it")
        places = [_number(each.text) for each in element.iter(f"{WP}posOffset")]
        if any(place is not None and not _OFF_LEFT_EMU <= place <= _OFF_RIGHT_EMU for place in places):
            return Unseen("off_page", "in a box beyond the edge of the page")
    elif element.tag == f"{W}r" and is_on(element, "rPr", "vanish"):
        return Unseen("marked_hidden", "in a drawing marked as hidden text")
    elif str(element.tag).startswith(V) and "visibility:hidden" in (element.get("style") or "").replace(" ", ""):
        return Unseen("marked_hidden", "in a hidden drawing")
    return None


def is_true(value: str | None) -> bool:
    """Whether an attribute of a drawing is on."""
    return value in ("1", "true", "on", "t")


def _number(value: str | None) -> int | None:
    value = (value or "").strip()
    return int(value) if value.lstrip("-").isdigit() and len(value) < 12 else None


def _hex(value: str | None) -> str | None:
    value = (value or "").upper()
    return value if len(value) == 6 and all(each in "0123456789ABCDEF" for each in value) else None


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2, relative luminance); colours of one luminance that differ have one too."""
    if max(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) for at in (0, 2, 4)) > 32:
        return 21.0
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
