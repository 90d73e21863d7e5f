"""Pictures of text that stand on a page beside its own text, such as a scanned annex below a typed title."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from legalai.ingest.language import language_of
from legalai.ingest.ocr.engines import PageReading
from legalai.ingest.pdf.printed import PrintedPage
from legalai.ingest.pdf.word import Word
from legalai.text_map import Box

# A smaller share of a page is a logo, a seal or a signature.
_LEAST_SHARE = 0.08
# What stands on a picture: more words than this, and it is the ground of them.
_MOST_ON_IT = 3
_FEWEST_WORDS, _FEWEST_TO_TELL = 6, 20
_SURE = 0.8
_SAME_SIZE = 0.02


def inlaid_pictures(page: PrintedPage) -> list[Box]:
    """The pictures of a page with text of its own that may be text too."""
    if not page.words or page.homes:
        return []
    least = _LEAST_SHARE * page.width * page.height
    large = [box for box in page.pictures if (box.x1 - box.x0) * (box.bottom - box.top) >= least]
    return [box for box in large if sum(_is_on(word, box) for word in page.words) <= _MOST_ON_IT]


def words_on_pictures(page: PrintedPage, reading: PageReading) -> tuple[Word, ...]:
    """The words that were read on those pictures; none where they make no sense, as those of a photograph."""
    found = _found(page, reading)
    spoken = _spoken(found)
    if language_of(" ".join(spoken)) != "und":
        return found
    few = _FEWEST_WORDS <= len(spoken) < _FEWEST_TO_TELL
    return found if few and (reading.certainty or 0.0) >= _SURE else ()


def holds_words(page: PrintedPage, reading: PageReading) -> bool:
    """Whether so many words were read on those pictures that they are text, if a text that makes no sense as read."""
    return len(_spoken(_found(page, reading))) >= _FEWEST_TO_TELL


def _found(page: PrintedPage, reading: PageReading) -> tuple[Word, ...]:
    if abs(reading.width - page.width) > _SAME_SIZE * page.width:
        return ()
    pictures = inlaid_pictures(page)
    return tuple(word for word in reading.words if any(_is_on(word, box) for box in pictures))


def _spoken(words: Iterable[Word]) -> list[str]:
    return [word.text for word in words if sum(map(str.isalpha, word.text)) > 2]


def with_words(pages: Sequence[PrintedPage], added: Mapping[int, Iterable[Word]]) -> list[PrintedPage]:
    """The pages with what was read on their pictures; `added` counts pages from 1."""
    return [
        replace(page, words=(*page.words, *added[number])) if number in added else page
        for number, page in enumerate(pages, start=1)
    ]


def _is_on(word: Word, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box.x0 <= x <= box.x1 and box.top <= y <= box.bottom
