"""PDF: words in reading order, paragraphs joined, furniture cut, a page and a box for every word; pictures are read."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2

from legalai.errors import DamagedFile, EncryptedFile, InputError
from legalai.ingest.containers.names import safe_name
from legalai.ingest.ocr.choice import listed_pages, read_scans
from legalai.ingest.ocr.engines import PageReading
from legalai.ingest.ocr.inlaid import with_words
from legalai.ingest.pdf.embedded import names_in
from legalai.ingest.pdf.furniture import without_furniture
from legalai.ingest.pdf.glued_words import with_words_parted
from legalai.ingest.pdf.layout import Line, Sheet, gutters_of, page_lines
from legalai.ingest.pdf.legends import legends_of
from legalai.ingest.pdf.marks import with_marks
from legalai.ingest.pdf.printed import PrintedPage, printed_pages
from legalai.ingest.pdf.prose import paragraphs_of
from legalai.ingest.pdf.rebuilt import rebuilt
from legalai.ingest.pdf.source import PdfSource
from legalai.ingest.pieces import assemble, make_document
from legalai.ingest.reader import USUAL_LIMITS
from legalai.schema import Document, Issue
from legalai.text_map import Home, TextMap

_MOST_NAMED = 5


class PdfReader:
    """Reads PDF files of at most `pages` pages: their text, and those that are pictures.

    `on_page` is called after each page.
    """

    name = "PDF"
    suffixes: tuple[str, ...] = (".pdf",)
    media_type = "application/pdf"

    def __init__(self, on_page: Callable[[], None] = lambda: None, pages: int = USUAL_LIMITS.pages) -> None:
        self._on_page, self._pages = on_page, pages

    def recognises(self, head: bytes, path: Path) -> bool:
        """The header stands within the first 1024 bytes (PDF 32000-1 annex H.3)."""
        return b"%PDF-" in head[:1024]

    def read(self, path: Path, *, password: str | None = None) -> Document:
        """The document as printed, without headers, footers and page numbers.

        Raises: EncryptedFile, NoTextLayer, DamagedFile, InputError.
        """
        source, mended = _usable(PdfSource(path.name, self._pdf_of(path), password))
        printed, carried = self._printed(source)
        scans = read_scans(source, printed, self._on_page)
        sources, parted = _parted(
            [scans.pages.get(number, page) for number, page in enumerate(with_words(printed, scans.added), start=1)]
        )
        pages = _lines_of(sources)
        kept = without_furniture(pages, [page.height for page in sources])
        text, drafts, text_map = assemble([*paragraphs_of(kept), *legends_of(pages, kept)])
        unmapped = sum(page.unmapped for number, page in enumerate(printed, start=1) if number not in scans.pages)
        issues = (
            *mended,
            *_broken(path.name, printed),
            *_attached(path.name, carried.files, printed),
            *scans.issues,
            *_unreadable(path.name, unmapped),
            *_glued(path.name, parted),
        )
        document = make_document(
            path, media_type=self.media_type, text=text, drafts=drafts, text_map=text_map,
            pages=len(printed), issues=issues, ocr=bool(scans.pages or scans.added),
        )  # fmt: skip
        document = with_marks(document, printed, scans.pages, carried.properties)
        return replace(document, text_map=_as_shown(text_map, sources))

    def _pdf_of(self, path: Path) -> Path | bytes:
        """The PDF in a file: the file itself."""
        return path

    def _printed(self, source: PdfSource) -> "tuple[list[PrintedPage], _Carried]":
        """The pages, and what the file carries beside them."""
        pdf = _opened(source, self._pages)
        printed: list[PrintedPage] = []
        try:
            carried = _Carried(list(pdf.get_metadata_dict(skip_empty=True).values()), names_in(pdf))
            for page in printed_pages(pdf):
                printed.append(page)
                self._on_page()
        finally:
            pdf.close()
        if all(page.broken for page in printed):
            raise DamagedFile(f"{source.name} has no page that can be read: open it in a PDF viewer and save it again.")
        return printed, carried


@dataclass(frozen=True)
class _Carried:
    """What a file says in its properties, and what the files embedded in it are called."""

    properties: list[str]
    files: list[str]


def _usable(source: PdfSource) -> tuple[PdfSource, tuple[Issue, ...]]:
    """What is to be opened: a file that was cut short with an end of its own, and the issue that says so."""
    try:
        source.opened().close()
    except pypdfium2.PdfiumError:
        data = source.content if isinstance(source.content, bytes) else source.content.read_bytes()
        found = rebuilt(data)
        if found is None:
            return source, ()
        if found.whole:
            message = (
                f"{source.name} lacks its end and was put right: compare what matters with what a PDF viewer shows."
            )
            issue = Issue(code="repaired", severity="warning", message=message)
        else:
            message = f"{source.name} was cut short, and pages of it may be lost: have it sent again."
            issue = Issue(code="text-lost", severity="error", message=message)
        return replace(source, content=found.data), (issue,)
    return source, ()


def _opened(source: PdfSource, most: int) -> pypdfium2.PdfDocument:
    """Raises: EncryptedFile, DamagedFile, InputError where it has too many pages."""
    try:
        pdf = source.opened()
        pages = len(pdf)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise EncryptedFile(_password_message(source)) from error
        raise DamagedFile(
            f"{source.name} is damaged or cut short: open it in a PDF viewer and save it again."
        ) from error
    if pages == 0:
        raise DamagedFile(f"{source.name} holds no pages: supply the contract again.")
    if pages > most:
        raise InputError(
            f"{source.name} has {pages} pages and the limit is {most}: split it, or raise the limit with --max-pages."
        )
    return pdf


def _password_message(source: PdfSource) -> str:
    if source.password is None:
        return f"{source.name} is encrypted: give its password with --password, or save it without one."
    return f"{source.name} does not open with the password given: check it, or save the file without one."


def _lines_of(pages: Sequence[PrintedPage | PageReading]) -> list[list[Line]]:
    """The lines of every page; a page of few rows after one in columns is in columns as well."""
    lines: list[list[Line]] = []
    before: int | None = None
    for number, page in enumerate(pages, start=1):
        sheet = Sheet(number, page.tables if isinstance(page, PrintedPage) else ())
        found = page_lines(page.words, sheet)
        if any(line.in_column and not line.ruled for line in found):
            before = number - 1
        elif before is not None and before == number - 2:
            found = page_lines(page.words, replace(sheet, gutters=gutters_of(pages[before].words)))
        lines.append(found)
    return lines


def _parted(pages: Sequence[PrintedPage | PageReading]) -> tuple[list[PrintedPage | PageReading], int]:
    """The pages with glued words parted, and how many were; a word of a turned page has one place on it as shown."""
    upright = [index for index, page in enumerate(pages) if not page.homes]
    words, glued = with_words_parted([pages[index].words for index in upright])
    parted = list(pages)
    if glued:
        for index, found in zip(upright, words, strict=True):
            parted[index] = replace(pages[index], words=found)
    return parted, glued


def _as_shown(text_map: TextMap, pages: Sequence[PrintedPage | PageReading]) -> TextMap:
    """The map with places on the pages as shown, for pages that were read turned."""
    if not any(page.homes for page in pages):
        return text_map

    def placed(home: Home) -> Home:
        if home.page is None or home.box is None:
            return home
        return replace(home, box=pages[home.page - 1].homes.get(home.box, home.box))

    return TextMap(tuple(placed(home) for home in text_map.homes))


def _broken(name: str, pages: Sequence[PrintedPage]) -> Iterator[Issue]:
    numbers = [number for number, page in enumerate(pages, start=1) if page.broken]
    if numbers:
        message = (
            f"{name}: {len(numbers)} of {len(pages)} pages are damaged and were not read ({listed_pages(numbers)}); "
            "open it in a PDF viewer and save it again, or have it sent again."
        )
        yield Issue(code="pages-without-text", severity="error", message=message, page=numbers[0])


def _attached(name: str, embedded: Sequence[str], pages: Sequence[PrintedPage]) -> Iterator[Issue]:
    files = [*embedded, *(each for page in pages for each in page.attached)]
    if files:
        what = "a file" if len(files) == 1 else f"{len(files)} files"
        named = ", ".join(map(safe_name, files[:_MOST_NAMED])) + (" and more" if len(files) > _MOST_NAMED else "")
        message = (
            f"{name} has {what} embedded in it ({named}), not read with its pages: the review command reviews those "
            f"that may be contracts by themselves, as {name}/FILE."
        )
        yield Issue(code="embedded-content", severity="warning", message=message)


def _unreadable(name: str, words: int) -> Iterator[Issue]:
    if words:
        message = f"{name}: {words} words use a font that does not say which letters it shows."
        yield Issue(code="unreadable-characters", severity="warning", message=message)


def _glued(name: str, words: int) -> Iterator[Issue]:
    if words:
        message = (
            f"{name}: {words} runs of letters stood for several words, without blanks between them, and were parted."
        )
        yield Issue(code="glued-words", severity="info", message=message)
