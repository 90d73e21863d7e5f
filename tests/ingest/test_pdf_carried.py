"""What a PDF carries beside its printed words: notes typed on the page, files within it."""

import ctypes
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from tests.ingest.factory import lines, open_file, pdf

_ROW = "The tenant keeps the garden and pays the deposit."


def _with_note(folder: Path, text: str, *, flags: int = 0) -> Path:
    """A page with a note typed on it that has no drawing."""
    document = pypdfium2.PdfDocument(pdf(folder / "plain.pdf", [lines(_ROW)]))
    page = document[0]
    note = raw.FPDFPage_CreateAnnot(page.raw, raw.FPDF_ANNOT_FREETEXT)
    raw.FPDFAnnot_SetRect(note, raw.FS_RECTF(72, 700, 300, 660))
    for entry, value in ((b"Contents", text), (b"DA", "/Helv 10 Tf 0 g")):
        words = ctypes.create_string_buffer((value + "\0").encode("utf-16-le"))
        raw.FPDFAnnot_SetStringValue(note, entry, ctypes.cast(words, ctypes.POINTER(raw.FPDF_WCHAR)))
    raw.FPDFAnnot_SetFlags(note, flags)
    raw.FPDFPage_CloseAnnot(note)
    document.save(folder / "a.pdf")
    return folder / "a.pdf"


def test_a_note_without_a_drawing_is_read_where_it_stands(tmp_path: Path) -> None:
    words = "Rent is 900 a month, as agreed by telephone on the second of May.\rSigned"
    document = open_file(_with_note(tmp_path, words))
    assert document.text.split() == [*_ROW.split(), *words.split()]
    box = document.text_map.homes[-1].box
    assert box is not None
    assert 72 <= box.x0 < 300


def test_a_note_that_is_not_shown_is_not_read(tmp_path: Path) -> None:
    assert open_file(_with_note(tmp_path, "Rent is 1", flags=raw.FPDF_ANNOT_FLAG_HIDDEN)).text == _ROW
