from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalai.deadlines.calendar import add_period, term_end
from legalai.schema import Period, Unit

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2150, 1, 1))


@pytest.mark.parametrize(
    ("start", "amount", "unit", "times", "end"),
    [
        (date(2026, 1, 31), 1, "month", 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, "month", 1, date(2024, 2, 29)),
        # Several months are added at once: no drift from 31 to 28.
        (date(2026, 1, 31), 1, "month", 2, date(2026, 3, 31)),
        (date(2024, 2, 29), 1, "year", 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 1, "year", 4, date(2028, 2, 29)),
        (date(2026, 3, 1), 1, "day", -1, date(2026, 2, 28)),
        (date(2026, 12, 31), 60, "day", -1, date(2026, 11, 1)),
        (date(2026, 12, 31), 6, "month", -1, date(2026, 6, 30)),
        (date(2026, 1, 1), 2, "week", 1, date(2026, 1, 15)),
        (date(2026, 1, 1), 1.5, "year", 1, date(2027, 7, 1)),
    ],
)
def test_a_period_after_a_day(start: date, amount: float, unit: Unit, times: int, end: date):
    assert add_period(start, Period(amount=amount, unit=unit), times=times) == end


@pytest.mark.parametrize(
    ("start", "amount", "unit", "last_day", "anniversary"),
    [
        (date(2026, 1, 1), 1, "year", date(2026, 12, 31), date(2027, 1, 1)),
        (date(2019, 4, 6), 36, "month", date(2022, 4, 5), date(2022, 4, 6)),
        # No corresponding date: the last day of the month ends the term under either rule.
        (date(2024, 2, 29), 1, "year", date(2025, 2, 28), date(2025, 2, 28)),
        (date(2026, 1, 31), 1, "month", date(2026, 2, 28), date(2026, 2, 28)),
        (date(2026, 1, 1), 30, "day", date(2026, 1, 30), date(2026, 1, 31)),
    ],
)
def test_the_last_day_of_a_term(start: date, amount: int, unit: Unit, last_day: date, anniversary: date):
    length = Period(amount=amount, unit=unit)
    assert term_end(start, length, "day-before-anniversary") == last_day
    assert term_end(start, length, "anniversary") == anniversary


@pytest.mark.parametrize(
    "period",
    [
        Period(amount=5, unit="day", day_count="business"),
        Period(amount=1.5, unit="month"),
        Period(amount=0.5, unit="day"),
    ],
)
def test_what_the_calendar_cannot_count_is_refused(period: Period):
    with pytest.raises(ValueError, match=r"business days|whole number"):
        add_period(date(2026, 1, 1), period)


@given(DAYS, st.integers(min_value=1, max_value=600))
def test_months_keep_the_day_or_end_the_month(day: date, months: int):
    later = add_period(day, Period(amount=months, unit="month"))
    assert later.day == day.day or (later + timedelta(days=1)).day == 1
    assert (later.year - day.year) * 12 + later.month - day.month == months


@given(DAYS, st.integers(min_value=1, max_value=120), st.sampled_from(["day", "week", "month", "year"]))
def test_the_strict_reading_is_never_later_and_at_most_a_day_earlier(day: date, amount: int, unit: Unit):
    length = Period(amount=amount, unit=unit)
    strict, anniversary = (term_end(day, length, rule) for rule in ("day-before-anniversary", "anniversary"))
    assert timedelta(0) <= anniversary - strict <= timedelta(days=1)


@given(DAYS, st.integers(min_value=1, max_value=30))
def test_a_year_is_twelve_months(day: date, years: int):
    assert add_period(day, Period(amount=years, unit="year")) == add_period(
        day, Period(amount=12 * years, unit="month")
    )


def beside(months: int, days: int) -> Period:
    return Period(amount=months, unit="month", and_days=days)


@pytest.mark.parametrize(
    ("start", "months", "days", "last_day", "anniversary"),
    [
        (date(2027, 2, 1), 3, 15, date(2027, 5, 15), date(2027, 5, 16)),
        (date(2027, 1, 1), 18, 1, date(2028, 7, 1), date(2028, 7, 2)),
        # The month without a corresponding date ends the months under either rule; the days follow.
        (date(2026, 1, 31), 1, 1, date(2026, 3, 1), date(2026, 3, 1)),
    ],
)
def test_the_days_beside_months_come_last(
    start: date, months: int, days: int, last_day: date, anniversary: date
) -> None:
    assert term_end(start, beside(months, days), "day-before-anniversary") == last_day
    assert term_end(start, beside(months, days), "anniversary") == anniversary


@given(start=DAYS, months=st.integers(1, 60), days=st.integers(1, 60), times=st.integers(1, 5))
def test_terms_with_days_follow_each_other(start: date, months: int, days: int, times: int) -> None:
    length = beside(months, days)
    one_by_one = start
    for _ in range(times):
        one_by_one = add_period(one_by_one, Period(amount=months, unit="month")) + timedelta(days=days)
    assert add_period(start, length, times=times) == one_by_one
    assert term_end(start, length, "anniversary", times=times) == one_by_one
