"""Stretches of the calendar: the half month, month, quarter, half-year or year that a day lies in, and when it ends.

A year may end on another day than 31 December, as fiscal years do; quarters and half-years are then those of that year.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

Stretch = Literal["half-month", "month", "quarter", "half-year", "year"]

MONTHS: dict[Stretch, float] = {"half-month": 0.5, "month": 1, "quarter": 3, "half-year": 6, "year": 12}
DECEMBER = 12
_MIDDLE = 15


@dataclass(frozen=True, slots=True)
class Grid:
    """Stretches of one length that follow each other without a gap; `last_month` is the month in which a year ends."""

    stretch: Stretch
    last_month: int = DECEMBER

    def last_day(self, day: date, *, forward: int = 0) -> date:
        """The last day of the stretch that `day` lies in, or of the one so many stretches later."""
        if self.stretch == "half-month":
            return _half_month(day, forward)
        length = int(MONTHS[self.stretch])
        missing = (self.last_month - day.month) % length
        month = day.replace(day=1) + relativedelta(months=missing + length * forward)
        return month.replace(day=monthrange(month.year, month.month)[1])

    def begins(self, day: date) -> bool:
        """Whether `day` is the first of a stretch."""
        return day == self.last_day(day, forward=-1) + timedelta(days=1)


def _half_month(day: date, forward: int) -> date:
    """The fifteenth or the last day of the month, so many halves of a month later."""
    months, second = divmod(forward + (day.day > _MIDDLE), 2)
    month = day.replace(day=1) + relativedelta(months=months)
    return month.replace(day=monthrange(month.year, month.month)[1] if second else _MIDDLE)


def next_day_of_year(after: date, month: int, day: int) -> date:
    """The first such day of a year that lies after a day; the last of February in every year where it is that."""
    found = day_of_year(after.year, month, day)
    return found if found > after else day_of_year(after.year + 1, month, day)


def day_of_year(year: int, month: int, day: int) -> date:
    """A day of a year; the last of February in every year where it is in one."""
    if month == 2 and day >= 28:
        return date(year, 3, 1) - timedelta(days=1)
    return date(year, month, day)
