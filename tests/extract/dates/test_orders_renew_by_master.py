"""Orders whose renewal, and the notice against it, stand in their master."""

from datetime import date

import pytest

from legalai.extract.parties.parties import find_parties
from legalai.schema import KeyDates
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
