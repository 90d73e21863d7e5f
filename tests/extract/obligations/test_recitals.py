"""What stands under a heading of recitals binds nobody; what is agreed after it does."""

import pytest

from tests.extract.obligations.duties import duties


@pytest.mark.parametrize(
    "texts",
    [
        ("RECITALS", "A. The Customer must rely on help.", "B. The Supplier shall help.", "1. Services"),
        ("BACKGROUND", "(A) The Supplier may sell pumps.", "(B) The Customer will buy them.", "AGREED TERMS"),
        ("INTRODUCTION", "The Supplier agrees to make pumps.", "The parties agree as follows:"),
        ("WHEREAS:", "(1) the Customer will need pumps;", "(2) the Supplier shall make them;", "NOW, THEREFORE"),
        ("PREAMBLE", "The Customer must receive water.", "Article 1. Supply"),
        ("W I T N E S S E T H:", "The Supplier is obliged to keep a licence.", "It is agreed:"),
        ("Recitals", "1. The Customer must buy pumps.", "2. The Supplier shall make them.", "It is agreed:"),
        ("Background", "The Customer will use the pumps.", "1. Definitions"),
    ],
)
def test_recitals_bind_nobody(texts: tuple[str, ...]) -> None:
    found = duties(*texts, "1.1 The Supplier shall repair the pumps.")
    assert [duty.action for duty in found] == ["repair the pumps"]


def test_sentence_that_agrees_binds_behind_recitals() -> None:
    [duty] = duties("WHEREAS:", "the Customer will need pumps;", "NOW THEREFORE the Supplier shall deliver the pumps.")
    assert duty.action == "deliver the pumps"


@pytest.mark.parametrize(
    "texts",
    [
        ("1. Background Checks", "1.1 The Supplier shall repair the pumps."),
        ("Background", "The Supplier shall repair the pumps."),
        ("1. Introduction", "1.1 The Supplier shall repair the pumps."),
        ("Background checks apply: the Supplier shall repair the pumps.",),
    ],
)
def test_clauses_that_share_a_word_with_recitals_bind(texts: tuple[str, ...]) -> None:
    assert [duty.action for duty in duties(*texts)] == ["repair the pumps"]
