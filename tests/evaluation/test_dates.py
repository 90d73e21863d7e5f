"""Dates against answers: how answers are read, and what is counted."""

import json
from datetime import date
from pathlib import Path

import pytest

from legalai.errors import InputError
from legalai.evaluation.answers import Length, day, length, read_answers, same, title_key
from legalai.evaluation.cuad import LabelledContract
from legalai.evaluation.dates import by_labels, evaluate_dates
from legalai.labels import CUAD_CATEGORIES


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("2/10/19", date(2019, 2, 10)),
        ("12/31/61", date(1961, 12, 31)),
        ("4/6/1999", date(1999, 4, 6)),
        ("perpetual", "perpetual"),
        ("[]/[]/2019", None),
        ("2/30/19", None),
        ("", None),
    ],
)
def test_days(cell: str, answer: object) -> None:
    assert day(cell) == answer


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("successive 1 year", 365.25),
        ("90 days", 90),
        ("0.5 year", 182.625),
        ("12 months", 365.25),
        ("[] months", None),
        ("", None),
    ],
)
def test_periods(cell: str, days: float | None) -> None:
    found = length(cell)
    assert (found.days if isinstance(found, Length) else found) == days


@pytest.mark.parametrize(
    ("truth", "found", "equal"),
    [
        (Length(365.25), Length(365), True),
        (Length(28), Length(30.4), False),
        (Length(30.4), Length(31), True),
        ("The State of New York", "New York", True),
        ("Virginia, Texas", "Texas", True),
        ("People's Republic of China", "China", True),
        ("New York", "New Jersey", False),
        (date(2020, 1, 1), "perpetual", False),
        (date(2020, 1, 1), date(2020, 1, 1), True),
    ],
)
def test_answers_are_the_same(truth: object, found: object, equal: bool) -> None:
    assert same(truth, found) is equal  # pyright: ignore[reportArgumentType]


def test_titles_and_file_names_meet() -> None:
    assert title_key("ACME & CO_01_02_2003-EX-10.1.PDF") == title_key("Acme Co_01_02_2003-EX-10.1")


TEXT = (
    "This Agreement is made on 1 March 2020 between Northwind Ltd and Southwind Ltd. "
    "It is governed by the laws of England."
)
COLUMNS = (
    "Filename,Agreement Date-Answer,Effective Date-Answer,Expiration Date-Answer,Renewal Term-Answer,"
    "Notice Period To Terminate Renewal- Answer,Governing Law-Answer"
)


def contract(title: str) -> LabelledContract:
    return LabelledContract(title, TEXT, (), {c: f"{title}__{c}" for c in CUAD_CATEGORIES})


def test_right_wrong_and_silent_are_counted(tmp_path: Path) -> None:
    csv = tmp_path / "answers.csv"
    csv.write_text(f"{COLUMNS}\none.pdf,3/1/20,,3/1/25,,,England\ntwo.pdf,3/2/20,,[]/[]/25,,,\n")
    told: list[int] = []
    figures = evaluate_dates(
        [contract("one"), contract("two"), contract("three")],
        read_answers(csv),
        by_labels,
        progress=lambda done, of, title: told.append(done),
    )
    fields = json.loads(figures.as_json())["fields"]
    counted = {name: [each[key] for key in ("right", "wrong", "silent", "unasked")] for name, each in fields.items()}
    assert counted["agreement date"] == [1, 1, 0, 0]
    assert counted["expiration date"] == [0, 0, 1, 0]
    assert counted["governing law"] == [1, 0, 0, 1]
    assert counted["every date"][:3] == [1, 1, 1]
    assert [(each.field, each.truth, each.found) for each in figures.mistakes] == [
        ("expiration date", "2025-03-01", None),
        ("agreement date", "2020-03-02", "2020-03-01"),
    ]
    assert told == [1, 2]


def test_a_file_without_answers_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")
    with pytest.raises(InputError, match=r"a\.csv is no table of answers"):
        read_answers(tmp_path / "a.csv")
