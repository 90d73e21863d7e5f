"""A price of the renewal that may be told after the last day for notice against it."""

from datetime import date

import pytest

from tests.extract.dates.test_clocks import TERM, read

RENEWS = "It renews automatically for a year at a time"
STOP = f"{RENEWS} unless notice is given at least 60 days before the end of the term."


@pytest.mark.parametrize(
    ("said", "told_by"),
    [
        (
            "Supplier shall inform Buyer of the Fees of the next term no later than 15 days before it begins.",
            "2026-12-16",
        ),
        ("At least 30 days before renewal Supplier sends Buyer a quote for the renewal term.", "2026-12-01"),
        ("Any uplift for a renewal is announced by Supplier not less than 45 days prior to expiry.", "2026-11-16"),
        ("Fees may be adjusted on each renewal; Supplier will provide the new rates 30 days in advance.", "2026-12-01"),
        ("Supplier may change its prices at renewal upon notice.", "no day"),
        ("Supplier may raise the charges for the following year by 90 days' notice before the year ends.", None),
        ("The fees for each renewal term increase by 5%.", None),
        ("Supplier may change its prices for new orders upon notice.", None),
    ],
)
def test_a_price_told_too_late_is_a_warning(said: str, told_by: str | None) -> None:
    stop = next(clock for clock in read(TERM, STOP, said, law="us-tx").clocks if clock.what == "stop automatic renewal")
    assert stop.notice_by == date(2026, 11, 1)
    steps = [step for step in stop.proof if step.step == "price of the renewal"]
    assert [(step.result, step.quotes[0].text) for step in steps] == ([(told_by, said)] if told_by else [])


@pytest.mark.parametrize(
    "said",
    [
        "Supplier shall inform Buyer of the Fees for the next term no later than 15 days before the end of the term.",
        "At least 15 days before the end of the term Supplier provides Buyer with a quote for the renewal.",
    ],
)
def test_the_day_by_which_a_price_is_told_is_never_the_last_day_for_notice(said: str) -> None:
    found = read(TERM, f"{RENEWS}.", said)
    assert (found.notice_period, found.notice_deadline) == (None, None)
