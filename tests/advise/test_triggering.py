"""Every key of the trigger vocabulary, holding and not holding."""

from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from legalai.advise.acting_for import take_side
from legalai.advise.reading import Reading
from legalai.advise.triggering import first_match, holds, neighbour
from legalai.schema import Clause, Forum
from legalai.triggers import Trigger
from tests.advise.builders import SAAS, saas

CAP = ("Cap On Liability",)


def reading() -> Reading:
    document, contract = saas()
    return Reading(document, contract, take_side(contract, "Customer"))


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"clause": CAP}, True),
        ({"clause": ("Insurance",)}, False),
        ({"passage": ("personal data",)}, True),
        ({"passage": ("sensitive data",)}, False),
        # A party is found under its side of the trade as well: the contract says "Vendor".
        ({"passage": ("supplier may increase",)}, True),
        ({"passage": ("customer may increase",)}, False),
        ({"clause": ("Data Protection",), "passage": ("personal data",)}, True),
        ({"not_found": ("Insurance",)}, True),
        ({"not_found": CAP}, False),
        ({"clause": CAP, "about": ("liability",)}, True),
        ({"clause": CAP, "about": ("warranty",)}, False),
        ({"clause": CAP, "mentions": ("exceed",)}, True),
        ({"clause": CAP, "mentions": ("unlimited",)}, False),
        ({"clause": CAP, "without": ("exceed",)}, False),
        # The exclusion in 5.2 is in the same section; the renewal in 3.2 is not.
        ({"clause": CAP, "lacks": ("consequential",)}, False),
        ({"clause": CAP, "lacks": ("renew*",)}, True),
        ({"document_mentions": ("personal data",)}, True),
        ({"document_mentions": ("escrow",)}, False),
        ({"document_lacks": ("escrow",)}, True),
        ({"document_lacks": ("personal data",)}, False),
        ({"renewal": ("automatic",)}, True),
        ({"renewal": ("none", "optional")}, False),
        ({"renewal_term_over_months": 12}, True),
        ({"renewal_term_over_months": 24}, False),
        ({"initial_term_over_months": 23}, True),
        ({"notice_over_days": 90}, True),
        ({"notice_over_days": 120}, False),
        ({"notice_under_days": 121}, True),
        ({"clause": CAP, "months_under": 12}, True),
        ({"clause": CAP, "months_under": 3}, False),
        ({"clause": CAP, "months_over": 2}, True),
        ({"clause": CAP, "months_over": 12}, False),
        ({"passage": ("pay fees",), "days_over": 29}, True),
        ({"passage": ("pay fees",), "days_over": 30}, False),
        ({"passage": ("pay fees",), "days_under": 31}, True),
        ({"passage": ("pay fees",), "days_under": 30}, False),
        ({"passage": ("pay fees",), "percent_over": 0}, False),
        ({"passage": ("pay fees",), "hours_over": 0}, False),
        ({"passage": ("pay fees",), "hours_under": 999}, False),
        ({"clause": CAP, "states_months": True}, True),
        ({"clause": CAP, "in_capitals": False}, True),
        ({"clause": CAP, "in_capitals": True}, False),
        ({"clause": CAP, "states_amount": True}, False),
        ({"clause": CAP, "party": ("them",)}, True),
        ({"clause": CAP, "party": ("us", "both")}, False),
        ({"clause": CAP, "one_way": "them"}, True),
        ({"clause": CAP, "one_way": "us"}, False),
        ({"forum_differs_from_law": True}, False),
        ({"forum_differs_from_law": False}, True),
        # All keys must hold.
        ({"clause": CAP, "mentions": ("exceed",), "not_found": CAP}, False),
    ],
)
def test_a_trigger(keys: dict[str, Any], expected: bool) -> None:
    assert (holds(Trigger(**keys), reading()) is not None) is expected


def test_what_is_unknown_is_neither_over_nor_under() -> None:
    document, contract = saas()
    dates = replace(contract.key_dates, notice_period=None, renewal=replace(contract.key_dates.renewal, term=None))
    bare = Reading(document, replace(contract, key_dates=dates), take_side(contract, "Customer"))
    for keys in ({"notice_over_days": 0}, {"notice_under_days": 999}, {"renewal_term_over_months": 0}):
        assert holds(Trigger(**keys), bare) is None


def test_the_first_trigger_that_holds_counts() -> None:
    triggers = [Trigger(clause=("Insurance",)), Trigger(passage=("personal data",)), Trigger(clause=CAP)]
    match = first_match(triggers, reading())
    assert match is not None
    assert [each.number for each in match.subjects] == ["4.1"]


def test_what_is_absent_cites_the_nearest_words() -> None:
    match = holds(Trigger(not_found=("Uncapped Liability",)), reading())
    assert match is not None
    assert match.absent == ("Uncapped Liability",)
    assert [each.text for each in match.subjects] == ["In no event shall Vendor be liable"]


def test_forum_and_law_are_both_cited() -> None:
    document, contract = saas()
    assert contract.forum is not None
    forum: Forum = replace(contract.forum, value="us-tx")
    elsewhere = Reading(document, replace(contract, forum=forum), take_side(contract, "Customer"))
    match = holds(Trigger(forum_differs_from_law=True), elsewhere)
    assert match is not None
    assert len(match.subjects) == 2


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"mentions": ("x",)},
        {"one_way": "us"},
        {"clause": CAP, "mentions": ("*",)},
        {"clause": CAP, "about": ("a*b",)},
    ],
)
def test_triggers_that_say_nothing_are_refused(keys: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Trigger(**keys)


def test_a_clause_over_several_paragraphs_is_read_by_paragraph() -> None:
    document, contract = saas()
    start = document.text.index("5.1 Vendor")
    end = document.text.index("\n5.3")
    both = Clause(text=document.text[start:end], start=start, end=end, type="Cap On Liability", score=0.9)
    wide = Reading(document, replace(contract, clauses=(both,)), take_side(contract, "Customer"))
    assert [each.number for each in wide.clauses(CAP)] == ["5.1", "5.2"]
    match = holds(Trigger(clause=CAP, mentions=("exceed",)), wide)
    assert match is not None
    assert [each.text[:8] for each in match.subjects] == ["Vendor's"]


@pytest.mark.parametrize(("phrase", "expected"), [("thirty", False), ("personal data", True)])
def test_a_paragraph_is_wider_than_a_sentence_and_narrower_than_a_section(phrase: str, expected: bool) -> None:
    trigger = Trigger(passage=("increase the fees",), paragraph_lacks=(phrase,))
    assert (holds(trigger, reading()) is not None) is expected


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("A right not used within a week lapses.", True),
        ("Schedule 2 prevails over clause 4.", True),
        ("Fees, rights and credits, unused.", False),
    ],
)
def test_a_sentence_in_the_plain_present_says_what_happens(sentence: str, read: bool) -> None:
    document, contract = saas(f"{SAAS}7. Rest\n7.1 {sentence}\n")
    found = Reading(document, contract, take_side(contract, None)).passages(("right*", "schedule 2"))
    assert bool(found) == read


def test_what_is_missing_goes_after_words_on_liability_that_are_no_note_to_whoever_fills_the_form_in() -> None:
    note = "0.1 [Delete this if nobody is liable for loss.]\n"
    document, contract = saas(note + SAAS)
    where = neighbour(Reading(document, contract, take_side(contract, None)))
    assert [each.number for each in where] == ["5.2"]
