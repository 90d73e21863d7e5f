import pytest

from legalai.extract.segmentation.sentences import find_passages
from legalai.extract.titles import find_contract_type, find_title
from legalai.schema import Clause
from tests.extract.builders import document_from_text


@pytest.mark.parametrize(
    ("text", "title", "kind"),
    [
        (
            "EXHIBIT 10.4\nMUTUAL NON-DISCLOSURE AGREEMENT\nThis Agreement binds.",
            "MUTUAL NON-DISCLOSURE AGREEMENT",
            "Non-Disclosure Agreement",
        ),
        ("FIRST AMENDMENT TO\nOFFICE LEASE\nThis amends.", "FIRST AMENDMENT TO OFFICE LEASE", "Lease"),
        (
            "Exhibit 10.1 FORM OF TRADEMARK LICENSE AGREEMENT This Agreement is made today.",
            "TRADEMARK LICENSE AGREEMENT",
            "License Agreement",
        ),
        (
            'Dear Sirs. This Master Supply Agreement ("MSA") governs orders.',
            "Master Supply Agreement",
            "Supply Agreement",
        ),
        ("Cloud Terms of Service\nThe provider hosts.", "Cloud Terms of Service", "Software as a Service Agreement"),
        ("SEED OFFICE\nREQUEST FOR QUOTE\nThe office intends to award a contract.", "REQUEST FOR QUOTE", None),
        ("EXHIBIT ‘C’\nThis Exhibit C is entered into today by Fenn and Glade.", "Exhibit C", None),
        ("We met on Monday.", None, None),
        ("I HAVE READ, UNDERSTOOD AND AGREE TO THIS AGREEMENT\nSigned.", None, None),
        (
            "BY SIGNING BELOW I ACCEPT THE TERMS OF USE\nVOLUNTEER AGREEMENT\nThe helper comes on Mondays.",
            "VOLUNTEER AGREEMENT",
            None,
        ),
        ("I. SUPPLY AGREEMENT\nThe seller sells.", "SUPPLY AGREEMENT", "Supply Agreement"),
        ("Exhibit 2.1   Harbour Lease   This lease is made today.", "Harbour Lease", "Lease"),
        ("EX-10.2 EXECUTION VERSION Pilot Agreement\nThe parties agree.", "Pilot Agreement", "Pilot Agreement"),
        ("SUPPLY AGREEMENT DATED 3 MAY 2021\nThe seller sells.", "SUPPLY AGREEMENT", "Supply Agreement"),
        ("REMARKETING AGREEMENT\nThe notes are sold again.", "REMARKETING AGREEMENT", None),
        ("INDUSTRIAL WORKS AGREEMENT\nThe works stand.", "INDUSTRIAL WORKS AGREEMENT", None),
        ("SUPPLY AGREEMENT ----------- 12 Mill Lane\nThe seller sells.", "SUPPLY AGREEMENT", "Supply Agreement"),
    ],
)
def test_title_and_kind(text, title, kind):
    document = document_from_text(text)
    passages = find_passages(document)
    assert find_title(document, passages, ()) == title
    assert find_contract_type(title, passages) == kind


def test_what_the_clause_model_marked_comes_first():
    document = document_from_text(
        "GENERAL AGREEMENT\nThis Hosting Agreement is made. More words follow here, and here."
    )
    start = document.text.index("Hosting")
    clause = Clause(type="Document Name", text="Hosting Agreement", start=start, end=start + 17, score=0.8)
    assert find_title(document, find_passages(document), (clause,)) == "Hosting Agreement"


def test_a_bare_noun_is_no_title_where_the_text_tells_more():
    document = document_from_text("COOPERATION AGREEMENT\nThis AGREEMENT is made today. It binds both.")
    start = document.text.index("AGREEMENT is")
    clause = Clause(type="Document Name", text="AGREEMENT", start=start, end=start + 9, score=0.8)
    assert find_title(document, find_passages(document), (clause,)) == "COOPERATION AGREEMENT"
