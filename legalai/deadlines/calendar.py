"""Periods on the calendar: adding them, and the last day of a term.

Months are counted by corresponding dates, and where the target month is too short its last day is taken: 31 January and
one month is 28 February (corresponding date rule, Dodds v Walker [1981] 1 WLR 1027; N.Y. Gen. Constr. Law s. 30).
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from legalai.schema import Period

TermRule = Literal["day-before-anniversary", "anniversary"]

MOST_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}
"""The most days that one of each unit can have, for comparing lengths."""


def add_period(day: date, period: Period, *, times: int = 1) -> date:
    """The day that lies `times` periods after `day`, before it when negative; several are added at once, without drift.

    Days beside months are counted after them (BGB s. 189 (2) says so of half months), and for each period anew.
    Raises: ValueError for business days, and for fractions that are no whole number of days or months.
    """
    if period.day_count == "business":
        raise ValueError("business days need a holiday calendar: use add_business_days")
    if period.and_days:
        once = 1 if times > 0 else -1
        for _ in range(abs(times)):
            day = add_period(day, without_days(period), times=once) + timedelta(days=once * period.and_days)
        return day
    if period.unit in ("day", "week"):
        return day + timedelta(days=_whole(period.amount * (7 if period.unit == "week" else 1) * times))
    return day + relativedelta(months=_months(period) * times)


def term_end(start: date, length: Period, rule: TermRule, *, times: int = 1) -> date:
    """The last day of `times` terms that follow each other from `start` on.

    `day-before-anniversary` counts `start` as the first day: a year from 1 January ends on 31 December. `anniversary`
    does not count it, as time "from" or "after" a day is reckoned.
    """
    if length.and_days:
        for _ in range(times - 1):
            start = add_period(start, length)
        return term_end(start, without_days(length), rule) + timedelta(days=length.and_days)
    anniversary = add_period(start, length, times=times)
    if rule == "anniversary" or _is_clamped(start, anniversary, length):
        return anniversary
    return anniversary - timedelta(days=1)


def without_days(period: Period) -> Period:
    """The weeks, months or years of a period that has days beside them."""
    return replace(period, and_days=0)


def _is_clamped(start: date, anniversary: date, length: Period) -> bool:
    """Whether the month has no corresponding date, so that its last day already is the last day of the term."""
    return length.unit in ("month", "year") and anniversary.day < start.day


def _months(period: Period) -> int:
    return _whole(period.amount * (12 if period.unit == "year" else 1))


def _whole(amount: float) -> int:
    if amount != int(amount):
        raise ValueError(f"{amount} is not a whole number of days or months")
    return int(amount)
