"""Signatures that are attested beside them: the party's block is read whole, then the witness's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legalai.ingest.pdf.side_by_side import Cells
from legalai.ingest.pdf.word import Word

_ATTEST = re.compile(r"(?:attest(?:ed)?|witness(?:ed|es)?)(?: (?:by|to))?[:.]?", re.I)
_BY = re.compile(r"(?:by|per)\b(?! the)|/s/", re.I)
# How far from the word "attest" the party signs, in rows, and how far beside it, in type sizes.
_ABOVE, _BELOW, _BESIDE = 3, 8, 8.0
_NEAR, _FAR, _BREAK = 2.6, 3.6, 1.8


@dataclass(frozen=True)
class Attested:
    """Rows from `start` to `end` in which a party signs on one side of `gutter` and a witness on the other."""

    start: int
    end: int
    gutter: float
    party_right: bool


def attested_blocks(rows: Sequence[Cells]) -> Iterator[Attested]:
    """The attested signatures of a page from top to bottom."""
    done = 0
    for index in range(len(rows)):
        witness = _marked(rows[index], _ATTEST) if index >= done else None
        party = _party(rows, index, witness) if witness is not None else None
        if witness is None or party is None:
            continue
        gutter, right = max(witness, party) - 2, party > witness
        start = index
        while start > done and _is_alone(rows[start - 1], gutter, right) and _gap(rows, start) <= _NEAR:
            start -= 1
        end = index + 1
        while end < len(rows) and _gap(rows, end) <= _FAR and _is_clear(rows[end], gutter):
            if _begins_again(rows, end, gutter, right):
                break
            end += 1
        yield Attested(start, end, gutter, right)
        done = end


def _marked(row: Cells, mark: re.Pattern[str]) -> float | None:
    """Where the one cell of a row begins that is such a mark; None where none is, or one on each side."""
    found = [cell[0].x0 for cell in row if mark.fullmatch(_text(cell))]
    return found[0] if len(found) == 1 else None


def _party(rows: Sequence[Cells], index: int, witness: float) -> float | None:
    """Where the party signs beside a witness, in one of the rows near by."""
    for row in rows[max(index - _ABOVE, 0) : index + _BELOW]:
        for cell in row:
            if _BY.match(_text(cell)) and abs(cell[0].x0 - witness) > _BESIDE * cell[0].size:
                return cell[0].x0
    return None


def _text(cell: Sequence[Word]) -> str:
    return " ".join(word.text for word in cell)


def _gap(rows: Sequence[Cells], index: int) -> float:
    before, after = rows[index - 1][0][0], rows[index][0][0]
    return (after.bottom - before.bottom) / max(after.size, 1.0)


def _is_alone(row: Cells, gutter: float, right: bool) -> bool:
    """Whether a row stands on the party's side alone."""
    return row[0][0].x0 >= gutter if right else row[-1][-1].x1 < gutter


def _is_clear(row: Cells, gutter: float) -> bool:
    return not any(word.x0 < gutter < word.x1 for cell in row for word in cell)


def _begins_again(rows: Sequence[Cells], index: int, gutter: float, right: bool) -> bool:
    """Whether the next party's block begins at a row: under white, with its witness in one of the rows that follow."""
    if _gap(rows, index) < _BREAK:
        return False
    for row in rows[index : index + _ABOVE]:
        if _marked(row, _ATTEST) is not None:
            return True
        if not _is_alone(row, gutter, right):
            return False
    return False
