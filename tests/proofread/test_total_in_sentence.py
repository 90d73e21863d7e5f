"""Parts that a sentence gives of a sum come to that sum."""

import pytest

from legalai.ingest.text import document_of
from legalai.proofread.proofread import proofread


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("The price is GBP 900, being GBP 500 for flour and GBP 300 for oats.", True),
        ("The fee is $1,200, made up of $700 for design and $600 for testing.", True),
        ("The price is $900, being $600 for flour and $300 for oats.", False),
        ("The deposit is EUR 900, being EUR 450 for each of two months.", False),
    ],
)
def test_parts(sentence: str, wrong: bool) -> None:
    document = document_of(f"SALE\n\n1. Price\n\n1.1 {sentence}\n", name="sale.txt")
    assert any(mistake.kind == "total" for mistake in proofread(document)) == wrong
