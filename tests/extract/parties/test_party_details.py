"""What a party is and where it is organised; names left open; names that differ where the parties sign."""

import pytest

from legalai.extract.parties.description import description_in
from legalai.extract.parties.parties import find_parties
from legalai.extract.parties.party_issues import party_issues
from legalai.extract.segmentation.sentences import find_passages
from legalai.schema import Party
from tests.extract.builders import document_from_text

OPENING = (
    'This Agreement is made on 2 May 2023 between {}, a Delaware corporation ("Supplier"), and Pell Ltd, a company'
    ' registered in England ("Customer").\n1. Supplier shall deliver the pumps.\n'
)


def parties(text: str) -> tuple[Party, ...]:
    return find_parties(find_passages(document_from_text(text)), ())


def codes(text: str) -> list[str]:
    passages = find_passages(document_from_text(text))
    return [issue.code for issue in party_issues(find_parties(passages, ()), passages)]


@pytest.mark.parametrize(
    ("tail", "entity", "place"),
    [
        (", a Delaware limited liability company, with offices", "limited liability company", "Delaware"),
        (" (No. 1), a private company registered in England and Wales of X", "private company", "England and Wales"),
        (", a corporation organized and existing under the laws of the State of New York", "corporation", "New York"),
        (", an English company,", "company", "England"),
        (", a German limited liability company", "limited liability company", "Germany"),
        (", a Nevada Corporation (", "corporation", "Nevada"),
        (", an individual residing at", "individual", None),
        (", incorporated under the laws of Ireland", None, "Ireland"),
        (", with its principal office in Ohio", None, None),
        (' ("Orrin"), a Texas general partnership', "general partnership", "Texas"),
    ],
)  # fmt: skip
def test_description(tail: str, entity: str | None, place: str | None) -> None:
    found = description_in(tail)
    assert (found.entity, found.place) == (entity, place)


def test_party_carries_its_description() -> None:
    supplier, customer = parties(OPENING.format("Orrin Tools, Inc."))
    assert (supplier.entity, supplier.place) == ("corporation", "Delaware")
    assert (customer.entity, customer.place) == ("company", "England")


@pytest.mark.parametrize(
    ("signed", "signs_as"),
    [
        ("ORRIN TOOLS INCORPORATED", None),
        ("The Orrin Tools Inc", None),
        ("SUPPLIER", None),
        ("ORRIN TOOL, INC.", "ORRIN TOOL, INC."),
        ("ORRIN HOLDINGS, INC.", "ORRIN HOLDINGS, INC."),
        ("ORRIN TOOLS, LLC", "ORRIN TOOLS, LLC"),
    ],
)
def test_name_of_the_signature_block(signed: str, signs_as: str | None) -> None:
    text = OPENING.format("Orrin Tools, Inc.") + f"{signed}\nBy: ______\nName:\nPELL LTD\nBy: ______\nName:\n"
    supplier, customer = parties(text)
    assert (supplier.signs_as and supplier.signs_as.text, customer.signs_as) == (signs_as, None)
    assert codes(text) == (["signature-name"] if signs_as else [])
    if supplier.signs_as:
        assert document_from_text(text).text[supplier.signs_as.start : supplier.signs_as.end] == signs_as


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('This Lease is made between Orrin Inc. ("Landlord") and ________ (the "Tenant").', "Tenant (left blank)"),
        (
            'This Lease is made between Orrin Inc. ("Landlord") and [TENANT NAME], a [STATE] corporation ("Tenant").',
            "Tenant (left blank)",
        ),
        ("Orrin Terms\nSupplier: Orrin Inc.\nCustomer: [●]\n1. Customer shall pay.", "Customer (left blank)"),
        ('This Lease is made between Orrin Inc. ("Landlord") and [***] ("Tenant").', "Tenant (left out)"),
    ],
)
def test_name_left_open(text: str, name: str) -> None:
    found = parties(text)
    assert [(party.name, party.status) for party in found][1:] == [(name, "blank")]
    assert document_from_text(text).text[found[1].start : found[1].end] == found[1].text
    assert codes(text) == ["party-blank"]


@pytest.mark.parametrize(
    "text",
    [
        'This Lease dated ______ (the "Lease Date") is made between Orrin Inc. ("Landlord") and Pell Ltd ("Tenant").',
        'This Lease is made between Orrin Inc. ("Landlord") and Pell Ltd ("Tenant") for a rent of $______ ("Rent").',
    ],
)
def test_other_blanks_are_no_parties(text: str) -> None:
    assert [party.status for party in parties(text)] == ["stated", "stated"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("TERMS OF USE\nBy clicking you are bound.\nThe pumps are sold as they are.", "whoever accepts them"),
        ("STANDARD TERMS\nThe names stand on the Cover Page.\nThe pumps are sold as they are.", "cover page"),
        ("The pumps are sold as they are.", "names anybody"),
    ],
)
def test_nobody_named_has_a_reason(text: str, why: str) -> None:
    passages = find_passages(document_from_text(text))
    [issue] = party_issues((), passages)
    assert issue.code == "no-parties"
    assert why in issue.message
