"""The comments on a PDF page."""

import ctypes
from collections.abc import Iterator
from typing import Any

from pypdfium2 import raw

_COMMENTS = frozenset(
    {
        raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_UNDERLINE, raw.FPDF_ANNOT_SQUIGGLY,
        raw.FPDF_ANNOT_STRIKEOUT, raw.FPDF_ANNOT_CARET, raw.FPDF_ANNOT_INK,
    }
)  # fmt: skip
_MOST = 2_000

UNSEEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
"""The flags of what is on a page and not shown."""


def notes_of(page: Any) -> Iterator[Any]:
    """The notes on a pdfium page, fields of forms among them; each is open until the next is asked for."""
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        note = raw.FPDFPage_GetAnnot(page.raw, index)
        if note:
            try:
                yield note
            finally:
                raw.FPDFPage_CloseAnnot(note)


def comments_of(page: Any) -> list[str]:
    """The comments on a pdfium page that say something; text written on the page itself is part of it."""
    comments = (said_by(note, b"Contents") for note in notes_of(page) if raw.FPDFAnnot_GetSubtype(note) in _COMMENTS)
    return [said for comment in comments if (said := comment.strip())]


def files_on(page: Any) -> Iterator[Any]:
    """The files attached to notes on a pdfium page; each is open until the next is asked for."""
    for note in notes_of(page):
        if raw.FPDFAnnot_GetSubtype(note) == raw.FPDF_ANNOT_FILEATTACHMENT:
            attachment = raw.FPDFAnnot_GetFileAttachment(note)
            if attachment:
                yield attachment


def said_by(note: Any, entry: bytes) -> str:
    """The text that a note has under an entry; empty where it has none."""
    size = raw.FPDFAnnot_GetStringValue(note, entry, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAnnot_GetStringValue(note, entry, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
