"""PDF: words in reading order, paragraphs joined, furniture cut, a page and a box for every word; pictures are read."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2

from legalai.errors import DamagedFile, EncryptedFile, InputError
from legalai.ingest.guard import MAX_PAGES
from legalai.ingest.ocr.choice import read_scans
from legalai.ingest.ocr.engines import PageReading
from legalai.ingest.pdf.furniture import without_furniture
from legalai.ingest.pdf.layout import Line, page_lines
from legalai.ingest.pdf.printed import PrintedPage, printed_pages
from legalai.ingest.pdf.prose import paragraphs_of
from legalai.ingest.pieces import assemble, make_document
from legalai.schema import Document, HiddenText, Issue
from legalai.text_map import Home, TextMap


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
        printed = self._printed(path, password)
        scans = read_scans(path, password, printed, self._on_page)
        sources = [scans.pages.get(number, page) for number, page in enumerate(printed, start=1)]
        pages = [_lines_of(page, number) for number, page in enumerate(sources, start=1)]
        kept = without_furniture(pages, [page.height for page in sources])
        text, drafts, text_map = assemble(paragraphs_of(kept))
        # Printing a web page cuts lines in two and draws them on both pages: hidden here, they are shown there.
        shown = " ".join(text.split())
        hidden = tuple(each for each in _hidden(text_map, printed, scans.pages) if each.text not in shown)
        unmapped = sum(page.unmapped for number, page in enumerate(printed, start=1) if number not in scans.pages)
        issues = (*scans.issues, *_unreadable(path.name, unmapped), *_left_out(path.name, len(hidden)))
        document = make_document(
            path, media_type=self.media_type, text=text, drafts=drafts, text_map=_as_shown(text_map, sources),
            pages=len(printed), issues=issues, ocr=bool(scans.pages),
        )  # fmt: skip
        return replace(document, hidden=hidden)

    def _printed(self, path: Path, password: str | None) -> list[PrintedPage]:
        pdf = _opened(path, password)
        printed: list[PrintedPage] = []
        try:
            for page in printed_pages(pdf):
                printed.append(page)
                self._on_page()
        except pypdfium2.PdfiumError as error:
            raise DamagedFile(
                f"{path.name} has a page that cannot be read: open it in a PDF viewer and save it again."
            ) from error
        finally:
            pdf.close()
        return printed


def _opened(path: Path, password: str | None) -> pypdfium2.PdfDocument:
    """Raises: EncryptedFile, DamagedFile, InputError where it has too many pages."""
    try:
        pdf = pypdfium2.PdfDocument(path, password=password)
        pages = len(pdf)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise EncryptedFile(_password_message(path.name, password)) from error
        raise DamagedFile(f"{path.name} is damaged or cut short: open it in a PDF viewer and save it again.") from error
    if pages == 0:
        raise DamagedFile(f"{path.name} holds no pages: supply the contract again.")
    if pages > MAX_PAGES:
        raise InputError(f"{path.name} has {pages} pages and the limit is {MAX_PAGES}: split it.")
    return pdf


def _password_message(name: str, password: str | None) -> str:
    if password is None:
        return f"{name} is encrypted: give its password with --password, or save it without one."
    return f"{name} does not open with the password given: check it, or save the file without one."


def _lines_of(page: PrintedPage | PageReading, number: int) -> list[Line]:
    tables = page.tables if isinstance(page, PrintedPage) else ()
    return page_lines(page.words, number, page.width, tables)


def _as_shown(text_map: TextMap, pages: Sequence[PrintedPage | PageReading]) -> TextMap:
    """The map with places on the pages as shown, for pages that were read turned."""
    if not any(page.homes for page in pages):
        return text_map

    def placed(home: Home) -> Home:
        if home.page is None or home.box is None:
            return home
        return replace(home, box=pages[home.page - 1].homes.get(home.box, home.box))

    return TextMap(tuple(placed(home) for home in text_map.homes))


def _hidden(text_map: TextMap, pages: Sequence[PrintedPage], scanned: Container[int]) -> Iterator[HiddenText]:
    """What pages hide, each beside the last word that stands above it; what a scan's text layer says is replaced."""
    by_page: dict[int, list[Home]] = defaultdict(list)
    for home in text_map.homes:
        if home.page is not None and home.box is not None:
            by_page[home.page].append(home)
    for number, page in enumerate(pages, start=1):
        for words in page.hidden if number not in scanned else ():
            anchor = _anchor(by_page[number], words.box.top, len(text_map))
            yield HiddenText(kind=words.kind, text=words.text, anchor=anchor, why=words.why, page=number)


def _anchor(homes: Sequence[Home], top: float, end: int) -> int:
    above = [home.end for home in homes if home.box is not None and home.box.top <= top]
    return max(above) if above else homes[0].start if homes else end


def _left_out(name: str, places: int) -> Iterator[Issue]:
    if places:
        where = "1 place" if places == 1 else f"{places} places"
        message = (
            f"{name} has words in {where} that a reader is not shown: they were left out of the text, and are among "
            "the findings."
        )
        yield Issue(code="hidden-text", severity="warning", message=message)


def _unreadable(name: str, words: int) -> Iterator[Issue]:
    if words:
        message = f"{name}: {words} words use a font that does not say which letters it shows."
        yield Issue(code="unreadable-characters", severity="warning", message=message)
