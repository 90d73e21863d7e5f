"""Files of other kinds that stand in the text of a Word file."""

from pathlib import Path
from zipfile import ZipFile

import docx as python_docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from legalai.ingest import read
from tests.ingest.factory import READERS, docx, open_file, r, rezip, shown

CHUNK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
PAGE = b"<html><body><h1>2. Fees</h1><p>The Fee is \xe2\x82\xac 900.</p><p hidden>Not for you</p></body></html>"
MAIL = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\n"
    b"Content-Type: text/html; charset=utf-8\r\n\r\n<html><p>The Fee is due.</p></html>\r\n--B--\r\n"
)


def holding(path: Path, name: str, data: bytes) -> Path:
    document = python_docx.Document()
    document.add_paragraph("1. Term.")
    part = Part(PackURI(f"/word/{name}"), "application/octet-stream", data, document.part.package)
    identity = document.part.relate_to(part, CHUNK)
    document.add_paragraph("HERE")
    document.add_paragraph("9. Law.")
    document.save(str(path))
    names = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    with ZipFile(path) as archive:
        body = archive.read("word/document.xml").decode()
    body = body.replace("<w:p><w:r><w:t>HERE</w:t></w:r></w:p>", f'<w:altChunk {names} r:id="{identity}"/>')
    return rezip(path, path.with_stem(f"{path.stem}-holding"), {"word/document.xml": body.encode()})


@pytest.mark.parametrize(
    ("name", "data"),
    [("c.mht", MAIL), ("c.rtf", rb"{\rtf1\ansi The Fee is due.\par}"), ("c.txt", b"The Fee is due.")],
)
def test_a_file_in_the_text_is_read_in_its_place(tmp_path: Path, name: str, data: bytes) -> None:
    document = open_file(holding(tmp_path / "a.docx", name, data))
    assert document.text == "1. Term.\nThe Fee is due.\n9. Law."
    assert [issue.code for issue in document.issues] == ["inner-file"]


def test_a_web_page_keeps_its_headings_and_what_it_hides(tmp_path: Path) -> None:
    document = open_file(holding(tmp_path / "a.docx", "c.htm", PAGE))
    assert ("heading", "2", "2. Fees") in shown(document)
    (hidden,) = document.hidden
    assert (hidden.kind, hidden.text) == ("marked_hidden", "Not for you")
    assert document.text[: hidden.anchor] == "1. Term."


def test_the_changes_of_a_word_file_in_the_text_are_read_in_the_view_asked_for(tmp_path: Path) -> None:
    body = f'<w:p>{r("The Fee is ")}<w:ins w:id="1" w:author="K">{r("not ")}</w:ins>{r("due.")}</w:p>'
    path = holding(tmp_path / "a.docx", "c.docx", docx(tmp_path / "c.docx", body).read_bytes())
    assert "The Fee is not due." in open_file(path).text
    assert "The Fee is due." in read(path, READERS, view="original").text
    assert "tracked-changes" in [issue.code for issue in open_file(path).issues]


def test_files_in_files_end_somewhere(tmp_path: Path) -> None:
    path = holding(tmp_path / "a.docx", "c.htm", PAGE)
    for _ in range(5):
        path = holding(tmp_path / "a.docx", "c.docx", path.read_bytes())
    document = open_file(path)
    assert "The Fee" not in document.text
    assert "embedded-content" in [issue.code for issue in document.issues]


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    document = open_file(holding(tmp_path / "a.docx", "c.bin", b"\0\1\2"))
    assert document.text == "1. Term.\n9. Law."
    assert [issue.code for issue in document.issues] == ["embedded-content"]
