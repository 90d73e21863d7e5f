"""Signing pages in other hands: signs of services, two for one party, witnesses and notaries, roles above the lines."""

import pytest

from legalai.extract.parties.execution import find_execution
from legalai.extract.parties.parties import find_parties
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import document_of
from legalai.schema import Execution

OPENING = 'This Agreement is made between Fenn Corp. ("Fenn") and Glade LLC ("Glade").\n\n1. Fenn sells to Glade.\n\n'


def execution(signatures: str, opening: str = OPENING) -> Execution:
    document = document_of(opening + signatures, name="contract.txt")
    passages = find_passages(document)
    return find_execution(document, passages, find_parties(passages, ()))


@pytest.mark.parametrize(
    ("signatures", "signatories"),
    [
        (
            "SIGNED for and on behalf of FENN CORP.\n(signed) Ada Lund\n"
            "Ada Lund, Director\n\nSIGNED for and on behalf of"
            " GLADE LLC\n(signed) Bo Kerr\nBo Kerr, Director\n",
            [("Fenn Corp.", "Ada Lund", "Director"), ("Glade LLC", "Bo Kerr", "Director")],
        ),
        (
            "FENN CORP.\n/s/ Ada Lund\n__________\nAda Lund, President\n\n"
            "GLADE LLC\n/s/ Bo Kerr\n__________\nBo Kerr, Manager\n",
            [("Fenn Corp.", "Ada Lund", "President"), ("Glade LLC", "Bo Kerr", "Manager")],
        ),
        (
            "Fenn Corp. | Glade LLC\nBy: /s/ Ada Lund | By: /s/ Bo Kerr\nTitle: President | Title: Manager\n",
            [("Fenn Corp.", "Ada Lund", "President"), ("Glade LLC", "Bo Kerr", "Manager")],
        ),
        (
            "FENN CORP.\n\nBy: /s/ Ada Lund\nName: Ada Lund\n"
            "Title: President\n\nBy: /s/ Otto Brand\nName: Otto Brand\nTitle:"
            " Secretary\n\nGLADE LLC\n\nBy: /s/ Bo Kerr\n",
            [
                ("Fenn Corp.", "Ada Lund", "President"),
                ("Fenn Corp.", "Otto Brand", "Secretary"),
                ("Glade LLC", "Bo Kerr", None),
            ],
        ),
        (
            "GLADE:\n\nBy: /s/ Bo Kerr\nTitle: Manager\n\nFENN:\n\nBy: /s/ Ada Lund\nTitle: President\n",
            [("Glade LLC", "Bo Kerr", "Manager"), ("Fenn Corp.", "Ada Lund", "President")],
        ),
        (
            "Fenn Corp.\nSignature: Ada Lund (Mar 3, 2022 10:14 EST)\n\n"
            "Glade LLC\nSignature: Bo Kerr (Mar 4, 2022 16:40 EST)\n",
            [("Fenn Corp.", "Ada Lund", None), ("Glade LLC", "Bo Kerr", None)],
        ),
        (
            "THE COMMON SEAL of FENN CORP. was hereunto affixed:\n\n"
            "/s/ Ada Lund\nDirector\n\nGLADE LLC\n\nBy: /s/ Bo Kerr\n",
            [("Fenn Corp.", "Ada Lund", "Director"), ("Glade LLC", "Bo Kerr", None)],
        ),
        (
            "FENN CORP.\nBy: /s/ Ada Lund\n\nGLADE LLC\nBy: /s/ Bo Kerr\n\n"
            "On 3 May 2019 Ada Lund appeared before me.\n\n"
            "/s/ Mary Penn\nNotary Public\n",
            [("Fenn Corp.", "Ada Lund", None), ("Glade LLC", "Bo Kerr", None)],
        ),
        (
            "WITNESS:          FENN CORP.\n\n/s/ Tom Bell      By: /s/ Ada Lund\n\n"
            "WITNESS:          GLADE LLC\n\n/s/ Amy Fry    "
            "   By: /s/ Bo Kerr\n",
            [("Fenn Corp.", "Ada Lund", None), ("Glade LLC", "Bo Kerr", None)],
        ),
    ],
)
def test_who_signed_for_whom(signatures: str, signatories: list[tuple[str, str, str | None]]) -> None:
    found = execution(signatures)
    assert found.status == "signed"
    assert [(each.party, each.name, each.title) for each in found.signatories] == signatories


def test_persons_sign_for_themselves() -> None:
    opening = 'This Deed is made between Ann Field and Joe Field ("Sellers") and Karl Boe ("Buyer").\n\n'
    found = execution("/s/ Ann Field\nANN FIELD\n\n/s/ Joe Field\nJOE FIELD\n\n/s/ Karl Boe\nKARL BOE\n", opening)
    assert [(each.party, each.name) for each in found.signatories] == [
        ("Ann Field", "Ann Field"),
        ("Joe Field", "Joe Field"),
        ("Karl Boe", "Karl Boe"),
    ]


def test_what_several_are_called_above_the_lines_of_each() -> None:
    opening = 'This Deed is made between Ann Field and Joe Field ("Sellers") and Boe Land LLC ("Buyer").\n\n'
    found = execution("SELLERS:\n\n/s/ Ann Field\nAnn Field\n\nBUYER:\n\nBOE LAND LLC\n\nBy: /s/ Karl Boe\n", opening)
    assert [(each.party, each.name) for each in found.signatories] == [
        ("Ann Field", "Ann Field"),
        ("Boe Land LLC", "Karl Boe"),
    ]


def test_a_name_behind_its_role() -> None:
    found = execution(
        "ACCEPTED BY CUSTOMER (Glade LLC):\n\nSignature: ____\n\nACCEPTED BY SUPPLIER (Fenn Corp.):\n\nBy: ____\n"
    )
    assert [each.party for each in found.signatories] == ["Glade LLC", "Fenn Corp."]


def test_a_job_behind_the_dots_is_that_of_who_is_to_sign() -> None:
    found = execution("Signed by Ada Lund for and on behalf of Fenn Corp. .............. Director\n")
    assert found.status == "unsigned"
    assert [(each.party, each.name, each.title) for each in found.signatories] == [
        ("Fenn Corp.", "Ada Lund", "Director")
    ]


def test_a_third_place_below_two_columns_is_not_guessed() -> None:
    found = execution(
        "FENN CORP.          GLADE LLC\nBy: /s/ Ada Lund          By: /s/ Bo Kerr\n"
        "Name: Ada Lund          Name: Bo Kerr\n\n"
        "By: /s/ Otto Brand\nName: Otto Brand\n"
    )
    assert [(each.party, each.name) for each in found.signatories][2] == (None, "Otto Brand")
