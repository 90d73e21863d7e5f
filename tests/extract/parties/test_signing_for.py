"""Places to sign that say for whom they are: names, state and days."""

import pytest

from legalai.extract.parties.execution import find_execution
from legalai.extract.parties.parties import find_parties
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import document_of
from legalai.schema import Execution

OPENING = (
    'This Agreement is made between Fenn Widgets Limited ("Supplier") and Glade Foods GmbH ("Customer").\n\n'
    "1. Supply\n1.1 Supplier shall supply the goods.\n\n"
)
FENN, GLADE = "Fenn Widgets Limited", "Glade Foods GmbH"


def execution(signatures: str) -> Execution:
    document = document_of(OPENING + signatures, name="contract.txt")
    passages = find_passages(document)
    return find_execution(document, passages, find_parties(passages, ()))


@pytest.mark.parametrize(
    ("block", "status", "signatory"),
    [
        (
            "Signed for and on behalf of {party} by:\n\n....................\nName: {name}\nTitle: Director\n",
            "unsigned",
            ("Director", None),
        ),
        (
            "SIGNED for and on behalf of {party} by {name}, Director /s/ {name}\nDated: 3 March 2026\n",
            "signed",
            ("Director", "3 March 2026"),
        ),
        ("For and on behalf of {party}\n\n____________\nName: {name}\nDate: ______\n", "unsigned", (None, None)),
        (
            "EXECUTED as a DEED by {party} acting by {name}, a director, in the presence of:\n\n"
            "____________ Director\n\nWitness signature: ________\nWitness name: Cy Orr\n",
            "unsigned",
            ("director", None),
        ),
        ("Signed by {name} for and on behalf of {party}\n____________\nDirector\n", "unsigned", (None, None)),
        (
            "For {party}:\nDocuSigned by:\n{name}\n8F3A2B1C\nName: {name}\nDate: 2026-03-03\n",
            "signed",
            (None, "2026-03-03"),
        ),
        ("/s/ {name}\nfor {party}\n", "signed", (None, None)),
        (
            "Authorised signatory for {party}\n\nSigned: {name}\nDate Signed: 3 March 2026\n",
            "unknown",
            (None, "3 March 2026"),
        ),
        ("Signed for {party} by: {name}\n", "unknown", (None, None)),
        ("SIGNED for and on behalf of\n{party}\nby: __________\nName: {name}\n", "unsigned", (None, None)),
        ("Signed for {party} by: /s/ {name}, Director, 3 March 2026\n", "signed", ("Director", "3 March 2026")),
        # a day filled in beside a line without a hand
        (
            "Signed for and on behalf of {party} by:\n____________\nName: {name}\nDate: 3 March 2026\n",
            "unknown",
            (None, "3 March 2026"),
        ),
    ],
)
def test_who_signs_for_whom(block: str, status: str, signatory: tuple[str | None, str | None]) -> None:
    signers = ((FENN, "Ada Lund"), (GLADE, "Bo Kerr"))
    found = execution("\n".join(block.format(party=party, name=name) for party, name in signers))
    assert found.status == status
    assert [(s.party, s.name, s.title, s.date) for s in found.signatories] == [
        (party, name, *signatory) for party, name in signers
    ]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Executed this 4th day of March, 2026.", "4th day of March, 2026"),
        ("IN WITNESS WHEREOF the parties have signed this Agreement on 4 March 2026.", "4 March 2026"),
        # from when it has effect
        ("IN WITNESS WHEREOF the parties have executed this Agreement as of March 4, 2026.", None),
    ],
)
def test_the_day_above_the_signatures(words: str, day: str | None) -> None:
    found = execution(f"{words}\n\n{FENN}\nBy: /s/ Ada Lund\n\n{GLADE}\nBy: /s/ Bo Kerr\n")
    assert [s.date for s in found.signatories] == [day, day]


def test_one_hand_is_missing() -> None:
    found = execution(
        "Signed on behalf of the Supplier:\nSignature: [signed] Ada Lund\n\n"
        "Signed on behalf of the Customer by its duly authorised signatory:\n____________\n"
    )
    assert found.status == "partly"
    assert [(s.party, s.name) for s in found.signatories] == [(FENN, "Ada Lund"), (GLADE, None)]


@pytest.mark.parametrize(
    "words", ["Signed for {} by: ", "Signed for and on behalf of {}: ", "Executed by {} acting by "]
)
def test_an_empty_line_in_the_line_that_says_for_whom_it_is(words: str) -> None:
    found = execution(f"{words.format(FENN)}/s/ Ada Lund\n\n{words.format(GLADE)}______________\n")
    assert found.status == "partly"
    assert [(s.party, s.name) for s in found.signatories] == [(FENN, "Ada Lund"), (GLADE, None)]


def test_names_of_parties_that_only_sign() -> None:
    text = "CONSULTING TERMS\n\n1. Fees. Client shall pay.\n\n" + "\n".join(
        f"For and on behalf of {party}\n____________\nName: {name}\n"
        for party, name in (("Acme Ltd", "Ann Poe"), ("Muster GmbH & Co. KG", "Cy Orr"))
    )
    parties = find_parties(find_passages(document_of(text, name="contract.txt")), ())
    assert [party.name for party in parties] == ["Acme Ltd", "Muster GmbH & Co. KG"]
