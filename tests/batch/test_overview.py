import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from legalai.batch.rebuild import mark, rebuild
from legalai.errors import InputError
from legalai.export.calendar_states import Mark
from legalai.export.json import to_json
from legalai.schema import Execution, ExecutionStatus, ObligationDeadline, Period, Review
from tests.export.samples import review

TODAY = date(2026, 11, 21)


def signed(name: str, status: ExecutionStatus = "signed", **dates: Any) -> Review:
    made = review(name=name, sha256=name[0] * 64)
    contract = made.contract
    due = ObligationDeadline(period=Period(amount=2, unit="day", day_count="business"), text="two business days")
    return replace(
        made,
        contract=replace(
            contract,
            execution=Execution(status=status),
            key_dates=replace(contract.key_dates, **dates),
            obligations=(replace(contract.obligations[0], deadline=due),),
        ),
    )


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Reviews of a live contract, a draft, one that renews on a day unknown, and one whose term has run out since."""
    put(tmp_path, signed("a.pdf"))
    put(tmp_path, signed("b.pdf", "unsigned"))
    put(tmp_path, signed("c.pdf", notice_deadline=None, current_term_end=None))
    put(tmp_path, signed("d.pdf", notice_deadline=date(2025, 1, 2), current_term_end=date(2025, 4, 2)))
    return tmp_path


def put(out: Path, made: Review) -> None:
    folder = out / "reviews" / "supply" / made.contract.document.name
    folder.mkdir(parents=True)
    (folder / "review.json").write_text(to_json(made))


def events(out: Path) -> list[tuple[str, str]]:
    read = Calendar.from_ical((out / "calendar.ics").read_bytes()).walk("VEVENT")
    return [(str(event["SUMMARY"]), str(event["STATUS"])) for event in read]


def test_every_contract_is_told_of(out: Path) -> None:
    made = rebuild(out, as_of=TODAY)
    assert (made.drafts, made.unwatched, made.out_of_date) == (["supply/b.pdf"], ["supply/c.pdf"], ["supply/d.pdf"])
    assert {words.rpartition(": ")[2] for words, _ in events(out)} == {"a.pdf", "c.pdf"}
    rows = list(csv.DictReader(io.StringIO((out / "portfolio.csv").read_text("utf-8-sig"))))
    assert [(row["state"], row["calendar"].partition(":")[0]) for row in rows] == [
        ("live", "2 entries"),
        ("draft: not in the calendar", "no"),
        ("live", "CHECK"),
        ("live", "CHECK"),
    ]


def test_the_workbook_has_contracts_clocks_and_obligations(out: Path) -> None:
    rebuild(out, as_of=TODAY)
    book = load_workbook(out / "portfolio.xlsx")
    assert book.sheetnames == ["Contracts", "Clocks", "Obligations"]
    titles, first, *_ = (dict(enumerate(row)) for row in book["Contracts"].iter_rows(values_only=True))
    row = {str(titles[column]): value for column, value in first.items()}
    assert (row["File"], row["Law"], row["State"], row["Issues"]) == ("supply/a.pdf", "England and Wales", "live", 0)
    assert str(row["Notice by"]).startswith("2026-12-03")
    assert [cells[0] for cells in book["Clocks"].iter_rows(min_row=2, values_only=True)] == [
        "supply/a.pdf",
        "supply/b.pdf",
        "supply/d.pdf",
    ]
    assert book["Obligations"]["H2"].value == "two business days"


def test_a_mark_is_kept_and_cancels(out: Path) -> None:
    rebuild(out, as_of=TODAY)
    mark(out, "supply/a.pdf", Mark(state="terminated", on=TODAY, note='by "courier"'))
    rebuild(out, as_of=TODAY)
    rebuild(out, as_of=TODAY)
    assert {status for words, status in events(out) if words.endswith("a.pdf")} == {"CANCELLED"}
    mark(out, "supply/b.pdf", Mark(state="live", on=TODAY))
    rebuild(out, as_of=TODAY)
    assert ("Last day to give notice against renewal: b.pdf", "CONFIRMED") in events(out)
    rows = list(csv.DictReader(io.StringIO((out / "portfolio.csv").read_text("utf-8-sig"))))
    assert (rows[0]["state"], rows[0]["note"]) == ("terminated on 2026-11-21", 'by "courier"')


def test_a_name_that_is_none_is_told_with_those_like_it(out: Path) -> None:
    with pytest.raises(InputError, match=r"has no review named a\.pdf\. Name one of: supply/a\.pdf\."):
        mark(out, "a.pdf", Mark(state="live", on=TODAY))


def test_a_review_that_the_table_no_longer_lists_stays_out(out: Path) -> None:
    rebuild(out, as_of=TODAY)
    table = out / "portfolio.csv"
    table.write_text("".join(line for line in table.read_text().splitlines(keepends=True) if "a.pdf" not in line))
    rebuild(out, as_of=TODAY)
    assert {status for words, status in events(out) if words.endswith("a.pdf")} == {"CANCELLED"}


@pytest.mark.parametrize(
    ("status", "failures", "left"),
    [
        ("finished", "", "CANCELLED"),
        ("finished", '{"name": "supply/a.pdf", "sha256": null, "error": "TimedOut", "message": "m"}\n', "CONFIRMED"),
        ("interrupted", "", "CONFIRMED"),
    ],
)
def test_what_could_not_be_read_this_time_stays(out: Path, status: str, failures: str, left: str) -> None:
    rebuild(out, as_of=TODAY)
    (out / "run.json").write_text(f'{{"status": "{status}"}}')
    (out / "failures.jsonl").write_text(failures)
    (out / "reviews/supply/a.pdf/review.json").unlink()
    rebuild(out, as_of=TODAY)
    assert {state for words, state in events(out) if words.endswith("a.pdf")} == {left}


def test_single_reviews_are_a_folder_too(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/review.json").write_text(to_json(signed("a.pdf")))
    assert [row["name"] for row in rebuild(tmp_path, as_of=TODAY).rows] == ["a"]
    with pytest.raises(InputError, match="holds no reviews"):
        rebuild(tmp_path / "empty", as_of=TODAY)


def test_excel_is_told_that_the_table_is_in_utf_8(out: Path) -> None:
    rebuild(out, as_of=TODAY)
    assert (out / "portfolio.csv").read_bytes().startswith("\ufeffname,".encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_table_with_or_without_a_byte_order_mark_lists_the_reviews(out: Path, encoding: str) -> None:
    (out / "portfolio.csv").write_text("name\nsupply/a.pdf\n", encoding=encoding)
    rebuild(out, as_of=TODAY)
    assert [row.split(",")[0] for row in (out / "portfolio.csv").read_text().splitlines()[1:]] == ["supply/a.pdf"]
