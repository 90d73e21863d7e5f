"""Business days of a jurisdiction: every day but Saturdays, Sundays (or the local weekend) and public holidays."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Protocol

import holidays

WEEKDAYS = "weekdays"
"""In place of a jurisdiction: Monday to Friday, holidays or not, where a contract defines its business days so."""

# Ids that are not simply "country-subdivision" in ISO 3166, or whose subdivision is not written in capitals.
_SUBDIVISIONS = {
    "gb-eaw": ("GB", "ENG"),
    "gb-sct": ("GB", "SCT"),
    "gb-nir": ("GB", "NIR"),
    "de-by-munich": ("DE", "BY"),
    "es-barcelona": ("ES", "Barcelona"),
    "br-são paulo capital": ("BR", "São Paulo Capital"),
}
# Munich keeps the Assumption, as the towns of Bavaria with more Catholics than Protestants do.
_CATEGORIES = {"de-by-munich": ("public", "catholic")}
# Calendars of a payment system or an exchange.
_FINANCIAL = frozenset({"xecb", "xnys", "xfed", "xlon"})


def has_calendar(jurisdiction: str | None) -> bool:
    """Whether the public holidays of this jurisdiction are known here; of several joined by "+", of all of them."""
    return jurisdiction is not None and _calendar(jurisdiction) is not None


def without_weekends(jurisdiction: str) -> str:
    """The business days of this jurisdiction that are no Saturdays or Sundays, whatever its own week."""
    is_kept = WEEKDAYS in jurisdiction.split("+")
    return jurisdiction if is_kept else f"{jurisdiction}+{WEEKDAYS}"


def is_business_day(day: date, jurisdiction: str) -> bool:
    """Whether work is done on `day` there. Raises: LookupError for a jurisdiction without a calendar."""
    calendar = _calendar(jurisdiction)
    if calendar is None:
        raise LookupError(f"no holiday calendar for {jurisdiction!r}")
    return calendar.is_working_day(day)


def add_business_days(day: date, count: int, jurisdiction: str) -> date:
    """The `count`th business day after `day`, before it when negative; `day` itself is not counted and need not be one.

    Counting backwards gives the business day reached and never rolls forward. Raises: LookupError as above.
    """
    step = timedelta(days=1 if count >= 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= is_business_day(day, jurisdiction)
    return day


def roll_back(day: date, jurisdiction: str) -> date:
    """`day`, or the business day before it. Raises: LookupError as above."""
    return day if is_business_day(day, jurisdiction) else add_business_days(day, -1, jurisdiction)


def roll_forward(day: date, jurisdiction: str) -> date:
    """`day`, or the next business day after it. Raises: LookupError as above."""
    return day if is_business_day(day, jurisdiction) else add_business_days(day, 1, jurisdiction)


class _Calendar(Protocol):
    def is_working_day(self, key: date, /) -> bool: ...


class _Weekdays:
    def is_working_day(self, key: date, /) -> bool:
        return key.weekday() < 5


class _Together:
    """Several calendars: work is done on a day only where it is done in each place."""

    def __init__(self, calendars: Sequence[_Calendar]) -> None:
        self._calendars = tuple(calendars)

    def is_working_day(self, key: date, /) -> bool:
        return all(calendar.is_working_day(key) for calendar in self._calendars)


@lru_cache(maxsize=64)
def _calendar(jurisdiction: str) -> _Calendar | None:
    if jurisdiction == WEEKDAYS:
        return _Weekdays()
    if "+" in jurisdiction:
        each = [_calendar(place) for place in jurisdiction.split("+")]
        known = [calendar for calendar in each if calendar is not None]
        return _Together(known) if len(known) == len(each) else None
    if jurisdiction in _FINANCIAL:
        return holidays.financial_holidays(jurisdiction.upper())
    country, _, subdivision = jurisdiction.upper().partition("-")
    country, subdivision = _SUBDIVISIONS.get(jurisdiction, (country, subdivision))
    try:
        return holidays.country_holidays(country, subdiv=subdivision or None, categories=_CATEGORIES.get(jurisdiction))
    except NotImplementedError:
        return None
