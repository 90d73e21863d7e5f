"""The hour by which a notice must be there: with whose time it is, and what comes later that day."""

from datetime import date

import pytest

from legalai.schema import Clock
from tests.extract.dates.test_clocks import TERM, read

# Sixty days before the last day of 2026 is Sunday, 1 November.
STOP = "It renews automatically for a year at a time unless notice is given at least 60 days before the end of the term"
THE_DAY, THE_FRIDAY, THE_THURSDAY = date(2026, 11, 1), date(2026, 10, 30), date(2026, 10, 29)


def stop_of(*texts: str, law: str | None = "us-ny") -> Clock:
    return next(clock for clock in read(TERM, *texts, law=law).clocks if clock.what == "stop automatic renewal")


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("Notice must be given by 5:00 p.m. (New York time) on the last day.", "by 5:00 p.m. (New York time)"),
        ("Notices must arrive no later than noon London time on the last day.", "by noon (London time)"),
        ("All notices must be received by 23:59 UTC on the day on which they are due.", "by 23:59 (UTC)"),
        (
            "A notice must be received before 17.00 in the recipient's time zone.",
            "by 17.00 (in the recipient's time zone)",
        ),
        ("Notices must be received by 5 pm on the last day.", "by 5 pm (whose time is not told)"),
        ("Provider shall give notice of planned maintenance by 5 pm on the day before.", None),
        ("Support answers until 6 p.m.", None),
    ],
)
def test_the_hour_is_told_with_its_place_and_no_zone_is_assumed(said: str, hour: str | None) -> None:
    stop = stop_of(f"{STOP}.", said)
    assert (stop.notice.hour, stop.notice_by, stop.send_by) == (hour, THE_DAY, THE_DAY)
    assert [q.text for step in stop.proof if step.step == "hour of the day" for q in step.quotes] == (
        [said] if hour else []
    )


def test_the_clause_that_asks_for_the_notice_has_its_own_hour() -> None:
    stop = stop_of(f"{STOP}, in each case by 12 noon Paris time.", "Notices must be given by 5 pm on the last day.")
    assert stop.notice.hour == "by 12 noon (Paris time)"


@pytest.mark.parametrize(
    ("said", "last_day", "send_by"),
    [
        ("Notices received after 17:00 are deemed received the next business day.", THE_DAY, THE_FRIDAY),
        (
            "A notice delivered after 5.30 p.m. at the place of receipt is deemed delivered at 9.00 a.m. on the next "
            "following Business Day.",
            THE_DAY,
            THE_FRIDAY,
        ),
        ("E-mails sent after 16:30 CET count as received on the following working day.", THE_DAY, THE_FRIDAY),
        (
            "Notice after the close of business is treated as given on the first Business Day thereafter.",
            THE_DAY,
            THE_FRIDAY,
        ),
        (
            "Notices delivered prior to 5:00 p.m. are effective that day, otherwise on the next Business Day.",
            THE_DAY,
            THE_FRIDAY,
        ),
        ("Notices received later than 6 pm shall be deemed received on the next day.", THE_DAY, date(2026, 10, 31)),
        # a Sunday is outside business hours as a whole
        (
            "A notice received outside Business Hours shall be deemed received on the next following Business Day.",
            THE_FRIDAY,
            THE_THURSDAY,
        ),
    ],
)
def test_what_comes_after_hours_is_sent_the_day_before(said: str, last_day: date, send_by: date) -> None:
    stop = stop_of(f"{STOP}.", said)
    assert (stop.notice_by, stop.send_by) == (last_day, send_by)
    assert "later counts on the next" in (stop.notice.hour or "")


@pytest.mark.parametrize(
    "said",
    [
        "References to times of day are to London time.",
        "All times are London time.",
        "A reference to a time of day is a reference to London time.",
    ],
)
def test_whose_time_it_is_may_be_said_of_all_hours(said: str) -> None:
    stop = stop_of(f"{STOP}.", "Notices must be received by 5 pm on the last day.", said)
    assert stop.notice.hour == "by 5 pm (London time)"
    assert said in [quote.text for step in stop.proof if step.step == "hour of the day" for quote in step.quotes]


def test_the_earliest_of_all_days_to_send_counts() -> None:
    posted = "Letters are deemed received two days after posting."
    late = "Notices received after 17:00 are deemed received the next business day."
    # two days before is Friday too; four days before is Wednesday
    assert stop_of(f"{STOP}.", posted, late).send_by == THE_FRIDAY
    assert stop_of(f"{STOP}.", posted.replace("two", "four"), late).send_by == date(2026, 10, 28)
