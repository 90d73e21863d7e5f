"""Periods that no number begins: parts of a year, articles, and the words of a term that comes round."""

from datetime import date

import pytest

from legalai.extract.dates.values.periods import find_periods
from tests.extract.dates.key_dates_reader import read

MADE = "This Agreement is made and effective as of March 1, 2024 by and between Acme and Bolt."


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("lasts half a year from", 6, "month"),
        ("a term of one half (1/2) year", 6, "month"),
        ("three quarters of a year", 9, "month"),
        ("notice a quarter of a year before", 3, "month"),
        ("for successive half-year terms", 6, "month"),
        ("half a decade", 5, "year"),
        ("a period of a year from", 1, "year"),
        ("at least a month before", 1, "month"),
        ("a week's written notice", 1, "week"),
        ("not less than a quarter's notice", 3, "month"),
        ("a twelvemonth from", 12, "month"),
        ("two and one-half years", 2.5, "year"),
        ("a half-month's notice", 0.5, "month"),
    ],
)
def test_a_length(text: str, amount: float, unit: str) -> None:
    (found,) = find_periods(text)
    assert [(each.amount, each.unit) for each in found.readings] == [(amount, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "fees of 500 a month",
        "twice a year",
        "to the end of a quarter",
        "the first half year of 2024",
        "a month-to-month basis",
        "paid half-yearly",
        "interest for a year of 12 months",
    ],
)
def test_no_length(text: str) -> None:
    assert all(each.text == "12 months" for each in find_periods(text))


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("from quarter to quarter", 3),
        ("for successive quarters", 3),
        ("for additional half-yearly periods", 6),
        ("each half-year", 6),
        ("biennially", 24),
    ],
)
def test_a_renewal_that_comes_round(words: str, months: int) -> None:
    term = f"2. Term. This Agreement runs for one year from March 1, 2024 and renews automatically {words}."
    found = read(MADE, term, as_of=date(2024, 5, 1))
    assert found.renewal.term is not None
    assert (found.renewal.term.amount, found.renewal.term.unit, found.renewal.successive) == (months, "month", True)


def test_a_notice_behind_a_term_is_no_part_of_it() -> None:
    assert [each.text for each in find_periods("for one month and on 15 days' notice")] == ["one month", "15 days"]
