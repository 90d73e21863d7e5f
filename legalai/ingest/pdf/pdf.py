"""PDF: words in reading order, paragraphs joined, furniture cut, a page and a box for every word; pictures are read."""

import logging
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2
from pdfplumber.utils.exceptions import PdfminerException
from pypdfium2 import raw

from legalai.errors import DamagedFile, EncryptedFile, InputError
from legalai.ingest.guard import MAX_PAGES
from legalai.ingest.ocr.choice import PrintedPage, read_scans, with_page_boxes
from legalai.ingest.pdf.furniture import without_furniture
from legalai.ingest.pdf.layout import Line, Word, page_lines
from legalai.ingest.pdf.prose import paragraphs_of
from legalai.ingest.pieces import assemble, make_document
from legalai.schema import Document, Issue

# pdfminer reports every oddity of a font; nothing of that helps a user, and it may quote the file.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

_WORD_GAP = 0.18
"""The gap that parts two words, in type sizes."""
_UNMAPPED = "(cid:"
_STROKES_OF_LETTERS = 100


class PdfReader:
    """Reads PDF files: their text, and pages that are pictures. `on_page` is called after each page."""

    name = "PDF"
    suffixes: tuple[str, ...] = (".pdf",)
    media_type = "application/pdf"

    def __init__(self, on_page: Callable[[], None] = lambda: None) -> None:
        self._on_page = on_page

    def recognises(self, head: bytes, path: Path) -> bool:
        """The header stands within the first 1024 bytes (PDF 32000-1 annex H.3)."""
        return b"%PDF-" in head[:1024]

    def read(self, path: Path, *, password: str | None = None) -> Document:
        """The document as printed, without headers, footers and page numbers.

        Raises: EncryptedFile, NoTextLayer, DamagedFile, InputError.
        """
        shown = _survey(path, password)
        printed: list[PrintedPage] = []
        for page in _printed_pages(path, password, shown):
            printed.append(page)
            self._on_page()
        scans = read_scans(path, password, printed, self._on_page)
        pages: list[list[Line]] = []
        heights: list[float] = []
        for number, page in enumerate(printed, start=1):
            source = scans.pages.get(number, page)
            pages.append(page_lines(source.words, number, source.width))
            heights.append(source.height)
        text, drafts, text_map = assemble(paragraphs_of(without_furniture(pages, heights)))
        unmapped = sum(page.unmapped for number, page in enumerate(printed, start=1) if number not in scans.pages)
        return make_document(
            path, media_type=self.media_type, text=text, drafts=drafts, text_map=with_page_boxes(text_map, scans),
            pages=len(printed), issues=(*scans.issues, *_unreadable(path.name, unmapped)), ocr=bool(scans.pages),
        )  # fmt: skip


def _survey(path: Path, password: str | None) -> list[bool]:
    """Whether each page shows anything. Raises: EncryptedFile, DamagedFile, InputError."""
    try:
        pdf = pypdfium2.PdfDocument(path, password=password)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise EncryptedFile(_password_message(path.name, password)) from error
        raise DamagedFile(f"{path.name} is damaged or cut short: open it in a PDF viewer and save it again.") from error
    try:
        pages = len(pdf)
        if pages == 0:
            raise DamagedFile(f"{path.name} holds no pages: supply the contract again.")
        if pages > MAX_PAGES:
            raise InputError(f"{path.name} has {pages} pages and the limit is {MAX_PAGES}: split it.")
        return [_shows_something(pdf, index) for index in range(pages)]
    except pypdfium2.PdfiumError as error:
        raise DamagedFile(
            f"{path.name} has a page that cannot be read: open it in a PDF viewer and save it again."
        ) from error
    finally:
        pdf.close()


def _password_message(name: str, password: str | None) -> str:
    if password is None:
        return f"{name} is encrypted: give its password with --password, or save it without one."
    return f"{name} does not open with the password given: check it, or save the file without one."


def _shows_something(pdf: pypdfium2.PdfDocument, index: int) -> bool:
    """Whether a page holds text, a picture, or so many strokes that they may be letters: no blank page does."""
    page: Any = pdf[index]
    try:
        kinds = Counter(item.type for item in page.get_objects(max_depth=3))
        letters = kinds[raw.FPDF_PAGEOBJ_TEXT] + kinds[raw.FPDF_PAGEOBJ_IMAGE]
        return bool(letters) or kinds[raw.FPDF_PAGEOBJ_PATH] >= _STROKES_OF_LETTERS or len(pdf) == 1
    finally:
        page.close()


def _printed_pages(path: Path, password: str | None, shown: Sequence[bool]) -> Iterator[PrintedPage]:
    try:
        with pdfplumber.open(path, password=password or "") as pdf:
            for page, shows in zip(pdf.pages, shown, strict=True):
                words = page.extract_words(
                    x_tolerance_ratio=_WORD_GAP,
                    y_tolerance=3,
                    keep_blank_chars=False,
                    return_chars=True,
                    use_text_flow=False,
                )
                yield PrintedPage(
                    words=tuple(_word(word) for word in words if word["upright"]),
                    width=float(page.width),
                    height=float(page.height),
                    unmapped=sum(_UNMAPPED in word["text"] for word in words),
                    covered=_covered(page),
                    shown=shows,
                )
                page.close()
    except PdfminerException as error:
        raise DamagedFile(
            f"{path.name} is damaged or uses what cannot be read: open it in a PDF viewer and print it to PDF."
        ) from error


def _word(word: dict[str, Any]) -> Word:
    first = word["chars"][0]
    name = str(first.get("fontname", "")).lower()
    return Word(
        text=word["text"].replace("\u00a0", " ").replace("\x00", ""),
        x0=float(word["x0"]),
        top=float(word["top"]),
        x1=float(word["x1"]),
        bottom=float(word["bottom"]),
        size=float(first.get("size", 0.0)) or float(word["bottom"]) - float(word["top"]),
        bold="bold" in name or "black" in name or "heavy" in name,
    )


def _covered(page: Any) -> float:
    """The share of a page that its pictures take, strips of one scan together."""
    areas = (
        max(min(item["x1"], page.width) - max(item["x0"], 0), 0)
        * max(min(item["bottom"], page.height) - max(item["top"], 0), 0)
        for item in page.images
    )
    return min(float(sum(areas)) / max(float(page.width) * float(page.height), 1.0), 1.0)


def _unreadable(name: str, words: int) -> list[Issue]:
    if not words:
        return []
    message = f"{name}: {words} words use a font that does not say which letters it shows."
    return [Issue(code="unreadable-characters", severity="warning", message=message)]
