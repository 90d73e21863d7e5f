"""PDF files with damage that a viewer gets over: what is left is read, and the user is told what is not."""

import re
import zlib
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from legalai.errors import DamagedFile
from tests.ingest.factory import both, lines, open_file, pdf

PAGES = ("The tenant keeps the garden.", "A deposit is paid on signing.", "Keys are returned on the last day.")


def lease(folder: Path) -> bytes:
    return pdf(folder / "good.pdf", [lines(page) for page in PAGES]).read_bytes()


def codes(folder: Path, data: bytes) -> tuple[str, list[tuple[str, str]]]:
    (folder / "a.pdf").write_bytes(data)
    document = open_file(folder / "a.pdf")
    return document.text, [(issue.code, issue.severity) for issue in document.issues]


def test_a_file_without_its_end_is_read(tmp_path: Path) -> None:
    data = lease(tmp_path)
    text, issues = codes(tmp_path, data[: data.rindex(b"\nxref")])
    assert all(page in text for page in PAGES)
    assert issues == [("repaired", "warning")]


def test_pages_that_a_cut_took_are_an_error(tmp_path: Path) -> None:
    data = lease(tmp_path)
    text, issues = codes(tmp_path, data[: data.rindex(b"endstream") - 20])
    assert PAGES[0] in text
    assert PAGES[2] not in text
    assert issues == [("text-lost", "error")]


def test_pages_are_found_without_the_list_of_them(tmp_path: Path) -> None:
    data = re.sub(rb"/Type /(?:Catalog|Pages)", b"/Type /Lost", lease(tmp_path))
    text, issues = codes(tmp_path, data[: data.rindex(b"\nxref")])
    assert all(page in text for page in PAGES)
    assert issues == [("text-lost", "error")]


def test_one_page_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    data = lease(tmp_path)
    second = [found.start() for found in re.finditer(rb"/Type /Page\b", data)][1]
    text, issues = codes(tmp_path, data[:second] + b"/Type /Pagf" + data[second + 11 :])
    assert (PAGES[0] in text, PAGES[1] in text, PAGES[2] in text) == (True, False, True)
    assert issues == [("pages-without-text", "error")]


@pytest.mark.parametrize("left", [b"", b"%\xe2\xe3\n1 0 obj\n<< /Type /Font >>\nendobj\n", b"1 0 obj\n" * 1000])
def test_nothing_that_is_a_page(tmp_path: Path, left: bytes) -> None:
    with pytest.raises(DamagedFile):
        codes(tmp_path, b"%PDF-1.4\n" + left)


def test_boxes_of_a_form_say_whether_they_are_ticked(tmp_path: Path) -> None:
    def form(canvas: Canvas) -> None:
        for row, (name, ticked) in enumerate((("gas", True), ("oil", False))):
            canvas.acroForm.checkbox(name=name, x=72, y=A4[1] - 150 - 30 * row, checked=ticked)  # pyright: ignore
            canvas.drawString(110, A4[1] - 145 - 30 * row, f"Heated by {name}")

    text = open_file(pdf(tmp_path / "a.pdf", [both(lines("How the flat is heated:"), form)])).text
    assert "☒ Heated by gas" in text
    assert "☐ Heated by oil" in text


def test_what_is_filled_in_and_not_drawn_is_read(tmp_path: Path) -> None:
    def form(canvas: Canvas) -> None:
        canvas.acroForm.textfield(name="n", x=250, y=A4[1] - 110, value="Alder GmbH", width=200, height=20)  # pyright: ignore

    data = pdf(tmp_path / "a.pdf", [both(lines("Name of the tenant:"), form)]).read_bytes()
    undrawn = re.sub(rb"/AP <<.*?>>", lambda found: b" " * len(found[0]), data, flags=re.DOTALL)
    assert undrawn != data
    assert "Alder GmbH" in codes(tmp_path, undrawn)[0]


def packed(rows: Sequence[str]) -> bytes:
    """A file as programs write them now, all objects but the content of pages in a stream, without its end."""
    contents = [b"BT /F1 11 Tf 72 700 Td (%b) Tj ET" % row.encode() for row in rows]
    numbers = range(10, 10 + len(rows))
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%b] /Count %d /MediaBox [0 0 595 842] >>" % (kids, len(rows)),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }
    page = b"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
    objects |= {number: page % (number + 20) for number in numbers}
    starts = accumulate([0, *(len(value) + 1 for value in objects.values())])
    head = b" ".join(b"%d %d" % pair for pair in zip(objects, starts, strict=False)) + b" "
    stream = zlib.compress(head + b" ".join(objects.values()))
    says = b"<< /Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d >>"
    made = b"%PDF-1.5\n5 0 obj\n" + says % (len(objects), len(head), len(stream))
    made += b"\nstream\n" + stream + b"\nendstream\nendobj\n"
    for number, content in zip(numbers, contents, strict=True):
        made += b"%d 0 obj\n<< /Length %d >>\nstream\n%b\nendstream\nendobj\n" % (number + 20, len(content), content)
    return made


def test_a_file_of_packed_objects_that_was_cut_short_is_read(tmp_path: Path) -> None:
    text, issues = codes(tmp_path, packed(PAGES))
    assert all(page in text for page in PAGES)
    assert issues == [("text-lost", "error")]


def test_packed_objects_that_unpack_without_end(tmp_path: Path) -> None:
    bomb = zlib.compress(bytes(100_000_000), 9)
    with pytest.raises(DamagedFile):
        codes(tmp_path, b"%PDF-1.5\n5 0 obj\n<< /Type /ObjStm /N 9 /First 9 /Filter /FlateDecode >>\nstream\n" + bomb)
