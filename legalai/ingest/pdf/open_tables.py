"""Tables without ruling lines whose cells have several lines: which lines make a row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from legalai.ingest.clause_numbers import read_label
from legalai.ingest.pdf.rulings import RuledTable
from legalai.ingest.pdf.side_by_side import FEWEST_RULES, Block, Cells, is_rule
from legalai.ingest.pdf.word import Word
from legalai.text_map import Box

_USUAL_PITCH = 1.2
# White above a line by which it begins a row, as a multiple of the usual distance of lines.
_GAP = 1.35
# The same under the head of a table, and for a line without anything in the first column.
_LOOSE, _BLANK_LINE = 1.15, 1.7
# A line that ends so near its column's edge, as a share of the column, was wrapped there.
_FULL = 0.25
_LOWER = re.compile(r"[a-z\u00df-\u00f6\u00f8-\u00ff][^\W\d_]*(?:[-\u2019'/][^\W\d_]+)*[,.;:)]*")


@dataclass
class _Column:
    """A column of a block: its words on each line of the block, none on some."""

    x1: float
    width: float
    lines: "list[Sequence[Word]]" = field(default_factory=list[Sequence[Word]])

    def distance(self, index: int) -> float | None:
        """From the line above to this one in type sizes; None where one of them is empty or none is above."""
        above = next((line for line in self.lines[:index][::-1] if line), None)
        if above is None or not self.lines[index]:
            return None
        return (self.lines[index][0].bottom - above[0].bottom) / max(above[0].size, 1.0)

    def runs_on(self, pitch: float) -> list[bool]:
        """For each line whether it goes on the one close above it, which was full."""
        found: list[bool] = []
        for index in range(len(self.lines)):
            above = next((place for place in range(index - 1, -1, -1) if self.lines[place]), None)
            long = above is not None and (len(self.lines[above]) > 1 or found[above])
            found.append(long and above is not None and self._goes_on(above, index, pitch))
        return found

    def _goes_on(self, above: int, index: int, pitch: float) -> bool:
        line, distance = self.lines[index], self.distance(index)
        if distance is None or distance > _GAP * pitch or not _LOWER.fullmatch(line[0].text):
            return False
        room = self.x1 - self.lines[above][-1].x1
        full = room < line[0].x1 - line[0].x0 + 0.3 * line[0].size or room < _FULL * self.width
        return full and read_label(" ".join(word.text for word in line)) is None


def open_table(rows: Sequence[Cells], block: Block) -> RuledTable | None:
    """The table that a block is; None where no row has an empty cell, nor several lines in several.

    Rows of one line that are all full need no such reading.
    """
    lines = [row for row in rows[block.start : block.end] if not is_rule(row)]
    columns = _columns(lines, block)
    pitch = _pitch(columns)
    running = [any(here) for here in zip(*(column.runs_on(pitch) for column in columns), strict=True)]
    spans = list(pairwise([*_starts(columns, pitch, running, _under_rules(rows, block)), len(lines)]))
    if any(_is_deep(columns, *span) and any(running[slice(*span)]) for span in spans) or _has_holes(columns, spans):
        return _drawn(lines, block, spans)
    return None


def _under_rules(rows: Sequence[Cells], block: Block) -> set[int]:
    """The lines under a typed rule, counted without the rules."""
    found: set[int] = set()
    count = 0
    for row in rows[block.start : block.end]:
        if is_rule(row):
            found.add(count)
        else:
            count += 1
    return found - {count}


def _starts(columns: Sequence[_Column], pitch: float, running: Sequence[bool], under_rules: set[int]) -> list[int]:
    """The lines at which rows begin."""
    if len(under_rules) >= FEWEST_RULES:
        return sorted({0, *under_rules})
    begun = (
        index
        for index in range(1, len(running))
        if index in under_rules or _begins(columns, index, pitch, running=running[index])
    )
    return [0, *begun]


def _is_deep(columns: Sequence[_Column], start: int, end: int) -> bool:
    """Whether a row has several lines in several cells."""
    return sum(sum(map(bool, column.lines[start:end])) > 1 for column in columns) > 1


def _has_holes(columns: Sequence[_Column], spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the head of a table names three columns or more, and a row below has nothing in one before its last."""
    filled = [[any(column.lines[start:end]) for column in columns] for start, end in spans]
    return (
        len(columns) > 2
        and all(filled[0])
        and any(row[0] and (True in row[row.index(False) :] if False in row else False) for row in filled[1:])
    )


def _columns(lines: Sequence[Cells], block: Block) -> list[_Column]:
    edges = block.edges()
    columns = [_Column(x1, x1 - x0) for x0, x1 in block.columns]
    for row in lines:
        words = [word for cell in row for word in cell]
        for number, column in enumerate(columns):
            column.lines.append(
                [word for word in words if edges[number] <= (word.x0 + word.x1) / 2 < edges[number + 1]]
            )
    return columns


def _pitch(columns: Sequence[_Column]) -> float:
    """The usual distance of two lines of a cell, in type sizes."""
    distances = [
        distance
        for column in columns
        for index in range(len(column.lines))
        if (distance := column.distance(index)) is not None and distance < 2 * _USUAL_PITCH
    ]
    return min(median(distances), _USUAL_PITCH * 1.3) if distances else _USUAL_PITCH


def _begins(columns: Sequence[_Column], index: int, pitch: float, *, running: bool) -> bool:
    """Whether a line begins a row: under white, or with something new in the first column and beside it."""
    first = columns[0].lines
    above = next((line for line in first[:index][::-1] if line), None)
    if above and first[index] and above[-1].text.endswith(":") and first[index][-1].text.endswith(":"):
        return True
    if not first[index - 1] and all(column.lines[index] for column in columns):
        return True
    if running:
        return False
    several = sum(bool(column.lines[index]) for column in columns) > 1
    distance = _white(columns, index)
    if first[index]:
        return distance > _GAP * pitch or (several and index >= _head_end(columns, pitch))
    return several and distance > _BLANK_LINE * pitch


def _white(columns: Sequence[_Column], index: int) -> float:
    """From the last line above of any column to this one, in type sizes."""
    here = next(column.lines[index] for column in columns if column.lines[index])
    above = max(line[0].bottom for column in columns for line in column.lines[:index] if line)
    return (here[0].bottom - above) / max(here[0].size, 1.0)


def _head_end(columns: Sequence[_Column], pitch: float) -> int:
    """How many lines the head of a table takes: bold ones, with white under the last; 0 where there is none."""
    count = len(columns[0].lines)
    bold = [all(word.bold for column in columns for word in column.lines[line]) for line in range(count)]
    end = bold.index(False) if False in bold else 0
    if any(bold[line] and columns[0].lines[line] for line in range(end, count)):
        return 0  # rows begin in bold
    return end if end and _white(columns, end) > pitch * _LOOSE else 0


def _drawn(lines: Sequence[Cells], block: Block, spans: Sequence[tuple[int, int]]) -> RuledTable:
    """The table with a box for each cell, as if it had ruling lines."""
    tops = [min(word.top for cell in row for word in cell) for row in lines]
    bottoms = [max(word.bottom for cell in row for word in cell) for row in lines]
    inner = [(max(bottoms[:start]) + min(tops[start:])) / 2 for start, _ in spans[1:]]
    levels = [min(tops) - 1, *inner, max(bottoms) + 1]
    sides = block.edges()
    return RuledTable(
        tuple(tuple(Box(x0, top, x1, bottom) for x0, x1 in pairwise(sides)) for top, bottom in pairwise(levels))
    )
