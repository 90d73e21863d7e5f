"""PDF with a text layer: words in reading order, paragraphs joined, furniture cut, a page and a box for every word."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2
from pdfplumber.utils.exceptions import PdfminerException
from pypdfium2 import raw

from legalai.errors import DamagedFile, EncryptedFile, InputError, NoTextLayer
from legalai.ingest.furniture import without_furniture
from legalai.ingest.guard import MAX_PAGES
from legalai.ingest.layout import Line, Word, page_lines
from legalai.ingest.pieces import assemble, make_document
from legalai.ingest.prose import paragraphs_of
from legalai.schema import Document, Issue

# pdfminer reports every oddity of a font; nothing of that helps a user, and it may quote the file.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

_WORD_GAP = 0.18
"""The gap that parts two words, in type sizes."""
_UNMAPPED = "(cid:"


@dataclass(frozen=True)
class _Survey:
    """What is known of a PDF before its layout is read; pages count from 1."""

    pages: int
    without_text: tuple[int, ...]


class PdfReader:
    """Reads PDF files that hold text."""

    name = "PDF"
    suffixes: tuple[str, ...] = (".pdf",)
    media_type = "application/pdf"

    def recognises(self, head: bytes, path: Path) -> bool:
        """The header stands within the first 1024 bytes (PDF 32000-1 annex H.3)."""
        return b"%PDF-" in head[:1024]

    def read(self, path: Path, *, password: str | None = None) -> Document:
        """The document as printed, without headers, footers and page numbers.

        Raises: EncryptedFile, NoTextLayer, DamagedFile, InputError.
        """
        survey = _survey(path, password)
        if len(survey.without_text) == survey.pages:
            raise NoTextLayer(
                f"{path.name} is a scan: none of its {survey.pages} pages holds text, and pictures are not read yet; "
                "supply a PDF with text or a Word file."
            )
        pages: list[list[Line]] = []
        heights: list[float] = []
        unmapped = 0
        for number, (words, width, height, strange) in enumerate(_words_by_page(path, password), start=1):
            pages.append(page_lines(words, number, width))
            heights.append(height)
            unmapped += strange
        text, drafts, text_map = assemble(paragraphs_of(without_furniture(pages, heights)))
        return make_document(
            path, media_type=self.media_type, text=text, drafts=drafts, text_map=text_map, pages=survey.pages,
            issues=_issues(path.name, survey, unmapped),
        )  # fmt: skip


def _survey(path: Path, password: str | None) -> _Survey:
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
        return _Survey(pages, tuple(number for number in range(1, pages + 1) if _is_without_text(pdf, number - 1)))
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


def _is_without_text(pdf: pypdfium2.PdfDocument, index: int) -> bool:
    """Whether a page shows something and holds no text: a page left blank is not meant."""
    page = pdf[index]
    try:
        text = page.get_textpage()
        try:
            if text.get_text_range().strip():
                return False
        finally:
            text.close()
        return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)) or len(pdf) == 1
    finally:
        page.close()


def _words_by_page(path: Path, password: str | None) -> Iterator[tuple[list[Word], float, float, int]]:
    """Words, width, height and number of unmapped characters of each page."""
    try:
        with pdfplumber.open(path, password=password or "") as pdf:
            for page in pdf.pages:
                words = page.extract_words(
                    x_tolerance_ratio=_WORD_GAP,
                    y_tolerance=3,
                    keep_blank_chars=False,
                    return_chars=True,
                    use_text_flow=False,
                )
                unmapped = sum(_UNMAPPED in word["text"] for word in words)
                yield (
                    [_word(word) for word in words if word["upright"]],
                    float(page.width),
                    float(page.height),
                    unmapped,
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


def _issues(name: str, survey: _Survey, unmapped: int) -> list[Issue]:
    issues: list[Issue] = []
    if survey.without_text:
        listed = ", ".join(str(page) for page in survey.without_text[:20]) + (
            " ..." if len(survey.without_text) > 20 else ""
        )
        issues.append(
            Issue(
                code="pages-without-text",
                severity="error",
                message=f"{name}: {len(survey.without_text)} of {survey.pages} pages are pictures without text "
                f"and were not read (pages {listed}).",
                page=min(survey.without_text),
            )
        )
    if unmapped:
        issues.append(
            Issue(
                code="unreadable-characters",
                severity="warning",
                message=f"{name}: {unmapped} words use a font that does not say which letters it shows.",
            )
        )
    return issues
