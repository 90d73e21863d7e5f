"""The figures on three small contracts, worked out by hand."""

from dataclasses import dataclass

import pytest

from legalai.evaluation.clauses import ScoredContract, answers, measure, predictions
from legalai.evaluation.cuad import LabelledContract, LabelledSpan
from legalai.extract.clauses.finder import ScoredSpan
from legalai.labels import CUAD_CATEGORIES

TEXT = "Liability is capped at the fees paid. Either party may audit. Liability is capped at the fees paid."
CAP, AUDIT = (0, 37), (38, 61)


@dataclass(frozen=True)
class Model:
    name: str = "test"
    sha256: str = "0" * 64


def contract(title: str, *labels: tuple[str, tuple[int, int]]) -> LabelledContract:
    spans = tuple(LabelledSpan(category, start, end) for category, (start, end) in labels)
    return LabelledContract(title, TEXT, spans, {c: f"{title}__{c}" for c in CUAD_CATEGORIES})


def said(*spans: tuple[str, tuple[int, int], float]) -> tuple[ScoredSpan, ...]:
    return tuple(ScoredSpan(category, start, end, score) for category, (start, end), score in spans)


def test_every_question_is_answered_and_a_repeated_text_keeps_its_best() -> None:
    scored = [
        ScoredContract(contract("one"), said(("Cap On Liability", CAP, 0.9), ("Cap On Liability", (62, 99), 0.2)))
    ]
    result = predictions(scored)
    assert len(result) == len(CUAD_CATEGORIES)
    assert result["one__Cap On Liability"] == {"Liability is capped at the fees paid.": 0.9}
    assert result["one__Insurance"] == {}


def test_unlikely_spans_keep_their_order_on_steps_of_their_own() -> None:
    spans = (("Audit Rights", CAP, 0.06), ("Audit Rights", AUDIT, 0.008), ("Audit Rights", (38, 50), 0.003))
    likely, unlikely, least = predictions([ScoredContract(contract("one"), said(*spans))])["one__Audit Rights"].values()
    assert likely == 0.06
    assert 0.05 > unlikely > 0.015 > least > 0.01


def test_figures() -> None:
    scored = [
        ScoredContract(contract("one", ("Cap On Liability", CAP)), said(("Cap On Liability", CAP, 0.8))),
        ScoredContract(contract("two", ("Audit Rights", AUDIT)), said(("Audit Rights", (38, 50), 0.1))),
        ScoredContract(contract("three"), said(("Insurance", AUDIT, 0.6))),
    ]
    figures = measure(scored, Model())
    assert (figures.contracts, figures.labels) == (3, 2)
    # "Either party" shares half of the words of the audit sentence, and is said with 0.1 only.
    assert figures.categories["Cap On Liability"].miss_rate == 0.0
    assert figures.categories["Audit Rights"].miss_rate == 1.0
    assert figures.categories["Insurance"].precision == 0.0
    # Above 0.65: the cap is whole and right, the audit label missed, nothing said wrongly: 2 / (2 + 1).
    assert figures.whole_question_f1 == pytest.approx(2 / 3, abs=1e-4)
    assert answers(scored)["two__Audit Rights"] == ["Either party may audit."]


def test_a_label_is_inside_neighbouring_spans() -> None:
    both = (CAP[0], AUDIT[1])
    spans = said(("Cap On Liability", CAP, 0.9), ("Cap On Liability", AUDIT, 0.9))
    covered = measure([ScoredContract(contract("one", ("Cap On Liability", both)), spans)], Model())
    assert covered.whole_question_f1 == 1.0
    half = measure([ScoredContract(contract("one", ("Cap On Liability", both)), spans[:1])], Model())
    assert half.whole_question_f1 == 0.0


def test_calibration_error_is_the_gap_between_scores_and_hits() -> None:
    scored = [
        ScoredContract(contract(f"c{i}", *([("Insurance", AUDIT)] if i % 2 else [])), said(("Insurance", AUDIT, 0.7)))
        for i in range(30)
    ]
    assert measure(scored, Model()).expected_calibration_error == pytest.approx(0.2, abs=1e-3)
