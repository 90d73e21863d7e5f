"""Pictures of text in Word files: read where they stand, or told."""

import shutil
from pathlib import Path
from zipfile import ZipFile

import docx as python_docx
import numpy as np
import pytest
from docx.shared import Cm
from PIL import Image

from legalai.errors import NoTextLayer
from tests.ingest.factory import open_file, rezip
from tests.ingest.test_inlaid import RULES, picture_of

tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="needs tesseract")


def pasted(path: Path, picture: Image.Image, *, width: float = 16, words: str = "The rules are these.") -> Path:
    picture.save(shown := path.with_suffix(".png"))
    document = python_docx.Document()
    if words:
        document.add_paragraph(words)
    document.add_picture(str(shown), width=Cm(width))
    document.add_paragraph("Signed." if words else "")
    document.save(str(path))
    return path


@tesseract
def test_a_picture_of_text_is_read_where_it_stands(tmp_path: Path) -> None:
    document = open_file(pasted(tmp_path / "a.docx", picture_of(tmp_path / "p.pdf", *RULES)))
    assert document.text.startswith("The rules are these.\nBicycles")
    assert document.text.endswith(f"{RULES[2]}\nSigned.")
    assert document.facts.ocr
    assert [issue.code for issue in document.issues] == ["ocr"]
    assert document.text_map.home(document.text.index("Bicycles")).paragraph is None


@tesseract
def test_what_is_cut_off_a_picture_is_not_read(tmp_path: Path) -> None:
    path = pasted(tmp_path / "a.docx", picture_of(tmp_path / "p.pdf", *RULES))
    with ZipFile(path) as archive:
        data = archive.read("word/document.xml").replace(b"<a:stretch>", b'<a:srcRect b="77000"/><a:stretch>')
    document = open_file(rezip(path, tmp_path / "b.docx", {"word/document.xml": data}))
    assert RULES[0] in document.text
    assert RULES[2] not in document.text


@tesseract
def test_a_photograph_is_no_text_and_is_told(tmp_path: Path) -> None:
    noise = np.random.default_rng(3).normal(120, 60, (300, 500)).clip(0, 255).astype(np.uint8)
    document = open_file(pasted(tmp_path / "a.docx", Image.fromarray(noise)))
    assert document.text == "The rules are these.\nSigned."
    assert [(issue.code, issue.severity) for issue in document.issues] == [("pictures-not-read", "info")]


@tesseract
def test_a_picture_of_a_kind_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    path = pasted(tmp_path / "a.docx", Image.new("L", (800, 400), 255))
    document = open_file(rezip(path, tmp_path / "b.docx", {"word/media/image1.png": b"\x01\0\0\0 EMF"}))
    assert [(issue.code, issue.severity) for issue in document.issues] == [("pictures-not-read", "warning")]


def test_a_logo_is_not_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legalai.ingest.ocr.inset_pictures.find_engine", lambda: pytest.fail("looked for"))
    assert open_file(pasted(tmp_path / "a.docx", Image.new("L", (300, 100), 90), width=4)).issues == ()


def test_without_an_engine_pictures_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legalai.ingest.ocr.inset_pictures.find_engine", lambda: None)
    picture = Image.new("L", (800, 400), 255)
    told = open_file(pasted(tmp_path / "a.docx", picture)).issues
    assert [(issue.code, issue.severity) for issue in told] == [("pictures-not-read", "warning")]
    with pytest.raises(NoTextLayer, match=r"^b\.docx holds pictures and no words.*tesseract"):
        open_file(pasted(tmp_path / "b.docx", picture, words=""))
