import csv
import io
from dataclasses import replace
from datetime import date, timedelta

from legalai.batch.portfolio import COLUMNS, Told, portfolio_csv, portfolio_row
from legalai.extract.dates.clocks import STOP
from legalai.schema import Clock, NoticeTerms
from tests.export.samples import review


def test_row() -> None:
    row = portfolio_row("sub/hosting.txt", review(), Told(calendar="2 days"))
    shown = {column: value for column, value in row.items() if column in ("name", "parties", "notice_deadline", "high")}
    assert shown == {
        "name": "sub/hosting.txt",
        "parties": "Alder Cloud Ltd; Brook Retail plc",
        "notice_deadline": "2026-12-03",
        "high": "1",
    }
    assert (row["effective_date"], row["expiration_date"], row["expiration_status"]) == ("", "2027-03-03", "computed")
    assert (row["initial_term"], row["notice_period"]) == ("3 year", "90 day")


def test_the_next_right_to_break() -> None:
    made = review()
    dates = made.contract.key_dates
    days = (date(2025, 1, 1), date(2028, 1, 1), date(2027, 1, 1))
    breaks = tuple(
        Clock(
            party=None,
            instrument="main agreement",
            what="end the contract on its break day",
            notice=NoticeTerms(),
            notice_by=day,
            effective_on=day + timedelta(days=90),
        )
        for day in days
    )
    dates = replace(dates, as_of=date(2026, 1, 1), clocks=(*dates.clocks, *breaks))
    row = portfolio_row("a.txt", replace(made, contract=replace(made.contract, key_dates=dates)), Told())
    assert (row["break_by"], row["break_on"]) == ("2027-01-01", "2027-04-01")
    assert portfolio_row("a.txt", made, Told())["break_by"] == ""


def test_the_next_notice_of_an_order_where_the_master_has_none() -> None:
    made = review()
    days = {"Order Form 1": date(2027, 5, 1), "Order Form 2": date(2026, 9, 1), "Order Form 3": date(2025, 9, 1)}
    orders = tuple(
        Clock(party=None, instrument=name, what=STOP, notice=NoticeTerms(), notice_by=day, send_by=day)
        for name, day in days.items()
    )
    dates = replace(
        made.contract.key_dates,
        as_of=date(2026, 1, 1),
        clocks=orders,
        notice_deadline=None,
        send_by=None,
        notice_of=None,
    )
    row = portfolio_row("a.txt", replace(made, contract=replace(made.contract, key_dates=dates)), Told())
    assert (row["notice_deadline"], row["send_by"], row["notice_of"]) == ("2026-09-01", "2026-09-01", "Order Form 2")


def test_one_physical_line_for_each_contract() -> None:
    hostile = portfolio_row('=cmd|"/c calc"!\n.txt', review(), Told(calendar="2 days"))
    text = portfolio_csv([hostile, portfolio_row("b.txt", review(), Told())])
    assert len(text.splitlines()) == 3
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["name"] for row in rows] == ['\'=cmd|"/c calc"! .txt', "b.txt"]
    assert tuple(rows[0]) == COLUMNS
