"""From words read off a picture to words as printed: one type size and one baseline for a line.

An engine's box is the ink of a word, lower for "or" than for "By"; layout needs the type size that a font would state.
"""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from statistics import median

from legalai.ingest.pdf.word import Word

# Shares of the type size, alike in the faces contracts are set in.
_ASCENT, _X_HEIGHT, _DESCENT = 0.69, 0.46, 0.21
_TOP, _BOTTOM = 0.75, 0.22
_LOW = frozenset("acemnorsuvwxz")
_HANGING = frozenset("gjpqyQ,;()[]{}|/$_")
# Sizes of lines that differ by less than this are one size, unevenly inked.
_SAME_SIZE = 0.17
_SMALLEST, _LARGEST = 4.0, 72.0
# Marks and ruling lines that engines take for letters.
_STROKES = frozenset("|¦!_-—–=~.,:;'\"`‘’“”\\/<>«»°^*•·[]{}()")
_STROKE_CERTAINTY = 0.6


@dataclass(frozen=True, slots=True)
class Seen:
    """A word as an engine sees it: its ink in pixels, its certainty from 0 to 1, and the line it stands in."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    certainty: float
    line: Hashable


def certainty(seen: Sequence[Seen]) -> float | None:
    """The mean certainty of the letters; None where there are none."""
    letters = sum(len(word.text) for word in seen)
    return sum(word.certainty * len(word.text) for word in seen) / letters if letters else None


def printed(seen: Sequence[Seen], points: float) -> tuple[Word, ...]:
    """The words in points (`points` is the size of a pixel), without strokes that were taken for words."""
    lines: dict[Hashable, list[Seen]] = defaultdict(list)
    for word in seen:
        if not _is_stroke(word):
            lines[word.line].append(word)
    sizes = _sizes(list(lines.values()), points)
    return tuple(
        Word(
            text=word.text,
            x0=word.x0 * points,
            top=base - _TOP * size,
            x1=max(word.x1, word.x0 + 1) * points,
            bottom=base + _BOTTOM * size,
            size=size,
            bold=False,
        )
        for line, size in zip(lines.values(), sizes, strict=True)
        for base in (_baseline(line, size / points) * points,)
        for word in line
    )


def _is_stroke(word: Seen) -> bool:
    text = word.text.strip()
    blank = len(text) >= 3 and set(text) <= {"_", ".", "-"}
    return not text or (set(text) <= _STROKES and not blank and word.certainty < _STROKE_CERTAINTY)


def _sizes(lines: Sequence[Sequence[Seen]], points: float) -> list[float]:
    """The type size of each line in points; those near the size of most of the page are that size."""
    raw = [_size(line) * points for line in lines]
    body = median(size for line, size in zip(lines, raw, strict=True) for _ in line) if lines else 0.0
    return [
        min(max(body if abs(size - body) < _SAME_SIZE * body else round(size), _SMALLEST), _LARGEST) for size in raw
    ]


def _size(line: Sequence[Seen]) -> float:
    """The type size of a line in pixels, by what its letters rise and hang."""
    telling = [word for word in line if any(char.isalnum() for char in word.text)] or line
    return median((word.bottom - word.top) / _share(word.text) for word in telling)


def _share(text: str) -> float:
    """How much of the type size the ink of a word takes."""
    rise = _X_HEIGHT if set(text) <= _LOW else _ASCENT
    return rise + (_DESCENT if not _HANGING.isdisjoint(text) else 0.0)


def _baseline(line: Sequence[Seen], size: float) -> float:
    standing = [word.bottom for word in line if _HANGING.isdisjoint(word.text) and any(map(str.isalnum, word.text))]
    if standing:
        return median(standing)
    return median(word.bottom for word in line) - _DESCENT * size
