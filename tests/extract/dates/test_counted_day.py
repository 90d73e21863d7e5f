"""A day that is counted from another is not the other: it is computed with its proof, or not told."""

from datetime import date

import pytest

from legalai.extract.dates.key_dates import find_key_dates
from legalai.extract.segmentation.sentences import find_passages
from legalai.schema import KeyDates
from tests.extract.builders import document_from_text

MADE = "This Services Agreement is made on 1 March 2025 between Alder Ltd and Birch Ltd.\n"


def key_dates(text: str) -> KeyDates:
    passages = find_passages(document_from_text(MADE + text))
    return find_key_dates(
        passages, (), parties=(), defined_terms=(), governing_law=None, as_of=date(2025, 5, 1)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("This Agreement takes effect thirty (30) days after the date of this Agreement.", "2025-03-31"),
        ("This Agreement shall become effective three months after the date of this Agreement.", "2025-06-01"),
        ('"Effective Date" means the date falling 10 days after 14 April 2025.', "2025-04-24"),
        ('"Effective Date" means the day two weeks following 14 April 2025.', "2025-04-28"),
        ("This Agreement shall become effective on 14 April 2025.", "2025-04-14"),
        ("This Agreement takes effect on the date of this Agreement.", "2025-03-01"),
    ],
)
def test_it_is_computed_from_the_day_named(text: str, day: str) -> None:
    found = key_dates(text)
    assert str(found.effective_date.value) == day
    if found.effective_date.status == "computed":
        assert any(step.step == "effective date" and step.result == day for step in found.proof)


@pytest.mark.parametrize(
    "text",
    [
        '"Effective Date" means the fifth Business Day after 14 April 2025.',
        '"Effective Date" means the day ten Business Days after 14 April 2025.',
        "This Agreement takes effect five (5) working days after the date of this Agreement.",
    ],
)
def test_business_days_are_not_guessed(text: str) -> None:
    found = key_dates(text).effective_date
    assert (found.value, found.status) == (None, "absent")
    assert "counted from another day" in (found.reason or "")
