"""A duty to remind of a renewal is a clock of its own, and no notice against the renewal."""

from datetime import date

import pytest

from legalai.schema import Clock
from tests.extract.dates.test_clocks import TERM, read

RENEWS = "It renews automatically for a year at a time"
STOP = f"{RENEWS} unless a party gives notice at least 60 days before the end of the term."


def reminders(*texts: str) -> list[Clock]:
    return [clock for clock in read(TERM, *texts).clocks if clock.what == "remind of the renewal"]


@pytest.mark.parametrize(
    ("said", "party", "opens", "by"),
    [
        ("Supplier shall notify Buyer at least 75 days before renewal.", "Supplier", None, date(2026, 10, 17)),
        (
            "Supplier will remind Buyer in writing of the coming renewal ninety (90) days before the term ends.",
            "Supplier",
            None,
            date(2026, 10, 2),
        ),
        (
            "Supplier shall send a renewal notice not less than thirty (30) nor more than sixty (60) days before the "
            "end of each term.",
            "Supplier",
            date(2026, 11, 1),
            date(2026, 12, 1),
        ),
        (
            "Acme Ltd undertakes to give Buyer notice of the automatic renewal between 90 and 60 days before the end "
            "of the term.",
            "Supplier",
            date(2026, 10, 2),
            date(2026, 11, 1),
        ),
        (
            "Buyer shall be reminded by Supplier of the renewal one month before the last day on which it can give "
            "notice of non-renewal.",
            "Supplier",
            None,
            date(2026, 10, 1),
        ),
        (
            "At least 45 days before the term ends, Supplier shall inform Buyer that the Agreement will be renewed and "
            "of its right to decline.",
            "Supplier",
            None,
            date(2026, 11, 16),
        ),
        (
            "If Supplier fails to send a renewal reminder at least 30 days before the term ends, Buyer may leave.",
            "Supplier",
            None,
            date(2026, 12, 1),
        ),
        ("We will remind you before your subscription renews.", None, None, None),
    ],
)
def test_a_duty_to_remind(said: str, party: str | None, opens: date | None, by: date | None) -> None:
    found = read(TERM, STOP, said)
    (clock,) = [each for each in found.clocks if each.what == "remind of the renewal"]
    assert (clock.party, clock.window_opens, clock.notice_by) == (party, opens, by)
    assert clock.proof[0].quotes[0].text in said
    assert found.notice_deadline == date(2026, 11, 1)


@pytest.mark.parametrize(
    "said",
    [
        "Supplier is not obliged to remind Buyer of any renewal.",
        "Supplier will use reasonable efforts to remind Buyer of the renewal 30 days before the end of the term.",
        "Either party shall notify the other of its intention not to renew 30 days before the end of the term.",
        "Buyer shall notify Supplier at least 30 days before renewal.",
        "Supplier shall give Buyer 30 days' notice of any change of rates during a renewal term.",
        "Supplier shall send Buyer notice of each renewal of its insurance policies 30 days before they expire.",
        "Supplier shall notify Buyer of the renewal fees at least 60 days before the end of the term.",
        "Supplier shall remind Buyer of unpaid invoices ten days before they fall due.",
    ],
)
def test_what_is_no_duty_to_remind(said: str) -> None:
    assert reminders(STOP, said) == []


@pytest.mark.parametrize(
    "said",
    [
        "Supplier shall notify Buyer of the renewal at least 60 days before the end of the term.",
        "Supplier must send Buyer a renewal reminder at least 60 days before the term ends.",
    ],
)
def test_a_reminder_is_no_notice_against_renewal(said: str) -> None:
    found = read(TERM, f"{RENEWS}.", said)
    assert (found.notice_period, found.notice_deadline) == (None, None)


def test_one_sentence_may_hold_the_notice_and_the_reminder() -> None:
    both = STOP.rstrip(".") + ", and Supplier shall remind Buyer of the renewal at least 90 days before that."
    found = read(TERM, both)
    assert found.notice_deadline == date(2026, 11, 1)
    assert [clock.notice_by for clock in reminders(both)] == [date(2026, 10, 2)]
