import pytest

from legalai.extract.defined_terms import find_defined_terms
from legalai.extract.segmentation.sentences import find_passages
from tests.extract.builders import document_from_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Fees" means the fees in Schedule 2.', ["Fees"]),
        ("“Net Sales” shall mean gross sales less returns.", ["Net Sales"]),
        ('"Control" or "Controlled" has the meaning set out in clause 3.', ["Control", "Controlled"]),
        (
            'The Buyer pays a monthly sum (the "Retainer") and costs (collectively, the "Charges").',
            ["Retainer", "Charges"],
        ),
        ("1.1 Confidential Information shall mean all secrets.", ["Confidential Information"]),
        ("Term | means the period in clause 2\nWorks | has the meaning in the Act", ["Term", "Works"]),
        ('It is sold "as is" and called "good".', []),
    ],
)
def test_terms(text, expected):
    found = find_defined_terms(find_passages(document_from_text(text)))
    assert [term.term for term in found] == expected
    assert all(text[term.start : term.end] == term.text for term in found)


def test_the_explanation_is_quoted_rather_than_the_pointer_to_it():
    text = (
        '"Claim" has the meaning set forth in Section 9.\n9. Claims. Each demand of a third party (a "Claim") counts.'
    )
    (claim,) = find_defined_terms(find_passages(document_from_text(text)))
    assert claim.text == 'Each demand of a third party (a "Claim")'
    assert claim.number == "9"
