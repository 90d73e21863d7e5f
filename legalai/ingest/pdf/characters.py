"""The characters of a PDF page as pdfium tells them, with their places on the page as it is shown."""

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from pypdfium2 import raw

from legalai.ingest.symbol_fonts import as_printed, symbol_font

UNKNOWN_LETTER = "\ufffd"
"""Stands for a character whose font does not say which letter it shows."""
# Where the letters of a line stand to its baseline, alike in the faces contracts are set in.
_DESCENT = 0.22
# What pdfium gives for a hyphen at which a line is broken; a soft hyphen that is printed is one too.
_HYPHENS = frozenset({0x02, 0xFFFE, 0xAD})
_LIGATURES = frozenset("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06")
# Letters that fonts name by a twin that looks the same (Unicode's canonical equivalents): one for one.
_TWINS = {0x37E: ";", 0x387: "\u00b7"}
_NO_WIDTH = "\u200b"
_SURROGATES = range(0xD800, 0xE000)
_BOLD_NAMES = ("bold", "black", "heavy")
_QUARTER = 90
# Farther from a quarter turn than this, in degrees, text is a watermark or decoration.
_SLANT = 8


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of characters is set. `size` in points; `unpainted`: its ink is switched off.

    `turn`: by how many quarters it stands clockwise from upright on the page as shown; None where it is slanted.
    `below`: from the baseline down to the edge that its font claims, in points. `symbols`: the name of its font, where
    that shows symbols in the place of letters.
    """

    size: float
    bold: bool
    turn: int | None
    unpainted: bool
    below: float
    symbols: str | None = None


class Character(NamedTuple):
    """A character and where it is shown, in points from the top left; `text` may be several letters, of a ligature."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    style: Style


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of a page that is shown, and the way there from the page's own coordinates.

    `left`, `bottom`, `right`, `top`: its edges in the page's coordinates; `turn`: quarters clockwise it is shown at.
    """

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turn % 2 else (width, height)

    def shown(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """Where a rectangle of the page's coordinates is shown: x0, top, x1, bottom."""
        match self.turn:
            case 1:
                return y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left
            case 2:
                return self.right - x1, y0 - self.bottom, self.right - x0, y1 - self.bottom
            case 3:
                return self.top - y1, self.right - x1, self.top - y0, self.right - x0
            case _:
                return x0 - self.left, self.top - y1, x1 - self.left, self.top - y0


def frame_of(page: Any) -> Frame:
    """The frame of a pdfium page: its crop box within its media box, its own or those of the list it is in."""
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page.raw, box)
    return Frame(box.left, box.bottom, box.right, box.top, page.get_rotation() // _QUARTER % 4)


def characters_of(page: Any, frame: Frame) -> list[Character]:
    """The characters of a pdfium page in the order of its content, blanks that stand in the file included."""
    text_page = page.get_textpage()
    try:
        return _Reading(text_page.raw, frame).characters()
    finally:
        text_page.close()


def _of_glyph(character: Character) -> tuple[float, float, float, float, int]:
    """What letters have in common that one glyph of a run of text stands for, such as the two of a ligature "ff"."""
    return *character[1:5], id(character.style)


def _side_by_side(letters: list[Character]) -> Iterator[Character]:
    """The letters of one glyph, all told to be where it is, each in its share of the place."""
    if len(letters) == 1:
        yield letters[0]
        return
    _, x0, top, x1, bottom, style = letters[0]
    shares = list(reversed(letters)) if style.turn in (2, 3) else letters
    wide, high = (x1 - x0) / len(letters), (bottom - top) / len(letters)
    placed = {
        id(each): (
            each._replace(top=top + n * high, bottom=top + (n + 1) * high)
            if style.turn in (1, 3)
            else each._replace(x0=x0 + n * wide, x1=x0 + (n + 1) * wide)
        )
        for n, each in enumerate(shares)
    }
    yield from (placed[id(each)] for each in letters)


class _Reading:
    """One pass over the text of a page. Pdfium is asked for each character anew, so it is asked for little."""

    def __init__(self, text_page: Any, frame: Frame) -> None:
        self._page, self._frame = text_page, frame
        self._box = raw.FS_RECTF()
        self._styles: dict[int, Style] = {}

    def characters(self) -> list[Character]:
        page, box, where = self._page, self._box, ctypes.byref(self._box)
        unicode, loose, generated = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, raw.FPDFText_IsGenerated
        found: list[Character] = []
        for index in range(raw.FPDFText_CountChars(page)):
            text = self._letter(index, unicode(page, index))
            if text == _NO_WIDTH or (text.isspace() and generated(page, index) == 1):
                continue
            loose(page, index, where)
            style = self._style(index)
            if style.symbols or "\uf000" <= text < "\uf100":
                text = as_printed(text, style.symbols)
            found.append(Character(text, *self._place(box.left, box.bottom, box.right, box.top, style), style))
        return [letter for _, glyph in groupby(found, key=_of_glyph) for letter in _side_by_side(list(glyph))]

    def _letter(self, index: int, code: int) -> str:
        if code in _HYPHENS:
            return "-"
        if code in _TWINS:
            return _TWINS[code]
        if code == 0 or code in _SURROGATES or raw.FPDFText_HasUnicodeMapError(self._page, index) == 1:
            return UNKNOWN_LETTER
        letter = chr(code)
        return unicodedata.normalize("NFKC", letter) if letter in _LIGATURES else letter

    def _place(
        self, left: float, bottom: float, right: float, top: float, style: Style
    ) -> tuple[float, float, float, float]:
        """The advance of the glyph along its line, and its size across: fonts lie about their height."""
        if style.turn is None:
            return self._frame.shown(left, bottom, right, top)
        below, above = style.below - _DESCENT * style.size, style.below + (1 - _DESCENT) * style.size
        match (style.turn - self._frame.turn) % 4:
            case 0:
                return self._frame.shown(left, bottom + below, right, bottom + above)
            case 1:
                return self._frame.shown(left + below, bottom, left + above, top)
            case 2:
                return self._frame.shown(left, top - above, right, top - below)
            case _:
                return self._frame.shown(right - above, bottom, right - below, top)

    def _style(self, index: int) -> Style:
        item = raw.FPDFText_GetTextObject(self._page, index)
        address = ctypes.addressof(item.contents) if item else 0
        style = self._styles.get(address)
        if style is None:
            style = self._styles[address] = self._new_style(index, item)
        return style

    def _new_style(self, index: int, item: Any) -> Style:
        matrix, x, y = raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetMatrix(self._page, index, matrix)
        raw.FPDFText_GetCharOrigin(self._page, index, x, y)
        angle = -math.degrees(math.atan2(matrix.b, matrix.a))
        quarters = round(angle / _QUARTER)
        box, font = self._box, self._font(index)
        edges = {0: y.value - box.bottom, 1: x.value - box.left, 2: box.top - y.value, 3: box.right - x.value}
        return Style(
            size=raw.FPDFText_GetFontSize(self._page, index) * math.hypot(matrix.c, matrix.d),
            bold=any(word in font for word in _BOLD_NAMES),
            turn=None if abs(angle - quarters * _QUARTER) > _SLANT else (quarters + self._frame.turn) % 4,
            unpainted=bool(item) and raw.FPDFTextObj_GetTextRenderMode(item) == raw.FPDF_TEXTRENDERMODE_INVISIBLE,
            below=edges[quarters % 4],
            symbols=symbol_font(font),
        )

    def _font(self, index: int) -> str:
        """The name of the font, in lower case: the weight that pdfium tells is a guess."""
        size = raw.FPDFText_GetFontInfo(self._page, index, None, 0, None)
        name = ctypes.create_string_buffer(max(size, 1))
        raw.FPDFText_GetFontInfo(self._page, index, name, size, None)
        return name.value.decode("latin-1").lower()
