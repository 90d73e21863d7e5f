"""Pictures of text that stand on a page beside text of its own."""

import shutil
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.ingest.factory import Draw, both, lines, open_file, pdf

tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="needs tesseract")

TITLE = ("Annex 2 shows the rules of the house, which the tenant has read and accepts for the", "whole of the term.")
RULES = (
    "Bicycles are kept in the cellar and not in the hall of the house.",
    "Music is played until ten in the evening and not at all on Sundays.",
    "The bins are put out by each of the tenants in the order of the floors.",
)


def picture_of(path: Path, *rows: str) -> Image.Image:
    pdf(path, [lines(*rows, top=60)])
    with pypdfium2.PdfDocument(path) as opened:
        page = opened[0].render(scale=200 / 72, grayscale=True).to_pil()  # pyright: ignore
    return page.crop((0, 0, page.width, page.height // 3))


def pasted(picture: Image.Image, width: float = 500) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(picture), 40, 300, width, width * picture.height / picture.width)

    return draw


@tesseract
def test_a_picture_of_text_below_typed_words_is_read_where_it_stands(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", [both(lines(*TITLE), pasted(picture_of(tmp_path / "p.pdf", *RULES)))])
    document = open_file(path)
    assert document.text.startswith("Annex 2 shows")
    assert RULES[1] in document.text
    assert document.facts.ocr
    assert [issue.code for issue in document.issues] == ["ocr"]
    box = document.text_map.home(document.text.index("Bicycles")).box
    assert box is not None
    assert box.top > 300


@tesseract
def test_a_picture_of_words_in_no_language_is_told(tmp_path: Path) -> None:
    rows = [
        f"Qorvel Zintar {word} Bramsk Oldrup 44{word}" for word in ("Pexlo", "Wistrum", "Gandle", "Hurvik", "Tolmen")
    ]
    document = open_file(
        pdf(tmp_path / "a.pdf", [both(lines(*TITLE), pasted(picture_of(tmp_path / "p.pdf", *rows, *rows)))])
    )
    assert [issue.code for issue in document.issues] == ["pictures-not-read"]


@tesseract
def test_a_photograph_is_no_text(tmp_path: Path) -> None:
    noise = np.random.default_rng(3).normal(120, 60, (300, 500)).clip(0, 255).astype(np.uint8)
    document = open_file(pdf(tmp_path / "a.pdf", [both(lines(*TITLE), pasted(Image.fromarray(noise)))]))
    assert document.text.endswith("term.")
    assert not document.facts.ocr
    assert document.issues == ()


def test_a_logo_and_a_ground_behind_words_are_not_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legalai.ingest.ocr.choice.read_pages", lambda *_: pytest.fail("read"))
    grey = Image.new("L", (600, 800), 230)
    logo, ground = pasted(Image.new("L", (300, 100), 90), 120), pasted(grey, 500)
    pages = [both(lines(*TITLE), logo), both(ground, lines(*TITLE, *RULES, top=200))]
    assert RULES[2] in open_file(pdf(tmp_path / "a.pdf", pages)).text


def test_without_an_engine_the_picture_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = pdf(tmp_path / "a.pdf", [both(lines(*TITLE), pasted(picture_of(tmp_path / "p.pdf", *RULES)))])
    monkeypatch.setattr("legalai.ingest.ocr.choice.find_engine", lambda: None)
    issues = open_file(path).issues
    assert [(issue.code, issue.severity, issue.page) for issue in issues] == [("pictures-not-read", "warning", 1)]


@tesseract
def test_a_list_in_a_picture_above_a_lone_foot_is_read_though_it_makes_no_sentence(tmp_path: Path) -> None:
    rows = [f"K-{number} Qorvel Zintar {number}0 EUR" for number in range(101, 109)]
    listed = pasted(picture_of(tmp_path / "p.pdf", *rows), 590)
    text = open_file(pdf(tmp_path / "a.pdf", [lines(*TITLE), both(listed, lines("Filed 4 May", top=800))])).text
    assert text.count("Zintar") == len(rows)
