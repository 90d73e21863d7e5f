from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalai.deadlines.calendar import add_period
from legalai.deadlines.notice import NoticeRule, last_day_to_send, notice_window
from legalai.schema import Period, Unit

SIXTY_DAYS = Period(amount=60, unit="day")
YEAR_END = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("notice", "rule", "jurisdiction", "deadline"),
    [
        (SIXTY_DAYS, "days-before", None, date(2026, 11, 1)),
        # A Sunday: the deadline stays where it falls.
        (SIXTY_DAYS, "clear-days", "gb-eaw", date(2026, 10, 31)),
        (Period(amount=3, unit="month"), "days-before", None, date(2026, 9, 30)),
        (Period(amount=10, unit="day", day_count="business"), "days-before", "us", date(2026, 12, 16)),
        (Period(amount=10, unit="day", day_count="business"), "days-before", "gb-eaw", date(2026, 12, 15)),
    ],
)
def test_the_last_day_for_notice(notice: Period, rule: NoticeRule, jurisdiction: str | None, deadline: date):
    window = notice_window(YEAR_END, notice, jurisdiction=jurisdiction, rule=rule)
    assert (window.opens, window.deadline, window.rule) == (None, deadline, rule)


@pytest.mark.parametrize(
    ("end", "rule", "deadline"),
    [
        (date(2027, 3, 31), "days-before", date(2026, 12, 16)),
        # Months first 13 February, days first 16 February: the earlier is in time on either reading.
        (date(2027, 5, 31), "days-before", date(2027, 2, 13)),
        (date(2027, 5, 31), "clear-days", date(2027, 2, 12)),
        (date(2026, 12, 31), "whole-periods", date(2026, 9, 16)),
        (date(2027, 5, 31), "expiring-on", date(2027, 2, 16)),
    ],
)
def test_days_beside_months(end: date, rule: NoticeRule, deadline: date):
    notice = Period(amount=3, unit="month", and_days=15)
    assert notice_window(end, notice, rule=rule).deadline == deadline


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)), st.integers(1, 24), st.integers(1, 45))
def test_a_notice_with_days_beside_months_has_run_out_by_the_end(end: date, months: int, days: int):
    notice = Period(amount=months, unit="month", and_days=days)
    given_on = notice_window(end, notice, rule="expiring-on").deadline
    assert add_period(given_on, notice) <= end < add_period(given_on + timedelta(days=1), notice) + timedelta(days=1)
    assert notice_window(end, notice).deadline <= given_on


def test_a_window_opens_before_it_closes():
    window = notice_window(YEAR_END, SIXTY_DAYS, earliest=Period(amount=90, unit="day"))
    assert (window.opens, window.deadline) == (date(2026, 10, 2), date(2026, 11, 1))


def test_an_empty_window_is_refused():
    with pytest.raises(ValueError, match="closes before it opens"):
        notice_window(YEAR_END, SIXTY_DAYS, earliest=Period(amount=30, unit="day"))


def test_business_days_need_a_jurisdiction():
    with pytest.raises(LookupError):
        notice_window(YEAR_END, Period(amount=5, unit="day", day_count="business"))


@pytest.mark.parametrize(
    ("receipt", "sent"),
    [
        (Period(amount=5, unit="day"), date(2026, 10, 27)),
        (Period(amount=3, unit="day", day_count="business"), date(2026, 10, 28)),
    ],
)
def test_what_is_deemed_received_later_is_sent_earlier(receipt: Period, sent: date):
    assert last_day_to_send(date(2026, 11, 1), receipt, jurisdiction="us") == sent


@given(
    st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)),
    st.integers(min_value=1, max_value=400),
    st.sampled_from(["days-before", "clear-days"]),
)
def test_longer_notice_is_never_due_later(end: date, days: int, rule: NoticeRule):
    shorter = notice_window(end, Period(amount=days, unit="day"), rule=rule).deadline
    longer = notice_window(end, Period(amount=days + 1, unit="day"), rule=rule).deadline
    assert longer < shorter < end


@given(
    st.dates(min_value=date(2000, 1, 1), max_value=date(2060, 1, 1)),
    st.integers(min_value=1, max_value=24),
    st.sampled_from(["day", "week", "month", "year"]),
)
def test_a_notice_given_on_the_last_day_has_expired_by_the_end_and_one_a_day_later_has_not(
    end: date, amount: int, unit: Unit
) -> None:
    notice = Period(amount=amount, unit=unit)
    deadline = notice_window(end, notice, rule="expiring-on").deadline
    assert add_period(deadline, notice) <= end
    assert add_period(deadline + timedelta(days=1), notice) > end


@pytest.mark.parametrize(
    ("end", "notice", "rule", "deadline"),
    [
        # Dodds v Walker [1981] 1 WLR 1027: the corresponding date, or the month's last day.
        (date(2027, 6, 30), Period(amount=3, unit="month"), "expiring-on", date(2027, 3, 31)),
        (date(2027, 6, 30), Period(amount=3, unit="month"), "days-before", date(2027, 3, 30)),
        # BGB ss. 187, 188: received before April begins.
        (date(2027, 6, 30), Period(amount=3, unit="month"), "whole-periods", date(2027, 3, 31)),
        (date(2026, 12, 31), Period(amount=3, unit="month"), "whole-periods", date(2026, 9, 30)),
        (date(2027, 1, 31), Period(amount=4, unit="week"), "whole-periods", date(2027, 1, 3)),
    ],
)
def test_rules_of_counting(end: date, notice: Period, rule: NoticeRule, deadline: date) -> None:
    assert notice_window(end, notice, rule=rule).deadline == deadline
