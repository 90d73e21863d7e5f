"""The last client's name, left in a reused draft, wherever only a party can stand."""

import pytest

from legalai.ingest.text import document_of
from legalai.proofread.proofread import proofread

DRAFT = """SUPPLY AGREEMENT

This Agreement is made on 1 March 2024 between Harrow Lake Limited (the "Client") and Pinewood Ltd (the "Supplier").

1. Supply

1.1 The Supplier shall deliver the goods within five days, and the Client shall pay for them.

1.2 {sentence}
"""


def names_told(sentence: str) -> list[str]:
    found = proofread(document_of(DRAFT.format(sentence=sentence), name="draft.txt"), kinds={"foreign-name"})
    return [each.citations[0].text for each in found]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The Supplier shall deliver all spare parts to Marlow Retail Limited on time.", "Marlow Retail Limited"),
        ("The Supplier licenses the drawings to Marlow Retail plc for its own use.", "Marlow Retail plc"),
        ("This Agreement binds Marlow Retail Limited and its affiliates.", "Marlow Retail Limited"),
        ("The Supplier shall indemnify Marlow Retail Limited against loss.", "Marlow Retail Limited"),
        ("Marlow Retail Limited's prior written consent is needed.", "Marlow Retail Limited"),
        ("Marlow Retail shall pay the Supplier on time.", "Marlow Retail"),
        ("The Supplier shall indemnify Marlow against any loss.", "Marlow"),
        ("The Supplier shall notify Marlow of any delay.", "Marlow"),
        ("Every sum is payable to Marlow within ten days.", "Marlow"),
        ("Marlow Retail Ltd agrees to pay.", "Marlow Retail Ltd"),
    ],
)
def test_it_is_told_whole(sentence: str, name: str) -> None:
    assert names_told(sentence) == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Supplier shall deliver the goods to Harrow Lake Limited on time.",
        "The Supplier pays its dues to the Chamber of Commerce.",
        "The Receiving Party shall keep the drawings secret.",
        "Delivery Notes shall be kept.",
        'The Supplier shall pay the duty to Marlow Freight Ltd, a forwarder (the "Forwarder").',
    ],
)
def test_who_belongs_there_is_not(sentence: str) -> None:
    assert names_told(sentence) == []


def test_a_slip_in_a_partys_own_name_says_which_is_meant() -> None:
    text = DRAFT.format(sentence="Pinewod Ltd shall issue each invoice by e-mail.")
    [mistake] = proofread(document_of(text, name="draft.txt"), kinds={"foreign-name"})
    assert [each.text for each in mistake.citations] == ["Pinewod Ltd", "Pinewood Ltd"]
    assert "the party is “Pinewood Ltd”" in mistake.sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "The Supplier shall indemnify Harrow against any loss.",
        "The Supplier shall indemnify Employees against any loss of employees.",
        "The Supplier shall notify Marlow, Inc. of any recall that concerns it.",
    ],
)
def test_a_short_name_of_a_party_a_class_and_a_third_company_may_be_named(sentence: str) -> None:
    assert names_told(sentence) == []
