"""Where every character of a `Document.text` came from: a page and a box, or a paragraph and a run."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page. Units: PDF points, origin top left."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Home:
    """The place that characters [start, end) of the text came from.

    PDF: `page` (from 1) and `box`. DOCX: `paragraph`, the index in document order over every w:p of the body, and
    `run`, the index over the w:r of that paragraph. `offset` is where the first of the characters stands in that run,
    or in the file for plain text; it is None for characters the file does not hold as text (a rendered clause number, a
    line break between blocks), which belong to the place they introduce or end.
    """

    start: int
    end: int
    page: int | None = None
    box: Box | None = None
    paragraph: int | None = None
    run: int | None = None
    offset: int | None = None


@dataclass(frozen=True)
class TextMap:
    """Homes in text order that cover every character once: no gap, no overlap.

    Raises: ValueError when they do not.
    """

    homes: tuple[Home, ...]

    def __post_init__(self) -> None:
        position = 0
        for home in self.homes:
            if home.start != position or home.end <= home.start:
                raise ValueError(
                    f"homes must tile the text: expected a start at {position}, got {home.start}..{home.end}"
                )
            position = home.end

    def __len__(self) -> int:
        return self.homes[-1].end if self.homes else 0

    @cached_property
    def _starts(self) -> list[int]:
        return [home.start for home in self.homes]

    def home(self, index: int) -> Home:
        """The home of the character at `index`. Raises: IndexError outside the text."""
        if not 0 <= index < len(self):
            raise IndexError(f"no character {index} in a text of {len(self)}")
        return self.homes[bisect_right(self._starts, index) - 1]

    def within(self, start: int, end: int) -> Iterator[Home]:
        """The homes that characters [start, end) touch, in order."""
        if start >= end:
            return
        first = max(bisect_right(self._starts, start) - 1, 0)
        for home in self.homes[first:]:
            if home.start >= end:
                return
            yield home

    def page(self, index: int) -> int | None:
        """The page of the character at `index`, from 1; None in a document without pages."""
        return self.home(index).page
