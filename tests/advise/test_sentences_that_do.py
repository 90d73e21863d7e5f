"""A sentence counts for the law where somebody does something in it, by whatever verb it is told."""

import pytest

from legalai.advise.acting_for import take_side
from legalai.advise.reading import Reading
from tests.advise.builders import contract_of, document_of


def _passages(text: str, phrase: str) -> int:
    document = document_of(text)
    contract = contract_of(document)
    return len(Reading(document, contract, take_side(contract, None)).passages((phrase,)))


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("4. The Supplier furnishes the scoring model that the Customer builds in.", "scoring model"),
        ("5. Overdue accounts carry a finance charge of four percent each month.", "finance charge"),
        ("6. Retainage: 7.5 percent of each application for payment.", "retainage"),
        ("7. The tool drafts letters for the Customer.", "letters"),
    ],
)
def test_a_sentence_in_the_present_tense_is_read(text: str, phrase: str) -> None:
    assert _passages(text, phrase) == 1


def test_a_heading_is_not() -> None:
    assert _passages("Finance charges and other sums", "finance charges") == 0
