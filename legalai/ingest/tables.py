"""The rows of a table as paragraphs, in every format: the cells of a row on one line, an empty cell keeping its place.

One tab parts two cells, and one more stands for each empty cell before, between, among or after them: a label whose
cell is empty says nothing of the row below. A column that is empty in every row is white space, and no column.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from legalai.ingest.pieces import Paragraph

# What a cell may span in HTML (the standard's own limits), and no file needs more.
_MOST_COLUMNS, _MOST_ROWS = 1_000, 65_534
# Edges of cells this near are one: a ninth of an inch.
_SNAP_TWIPS = 160


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as a file has it: its paragraphs, none where it is empty, and how many columns and rows it spans.

    `covered`: a cell of a row above reaches over it.
    """

    paragraphs: Sequence[Paragraph] = ()
    columns: int = 1
    rows: int = 1
    covered: bool = False


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell with words in it, the column of the table that it begins in, and the one that it ends before.

    `row_end`: the column that its row ends before.
    """

    paragraphs: Sequence[Paragraph]
    start: int
    end: int
    row_end: int


def placed_cells(rows: Sequence[Sequence[Cell]]) -> list[list[PlacedCell]]:
    """The filled cells of every row, each in its column; a cell that spans rows fills its column in the first."""
    placed: list[list[PlacedCell]] = []
    reaching: list[tuple[int, int, int]] = []
    """The columns, from and to, of cells that reach into the row to come, and into how many rows."""
    for row in rows:
        here, reaching = sorted(reaching), [(start, end, left - 1) for start, end, left in reaching if left > 1]
        column = passed = row_end = 0
        filled: list[tuple[Sequence[Paragraph], int, int]] = []
        for cell in row:
            while passed < len(here) and here[passed][0] <= column:
                column = max(column, here[passed][1])
                passed += 1
            end = column + min(max(cell.columns, 0), _MOST_COLUMNS)
            if cell.rows > 1 and len(reaching) < _MOST_COLUMNS:
                reaching.append((column, end, min(cell.rows, _MOST_ROWS) - 1))
            if cell.paragraphs:
                filled.append((cell.paragraphs, column, end))
            column = end
            row_end = row_end if cell.covered else end
        placed.append([PlacedCell(*each, row_end=row_end) for each in filled])
    return placed


def columns_of(rows: Sequence[Sequence[PlacedCell]]) -> list[int]:
    """The columns in which some cell begins that has words in it, in order."""
    return sorted({cell.start for row in rows for cell in row})


def _between(columns: Sequence[int], after: int, before: int) -> str:
    """A tab for each column that begins between two places in a row."""
    return "\t" * (bisect_left(columns, before) - bisect_left(columns, after))


def row_paragraphs(row: Sequence[PlacedCell], columns: Sequence[int]) -> Iterator[Paragraph]:
    """The cells of a row: on one line where each is one paragraph, else each paragraph on its own."""
    single = all(len(cell.paragraphs) == 1 for cell in row)
    position = 0
    for number, cell in enumerate(row):
        empty = _between(columns, position, cell.start)
        position = cell.end
        ends = _between(columns, cell.end, cell.row_end) + "\n" if number + 1 == len(row) else "\n"
        for place, paragraph in enumerate(cell.paragraphs):
            last = place + 1 == len(cell.paragraphs)
            ending = "\t" if single and number + 1 < len(row) else ends if last else paragraph.separator
            lead = paragraph.lead if place else empty + paragraph.lead
            yield replace(paragraph, is_cell=True, separator=ending, lead=lead)


def paragraphs_of(row: Sequence[PlacedCell]) -> Iterator[Paragraph]:
    """The paragraphs of a row of a table that has one column of text, and is no more than a frame."""
    for cell in row:
        for place, paragraph in enumerate(cell.paragraphs):
            last = place + 1 == len(cell.paragraphs)
            yield replace(paragraph, separator="\n") if last else paragraph


def in_columns(rows: Sequence[Sequence[Cell]], edges: Sequence[Sequence[int]]) -> list[list[Cell]]:
    """The cells of rows that say where each cell ends, each over the columns of the table that it takes.

    `edges` holds the right edges of the cells of each row; edges that nearly meet are one.
    """
    grid: list[int] = []
    for edge in sorted({edge for row in edges for edge in row}):
        if not grid or edge - grid[-1] > _SNAP_TWIPS:
            grid.append(edge)
    placed: list[list[Cell]] = []
    for row, ends in zip(rows, edges, strict=True):
        if len(row) != len(ends):
            placed.append(list(row))
            continue
        counts = [0, *(bisect_right(grid, end) for end in ends)]
        placed.append(
            [replace(cell, columns=after - before) for cell, (before, after) in zip(row, pairwise(counts), strict=True)]
        )
    return placed
