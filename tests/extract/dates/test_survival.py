"""How long each section outlives the contract, where one sentence says it of several."""

import pytest

from tests.extract.dates.key_dates_reader import OPENING, read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Clauses 4, 5 and 7 survive termination; clause 4 for five years after it.",
            {"section 4": "5 years", "section 5, 7": "no length is stated"},
        ),
        (
            "Sections 4 and 5 survive termination for two years, and Section 7 without limit.",
            {"section 4, 5": "2 years", "section 7": "without end"},
        ),
        (
            "Sections 5, 6 and 8 survive termination for 3 years, except that Section 8 survives indefinitely.",
            {"section 5, 6": "3 years", "section 8": "without end"},
        ),
        ("Sections 4, 5 and Section 7 survive expiry for three years.", {"section 4, 5, 7": "3 years"}),
        ("For five years after the end, Sections 4 and 5 survive.", {"section 4, 5": "5 years"}),
        ("The duty of confidence survives for three years.", {"what the words name": "3 years"}),
        ("The warranty survives for three years after delivery.", {}),
    ],
)
def test_each_section_has_its_own_length(text: str, told: dict[str, str]) -> None:
    clocks = [clock.what.split(" outlives the contract: ") for clock in read(OPENING, text).clocks]
    assert {each[0]: each[1] for each in clocks if len(each) == 2} == told
