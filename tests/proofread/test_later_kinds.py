"""Brackets alone, lengths against their days, words like a term, references into items and to definitions."""

import pytest

from legalai.ingest.text import document_of
from legalai.proofread.proofread import proofread

CONTRACT = """SUPPLY AGREEMENT

This Agreement is made on 1 March 2024 between Harrow Lake Limited (the "Client") and Pinewood Ltd (the "Supplier").

1. Definitions

1.1 The following definitions apply in this agreement:

Business Day: a day other than a Saturday or Sunday.

Deliverables: the goods described in clause 2.

1.2 "Fee" has the meaning given in clause 3.1.

2. Supply

2.1 The Supplier shall deliver the Deliverables on a Business Day (and on no other day).

2.2 The Supplier shall:

(a) pack them;

(b) label them; and

(c) insure them.

3. Fee

3.1 The Client shall pay £1,000 a year (the "Fee") for three years from 1 May 2024 to 30 April 2027.

3.2 Payment releases the Client from clause 2.2(b). The cost of packing is borne sixty per cent (60%) by the Supplier \
and forty per cent (40%) by the Client.

4. Law

4.1 This agreement is governed by the law of England.
"""


def kinds(text: str) -> list[str]:
    return [mistake.kind for mistake in proofread(document_of(text, name="contract"))]


def test_nothing_is_said_of_the_contract_itself() -> None:
    assert kinds(CONTRACT) == []


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("bracket", "other day).", "other day."),
        ("bracket", "Day (and on", "Day and on"),
        ("date-length", "three years from", "four years from"),
        ("term-spelling", "deliver the Deliverables", "deliver the Delivrables"),
        ("term-unused", "Business Day: a day", "Project Plan: the plan agreed.\n\nBusiness Day: a day"),
        ("term-twice", "Deliverables: the", "Business Day: any day.\n\nDeliverables: the"),
        ("reference-missing", "clause 2.2(b)", "clause 2.2(e)"),
        ("reference-subject", "given in clause 3.1", "given in clause 2.1"),
        (
            "foreign-name",
            "Payment releases the Client",
            "The drawings are the property of Oldbury Stores Limited. Payment releases the Client",
        ),
        (
            "foreign-name",
            "Payment releases the Client",
            "With Oldbury Stores Limited’s prior written consent the Client",
        ),
        ("term-undefined", "label them; and", "label them as the Service Levels say; and"),
        ("term-undefined", "label them; and", "label them as the Steering Committee says; and"),
        ("total", "forty per cent (40%)", "fifty per cent (50%)"),
    ],
)
def test_kind(kind: str, old: str, new: str) -> None:
    assert CONTRACT.count(old) == 1
    assert kind in kinds(CONTRACT.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # an end on the anniversary, items numbered "a)", an item in the text, and another word that ends otherwise
        ("to 30 April 2027", "to 1 May 2027"),
        ("(c) insure them.", "(c) insure them a) by sea and b) by air."),
        ("(c) insure them.", "(c) insure them, (d) if asked."),
        ("deliver the Deliverables", "deliver the Deliverables by a Deliverer"),
        ("label them; and", "label them as its Audit Committee says; and"),
    ],
)
def test_what_is_no_mistake(old: str, new: str) -> None:
    assert kinds(CONTRACT.replace(old, new)) == []
