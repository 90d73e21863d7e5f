"""From the words of a page to its lines in reading order, in one column or two.

Units: PDF points, origin top left.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from statistics import median

from legalai.ingest.clause_numbers import bullet_length, read_label
from legalai.ingest.pdf.rulings import RuledTable
from legalai.ingest.pdf.signature_columns import Side, columns_of_signatures, near_middle, signature_runs
from legalai.text_map import Box

# A gap this wide, in type sizes, parts two cells; justified prose stays under one size and a half.
_CELL_GAP = 1.9
_GUTTER_POINTS = 9.0
_GUTTER_STEP = 3.0
_FEWEST_COLUMN_ROWS = 6
_FEWEST_SPLIT = 2
# A line that ends so many type sizes beyond all but so many others runs over the edge.
_STANDS_OUT, _FEW_LONG = 3.0, 2
# A title in upper and lower case takes less of the line than this.
_TITLE_WIDTH = 0.62
# A cell of more words than this holds paragraphs.
_PROSE_CELL = 60
_BARE_NUMBER = re.compile(r"\d{1,2}")
_left_edge = attrgetter("x0")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of a column: its cells of words, and the column's edges. `page` counts from 1.

    `in_column`: it stands in one of two columns, not across the page. `ruled`: its cells are those of a drawn table.
    """

    page: int
    cells: tuple[tuple[Word, ...], ...]
    left: float
    right: float
    in_column: bool = False
    ruled: bool = False

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
    """What is known of a page besides its words: its number, its width, and its ruled tables from top to bottom.

    `gutter` is the x that parts the two columns of a page beside it, where that has two.
    """

    page: int
    width: float
    tables: Sequence[RuledTable] = ()
    gutter: float | None = None


def page_lines(words: Sequence[Word], sheet: Sheet) -> list[Line]:
    """The lines of a page in reading order."""
    lines: list[Line] = []
    left = list(words)
    for table in sheet.tables:
        above = [word for word in left if _middle(word)[1] < table.box.top]
        lines += _flowing_lines(above, sheet)
        inside = [word for word in left if _is_in(word, table.box)]
        lines += _table_lines(inside, table, sheet.page)
        left = [word for word in left if word not in above and word not in inside]
    return lines + _flowing_lines(left, sheet)


def gutter_of(words: Sequence[Word], width: float) -> float | None:
    """The x that parts the two columns of a page; None where it has one."""
    return _gutter(_rows(words), width)


def _middle(word: Word) -> tuple[float, float]:
    return (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2


def _is_in(word: Word, box: Box) -> bool:
    x, y = _middle(word)
    return box.x0 <= x < box.x1 and box.top <= y < box.bottom


def _table_lines(words: Sequence[Word], table: RuledTable, page: int) -> Iterator[Line]:
    """A line for each row; where a cell holds prose, the lines of each cell of its row."""
    for row in table.rows:
        cells = [(cell, _rows([word for word in words if _is_in(word, cell)])) for cell in row]
        filled = [(cell, rows) for cell, rows in cells if rows]
        if any(sum(map(len, rows)) > _PROSE_CELL for _, rows in filled):
            for cell, rows in filled:
                for line in _lines(rows, page, in_column=True):
                    yield replace(line, left=cell.x0, right=cell.x1)
        elif filled:
            merged = tuple(tuple(word for words in rows for word in words) for _, rows in filled)
            yield Line(page=page, cells=merged, left=row[0].x0, right=row[-1].x1, in_column=True, ruled=True)


def _flowing_lines(words: Sequence[Word], sheet: Sheet) -> list[Line]:
    """The lines of words that no ruling parts."""
    lines: list[Line] = []
    for region, columns in _regions(_rows(words), sheet):
        for column in columns:
            rows = region if column is None else _rows([word for row in region for word in row if column(word)])
            lines.extend(_lines(rows, sheet.page, in_column=column is not None))
    return lines


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
    while len(ends) > _FEWEST_COLUMN_ROWS and ends[-1] - ends[-_FEW_LONG - 1] > alone:
        ends.pop()
    return ends[-1]


def _cells(row: Sequence[Word]) -> tuple[tuple[Word, ...], ...]:
    """The row cut at wide gaps; a clause number or bullet is no cell of its own."""
    cells: list[list[Word]] = [[row[0]]]
    if _is_stretched(row):
        return (tuple(row),)
    for before, word in pairwise(row):
        wide = word.x0 - before.x1 > _CELL_GAP * max(before.size, word.size, 6.0)
        if wide and not _is_marker(cells[-1], first=len(cells) == 1):
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


def _regions(rows: _Rows, sheet: Sheet) -> list[tuple[_Rows, tuple[Side | None, ...]]]:
    """Runs of rows from top to bottom, each in one column (None) or left and right of a gutter."""
    gutter = _gutter(rows, sheet.width)
    if gutter is None and sheet.gutter is not None and _goes_on_in_columns(rows, sheet.gutter):
        gutter = sheet.gutter
    if gutter is None:
        middle = near_middle(rows)
        return [(part, columns_of_signatures(part, middle)) for part in signature_runs(rows, middle)]
    regions: list[tuple[_Rows, tuple[Side | None, ...]]] = []
    run: _Rows = []
    for row in [*rows, None]:
        if row is not None and not _crosses(row, gutter):
            run.append(row)
            continue
        if run:
            split = sum(_is_split(other, gutter) for other in run) >= 2
            sides = (Side(gutter, right=False), Side(gutter, right=True))
            regions.append((run, sides if split else (None,)))
            run = []
        if row is not None:
            if regions and regions[-1][1] == (None,):
                regions[-1][0].append(row)
            else:
                regions.append(([row], (None,)))
    return regions


def _gutter(rows: _Rows, width: float) -> float | None:
    """The x that parts two columns of prose; None on a page of one column."""
    best, most = None, 0
    x = width * 0.35
    while x < width * 0.65:
        split = [row for row in rows if _is_split(row, x)]
        if len(split) > most and _is_prose(split, x):
            best, most = x, len(split)
        x += _GUTTER_STEP
    crossing = sum(_crosses(row, best) for row in rows) if best is not None else 0
    if best is None or most < max(_FEWEST_COLUMN_ROWS, crossing * 0.5):
        return None
    return _middle_of_gutter([row for row in rows if _is_split(row, best)], best)


def _goes_on_in_columns(rows: _Rows, x: float) -> bool:
    """Whether the few rows of a page stand in the columns of the page beside it."""
    split = [row for row in rows if _is_split(row, x)]
    enough = max(_FEWEST_SPLIT, 2 * sum(_crosses(row, x) for row in rows))
    return len(split) >= enough and median(sum(word.x0 < x for word in row) for row in split) >= _FEWEST_SPLIT


def _middle_of_gutter(split: _Rows, x: float) -> float:
    """The middle between the columns where the step of the search hit an edge of the gap."""
    left = Counter(round(max(word.x1 for word in row if word.x1 <= x)) for row in split)
    right = Counter(round(min(word.x0 for word in row if word.x0 >= x)) for row in split)
    return (max(left) + right.most_common(1)[0][0]) / 2 if max(left) < right.most_common(1)[0][0] else x


def _crosses(row: Sequence[Word], x: float) -> bool:
    """Whether a word, or prose without a column's gap, runs across x."""
    left = bisect_left(row, x, key=_left_edge)
    if left == 0:
        return False
    before = max(word.x1 for word in row[:left])
    if left == len(row):
        return before > x + 1
    return before > x or row[left].x0 - before < _GUTTER_POINTS


def _is_split(row: Sequence[Word], x: float) -> bool:
    return row[0].x0 < x <= row[-1].x0 and not _crosses(row, x)


def _is_prose(split: _Rows, x: float) -> bool:
    """Whether both sides hold running text that begins at one edge, not labels and values."""
    if len(split) < _FEWEST_COLUMN_ROWS:
        return False
    lefts = [[word for word in row if word.x0 < x] for row in split]
    rights = [[word for word in row if word.x0 >= x] for row in split]
    if median(len(side) for side in lefts) < 4 or median(len(side) for side in rights) < 4:
        return False
    edge = Counter(round(side[0].x0 / 4) for side in rights)
    common = sum(count for _, count in edge.most_common(3))
    fill = median((side[-1].x1 - min(s[0].x0 for s in lefts)) / (x - min(s[0].x0 for s in lefts)) for side in lefts)
    return common >= 0.6 * len(rights) and fill > 0.7
