"""From the words of a page to its lines in reading order, in one column or more.

Units: PDF points, origin top left.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from statistics import median

from legalai.ingest.clause_numbers import bullet_length, read_label
from legalai.ingest.pdf.attestations import attested_blocks
from legalai.ingest.pdf.cell_lines import holds_paragraphs
from legalai.ingest.pdf.columns import FEWEST_ROWS, all_gutters, goes_on_in_columns, gutter_of, regions
from legalai.ingest.pdf.open_tables import open_table
from legalai.ingest.pdf.rulings import RuledTable
from legalai.ingest.pdf.side_by_side import blocks_of, is_rule
from legalai.ingest.pdf.signature_columns import Side, columns_of_signatures, has_fields, near_middle, signature_runs
from legalai.ingest.pdf.word import Word
from legalai.text_map import Box

# A gap this wide, in type sizes, parts two cells; justified prose stays under one size and a half.
_CELL_GAP = 1.9
# A line that ends so many type sizes beyond all but so many others runs over the edge.
_STANDS_OUT, _FEW_LONG = 3.0, 2
# A title in upper and lower case takes less of the line than this.
_TITLE_WIDTH = 0.62
_BARE_NUMBER = re.compile(r"\d{1,2}")


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of a column: its cells of words, and the column's edges. `page` counts from 1.

    `in_column`: it stands in a column, not across the page. `ruled`: its cells are those of a table, and `places` tell
    in which columns of that they stand, from 0; `left_empty` cells after them are empty. `signed`: it stands in a block
    of signatures beside another.
    """

    page: int
    cells: tuple[tuple[Word, ...], ...]
    left: float
    right: float
    in_column: bool = False
    ruled: bool = False
    places: tuple[int, ...] = ()
    left_empty: int = 0
    signed: bool = False

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of every cell."""
        return tuple(word for cell in self.cells for word in cell)

    @cached_property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def x0(self) -> float:
        """Where the first word begins."""
        return self.cells[0][0].x0

    @cached_property
    def x1(self) -> float:
        """Where the last word ends."""
        return self.cells[-1][-1].x1

    @cached_property
    def top(self) -> float:
        """The upper edge of the tallest word."""
        return min(word.top for cell in self.cells for word in cell)

    @cached_property
    def bottom(self) -> float:
        """The lower edge of the lowest word."""
        return max(word.bottom for cell in self.cells for word in cell)

    @cached_property
    def base(self) -> float:
        """The lower edge of the usual word, whatever raised or larger ones stand beside it."""
        return median(word.bottom for cell in self.cells for word in cell)

    @cached_property
    def size(self) -> float:
        """The usual type size."""
        return median(word.size for cell in self.cells for word in cell)

    @cached_property
    def bold(self) -> bool:
        """Whether every word is bold."""
        return all(word.bold for cell in self.cells for word in cell)

    @cached_property
    def is_centred(self) -> bool:
        """Whether it stands in the middle of its column, clear of both edges."""
        before, after, width = self.x0 - self.left, self.right - self.x1, self.right - self.left
        if self.x1 - self.x0 > _TITLE_WIDTH * width and not (self.bold or self.text.isupper()):
            return False  # an indented line of prose
        return min(before, after) > 2 * self.size and abs(before - after) < 0.15 * width


_Rows = list[list[Word]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is known of a page besides its words: its number, and its ruled tables from top to bottom.

    `gutters` are where the columns of the page before it are parted, where that stands in columns.
    """

    page: int
    tables: Sequence[RuledTable] = ()
    gutters: tuple[float, ...] = ()


def page_lines(words: Sequence[Word], sheet: Sheet) -> list[Line]:
    """The lines of a page in reading order."""
    lines: list[Line] = []
    left = list(words)
    for table in sheet.tables:
        box = table.box
        above = [word for word in left if _middle(word)[1] < box.top]
        below = [word for word in left if _middle(word)[1] >= box.top]
        lines += _flowing_lines(above, sheet)
        lines += _table_lines([word for word in below if _is_in(word, box)], table, sheet.page)
        left = [word for word in below if not _is_in(word, box)]
    return lines + _flowing_lines(left, sheet)


def gutters_of(words: Sequence[Word]) -> tuple[float, ...]:
    """Where the columns of a page are parted; nowhere where it has one."""
    return all_gutters(_rows(words))


def _middle(word: Word) -> tuple[float, float]:
    return (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2


def _is_in(word: Word, box: Box) -> bool:
    x, y = _middle(word)
    return box.x0 <= x < box.x1 and box.top <= y < box.bottom


def _table_lines(words: Sequence[Word], table: RuledTable, page: int) -> Iterator[Line]:
    """A line for each row; where a cell holds prose, or fields to sign, the lines of each cell of its row."""
    for row in table.rows:
        top, bottom = min(cell.top for cell in row), max(cell.bottom for cell in row)
        near = [word for word in words if top <= _middle(word)[1] < bottom]
        cells = [(cell, _rows([word for word in near if _is_in(word, cell)])) for cell in row]
        filled = [(cell, rows) for cell, rows in cells if rows]
        if any(holds_paragraphs(rows, cell.x1) or has_fields(rows) for cell, rows in filled):
            for cell, rows in filled:
                for line in _lines(rows, page, in_column=True):
                    yield replace(line, left=cell.x0, right=cell.x1)
        elif filled:
            yield Line(
                page=page,
                cells=tuple(tuple(word for words in rows for word in words) for _, rows in filled),
                left=row[0].x0,
                right=row[-1].x1,
                in_column=True,
                ruled=True,
                places=table.places(row, [cell for cell, _ in filled]),
                left_empty=len(row) - 1 - row.index(filled[-1][0]),
            )


def _flowing_lines(words: Sequence[Word], sheet: Sheet) -> list[Line]:
    """The lines of words that no ruling parts."""
    return _lines_of_rows(_rows(words), sheet, in_column=False)


def _lines_of_rows(rows: _Rows, sheet: Sheet, *, in_column: bool) -> list[Line]:
    """The lines of rows, column by column where they stand in columns, and those of a column again."""
    gutter = gutter_of(rows)
    if gutter is None:
        gutter = next((x for x in sheet.gutters if goes_on_in_columns(rows, x)), None)
    lines: list[Line] = []
    if gutter is None:
        return _stacked_lines(rows, sheet.page, in_column=in_column)
    for run, split in regions(rows, gutter):
        if split:
            for right in (False, True):
                lines += _lines_of_rows(_on_side(run, Side(gutter, right=right)), sheet, in_column=True)
        elif len(run) < len(rows):
            lines += _lines_of_rows(run, sheet, in_column=in_column)
        else:
            lines += _lines(run, sheet.page, in_column=in_column)
    return lines


def _stacked_lines(rows: _Rows, page: int, *, in_column: bool) -> list[Line]:
    """The lines of rows in one column of prose, with tables and blocks of signatures among them."""
    lines: list[Line] = []
    cells = [_cells(row) for row in rows]
    start = 0
    for block in blocks_of(cells):
        table = open_table(cells, block)
        if table is not None:
            lines += _signed_lines(rows[start : block.start], page, in_column=in_column)
            inside = [row for row in cells[block.start : block.end] if not is_rule(row)]
            lines += _table_lines([word for row in inside for cell in row for word in cell], table, page)
            start = block.end
    return lines + _signed_lines(rows[start:], page, in_column=in_column)


def _signed_lines(rows: _Rows, page: int, *, in_column: bool) -> list[Line]:
    """The lines of rows, block by block where signatures stand side by side."""
    lines: list[Line] = []
    start = 0
    for block in attested_blocks([_cells(row) for row in rows]):
        lines += _paired_lines(rows[start : block.start], page, in_column=in_column)
        for right in (block.party_right, not block.party_right):
            side = _on_side(rows[block.start : block.end], Side(block.gutter, right=right))
            lines += [replace(line, signed=True) for line in _lines(side, page, in_column=True)]
        start = block.end
    return lines + _paired_lines(rows[start:], page, in_column=in_column)


def _paired_lines(rows: _Rows, page: int, *, in_column: bool) -> list[Line]:
    """The same where both sides have fields to sign."""
    lines: list[Line] = []
    middle = near_middle(rows)
    for run in signature_runs(rows, middle):
        for side in columns_of_signatures(run, middle):
            found = _lines(_on_side(run, side), page, in_column=in_column or side is not None)
            lines += found if side is None else [replace(line, signed=True) for line in found]
    return lines


def _on_side(rows: _Rows, side: Side | None) -> _Rows:
    """The rows as they stand on one side of a gutter, where a row may be two; all of them where there is none."""
    return rows if side is None else _rows([word for row in rows for word in row if side(word)])


def _rows(words: Sequence[Word]) -> _Rows:
    """Words that stand on one line, left to right; raised and lowered ones too."""
    rows: _Rows = []
    for word in sorted(words, key=lambda word: (word.top + word.bottom, word.x0)):
        if rows and _is_beside(max(rows[-1], key=_height), word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.x0) for row in rows]


def _height(word: Word) -> float:
    return word.bottom - word.top


def _is_beside(word: Word, other: Word) -> bool:
    """Whether two words share nearly half the height of the smaller."""
    shared = min(word.bottom, other.bottom) - max(word.top, other.top)
    return shared > 0.45 * min(_height(word), _height(other))


def _lines(rows: _Rows, page: int, *, in_column: bool) -> list[Line]:
    if not rows:
        return []
    left = min(row[0].x0 for row in rows)
    right = _right_edge(rows)
    return [
        Line(page=page, cells=_cells(row), left=left, right=max(right, row[-1].x1), in_column=in_column) for row in rows
    ]


def _right_edge(rows: _Rows) -> float:
    """Where lines end: the farthest end but that of one or two lines that stand out."""
    ends = sorted(row[-1].x1 for row in rows)
    ends = ends[: min(int(len(ends) * 0.97), len(ends) - 1) + 1]
    alone = _STANDS_OUT * rows[0][0].size
    while len(ends) > FEWEST_ROWS and ends[-1] - ends[-_FEW_LONG - 1] > alone:
        ends.pop()
    return ends[-1]


def _cells(row: Sequence[Word]) -> tuple[tuple[Word, ...], ...]:
    """The row cut at wide gaps; a clause number or bullet is no cell of its own."""
    cells: list[list[Word]] = [[row[0]]]
    if _is_stretched(row):
        return (tuple(row),)
    for before, word in pairwise(row):
        wide = word.x0 - before.x1 > _CELL_GAP * max(before.size, word.size, 6.0)
        blank = before.text.endswith("[") and word.text.startswith("]")
        if wide and not blank and not _is_marker(cells[-1], first=len(cells) == 1):
            cells.append([word])
        else:
            cells[-1].append(word)
    if (
        len(cells) == 2
        and len(cells[0]) == 1
        and _BARE_NUMBER.fullmatch(cells[0][0].text)
        and cells[1][0].text[0].isupper()
    ):
        cells = [cells[0] + cells[1]]
    return tuple(tuple(cell) for cell in cells)


def _is_stretched(row: Sequence[Word]) -> bool:
    """Whether all gaps are alike, as in a justified line of few words; columns of a table are not."""
    gaps = [word.x0 - before.x1 for before, word in pairwise(row)]
    return len(gaps) >= 2 and max(gaps) - min(gaps) < 0.08 * max(gaps)


def _is_marker(cell: Sequence[Word], *, first: bool) -> bool:
    if not first or len(cell) > 2:
        return False
    text = " ".join(word.text for word in cell)
    label = read_label(text)
    return (label is not None and label.length == len(text)) or bullet_length(f"{text} x") == len(text) + 1
