"""Which pages of a PDF are read off their picture, which reading is kept, and what the user is told of it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from legalai.errors import NoTextLayer
from legalai.ingest.language import language_of
from legalai.ingest.ocr.engines import ENGINES_TO_INSTALL, PageReading, Reading, find_engine, read_pages
from legalai.ingest.ocr.inlaid import holds_words, inlaid_pictures, words_on_pictures
from legalai.ingest.pdf.printed import PrintedPage
from legalai.ingest.pdf.source import PdfSource
from legalai.ingest.pdf.word import Word
from legalai.schema import Issue

POOR = 0.8
"""Clean scans are read with a mean certainty above 0.9."""
_COVERED = 0.5
# The same for a page with hardly any words of its own, such as a foot that an archive has put there.
_COVERED_OF_FEW = 0.3
# A stamp or an envelope number on a scanned page is text of fewer words than this.
_FEW_WORDS = 20
_MOST_UNMAPPED = 0.2
_MORE = 2
_LETTERS = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class Scans:
    """The pages (from 1) kept as read off their picture, and the issues of the reading.

    `added` are words that were read off pictures beside the text of other pages.
    """

    pages: Mapping[int, PageReading]
    issues: tuple[Issue, ...]
    added: Mapping[int, tuple[Word, ...]] = field(default_factory=dict[int, tuple[Word, ...]])


def read_scans(source: PdfSource, pages: Sequence[PrintedPage], on_page: Callable[[], None]) -> Scans:
    """The pages whose picture says more than their text layer; `on_page` is called as the reading goes on.

    Raises: NoTextLayer where every page is a picture and nothing here reads pictures; InputError where an engine fails.
    """
    unread = [number for number, page in enumerate(pages, start=1) if _is_picture(page)]
    doubtful = [number for number, page in enumerate(pages, start=1) if _is_picture(page) or _is_junk(page)]
    inlaid = [number for number, page in enumerate(pages, start=1) if inlaid_pictures(page)]
    engine = find_engine() if doubtful or inlaid else None
    if engine is None:
        if unread and all(_is_picture(page) or not page.words for page in pages):
            raise NoTextLayer(
                f"{source.name} is a scan: none of its pages holds text, and nothing on this machine reads "
                f"pictures; {ENGINES_TO_INSTALL}, or supply a PDF with text."
            )
        why = f"to have them read, {ENGINES_TO_INSTALL}"
        return Scans({}, (*_unread(source.name, unread, len(pages), why), *_looked_over(source.name, inlaid)))
    reading = read_pages(source, sorted({*doubtful, *inlaid}), engine, on_page)
    return _kept(source.name, pages, unread, reading, set(doubtful))


def _is_picture(page: PrintedPage) -> bool:
    """Whether a page shows something and says hardly anything."""
    if not page.words:
        return page.shown
    return page.covered > _COVERED_OF_FEW and len(page.words) < _FEW_WORDS and language_of(page.text) == "und"


def _is_junk(page: PrintedPage) -> bool:
    """Whether the text layer of a page is no language: fonts without letters, or a bad reading behind the picture."""
    if page.unmapped > _MOST_UNMAPPED * max(len(page.words), 1):
        return True
    return page.covered > _COVERED and bool(page.words) and language_of(page.text) == "und"


def _kept(
    name: str, pages: Sequence[PrintedPage], unread: Sequence[int], reading: Reading, doubtful: set[int]
) -> Scans:
    kept = {
        number: page
        for number, page in reading.pages.items()
        if number in doubtful and _says_more(page, pages[number - 1])
    }
    failed = [number for number in reading.failed if number in unread]
    if len(unread) == len(pages) and not kept:
        what = "did not read in time" if failed else "found no words in"
        raise NoTextLayer(f"{name} is a scan that {reading.engine} {what}: scan it again at 300 dpi, black on white.")
    others = {number: page for number, page in reading.pages.items() if number not in kept}
    added = {number: words for number, page in others.items() if (words := words_on_pictures(pages[number - 1], page))}
    issues = _unread(name, failed, len(pages), f"{reading.engine} did not read them in time")
    unclear = [n for n, page in others.items() if n not in added and holds_words(pages[n - 1], page)]
    issues += _unclear(name, sorted(unclear), reading.engine)
    read = {number: page for number, page in reading.pages.items() if number in doubtful or number in added}
    return Scans(kept, (*issues, *_notes(name, kept, replace(reading, pages=read), sorted(added))), added)


def _looked_over(name: str, numbers: Sequence[int]) -> list[Issue]:
    if not numbers:
        return []
    message = (
        f"{name}: {listed_pages(numbers)} hold large pictures beside the text, which were not read; if they show text, "
        f"{ENGINES_TO_INSTALL}."
    )
    return [Issue(code="pictures-not-read", severity="warning", message=message, page=numbers[0])]


def _unclear(name: str, numbers: Sequence[int], engine: str) -> list[Issue]:
    if not numbers:
        return []
    message = (
        f"{name}: {listed_pages(numbers)} hold pictures of words beside the text, such as a signed page, that {engine} "
        "could not read well enough: look at them."
    )
    return [Issue(code="pictures-not-read", severity="warning", message=message, page=numbers[0])]


def _says_more(reading: PageReading, page: PrintedPage) -> bool:
    """Whether a reading is in a language where the text layer is in none, or has far more words."""
    text = " ".join(word.text for word in reading.words)
    if not page.words or language_of(text) != "und":
        return bool(reading.words)
    return len(_LETTERS.findall(text)) > _MORE * len(_LETTERS.findall(page.text))


def _unread(name: str, numbers: Sequence[int], pages: int, why: str) -> list[Issue]:
    if not numbers:
        return []
    message = (
        f"{name}: {len(numbers)} of {pages} pages are pictures without text and were not read "
        f"({listed_pages(numbers)}); {why}."
    )
    return [Issue(code="pages-without-text", severity="error", message=message, page=min(numbers))]


def _notes(name: str, kept: Mapping[int, PageReading], reading: Reading, added: Sequence[int]) -> list[Issue]:
    numbers = sorted(kept)
    poor = [number for number, page in sorted(reading.pages.items()) if _is_poor(page, kept=number in kept)]
    issues: list[Issue] = []
    if numbers:
        message = f"{name}: {listed_pages(numbers)} read by OCR ({reading.engine}), as pictures without text."
        issues.append(Issue(code="ocr", severity="info", message=message, page=numbers[0]))
    if added:
        message = f"{name}: pictures beside the text of {listed_pages(added)} were read by OCR ({reading.engine})."
        issues.append(Issue(code="ocr", severity="info", message=message, page=added[0]))
    if poor:
        message = f"{name}: OCR read {listed_pages(poor)} poorly; compare every quote from there with the page."
        issues.append(Issue(code="ocr-poor", severity="warning", message=message, page=poor[0]))
    for language in reading.unspoken if numbers or added else ():
        message = (
            f"{name} seems to be in another language ({language}), for which {reading.engine} has no data on this "
            "machine, so that letters are misread: install it (on Debian a package such as tesseract-ocr-deu)."
        )
        issues.append(Issue(code="ocr-language", severity="warning", message=message, page=numbers[0]))
    return issues


def _is_poor(page: PageReading, *, kept: bool) -> bool:
    """Whether words are uncertain, or something stands on the page and no word of it was read."""
    if not page.words:
        return not page.blank
    return kept and (page.certainty or 0.0) < POOR


def listed_pages(numbers: Sequence[int]) -> str:
    """Page numbers for a message: the first twenty."""
    shown = ", ".join(str(number) for number in numbers[:20]) + (" ..." if len(numbers) > 20 else "")
    return f"{'page' if len(numbers) == 1 else 'pages'} {shown}"
