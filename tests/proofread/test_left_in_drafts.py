"""Notes, comments of a margin and blanks of dots that a draft still holds."""

import pytest

from legalai.ingest.text import document_of
from legalai.proofread.proofread import proofread

DRAFT = """SUPPLY AGREEMENT

Contents

1. Supply of the goods .............................. 1
2. Law .............................. 2

This Agreement is made on 1 March 2024 between Harrow Lake Limited (the "Client") and Pinewood Ltd (the "Supplier").

1. Supply of the goods

1.1 The Supplier shall deliver the goods within five days, and the Client shall pay for them.

1.2 {sentence}

2. Law

2.1 This agreement is governed by the law of England.

Signed by ............................ for the Client
"""


def told(sentence: str) -> list[tuple[str, str]]:
    found = proofread(document_of(DRAFT.format(sentence=sentence), name="draft.txt"), kinds={"blank", "drafting-note"})
    return [(each.kind, each.citations[0].text) for each in found]


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        ("The Client shall pay ** ADD PRICE ** for the goods.", "** ADD PRICE **"),
        ("The Client shall pay **insert the price** in advance.", "**insert the price**"),
        ("The Client shall pay the price. Comment [JB1]: is this agreed?", "Comment [JB1]: is this agreed?"),
        ("The Client shall pay the price Commented [AB12] in advance.", "Commented [AB12]"),
        ("The price is £500 (Note: client to confirm the figure).", "(Note: client to confirm the figure)"),
        ("The price is £500 (Note to draft: is it net?) on demand.", "(Note to draft: is it net?)"),
        ("The price is £500 (NB: discuss with the other side).", "(NB: discuss with the other side)"),
        ("The price is £500 (Note – is that right?) on demand.", "(Note – is that right?)"),
        ("The price is £500 (JB to check) on demand.", "(JB to check)"),
        ("The price is £500 (to be confirmed) on demand.", "(to be confirmed)"),
    ],
)
def test_a_note(sentence: str, note: str) -> None:
    assert told(sentence) == [("drafting-note", note)]


@pytest.mark.parametrize(
    ("sentence", "blank"),
    [
        ("The Client shall pay £......... for the goods.", "........."),
        ("The sum of …………… is due on delivery.", "……………"),
        ("The Client shall pay within …… days of the invoice.", "……"),
        ("The Client shall repay . . . . . . . . per cent of it.", ". . . . . . . ."),
        ("The Supplier shall deliver the goods on ............... 2024.", "..............."),
    ],
)
def test_a_blank_of_dots(sentence: str, blank: str) -> None:
    assert told(sentence) == [("blank", blank)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Client shall pay £500 (Note: prices to be reviewed annually) on demand.",
        "The Client shall pay £500 (except for notes to a bank loan) on demand.",
        "The delivery date (to be confirmed in writing by the Client) is fixed.",
        "The Client (or a carrier to provide the packing) shall collect them.",
        "The Supplier may add *** goods and *** more.",
        "**Delete Data** The Supplier shall delete data on demand.",
        "The tender says: “The goods . . . . . . . are new”.",
        "The price list follows (see Delivery of the goods .......... 14",
        "The Client shall pay NTD 1.2 million for the goods, and NTD$5,000 for the packing.",
        "The Client shall pay an additional fee (to be determined) for repairs.",
        "The Client shall give access (Note: Client to provide the badges).",
        "A comment [1] is of no effect.",
    ],
)
def test_what_may_stand(sentence: str) -> None:
    assert told(sentence) == []
