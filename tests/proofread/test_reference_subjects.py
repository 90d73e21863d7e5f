"""References to a clause that is there and is about something else."""

import pytest

from legalai.ingest.text import document_of
from legalai.proofread.proofread import proofread

CONTRACT = """SERVICES AGREEMENT

This Agreement is made on 1 March 2024 between Harrow Lake Limited (the "Client") and Pinewood Ltd (the "Supplier").

1. Services
1.1 The Supplier shall provide the services to the Client.

2. Fees and Payment
2.1 The Client shall pay the price within thirty days of an invoice.

3. Confidentiality
3.1 Each party shall keep the other's information secret.

4. Limitation of Liability
4.1 Neither party is liable for loss of profit.

5. Termination
5.1 Either party may terminate this Agreement on thirty days' notice.
5.2 {}

6. Insurance
6.1 The Supplier shall insure the goods.

7. Governing Law
7.1 This Agreement is governed by the laws of England.
"""


def told(sentence: str) -> list[str]:
    """The references that are told of, in a contract with this sentence."""
    mistakes = proofread(document_of(CONTRACT.format(sentence), name="contract.txt"), kinds=["reference-subject"])
    return [mistake.citations[0].text for mistake in mistakes]


@pytest.mark.parametrize(
    ("sentence", "reference"),
    [
        ("The duties of confidence in clause 7 survive.", "clause 7"),
        ("Confidentiality under clause 7 survives termination.", "clause 7"),
        ("The Supplier shall keep information confidential in accordance with clause 7.", "clause 7"),
        ("Clause 7, which deals with confidentiality, survives.", "Clause 7"),
        ("Clause 7 (confidentiality) survives.", "Clause 7"),
        ("Confidentiality obligations (clause 7) survive.", "clause 7"),
        ("The exclusions of liability at clause 6.1 apply.", "clause 6.1"),
        ("Subject to the limits of liability in clause 6, the Supplier shall repay the Client.", "clause 6"),
        ("The Client shall pay the Fees in accordance with clause 4.", "clause 4"),
        ("The Supplier shall hold the insurance as required by clause 3.1.", "clause 3.1"),
        ("If the Client terminates this Agreement pursuant to clause 6, it shall pay.", "clause 6"),
    ],
)
def test_the_clause_is_about_something_else(sentence: str, reference: str) -> None:
    assert told(sentence) == [reference]


@pytest.mark.parametrize(
    "sentence",
    [
        "Confidentiality under clause 3 survives termination.",
        "The fees payable under clause 2.1 are net.",
        "Clause 3 (confidentiality) survives.",
        # What no other clause is headed, or what the sentence does not say, is no clue.
        "The force majeure events described in clause 6 excuse delay.",
        "Any dispute shall be decided under clause 7.",
        "Neither party is in breach of clause 7 if it discloses confidential information to its lawyers.",
        # The clause may go with the earlier words, or its heading stands behind the number.
        "A claim on the insurance for a loss that leads to termination in accordance with clause 6 is paid at once.",
        "Either party shall follow the payment provisions of clause 3 [Confidentiality] with care.",
    ],
)
def test_the_clause_may_be_meant(sentence: str) -> None:
    assert told(sentence) == []


def test_a_number_among_the_definitions_has_the_heading_of_them_all() -> None:
    text = CONTRACT.format("The cap is as stated in clause 8.2 (Major Buyer).")
    text += '\n8. Definitions\n8.1 "Price" means the price.\n8.2 "Large Client" means one of many sites.\n'
    assert not proofread(document_of(text, name="contract.txt"), kinds=["reference-subject"])
