"""Facts: a rule that rests on one is raised with its assumption, waits for it, or stays out; it never fires blind."""

from dataclasses import replace
from datetime import date

import pytest

from legalai.advise.acting_for import take_side
from legalai.advise.deal import Standing, facts_of, known_facts, standing
from legalai.advise.reading import Reading
from legalai.jurisdictions import Packs, Rule
from legalai.resources import pack_folders
from tests.advise.builders import SAAS, saas

PACK = Packs(pack_folders()).load("_base")
BUSINESS = PACK.fact("b2b").assumption
FORM = PACK.fact("standard-form").assumption


def rule(**given: object) -> Rule:
    return Rule.model_validate(
        {
            "id": "x-1",
            "title": "T",
            "focus": "liability",
            "clause_types": ("Cap On Liability",),
            "effect": "void",
            "statement": "S.",
            "check": "C.",
            "party_view": "both",
            "when": ({"clause": ("Cap On Liability",)},),
            "authorities": ({"cite": "Act s.1", "as_of": date(2026, 1, 1)},),
            **given,
        }
    )


@pytest.mark.parametrize(
    ("rests_on", "known", "expected"),
    [
        ({}, {}, Standing()),
        ({"applies_to": ("b2c",)}, {"b2b": True, "b2c": False, "employment": False}, None),
        ({"applies_to": ("b2c",)}, {}, Standing((), ("b2c",))),
        ({"applies_to": ("b2b",)}, {}, Standing((BUSINESS,))),
        ({"applies_to": ("b2b", "small_business")}, {"b2b": True}, Standing()),
        ({"applies_to": ("small_business",)}, {"b2b": True, "b2c": False}, Standing((), ("small_business",))),
        ({"supposes": ("standard-form",)}, {}, Standing((FORM,))),
        ({"supposes": ("standard-form",)}, {"standard-form": True}, Standing()),
        ({"supposes": ("standard-form",)}, {"standard-form": False}, None),
        ({"requires": ("standard-form",)}, {}, Standing((), ("standard-form",))),
        ({"requires": ("standard-form",)}, {"standard-form": True}, Standing()),
        ({"requires": ("standard-form",)}, {"standard-form": False}, None),
        ({"assumes": ("Goods are sold.",)}, {}, Standing(("Goods are sold.",))),
    ],
)
def test_how_a_rule_stands_to_a_deal(
    rests_on: dict[str, object], known: dict[str, bool], expected: Standing | None
) -> None:
    assert standing(rule(**rests_on), known, PACK) == expected


@pytest.mark.parametrize(
    ("title", "given", "expected"),
    [
        ("Master Subscription Agreement", {}, {"b2b": True, "b2c": False, "employment": False}),
        ("Employment Agreement", {}, {"b2b": False, "b2c": False, "employment": True}),
        ("Consumer Terms", {}, {"b2b": False, "b2c": True, "employment": False}),
        ("Consumer Terms", {"b2b": True}, {"b2b": True, "b2c": False, "employment": False}),
        (
            "Construction Agreement",
            {"b2c": True},
            {"b2b": False, "b2c": True, "employment": False, "construction": True},
        ),
        ("Works", {"construction": True}, {"b2b": True, "b2c": False, "employment": False, "construction": True}),
    ],
)
def test_what_is_known_of_a_deal(title: str, given: dict[str, bool], expected: dict[str, bool]) -> None:
    contract = replace(saas()[1], title=title, contract_type=None)
    assert known_facts(contract, given) == {**expected, "private-borrower": False}


@pytest.mark.parametrize(
    ("title", "parties", "shown"),
    [
        ("Consumer Products License Agreement", "Alder Brands Inc. / Birch Toys LLC", "b2b"),
        ("Distribution Agreement for Consumer Electronics", "Alder Inc. / Birch Handels GmbH", "b2b"),
        ("Consumer Data Services Agreement", "Alder Bank, N.A. / Birch Analytics Ltd", "b2b"),
        ("Services Agreement", "Alder S.p.A. / Birch Oy", "b2b"),
        ("Consumer Subscription Terms", "Alder Media Ltd / Robin Birch", "b2c"),
        ("Terms of Sale for Consumers", "Alder Media Ltd", "b2c"),
        ("Terms of Sale", "Alder Media Ltd / Robin Birch, Consumer", "b2c"),
        ("Employee Leasing Agreement", "Alder Staffing Inc. / Birch Foods LLC", ""),
        ("Employee Benefits Administration Agreement", "Alder Inc. / Birch Insurance Company", ""),
        ("Employee Confidentiality Agreement", "Alder Inc. / Robin Birch", "employment"),
        ("Executive Employment Agreement", "Alder Inc. / Alder Holdings LLC / Robin Birch", "employment"),
        ("Construction Loan Agreement", "Alder Bank / Birch Homes LLC", "b2b"),
        ("Construction Equipment Rental", "Alder Tools Inc. / Birch Homes LLC", "b2b"),
        ("Construction Agreement", "Alder Builders Inc. / Birch Homes LLC", "b2b construction"),
        ("Consulting Agreement", "Alder Inc. / Robin Birch", ""),
    ],
)
def test_a_title_that_names_people_does_not_make_one_a_party(title: str, parties: str, shown: str) -> None:
    contract = saas()[1]
    named = [each.partition(", Consumer") for each in parties.split(" / ")]
    of = [replace(contract.parties[0], name=name, role=role[2:] or None, aliases=()) for name, role, _ in named]
    known = known_facts(replace(contract, title=title, contract_type=None, parties=tuple(of)), {})
    assert {fact for fact, holds in known.items() if holds} == set(shown.split())


def test_what_a_party_is_called_by_the_contract_counts_before_its_name() -> None:
    contract = saas()[1]
    people = [replace(contract.parties[0], name="Robin Group", entity="an individual", aliases=())] * 2
    companies = [replace(each, name="Quillfeather", entity="a private company") for each in people]
    assert known_facts(replace(contract, title="Terms", contract_type=None, parties=tuple(people)), {}) == {}
    assert known_facts(replace(contract, title="Terms", contract_type=None, parties=tuple(companies)), {})["b2b"]


@pytest.mark.parametrize(
    ("title", "also_says", "fact", "known"),
    [
        ("Hosting Agreement", "", "sale-of-goods", False),
        ("Hosting Agreement", "Vendor sells the goods named in Schedule 1, Incoterms DAP.", "sale-of-goods", None),
        ("Mutual Non-Disclosure Agreement", "", "sale-of-goods", False),
        ("Co-Branding Agreement", "", "sale-of-goods", False),
        ("Software License Agreement", "", "sale-of-goods", None),
        ("Supply Agreement", "", "sale-of-goods", None),
        ("Outsourcing Agreement", "Vendor works on Customer's leased premises.", "premises", False),
        ("Sublease", "", "premises", None),
        ("Equipment Rental Agreement", "", "equipment-lease", None),
        ("Consulting Agreement", "", "equipment-lease", False),
        ("Services Agreement", "The leased equipment stays with Vendor.", "equipment-lease", None),
        ("Reseller Agreement", "", "distributor", None),
        ("Cloud Services Agreement", "", "distributor", False),
        ("Cloud Services Agreement", "Vendor may sell through a reseller.", "distributor", None),
        ("Amendment to the Hosting Agreement", "", "sale-of-goods", None),
        ("Deed", "", "premises", None),
    ],
)
def test_what_a_kind_of_matter_shows(title: str, also_says: str, fact: str, known: bool | None) -> None:
    document, contract = saas(f"{SAAS}\n{also_says}\n")
    reading = Reading(document, replace(contract, title=title, contract_type=None), take_side(contract, None))
    assert facts_of(reading, PACK, {}, None).get(fact) is known
    assert facts_of(reading, PACK, {fact: True}, None)[fact]


def test_the_kind_that_is_asked_for_shows_its_facts() -> None:
    document, contract = saas()
    reading = Reading(document, replace(contract, title="Deed", contract_type=None), take_side(contract, None))
    assert facts_of(reading, PACK, {}, "nda")["premises"] is False


def test_what_a_rule_supposes_and_its_contract_shows_to_fail_takes_it_out() -> None:
    document, contract = saas()
    goods = rule(supposes=("sale-of-goods",))
    for title, expected in (
        ("Hosting Agreement", None),
        ("Supply Agreement", Standing((PACK.fact("sale-of-goods").assumption,))),
    ):
        reading = Reading(document, replace(contract, title=title, contract_type=None), take_side(contract, None))
        assert standing(goods, facts_of(reading, PACK, {}, None), PACK) == expected


@pytest.mark.parametrize(
    ("organised", "known"),
    [
        (("England and Wales", "Scotland"), False),
        (("Delaware", "New York"), False),
        (("Delaware", "England"), None),
        (("Germany", None), None),
        ((None, None), None),
        (("Ontario",), None),
        (("France", "France", "Italy"), None),
    ],
)
def test_parties_organised_in_one_country_are_not_in_different_ones(
    organised: tuple[str | None, ...], known: bool | None
) -> None:
    contract = saas()[1]
    parties = tuple(replace(contract.parties[0], place=place) for place in organised)
    assert known_facts(replace(contract, parties=parties), {}).get("cross-border") is known
    assert known_facts(replace(contract, parties=parties), {"cross-border": True})["cross-border"]


@pytest.mark.parametrize(
    ("title", "entity", "called", "shown"),
    [
        ("Consulting Agreement", "an individual", "the Consultant", True),
        ("Services Agreement", "individual resident in Ohio", "Contractor", True),
        ("Services Agreement", "an individual", "Customer", None),
        ("Consulting Agreement", "limited liability company", "Consultant", None),
        ("Consulting Agreement", None, "Consultant", None),
        ("Employment Agreement", "an individual", "Consultant", None),
    ],
)
def test_an_individual_who_works_for_the_other(title: str, entity: str | None, called: str, shown: bool | None) -> None:
    contract = saas()[1]
    worker = replace(contract.parties[0], name="Robin Birch", entity=entity, role=None, aliases=(called,))
    parties = (worker, contract.parties[1])
    known = known_facts(replace(contract, title=title, contract_type=None, parties=parties), {})
    assert known.get("individual-contractor") is shown


@pytest.mark.parametrize(
    ("title", "shown"),
    [("Commercial Agency Agreement", True), ("Sales Agent's Contract", True), ("Escrow Agency Agreement", None)],
)
def test_an_agent_for_sales(title: str, shown: bool | None) -> None:
    contract = replace(saas()[1], title=title, contract_type=None)
    assert known_facts(contract, {}).get("commercial-agent") is shown
