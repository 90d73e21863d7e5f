"""Who we are, whom a clause speaks of, and which law is applied."""

from dataclasses import replace

import pytest

from legalai.advise.acting_for import bound, called, seat, take_side
from legalai.advise.findings import in_favour
from legalai.advise.jurisdiction_choice import choose_jurisdiction
from legalai.advise.reading import Reading
from legalai.errors import ConfigError
from legalai.jurisdictions import Packs
from legalai.playbook import load_playbook
from legalai.resources import pack_folders
from legalai.schema import Contract, Issue, Obligation, Party
from tests.advise.builders import clause, contract_of, document_of, party, quote, saas

PACKS = Packs(pack_folders())


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("Harbour Foods LLC", "Harbour Foods LLC"),
        ("harbour foods, llc", "Harbour Foods LLC"),
        ("Customer", "Harbour Foods LLC"),
        ("the Customer", "Harbour Foods LLC"),
        ("supplier", "Northwind Analytics, Inc."),
        ("northwind", "Northwind Analytics, Inc."),
    ],
)
def test_a_party_by_name_alias_side_or_part(wanted: str, name: str) -> None:
    stance = take_side(saas()[1], wanted)
    assert stance.us is not None
    assert stance.us.name == name


@pytest.mark.parametrize("wanted", ["Landlord", "", "in"])
def test_a_stranger_gets_the_list_of_parties(wanted: str) -> None:
    with pytest.raises(ConfigError, match=r"Northwind Analytics, Inc. \(Vendor\); Harbour Foods LLC \(Customer\)"):
        take_side(saas()[1], wanted)


def test_a_document_without_parties_and_roles_says_what_is_needed() -> None:
    with pytest.raises(ConfigError, match="name the parties in it"):
        take_side(replace(saas()[1], parties=(), obligations=(), clauses=()), "Customer")


def test_a_name_that_could_be_two_is_refused() -> None:
    parties = tuple(Party(text=n, start=0, end=1, name=n) for n in ("Alpha One Ltd", "Alpha Two Ltd"))
    with pytest.raises(ConfigError, match="more than one party"):
        take_side(replace(saas()[1], parties=parties), "Alpha")


@pytest.mark.parametrize(
    ("aliases", "role", "name"),
    [
        (("Vendor",), None, "Vendor"),
        (("NWA", "Northwind"), "Supplier", "Northwind"),
        (("we", "us"), None, "Acme Ltd"),
        (("IBM",), None, "IBM"),
        ((), "Lessor", "Lessor"),
    ],
)
def test_what_a_party_is_called(aliases: tuple[str, ...], role: str | None, name: str) -> None:
    assert called(Party(text="A", start=0, end=1, name="Acme Ltd", role=role, aliases=aliases)) == name


def paying(names: list[str]) -> Contract:
    parties = tuple(Party(text=n, start=0, end=1, name=n) for n in ("Alpha Ltd", "Beta Ltd"))
    duty = Obligation(
        text="x",
        start=0,
        end=1,
        obligor="x",
        obligee=None,
        obligor_party="",
        obligee_party=None,
        modality="obligation",
        action="pay",
    )
    return replace(saas()[1], parties=parties, obligations=tuple(replace(duty, obligor_party=name) for name in names))


@pytest.mark.parametrize(
    ("payers", "side"),
    [
        (["Alpha Ltd"] * 3, "customer"),
        (["Beta Ltd"] * 3, "supplier"),
        (["Alpha Ltd"] * 3 + ["Beta Ltd"], "customer"),
        (["Alpha Ltd"], None),
        (["Alpha Ltd"] * 2 + ["Beta Ltd"] * 2, None),
    ],
)
def test_the_side_is_taken_from_who_pays_where_no_role_shows_it(payers: list[str], side: str | None) -> None:
    contract = paying(payers)
    stance = seat(contract, contract.parties[0])
    assert stance.side == side
    assert stance.side_assumed is (side is not None)


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("Vendor's liability shall not exceed the fees.", "them"),
        ("In no event shall Vendor be liable to Customer.", "them"),
        ("The liability of Customer is limited.", "us"),
        ("Neither party shall be liable for lost profits.", "both"),
        ("Each party's total liability is limited.", "both"),
        ("Customer shall indemnify Vendor.", "us"),
        ("Vendor shall defend and indemnify Customer against claims for which Customer is liable.", "them"),
        ("The Carrier shall defend, indemnify and hold harmless the Customer.", "them"),
        ("The Carrier shall indemnify and hold harmless Vendor.", "unknown"),
        ("The Carrier shall indemnify its own staff.", "unknown"),
        ("Vendor may terminate on notice to Customer.", "them"),
        ("Either party may terminate.", "both"),
        ("The fee is due on signature.", "unknown"),
    ],
)
def test_whom_a_clause_speaks_of(text: str, view: str) -> None:
    document, contract = document_of(text), saas()[1]
    reading = Reading(document, contract, take_side(contract, "Customer"))
    assert reading.party(reading.places.cite(0, len(text))) == view


def test_auto_follows_the_governing_law() -> None:
    choice = choose_jurisdiction(PACKS, saas()[1])
    assert (choice.jurisdiction.id, choice.why) == ("us-ny", "The contract chooses the law of New York.")


@pytest.mark.parametrize(
    ("value", "name", "issue", "why"),
    [
        ("us-nv", "Nevada", None, "there is no pack for it"),
        ("gb-nir", "Northern Ireland", None, "there is no pack for it"),
        ("gb-sct", "Scotland", None, "there is no pack for it"),
        (None, "Atlantis", None, "there is no pack for it"),
        ("us-ny", "New York", "governing-law-split", "names more than one governing law"),
    ],
)
def test_auto_never_takes_a_neighbours_law(value: str | None, name: str, issue: str | None, why: str) -> None:
    contract = saas()[1]
    assert contract.governing_law is not None
    issues = (Issue(code=issue, severity="warning", message="x"),) if issue else ()
    contract = replace(contract, governing_law=replace(contract.governing_law, value=value, name=name), issues=issues)
    choice = choose_jurisdiction(PACKS, contract)
    assert choice.applied().id == "_base"
    assert why in choice.why


def test_auto_says_that_a_contract_is_silent() -> None:
    choice = choose_jurisdiction(PACKS, contract_of(document_of("Nothing.")))
    assert choice.applied().id == "_base"
    assert "No governing law was found" in choice.why


def test_a_pack_that_was_asked_for_is_used_and_the_contracts_own_choice_named() -> None:
    choice = choose_jurisdiction(PACKS, saas()[1], "gb-eaw")
    assert choice.applied().id == "gb-eaw"
    assert "itself chooses the law of New York" in choice.why


def duty(text: str, obligor: str, words: str) -> Obligation:
    found = quote(text, words)
    return Obligation(
        obligor=obligor,
        obligee=None,
        obligor_party=None,
        obligee_party=None,
        modality="obligation",
        action="",
        text=found.text,
        start=found.start,
        end=found.end,
    )


def test_a_template_that_names_nobody_is_reviewed_by_role() -> None:
    text = "Provider shall host the Service. Provider shall back it up. Customer shall pay. The Guest shall wait."
    duties = tuple(
        duty(text, obligor, words)
        for obligor, words in (
            ("Provider", "Provider shall host the Service."),
            ("Provider", "Provider shall back it up."),
            ("Customer", "Customer shall pay."),
            ("The Guest", "The Guest shall wait."),
        )
    )
    contract = contract_of(document_of(text), parties=(), obligations=duties)
    stance = take_side(contract, "customer")
    assert stance.us is not None
    assert (stance.us.name, stance.side, [each.name for each in stance.them]) == ("Customer", "customer", ["Provider"])
    assert text[stance.us.start : stance.us.end] == stance.us.text == "Customer"
    with pytest.raises(ConfigError, match="Provider; Customer"):
        take_side(contract, "Guest")


@pytest.mark.parametrize(
    ("obligors", "roles"),
    [
        (["contractor", "Contractor", "Customer", "CONTRACTOR"], ["Contractor", "Customer"]),
        (["contractor", "customer", "contractor"], ["contractor", "customer"]),
        (["Discloser", "Recipient", "recipient"], ["Recipient", "Discloser"]),
        (["The Receiving Party", "the Disclosing Party"], ["Receiving Party", "Disclosing Party"]),
        (["Receiving Party", "Receiving Party", "Customer", "Provider"], ["Customer", "Provider"]),
        (["Guest"], []),
    ],
)
def test_each_role_of_a_template_is_offered_once(obligors: list[str], roles: list[str]) -> None:
    sentences = [f"{obligor} shall do number {index}." for index, obligor in enumerate(obligors)]
    text = " ".join(sentences)
    duties = tuple(duty(text, *each) for each in zip(obligors, sentences, strict=True))
    found = bound(contract_of(document_of(text), parties=(), obligations=duties))
    assert [party.name for party in found] == roles
    assert all(text[party.start : party.end] == party.text for party in found)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("By signing it, Customer and Provider agree to these terms.", ["Customer", "Provider"]),
        ("The data importer helps the data exporter, and no Customer.", ["data exporter", "data importer"]),
        ("Each Customer signs here.", []),
        ("The customer and the provider sign here.", []),
    ],
)
def test_the_roles_of_a_form_without_duties_are_those_that_its_clauses_name(text: str, roles: list[str]) -> None:
    found = bound(contract_of(document_of(text), parties=(), clauses=(clause(text, "Definitions", text),)))
    assert [party.name for party in found] == roles
    assert all(text[party.start : party.end] == party.text for party in found)


@pytest.mark.parametrize(("our_own", "side"), [(True, "both"), (False, "them")])
def test_whom_a_missed_position_favours(our_own: bool, side: str) -> None:
    document, contract = saas()
    position = load_playbook("supplier").positions[0].model_copy(update={"our_own": our_own})
    assert in_favour(Reading(document, contract, take_side(contract, "Vendor")), position) == side


@pytest.mark.parametrize(("wanted", "side"), [("Discloser", "supplier"), ("Recipient", "customer")])
def test_the_side_of_a_discloser_and_a_recipient_is_assumed(wanted: str, side: str) -> None:
    text = "This is between Elm Ltd (the Discloser) and Oak Ltd (the Recipient)."
    parties = (party(text, "Elm Ltd", "Discloser"), party(text, "Oak Ltd", "Recipient"))
    stance = take_side(contract_of(document_of(text), parties=parties), wanted)
    assert (stance.side, stance.side_assumed) == (side, True)


def test_a_party_is_known_where_only_the_other_bears_a_duty_in_so_many_words() -> None:
    text = "The Grantor shall deliver. The Concessionaire refrains from selling other goods."
    named = clause(text, "Exclusivity", text)
    bears = duty(text, "Grantor", "The Grantor shall deliver.")
    assert len(bound(contract_of(document_of(text), parties=(), clauses=(named,), obligations=(bears,)))) == 2


def test_a_recipient_of_services_buys() -> None:
    text = "This is between Elm Ltd (the Host) and Oak Ltd (the Recipient)."
    parties = (party(text, "Elm Ltd", "Host"), party(text, "Oak Ltd", "Recipient"))
    assert take_side(contract_of(document_of(text), parties=parties), "Recipient").side == "customer"
