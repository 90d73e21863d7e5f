import time

import pytest

from legalai.extract.parties.parties import find_parties, resolve_party
from legalai.extract.segmentation.sentences import find_passages
from legalai.schema import Clause, Party
from tests.extract.builders import document_from_text


def parties(text: str, clauses: tuple[Clause, ...] = ()) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(p.name, p.role, p.aliases) for p in find_parties(find_passages(document_from_text(text)), clauses)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "This License Agreement is made as of May 1, 2021 by and between Orrin Tools, Inc., a Delaware"
            " corporation with its"
            ' principal place of business at 12 Elm Street, Reno, NV 89501 ("Licensor"), and Pell & Sons'
            " Ltd, a company"
            ' incorporated in England (the "Licensee").',
            [("Orrin Tools, Inc.", "Licensor", ("Licensor",)), ("Pell & Sons Ltd", "Licensee", ("Licensee",))],
        ),
        # standard contractual clauses: the parties are listed in an annex, each under what it is
        (
            "These Clauses set out safeguards.\nANNEX I\nA. LIST OF PARTIES\nData exporter(s): [Identity and contact"
            " details]\n1. Name: Hafen Forschung nGmbH\nAddress: Kai 4, Bremen\nData importer(s):\nName:"
            "\nQuillon Labs Pty\nAddress:",
            [
                ("Hafen Forschung nGmbH", "Data exporter", ("Data exporter",)),
                ("Quillon Labs Pty", "Data importer", ("Data importer",)),
            ],
        ),
        (
            "These Clauses set out safeguards.\nANNEX I\nData exporter:\nName:\tHafen Forschung\nData importer(s):"
            " [Identity]\nName:\nCompany number (or similar)\nAddress:",
            [
                ("Hafen Forschung", "Data exporter", ("Data exporter",)),
                ("Data importer (left blank)", "Data importer", ("Data importer",)),
            ],
        ),
        # the same annex below a contract that names its parties adds nobody
        (
            'This Agreement is made between Orrin Tools, Inc. ("Licensor") and Pell & Sons Ltd (the "Licensee").\n'
            "ANNEX I\nData exporter:\nName:\nAddress:\nData importer:\nName:\nAddress:",
            [("Orrin Tools, Inc.", "Licensor", ("Licensor",)), ("Pell & Sons Ltd", "Licensee", ("Licensee",))],
        ),
        # an English agreement: numbered parties
        (
            "THIS LEASE is made on 4 June 2020\nBETWEEN:\n(1) HARROW ESTATES LIMITED (registered number"
            " 0123456) whose"
            " registered office is at 1 Hill Road, Leeds (the Landlord); and\n(2) MARY ANN FIELD of 3 Low"
            " Lane, York (the"
            " Tenant).",
            [("HARROW ESTATES LIMITED", "Landlord", ("Landlord",)), ("MARY ANN FIELD", "Tenant", ("Tenant",))],
        ),
        # a heading of its own above the list; "and" and "&" inside the names
        (
            "DEED\n\nPARTIES\n\n(1) Larch & Holm Surveys plc, registered in Scotland with company number SC1234 (the"
            ' "Client"); and\n\n(2) Brent and Ives Ecology Limited, registered in England and Wales with company number'
            ' 7654 (the "Consultant").\n\nBACKGROUND\n\n(A) The Client wants advice.',
            [
                ("Larch & Holm Surveys plc", "Client", ("Client",)),
                ("Brent and Ives Ecology Limited", "Consultant", ("Consultant",)),
            ],
        ),
        # two short names; the alias that abbreviates the name is no role
        (
            'THIS AGREEMENT is entered into between Kestrel GmbH ("Kestrel") and the University of Norrland'
            ' ("University" or'
            ' "UN").',
            [("Kestrel GmbH", None, ("Kestrel",)), ("University of Norrland", "University", ("University", "UN"))],
        ),
        # "and" inside a name, a name before its legal form in brackets, a trade name
        (
            "This Agreement is made by and between Baxter Research and Engineering Company, a New Jersey"
            ' corporation ("BRE"),'
            ' and Lune (USA) Inc., doing business as Lune Foods, a Utah corporation ("Buyer").',
            [
                ("Baxter Research and Engineering Company", None, ("BRE",)),
                ("Lune (USA) Inc.", "Buyer", ("Buyer", "Lune Foods")),
            ],
        ),
        # labels instead of a sentence
        (
            "CONSULTING AGREEMENT\nClient: Moss Data LLC\nConsultant: Ivo Brandt\nThe Consultant advises the Client.",
            [("Moss Data LLC", "Client", ("Client",)), ("Ivo Brandt", "Consultant", ("Consultant",))],
        ),
        # label and name in the cells of a cover page
        (
            "Cover Page\nProvider | Tarn Software AS\nCustomer | Birk & Co. Limited\n",
            [("Tarn Software AS", "Provider", ("Provider",)), ("Birk & Co. Limited", "Customer", ("Customer",))],
        ),
        # a person without form or alias, where the line ends with the name
        (
            "Employment agreement between Orrin Tools S.A. and Ilse Maar\nThe Employee reports to the board.",
            [("Orrin Tools S.A.", None, ()), ("Ilse Maar", None, ())],
        ),
        # numbered parties below "BETWEEN:", one with little to tell it by
        (
            "THIS AGREEMENT is made on 4 June 2020\nBETWEEN:\n(1) FENN LIMITED a company registered in England (the"
            ' "Company"); and\n(2) PAUL ROE of (the "Executive").\nIT IS AGREED as follows:',
            [("FENN LIMITED", "Company", ("Company",)), ("PAUL ROE", "Executive", ("Executive",))],
        ),
        # a bracket after "INC." begins no sentence; three parties after "among"
        (
            'THIS AGREEMENT is entered into among BIRK, INC. (The "Company"), OLE T. DAHL ("Dahl") and DAHL MEDIA, INC.'
            ' ("Dahl Media"), effective as of June 1, 2019.',
            [
                ("BIRK, INC.", "Company", ("Company",)),
                ("OLE T. DAHL", None, ("Dahl",)),
                ("DAHL MEDIA, INC.", None, ("Dahl Media",)),
            ],
        ),
        # a letter that hires the person it addresses
        (
            "Moss Data LLC\n\nMs. Ada Roe\n12 Elm Road\n\nDear Ms. Roe,\n\nWe offer you employment with Moss Data LLC"
            ' (the "Company"). Your salary will be USD 90,000. You will report to the board.',
            [("Moss Data LLC", "Company", ("Company",)), ("Ada Roe", "Employee", ("you",))],
        ),
        # a letter between companies: the reader's person is no party
        (
            'Dear Mr. Roe:\n\nThis letter agreement is made between Fenn Corp. ("Fenn") and Glade LLC ("Glade"). You'
            " agree that your notices go to Fenn.",
            [("Fenn Corp.", None, ("Fenn",)), ("Glade LLC", None, ("Glade",))],
        ),
        # a confirmation from one to the other; an agent by label is somebody's role in it
        (
            'Date: 3 May 2019\nTo: Tarn Bank, N.A., solely as trustee ("Counterparty")\nFrom: Lune AG, Bern Branch'
            ' ("Lune")\nDear Sirs\nCalculation Agent: Lune AG',
            [("Tarn Bank, N.A.", None, ("Counterparty",)), ("Lune AG", None, ("Lune",))],
        ),
        # a government by who acts for it
        (
            "The United States of America as represented by the Director of the National Seed Office"
            ' ("NSO") needs a license ("CLA") from every contributor.',
            [("The United States of America", None, ("NSO",))],
        ),
        # the short name stands where the party is named again
        (
            "Lease between Pell Homes Ltd and Orrin Tools, Inc.\nPell Homes Ltd (the “Landlord”) lets the premises.",
            [("Pell Homes Ltd", "Landlord", ("Landlord",)), ("Orrin Tools, Inc.", None, ())],
        ),
        # the parties are those that sign
        (
            'This Agreement is made by Fenn Corp., a Texas corporation (the "Company"), and each of the persons set'
            ' forth on the signature page hereto (each, an "Investor").\nIN WITNESS WHEREOF the parties sign.\n'
            "FENN CORP.\nBy: /s/ Ann Roe\nName: Ann Roe\n"
            "GLADE PARTNERS, L.P.\nBy: /s/ Bo Dahl\nName: Bo Dahl\n"
            "HOLT CAPITAL LLC\nBy: /s/ Bo Dahl\nName: Bo Dahl",
            [
                ("Fenn Corp.", "Company", ("Company",)),
                ("GLADE PARTNERS, L.P.", "Investor", ("Investor",)),
                ("HOLT CAPITAL LLC", "Investor", ("Investor",)),
            ],
        ),
        # a form with blanks names nobody
        (
            'This Agreement is made between ____________ ("Supplier") and [●] ("Customer").',
            [
                ("Supplier (left blank)", "Supplier", ("Supplier",)),
                ("Customer (left blank)", "Customer", ("Customer",)),
            ],
        ),
        # a blank's short name is not that of the party beside it
        (
            "This Agreement dated [*] is between Lyle Inc., a New York corporation, and [●] ('Distributor').",
            [
                ("Lyle Inc.", None, ()),
                ("Distributor (left blank)", "Distributor", ("Distributor",)),
            ],
        ),
        # two parties introduced in one sentence without "between"
        (
            'Orrin Ltd (hereinafter "Owner") wishes to show drawings to Pell Ltd (hereinafter "Recipient").',
            [("Orrin Ltd", "Owner", ("Owner",)), ("Pell Ltd", "Recipient", ("Recipient",))],
        ),
        (
            'This Agreement is made by and between orrin.com, inc., a Delaware corporation ("orrin.com"), and Pell'
            ' Inc., a New Jersey corporation ("Sponsor").',
            [("orrin.com, inc.", None, ("orrin.com",)), ("Pell Inc.", "Sponsor", ("Sponsor",))],
        ),
        ("This Agreement is made between the Licensor and the Licensee.", []),
        # another contract's parties in a recital are not ours
        (
            'This Amendment is made between Fenn Corp. ("Fenn") and Glade LLC ("Glade").\nWHEREAS, by a'
            " lease between Hollis"
            ' Inc., a Texas corporation ("Hollis"), and Fenn Corp., the premises were let.',
            [("Fenn Corp.", None, ("Fenn",)), ("Glade LLC", None, ("Glade",))],
        ),
    ],
)
def test_parties_of_an_opening(text, expected):
    assert parties(text) == expected


def test_signature_blocks_name_the_parties_where_nothing_else_does():
    text = (
        "JOINT STATEMENT\nWe file together.\n\nNORTH FUND LP\n\nBy: /s/ A. Reed\n\nSOUTH FUND LLC\n\nBy: /s/ B. Cole\n"
    )
    assert [name for name, _, _ in parties(text)] == ["NORTH FUND LP", "SOUTH FUND LLC"]


def test_the_clause_model_helps_where_the_grammar_fails():
    text = "Order form. Services for Alder Inc. come from Beech LLC. Nothing else is agreed."
    marks = tuple(
        Clause(type="Parties", text=name, start=text.index(name), end=text.index(name) + len(name), score=0.9)
        for name in ("Alder Inc.", "Beech LLC")
    )
    assert [name for name, _, _ in parties(text, marks)] == ["Alder Inc.", "Beech LLC"]


def test_the_quote_is_the_name_in_the_text():
    text = 'This Agreement is made between Fenn      Corp. ("Fenn") and Glade LLC ("Glade").'
    found = find_parties(find_passages(document_from_text(text)), ())
    assert [text[p.start : p.end] for p in found] == [p.text for p in found]
    assert found[0].name == "Fenn Corp."


PARTIES = (
    Party(
        text="Orrin Tools, Inc.", start=0, end=17, name="Orrin Tools, Inc.", role="Licensor", aliases=("Licensor", "OT")
    ),
    Party(text="Pell & Sons Ltd", start=20, end=35, name="Pell & Sons Ltd", role="Licensee", aliases=("Licensee",)),
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Licensor", "Orrin Tools, Inc."),
        ("the Licensee", "Pell & Sons Ltd"),
        ("LICENSOR'S", "Orrin Tools, Inc."),
        ("OT", "Orrin Tools, Inc."),
        ("ORRIN TOOLS INC", "Orrin Tools, Inc."),
        ("Pell", "Pell & Sons Ltd"),
        ("either party", None),
        ("", None),
    ],
)
def test_resolve_party(name, expected):
    party = resolve_party(name, PARTIES)
    assert (party.name if party else None) == expected


@pytest.mark.parametrize("unit", ["between ", "(", "Acme Inc. and ", "A", 'by and between ("', "made by ", "_ "])
def test_hostile_text_takes_linear_time(unit):
    passages = find_passages(document_from_text(unit * (100_000 // len(unit))))
    began = time.process_time()
    find_parties(passages, ())
    assert time.process_time() - began < 10
