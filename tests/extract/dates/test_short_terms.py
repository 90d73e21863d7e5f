"""A term that stands alone under its heading, or runs from the contract's own date."""

from datetime import date

import pytest

from legalai.extract.dates.key_dates import find_key_dates
from legalai.extract.segmentation.sentences import find_passages
from tests.extract.builders import document_from_text
from tests.extract.dates.key_dates_reader import TODAY

MADE = (
    'This Agreement is made on 15 January 2025 (the "Effective Date") between Acme Ltd ("Supplier") and Widget Ltd '
    '("Customer").'
)


@pytest.mark.parametrize(
    ("term", "end"),
    [
        ("1. Term. One year from the Effective Date.", date(2026, 1, 15)),
        ("1. Term\nTwo (2) years.", date(2027, 1, 15)),
        ("2. Duration. Three years, starting on 1 March 2025.", date(2028, 3, 1)),
        ("5. Term of Agreement. Twelve months, renewable by agreement.", date(2026, 1, 15)),
        ("Term: one year from its date.", date(2026, 1, 15)),
        ("The term is one year from the above date.", date(2026, 1, 15)),
        # What else may open a clause on the term.
        ("6. Term. Thirty days' notice ends it.", None),
        ("7. Term. Ninety (90) days after delivery, the buyer may return it.", None),
        ("8. Term. One year. The pilot ends with it.\n9. Term. Two years for the main services.", None),
    ],
)
def test_a_term_in_few_words(term: str, end: date | None) -> None:
    passages = find_passages(document_from_text(f"{MADE}\n{term}\n20. Notices\nNotices are given in writing.\n"))
    found = find_key_dates(passages, (), parties=(), defined_terms=(), governing_law=None, as_of=TODAY)
    assert found.expiration_date.value == end
