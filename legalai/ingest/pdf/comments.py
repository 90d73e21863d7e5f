"""The comments on a PDF page."""

import ctypes
from typing import Any

from pypdfium2 import raw

_COMMENTS = frozenset(
    {
        raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_UNDERLINE, raw.FPDF_ANNOT_SQUIGGLY,
        raw.FPDF_ANNOT_STRIKEOUT, raw.FPDF_ANNOT_CARET, raw.FPDF_ANNOT_INK,
    }
)  # fmt: skip
_MOST = 2_000


def comments_of(page: Any) -> list[str]:
    """The comments on a pdfium page that say something; text written on the page itself is part of it."""
    found: list[str] = []
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        note = raw.FPDFPage_GetAnnot(page.raw, index)
        if note:
            if raw.FPDFAnnot_GetSubtype(note) in _COMMENTS and (said := _contents(note).strip()):
                found.append(said)
            raw.FPDFPage_CloseAnnot(note)
    return found


def _contents(note: Any) -> str:
    size = raw.FPDFAnnot_GetStringValue(note, b"Contents", None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAnnot_GetStringValue(note, b"Contents", ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
