"""Pages in columns, as standard terms are printed on the back of an order: each column is read to its end."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.ingest.factory import Draw, both, lines, open_file, pdf

_PROSE = (
    "the seller delivers the goods named in the order to the place that the buyer has told it of in writing and bears "
    "the risk of loss until a carrier has taken them over while the buyer examines them without delay and tells the "
    "seller of every fault that it finds within ten working days of their arrival at its premises"
)
_SIZE, _GAP, _LEFT, _WIDTH = 7.0, 14.0, 50.0, 495.0


def _column(name: str, width: float, paragraphs: int) -> list[str]:
    """Paragraphs set to a width, with a blank line after each."""
    rows: list[str] = []
    for number in range(paragraphs):
        row = ""
        for word in [f"{name}{number}-first", *_PROSE.split(), f"{name}{number}-last."]:
            if stringWidth(f"{row} {word}", "Times-Roman", _SIZE) > width:
                rows.append(row)
                row = word
            else:
                row = f"{row} {word}".strip()
        rows += [row, ""]
    return rows


def _page(name: str, shares: Sequence[float], paragraphs: int) -> Draw:
    """Columns of unequal width and unequal depth of line, as a word processor balances them."""
    unit = (_WIDTH - _GAP * (len(shares) - 1)) / sum(shares)
    draws: list[Draw] = []
    left = _LEFT
    for number, share in enumerate(shares):
        rows = _column(f"{name}{number}", unit * share, paragraphs)
        draws.append(lines(*rows, left=left, top=90 + number, size=_SIZE, leading=8.6))
        left += unit * share + _GAP
    return both(*draws)


def _in_order(text: str, names: Sequence[str]) -> bool:
    places = [text.find(f"{name}-{end}") for name in names for end in ("first", "last")]
    return -1 not in places and places == sorted(places)


@pytest.mark.parametrize("shares", [(1, 1, 1), (1, 2), (3, 1), (1, 2, 1), (1, 1, 1, 1)])
def test_columns_are_read_one_after_the_other(tmp_path: Path, shares: Sequence[float]) -> None:
    page = both(lines("TERMS OF SALE", left=240, top=60, size=12), _page("c", shares, 5))
    text = open_file(pdf(tmp_path / "a.pdf", [page])).text
    assert text.startswith("TERMS OF SALE\n")
    assert _in_order(text, [f"c{column}{number}" for column in range(len(shares)) for number in range(5)])


def test_a_last_page_of_few_rows_has_the_three_columns_of_the_page_before(tmp_path: Path) -> None:
    last = both(
        *(
            lines(f"d{number}-first it sells", f"and buys d{number}-last.", left=50 + 170 * number, size=_SIZE)
            for number in range(3)
        )
    )
    text = open_file(pdf(tmp_path / "a.pdf", [_page("c", (1, 1, 1), 5), last])).text
    assert _in_order(text, ["d0", "d1", "d2"])


def test_columns_under_a_part_in_other_columns(tmp_path: Path) -> None:
    lower = both(
        *(lines(*_column(f"e{number}", 155, 3), left=50 + 170 * number, top=400, size=_SIZE) for number in range(3))
    )
    text = open_file(pdf(tmp_path / "a.pdf", [both(_page("c", (1, 1), 4), lower)])).text
    assert _in_order(text, ["c00", "c13", "e00", "e02", "e10", "e22"])
