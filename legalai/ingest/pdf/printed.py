"""The pages of a PDF as printed: the words a reader is shown, those he is not, and what pictures take."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import pypdfium2
from pypdfium2 import raw

from legalai.ingest.pdf.characters import UNKNOWN_LETTER, Frame, characters_of, frame_of
from legalai.ingest.pdf.comments import comments_of, files_on
from legalai.ingest.pdf.embedded import name_of
from legalai.ingest.pdf.forms import TickBox, opened_with_forms, tick_boxes, with_ticks
from legalai.ingest.pdf.free_text import free_texts
from legalai.ingest.pdf.placed_objects import objects_of, placed_objects
from legalai.ingest.pdf.rulings import RuledTable, ruled_tables
from legalai.ingest.pdf.seen import HiddenWords, parted
from legalai.ingest.pdf.word import Word
from legalai.ingest.pdf.words import PlacedWord, reading_turn, words_of
from legalai.text_map import Box

_STROKES_OF_LETTERS = 100


@dataclass(frozen=True)
class PrintedPage:
    """A page as its text layer has it, turned so that most of its text is upright. Sizes in points.

    `covered` is the share of the page that `pictures` take; `shown` says whether it shows anything at all. `homes`: for
    a turned page, where each word's box is on the page as shown. Tables of a turned page are not looked for, nor boxes
    to tick. `attached`: names of the files its notes hold. `broken`: it cannot be opened.
    """

    words: tuple[Word, ...]
    width: float
    height: float
    covered: float
    shown: bool
    tables: tuple[RuledTable, ...] = ()
    homes: Mapping[Box, Box] = field(default_factory=dict[Box, Box])
    hidden: tuple[HiddenWords, ...] = ()
    comments: tuple[str, ...] = ()
    pictures: tuple[Box, ...] = ()
    attached: tuple[str, ...] = ()
    broken: bool = False

    @property
    def text(self) -> str:
        """Its words with single spaces."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def unmapped(self) -> int:
        """How many words have letters that their font does not name."""
        return sum(UNKNOWN_LETTER in word.text for word in self.words)


_BROKEN = PrintedPage(words=(), width=0.0, height=0.0, covered=0.0, shown=False, broken=True)


def printed_pages(pdf: pypdfium2.PdfDocument) -> Iterator[PrintedPage]:
    """The pages in order, what is written on forms and notes included; one that cannot be opened is empty and says so.

    To be asked before any page is loaded.
    """
    opened_with_forms(pdf)
    for index in range(len(pdf)):
        try:
            yield _page(pdf, index)
        except pypdfium2.PdfiumError:
            yield _BROKEN


def _page(pdf: pypdfium2.PdfDocument, index: int) -> PrintedPage:
    """Raises: PdfiumError."""
    page: Any = pdf[index]
    comments, attached = tuple(comments_of(page)), tuple(name_of(file) for file in files_on(page))
    frame = frame_of(page)
    boxes, typed = tuple(tick_boxes(pdf, page, frame)), free_texts(page, frame)
    page = _flattened(pdf, index, page)
    try:
        printed = _printed(page, boxes, typed, alone=len(pdf) == 1)
    finally:
        page.close()
    return replace(printed, comments=comments, attached=attached)


def _flattened(pdf: pypdfium2.PdfDocument, index: int, page: Any) -> Any:
    """The page with what was filled in and written on it as part of it, as a reader sees it."""
    if raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return page
    page.close()
    return pdf[index]


def _printed(page: Any, boxes: Sequence[TickBox], typed: Sequence[PlacedWord], *, alone: bool) -> PrintedPage:
    frame = frame_of(page)
    characters = characters_of(page, frame)
    turn = reading_turn(characters)
    objects = objects_of(page)
    shown, pictures = _shows_something(objects) or alone, tuple(_pictures(objects, frame))
    covered = _share(pictures, frame)
    tables = () if turn else tuple(ruled_tables(objects, frame))
    words, hidden = parted(page, frame, words_of(characters, frame, turn), covered)
    if not turn:
        words = [*(with_ticks(words, boxes) if boxes else words), *typed]
    width, height = frame.size[::-1] if turn % 2 else frame.size
    return PrintedPage(
        words=tuple(each.word for each in words),
        width=width,
        height=height,
        covered=covered,
        shown=shown,
        tables=tables,
        homes={_box(each): each.box for each in words} if turn else {},
        hidden=tuple(hidden),
        pictures=pictures,
    )


def _box(placed: PlacedWord) -> Box:
    return Box(placed.word.x0, placed.word.top, placed.word.x1, placed.word.bottom)


def _shows_something(objects: Sequence[Any]) -> bool:
    """Whether a page holds text, a picture, or so many strokes that they may be letters: no blank page does."""
    kinds = Counter(item.type for item in objects)
    letters = kinds[raw.FPDF_PAGEOBJ_TEXT] + kinds[raw.FPDF_PAGEOBJ_IMAGE]
    return bool(letters) or kinds[raw.FPDF_PAGEOBJ_PATH] >= _STROKES_OF_LETTERS


def _pictures(objects: Sequence[Any], frame: Frame) -> Iterator[Box]:
    """Where the pictures of a page are on it as shown."""
    width, height = frame.size
    for item, matrix in placed_objects(objects, raw.FPDF_PAGEOBJ_IMAGE):
        x0, top, x1, bottom = frame.shown(*matrix.on_rect(*item.get_bounds()))
        yield Box(max(x0, 0.0), max(top, 0.0), min(x1, width), min(bottom, height))


def _share(pictures: Sequence[Box], frame: Frame) -> float:
    """The share of a page that its pictures take, strips of one scan together."""
    width, height = frame.size
    area = sum(max(box.x1 - box.x0, 0.0) * max(box.bottom - box.top, 0.0) for box in pictures)
    return min(area / max(width * height, 1.0), 1.0)
