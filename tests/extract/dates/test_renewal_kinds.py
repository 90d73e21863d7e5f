"""Whether a contract goes on by itself or only if somebody asks: what would stop it is no option to renew."""

import pytest

from tests.extract.dates.key_dates_reader import PREAMBLE, read

TERM = "This Agreement begins on the Effective Date and continues for two (2) years."
AUTOMATIC = (
    "It then renews for one year at a time unless a party gives notice that it does not wish to renew 60 days before.",
    "It shall then renew for successive years unless a party says that it no longer wants it to continue.",
    "It shall renew for one-year terms unless the parties mutually agree otherwise or one gives 60 days' notice.",
    "It shall be extended by a year unless a party, at its sole discretion, gives 60 days' notice.",
    "It is renewed for one year each time, except where the Customer elects to end it on 30 days' notice.",
)
OPTIONAL = (
    "This Agreement may be renewed for one year unless either party objects.",
    "The Customer may renew this Agreement for one year, unless it is in default.",
    "Unless sooner terminated, this Agreement shall be extended for one year by mutual agreement.",
    "This Agreement shall be extended for one year only if both parties agree in writing.",
    "This Agreement shall be extended for one year if the Customer wishes to extend it.",
)


@pytest.mark.parametrize("renewal", AUTOMATIC)
def test_what_goes_on_unless_it_is_stopped_is_automatic(renewal: str):
    assert read(PREAMBLE, TERM, renewal).renewal.kind == "automatic"


@pytest.mark.parametrize("renewal", OPTIONAL)
def test_what_needs_somebody_to_ask_is_optional(renewal: str):
    assert read(PREAMBLE, TERM, renewal).renewal.kind == "optional"


def test_the_last_day_is_counted_for_a_renewal_that_a_party_may_not_wish():
    dates = read(PREAMBLE, TERM, AUTOMATIC[0])
    assert str(dates.current_term_end) == "2027-03-01"
    assert str(dates.notice_deadline) == "2026-12-30"
