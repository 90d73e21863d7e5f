import pytest

from legalai.extract.parties.execution import find_execution
from legalai.extract.parties.parties import find_parties
from legalai.extract.segmentation.sentences import find_passages
from tests.extract.builders import document_from_text

OPENING = 'This Agreement is made between Fenn Corp. ("Fenn") and Glade LLC ("Glade").\n'


def execution(text: str):
    document = document_from_text(text)
    passages = find_passages(document)
    return find_execution(document, passages, find_parties(passages, ()))


@pytest.mark.parametrize(
    ("signatures", "status", "signatories"),
    [
        (
            "FENN CORP.\nBy: /s/ Ada Lund\nName: Ada Lund\nTitle: President\nDate: May 3, 2021\n\nGLADE"
            " LLC\nBy: /s/ Bo Kerr\nName: Bo Kerr\nTitle: Manager\n",
            "signed",
            [("Fenn Corp.", "Ada Lund", "President", "May 3, 2021"), ("Glade LLC", "Bo Kerr", "Manager", None)],
        ),
        # two columns laid flat
        (
            "FENN CORP.          GLADE LLC\nBy: /s/ Ada Lund          By: ____________\nName: Ada Lund      "
            "    Name: Bo Kerr\nTitle: President          Title: Manager\n",
            "partly",
            [("Fenn Corp.", "Ada Lund", "President", None), ("Glade LLC", "Bo Kerr", "Manager", None)],
        ),
        (
            "FENN CORP.\nBy: ____________\nName: ____________\nGLADE LLC\nBy: ____________\nName:\n",
            "unsigned",
            [("Fenn Corp.", None, None, None), ("Glade LLC", None, None, None)],
        ),
        # a partnership signs through its general partner
        (
            "FENN CORP.\nBy: Fenn Holdings LLC, its manager\nBy: /s/ Ada Lund\nGLADE LLC\n/s/ Bo Kerr\nBy:"
            " Bo Kerr\nTitle: Manager\n",
            "signed",
            [("Fenn Corp.", "Ada Lund", None, None), ("Glade LLC", "Bo Kerr", "Manager", None)],
        ),
        # all in one line
        (
            "IN WITNESS WHEREOF, the parties sign. Fenn Corp. By: /s/ Ada Lund Name: Ada Lund Title:"
            " President Glade LLC By: /s/ Bo Kerr Name: Bo Kerr",
            "signed",
            [("Fenn Corp.", "Ada Lund", None, None), ("Glade LLC", "Bo Kerr", None, None)],
        ),
        # a form behind the signatures is signed later
        (
            "FENN CORP.\nBy: /s/ Ada Lund\nGLADE LLC\nBy: /s/ Bo Kerr\n"
            "Annex of words.\nFENN CORP.\nBy: ____________\nGLADE LLC\nBy: ____________\n",
            "signed",
            [("Fenn Corp.", "Ada Lund", None, None), ("Glade LLC", "Bo Kerr", None, None)],
        ),
        (
            "FENN CORP.\nBy: /s/ Ada Lund\nGLADE LLC\nBy: /s/ Bo Kerr\n"
            + "The goods are listed here. " * 70
            + "\nWITNESS\nBy: ____________\n",
            "signed",
            [("Fenn Corp.", "Ada Lund", None, None), ("Glade LLC", "Bo Kerr", None, None)],
        ),
        # the signature has a line of its own below the name
        (
            "FENN CORP.\nBy: Name Ada Lund Title President Signature /s/ Ada Lund\nGLADE LLC\nBy: Name Bo Kerr"
            " Title Manager Signature /s/ Bo Kerr\n",
            "signed",
            [("Fenn Corp.", "Ada Lund", None, None), ("Glade LLC", "Bo Kerr", None, None)],
        ),
        (
            "FENN CORP.\nSignature: By: /s/ Ada Lund\nGLADE LLC\nSignature: By: /s/ Bo Kerr\n",
            "signed",
            [("Fenn Corp.", "Ada Lund", None, None), ("Glade LLC", "Bo Kerr", None, None)],
        ),
        # a name typed on one line beside a marked one
        (
            "FENN CORP.          GLADE LLC\nBy: /s/ Ada Lund          By: Bo Kerr\n",
            "signed",
            [("Fenn Corp.", "Ada Lund", None, None), ("Glade LLC", "Bo Kerr", None, None)],
        ),
        # a colon behind the name; other ways to mark a signature
        (
            "FENN CORP.:\nBy: \\s\\ Ada Lund\nGLADE LLC:\nBy: /s Bo Kerr\n",
            "signed",
            [("Fenn Corp.", "Ada Lund", None, None), ("Glade LLC", "Bo Kerr", None, None)],
        ),
        # a conformed copy that gives the names in quotation marks
        (
            'FENN CORP.\nPer: "Ada Lund"\nAuthorized Signatory\nGLADE LLC\nPer: ____________\n',
            "partly",
            [("Fenn Corp.", "Ada Lund", "Authorized Signatory", None), ("Glade LLC", None, None, None)],
        ),
        (
            "FENN CORP.\ngez. Lund\nGLADE LLC\ngez. Kerr\n",
            "signed",
            [("Fenn Corp.", "Lund", None, None), ("Glade LLC", "Kerr", None, None)],
        ),
        # an empty line with a name in print below it
        (
            "FENN CORP.\nBy: ____________ Ada Lund\nGLADE LLC\nBy: ____________ Bo Kerr\n",
            "unsigned",
            [("Fenn Corp.", "Ada Lund", None, None), ("Glade LLC", "Bo Kerr", None, None)],
        ),
        ("Nothing is signed here.", "unknown", []),
    ],
)
def test_execution(signatures, status, signatories):
    found = execution(OPENING + signatures)
    assert found.status == status
    assert [(s.party, s.name, s.title, s.date) for s in found.signatories] == signatories
