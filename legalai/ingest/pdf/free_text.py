"""Text typed on a PDF page as a note of which the file holds no drawing: viewers draw it themselves."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pypdfium2 import raw

from legalai.ingest.pdf.characters import Frame
from legalai.ingest.pdf.comments import UNSEEN, notes_of, said_by
from legalai.ingest.pdf.word import Word
from legalai.ingest.pdf.words import PlacedWord
from legalai.text_map import Box

_SIZE = re.compile(r"(\d{1,3}(?:\.\d{1,3})?)[ \t]+Tf\b")
_USUAL_SIZE, _SMALLEST = 12.0, 4.0
# The width of a letter and the distance of lines, in type sizes; a drawing is no longer than its end mark.
_LETTER, _LEADING, _NO_DRAWING = 0.5, 1.2, 2


def free_texts(page: Any, frame: Frame) -> list[PlacedWord]:
    """The words of such notes, set in the boxes of the notes as a viewer would."""
    found: list[PlacedWord] = []
    for note in notes_of(page):
        drawn = raw.FPDFAnnot_GetAP(note, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > _NO_DRAWING
        if raw.FPDFAnnot_GetSubtype(note) != raw.FPDF_ANNOT_FREETEXT or drawn or raw.FPDFAnnot_GetFlags(note) & UNSEEN:
            continue
        place = raw.FS_RECTF()
        raw.FPDFAnnot_GetRect(note, place)
        box = Box(*frame.shown(place.left, place.bottom, place.right, place.top))
        size = _SIZE.search(said_by(note, b"DA"))
        found += _set(said_by(note, b"Contents"), box, max(float(size[1]) if size else _USUAL_SIZE, _SMALLEST))
    return found


def _set(text: str, box: Box, size: float) -> Iterator[PlacedWord]:
    top = box.top
    for line in _wrapped(text, max(int((box.x1 - box.x0) / (_LETTER * size)), 1)):
        left = box.x0
        for word in line:
            place = Box(left, top, left + _LETTER * size * len(word), top + size)
            yield PlacedWord(Word(word, place.x0, place.top, place.x1, place.bottom, size, bold=False), place, False)
            left = place.x1 + _LETTER * size
        top += _LEADING * size


def _wrapped(text: str, letters: int) -> Iterator[Sequence[str]]:
    for row in text.splitlines():
        line: list[str] = []
        for word in row.split():
            if line and len(" ".join([*line, word])) > letters:
                yield line
                line = []
            line.append(word)
        yield line
