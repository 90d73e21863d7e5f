import csv
import io

import pytest

from legalai.batch.portfolio import COLUMNS, cell, portfolio_csv, portfolio_row
from tests.export.samples import review


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("plain, with comma", "plain, with comma"),
        ("two\nlines\u2028three", "two lines three"),
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+44 20", "'+44 20"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("＝1", "'＝1"),
        ("", ""),
    ],
)
def test_cell(value: str, shown: str) -> None:
    assert cell(value) == shown


def test_row() -> None:
    row = portfolio_row("sub/hosting.txt", review())
    shown = {column: value for column, value in row.items() if column in ("name", "parties", "notice_deadline", "high")}
    assert shown == {
        "name": "sub/hosting.txt",
        "parties": "Alder Cloud Ltd; Brook Retail plc",
        "notice_deadline": "2026-12-03",
        "high": "1",
    }
    assert (row["effective_date"], row["expiration_date"], row["expiration_status"]) == ("", "2027-03-03", "computed")
    assert (row["initial_term"], row["notice_period"]) == ("3 year", "90 day")


def test_one_physical_line_for_each_contract() -> None:
    hostile = portfolio_row('=cmd|"/c calc"!\n.txt', review())
    text = portfolio_csv([hostile, portfolio_row("b.txt", review())])
    assert len(text.splitlines()) == 3
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["name"] for row in rows] == ['\'=cmd|"/c calc"! .txt', "b.txt"]
    assert tuple(rows[0]) == COLUMNS
