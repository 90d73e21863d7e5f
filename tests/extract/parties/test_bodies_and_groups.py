"""Parties that are public bodies, trusts or groups, and parties in tables, letters and on a signature page alone."""

import pytest

from legalai.extract.parties.parties import find_parties
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import document_of
from legalai.schema import Party

OPENINGS = {
    "a department of a state": (
        "This contract is made by and between the State of Oregon, Department of Lakes, Rivers and Ports (the"
        ' "State"), whose address is 9 East Sixth Avenue, Salem, and Gull Survey Company, Inc. (the "Contractor").',
        [
            ("State of Oregon, Department of Lakes, Rivers and Ports", "State"),
            ("Gull Survey Company, Inc.", "Contractor"),
        ],
    ),
    "a council and its seat": (
        "THIS DEED is made between (1) FELL HOMES LIMITED (the Developer) and (2) THE COUNCIL OF THE BOROUGH OF"
        " STANE of Town Hall, Stane ST1 2AB (the Council).",
        [("FELL HOMES LIMITED", "Developer"), ("THE COUNCIL OF THE BOROUGH OF STANE", "Council")],
    ),
    "a district with a number": (
        "AGREEMENT made BETWEEN the Owner:\n\nAspen School District No. 7\n300 School Road\n\nand the"
        " Contractor:\n\nRidge Builders, Inc.\n77 Quarry Drive\n",
        [("Aspen School District No. 7", "Owner"), ("Ridge Builders, Inc.", "Contractor")],
    ),
    "whoever is only described": (
        'This Agreement is by and among Tern Foods, Inc. (the "Borrower"), each of the Subsidiaries of the Borrower'
        ' signatory hereto (the "Guarantors"), and Plains Bank, N.A. (the "Agent").',
        [("Tern Foods, Inc.", "Borrower"), ("Plains Bank, N.A.", "Agent")],
    ),
    "several, severally": (
        "This Agreement is by and among Loam Mills Company, Loam Grain Corp. and Loam Freight, LLC (severally and not"
        ' jointly, each a "Supplier") and Crust Bakeries, Inc. (the "Buyer").',
        [
            ("Loam Mills Company", "Supplier"),
            ("Loam Grain Corp.", "Supplier"),
            ("Loam Freight, LLC", "Supplier"),
            ("Crust Bakeries, Inc.", "Buyer"),
        ],
    ),
    "by its general partner": (
        "This Agreement is made by and between QUARRY ASSOCIATES, a limited partnership, by its general partner,"
        ' Quarry GP, Inc. ("Owner") and Tide Partners, a general partnership ("Manager").',
        [("QUARRY ASSOCIATES", "Owner"), ("Tide Partners", "Manager")],
    ),
    "offices in two towns": (
        'This Agreement is by and between OPAL CORP. ("Opal"), and BASALT AG, a corporation with its offices located at'
        ' Bonn and Trier ("Basalt").',
        [("OPAL CORP.", "Opal"), ("BASALT AG", "Basalt")],
    ),
    "what somebody is, first": (
        'This Agreement is made between professional rower, ADA FLINT ("Consultant") and OAR GOODS, LTD. ("Company").',
        [("ADA FLINT", "Consultant"), ("OAR GOODS, LTD.", "Company")],
    ),
    "kin in short": (
        'This Deed is made between: Shri Arun Dev, S/o Shri V. Dev, residing at 2 Mill Road (the "First Party"); AND'
        ' Smt. Rita Kale, W/o Shri S. Kale, residing at 9 Hill Road (the "Second Party").',
        [("Arun Dev", "First Party"), ("Rita Kale", "Second Party")],
    ),
    "in a table": (
        "Parties\n\nParty | Details | Referred to as\nWren Limited | registered in Scotland | the Customer\nFinch B.V."
        " | of Utrecht | the Provider\n\n1. Purpose\n\nThe Provider serves the Customer.",
        [("Wren Limited", "Customer"), ("Finch B.V.", "Provider")],
    ),
    "in a letter": (
        'Dear Sirs,\nWe, Fjord Marine AS (the "Owner"), let a ship to you, Voe Charter Limited (the "Charterer").\n',
        [("Fjord Marine AS", "Owner"), ("Voe Charter Limited", "Charterer")],
    ),
    "an agent in brackets": (
        "This Agreement is made\n\nBETWEEN:\n\n1. FELL HOTELS PTY LTD (Vendor);\n\n2. PALM INVESTMENTS PTY LTD"
        " (Purchaser); and\n\n3. HOBB & LYLE LAWYERS, a firm (Escrow Agent).\n",
        [
            ("FELL HOTELS PTY LTD", "Vendor"),
            ("PALM INVESTMENTS PTY LTD", "Purchaser"),
            ("HOBB & LYLE LAWYERS", "Escrow Agent"),
        ],
    ),
    "roles in brackets below addresses": (
        "THIS AGREEMENT is dated 1 June 2020\n\nBETWEEN\n\nFELL FOODS PLC (No. 01239876) whose registered office is at"
        " Mill House, Kendal (Company); and\n\nOTTO ST JOHN PIKE of 12 Lark Rise, Kendal (Employee).\n",
        [("FELL FOODS PLC", "Company"), ("OTTO ST JOHN PIKE", "Employee")],
    ),
    "counted parties": (
        "This agreement is made between three parties:\n\nFirst Party: Glow AG, Davos\nSecond Party: Tern Ltd., Leeds\n"
        "Third Party: Ms. Chiara Bell, of Milan\n",
        [("Glow AG", "First Party"), ("Tern Ltd.", "Second Party"), ("Chiara Bell", "Third Party")],
    ),
    "a thing sold is none": (
        'AGREEMENT\n\nbetween\n\nPeter Ebner, Seestrasse 10, 8002 Zürich\n(the "Seller")\n\nand\n\nNord GmbH, Ring 1'
        ', Munich\n(the "Purchaser")\n\nregarding the sale of all shares in Ebner AG, Winterthur (the "Company")\n',
        [("Peter Ebner", "Seller"), ("Nord GmbH", "Purchaser")],
    ),
    "a local and a list that goes on": (
        'This Agreement is made between:\n\nHelios Oy, a Finnish limited company ("Helios");\n\nDrivers Union, Local'
        ' 417 ("Union"); and\n\nThe Fjell Institute, a foundation under Norwegian law ("Institute")\n',
        [("Helios Oy", "Helios"), ("Drivers Union, Local 417", "Union"), ("The Fjell Institute", "Institute")],
    ),
}


def parties_of(text: str) -> tuple[Party, ...]:
    return find_parties(find_passages(document_of(text, name="contract.txt")), ())


@pytest.mark.parametrize("opening", OPENINGS.values(), ids=OPENINGS)
def test_who_is_a_party(opening: tuple[str, list[tuple[str, str]]]) -> None:
    text, expected = opening
    parties = parties_of(text)
    assert [(party.name, party.aliases[0]) for party in parties] == expected


def test_forms_in_two_parts_are_read_where_only_signatures_name_the_parties() -> None:
    text = (
        "1. Each party keeps secrets.\n\nELM OPTICS LIMITED\n\nBy: ____\nName: A. Roe\n\nPRISM PTE. LTD.\n\nBy: ____\n"
    )
    parties = parties_of(text)
    assert [party.name for party in parties] == ["ELM OPTICS LIMITED", "PRISM PTE. LTD."]


@pytest.mark.parametrize(
    ("description", "entity", "place"),
    [
        ("a municipal corporation of the State of Ohio", "municipal corporation", "Ohio"),
        ('dba "Kiln Works", a sole proprietor', "sole proprietor", None),
        ("a political subdivision of the State of Iowa", "political subdivision", "Iowa"),
        ("an individual resident of the State of Iowa", "individual", None),
        ("a nonprofit cooperative association of growers", "nonprofit cooperative association", None),
    ],
)
def test_what_a_body_is(description: str, entity: str, place: str | None) -> None:
    text = f'This Agreement is made between ELM GROVE, {description} ("Elm") and Birch Ltd ("Birch").'
    elm, _ = parties_of(text)
    assert (elm.entity, elm.place) == (entity, place)
