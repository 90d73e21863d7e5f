"""When a notice must be given for it to count before a day."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from legalai.deadlines.business_days import add_business_days
from legalai.deadlines.calendar import add_period
from legalai.schema import Period

NoticeRule = Literal["days-before", "clear-days"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeWindow:
    """The first (where there is one) and the last day on which notice counts, and the rule that gave them."""

    opens: date | None
    deadline: date
    rule: NoticeRule


def notice_window(
    term_end: date,
    notice: Period,
    *,
    earliest: Period | None = None,
    jurisdiction: str | None = None,
    rule: NoticeRule = "days-before",
) -> NoticeWindow:
    """The days on which notice of at least `notice`, at most `earliest`, before `term_end` can be given.

    `days-before`: the day of the notice is not counted, the last day of the term is. `clear-days`: neither is, so that
    the whole period lies between them. A deadline on a day off stays there: it never moves to a later day.
    `jurisdiction` is needed for business days.

    Raises: LookupError without it or without its holidays; ValueError if the window is empty.
    """
    deadline = _before(term_end, notice, jurisdiction)
    if rule == "clear-days":
        deadline -= timedelta(days=1)
    opens = None if earliest is None else _before(term_end, earliest, jurisdiction)
    if opens is not None and opens > deadline:
        raise ValueError("the notice window closes before it opens")
    return NoticeWindow(opens=opens, deadline=deadline, rule=rule)


def last_day_to_send(deadline: date, receipt: Period, *, jurisdiction: str | None = None) -> date:
    """The last day to send what is deemed received `receipt` later, for it to arrive by `deadline`.

    Raises: LookupError as `notice_window`.
    """
    return _before(deadline, receipt, jurisdiction)


def _before(day: date, period: Period, jurisdiction: str | None) -> date:
    if period.day_count == "calendar":
        return add_period(day, period, times=-1)
    if jurisdiction is None:
        raise LookupError("business days need a jurisdiction")
    if period.unit != "day" or period.amount != int(period.amount):
        raise ValueError("only whole days are counted as business days")
    return add_business_days(day, -int(period.amount), jurisdiction)
