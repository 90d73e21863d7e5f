"""Rows that stand in columns by the white between these: tables without ruling lines, blocks beside blocks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TypeAlias

from legalai.ingest.pdf.word import Word

Cells: TypeAlias = Sequence[Sequence[Word]]
"""The cells of a row, from left to right."""
_Span: TypeAlias = tuple[float, float]

# White that parts columns all along, in points, and as a multiple of the usual blank of a line; less
# where the word behind it begins at the edge of a column.
_CORRIDOR, _BLANKS, _EVEN_BLANKS = 4.0, 1.7, 1.2
# Rows of one block are no farther apart than this, in type sizes; a row above its first no farther than that.
_FAR, _NEAR = 3.5, 1.7
_FEWEST_ROWS = 2
FEWEST_RULES = 3
"""So many typed rules in a table part all its rows, and the last is its end."""


_RULE = re.compile(r"(?:- )?[-=]{3,}(?: [-=]{3,})*")


def is_rule(row: Cells) -> bool:
    """Whether a row is a line drawn with a typewriter; one that begins with a dash is escaped by another in filings."""
    return (
        row[0][0].text[0] in "-=" and _RULE.fullmatch(" ".join(word.text for cell in row for word in cell)) is not None
    )


@dataclass(frozen=True)
class Block:
    """Rows of a page, from `start` to `end`, in two columns or more; the spans of these, from left to right."""

    start: int
    end: int
    columns: tuple[_Span, ...]

    def edges(self) -> list[float]:
        """Where the columns begin and end: in the middle of the white between them."""
        inner = [(before[1] + after[0]) / 2 for before, after in pairwise(self.columns)]
        return [self.columns[0][0] - 1, *inner, self.columns[-1][1] + 1]


def blocks_of(rows: Sequence[Cells]) -> Iterator[Block]:
    """The blocks of a page from top to bottom."""
    taken = index = 0
    while index < len(rows):
        block = _grown(rows, index, taken) if len(rows[index]) > 1 and not is_rule(rows[index]) else None
        if block is None:
            index += 1
            continue
        if block.end - block.start >= _FEWEST_ROWS:
            yield block
        taken = index = block.end


def _grown(rows: Sequence[Cells], seed: int, first: int) -> Block | None:
    """The rows around one of several cells that keep the white between its columns."""
    columns = _fitted((), rows[seed])
    start, end = seed, seed + 1
    last = rows[seed]
    while columns and end < len(rows) and _distance(last, rows[end]) <= _FAR:
        wider = _fitted(columns, rows[end])
        if wider is None:
            break
        last = last if is_rule(rows[end]) else rows[end]
        columns, end = wider, end + 1
    while columns and start > first and _distance(rows[start - 1], rows[start]) <= _NEAR:
        wider = _fitted(columns, rows[start - 1])
        if wider is None:
            break
        columns, start = wider, start - 1
    if columns is None:
        return None
    rules = [index for index in range(start, end) if is_rule(rows[index])]
    if len(rules) >= FEWEST_RULES:
        end = rules[-1] + 1
    # What stands in the first column alone above and below may be any heading or paragraph.
    while end > seed + 1 and _is_first_alone(rows[end - 1], columns) and not _runs_on(rows[end - 2], rows[end - 1]):
        end -= 1
    while start < seed and _is_first_alone(rows[start], columns):
        start += 1
    return Block(start, end, _refined(columns, rows[start:end]))


def _distance(above: Cells, below: Cells) -> float:
    return (below[0][0].bottom - above[0][0].bottom) / max(below[0][0].size, 1.0)


def _runs_on(above: Cells, below: Cells) -> bool:
    return _distance(above, below) <= _NEAR and below[0][0].text[:1].islower()


def _refined(columns: Sequence[_Span], rows: Sequence[Cells]) -> tuple[_Span, ...]:
    """The columns, each cut where white goes through all rows and parts cells of several."""
    gaps = [(before[-1].x1, after[0].x0) for row in rows for before, after in pairwise(row)]
    rows = [row for row in rows if not is_rule(row)]
    words = sorted((word.x0, word.x1) for row in rows for cell in row for word in cell)
    parts: list[_Span] = []
    for x0, x1 in words:
        if parts and (x0 < parts[-1][1] + _CORRIDOR or not _parts_rows(gaps, parts[-1][1], x0, columns)):
            parts[-1] = parts[-1][0], max(parts[-1][1], x1)
        else:
            parts.append((x0, x1))
    return tuple(parts)


def _parts_rows(gaps: Sequence[_Span], x0: float, x1: float, columns: Sequence[_Span]) -> bool:
    """Whether white from x0 to x1 is that between two columns, or between cells of several rows."""
    if any(before[1] <= x0 and x1 <= after[0] for before, after in pairwise(columns)):
        return True
    return sum(left <= x0 and x1 <= right for left, right in gaps) >= _FEWEST_ROWS


def _is_first_alone(row: Cells, columns: Sequence[_Span]) -> bool:
    return is_rule(row) or row[-1][-1].x1 < columns[1][0]


def _fitted(columns: tuple[_Span, ...], row: Cells) -> tuple[_Span, ...] | None:
    """The columns with room for one more row; None where it runs over the white between them."""
    if is_rule(row):
        return columns
    parts = [part for cell in row for part in _cut(cell, columns)]
    spans = [(*span, 1) for span in columns]
    spans += [(part[0].x0, max(word.x1 for word in part), 0) for part in parts]
    merged: list[_Span] = []
    joined: list[int] = []
    for x0, x1, known in sorted(spans):
        if merged and x0 < merged[-1][1] + _CORRIDOR:
            merged[-1] = merged[-1][0], max(merged[-1][1], x1)
            joined[-1] += known
        else:
            merged.append((x0, x1))
            joined.append(known)
    return None if max(joined) > 1 else tuple(merged)


def _cut(cell: Sequence[Word], columns: Sequence[_Span]) -> "Iterator[Sequence[Word]]":
    """A cell cut where the white between two columns goes through it, if only by a narrow gap."""
    start = 0
    for before, after in pairwise(columns):
        cut = next((n for n in range(start + 1, len(cell)) if _is_gap(cell, n, before[1], after[0])), None)
        if cut is not None:
            yield cell[start:cut]
            start = cut
    yield cell[start:]


def _is_gap(cell: Sequence[Word], index: int, begin: float, end: float) -> bool:
    """Whether the white before a word lies in the white from `begin` to `end`, and is wider than a blank."""
    left, right = cell[index - 1].x1, cell[index].x0
    if right - left < _CORRIDOR or left > end - _CORRIDOR or right < begin + _CORRIDOR:
        return False
    usual = median(max(after.x0 - before.x1, 0.0) for before, after in pairwise(cell))
    return len(cell) == 2 or right - left > (_EVEN_BLANKS if abs(right - end) < 1 else _BLANKS) * usual
