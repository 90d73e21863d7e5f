"""The CUAD scorer's arithmetic, so that our figures and published ones mean the same.

Source: `evaluate.py` of TheAtticusProject/cuad (Hendrycks et al. 2021), whose rules are kept even where one might
choose otherwise: a predicted text counts when its word Jaccard with a label is at least 0.5; all categories are pooled;
for Parties a prediction that contains a label counts too; precision is made monotone before the area is taken.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

IOU_THRESHOLD = 0.5
THRESHOLDS: tuple[float, ...] = (*(float(t) for t in np.arange(0.99, 0, -0.01)), 0.001, 0.0)

# {question id: {predicted text: probability}} and {question id: labelled texts}
Predictions = Mapping[str, Mapping[str, float]]
Answers = Mapping[str, Sequence[str]]


def jaccard(one: str, other: str) -> float:
    """Overlap of two texts as sets of words, as the official scorer cuts words."""
    a, b = _words(one), _words(other)
    return len(a & b) / len(a | b)


def matches(label: str, predicted: str, *, substring_counts: bool) -> bool:
    """Whether a predicted text counts as a label found."""
    return (substring_counts and label in predicted) or jaccard(label, predicted) >= IOU_THRESHOLD


def _words(text: str) -> frozenset[str]:
    for mark in ".,;:":
        text = text.replace(mark, "")
    return frozenset(text.lower().replace("/", " ").split(" "))


@dataclass(frozen=True, slots=True)
class _Question:
    """What one question adds to the counts, as probabilities at which it does.

    `found` holds for each label the best probability of a prediction that matches it (-1 where none does), `false`
    those of predictions that match no label.
    """

    found: tuple[float, ...]
    false: tuple[float, ...]


def _question(labels: Sequence[str], predictions: Mapping[str, float], *, substring_counts: bool) -> _Question:
    hits = {p: [matches(label, p, substring_counts=substring_counts) for label in labels] for p in predictions if p}
    found = tuple(max((predictions[p] for p in hits if hits[p][i]), default=-1.0) for i in range(len(labels)))
    return _Question(found, tuple(predictions[p] for p in hits if not any(hits[p])))


@dataclass(frozen=True, slots=True)
class Curve:
    """Precision and recall over `THRESHOLDS`, from strict to lax, with the scorer's anchor (1, 0) in front."""

    precisions: tuple[float, ...]
    recalls: tuple[float, ...]

    @property
    def monotone(self) -> tuple[float, ...]:
        """Precision as the best reachable at this recall or a higher one."""
        best, result = 0.0, list[float]()
        for precision in reversed(self.precisions):
            best = max(best, precision)
            result.append(best)
        return tuple(reversed(result))

    @property
    def aupr(self) -> float:
        """Area under the monotone curve by trapezoids."""
        return float(np.trapezoid(self.monotone, self.recalls))

    def precision_at(self, recall: float) -> float:
        """Precision at the first threshold that reaches `recall`; 0 when none does."""
        pairs = zip(self.monotone, self.recalls, strict=True)
        return next((precision for precision, reached in pairs if reached >= recall), 0.0)


def curve(answers: Answers, predictions: Predictions, *, parties_rule: bool = True) -> Curve:
    """Precision and recall of predictions against labels.

    A threshold keeps a prediction when its probability is greater. Without `parties_rule` a Parties prediction must
    match by Jaccard like any other.
    """
    questions = [
        _question(labels, predictions.get(q, {}), substring_counts=parties_rule and "Parties" in q)
        for q, labels in answers.items()
    ]
    found = np.sort([p for question in questions for p in question.found])
    false = np.sort([p for question in questions for p in question.false])
    precisions, recalls = [1.0], [0.0]
    for threshold in THRESHOLDS:
        true_positives = len(found) - int(np.searchsorted(found, threshold, side="right"))
        false_positives = len(false) - int(np.searchsorted(false, threshold, side="right"))
        said = true_positives + false_positives
        # Nothing said: the original divides nothing by nothing; such a point lies on the anchor.
        precisions.append(true_positives / said if said else 1.0)
        recalls.append(true_positives / len(found) if len(found) else 0.0)
    return Curve(tuple(precisions), tuple(recalls))
