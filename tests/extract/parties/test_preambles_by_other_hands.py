"""Openings in the manner of other countries and of deeds: who is a party, and what several are called together."""

import pytest

from legalai.extract.parties.parties import find_parties
from legalai.extract.segmentation.sentences import find_passages
from tests.extract.builders import document_from_text

OPENINGS = {
    "translated from French": (
        "BETWEEN THE UNDERSIGNED:\n\nThe company BRUMAL, a société anonyme with a share capital of EUR 90,000, whose"
        " registered office is at 2 rue Basse, Lyon, represented by Mr. Luc Orme, acting as its manager,\n\nhereinafter"
        ' referred to as "the Supplier",\n\nof the first part,\n\nAND:\n\nThe company Verdane Négoce, a simplified'
        ' company, represented by Ms. Ida Prat,\n\nhereinafter referred to as "the Client",',
        [("BRUMAL", ("Supplier",)), ("Verdane Négoce", ("Client",))],
    ),
    "several under one name": (
        "This Deed is made between Alder Limited, Birch LLP and Ian Vance (together, “Sellers”) and Elm plc (“Buyer”).",
        [
            ("Alder Limited", ("Sellers",)),
            ("Birch LLP", ("Sellers",)),
            ("Ian Vance", ("Sellers",)),
            ("Elm plc", ("Buyer",)),
        ],
    ),
    "a fund and who acts for it": (
        "This Agreement is made on 1 May 2020 between (1) Tarn Fund LP, a limited partnership, acting by its general"
        " partner Tarn GP Limited (the “Investor”) and (2) Ouse Ltd (company number 01234567), whose office is at"
        " 1 Forge Court, Ely (the “Company”).",
        [("Tarn Fund LP", ("Investor",)), ("Ouse Ltd", ("Company",))],
    ),
    "parts of an indenture": (
        "THIS INDENTURE made between Holt Timber Company, a corporation, party of the first part, and Rufus Crane, of"
        " Bangor, Maine, party of the second part, WITNESSETH:",
        [("Holt Timber Company", ()), ("Rufus Crane", ())],
    ),
    "kin of a party": (
        "This Deed is made BETWEEN M/s. Sona Foods Private Limited (hereinafter referred to as the “Franchisor”) of the"
        " ONE PART AND Mr. Rakesh Menon, son of Mr. V. Menon, residing at 8 Church Street (hereinafter referred to as"
        " the “Franchisee”) of the OTHER PART.",
        [("Sona Foods Private Limited", ("Franchisor",)), ("Rakesh Menon", ("Franchisee",))],
    ),
    "called without a bracket": (
        "This Agreement is made by and between Cobalt Corp., hereinafter called “Owner,” of Elko, and Dry Creek"
        " Drilling, hereinafter called “Contractor,” a sole proprietorship.",
        [("Cobalt Corp.", ("Owner",)), ("Dry Creek Drilling", ("Contractor",))],
    ),
    "numbered with a bracket": (
        "AGREEMENT entered into between\n\n1) Zenit a.s., with its office in Prague, represented by Ing. Petr Tlusty"
        " (hereinafter as “Zenit”)\n\nand\n\n2) Institut für Holz GmbH, with its office in Graz (the “Institute”)",
        [("Zenit a.s.", ("Zenit",)), ("Institut für Holz GmbH", ("Institute",))],
    ),
    "three parts": (
        "THIS AGREEMENT is made BETWEEN Kestrel Limited of the first part, Brook LLP of the second part and Dr Ian Roe"
        " of the third part.",
        [("Kestrel Limited", ()), ("Brook LLP", ()), ("Ian Roe", ())],
    ),
    "given": (
        "This Guarantee is given on 2 May 2023 by Tom Bray and Eve Bray of 7 Hill Road (jointly and severally, the"
        " “Guarantors”) in favour of Severn plc (the “Lender”).",
        [("Tom Bray", ("Guarantors",)), ("Eve Bray", ("Guarantors",)), ("Severn plc", ("Lender",))],
    ),
    "in favour of": (
        "THIS GUARANTY is made by Dell Foods, Inc. and Dell Freight, LLC (each a “Guarantor”) in favor of Coast Bank"
        " (“Lender”).",
        [("Dell Foods, Inc.", ("Guarantor",)), ("Dell Freight, LLC", ("Guarantor",)), ("Coast Bank", ("Lender",))],
    ),
}


@pytest.mark.parametrize(("text", "expected"), OPENINGS.values(), ids=OPENINGS)
def test_preamble_by_another_hand(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    found = find_parties(find_passages(document_from_text(text)), ())
    assert [(party.name, party.aliases) for party in found] == expected


def test_letter_that_names_you_and_itself() -> None:
    text = "Quill Data, Inc. (“Quill”, “we” or “us”) will engage you, Ada Okafor (“you” or the “Consultant”), to help."
    quill, ada = find_parties(find_passages(document_from_text(text)), ())
    assert (quill.name, quill.aliases) == ("Quill Data, Inc.", ("Quill", "we", "us", "our"))
    assert (ada.name, ada.role) == ("Ada Okafor", "Consultant")
