"""A notice that may only come shortly before the end: its window opens then, and closes with the term."""

from datetime import date

import pytest

from tests.extract.dates.key_dates_reader import read

RENEWS = "2. Term. It runs from 1 January 2025 to 31 December 2026 and renews for a year at a time unless"


@pytest.mark.parametrize(
    "unless",
    [
        "notice is given within 60 days before the end of the term.",
        "a party gives notice not more than 60 days before the end.",
        "a party gives notice no sooner than sixty (60) days prior to its expiry.",
        "notice is given in the 60 days before the end of the term.",
        "notice is served during the last 60 days of the term.",
        "notice is given in writing within the sixty (60) day period preceding the end of the term.",
        "notice, which may not be given earlier than 60 days before the end of the term, is given.",
    ],
)
def test_the_first_day_is_not_told_as_the_last(unless: str) -> None:
    found = read(f"{RENEWS} {unless}", as_of=date(2026, 5, 1))
    assert (found.window_opens, found.notice_deadline) == (date(2026, 11, 1), date(2026, 12, 30))
    assert found.notice_period
    assert found.notice_period.amount == 60


@pytest.mark.parametrize("when", ["at 60 days", "at least 60 days", "not later than 60 days", "60 days"])
def test_what_is_no_upper_bound_opens_no_window(when: str) -> None:
    found = read(f"{RENEWS} a party gives notice {when} before the end of the term.", as_of=date(2026, 5, 1))
    assert (found.window_opens, found.notice_deadline) == (None, date(2026, 11, 1))


def test_a_least_notice_of_another_clause_closes_the_window_sooner() -> None:
    window = f"{RENEWS} notice is given within 60 days before the end of the term."
    found = read(window, "9. A notice of non-renewal is given at least 30 days before the end.", as_of=date(2026, 5, 1))
    assert found.notice_deadline == date(2026, 12, 1)
