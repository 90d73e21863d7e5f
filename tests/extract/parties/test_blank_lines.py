"""Empty lines in layouts without a label for the signature: such a paper is unsigned, or signed in part."""

import pytest

from legalai.extract.parties.execution import find_execution
from legalai.extract.parties.parties import find_parties
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import document_of

BODY = (
    "SERVICES AGREEMENT\n\n"
    'This Services Agreement is made on 1 March 2024 between Borley Systems, Inc. ("Supplier") and Quill Harbour LLC '
    '("Customer").\n\n'
    "1. Term\n\n1.1 The term ends on 31 December 2025.\n\n"
    "2. Law\n\n2.1 This Agreement is governed by the laws of the State of New York.\n\n"
)


def status(below: str) -> str:
    document = document_of(BODY + below, name="a.txt")
    passages = find_passages(document)
    return find_execution(document, passages, find_parties(passages, ())).status


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("SUPPLIER: ____________\nName: ________\n\nCUSTOMER: ____________\nName: ________\n", "unsigned"),
        ("Supplier: ______________  Date: _______\nCustomer: ______________  Date: _______\n", "unsigned"),
        ("IN WITNESS WHEREOF the parties sign.\n\n____________________\nBorley Systems, Inc.\n", "unsigned"),
        ("DRAFT 3 - FOR DISCUSSION ONLY - NOT SIGNED\n", "unsigned"),
        ("Borley Systems, Inc.\nBy: /s/ Ann Lowe\n\nQuill Harbour LLC\n____________________\n", "partly"),
        ("Borley Systems, Inc.\nBy: /s/ Ann Lowe\n\nQuill Harbour LLC\nBy: /s/ R. Diaz\n", "signed"),
        ("3. Fees\n\n3.1 The fee is the one that both parties agree.\n", "unknown"),
    ],
)
def test_what_empty_lines_say(below: str, expected: str) -> None:
    assert status(below) == expected


def test_a_blank_within_the_clauses_is_no_line_to_sign_on() -> None:
    filled = "3. Fees\n\n3.1 Customer: ____________ pays.\n\n4. Rest\n\n4.1 Nothing else is agreed.\n"
    assert status(filled) == "unknown"
