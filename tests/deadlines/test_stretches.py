"""Months, quarters, half-years and years on the calendar, and of a fiscal year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalai.deadlines.stretches import MONTHS, Grid, Stretch, next_day_of_year

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1))
GRIDS = st.builds(Grid, st.sampled_from(sorted(MONTHS)), st.integers(1, 12))


@given(DAYS, GRIDS)
def test_a_stretch_holds_its_day_and_the_next_begins_behind_it(day: date, grid: Grid) -> None:
    last = grid.last_day(day)
    assert grid.last_day(day, forward=-1) < day <= last
    assert grid.begins(last + timedelta(days=1))
    assert grid.last_day(last + timedelta(days=1)) == grid.last_day(day, forward=1)


@pytest.mark.parametrize(
    ("stretch", "last_month", "forward", "last"),
    [
        ("half-month", 12, 0, date(2024, 2, 29)),
        ("half-month", 12, 1, date(2024, 3, 15)),
        ("month", 12, 0, date(2024, 2, 29)),
        ("quarter", 12, 1, date(2024, 6, 30)),
        ("half-year", 12, -1, date(2023, 12, 31)),
        ("year", 3, 0, date(2024, 3, 31)),
        ("quarter", 1, 0, date(2024, 4, 30)),
    ],
)
def test_stretches_round_a_leap_day(stretch: Stretch, last_month: int, forward: int, last: date) -> None:
    assert Grid(stretch, last_month).last_day(date(2024, 2, 29), forward=forward) == last


def test_the_next_such_day_lies_behind_the_day_and_the_last_of_february_is_one() -> None:
    assert next_day_of_year(date(2024, 6, 30), 6, 30) == date(2025, 6, 30)
    assert next_day_of_year(date(2025, 1, 5), 2, 29) == date(2025, 2, 28)
