"""Decoding on token scores made by hand: one token a word, one column a clause type."""

import numpy as np
import pytest

from legalai.extract.clauses.clause_model import TokenScores
from legalai.extract.clauses.decoding import Decoding, ScoredSpan, decode

LABELS = ("Parties", "Cap On Liability")
TEXT = 'Between "Northwind Ltd" and us. Liability is capped. So are damages. Notices are free.'
SENTENCES = [(0, 31), (32, 52), (53, 68), (69, 86)]


def scores(parties: dict[str, float], cap: dict[str, float]) -> TokenScores:
    words, position = [], 0
    for word in TEXT.split(" "):
        words.append((position, position + len(word)))
        position += len(word) + 1
    probabilities = np.zeros((len(words), 2), dtype=np.float32)
    for row, (start, end) in enumerate(words):
        word = TEXT[start:end].strip('".')
        probabilities[row] = (parties.get(word, 0.0), cap.get(word, 0.0))
    return TokenScores(np.array(words, dtype=np.int32), probabilities)


def found(token_scores: TokenScores, decoding: Decoding, floor: float = 0.01) -> list[tuple[str, str, float]]:
    spans = decode(TEXT, token_scores, SENTENCES, LABELS, decoding, floor=floor)
    return [(span.type, TEXT[span.start : span.end], round(span.score, 2)) for span in spans]


def test_a_name_is_a_phrase_without_its_quotes() -> None:
    assert found(scores({"Northwind": 0.9, "Ltd": 0.7}, {}), Decoding()) == [("Parties", "Northwind Ltd", 0.8)]


def test_a_token_far_below_its_phrase_is_left_out() -> None:
    assert found(scores({"Northwind": 0.9, "Ltd": 0.2}, {}), Decoding(phrase_drop=0.5)) == [
        ("Parties", "Northwind", 0.9)
    ]


def test_a_sentence_scores_by_its_highest_tokens() -> None:
    cap = {"Liability": 0.6, "is": 0.0, "capped": 0.4}
    # Half of three tokens, rounded to even: the best two.
    assert found(scores({}, cap), Decoding(pooled_share=0.5)) == [("Cap On Liability", "Liability is capped.", 0.5)]


def test_neighbouring_sentences_of_one_type_are_one_span() -> None:
    cap = dict.fromkeys(("Liability", "is", "capped", "So", "damages"), 0.9) | {"are": 0.0}
    assert found(scores({}, cap), Decoding()) == [("Cap On Liability", "Liability is capped. So are damages.", 0.9)]


def test_nothing_below_the_floor_is_given() -> None:
    cap = {"Notices": 0.04, "are": 0.0, "free": 0.04}
    assert found(scores({}, cap), Decoding(), floor=0.05) == []


@pytest.mark.parametrize(("offset", "expected"), [(0.0, 0.8), (-1.3863, 0.5)])
def test_calibration_moves_the_score_and_not_the_span(offset: float, expected: float) -> None:
    decoding = Decoding(slopes=(1.0, 1.0), offsets=(offset, 0.0))
    assert found(scores({"Northwind": 0.8, "Ltd": 0.8}, {}), decoding) == [("Parties", "Northwind Ltd", expected)]


def test_the_best_span_comes_first() -> None:
    spans = decode(TEXT, scores({"us": 0.3}, {"Liability": 0.8, "is": 0.8}), SENTENCES, LABELS, Decoding(), floor=0.01)
    assert [span.type for span in spans] == ["Cap On Liability", "Parties"]
    assert isinstance(spans[0], ScoredSpan)
