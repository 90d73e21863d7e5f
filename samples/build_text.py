"""A sample as plain text: typed numbers, lines broken at 78 columns, tables in columns."""

import textwrap
from collections.abc import Iterator

from notation import Item, Sample, signature_lines

COLUMNS = 78
INDENT = (0, 0, 6, 12)


def build(sample: Sample) -> bytes:
    return ("\n\n".join(_blocks(sample)) + "\n").encode()


def _blocks(sample: Sample) -> Iterator[str]:
    for item in sample.items:
        if item.kind == "schedule":
            name, title = item.rows[0]
            yield f"\n{name.center(COLUMNS).rstrip()}\n{title.center(COLUMNS).rstrip()}"
        elif item.kind == "table":
            yield _table(item.rows)
        elif item.kind == "signature":
            yield from ("\n".join(signature_lines(row, sample.front["style"])) for row in item.rows)
        elif item.kind in ("title", "centered"):
            yield item.plain.center(COLUMNS).rstrip()
        else:
            yield _wrapped(item)


def _wrapped(item: Item) -> str:
    margin = " " * (INDENT[item.level] if item.kind == "clause" else 0)
    start = f"{margin}{item.number} " if item.number else margin
    return textwrap.fill(item.plain, COLUMNS, initial_indent=start, subsequent_indent=margin, break_on_hyphens=False)


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = [["-" * width for width in widths] if row is None else row for row in (rows[0], None, *rows[1:])]
    return "\n".join(
        "   ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in lines
    )
