"""Clocks: how days are counted by words and law, what each party's notice is, options, reminders, the next deadline."""

from datetime import date

import pytest

from legalai.extract.parties.parties import find_parties
from legalai.schema import KeyDates
from tests.extract.dates.key_dates_reader import dates_of
from tests.extract.passage_builder import passages_of

TERM = "2. Term. The term begins on January 1, 2025 and ends on December 31, 2026."


def read(*texts: str, law: str | None = None, as_of: date = date(2026, 5, 1)) -> KeyDates:
    opening = (
        'This Supply Agreement is made on December 1, 2024 between Acme Ltd ("Supplier") and Widget Ltd ("Buyer").'
    )
    passages = passages_of(opening, *texts)
    return dates_of(passages, jurisdiction=law, as_of=as_of, parties=find_parties(passages, ()))


@pytest.mark.parametrize(
    ("notice", "law", "deadline"),
    [
        ("at least sixty (60) days before the end of the term", None, date(2026, 11, 1)),
        ("at least sixty (60) days before the end of the term", "gb-eaw", date(2026, 10, 31)),
        ("no later than the tenth day before the end of the term", "gb-eaw", date(2026, 12, 21)),
        ("not less than 30 clear days before the end of the term", "us-tx", date(2026, 11, 30)),
        ("at least three months before the end of the term", "us-ny", date(2026, 9, 30)),
        ("at least ten (10) Business Days before the end of the term", "us", date(2026, 12, 16)),
        ("at least thirty (30) days before the Renewal Date", None, date(2026, 12, 2)),
        ("at least two (2) weeks ahead of the end of the term", None, date(2026, 12, 17)),
    ],
)
def test_days_are_counted_as_the_words_or_the_law_say(notice: str, law: str | None, deadline: date) -> None:
    renewal = f"It renews automatically for one year at a time unless a party gives written notice {notice}."
    found = read(TERM, renewal, law=law)
    assert found.notice_deadline == deadline


def test_business_days_are_those_the_contract_defines() -> None:
    defined = '"Business Day" means Monday to Friday, whether or not the day is a public holiday.'
    renewal = (
        "It renews automatically for a year at a time unless notice is given ten (10) Business Days before it ends."
    )
    found = read(defined, TERM, renewal, law="us")
    assert found.notice_deadline == date(2026, 12, 17)
    assert "business days: Monday to Friday, holidays or not" in found.clocks[0].proof[-1].rule


def test_a_deadline_rolls_forward_only_where_the_contract_says_so() -> None:
    renewal = "It renews automatically for a year at a time unless notice is given at least 39 days before it ends."
    defined = '"Business Day" means a day other than a Saturday, a Sunday and a bank holiday in New York.'
    rolls = "If the last day for a notice is not a Business Day, the notice may be given on the next Business Day."
    assert read(TERM, renewal, law="us-ny").notice_deadline == date(2026, 11, 22)
    assert read(defined, TERM, renewal, rolls, law="us-ny").notice_deadline == date(2026, 11, 23)


def test_a_missed_deadline_brings_the_next() -> None:
    renewal = "It renews automatically for one year at a time unless notice is given at least 60 days before it ends."
    found = read(TERM, renewal, as_of=date(2026, 11, 20))
    assert (found.current_term_end, found.notice_deadline) == (date(2026, 12, 31), date(2026, 11, 1))
    assert (found.next_term_end, found.next_notice_deadline) == (date(2027, 12, 31), date(2027, 11, 1))


@pytest.mark.parametrize(
    ("limit", "as_of", "end", "deadline"),
    [
        ("up to two (2) additional periods of one year each", date(2027, 2, 1), date(2027, 12, 31), date(2027, 11, 1)),
        ("up to two (2) additional periods of one year each", date(2028, 2, 1), date(2028, 12, 31), None),
        ("up to two (2) additional periods of one year each", date(2030, 2, 1), date(2028, 12, 31), None),
    ],
)
def test_renewals_are_used_up(limit: str, as_of: date, end: date, deadline: date | None) -> None:
    found = read(
        TERM,
        f"It renews automatically for {limit}, unless notice is given at least 60 days before it ends.",
        as_of=as_of,
    )
    assert (found.current_term_end, found.notice_deadline) == (end, deadline)


def test_a_month_that_ends_its_month_is_followed_by_whole_months() -> None:
    found = read(
        "The term begins on February 1, 2025 and ends on February 28, 2025.",
        "It renews automatically for one month at a time unless notice is given at least 5 days before it ends.",
        as_of=date(2025, 4, 10),
    )
    assert found.current_term_end == date(2025, 4, 30)


def test_each_party_has_its_own_clock() -> None:
    found = read(
        TERM,
        "It continues automatically from year to year unless it is ended by written notice given as follows:",
        "(a) by Buyer, at least thirty (30) days before the end of the year;",
        "(b) by Supplier, at least ninety (90) days before the end of the year.",
    )
    assert [(clock.party, clock.notice_by) for clock in found.clocks] == [
        ("Buyer", date(2026, 12, 1)),
        ("Supplier", date(2026, 10, 2)),
    ]


def test_an_option_has_a_window_and_is_no_notice_against_renewal() -> None:
    found = read(
        TERM,
        "Buyer may extend the term by two (2) years by written notice not earlier than six (6) months and not later "
        "than three (3) months before the term ends.",
    )
    assert (found.renewal.kind, found.notice_deadline) == ("optional", None)
    (clock,) = found.clocks
    assert (clock.what, clock.party) == ("exercise the option to renew", "Buyer")
    assert (clock.window_opens, clock.notice_by) == (date(2026, 6, 30), date(2026, 9, 30))


def test_a_law_that_may_stand_against_a_renewal_leaves_the_date_and_adds_the_duty_to_remind() -> None:
    texts = (
        "1. Supplier will maintain and repair the lifts.",
        TERM,
        "It renews automatically for one year at a time unless Buyer gives notice at least 60 days before it ends.",
    )
    stop, remind = read(*texts, law="us-ny").clocks
    assert stop.notice_by == date(2026, 11, 1)
    assert "5-903" in (stop.enforceability or "")
    assert (remind.window_opens, remind.notice_by) == (date(2026, 10, 2), date(2026, 10, 17))
    (elsewhere,) = read(*texts, law="us-tx").clocks
    assert elsewhere.enforceability is None


RENEWAL = "It renews automatically for one year at a time unless notice is given at least 60 days before it ends."


@pytest.mark.parametrize("as_of", [date(2026, 5, 1), date(2029, 5, 1)])
def test_a_notice_received_and_acknowledged_ends_the_matter(as_of: date) -> None:
    said = (
        "Supplier acknowledges that on March 2, 2026 it received notice, and that this Agreement will not be renewed."
    )
    found = read(TERM, RENEWAL, said, as_of=as_of)
    assert (found.current_term_end, found.notice_deadline) == (date(2026, 12, 31), None)
    assert "with 2026-03-02 as its day" in found.proof[-1].rule


def test_a_notice_that_may_yet_be_given_leaves_the_deadline() -> None:
    said = (
        "If Supplier confirms by March 2, 2026 a notice that this Agreement will not be renewed, it repays the deposit."
    )
    assert read(TERM, RENEWAL, said).notice_deadline == date(2026, 11, 1)


def test_after_the_only_renewal_there_is_no_next_term() -> None:
    once = "It renews automatically for a term of one year unless notice is given at least 60 days before it ends."
    missed = read(TERM, once, as_of=date(2026, 11, 20))
    assert (missed.next_term_end, missed.next_notice_deadline) == (date(2027, 12, 31), None)
    assert read(TERM, once, as_of=date(2027, 11, 20)).next_term_end is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2. Term. April 1, 2025 through March 31, 2027.", date(2025, 4, 1)),
        ("2. Term. The term starts April 1, 2025 and ends on March 31, 2027.", date(2025, 4, 1)),
        ("2. Term. This Agreement begins on the date of this Agreement and ends on March 31, 2027.", date(2024, 12, 1)),
    ],
)
def test_the_first_day_of_the_term_is_the_effective_date_where_none_is_named(text: str, day: date) -> None:
    found = read(text).effective_date
    assert (found.value, found.status) == (day, "computed")
