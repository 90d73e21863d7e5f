"""A notice can come too early: the first day on which it counts, in units of its own and for both parties."""

from datetime import date

import pytest

from tests.extract.dates.key_dates_reader import read

PREAMBLE = 'This Services Agreement is made as of March 15, 2023 (the "Effective Date") by and between Acme and Bolt.'
TERM = "The initial term is three years from the Effective Date."
GOES_ON = "It renews automatically for a year at a time unless "


@pytest.mark.parametrize(
    ("words", "opens", "deadline"),
    [
        ("notice is given not earlier than six months and not later than 60 days before the end of the term.", 9, 14),
        ("notice is given at least 60 days, and no more than six months, before the end of the term.", 9, 14),
        ("a party gives 60 days' notice before the end; it is void if given more than six months before it.", 9, 14),
        ("a party gives notice 60 days before the end of the term, in no case earlier than 6 months before it.", 9, 14),
    ],
)
def test_the_window_opens_on_a_day_counted_in_its_own_unit(words: str, opens: int, deadline: int):
    dates = read(PREAMBLE, TERM, GOES_ON + words)
    assert dates.window_opens == date(2026, opens, 15)
    assert dates.notice_deadline == date(2027, 1, deadline)


def test_the_first_day_holds_for_the_notice_of_either_party():
    text = "Acme gives notice at least 90 days, or Bolt at least 180, but no more than 9 months, before the end."
    dates = read(PREAMBLE, TERM, GOES_ON + text)
    assert dates.window_opens == date(2026, 6, 15)
    assert {clock.window_opens for clock in dates.clocks if clock.notice_by} == {date(2026, 6, 15)}


OPTION = (
    "Bolt may renew this Agreement for two (2) further periods of three (3) years each by notifying Acme in writing "
)


@pytest.mark.parametrize(
    ("when", "opens"),
    [
        ("at least nine months prior to the expiry of the initial term.", None),
        ("between twelve (12) and nine (9) months prior to the expiry of the initial term.", date(2025, 3, 15)),
    ],
)
def test_an_option_is_used_in_its_window_in_whatever_words_its_notice_is_asked_for(when: str, opens: date | None):
    dates = read(PREAMBLE, TERM, OPTION + when, as_of=date(2025, 1, 2))
    [option] = [clock for clock in dates.clocks if clock.what == "exercise the option to renew"]
    assert (option.window_opens, option.notice_by) == (opens, date(2025, 6, 15))


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ("no sooner than 120 days and no later than 60 days before the end.", date(2026, 9, 3)),
        ("within the 30 days that end 60 days before the end.", date(2026, 10, 3)),
        ("in the period of 30 days ending 60 days before the end of the term.", date(2026, 10, 3)),
    ],
)
def test_the_days_of_a_notice_are_no_length_of_a_renewal(words: str, opens: date):
    term = "The initial term is one year from January 1, 2024."
    dates = read(PREAMBLE, term, f"It renews yearly unless notice is given {words}", as_of=date(2026, 11, 1))
    assert dates.renewal.term is not None
    assert (dates.renewal.term.amount, dates.renewal.term.unit) == (1, "year")
    assert (dates.window_opens, dates.notice_deadline) == (opens, date(2026, 11, 2))
