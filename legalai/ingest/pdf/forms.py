"""The boxes to tick of a PDF form: whether each is ticked, which its drawing may tell or not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2
from pypdfium2 import raw

from legalai.ingest.pdf.characters import Frame
from legalai.ingest.pdf.comments import UNSEEN
from legalai.ingest.pdf.word import Word
from legalai.ingest.pdf.words import PlacedWord
from legalai.text_map import Box

_BOXES = frozenset({raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON})
_TICKED, _OPEN = "☒", "☐"


@dataclass(frozen=True, slots=True)
class TickBox:
    """A box of a form, where it is on the page as shown."""

    box: Box
    ticked: bool


def opened_with_forms(pdf: pypdfium2.PdfDocument) -> pypdfium2.PdfDocument:
    """The PDF with its form brought to life, before any page is loaded: what was filled in then shows on the pages."""
    if pdf.get_formtype() != raw.FORMTYPE_NONE:
        pdf.init_forms()
    return pdf


def tick_boxes(pdf: pypdfium2.PdfDocument, page: Any, frame: Frame) -> Iterator[TickBox]:
    """The boxes to tick that a page shows."""
    form = pdf.formenv
    for index in range(raw.FPDFPage_GetAnnotCount(page.raw) if form is not None else 0):
        note = raw.FPDFPage_GetAnnot(page.raw, index)
        if not note:
            continue
        try:
            kind = raw.FPDFAnnot_GetFormFieldType(form, note)
            if kind in _BOXES and not raw.FPDFAnnot_GetFlags(note) & UNSEEN:
                place = raw.FS_RECTF()
                raw.FPDFAnnot_GetRect(note, place)
                box = Box(*frame.shown(place.left, place.bottom, place.right, place.top))
                yield TickBox(box, bool(raw.FPDFAnnot_IsChecked(form, note)))
        finally:
            raw.FPDFPage_CloseAnnot(note)


def with_ticks(words: Sequence[PlacedWord], boxes: Sequence[TickBox]) -> list[PlacedWord]:
    """The words of an upright page with a sign for each box, in the place of what is drawn in it."""
    kept = [word for word in words if not any(_holds(each.box, word.box) for each in boxes)]
    return kept + [_sign(each) for each in boxes]


def _holds(box: Box, other: Box) -> bool:
    x, y = (other.x0 + other.x1) / 2, (other.top + other.bottom) / 2
    inside = box.x0 <= x <= box.x1 and box.top <= y <= box.bottom
    return inside and other.x1 - other.x0 <= 1.5 * (box.x1 - box.x0)


def _sign(each: TickBox) -> PlacedWord:
    box = each.box
    text = _TICKED if each.ticked else _OPEN
    word = Word(text, box.x0, box.top, box.x1, box.bottom, size=box.bottom - box.top, bold=False)
    return PlacedWord(word, box, unpainted=False)
