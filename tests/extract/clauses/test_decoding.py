"""Decoding on scores made by hand: one token a word, one column a clause type."""

import numpy as np
import pytest

from legalai.extract.clauses.clause_model import TokenScores
from legalai.extract.clauses.decoding import EVIDENCE, Decoding, Readings, Sentences, decode
from legalai.extract.hints import Hint

LABELS = ("Parties", "Cap On Liability")
TEXT = 'Between "Northwind Ltd" and us. Liability is capped. So are damages. Notices are free.'
BOUNDS = [(0, 31), (32, 52), (53, 68), (69, 86)]
TOKENS_ALONE = Decoding(
    pooled_share=0.5,
    token_weight=1.0,
    join_above=0.0,
    join_weight=1.0,
    phrase_floor=0.1,
    phrase_drop=0.3,
    faintest=-4.0,
)


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


def sentences(
    lexical: dict[int, float] | None = None, joins: tuple[float, float, float] = (0.0, 0.0, 0.0)
) -> Sentences:
    """The four sentences and the logits of their joins; `lexical` gives the second type's logit for some of them."""
    logits = np.zeros((4, 2), dtype=np.float32)
    for row, value in (lexical or {}).items():
        logits[row, 1] = value
    return Sentences(np.array(BOUNDS, dtype=np.int64), logits, np.array(joins))


def read(
    token_scores: TokenScores,
    decoding: Decoding = TOKENS_ALONE,
    lexical: dict[int, float] | None = None,
    hints: tuple[Hint, ...] = (),
    joins: tuple[float, float, float] = (0.0, 0.0, 0.0),
):
    return decode(TEXT, token_scores, sentences(lexical, joins), labels=LABELS, decoding=decoding, hints=hints)


def found(readings: Readings) -> list[tuple[str, str, float]]:
    fused = 1 / (1 + np.exp(-readings.evidence[:, EVIDENCE.index("fused")]))
    return [
        (LABELS[column], TEXT[start:end], round(float(score), 2))
        for column, (start, end), score in zip(readings.columns, readings.bounds, fused, strict=True)
    ]


def changed(**values: float) -> Decoding:
    kept = {name: getattr(TOKENS_ALONE, name) for name in Decoding.__slots__}
    return Decoding(**(kept | values))


def test_a_name_is_a_phrase_without_its_quotes() -> None:
    assert found(read(scores({"Northwind": 0.9, "Ltd": 0.7}, {}))) == [("Parties", "Northwind Ltd", 0.8)]


def test_a_hint_is_read_as_it_stands_and_says_its_kind() -> None:
    start = TEXT.index("Northwind")
    hints = (Hint("Parties", "named", start, start + len("Northwind Ltd")), Hint("Parties", "short", 0, 7))
    readings = read(scores({"Northwind": 0.9}, {}), hints=hints)
    assert found(readings) == [("Parties", "Northwind Ltd", 0.45)]  # "Between" is fainter than the faintest
    assert (
        dict(zip(EVIDENCE, readings.evidence[0], strict=True)).items() >= {"named": 1, "short": 0, "whole": 0}.items()
    )


def test_a_token_far_below_its_phrase_is_left_out() -> None:
    readings = read(scores({"Northwind": 0.9, "Ltd": 0.2}, {}), changed(phrase_drop=0.5))
    assert found(readings) == [("Parties", "Northwind", 0.9)]


def test_a_sentence_scores_by_its_highest_tokens() -> None:
    cap = {"Liability": 0.6, "is": 0.0, "capped": 0.4}
    # Half of three tokens, rounded to even: the best two.
    assert found(read(scores({}, cap))) == [("Cap On Liability", "Liability is capped.", 0.5)]


def test_neighbouring_sentences_of_one_type_are_one_span() -> None:
    cap = dict.fromkeys(("Liability", "is", "capped", "So", "damages"), 0.9) | {"are": 0.0}
    readings = read(scores({}, cap))
    assert found(readings) == [("Cap On Liability", "Liability is capped. So are damages.", 0.9)]
    assert readings.evidence[0, EVIDENCE.index("sentences")] == 2


def test_sentences_of_one_type_that_do_not_go_together_are_two_spans() -> None:
    cap = dict.fromkeys(("Liability", "is", "capped", "So", "damages"), 0.9) | {"are": 0.0}
    readings = read(scores({}, cap), joins=(0.0, -2.5, 0.0))
    assert [text for _, text, _ in found(readings)] == ["Liability is capped.", "So are damages."]
    # 2.2, the logit of 0.9, less 2.5: they were nearly joined. Nothing was to be joined with the others.
    assert readings.evidence[:, EVIDENCE.index("beyond")] == pytest.approx(1 / (1 + np.exp(0.3)), abs=0.01)


def test_a_weak_sentence_goes_with_the_one_that_leads_it_in() -> None:
    cap = dict.fromkeys(("Liability", "is", "capped"), 0.9) | dict.fromkeys(("So", "damages"), 0.1)
    (span,) = found(read(scores({}, cap), joins=(0.0, 2.5, 0.0)))
    assert span == ("Cap On Liability", "Liability is capped. So are damages.", 0.9)


@pytest.mark.parametrize(("logit", "score"), [(2.1972, 0.75), (-2.1972, 0.25)])
def test_words_move_the_score_of_a_sentence_by_their_weight(logit: float, score: float) -> None:
    cap = dict.fromkeys(("Liability", "is", "capped"), 0.5)
    readings = read(scores({}, cap), changed(token_weight=0.5, join_above=9.0), {1: logit})
    assert ("Cap On Liability", "Liability is capped.", score) in found(readings)


def test_a_sentence_knows_what_its_neighbours_score() -> None:
    cap = dict.fromkeys(("Liability", "is", "capped"), 0.3) | dict.fromkeys(("So", "damages"), 0.1)
    first, second = read(scores({}, cap)).evidence
    assert first[EVIDENCE.index("after")] == pytest.approx(second[EVIDENCE.index("fused")])
    assert second[EVIDENCE.index("before")] == pytest.approx(first[EVIDENCE.index("fused")])


def test_what_is_fainter_than_the_faintest_is_not_read() -> None:
    assert found(read(scores({}, {"Notices": 0.04, "free": 0.04}), changed(faintest=-3.0))) == []


def test_the_readings_of_a_section_move_with_it() -> None:
    readings = read(scores({"us": 0.9}, {}))
    assert (readings.moved(100).bounds == readings.bounds + 100).all()
    assert len(Readings.joined([readings, readings.moved(100)]).columns) == 2 * len(readings.columns)
