"""What a point asks for is what its words do, and no two points ask for the same."""

import pytest

from legalai.advise.acting_for import take_side
from legalai.advise.findings import raised_positions
from legalai.advise.points import Proposal, proposals
from legalai.advise.reading import Reading
from legalai.playbook import AddSentence, load_playbook
from legalai.schema import Contract, Document
from tests.advise.builders import clause, contract_of, document_of, party

OPENING = 'Alder Works Ltd ("Supplier") and Birch Stores Ltd ("Customer") agree.\n'
SHIPPED = {name: load_playbook(name) for name in ("customer", "supplier")}


def reading(text: str, side: str, kinds: dict[str, str] | None = None) -> Reading:
    document: Document = document_of(OPENING + text)
    whole = document.text
    parties = (party(whole, "Alder Works Ltd", "Supplier"), party(whole, "Birch Stores Ltd", "Customer"))
    clauses = tuple(clause(whole, kind, words) for kind, words in (kinds or {}).items())
    contract: Contract = contract_of(document, parties=parties, clauses=clauses)
    return Reading(document, contract, take_side(contract, side.capitalize()))


def proposed(text: str, side: str, kinds: dict[str, str] | None = None) -> dict[str, Proposal]:
    opened = reading(text, side, kinds)
    raised = raised_positions(opened, SHIPPED[side], None)
    names = {"us": side.capitalize(), "them": "Supplier" if side == "customer" else "Customer"}

    def render(words: str) -> str:
        for name, put in names.items():
            words = words.replace(f"{{{{ {name} }}}}", put)
        return words

    return {each.raised.source.id: each for each in proposals(opened, raised, [], render)}


THOSE_DAYS = "1.1 If Customer does not reject the goods within those five (5) days, they are deemed accepted.\n"
FIVE_DAYS = "1.1 If Customer does not reject the goods within five (5) days of delivery, they are deemed accepted.\n"


@pytest.mark.parametrize(("text", "asks_for_time"), [(THOSE_DAYS, False), (FIVE_DAYS, True)])
def test_only_what_the_words_do_is_asked_for(text: str, asks_for_time: bool) -> None:
    point = proposed(text, "customer")["silent-acceptance"]
    assert ("thirty (30)" in point.proposed_text) == asks_for_time
    assert (point.ask is None) == asks_for_time
    assert asks_for_time or "thirty" not in (point.ask or "")


def test_one_clause_is_not_asked_twice_to_do_the_same() -> None:
    assert "claim-notice" not in proposed(FIVE_DAYS, "customer")


def test_one_clause_on_price_is_limited_once() -> None:
    rise = "Supplier may increase the fees from the first day of each renewal term by notice to Customer."
    found = proposed(f"1.1 {rise}\n", "customer", {"Price Increase": rise})
    assert "price-increase" in found
    assert "renewal-price" not in found


def test_a_price_of_renewals_alone_is_still_limited() -> None:
    assert "renewal-price" in proposed("1.1 The fee for any extension period is fixed by Supplier.\n", "customer")


def test_what_stands_elsewhere_is_still_asked_for() -> None:
    lost = "1.2 Claims for shortages that are not notified within three (3) days of arrival are barred.\n"
    found = proposed(FIVE_DAYS + lost, "customer")
    assert {"silent-acceptance", "claim-notice"} <= found.keys()
    assert "shortages" in found["claim-notice"].citations[0].text


def test_one_courts_clause_is_made_the_same_for_both() -> None:
    text = (
        "1.1 The courts of England have exclusive jurisdiction, except that Customer may bring proceedings in any "
        "other court.\n"
    )
    point = proposed(text, "supplier")["asymmetric-forum"]
    assert point.proposed_text == "The courts of England have exclusive jurisdiction."


def test_a_use_right_is_no_promise_of_volume() -> None:
    text = "1.1 Supplier grants Customer a non-exclusive right to use the Platform for its internal business only.\n"
    assert "no-volume" not in proposed(text, "supplier")


@pytest.mark.parametrize("position", ["renewal-trap", "renewal-reminder"])
def test_a_reminder_leaves_time_before_the_last_day_for_notice(position: str) -> None:
    edits = next(each.edits for each in SHIPPED["customer"].positions if each.id == position)
    added = [each.put for each in edits if isinstance(each, AddSentence)]
    assert ["days before the last day for notice" in put for put in added] == [True]


@pytest.mark.parametrize("name", SHIPPED)
def test_a_position_gives_way_to_positions_there_are(name: str) -> None:
    ids = {each.id for each in SHIPPED[name].positions}
    assert {to for each in SHIPPED[name].positions for to in each.gives_way_to} <= ids
