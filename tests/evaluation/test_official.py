"""The scorer's arithmetic, against counts worked out by hand."""

import pytest

from legalai.evaluation.official import Curve, curve, jaccard


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("the fee is due", "the fee is due", 1.0),
        ("The fee, is due.", "the fee is due", 1.0),  # case and . , ; : do not count
        ("and/or", "and or", 1.0),  # a slash parts words
        ("a b c", "b c d", 0.5),
        ("a b", "c d", 0.0),
        ('"fee"', "fee", 0.0),  # quotes do count
    ],
)
def test_jaccard(one: str, other: str, expected: float) -> None:
    assert jaccard(one, other) == expected


def at(threshold_index: int, result: Curve) -> tuple[float, float]:
    return result.precisions[threshold_index], result.recalls[threshold_index]


def test_counts_by_threshold() -> None:
    answers = {"c__Cap On Liability": ["a b c", "d e f"], "c__Insurance": []}
    predictions = {"c__Cap On Liability": {"a b c": 0.995, "x y z": 0.5}, "c__Insurance": {"d": 0.2}}
    result = curve(answers, predictions)
    assert at(1, result) == (1.0, 0.5)  # above 0.99: one of two labels, nothing wrong
    assert at(-1, result) == (pytest.approx(1 / 3), 0.5)  # above 0: two wrong texts with it
    assert result.aupr == pytest.approx(0.5)
    assert result.precision_at(0.5) == 1.0
    assert result.precision_at(0.8) == 0.0


def test_a_prediction_that_holds_a_party_counts_only_under_the_rule() -> None:
    answers = {"c__Parties": ["Northwind"]}
    predictions = {"c__Parties": {"Northwind Traders Limited of London": 0.9}}
    assert curve(answers, predictions).recalls[-1] == 1.0
    assert curve(answers, predictions, parties_rule=False).recalls[-1] == 0.0


def test_two_predictions_of_one_label_are_one_hit() -> None:
    result = curve({"q": ["a b c d"]}, {"q": {"a b c": 0.9, "b c d": 0.8}})
    assert at(-1, result) == (1.0, 1.0)


def test_precision_is_made_monotone_before_the_area() -> None:
    answers = {"q": ["a"], "r": ["b"]}
    predictions = {"q": {"z": 0.9, "a": 0.8}, "r": {"b": 0.7}}
    result = curve(answers, predictions)
    # Points: (1, 0), (0/1, 0), (1/2, 1/2), (2/3, 1); the monotone hull is 2/3 from the left, after the anchor.
    assert result.aupr == pytest.approx(2 / 3)


def test_a_threshold_keeps_what_is_greater_only() -> None:
    assert curve({"q": ["a"]}, {"q": {"a": 0.0}}).recalls[-1] == 0.0
