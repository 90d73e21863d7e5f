"""Signature blocks that stand side by side: each is read whole, the left one first."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from legalai.ingest.pdf.word import Word

_Rows: TypeAlias = list[list[Word]]
# The right column of signatures begins beyond this share of the text's width; rows of one block are no farther apart.
_RIGHT_COLUMN, _FAR = 0.42, 14.0
_LEAST_GAP = 4.5
# How many rows of names stand above the fields to sign, and of addresses below; how far, in type sizes.
_NAME_ROWS, _NAMES_ABOVE = 4, 7.0
_WIDE, _CENTRED = 2.0, 8.0
_ADDRESS_ROWS, _ADDRESS_BELOW = 8, 4.0
_FIELD = re.compile(r"(?:by|per|name|title|its|date)[ \t]*:", re.I)
_SIGNATURE = re.compile(r"(?:by|name|title|its|date|signature|print)\b", re.I)


class Side:
    """The words of one side of a gutter."""

    def __init__(self, gutter: float, *, right: bool) -> None:
        self._gutter = gutter
        self._right = right

    def __call__(self, word: Word) -> bool:
        """Whether a word stands on this side."""
        return ((word.x0 + word.x1) / 2 > self._gutter) == self._right


def near_middle(rows: _Rows) -> float:
    """Where the right one of two columns of signatures may begin: text may fill the left half of a page only."""
    left, right = min((row[0].x0 for row in rows), default=0.0), max((row[-1].x1 for row in rows), default=0.0)
    return left + _RIGHT_COLUMN * (right - left)


def signature_runs(rows: _Rows, middle: float) -> list[_Rows]:
    """Rows in one run, but signature blocks that stand side by side in runs of their own."""
    paired = [_is_paired_signature(row, middle) for row in rows]
    near = [_near(rows, paired, index) for index in range(len(rows))]
    ends = [index for index in range(1, len(rows)) if near[index] != near[index - 1]]
    spans = list(pairwise([0, *ends, len(rows)]))
    blocks = [_with_names(rows, paired, *span, middle) for span in spans if near[span[0]]] if any(near) else []
    cuts = sorted({0, len(rows), *(cut for block in blocks for cut in block)})
    return [rows[start:end] for start, end in pairwise(cuts)]


def _with_names(rows: _Rows, paired: Sequence[bool], start: int, end: int, middle: float) -> tuple[int, int]:
    """The rows of signature blocks side by side with the names above them and the addresses below."""
    beside = [row for row, is_paired in zip(rows[start:end], paired[start:end], strict=True) if is_paired]
    if len(beside) < 2:
        return start, end
    gutter = _gutter(beside, middle)
    begun = next(index for index in range(start, end) if paired[index])
    first = begun
    for index in range(begun - 1, max(start - 1 - _NAME_ROWS, -1), -1):
        shifted = _shifted(rows[index], gutter)
        if shifted is None or (index < start and _distance(rows[index], rows[index + 1]) > _NAMES_ABOVE):
            break
        if index >= start or _stands_on_both_sides(rows[index], shifted):
            first = index
    last = max(index for index in range(start, end) if paired[index]) + 1
    for index in range(last, min(end + _ADDRESS_ROWS, len(rows))):
        if _shifted(rows[index], gutter) != gutter or _distance(rows[index - 1], rows[index]) > _ADDRESS_BELOW:
            break
        if index < end or _stands_on_both_sides(rows[index], gutter) or _SIGNATURE.match(rows[index][0].text):
            last = index + 1
    return first, last


def _shifted(row: Sequence[Word], gutter: float) -> float | None:
    """The gutter where it parts a row, moved to the wide gap beside it if need be; None where the row runs over it.

    A name above the fields may be centred, and begin left of them.
    """
    left = [word for word in row if (word.x0 + word.x1) / 2 <= gutter]
    right = [word for word in row if (word.x0 + word.x1) / 2 > gutter]
    near = left and right and right[0].x0 - left[-1].x1 < _LEAST_GAP
    if not near and not _crosses_plainly(row, gutter):
        return gutter
    for before, after in pairwise(row):
        size = max(after.size, 1.0)
        if after.x0 - before.x1 > _WIDE * size and 0 < gutter - after.x0 < _CENTRED * size:
            return after.x0 - 2
    return None


def _stands_on_both_sides(row: Sequence[Word], gutter: float) -> bool:
    return row[0].x1 < gutter < row[-1].x1


def _distance(above: Sequence[Word], below: Sequence[Word]) -> float:
    return (below[0].bottom - above[0].bottom) / max(below[0].size, 1.0)


def has_fields(rows: _Rows) -> bool:
    """Whether lines of a table's cell below its first are fields of a signature, each on a line of its own."""
    return any(_FIELD.match(" ".join(word.text for word in row[:2])) for row in rows[1:])


def _near(rows: _Rows, paired: Sequence[bool], index: int) -> bool:
    """Whether a row stands in a block with paired signature lines: at one, or within three rows of two."""
    if paired[index]:
        return True
    around = range(max(index - 2, 0), min(index + 3, len(rows)))
    return sum(paired[other] and _is_close(rows[index], rows[other]) for other in around) >= 2


def _is_close(row: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether two rows belong to one block; a footer stands far below the last signature."""
    return abs(row[0].bottom - other[0].bottom) < _FAR * row[0].size


def _is_paired_signature(row: Sequence[Word], middle: float) -> bool:
    right = next((word for word in row if word.x0 >= middle), None)
    return bool(
        right and row[0].x0 < middle and _SIGNATURE.match(row[0].text) and _SIGNATURE.match(right.text)
        and right.x0 - max(word.x1 for word in row if word.x0 < right.x0) > _LEAST_GAP
    )  # fmt: skip


def columns_of_signatures(run: _Rows, middle: float) -> tuple[Side | None, ...]:
    """The two columns of a run of signature blocks; one that is everything (None) where it has no such columns."""
    paired = [row for row in run if _is_paired_signature(row, middle)]
    if len(paired) < 2:
        return (None,)
    gutter = _gutter(paired, middle)
    gutter = min((x for row in run if (x := _shifted(row, gutter)) is not None), default=gutter)
    if any(_crosses_plainly(row, gutter) for row in run):
        return (None,)
    return (Side(gutter, right=False), Side(gutter, right=True))


def _gutter(paired: _Rows, middle: float) -> float:
    return min(next(word.x0 for word in row if word.x0 >= middle) for row in paired) - 2


def _crosses_plainly(row: Sequence[Word], x: float) -> bool:
    return any(word.x0 < x < word.x1 - 4 and word.text.strip("_") for word in row)
