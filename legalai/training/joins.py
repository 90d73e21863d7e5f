"""Fit which neighbouring sentences are one clause, on those that lawyers gave the same label."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from legalai.evaluation.cuad import LabelledContract, LabelledSpan
from legalai.extract.clauses.joins import FEATURES, JoinModel, join_features
from legalai.labels import CUAD_CATEGORIES, PHRASE_CATEGORIES
from legalai.training.examples import sentences_of

_STRENGTH = 0.3
# The logit at which no sentences are joined, whatever they score.
_NEVER = -20.0


def fit_joins(contracts: Iterable[LabelledContract]) -> JoinModel:
    """Fit on all neighbours that have the same clause type: they are of one label, or each of its own.

    Where the contracts hold no such neighbours of both kinds, nothing is joined.
    """
    pairs = [pair for contract in contracts for pair in _pairs(contract)]
    same = [one_label for _, one_label in pairs]
    if len(set(same)) < 2:
        return JoinModel(dict.fromkeys(FEATURES, 0.0), _NEVER)
    model = LogisticRegression(C=_STRENGTH, max_iter=3000).fit(np.array([row for row, _ in pairs]), same)
    weights = np.asarray(model.coef_)[0]
    return JoinModel(
        {name: float(weight) for name, weight in zip(FEATURES, weights, strict=True)},
        float(np.asarray(model.intercept_)[0]),
    )


def _pairs(contract: LabelledContract) -> Iterator[tuple[NDArray[np.float64], bool]]:
    """Each two neighbours of one clause type, and whether one label covers both."""
    bounds = np.array([(p.start, p.end) for p in sentences_of(contract)], dtype=np.int64).reshape(-1, 2)
    features = join_features(contract.text, bounds)
    for category in CUAD_CATEGORIES:
        if category in PHRASE_CATEGORIES:
            continue
        own = [span for span in contract.spans if span.category == category]
        covering = [_covering(own, start, end) for start, end in bounds] if own else []
        for row, (one, next_one) in enumerate(pairwise(covering)):
            if one and next_one:
                yield features[row], bool(one & next_one)


def _covering(spans: Sequence[LabelledSpan], start: int, end: int) -> set[int]:
    """The spans, by their place in the sequence, that hold more than half of the characters [start, end)."""
    return {i for i, span in enumerate(spans) if min(span.end, end) - max(span.start, start) > (end - start) / 2}
