"""Table rows of a PDF without ruling lines: cells that run over several lines, and a paragraph for each cell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from legalai.ingest.clause_numbers import read_label
from legalai.ingest.pdf.layout import Line
from legalai.ingest.pdf.word import Word
from legalai.ingest.pieces import Paragraph, Piece
from legalai.text_map import Box

_ALIGNED_POINTS = 4.0
_TIGHT = 1.25
_RAISED_GAP = 0.12
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.I)


def join_wrapped_rows(lines: Sequence[Line], pitch: float) -> list[Line]:
    """Lines with each table row in one, where its cells run over the lines below it."""
    joined: list[Line] = []
    last: Line | None = None
    for line in lines:
        row = joined[-1] if joined else None
        if row is not None and last is not None and len(row.cells) > 1 and _is_wrapped(row, last, line, pitch):
            joined[-1] = replace(row, cells=_merged(row, line))
        else:
            joined.append(line)
        last = line
    return joined


def _is_wrapped(row: Line, last: Line, line: Line, pitch: float) -> bool:
    """Whether every cell of a line goes on a cell of the row: below it, close, and clear of the next one."""
    if row.ruled or line.ruled or line.page != row.page or len(line.cells) >= len(row.cells):
        return False
    if not 0 < (line.base - last.base) / max(last.size, 1.0) <= pitch * _TIGHT:
        return False
    places = [_column_of(row, cell) for cell in line.cells]
    if None in places:
        return False
    # Text at the first cell's edge may as well be the paragraph after the table, or the next row.
    return 0 not in places or (line.words[0].text[:1].islower() and read_label(line.text) is None)


def _column_of(row: Line, cell: Sequence[Word]) -> int | None:
    for number, other in enumerate(row.cells):
        if abs(other[0].x0 - cell[0].x0) < _ALIGNED_POINTS:
            clear = number + 1 == len(row.cells) or cell[-1].x1 < row.cells[number + 1][0].x0
            return number if clear else None
    return None


def _merged(row: Line, line: Line) -> tuple[tuple[Word, ...], ...]:
    more = {_column_of(row, cell): cell for cell in line.cells}
    return tuple((*cell, *more.get(number, ())) for number, cell in enumerate(row.cells))


def row_paragraphs(line: Line) -> Iterator[Paragraph]:
    """A table row: its cells on one line with tabs between, one more for each empty cell."""
    places = line.places or range(len(line.cells))
    for number, cell in enumerate(line.cells):
        texts = [word.text + blank_between(word, after) for word, after in pairwise(cell)] + [cell[-1].text]
        last = number + 1 == len(line.cells)
        yield Paragraph(
            pieces=tuple(word_piece(word, text, line.page) for word, text in zip(cell, texts, strict=True)),
            strong=all(word.bold for word in cell),
            is_cell=True,
            separator="\t" * line.left_empty + "\n" if last else "\t" * max(places[number + 1] - places[number], 1),
        )


def before_row(paragraph: Paragraph, line: Line) -> Paragraph:
    """The paragraph before a row of several cells: where the first of these are empty, tabs stand for them."""
    empty = line.places[0] if len(line.places) > 1 else 0
    return replace(paragraph, separator="\n" + "\t" * empty) if empty else paragraph


def blank_between(word: Word, after: Word) -> str:
    """What stands between two words of a line: nothing where one is the raised ending of a number ("17th")."""
    if after.x0 - word.x1 > _RAISED_GAP * max(word.size, after.size):
        return " "
    raised = after.size < word.size and word.text[-1].isdigit() and _ORDINAL.match(after.text)
    lowered = word.size < after.size and _ORDINAL.fullmatch(word.text) and not after.text[0].isalnum()
    return "" if raised or lowered else " "


def word_piece(word: Word, text: str, page: int) -> Piece:
    """Some characters printed as a word, at its place."""
    return Piece(text, page=page, box=Box(word.x0, word.top, word.x1, word.bottom))
