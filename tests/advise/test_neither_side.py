"""A party that neither buys nor sells asks for what both sides may, in no words that name a side of a trade."""

from datetime import date

import pytest

from legalai.advise.acting_for import take_side
from legalai.advise.findings import raised_at
from legalai.advise.points import proposals
from legalai.advise.reading import Reading
from legalai.advise.triggering import Match
from legalai.jurisdictions import Rule
from tests.advise.builders import contract_of, document_of, party

TEXT = (
    'This Alliance Agreement is between Alder Works Inc. ("Alder") and Birch Stores Inc. ("Birch").\n'
    "1. Each party hereby waives trial by jury.\n"
)


def rule(wording: str) -> Rule:
    return Rule.model_validate(
        {
            "id": "x-1",
            "title": "T",
            "focus": "forum",
            "clause_types": ["Governing Law"],
            "effect": "void",
            "statement": "S.",
            "check": "C.",
            "party_view": "both",
            "ask": {"both": {"text": "A.", "wording": wording}},
            "when": [{"passage": ["jury"]}],
            "authorities": [{"cite": "Act s.1", "as_of": date(2026, 1, 1)}],
        }
    )


@pytest.mark.parametrize(
    ("wording", "asked"),
    [
        ("Each party keeps its right to a jury.", True),
        ("Nothing in {{ agreement }} waives trial by jury.", True),
        ("{{ customer }} keeps its right to a jury.", False),
        ("Only {{supplier}} waives trial by jury.", False),
    ],
)
def test_what_becomes_a_point(wording: str, asked: bool) -> None:
    document = document_of(TEXT)
    parties = (party(TEXT, "Alder Works Inc.", "Alder"), party(TEXT, "Birch Stores Inc.", "Birch"))
    contract = contract_of(document, parties=parties)
    reading = Reading(document, contract, take_side(contract, "Alder"))
    raised = raised_at(rule(wording), Match(subjects=reading.passages(("jury",))))
    assert bool(proposals(reading, [], [raised], str)) is asked
