"""Totals of tables that are not the sum of the rows above them, column by column."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from legalai.proofread.source import Source
from legalai.proofread.sums import SIGN, SUM, is_off
from legalai.schema import Mistake

_AMOUNT = re.compile(rf"{SIGN}?\s?{SUM}\s?(?P<percent>%)?\s*$")
_LINE = re.compile(r"[^\n]+")
_CELL = re.compile(r"[^\t|]+")
_COLUMNS = re.compile(r"[\t|]")
_TOTAL = re.compile(
    r"\W*(?:grand\s+|sub-?\s?)?totals?\b(?:\s+(?:price|fees?|amount|cost|sum|contract|value|charges?|payable|due|investment|budget|of|the|all|instal?lments?)){0,5}[^\w]*\Z",
    re.IGNORECASE,
)
_SET_APART = re.compile(r"\s{2}$|[|:]\s*$")
_YEARS = re.compile(r"^[^\d]*(?:(?:[\t|]|\s{2})\s*(?:FY\s?)?(?:19|20)\d\d\s*)+$")
_FEWEST_ROWS = 2
_MOST_ROWS = 40
_LONGEST_HEAD = 60


@dataclass(frozen=True, slots=True)
class _Figure:
    value: Decimal
    start: int
    end: int
    percent: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that ends in an amount: its amounts by column, None where a cell holds none."""

    label: str
    figures: tuple[_Figure | None, ...]


def find_table_mistakes(source: Source) -> Iterator[Mistake]:
    """Lines that end in an amount, and a line called total below them."""
    rows: list[_Row] = []
    cells = {block.start for block in source.document.blocks if block.kind == "table_cell"}
    for line in _LINE.finditer(source.document.text):
        first = line.start() + len(line[0]) - len(line[0].lstrip())
        row = _row(line, in_table=first in cells)
        if row is not None and _YEARS.search(line[0]):
            rows = []  # the head of a table by years
        elif row is None:
            heads = _AMOUNT.search(line[0]) is None and first in cells and len(line[0]) < _LONGEST_HEAD
            rows = rows if heads and not rows else []
        elif not _TOTAL.match(f"{row.label} "):
            rows = [*rows, row][-_MOST_ROWS:]
        else:
            yield from _wrong(source, rows, row)
            rows = []


def _row(line: re.Match[str], *, in_table: bool) -> _Row | None:
    amount = _AMOUNT.search(line[0])
    before = line[0][: amount.start()] if amount else ""
    if amount is None or not before.strip():
        return None
    if not (in_table or "\t" in line[0] or _SET_APART.search(before)):
        return None
    if _COLUMNS.search(before) is None:
        return _Row(before.strip(), (_figure(amount, line.start()),))
    label, *others = (cell for cell in _CELL.finditer(line[0]) if cell[0].strip())
    found = [(_AMOUNT.fullmatch(cell[0].strip()), cell) for cell in others]
    starts = [line.start() + cell.start() + len(cell[0]) - len(cell[0].lstrip()) for cell in others]
    figures = tuple(_figure(match, at) if match else None for (match, _), at in zip(found, starts, strict=True))
    last = _figure(amount, line.start())
    return _Row(label[0].strip(), (*figures[:-1], last))


def _figure(amount: re.Match[str], offset: int) -> _Figure:
    return _Figure(
        Decimal(amount["figure"].replace(",", "")),
        offset + amount.start("figure"),
        offset + amount.end("figure"),
        amount["percent"] is not None,
    )


def _wrong(source: Source, rows: Sequence[_Row], total: _Row) -> Iterator[Mistake]:
    """The columns that do not come to the total; the last one also where the rows have other columns besides."""
    for back in range(1, len(total.figures) + 1):
        stated = total.figures[-back]
        alike = back == 1 or all(len(row.figures) == len(total.figures) for row in rows)
        above = [row.figures[-back] for row in rows] if alike else []
        values = [figure.value for figure in above if figure is not None]
        if stated is None or stated.percent or len(values) < max(_FEWEST_ROWS, len(above)):
            continue
        summed = sum(values, Decimal(0))
        if is_off(summed, stated.value):
            yield source.mistake(
                "total",
                "high",
                f"The {len(values)} rows above come to {summed:,}, and the total says {stated.value:,}.",
                (stated.start, stated.end),
                advice="Ask which figure is wrong.",
            )
