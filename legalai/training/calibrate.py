"""Fit the calibration on contracts kept aside from training, and say how good it is on contracts it has not seen."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from legalai.evaluation.clauses import FLOOR, ReadContract, ScoredContract
from legalai.evaluation.official import matches
from legalai.extract.clauses.calibration import FEATURES, Calibration, TypeCalibration, features
from legalai.extract.clauses.finder import DECISION, scored_spans
from legalai.training.folds import fold

FOLDS = 5
# A threshold that fewer spans reach says nothing about how many of its spans are wrong.
_FEWEST = 10
# Smaller: the types' own weights stay nearer to the weights they share. Chosen on the validation contracts.
_STRENGTH, _OWN_SCALE = 0.3, 0.5
_TOKEN, _LEXICAL, _FUSED = (FEATURES.index(name) for name in ("token", "lexical", "fused"))


def fit_calibration(read: Sequence[ReadContract], labels: Sequence[str]) -> Calibration:
    """The calibration that ships: fitted on all contracts, its thresholds measured across folds."""
    rights = [_right(item, labels) for item in read]
    calibration = _fit([_rows(item, right) for item, right in zip(read, rights, strict=True)], labels)
    scores = _across_folds(read, rights, labels)
    columns = np.concatenate([item.readings.columns for item in read])
    right = np.concatenate(rights)
    types = {
        label: replace(own, **_thresholds(scores[columns == column], right[columns == column]))
        for column, (label, own) in enumerate(calibration.types.items())
    }
    return Calibration(calibration.shared, types)


def cross_fitted(read: Sequence[ReadContract], labels: Sequence[str]) -> list[ScoredContract]:
    """Every contract's spans, scored by a calibration fitted without the contracts of its company."""
    bounds = np.cumsum([len(item.readings.columns) for item in read])[:-1]
    scores = np.split(_across_folds(read, [_right(item, labels) for item in read], labels), bounds)
    return [
        ScoredContract(item.contract, tuple(scored_spans(item.readings, own, labels, floor=FLOOR)))
        for item, own in zip(read, scores, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Rows:
    """A contract's readings as a regression takes them, the strongest of each type and text alone.

    Names and dates are said again and again: what counts is their text, and the weak mentions of a right one would
    teach that weak evidence is enough.
    Shapes: inputs [N, F]; columns [N] clause type; right [N] whether a reading is a label by its own bounds.
    """

    inputs: NDArray[np.float64]
    columns: NDArray[np.int64]
    right: NDArray[np.bool_]


def _right(item: ReadContract, labels: Sequence[str]) -> NDArray[np.bool_]:
    """Whether each reading is a label by its own bounds.

    The scorer's rule for Parties does not count here: a score is the chance that a span is right as it stands.
    """
    contract, readings = item.contract, item.readings
    right = np.zeros(len(readings.columns), dtype=np.bool_)
    for column, label in enumerate(labels):
        answers = contract.answers(label)
        for index in np.flatnonzero(readings.columns == column) if answers else ():
            start, end = readings.bounds[index]
            said = contract.text[start:end]
            right[index] = any(matches(answer, said, substring_counts=False) for answer in answers)
    return right


def _rows(item: ReadContract, right: NDArray[np.bool_]) -> _Rows:
    inputs = features(item.readings, length=len(item.contract.text))
    strongest: dict[tuple[int, str], int] = {}
    for index in np.argsort(-inputs[:, _FUSED], kind="stable"):
        start, end = item.readings.bounds[index]
        strongest.setdefault((int(item.readings.columns[index]), item.contract.text[start:end]), int(index))
    kept = np.array(sorted(strongest.values()), dtype=np.int64)
    return _Rows(inputs[kept], item.readings.columns[kept], right[kept])


def _across_folds(
    read: Sequence[ReadContract], rights: Sequence[NDArray[np.bool_]], labels: Sequence[str]
) -> NDArray[np.float64]:
    """Shapes: result [readings of all contracts], in their order."""
    parts = [fold(item.contract.title, FOLDS) for item in read]
    rows = [_rows(item, right) for item, right in zip(read, rights, strict=True)]
    fitted = {
        part: _fit([row for row, own in zip(rows, parts, strict=True) if own != part], labels) for part in set(parts)
    }
    return np.concatenate(
        [
            fitted[part].probabilities(item.readings, labels, length=len(item.contract.text))
            for item, part in zip(read, parts, strict=True)
        ]
    )


def _fit(rows: Collection[_Rows], labels: Sequence[str]) -> Calibration:
    inputs = np.concatenate([row.inputs for row in rows])
    columns = np.concatenate([row.columns for row in rows])
    targets = np.concatenate([row.right for row in rows])
    mean, spread = inputs.mean(axis=0), inputs.std(axis=0) + 1e-6
    scaled = (inputs - mean) / spread
    kind = csr_matrix((np.ones(len(columns)), (np.arange(len(columns)), columns)), shape=(len(columns), len(labels)))
    own = [kind, *(kind.multiply(scaled[:, [f]] * _OWN_SCALE) for f in (_TOKEN, _LEXICAL))]
    model = LogisticRegression(C=_STRENGTH, solver="liblinear", tol=1e-3, max_iter=100)
    model.fit(hstack([csr_matrix(scaled), *own]).tocsr(), targets)
    weights = np.asarray(model.coef_)[0]
    shared = weights[: len(FEATURES)] / spread
    offset, token, lexical = weights[len(FEATURES) :].reshape(3, len(labels))
    token, lexical = token * _OWN_SCALE / spread[_TOKEN], lexical * _OWN_SCALE / spread[_LEXICAL]
    offset = offset + float(np.asarray(model.intercept_)[0]) - shared @ mean
    offset = offset - token * mean[_TOKEN] - lexical * mean[_LEXICAL]
    return Calibration(
        {name: float(weight) for name, weight in zip(FEATURES, shared, strict=True)},
        {
            label: TypeCalibration(offset=float(offset[i]), token=float(token[i]), lexical=float(lexical[i]))
            for i, label in enumerate(labels)
        },
    )


def _thresholds(scores: NDArray[np.float64], right: NDArray[np.bool_]) -> dict[str, float | None]:
    shown = scores >= DECISION
    order = np.argsort(-scores[shown], kind="stable")
    ranked, wrong = scores[shown][order], np.cumsum(~right[shown][order])
    found: dict[str, float | None] = {}
    for percent in (5, 10):
        many = np.arange(1, len(wrong) + 1)
        enough = np.flatnonzero((wrong <= percent / 100 * many) & (many >= _FEWEST))
        last = int(enough[-1]) if len(enough) else None
        found[f"threshold_{percent}"] = None if last is None else round(float(ranked[last]), 4)
        found[f"share_{percent}"] = 0.0 if last is None else round((last + 1) / len(ranked), 4)
    return found
