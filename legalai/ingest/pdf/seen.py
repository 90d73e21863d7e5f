"""Which words of a page a reader is shown: a word shows where the page's picture would be another without it.

The page is drawn, and where pictures lie on it drawn again without its text. So it does not matter how words were
hidden: in the colour of the ground, under a picture, clipped, without ink, beyond the edge.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import raw

from legalai.ingest.pdf.characters import Frame
from legalai.ingest.pdf.words import PlacedWord
from legalai.schema import HiddenKind
from legalai.text_map import Box

_Picture: TypeAlias = NDArray[np.int16]
_Reason: TypeAlias = tuple[HiddenKind, str]

# Shades of 255 between ink and its ground below which there is none: #F4F4F4 on white.
_NO_CONTRAST = 12
_MOST_PIXELS = 4_000_000
_TINY = 2.0
_DEPTH = 8
# Words of a scan's text layer show nothing themselves: where most of a page is a picture and most words are so.
_LAYER = 0.5
# A lone mark without ink is what is left of a form or of a redaction, and no text.
_FEWEST_LETTERS = 2


@dataclass(frozen=True, slots=True)
class HiddenWords:
    """Neighbouring words of a page that are hidden in one way, and how far down the first would stand as read."""

    kind: HiddenKind
    why: str
    text: str
    top: float


def parted(
    page: Any, frame: Frame, words: Sequence[PlacedWord], covered: float
) -> tuple[list[PlacedWord], list[HiddenWords]]:
    """The words of a pdfium page that a reader is shown, and those that he is not.

    `covered` is the share of the page that pictures take.

    Deactivates the text of the page where pictures lie on it: draw nothing from the page afterwards.
    """
    shown: list[PlacedWord] = []
    hidden: list[HiddenWords] = []
    pairs = zip(words, _reasons(page, frame, words, covered), strict=True)
    for reason, group in groupby(pairs, key=lambda pair: pair[1]):
        run = [word for word, _ in group]
        text = " ".join(each.word.text for each in run)
        if reason is None or sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
            shown += run
        else:
            hidden.append(HiddenWords(*reason, text, run[0].word.top))
    return shown, hidden


def _reasons(page: Any, frame: Frame, words: Sequence[PlacedWord], covered: float) -> list[_Reason | None]:
    """What hides each word; None where it shows."""
    if not words:
        return []
    picture = _drawn(page)
    shows = [_contrast(picture, frame, word.box) >= _NO_CONTRAST for word in words]
    adds = _adds(page, frame, words, picture)
    if covered > _LAYER and sum(not each for each in adds) > _LAYER * len(words):
        return [None] * len(words)
    return [_reason(frame, *each) for each in zip(words, shows, adds, strict=True)]


def _adds(page: Any, frame: Frame, words: Sequence[PlacedWord], picture: _Picture) -> list[bool]:
    """Whether each word itself adds something to the picture."""
    if not any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=_DEPTH)):
        return [_contrast(picture, frame, word.box) >= _NO_CONTRAST for word in words]
    for text in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=_DEPTH):
        raw.FPDFPageObj_SetIsActive(text, False)
    difference = np.abs(picture - _drawn(page))
    return [int(_part(difference, frame, word.box).max(initial=0)) >= _NO_CONTRAST for word in words]


def _reason(frame: Frame, placed: PlacedWord, shows: bool, adds: bool) -> _Reason | None:
    box, (width, height) = placed.box, frame.size
    if box.x1 <= 0 or box.bottom <= 0 or box.x0 >= width or box.top >= height:
        return "off_page", "beyond the edge of the page"
    if placed.word.size < _TINY:
        return "tiny", f"set in a size of {placed.word.size:.1f} pt"
    if placed.unpainted:
        # Without ink over a picture of words is how a scan's text layer is written.
        return None if shows else ("marked_hidden", "written without ink")
    if adds:
        return None
    return ("covered", "covered by a picture") if shows else ("same_colour", "in the colour of its ground or covered")


def _drawn(page: Any) -> _Picture:
    """The page in grey. Shape: [rows, columns]."""
    width, height = page.get_size()
    bitmap = page.render(scale=min(1.0, math.sqrt(_MOST_PIXELS / max(width * height, 1.0))), grayscale=True)
    try:
        values = bitmap.to_numpy()
        return (values if values.ndim == 2 else values[..., 0]).astype(np.int16)
    finally:
        bitmap.close()


def _contrast(picture: _Picture, frame: Frame, box: Box) -> int:
    part = _part(picture, frame, box)
    return int(part.max()) - int(part.min()) if part.size else 0


def _part(picture: _Picture, frame: Frame, box: Box) -> _Picture:
    """The pixels of a place, those it touches at its edges included."""
    (width, height), (rows, columns) = frame.size, picture.shape
    across, down = columns / width, rows / height
    return picture[
        max(math.floor(box.top * down), 0) : max(math.ceil(box.bottom * down), 0),
        max(math.floor(box.x0 * across), 0) : max(math.ceil(box.x1 * across), 0),
    ]
