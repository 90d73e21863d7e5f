"""Cells of a ruled table that hold several paragraphs: prose, a list, or lines each meant as one (addresses)."""

from collections.abc import Sequence
from itertools import pairwise

from legalai.ingest.clause_numbers import read_label
from legalai.ingest.pdf.word import Word

# A cell of more words than this holds paragraphs.
_PROSE = 60
# A head or a label of two lines may be broken anywhere; three lines that all end early are three.
_FEWEST_LINES = 3
_SAME_EDGE = 2.0
_PADDING, _BLANK = 0.6, 0.3
"""How far from the right edge of a cell words end, and what parts two words, in type sizes."""


def holds_paragraphs(rows: Sequence[Sequence[Word]], right: float) -> bool:
    """Whether the lines of a cell that ends at `right` are more than one paragraph."""
    return sum(map(len, rows)) > _PROSE or _is_list(rows) or _are_meant(rows, right)


def _is_list(rows: Sequence[Sequence[Word]]) -> bool:
    """Whether two lines begin with numbers that follow each other: "(a)" and "(b)"."""
    labels = [label for row in rows if (label := read_label(" ".join(word.text for word in row))) is not None]
    return any(
        (reading.form, reading.value + 1) in {(each.form, each.value) for each in after.readings}
        for before, after in pairwise(labels)
        for reading in before.readings
    )


def _are_meant(rows: Sequence[Sequence[Word]], right: float) -> bool:
    """Whether all lines begin at one edge, with a capital or a figure, and each has room for the next."""
    edges = [row[0].x0 for row in rows]
    if len(rows) < _FEWEST_LINES or max(edges) - min(edges) > _SAME_EDGE:
        return False
    # What stands in brackets below a label is of the label: its row stays a row.
    if not all(row[0].text[0].isupper() or row[0].text[0].isdigit() for row in rows):
        return False
    return all(_has_room(before[-1], after[0], right) for before, after in pairwise(rows))


def _has_room(last: Word, first: Word, right: float) -> bool:
    return last.x1 + (first.x1 - first.x0) + (_BLANK + _PADDING) * last.size < right
