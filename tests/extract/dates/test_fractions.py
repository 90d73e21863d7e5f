"""Halves, fortnights, quarters, and years with months, as lengths of time."""

import pytest

from legalai.extract.dates.values.periods import find_periods


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("for one and a half years from", 1.5, "year"),
        ("one-and-a-half years", 1.5, "year"),
        ("a year and a half", 1.5, "year"),
        ("two and one-half (2.5) years", 2.5, "year"),
        ("three and a half (3½) years", 3.5, "year"),
        ("1 1/2 years", 1.5, "year"),
        ("two and half years", 2.5, "year"),
        ("one and half a year", 1.5, "year"),
        ("one half-year", 6, "month"),
        ("a fortnight's notice", 2, "week"),
        ("two fortnights", 4, "week"),
        ("one calendar quarter's notice", 3, "month"),
        ("for two (2) quarters", 6, "month"),
        ("one year and six months", 18, "month"),
        ("two (2) years and three (3) months", 27, "month"),
        ("1 year, 6 months", 18, "month"),
        ("one (1) year, six (6) months", 18, "month"),
        ("a term of 2 years 3 months", 27, "month"),
        ("six weeks and three days", 45, "day"),
        ("thirty (__) months", 30, "month"),
    ],
)
def test_one_length(text: str, amount: float, unit: str) -> None:
    (found,) = find_periods(text)
    assert [(reading.amount, reading.unit) for reading in found.readings] == [(amount, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "one quarter of the fees",
        "three quarters of the shareholders",
        "half of the year",
        "each quarter",
        "last quarter",
    ],
)
def test_no_length(text: str) -> None:
    assert find_periods(text) == ()


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("for three months and fifteen days from", (3, "month", 15)),
        ("one year, two months and ten days", (14, "month", 10)),
        ("a term of one year and one day", (1, "year", 1)),
        ("for a year and a day", (1, "year", 1)),
        ("eighteen (18) months and one (1) day", (18, "month", 1)),
        ("one month and two weeks", (1, "month", 14)),
        ("2 years and 6 weeks", (2, "year", 42)),
        ("twelve months plus fourteen days", (12, "month", 14)),
        ("upon three months and fifteen days' notice", (3, "month", 15)),
        ("one month and fifteen days before the end of the term", (1, "month", 15)),
        ("two (2) months and a fortnight", (2, "month", 14)),
    ],
)
def test_months_with_days_beside_them(text: str, size: tuple[float, str, int]) -> None:
    (found,) = find_periods(text)
    assert [reading.size for reading in found.readings] == [size]
    assert find_periods(f"for {found.readings[0].in_words}")[0].readings == found.readings


def test_half_a_week_beside_months_is_not_told_in_part() -> None:
    assert find_periods("for two months and one and a half weeks") == ()


@pytest.mark.parametrize(
    "text",
    [
        "renews for one year and thirty days' notice ends it",
        "a term of 1 year, 6 months' notice",
        "five years, three months being spent in Rome",
        "one month and ten Business Days",
        "two years, eighteen months",
    ],
)
def test_two_lengths_stay_two(text: str) -> None:
    assert len(find_periods(text)) == 2


def test_a_notice_behind_a_term_is_no_part_of_it() -> None:
    assert len(find_periods("a term of one year and 3 months' notice")) == 2


def test_words_and_figure_that_differ_by_a_half_are_both_told() -> None:
    (found,) = find_periods("two and one-half (2) years")
    assert [reading.amount for reading in found.readings] == [2.5, 2]
