"""Signature blocks that stand side by side: each is read whole, the left one first."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from legalai.ingest.pdf.layout import Word

_Rows: TypeAlias = "list[list[Word]]"
# The right column of signatures begins beyond this share of the text's width; rows of one block are no farther apart.
_RIGHT_COLUMN, _FAR = 0.42, 14.0
_LEAST_GAP = 4.5
_FIELD = re.compile(r"(?:by|per|name|title|its|date)[ \t]*:", re.I)
_SIGNATURE = re.compile(r"(?:by|name|title|its|date|signature|print)\b", re.I)


class Side:
    """The words of one side of a gutter."""

    def __init__(self, gutter: float, *, right: bool) -> None:
        self._gutter = gutter
        self._right = right

    def __call__(self, word: "Word") -> bool:
        """Whether a word stands on this side."""
        return ((word.x0 + word.x1) / 2 > self._gutter) == self._right


def near_middle(rows: _Rows) -> float:
    """Where the right one of two columns of signatures may begin: text may fill the left half of a page only."""
    left, right = min((row[0].x0 for row in rows), default=0.0), max((row[-1].x1 for row in rows), default=0.0)
    return left + _RIGHT_COLUMN * (right - left)


def signature_runs(rows: _Rows, middle: float) -> list[_Rows]:
    """Rows in one run, but signature blocks that stand side by side in runs of their own."""
    runs: list[_Rows] = []
    paired = [_is_paired_signature(row, middle) for row in rows]
    near = [_near(rows, paired, index) for index in range(len(rows))]
    start = 0
    for index in range(1, len(rows) + 1):
        if index == len(rows) or near[index] != near[start]:
            runs.append(rows[start:index])
            start = index
    return runs


def has_fields(rows: _Rows) -> bool:
    """Whether lines of a table's cell below its first are fields of a signature, each on a line of its own."""
    return any(_FIELD.match(" ".join(word.text for word in row[:2])) for row in rows[1:])


def _near(rows: _Rows, paired: Sequence[bool], index: int) -> bool:
    """Whether a row stands in a block with paired signature lines: at one, or within three rows of two."""
    if paired[index]:
        return True
    around = range(max(index - 2, 0), min(index + 3, len(rows)))
    return sum(paired[other] and _is_close(rows[index], rows[other]) for other in around) >= 2


def _is_close(row: "Sequence[Word]", other: "Sequence[Word]") -> bool:
    """Whether two rows belong to one block; a footer stands far below the last signature."""
    return abs(row[0].bottom - other[0].bottom) < _FAR * row[0].size


def _is_paired_signature(row: "Sequence[Word]", middle: float) -> bool:
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
    gutter = min(next(word.x0 for word in row if word.x0 >= middle) for row in paired) - 2
    if any(_crosses_plainly(row, gutter) for row in run):
        return (None,)
    return (Side(gutter, right=False), Side(gutter, right=True))


def _crosses_plainly(row: "Sequence[Word]", x: float) -> bool:
    return any(word.x0 < x < word.x1 - 4 and word.text.strip("_") for word in row)
