"""What to answer to a change, by the shipped positions: whatever the review of the new version cites."""

from dataclasses import replace

import pytest

from legalai.advise import choose_jurisdiction
from legalai.advise.objections import Objector
from legalai.comparison import Version, compare
from legalai.jurisdictions import Packs
from legalai.playbook import load_playbook
from legalai.resources import pack_folders
from legalai.schema import ChangeAnswer, Comparison, Document, Modality, Obligation
from tests.advise.builders import clause, contract_of, document_of, party
from tests.export import samples

OPENING = (
    'Services Agreement between Alder Works Ltd ("Supplier") and Birch Stores Ltd ("Customer") for software services.\n'
)
OURS = {"customer": "Birch Stores Ltd", "supplier": "Alder Works Ltd"}
CAP = "Supplier's liability shall not exceed the fees paid in the {} months before the claim."
AUDIT = "Supplier may audit Customer's records and premises at any time and without notice."
Clause = tuple[str, str]


def version(side: str, *clauses: Clause, duties: tuple[tuple[str, str, Modality], ...] = ()) -> Version:
    """A contract of some clauses, each with its type; `duties` are words of a clause, whose it is, and what."""
    text = OPENING + "".join(f"{number}.1 {words}\n" for number, (words, _) in enumerate(clauses, start=1))
    document = document_of(text)
    contract = contract_of(
        document,
        parties=(party(text, "Alder Works Ltd", "Supplier"), party(text, "Birch Stores Ltd", "Customer")),
        clauses=tuple(clause(text, kind, words) for words, kind in clauses if kind),
        obligations=tuple(duty(document, *each) for each in duties),
    )
    made = samples.review(samples.TEXT)
    return Version(
        document, replace(made, contract=contract, findings=(), negotiation_points=(), acting_for=OURS[side])
    )


def duty(document: Document, words: str, whose: str, modality: Modality) -> Obligation:
    start = document.text.index(words)
    end = document.text.index("\n", start)
    return Obligation(
        text=document.text[start:end],
        start=start,
        end=end,
        obligor="Customer",
        obligee=None,
        obligor_party=whose,
        obligee_party=None,
        modality=modality,
        action="act",
    )


def answered(side: str, old: Version, new: Version) -> Comparison:
    choice = choose_jurisdiction(Packs(pack_folders()), new.review.contract)
    return compare(old, new, objector=Objector(choice, load_playbook(side)))


def answer(side: str, old: Version, new: Version) -> ChangeAnswer:
    (said,) = answered(side, old, new).answers
    return said


@pytest.mark.parametrize(
    ("side", "before", "after", "expected", "why"),
    [
        ("customer", "twelve (12)", "three (3)", "escalate", "reach our walk-away"),
        ("customer", "twelve (12)", "twenty-four (24)", "accept", "give no ground for “The limit of liability is less"),
        ("supplier", "twelve (12)", "eighteen (18)", "accept", "within our fallback"),
        ("supplier", "twelve (12)", "twenty (20)", "counter", "short of our walk-away"),
        ("supplier", "twelve (12)", "thirty-six (36)", "escalate", "General Counsel decides"),
        ("supplier", "thirty-six (36)", "twelve (12)", "accept", "give no ground for"),
    ],
)
def test_a_figure_is_answered_by_how_far_it_goes(side: str, before: str, after: str, expected: str, why: str) -> None:
    old, new = (
        version(side, (f"{CAP.format(months)} Nothing limits liability for fraud.", "Cap On Liability"))
        for months in (before, after)
    )
    said = answer(side, old, new)
    assert (said.answer, why in said.why) == (expected, True)
    assert (said.proposed_text is None) == (expected == "accept")


def test_a_new_clause_that_a_position_is_against_is_not_accepted() -> None:
    """The review of both versions may cite another audit first, and stay silent on this one."""
    first = ("Supplier may audit Customer's servers at any time and without notice.", "Audit Rights")
    old = version("customer", first)
    new = version("customer", first, (AUDIT, "Audit Rights"))
    said = answer("customer", old, new)
    assert (said.answer, said.escalate_to) == ("escalate", "Head of Legal")
    assert said.proposed_text
    assert "without notice" in said.why


def test_a_new_clause_beyond_the_first_dozen_of_its_kind_is_read_too() -> None:
    many = tuple((f"Supplier may at any time show list {number} to Customer.", "") for number in range(15))
    said = answer("customer", version("customer", *many), version("customer", *many, (AUDIT, "")))
    assert said.answer == "escalate"


@pytest.mark.parametrize(
    ("before", "after", "expected", "why"),
    [
        (None, ("Customer shall water the plants each month.", "us", "obligation"), "counter", "a duty on us"),
        (None, ("Supplier may name Customer as a friend.", "them", "permission"), "counter", "a right that was not"),
        (("Supplier shall keep a help desk open.", "them", "obligation"), None, "counter", "away a duty of the other"),
        (("Customer may visit the works on Mondays.", "us", "permission"), None, "counter", "away a right of ours"),
        (None, ("Supplier shall keep a help desk open.", "them", "obligation"), "accept", "No finding against us"),
        (("Customer shall visit the works on Mondays.", "us", "obligation"), None, "accept", "No finding against us"),
    ],
)
def test_what_nobody_speaks_of_is_answered_by_whom_it_burdens(
    before: tuple[str, str, Modality] | None, after: tuple[str, str, Modality] | None, expected: str, why: str
) -> None:
    whose = {"us": OURS["customer"], "them": OURS["supplier"]}
    stays = ("The parties wish to trade with each other for long.", "")
    old, new = (
        version(
            "customer",
            stays,
            *([(each[0], "")] if each else []),
            duties=((each[0], whose[each[1]], each[2]),) if each else (),
        )
        for each in (before, after)
    )
    said = answer("customer", old, new)
    assert (said.answer, why in said.why) == (expected, True)


@pytest.mark.parametrize(
    ("before", "after", "expected", "why"),
    [
        ("The desk answers in 4 hours of a call.", "The desk answers in 8 hours of a call.", "counter", "(4 → 8)"),
        ("The desk is open under Section 4 of this.", "The desk is open under Section 5 of this.", "accept", ""),
        ("Data is used only for the desk at work.", "Data is used for the desk at work.", "counter", "“only”"),
        ("The desk is quick and kind to callers.", "The desk is quick and nice to callers.", "accept", ""),
    ],
)
def test_figures_and_words_that_turn_a_sentence_are_not_accepted(
    before: str, after: str, expected: str, why: str
) -> None:
    said = answer("customer", version("customer", (before, "")), version("customer", (after, "")))
    assert (said.answer, why in said.why) == (expected, True)
