"""Notices against one renewal that differ by party: whose is which, and whose days the key dates tell."""

from datetime import date

import pytest

from legalai.extract.dates.whose_days import seen_by
from legalai.extract.parties.parties import find_parties
from legalai.schema import KeyDates
from tests.extract.dates.key_dates_reader import OPENING, dates_of
from tests.extract.passage_builder import passages_of

RENEWS = "2. Term. It runs from 1 January 2025 to 31 December 2026 and renews for a year at a time unless"
PARTIES = find_parties(passages_of(OPENING), ())
DAYS = {"Customer": date(2026, 11, 1), "Supplier": date(2026, 9, 2)}


def read(unless: str, as_of: date = date(2026, 5, 1)) -> KeyDates:
    return dates_of(passages_of(OPENING, f"{RENEWS} {unless}"), as_of=as_of, parties=PARTIES)


@pytest.mark.parametrize(
    "unless",
    [
        "60 days' notice is given by the Customer or, in the case of the Supplier, 120 days' notice.",
        "a party gives 60 days' notice before the end of the term, or in the case of the Supplier 120 days' notice.",
        "either party gives at least 60 days' (in the Supplier's case, 120 days') notice before the end of the term.",
        "notice is given at least 60 days (Customer) or 120 days (Supplier) before the end of the term.",
        "either party gives 60 days' notice before the end, save that the Supplier must give 120 days' notice.",
        "notice of 120 days from the Supplier, or of 60 days from the Customer, is given before the end of the term.",
        "terminated on 120 days' notice by Supplier or 60 days' notice by Customer.",
        "60 days' written notice before the end (120 days where it is given by the Supplier) has been given.",
        "a party objects in writing 120 days before the end or, if that party is the Customer, 60 days before it.",
        "either gives notice before the end of the term: 60 days for the Customer, 120 days for the Supplier.",
    ],
)
def test_each_party_has_its_clock_and_the_earliest_is_told(unless: str) -> None:
    found = read(unless)
    assert {clock.party: clock.notice_by for clock in found.clocks} == DAYS
    assert (found.notice_deadline, found.notice_of) == (DAYS["Supplier"], "Supplier")


def test_a_review_for_a_party_tells_its_own_day() -> None:
    found = read("Customer gives 60 days' notice or Supplier gives 120 days' notice.", as_of=date(2026, 10, 1))
    assert (found.notice_deadline, found.next_notice_deadline) == (DAYS["Supplier"], date(2027, 9, 2))
    customer = next(party for party in PARTIES if party.role == "Customer")
    ours = seen_by(found, customer)
    assert (ours.notice_deadline, ours.send_by, ours.next_notice_deadline) == (DAYS["Customer"],) * 2 + (None,)
    assert ours.notice_period
    assert (ours.notice_period.amount, ours.notice_of) == (60, "Customer")
    assert not {step.result for step in ours.proof} & {"2026-09-02"}


def test_one_notice_for_all_is_nobodys() -> None:
    found = read("either party gives 60 days' notice to the other before the end of the term.")
    assert ([clock.party for clock in found.clocks], found.notice_of) == ([None], None)
    assert seen_by(found, PARTIES[0]) is found


def test_a_length_that_contradicts_itself_is_not_taken_from_the_other_party() -> None:
    found = read(
        "a party gives sixty (60) days notice, or in the case of the Supplier one hundred twenty (90) days notice."
    )
    assert {clock.party: clock.notice_by for clock in found.clocks} == {"Customer": DAYS["Customer"], "Supplier": None}
    supplier = next(party for party in PARTIES if party.role == "Supplier")
    assert seen_by(found, supplier).notice_deadline is None


@pytest.mark.parametrize(
    "after",
    [
        "Either party may end it (i) upon thirty (30) days' written notice to Customer if Customer fails to pay.",
        "Supplier may end it at any time by giving 20 days' notice.",
    ],
)
def test_a_right_to_end_it_early_is_no_notice_of_a_party_against_renewal(after: str) -> None:
    unless = f"{RENEWS} Customer gives 60 days' notice before the end of the term."
    found = dates_of(passages_of(OPENING, unless, after), as_of=date(2026, 5, 1), parties=PARTIES)
    assert (found.notice_deadline, found.notice_of) == (DAYS["Customer"], None)
