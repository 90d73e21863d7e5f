"""Dates whose day or year stands in words."""

from datetime import date

import pytest

from legalai.extract.dates.values.dates import find_dates


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("the thirtieth day of June, two thousand twenty-six", date(2026, 6, 30)),
        ("June thirtieth, 2026", date(2026, 6, 30)),
        ("December Thirty-First, 2025", date(2025, 12, 31)),
        ("March the first, 2024", date(2024, 3, 1)),
        ("the First of March Two Thousand and Twenty-Four", date(2024, 3, 1)),
        ("this fifth day of May, twenty twenty-five", date(2025, 5, 5)),
        ("the 30th day of June in the year two thousand and thirty", date(2030, 6, 30)),
        ("June 30, nineteen hundred ninety-nine", date(1999, 6, 30)),
        ("the third (3rd) day of April, two thousand twenty-five (2025)", date(2025, 4, 3)),
    ],
)
def test_a_date_in_words(words: str, day: date) -> None:
    assert [found.value for found in find_dates(f"It ends on {words}.")] == [day]


def test_words_and_figures_of_a_year_that_disagree_are_not_chosen_from() -> None:
    (found,) = find_dates("It ends on the first day of May, two thousand twenty-five (2026).")
    assert (found.kind, found.value) == ("ambiguous", None)


@pytest.mark.parametrize(
    "text",
    [
        "On June 1, two thousand units are sold.",
        "On June 1, two thousand and five employees join.",
        "On June 1, twenty five people join.",
        "On the thirty-first day of June, two thousand twenty-six",
        "In March two thousand five hundred were sold.",
    ],
)
def test_a_number_behind_a_day_is_no_year(text: str) -> None:
    assert not find_dates(text)
