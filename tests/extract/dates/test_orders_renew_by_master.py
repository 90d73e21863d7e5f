"""Orders whose renewal, and the notice against it, stand in their master."""

from datetime import date

import pytest

from legalai.extract.dates.key_dates import find_key_dates
from legalai.extract.parties.parties import find_parties
from legalai.extract.segmentation.sentences import find_passages
from legalai.schema import KeyDates
from tests.extract.builders import document_from_text
from tests.extract.dates.key_dates_reader import OPENING, dates_of
from tests.extract.passage_builder import document_of, passages_of

MASTER = "1. This Agreement continues for as long as any Order Form is in force."
ORDERS = (
    "ORDER FORM NO. 1",
    "The term of this Order Form begins on 1 January 2024 and ends on 31 December 2025.",
    "ORDER FORM NO. 2",
    "The term of this Order Form begins on 1 April 2024 and ends on 31 March 2027.",
)


def read(*rule: str, as_of: date = date(2025, 1, 10), orders: tuple[str, ...] = ORDERS) -> KeyDates:
    passages = passages_of(OPENING, MASTER, *rule, *orders)
    found = dates_of(passages, as_of=as_of, parties=find_parties(passages, ()))
    text = document_of(passages)
    for clock in found.clocks:
        assert all(text[q.start : q.end] == q.text for step in clock.proof for q in step.quotes)
    return found


def last_days(found: KeyDates) -> dict[tuple[str, str | None], date | None]:
    return {(clock.instrument, clock.party): clock.notice_by for clock in found.clocks}


@pytest.mark.parametrize(
    "rule",
    [
        "Each Order Form renews for successive periods of 12 months unless either party gives at least 60 days' notice "
        "before the end of its current term.",
        "Every Order Form shall be extended by one year at a time unless cancelled in writing 60 days before it ends.",
        "Unless a party objects in writing 60 days before the end of the term of an Order Form, that Order Form "
        "is renewed for a further twelve months each time.",
        "The term of any Order Form will automatically renew for additional one-year terms, unless notice against it "
        "is given sixty (60) days before the end of the then-current term.",
        "All Order Forms in force roll over for successive terms of twelve months unless a party gives 60 days' notice "
        "before the end of the current term.",
    ],
)
def test_the_rule_of_the_master_is_that_of_each_order(rule: str) -> None:
    found = read(f"2. {rule}")
    first, second = (("ORDER FORM NO. 1", None), ("ORDER FORM NO. 2", None))
    assert last_days(found) == {first: date(2025, 11, 1), second: date(2027, 1, 30)}
    assert {clock.what for clock in found.clocks} == {"stop automatic renewal"}
    quoted = [quote.text for step in found.clocks[0].proof for quote in step.quotes]
    assert any(rule[:40] in each for each in quoted)
    assert any("31 December 2025" in each for each in quoted)
    assert last_days(read(f"2. {rule}", as_of=date(2026, 6, 1)))[first] == date(2026, 11, 1)


def test_notices_of_the_master_that_differ_by_party() -> None:
    found = read("2. Each Order Form renews for successive one-year terms unless Customer gives 60 days' notice or "
        "Supplier gives 120 days' notice before the end of the term.")  # fmt: skip
    assert last_days(found)["ORDER FORM NO. 1", "Supplier"] == date(2025, 9, 2)
    assert last_days(found)["ORDER FORM NO. 1", "Customer"] == date(2025, 11, 1)


@pytest.mark.parametrize(
    "rule",
    [
        "No Order Form renews automatically.",
        "This Agreement renews for one year at a time while an Order Form is in force.",
        "Order Forms may be renewed for one year if both parties agree in writing.",
    ],
)
def test_what_renews_no_order_gives_none_a_notice(rule: str) -> None:
    assert {clock.what for clock in read(f"2. {rule}").clocks if clock.instrument != "main agreement"} == {
        "end of the order"
    }


def test_an_order_keeps_what_it_says_itself() -> None:
    own = (*ORDERS, "It renews for one year at a time unless a party gives 90 days' notice before its end.")
    found = read("2. Each Order Form renews for successive periods of 12 months unless 60 days' notice is given before "
        "the end of its current term.", orders=own)  # fmt: skip
    assert set(last_days(found).values()) == {date(2025, 11, 1), date(2026, 12, 31)}


def under_master(*orders: str, own_term: str = "", triggers: dict[str, date] | None = None) -> KeyDates:
    text = (
        'This Master Agreement is made on 5 January 2025 between Acme Ltd ("Supplier") and Bolt Ltd ("Customer").\n'
        f"1. Term. {own_term}Each Order Form has an initial term of 24 months from its Start Date and renews for "
        "successive periods of twelve months unless either party gives 90 days' notice before the end of the current "
        "period.\n"
    )
    passages = find_passages(document_from_text(text + "\n".join(orders)))
    return find_key_dates(
        passages, (), parties=(), defined_terms=(), governing_law=None, as_of=date(2025, 6, 1), triggers=triggers or {}
    )


FIRST, SECOND = "ORDER FORM NO. 1\nStart Date: 1 March 2025\n", "ORDER FORM NO. 2\nStart Date: ____________\n"
OWN = "This Agreement begins on 5 January 2025 and continues for five years. "


def days(found: KeyDates) -> dict[str, tuple[date | None, date | None]]:
    return {clock.instrument: (clock.notice_by, clock.effective_on) for clock in found.clocks}


@pytest.mark.parametrize("own_term", [OWN, ""])
def test_a_master_gives_each_order_its_length_and_a_blank_start_is_asked_for(own_term: str) -> None:
    found = under_master(FIRST, SECOND, own_term=own_term)
    first = {"ORDER FORM NO. 1": (date(2026, 12, 1), date(2027, 3, 1))}
    assert days(found) == first
    assert found.asks == ("start of ORDER FORM NO. 2",)
    assert found.notice_deadline is None
    given = under_master(FIRST, SECOND, own_term=own_term, triggers={"start of order form no. 2": date(2025, 7, 1)})
    assert days(given) == {**first, "ORDER FORM NO. 2": (date(2027, 4, 2), date(2027, 7, 1))}
    assert given.asks == ()


def test_the_term_of_the_master_does_not_renew_as_its_only_order_does() -> None:
    found = under_master(FIRST, own_term=OWN)
    assert (found.current_term_end, found.notice_deadline) == (date(2030, 1, 5), None)
    assert days(found) == {"ORDER FORM NO. 1": (date(2026, 12, 1), date(2027, 3, 1))}
