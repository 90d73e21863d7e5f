"""Scans: pages that are pictures, straight or turned, clean or noisy, and machines that cannot read them."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from legalai.errors import InputError, NoTextLayer
from legalai.ingest.ocr import engines
from legalai.ingest.ocr import tesseract as tesseract_engine
from legalai.ingest.ocr.choice import read_scans
from legalai.ingest.ocr.engines import read_pages
from legalai.ingest.ocr.picture import MAX_PIXELS, render, skew_of, turned, way_back
from legalai.ingest.ocr.tesseract import Tesseract
from legalai.ingest.ocr.words import Seen
from legalai.ingest.pdf.pdf import PdfReader
from legalai.ingest.pdf.printed import PrintedPage
from legalai.ingest.pdf.source import PdfSource
from legalai.ingest.pdf.word import Word
from legalai.schema import Document
from legalai.text_map import Box
from tests.ingest.factory import lines, open_file, pdf, shown

tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="needs tesseract")

SUPPLY = (
    "1. Delivery",
    "",
    "1.1 The Supplier shall deliver the goods described in the order within thirty (30) days",
    "after it has received the order, and shall bear the cost of carriage and insurance until",
    "the goods have been accepted by the Customer.",
    "1.2 The Customer shall pay $12,500 for each delivery on or before 31 March 2027.",
    "",
    "2. Governing law",
    "",
    "This agreement is governed by the laws of the State of New York.",
)
BLOCKS = [
    ("heading", "1", "1. Delivery"),
    ("list_item", "1.1", " ".join(SUPPLY[2:5])),
    ("list_item", "1.2", SUPPLY[5]),
    ("heading", "2", "2. Governing law"),
    ("paragraph", None, SUPPLY[9]),
]


def pictures(path: Path, dpi: int = 200) -> list[Image.Image]:
    with pypdfium2.PdfDocument(path) as opened:
        return [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in opened]  # pyright: ignore


def scan(
    path: Path, source: Path, *, turn: float = 0, noise: float = 0, stamp: str = "", rotate: int = 0, dpi: int = 200
) -> Path:
    """The pages of a PDF as pictures: turned anticlockwise, with noise, and with a text printed over them."""
    canvas = Canvas(str(path), invariant=1)
    random = np.random.default_rng(7)
    for picture in pictures(source, dpi):
        turned_picture = picture.rotate(turn, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC)
        grey = np.asarray(turned_picture, dtype=float) + random.normal(0, noise, turned_picture.size[::-1])
        data = BytesIO()
        Image.fromarray(grey.clip(0, 255).astype(np.uint8)).save(data, "JPEG", quality=60)
        width, height = (side * 72 / dpi for side in turned_picture.size)
        canvas.setPageSize((width, height))
        canvas.setPageRotation(rotate)
        canvas.drawImage(ImageReader(data), 0, 0, width, height)
        canvas.setFont("Helvetica", 7)
        canvas.drawString(20, height - 12, stamp)
        canvas.showPage()
    canvas.save()
    return path


def codes(document: Document) -> list[tuple[str, str, int | None]]:
    return [(issue.code, issue.severity, issue.page) for issue in document.issues]


@pytest.fixture
def supply(tmp_path: Path) -> Path:
    return pdf(tmp_path / "supply.pdf", [lines(*SUPPLY)])


# --------------------------------------------------------------------------------------------------------- what is read


@tesseract
def test_a_scan_is_read_as_its_original(tmp_path: Path, supply: Path) -> None:
    document = open_file(scan(tmp_path / "scan.pdf", supply))
    assert shown(document) == shown(open_file(supply)) == BLOCKS
    assert document.facts.ocr
    assert document.facts.language == "en"
    assert codes(document) == [("ocr", "info", 1)]
    assert document.issues[0].message == "scan.pdf: page 1 read by OCR (tesseract), as pictures without text."
    assert not open_file(supply).facts.ocr


@tesseract
@pytest.mark.parametrize(
    ("turn", "noise", "rotate"),
    [(90, 0, 0), (270, 0, 0), (90, 0, 90), (2.5, 0, 0), (-1.2, 25, 0), (0, 40, 0), (181.5, 10, 0)],
)
def test_a_page_put_in_askew_is_read_and_its_words_found_on_it(
    tmp_path: Path, supply: Path, turn: float, noise: float, rotate: int
) -> None:
    path = scan(tmp_path / "scan.pdf", supply, turn=turn, noise=noise, rotate=rotate)
    document = open_file(path)
    assert SequenceMatcher(None, document.text, open_file(supply).text, autojunk=False).ratio() > 0.99
    assert [block.number for block in document.blocks] == ["1", "1.1", "1.2", "2", None]
    # The word's box holds its ink on the page as a viewer shows it.
    (page,) = pictures(path, 72)
    for word in ("$12,500", "insurance", "York"):
        box = document.text_map.home(document.text.index(word)).box
        assert box is not None
        assert 0 <= box.x0 < box.x1 <= page.width + 1
        ink = np.asarray(page.crop((int(box.x0), int(box.top), int(box.x1) + 1, int(box.bottom) + 1)))
        assert ink.min() < 140, f"no ink where {word} should be"
        assert min(ink.shape) < 30


@tesseract
def test_pages_with_text_and_scanned_pages_make_one_document(tmp_path: Path, supply: Path) -> None:
    other = lines("3. Term", "", "3.1 This agreement begins on 1 May 2026 and lasts for two (2) years.")
    scanned = scan(tmp_path / "scan.pdf", pdf(tmp_path / "other.pdf", [other]))
    mixed = tmp_path / "mixed.pdf"
    with pypdfium2.PdfDocument.new() as target:
        for source in (supply, scanned):
            with pypdfium2.PdfDocument(source) as opened:
                target.import_pages(opened)
        target.save(mixed)
    document = open_file(mixed)
    assert [block.number for block in document.blocks] == ["1", "1.1", "1.2", "2", None, "3", "3.1"]
    assert document.facts.ocr
    assert codes(document) == [("ocr", "info", 2)]


@tesseract
def test_a_stamp_over_a_scan_is_no_text_layer(tmp_path: Path, supply: Path) -> None:
    document = open_file(scan(tmp_path / "scan.pdf", supply, stamp="Envelope 7F3A-22B1-90CC"))
    assert [block.number for block in document.blocks][-5:] == ["1", "1.1", "1.2", "2", None]
    assert document.facts.ocr


@tesseract
def test_a_bad_reading_behind_a_scan_is_replaced_and_a_good_one_kept(tmp_path: Path, supply: Path) -> None:
    def behind(words: Sequence[str]) -> Path:
        (picture,) = pictures(supply)

        def draw(canvas: Canvas) -> None:
            text = canvas.beginText(72, 700)
            text.setTextRenderMode(3)
            text.setFont("Helvetica", 8)
            for row in words:
                text.textLine(row)
            canvas.drawText(text)
            canvas.drawImage(ImageReader(picture), 0, 0, *A4)

        return pdf(tmp_path / "layer.pdf", [draw])

    bad = open_file(behind(["1hc Supp1icr sha11 dc1ivcr thc go0ds dcscribcd 1n thc ordcr w1thin th1rty"] * 4))
    assert [block.number for block in bad.blocks] == ["1", "1.1", "1.2", "2", None]
    assert bad.facts.ocr
    good = open_file(behind([row for row in SUPPLY if row]))
    assert not good.facts.ocr
    assert codes(good) == []


@tesseract
def test_letters_drawn_as_strokes_are_read(tmp_path: Path, supply: Path) -> None:
    (picture,) = pictures(supply, 150)

    def draw(canvas: Canvas) -> None:
        for row, column in np.argwhere(np.asarray(picture) < 128):
            x, y = column * 0.48, A4[1] - row * 0.48
            canvas.line(x, y, x + 0.48, y)

    document = open_file(pdf(tmp_path / "a.pdf", [lines("The parties agree:"), draw, lambda canvas: None]))
    assert SUPPLY[5] in document.text
    assert codes(document) == [("ocr", "info", 2)]


# --------------------------------------------------------------------------------------------------- what is said of it


@tesseract
def test_a_reading_that_is_poor_is_named(tmp_path: Path, supply: Path) -> None:
    document = open_file(scan(tmp_path / "scan.pdf", supply, dpi=50))
    assert ("ocr-poor", "warning", 1) in codes(document)


@tesseract
def test_a_language_without_data_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [
        "1. Der Lieferant liefert dem Kunden die Ware, die in der Bestellung beschrieben ist, und der Kunde",
        "zahlt den Preis nach der Lieferung. Die Parteien sind an den Vertrag gebunden, und es ist nicht",
        "zul\u00e4ssig, die Rechte aus dem Vertrag auf einen Dritten zu \u00fcbertragen.",
    ]
    monkeypatch.setattr(tesseract_engine, "_installed", lambda: frozenset({"eng", "osd"}))
    document = open_file(scan(tmp_path / "scan.pdf", pdf(tmp_path / "a.pdf", [lines(*rows)])))
    assert document.facts.language == "de"
    assert [code for code, _, _ in codes(document)] == ["ocr", "ocr-language", "not-english"]


def test_a_language_with_data_is_spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract_engine, "_installed", lambda: frozenset({"deu", "eng", "osd"}))
    engine = Tesseract()
    assert [engine.speaking(language) for language in ("en", "und", "fr")] == [engine, engine, None]
    german = engine.speaking("de")
    assert german not in (engine, None)
    assert german is not None
    assert [german.speaking(language) for language in ("de", "en")] == [german, german]


class Scripted:
    """An engine that says of each page, told by how wide it is, when it has begun and ended, and what stands on it."""

    name, takes_every_core = "scripted", False

    def __init__(self, words: dict[int, str], log: list[str], language: str = "en") -> None:
        self.words, self.log, self.language = words, log, language

    def read(self, picture: Image.Image) -> Sequence[Seen]:
        page = round(picture.width * 72 / 300) // 100
        self.log.append(f"{self.language} {page}")
        if self.words[page] == "hangs":
            raise TimeoutError
        return [
            Seen(word, 10.0 + 100 * place, 10.0, 90.0 + 100 * place, 40.0, 0.95, 1)
            for place, word in enumerate(self.words[page].split())
        ]

    def turns(self, picture: Image.Image) -> Sequence[int]:
        return ()

    def speaking(self, language: str) -> "Scripted":
        return self if language in ("und", self.language) else Scripted(self.words, self.log, language)


def blank_pages(path: Path, count: int) -> Path:
    canvas = Canvas(str(path))
    for number in range(1, count + 1):
        canvas.setPageSize((100 * number, 200))
        canvas.showPage()
    canvas.save()
    return path


ENGLISH = "the supplier shall deliver the goods to the customer and the customer shall pay for all of them " * 3
GERMAN = "der Lieferant liefert dem Kunden die Ware und der Kunde zahlt nach der Lieferung den Preis an ihn " * 3


def test_pages_are_read_two_at_a_time_and_kept_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "_cores", lambda: 2)
    together = threading.Barrier(2, timeout=20)

    class InPairs(Scripted):
        def read(self, picture: Image.Image) -> Sequence[Seen]:
            together.wait()  # a page that is read alone waits here for ever
            return super().read(picture)

    told: list[int] = []
    engine = InPairs(dict.fromkeys(range(1, 5), ENGLISH), [])
    reading = read_pages(
        PdfSource("a.pdf", blank_pages(tmp_path / "a.pdf", 4)), [1, 2, 3, 4], engine, lambda: told.append(1)
    )
    assert list(reading.pages) == [1, 2, 3, 4]
    assert [round(page.width) for page in reading.pages.values()] == [100, 200, 300, 400]
    assert len(told) == 4


def test_the_language_of_a_page_is_that_found_two_pages_before(tmp_path: Path) -> None:
    log: list[str] = []
    words = {1: GERMAN, 2: ENGLISH, 3: GERMAN, 4: GERMAN, 5: "hangs"}
    reading = read_pages(
        PdfSource("a.pdf", blank_pages(tmp_path / "a.pdf", 5)), range(1, 6), Scripted(words, log), lambda: None
    )
    assert sorted(log) == ["de 1", "de 3", "de 4", "de 5", "en 1", "en 2", "en 4"]
    assert (list(reading.pages), reading.failed) == ([1, 2, 3, 4], (5,))


# ------------------------------------------------------------------------------------------------ what cannot be read


def test_without_an_engine_both_are_named(tmp_path: Path, supply: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = scan(tmp_path / "scan.pdf", supply, dpi=72)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(NoTextLayer) as caught:
        open_file(path)
    message = str(caught.value)
    assert message.startswith("scan.pdf is a scan: none of its pages holds text")
    assert "tesseract-ocr" in message
    assert "pip install 'legalai[ocr]'" in message
    assert "\n" not in message


def test_the_command_without_an_engine_ends_with_two(tmp_path: Path, supply: Path) -> None:
    path = scan(tmp_path / "scan.pdf", supply, dpi=72)
    code = (
        "import importlib.util as u; find = u.find_spec\n"
        "u.find_spec = lambda name, *more: None if name == 'rapidocr' else find(name, *more)\n"
        "from legalai.cli import main; raise SystemExit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "extract", str(path)],
        env={"PATH": str(tmp_path), "HOME": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert "tesseract-ocr" in done.stderr


def program(folder: Path, script: str) -> None:
    file = folder / "tesseract"
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


LISTS = 'case "$*" in *--list-langs*) echo "List of languages (1):"; echo eng; exit 0;; esac'


@pytest.mark.parametrize("script", ["exit 1", f"{LISTS}\nexit 1", f"{LISTS}\nexit 0"])
def test_an_engine_that_fails_is_named(
    tmp_path: Path, supply: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    path = scan(tmp_path / "scan.pdf", supply, dpi=72)
    program(tmp_path, script)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(InputError, match=r"^scan\.pdf.*tesseract failed: .*\.$") as caught:
        open_file(path)
    assert str(tmp_path) not in str(caught.value)


def test_an_engine_that_hangs_is_stopped(tmp_path: Path, supply: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = scan(tmp_path / "scan.pdf", supply, dpi=72)
    program(tmp_path, f"{LISTS}\nexec sleep 60")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(tesseract_engine, "SECONDS_PER_PAGE", 0.5)
    with pytest.raises(NoTextLayer, match="did not read in time"):
        open_file(path)


# ------------------------------------------------------------------------------------------------------------- geometry


@pytest.mark.parametrize("size", [(612, 792), (28_346, 28_346), (14_400, 20)])
def test_a_large_page_stays_within_bounds(tmp_path: Path, size: tuple[int, int]) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=size)
    canvas.drawString(5, 5, "x")
    canvas.save()
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as opened:
        picture, points = render(opened, 0, "a.pdf")
    assert picture.width * picture.height <= 1.01 * MAX_PIXELS
    assert picture.width * points == pytest.approx(size[0])


@pytest.mark.parametrize("angle", [0, 90, 180, 270, 3.0, -2.0, 92.5])
def test_the_way_back_undoes_a_turn(angle: float) -> None:
    picture = Image.new("L", (600, 800), 255)
    picture.paste(0, (100, 200, 160, 220))
    level = turned(picture, angle)
    rows, columns = np.nonzero(np.asarray(level) < 128)
    box = Box(float(columns.min()), float(rows.min()), float(columns.max() + 1), float(rows.max() + 1))
    home = way_back(angle, level.size, picture.size)(box)
    assert (home.x0, home.top, home.x1, home.bottom) == pytest.approx(
        (100, 200, 160, 220), abs=5 if angle % 90 else 1e-6
    )


@pytest.mark.parametrize("angle", [0.0, 1.0, -3.5, 0.1])
def test_skew_is_seen(supply: Path, angle: float) -> None:
    (picture,) = pictures(supply)
    assert skew_of(turned(picture, -angle)) == pytest.approx(angle if abs(angle) > 0.3 else 0, abs=0.25)


def test_progress_is_told_page_by_page(tmp_path: Path) -> None:
    told: list[int] = []
    PdfReader(lambda: told.append(1)).read(pdf(tmp_path / "a.pdf", [lines(*SUPPLY)] * 3))
    assert len(told) == 3


@tesseract
def test_a_font_without_letters_is_read_off_its_picture(supply: Path) -> None:
    unmapped = Word(text="\ufffd\ufffd", x0=72, top=100, x1=100, bottom=111, size=11, bold=False)
    page = PrintedPage(words=(unmapped,) * 80, width=A4[0], height=A4[1], covered=0.0, shown=True)
    scans = read_scans(PdfSource(supply.name, supply), [page], lambda: None)
    assert [word.text for word in scans.pages[1].words][:2] == ["1.", "Delivery"]
