"""What is told of the price of a renewal is no reminder that it comes."""

import pytest

from tests.extract.dates.key_dates_reader import OPENING, read

STOP = (
    "2. Term. It runs from 1 January 2025 to 31 December 2026 and renews for a year at a time unless Customer gives 60 \
days' notice before the end of the term."
)


@pytest.mark.parametrize(
    ("told", "by"),
    [
        (
            "The Fees for each renewal period will be told to Customer one month before the renewal period.",
            "2026-11-30",
        ),
        ("The rates of the next term shall be notified to Customer thirty days prior to renewal.", "2026-12-01"),
        ("Supplier will send its new price list 45 days before renewal of the subscription.", "2026-11-16"),
        ("Supplier shall give Customer notice of any increase for the renewal 90 days before the renewal.", None),
        ("The new service description shall be sent to the Customer one month before each renewal.", None),
    ],
)
def test_a_price_told_before_the_renewal_reminds_of_nothing(told: str, by: str | None) -> None:
    clocks = read(OPENING, STOP, f"3. {told}").clocks
    assert [clock.what for clock in clocks] == ["stop automatic renewal"]
    assert next((s.result for s in clocks[0].proof if s.step == "price of the renewal"), None) == by


def test_who_must_tell_of_the_renewal_itself_reminds() -> None:
    clocks = read(OPENING, STOP, "3. Customer must be informed by Supplier 30 days before each renewal.").clocks
    assert [clock.what for clock in clocks] == ["stop automatic renewal", "remind of the renewal"]
