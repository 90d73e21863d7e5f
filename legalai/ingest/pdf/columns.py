"""Columns of prose side by side on a page: where the gutters between them run."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile
from operator import attrgetter
from statistics import median
from typing import TypeAlias

from legalai.ingest.pdf.word import Word

Rows: TypeAlias = list[list[Word]]
"""The words of each line, from left to right."""
_GUTTER_POINTS = 9.0
_GUTTER_STEP = 3.0
FEWEST_ROWS = 6
"""Fewer rows than this show no columns."""
_FEWEST_SPLIT = 2
_FEWEST_WORDS = 4
# A gutter parts the width of the text here: columns may be as unequal as one to four.
_FIRST, _LAST = 0.2, 0.8
# An edge of a column stands in so many of its rows.
_OFTEN = 0.2
_AMID = 0.1
_left_edge = attrgetter("x0")


def gutter_of(rows: Rows) -> float | None:
    """The x that parts two columns of prose, or columns from others; None where there is one column."""
    if len(rows) < FEWEST_ROWS:
        return None
    left, right = _edges(rows)
    counts = _split_counts(rows, left, right)
    for step in sorted(counts, key=lambda step: (-counts[step], step)):
        x = left + step * _GUTTER_STEP
        if counts[step] < FEWEST_ROWS:
            return None
        split = [row for row in rows if is_split(row, x)]
        if _is_prose(split, x):
            return _middle_of_gutter(split, x) if len(split) >= 0.5 * sum(crosses(row, x) for row in rows) else None
    return None


def all_gutters(rows: Rows) -> tuple[float, ...]:
    """Every gutter of a page whose columns run down the whole of it, the plainest first."""
    x = gutter_of(rows)
    if x is None:
        return ()
    sides = (
        [[word for word in row if word.x0 < x] for row in rows],
        [[word for word in row if word.x0 >= x] for row in rows],
    )
    return (x, *(found for side in sides for found in all_gutters([row for row in side if row])))


def regions(rows: Rows, gutter: float) -> Iterator[tuple[Rows, bool]]:
    """Runs of rows from top to bottom, and whether each stands in columns left and right of a gutter."""
    left, right = _edges(rows)
    across: Rows = []
    for crossing, group in groupby(rows, key=lambda row: crosses(row, gutter)):
        run = list(group)
        if crossing or sum(is_split(row, gutter) for row in run) < _FEWEST_SPLIT:
            across += run
            continue
        titles = list(takewhile(lambda row: not is_split(row, gutter) and _is_amid(row, left, right), run))
        across += titles
        if across:
            yield across, False
        yield run[len(titles) :], True
        across = []
    if across:
        yield across, False


def _edges(rows: Rows) -> tuple[float, float]:
    return min(row[0].x0 for row in rows), max(row[-1].x1 for row in rows)


def _is_amid(row: Sequence[Word], left: float, right: float) -> bool:
    """Whether a row stands in the middle of the text, as a title does above columns that it does not reach across."""
    return abs(row[0].x0 + row[-1].x1 - left - right) < _AMID * (right - left)


def goes_on_in_columns(rows: Rows, x: float) -> bool:
    """Whether the few rows of a page stand in the columns of the page beside it, whose gutter is at x."""
    split = [row for row in rows if is_split(row, x)]
    enough = max(_FEWEST_SPLIT, 2 * sum(crosses(row, x) for row in rows))
    return len(split) >= enough and median(sum(word.x0 < x for word in row) for row in split) >= _FEWEST_SPLIT


def crosses(row: Sequence[Word], x: float) -> bool:
    """Whether a word, or prose without a column's gap, runs across x."""
    left = bisect_left(row, x, key=_left_edge)
    if left == 0:
        return False
    before = max(word.x1 for word in row[:left])
    if left == len(row):
        return before > x + 1
    return before > x or row[left].x0 - before < _GUTTER_POINTS


def is_split(row: Sequence[Word], x: float) -> bool:
    """Whether a row stands on both sides of x, with a column's gap between."""
    return row[0].x0 < x <= row[-1].x0 and not crosses(row, x)


def _split_counts(rows: Rows, left: float, right: float) -> Counter[int]:
    """For each place of a gutter, in steps from the left edge, the number of rows that it would part."""
    first, last = ((right - left) * share / _GUTTER_STEP for share in (_FIRST, _LAST))
    counts: Counter[int] = Counter()
    for row in rows:
        edge = row[0].x1
        for word in row:
            if word.x0 - edge >= _GUTTER_POINTS:
                begin = max(-int(-(edge - left) // _GUTTER_STEP), int(first))
                counts.update(range(begin, min(int((word.x0 - left) / _GUTTER_STEP), int(last)) + 1))
            edge = max(edge, word.x1)
    return counts


def _middle_of_gutter(split: Rows, x: float) -> float:
    """The middle between the columns where the step of the search hit an edge of the gap."""
    left = max(round(max(word.x1 for word in row if word.x1 <= x)) for row in split)
    edges = Counter(round(min(word.x0 for word in row if word.x0 >= x)) for row in split)
    # Rows that the next column has no line on begin in the one after it.
    right = min(edge for edge, rows in edges.items() if rows >= min(_OFTEN * len(split), max(edges.values())))
    return (left + right) / 2 if left < right else x


def _is_prose(split: Rows, x: float) -> bool:
    """Whether both sides hold running text that begins at one edge, not labels and values."""
    if len(split) < FEWEST_ROWS:
        return False
    lefts = [[word for word in row if word.x0 < x] for row in split]
    rights = [[word for word in row if word.x0 >= x] for row in split]
    if min(median(map(len, lefts)), median(map(len, rights))) < _FEWEST_WORDS:
        return False
    edge = Counter(round(side[0].x0 / 4) for side in rights)
    common = sum(count for _, count in edge.most_common(3))
    begin = min(side[0].x0 for side in lefts)
    fill = median((side[-1].x1 - begin) / (x - begin) for side in lefts)
    return common >= 0.6 * len(rights) and fill > 0.7
