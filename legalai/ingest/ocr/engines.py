"""Pages that are pictures, read by an engine on this machine: which engine, which pages, how well."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pypdfium2
from PIL import Image

from legalai.errors import InputError
from legalai.ingest.language import language_of
from legalai.ingest.ocr.picture import is_blank, render, skew_of, turned, way_back
from legalai.ingest.ocr.rapid import find_rapidocr
from legalai.ingest.ocr.tesseract import find_tesseract
from legalai.ingest.ocr.words import Seen, certainty, printed
from legalai.ingest.pdf.layout import Word
from legalai.text_map import Box

ENGINES_TO_INSTALL = "install tesseract-ocr, or pip install 'legalai[ocr]'"
# Upside down or sideways a page is read as noise, never as well as this.
_UPRIGHT = 0.6
_FEWEST_CHARACTERS = 20


class Engine(Protocol):
    """What reads the words of a picture. `name` is what users install."""

    @property
    def name(self) -> str:
        """What users call it."""
        ...

    def read(self, picture: Image.Image) -> Sequence[Seen]:
        """The words of an upright picture. Raises: TimeoutError; InputError where the engine itself is broken."""
        ...

    def turns(self, picture: Image.Image) -> Sequence[int]:
        """By how many degrees anticlockwise a picture may have to be turned to stand upright, likeliest first."""
        ...

    def speak(self, language: str) -> bool | None:
        """Read `language` (ISO 639-1) from now on: False where its data is missing, None where nothing changes."""
        ...


@dataclass(frozen=True)
class PageReading:
    """What was read on a page, in points of the page turned upright; `homes` are the places on the page as shown.

    `blank`: nothing stands on it, or what stands on it is a speck.
    """

    words: tuple[Word, ...]
    width: float
    height: float
    homes: dict[Box, Box]
    certainty: float | None
    blank: bool


@dataclass(frozen=True)
class Reading:
    """The pages read (from 1), those that could not be, and the languages met whose data is missing."""

    engine: str
    pages: dict[int, PageReading]
    failed: tuple[int, ...]
    unspoken: tuple[str, ...]


def find_engine() -> Engine | None:
    """Tesseract wherever it is on PATH, else rapidocr where it is installed."""
    return find_tesseract() or find_rapidocr()


def read_pages(
    path: Path, password: str | None, numbers: Sequence[int], engine: Engine, on_page: Callable[[], None]
) -> Reading:
    """What an engine reads on some pages of a PDF, counted from 1; `on_page` is called after every step of it.

    Raises: InputError where the engine is broken.
    """
    pages: dict[int, PageReading] = {}
    failed: list[int] = []
    unspoken: set[str] = set()
    with closing(pypdfium2.PdfDocument(path, password=password)) as pdf:
        for number in numbers:
            try:
                picture, points = render(pdf, number - 1, path.name)
                reading = _read_page(engine, picture, points, on_page)
                language = language_of(" ".join(word.text for word in reading.words))
                spoken = engine.speak(language)
                if spoken is False:
                    unspoken.add(language)
                pages[number] = _read_page(engine, picture, points, on_page) if spoken else reading
            except TimeoutError:
                failed.append(number)
            except InputError as error:
                raise InputError(f"{path.name}, page {number}: {error}") from error
    return Reading(engine.name, pages, tuple(failed), tuple(sorted(unspoken)))


def _read_page(engine: Engine, picture: Image.Image, points: float, on_page: Callable[[], None]) -> PageReading:
    """The best reading of a page, turned if it makes no sense as it stands; `points` is the size of a pixel."""
    best = _read_turned(engine, picture, 0)
    on_page()
    if not _makes_sense(best.seen):
        turns = engine.turns(picture)
        on_page()
        for turn in turns:
            best = max(best, _read_turned(engine, picture, turn), key=lambda attempt: _worth(attempt.seen))
            on_page()
            if _makes_sense(best.seen):
                break
    words = printed(best.seen, points)
    width, height = best.size[0] * points, best.size[1] * points
    back = way_back(best.angle, (width, height), (picture.width * points, picture.height * points))
    boxes = [Box(word.x0, word.top, word.x1, word.bottom) for word in words]
    return PageReading(words, width, height, {box: back(box) for box in boxes}, certainty(best.seen), is_blank(picture))


@dataclass(frozen=True)
class _Attempt:
    """What was read on a page turned by an angle, and the size in pixels that it had then."""

    seen: Sequence[Seen]
    angle: float
    size: tuple[int, int]


def _read_turned(engine: Engine, picture: Image.Image, turn: int) -> _Attempt:
    """What is read on a page turned and made level."""
    upright = turned(picture, turn)
    skew = skew_of(upright)
    level = turned(upright, skew) if skew else upright
    return _Attempt(engine.read(level), turn + skew, level.size)


def _worth(seen: Sequence[Seen]) -> float:
    return 0.0 if _is_sideways(seen) else sum(word.certainty * len(word.text) for word in seen)


def _makes_sense(seen: Sequence[Seen]) -> bool:
    letters = sum(len(word.text) for word in seen)
    return letters >= _FEWEST_CHARACTERS and (certainty(seen) or 0) > _UPRIGHT and not _is_sideways(seen)


def _is_sideways(seen: Sequence[Seen]) -> bool:
    """Whether most long words stand on end: an engine may read them so, but lines run from left to right."""
    long = [word.bottom - word.top > word.x1 - word.x0 for word in seen if len(word.text) > 3]
    return 2 * sum(long) > len(long)
