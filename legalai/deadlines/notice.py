"""When a notice must be given for it to count before a day."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from legalai.deadlines.business_days import add_business_days
from legalai.deadlines.calendar import add_period, without_days
from legalai.schema import Period

# By how many days the longest month outlasts the shortest.
_LONGER_MONTH = 3

NoticeRule = Literal["days-before", "clear-days", "expiring-on", "whole-periods"]


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
    latest_end: date | None = None,
    jurisdiction: str | None = None,
    rule: NoticeRule = "days-before",
) -> NoticeWindow:
    """The days on which notice of at least `notice`, at most `earliest`, before `term_end` can be given.

    `days-before`: the day of the notice is not counted, the last day of the term is. `clear-days`: neither is, so that
    the whole period lies between them. `expiring-on`: the notice is counted forward from its day and must have run out
    by `term_end`. `whole-periods`: it is given before its first month, week or day begins, and the last one ends with
    `term_end`. A deadline on a day off stays there: it never moves to a later day.
    `latest_end`: where the term may be said to end a day later, that day; the first day of the window is counted from
    it, so that a notice is neither too late nor too early on either reading. So are days beside months: counted before
    the months or after them, whichever is the safer. Business days need `jurisdiction`.

    Raises: LookupError without it or without its holidays; ValueError if the window is empty.
    """
    deadline = _latest(term_end, notice, jurisdiction, rule)
    opens = None if earliest is None else max(_before(latest_end or term_end, earliest, jurisdiction))
    if opens is not None and opens > deadline:
        raise ValueError("the notice window closes before it opens")
    return NoticeWindow(opens=opens, deadline=deadline, rule=rule)


def last_day_to_send(deadline: date, receipt: Period, *, jurisdiction: str | None = None) -> date:
    """The last day to send what is deemed received `receipt` later, for it to arrive by `deadline`.

    Raises: LookupError as `notice_window`.
    """
    return min(_before(deadline, receipt, jurisdiction))


def _latest(term_end: date, notice: Period, jurisdiction: str | None, rule: NoticeRule) -> date:
    match rule:
        case "days-before":
            return min(_before(term_end, notice, jurisdiction))
        case "clear-days":
            return min(_before(term_end, notice, jurisdiction)) - timedelta(days=1)
        case "whole-periods" if not notice.and_days:
            return min(_before(term_end + timedelta(days=1), notice, jurisdiction)) - timedelta(days=1)
        case "whole-periods" | "expiring-on":
            # Months of different lengths: several days may lead to one corresponding day, the last of them counts.
            day = max(_before(term_end, notice, jurisdiction)) + timedelta(days=_LONGER_MONTH)
            while notice.day_count == "calendar" and add_period(day, notice) > term_end:
                day -= timedelta(days=1)
            return day if notice.day_count == "calendar" else day - timedelta(days=_LONGER_MONTH)


def _before(day: date, period: Period, jurisdiction: str | None) -> tuple[date, ...]:
    """The day that lies a period before: two, where days beside months make a difference by what is counted first."""
    if period.day_count == "calendar":
        days_first = add_period(day - timedelta(days=period.and_days), without_days(period), times=-1)
        return (add_period(day, period, times=-1), days_first)
    if jurisdiction is None:
        raise LookupError("business days need a jurisdiction")
    if period.unit != "day" or period.amount != int(period.amount):
        raise ValueError("only whole days are counted as business days")
    return (add_business_days(day, -int(period.amount), jurisdiction),)
