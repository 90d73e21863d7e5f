"""Pages that are pictures, read by an engine on this machine: which engine, which pages, how well."""

import os
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from threading import Lock
from typing import Protocol, TypeAlias

import pypdfium2
from PIL import Image

from legalai.errors import InputError
from legalai.ingest.language import language_of
from legalai.ingest.ocr.picture import is_blank, render, skew_of, turned, way_back
from legalai.ingest.ocr.rapid import find_rapidocr
from legalai.ingest.ocr.tesseract import find_tesseract
from legalai.ingest.ocr.words import Seen, certainty, printed
from legalai.ingest.pdf.source import PdfSource
from legalai.ingest.pdf.word import Word
from legalai.text_map import Box

ENGINES_TO_INSTALL = "install tesseract-ocr, or pip install 'legalai[ocr]'"
# Upside down or sideways a page is read as noise, never as well as this.
_UPRIGHT = 0.6
_FEWEST_CHARACTERS = 20
# Pages in work together. A batch reads as many files at once as there are cores: more than this would let pages run
# out of time there. It is also how many pages back the language is taken from, so that no timing decides a reading.
_AT_ONCE = 2


class Engine(Protocol):
    """What reads the words of a picture. `name` is what users install."""

    @property
    def name(self) -> str:
        """What users call it."""
        ...

    @property
    def takes_every_core(self) -> bool:
        """Whether one picture keeps every core busy, so that a second would only wait."""
        ...

    def read(self, picture: Image.Image) -> Sequence[Seen]:
        """The words of an upright picture. Raises: TimeoutError; InputError where the engine itself is broken."""
        ...

    def turns(self, picture: Image.Image) -> Sequence[int]:
        """By how many degrees anticlockwise a picture may have to be turned to stand upright, likeliest first."""
        ...

    def speaking(self, language: str) -> "Engine | None":
        """The engine that reads `language` (ISO 639-1) too, itself where it does; None where its data is missing."""
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


def read_pages(source: PdfSource, numbers: Sequence[int], engine: Engine, on_page: Callable[[], None]) -> Reading:
    """What an engine reads on some pages of a PDF, counted from 1; `on_page` is called after every step of it.

    A page is read in the language found two pages before it, and again where it turns out to be in another.
    Raises: InputError where the engine is broken.
    """
    gathered = _Gathered(source.name, engine)
    step = _in_turn(on_page)
    pages_at_once = 1 if engine.takes_every_core else min(_AT_ONCE, _cores())
    with closing(source.opened()) as pdf, ThreadPoolExecutor(pages_at_once) as pool:
        for number in numbers:
            gathered.wait_for_all_but(_AT_ONCE - 1)
            # Here and not in the pool: pdfium draws one page at a time.
            picture, points = gathered.rendered(pdf, number)
            gathered.waiting.append(
                (number, pool.submit(_read_in_its_language, gathered.engine, picture, points, step))
            )
        gathered.wait_for_all_but(0)
    return Reading(engine.name, gathered.pages, tuple(gathered.failed), tuple(sorted(gathered.unspoken)))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _in_turn(on_page: Callable[[], None]) -> Callable[[], None]:
    """The same, called by one thread at a time."""
    lock = Lock()

    def step() -> None:
        with lock:
            on_page()

    return step


_Read: TypeAlias = tuple["PageReading", Engine, "str | None"]


@dataclass
class _Gathered:
    """What came of the pages so far, and those in work in their order; `engine` speaks what was found last."""

    name: str
    engine: Engine
    waiting: deque[tuple[int, "Future[_Read]"]] = field(default_factory=deque[tuple[int, "Future[_Read]"]])
    pages: dict[int, PageReading] = field(default_factory=dict[int, PageReading])
    failed: list[int] = field(default_factory=list[int])
    unspoken: set[str] = field(default_factory=set[str])

    def rendered(self, pdf: pypdfium2.PdfDocument, number: int) -> tuple[Image.Image, float]:
        """The picture of a page. Raises: InputError."""
        try:
            return render(pdf, number - 1, self.name)
        except InputError as error:
            raise self._of_page(number, error) from error

    def wait_for_all_but(self, most: int) -> None:
        """Take what the first of the pages in work say, until no more than so many are. Raises: InputError."""
        while len(self.waiting) > most:
            number, future = self.waiting.popleft()
            try:
                self.pages[number], self.engine, unspoken = future.result()
                self.unspoken |= {unspoken} if unspoken else set()
            except TimeoutError:
                self.failed.append(number)
            except InputError as error:
                raise self._of_page(number, error) from error

    def _of_page(self, number: int, error: InputError) -> InputError:
        return InputError(f"{self.name}, page {number}: {error}")


def _read_in_its_language(engine: Engine, picture: Image.Image, points: float, on_page: Callable[[], None]) -> _Read:
    """A page, the engine that reads its language, and that language where its data is missing."""
    reading = _read_page(engine, picture, points, on_page)
    language = language_of(" ".join(word.text for word in reading.words))
    speaker = engine.speaking(language)
    if speaker is None:
        return reading, engine, language
    return reading if speaker is engine else _read_page(speaker, picture, points, on_page), speaker, None


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
