"""An amendment beside the contract that it changes: both say so, and no date moves."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from legalai.batch.rebuild import rebuild
from legalai.export.json import to_json
from legalai.schema import AmendedContract, Execution, KeyDate, Review
from tests.export.samples import review

TODAY = date(2026, 11, 21)
MADE = date(2024, 3, 4)
END = KeyDate(value=date(2030, 3, 3), status="stated")


def contract(name: str, *, made: date | None = MADE, title: str = "Hosting Agreement") -> Review:
    found = review(name=name, sha256=name[0] * 64)
    own = KeyDate(value=made, status="stated" if made else "absent")
    dates = replace(found.contract.key_dates, agreement_date=own)
    held = replace(found.contract, title=title, execution=Execution(status="signed"), key_dates=dates)
    return replace(found, contract=held)


def amendment(name: str, dated: date | None) -> Review:
    found = contract(name, made=date(2026, 5, 5), title="Amendment No. 1")
    amends = AmendedContract(
        name="Hosting Agreement", dated=dated, term_end=END, text="Hosting Agreement", start=0, end=17
    )
    return replace(found, contract=replace(found.contract, amends=amends))


def rows(out: Path, *reviews: Review) -> dict[str, dict[str, str]]:
    for each in reviews:
        folder = out / "reviews" / each.contract.document.name
        folder.mkdir(parents=True)
        (folder / "review.json").write_text(to_json(each))
    rebuild(out, as_of=TODAY)
    return {row["name"]: row for row in csv.DictReader(io.StringIO((out / "portfolio.csv").read_text("utf-8-sig")))}


def told_of(out: Path, name: str) -> list[str]:
    issues = json.loads((out / "reviews" / name / "review.json").read_text())["issues"]
    return [issue["message"] for issue in issues if issue["code"] == "amended"]


def test_tables_calendar_and_review_say_it_and_the_days_stay(tmp_path: Path) -> None:
    table = rows(tmp_path, contract("host.pdf"), amendment("one.pdf", MADE))
    assert table["host.pdf"]["amended_by"] == "one.pdf, which says that the term ends on 2030-03-03"
    assert table["host.pdf"]["calendar"] == "CHECK: amended; 2 entries"
    assert (table["host.pdf"]["expiration_date"], table["one.pdf"]["amends"]) == ("2027-03-03", "host.pdf")
    assert "host.pdf (amended)" in (tmp_path / "calendar.ics").read_text()
    assert len(told_of(tmp_path, "host.pdf")) == 1


def test_once_the_amendment_is_gone_nothing_is_left_of_it(tmp_path: Path) -> None:
    rows(tmp_path, contract("host.pdf"), amendment("one.pdf", MADE))
    table = tmp_path / "portfolio.csv"
    table.write_text(
        "".join(line for line in table.read_text().splitlines(keepends=True) if not line.startswith("one"))
    )
    made = rebuild(tmp_path, as_of=TODAY)
    assert (told_of(tmp_path, "host.pdf"), made.amended) == ([], [])


@pytest.mark.parametrize(
    "other",
    [
        contract("host.pdf", made=date(2024, 3, 5)),
        contract("host.pdf", title="Catering Contract"),
        replace(contract("host.pdf"), contract=replace(contract("host.pdf").contract, parties=())),
        amendment("host.pdf", date(2020, 1, 1)),
    ],
)
def test_a_contract_of_another_day_name_or_party_is_not_meant(tmp_path: Path, other: Review) -> None:
    table = rows(tmp_path, other, amendment("one.pdf", MADE))
    assert table["host.pdf"]["amended_by"] == ""
    assert table["one.pdf"]["amends"] == "Hosting Agreement of 2024-03-04: not among these files"


def test_without_a_date_title_and_both_parties_tell(tmp_path: Path) -> None:
    table = rows(tmp_path, contract("host.pdf"), amendment("one.pdf", None))
    assert table["one.pdf"]["amends"] == "host.pdf"
