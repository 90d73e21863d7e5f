"""Lines without labels, attorneys, witnesses, two who sign for one party, and one party's counterpart."""

from legalai.extract.parties.execution import find_execution
from legalai.extract.parties.parties import find_parties
from legalai.extract.segmentation.sentences import find_passages
from legalai.schema import Execution
from tests.extract.builders import document_from_text

OPENING = (
    "This Agreement is made between Fenn Corp., a Texas corporation (“Supplier”), and Glade LLC (“Customer”).\n\n"
    "1. Supply\n\nSupplier shall deliver.\n\n"
)


def execution(page: str) -> Execution:
    document = document_from_text(OPENING + page)
    passages = find_passages(document)
    return find_execution(document, passages, find_parties(passages, ()))


def signatories(page: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(one.party, one.name, one.title) for one in execution(page).signatories]


GLADE = "GLADE LLC\nBy: /s/ Bo Kerr\n"
BY_GLADE = ("Glade LLC", "Bo Kerr", None)


def test_lines_below_a_signature() -> None:
    found = execution("FENN CORP.\n(sgd.) A. Lund\nAda Lund\nManaging Director\n3 March 2024\n\n" + GLADE)
    fenn = found.signatories[0]
    assert (fenn.name, fenn.title, fenn.date) == (
        "Ada Lund",
        "Managing Director",
        "3 March 2024",
    )


def test_attorney_signs() -> None:
    page = (
        "Signed by Ada Lund as attorney for FENN CORP. under a power of attorney dated 2 May 2024:\n\n/s/ Ada Lund\n\n"
    )
    assert signatories(page + GLADE) == [("Fenn Corp.", "Ada Lund", "attorney"), BY_GLADE]


def test_witness_is_no_signatory() -> None:
    page = "FENN CORP.\nBy: /s/ Ada Lund\nWitness signature: /s/ Paul Low\n\n"
    assert signatories(page + GLADE) == [("Fenn Corp.", "Ada Lund", None), BY_GLADE]


def test_two_sign_for_one_party() -> None:
    page = (
        "FENN CORP.\nBy: /s/ Ada Lund          By: /s/ Cy Moor\nTitle: Director          Title: Company Secretary\n\n"
    )
    expected = [("Fenn Corp.", "Ada Lund", "Director"), ("Fenn Corp.", "Cy Moor", "Company Secretary"), BY_GLADE]
    assert signatories(page + GLADE) == expected


def test_deed_by_a_director() -> None:
    page = "EXECUTED as a DEED by\nFENN CORP.\nacting by Ada Lund, a director, in the presence of:\n\n________\n\n"
    assert signatories(page + GLADE) == [("Fenn Corp.", "Ada Lund", "director"), BY_GLADE]


def test_counterpart_of_one_party() -> None:
    page = "[Counterpart signature page to the Agreement]\n\nFENN CORP.\nBy: /s/ Ada Lund\n\n"
    assert execution(page).status == "partly"
    assert execution(page + GLADE).status == "signed"
