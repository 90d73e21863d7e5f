"""The table of headings that ships with the provision model."""

import tomllib

import pytest

from legalai.extract.clauses.heading_types import HeadingTypes
from legalai.resources import model_folder


@pytest.fixture(scope="module")
def table() -> HeadingTypes:
    recipe = tomllib.loads((model_folder("provisions-en") / "train.toml").read_text(encoding="utf-8"))
    return HeadingTypes(recipe["headings"], recipe["silent"])


@pytest.mark.parametrize(
    ("heading", "types"),
    [
        ("INDEMNIFICATION", {"Indemnification"}),
        ("Force Majeure.", {"Force Majeure"}),
        ("Amendment; Waiver", {"Amendment", "Waiver"}),
        ("Waiver of Jury Trial", {"Jury Waiver"}),
        ("Disclaimer of Warranties", {"Warranty Disclaimer"}),
        ("Effect of Termination", {"Effect Of Termination"}),
        ("Termination for Cause", {"Termination", "Termination For Cause"}),
        ("Late Payments", {"Late Payment"}),
        ("Fees and Payment", {"Payment Terms"}),
        ("Notice of Claims", {"Indemnification Procedure"}),
        ("The Mascot", set[str]()),
    ],
)
def test_heading_names_types(table: HeadingTypes, heading: str, types: set[str]) -> None:
    assert set(table.types(heading)) == types


@pytest.mark.parametrize(
    "heading", ["MISCELLANEOUS", "General Provisions", "Exhibit A", "Supply Agreement", "By Licensor"]
)
def test_silent_heading(table: HeadingTypes, heading: str) -> None:
    assert table.is_silent(heading)


@pytest.mark.parametrize("heading", ["Entire Agreement", "Term of Agreement", "Notices", "Confidentiality"])
def test_heading_that_speaks(table: HeadingTypes, heading: str) -> None:
    assert not table.is_silent(heading)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("word", ["a", "a ", "limitation ", "termination ", "of ", "rights "])
def test_hostile_headings_cost_no_time(table: HeadingTypes, word: str) -> None:
    heading = (word * 100)[:100]
    table.types(heading)
    table.is_silent(heading)
