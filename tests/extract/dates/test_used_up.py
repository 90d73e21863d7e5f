"""Renewals that the text limits: when they are used up the contract has ended, and no day to act is told."""

from datetime import date

import pytest

from tests.extract.dates.key_dates_reader import read

TERM = "2. Term. The initial term of this Agreement begins on April 1, 2020 and ends on March 31, 2022. "
NOTICE = " unless either party gives 60 days' notice before the end of the then-current term."
MADE = "This Agreement is made as of March 1, 2020 by and between Acme and Bolt."


@pytest.mark.parametrize(
    ("renewal", "ended"),
    [
        ("It renews once for a further year", date(2023, 3, 31)),
        ("It shall be automatically renewed one time for twelve months", date(2023, 3, 31)),
        ("It will automatically renew for a single additional term of one year", date(2023, 3, 31)),
        ("It is automatically extended on one occasion only, by one year,", date(2023, 3, 31)),
        ("It shall automatically renew for one year and no more", date(2023, 3, 31)),
        ("It is then automatically renewed for a second and final term of one year", date(2023, 3, 31)),
        ("It shall automatically renew twice, each time for one year,", date(2024, 3, 31)),
        ("It shall automatically renew for two (2) additional terms of one (1) year each", date(2024, 3, 31)),
        ("It shall automatically renew for three successive one-year terms", date(2025, 3, 31)),
    ],
)
def test_used_up(renewal: str, ended: date) -> None:
    found = read(MADE, TERM + renewal + NOTICE)
    assert found.ending is not None
    assert (found.ending.why, found.ending.on, found.notice_deadline) == ("expired", ended, None)
    assert "used up" in found.proof[-1].rule


@pytest.mark.parametrize(
    "renewal",
    [
        "It is automatically renewed once a year for a further year",
        "It renews automatically for one year at a time",
        "It renews automatically for successive one-year terms",
        "It renews automatically every year, with only one renewal price for all,",
        "It renews automatically for one year at a time, with a final price for all,",
    ],
)
def test_no_limit(renewal: str) -> None:
    found = read(MADE, TERM + renewal + NOTICE)
    assert (found.ending, found.current_term_end) == (None, date(2027, 3, 31))


def test_the_last_renewal_asks_for_no_notice():
    found = read(MADE, TERM + "It renews once for a further year" + NOTICE, as_of=date(2022, 12, 1))
    assert found.ending is not None
    assert (found.ending.on, found.notice_deadline, found.clocks) == (date(2023, 3, 31), None, ())


def test_an_age_that_first_term_and_renewals_may_not_exceed():
    term = "2. Term. The initial term is two years from April 1, 2020. It renews automatically for one year at a time"
    found = read(MADE, f"{term}, but the total term shall not exceed five years,{NOTICE}", as_of=date(2024, 5, 1))
    assert found.renewal.most == 3


def test_a_holdover_in_another_clause_keeps_it_open():
    holdover = "3. If the parties go on after expiry, this Agreement continues on a month-to-month basis."
    assert read(MADE, TERM + "It renews once for a further year" + NOTICE, holdover).ending is None


def test_month_to_month_after_the_renewals_leaves_the_end_open():
    holdover = "Thereafter it continues on a month-to-month basis."
    found = read(MADE, TERM + "It renews automatically for up to two one-year terms" + NOTICE, holdover)
    assert (found.ending, found.current_term_end, found.notice_deadline, found.clocks) == (None, None, None, ())
