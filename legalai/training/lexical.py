"""Fit the lexical model: one logistic regression over hashed n-grams for each label."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from legalai.extract.clauses.lexical_model import LexicalModel
from legalai.extract.clauses.ngrams import BITS, ngrams
from legalai.extract.segmentation.passages import Passage
from legalai.training.config import LexicalConfig

# The logit of a label that all or none of the passages have.
_SURE = 10.0


def fit_lexical(passages: Sequence[Passage], targets: NDArray[np.bool_], config: LexicalConfig) -> LexicalModel:
    """Fit on passages and the labels each has.

    Shapes: targets [passages, C].
    """
    return fit_counts(ngram_counts(passages), targets, config)


def fit_counts(
    inputs: csr_matrix,
    targets: NDArray[np.bool_],
    config: LexicalConfig,
    *,
    known: NDArray[np.bool_] | None = None,
    dual: bool = False,
) -> LexicalModel:
    """Fit on counted n-grams, each label on the passages where it is `known` whether they have it.

    `dual`: by coordinate ascent, four times as fast on some ten thousand long passages.
    Shapes: inputs [passages, n-grams]; targets, known [passages, C].
    """
    frequency = np.asarray(inputs.sum(axis=0)).ravel()
    features = np.flatnonzero(frequency >= config.rarest)
    # A rare n-gram says more: its weight may grow more before the penalty stops it.
    rarity = 1 + np.log((1 + targets.shape[0]) / (1 + frequency[features]))
    lengths = np.sqrt(np.maximum(np.diff(inputs.indptr), 1))
    scaled = inputs[:, features].multiply(rarity[None, :] / 10).multiply(1 / lengths[:, None]).tocsr()

    def fit(column: int) -> tuple[NDArray[np.float64], float]:
        rows = slice(None) if known is None else known[:, column]
        own = targets[rows, column]
        if own.all() or not own.any():  # nothing to tell apart
            return np.zeros(len(features)), _SURE if own.any() else -_SURE
        model = LogisticRegression(
            C=config.strength, solver="liblinear", dual=dual, tol=0.1 if dual else 0.03, random_state=17
        )
        model.fit(scaled[rows], own)
        return np.asarray(model.coef_)[0] * rarity / 10, float(np.asarray(model.intercept_)[0])

    with ThreadPoolExecutor(os.cpu_count()) as threads:
        fitted = list(threads.map(fit, range(targets.shape[1])))
    weights = np.stack([coefficients for coefficients, _ in fitted], axis=1)
    return _packed(features, weights, np.array([bias for _, bias in fitted]), kept=config.features)


def ngram_counts(passages: Sequence[Passage]) -> csr_matrix:
    """Shapes: result [passages, n-grams], 1 where a passage holds an n-gram."""
    found = [ngrams(passage.text, passage.heading) for passage in passages]
    bounds = np.concatenate([[0], np.cumsum([len(grams) for grams in found])])
    columns = np.concatenate(found)
    return csr_matrix((np.ones(len(columns), dtype=np.float32), columns, bounds), shape=(len(found), 1 << BITS))


def _packed(
    features: NDArray[np.int64], weights: NDArray[np.float64], biases: NDArray[np.float64], *, kept: int
) -> LexicalModel:
    """The n-grams with the largest weights, in 8 bits; the others hardly move a score."""
    heaviest = np.sort(np.argsort(-np.abs(weights).max(axis=1))[:kept])
    weights = weights[heaviest]
    scales = np.maximum(np.abs(weights).max(axis=0), 1e-9) / 127
    return LexicalModel(
        features=features[heaviest],
        weights=np.round(weights / scales).astype(np.int8),
        scales=scales.astype(np.float32),
        biases=biases.astype(np.float32),
    )
