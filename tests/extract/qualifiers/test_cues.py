import time

import pytest

from legalai.extract.qualifiers.backward import find_backward
from legalai.extract.qualifiers.cues import find_phrases
from legalai.extract.qualifiers.references import find_references


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Except as set forth in Section 9.3, Buyer shall pay in advance.",
            [("exception", "Except as set forth in Section 9.3")],
        ),
        (
            "Subject to Sections 4, 5 and 6, Licensor grants a license.",
            [("subordinate", "Subject to Sections 4, 5 and 6")],
        ),
        (
            "Except as otherwise set out in this Agreement, neither this Agreement, nor any right, may be assigned.",
            [("exception", "Except as otherwise set out in this Agreement")],
        ),
        (
            "Buyer shall pay on time; provided, however, that it may set off its claims.",
            [("condition", "provided, however, that it may set off its claims.")],
        ),
        (
            "a license that is non-transferable (except as provided in Section 7) and free of charge",
            [("exception", "except as provided in Section 7")],
        ),
        ("No person other than the Buyer may enter.", [("exception", "other than the Buyer may enter.")]),
        ("It expires unless renewed; notices are in writing.", [("exception", "unless renewed")]),
        (
            "Notwithstanding anything to the contrary in Section 4, as between the parties, and pursuant to Section 5, \
Seller shall own it.",
            [("override", "Notwithstanding anything to the contrary in Section 4")],
        ),
        (
            "Seller may enter but in no event at night.",
            [("limit", "in no event at night.")],
        ),
        ("without prejudice to Section 8, Seller may sue.", [("preservation", "without prejudice to Section 8")]),
        ("In no event shall Seller be liable.", []),
        ("Buyer becomes subject to a bankruptcy petition.", []),
        ("The parties are subject to the jurisdiction of the courts.", []),
        ("the laws of any place other than the State of Delaware", []),
        ("An exceptional provided meal.", []),
    ],
)
def test_phrases(text: str, found: list[tuple[str, str]]) -> None:
    assert [(phrase.kind, text[phrase.start : phrase.end]) for phrase in find_phrases(text)] == found


@pytest.mark.parametrize(
    ("text", "aims"),
    [
        ("Notwithstanding the foregoing, Buyer may pay later.", ["foregoing"]),
        ("Notwithstanding the preceding sentence, Buyer may pay later.", ["sentence_before"]),
        ("However, Buyer may pay later.", ["sentence_before"]),
        ("The foregoing restriction shall not apply to samples.", ["foregoing"]),
        ("This limitation of liability will not apply to fraud.", ["foregoing"]),
        ("Notwithstanding anything to the contrary in this Agreement, Buyer may pay later.", ["everything"]),
        ("Notwithstanding anything to the contrary, Buyer may pay later.", ["everything"]),
        ("Notwithstanding anything to the contrary in the Seller Terms, Buyer may pay later.", []),
        ("Nothing in this Agreement shall prevent Buyer from paying later.", ["everything"]),
        ("The exclusions of liability set out here do not apply to fraud.", ["liability"]),
        ("The United Nations convention shall not apply.", []),
        ("Notwithstanding that the goods are late, Buyer shall pay.", []),
    ],
)
def test_what_a_sentence_speaks_of(text: str, aims: list[str]) -> None:
    assert [statement.aim for statement in find_backward(text, find_phrases(text), ())] == aims


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        " ",
        "(",
        ")",
        ",",
        "Section 1 ",
        "Section 1, ",
        "Sections 1, 2 and ",
        "this ",
        "subject to ",
        "except (",
        "(a) ",
        "1.1.",
        "I",
        "notwithstanding ",
        "Aa ",
        "the terms of ",
        "provided ",
        "nothing in ",
        "in no event ",
        "may in no event ",
    ],
)
def test_linear_time(unit: str) -> None:
    text = f"Section 5 {unit * (100_000 // len(unit))}"
    began = time.process_time()
    find_references(text[:20_000])
    find_phrases(text[:20_000])
    short = time.process_time() - began
    began = time.process_time()
    find_references(text)
    find_backward(text, find_phrases(text), ())
    assert time.process_time() - began < 5 * (short + 0.5)
