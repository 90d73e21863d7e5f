"""How well a provision type is told from the others: its calibration and its figures on text the model has not seen."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from legalai.evaluation.clauses import CALIBRATION_BINS, CALIBRATION_FLOOR
from legalai.extract.clauses.provision_model import ProvisionType
from legalai.training.folds import fold
from legalai.training.provision_config import ShippingConfig
from legalai.training.provision_examples import Example


@dataclass(frozen=True, slots=True)
class TypeFigures:
    """Shares between 0 and 1, at the threshold a clause is told at; `on` says on which contracts."""

    examples: int
    on: str
    precision: float
    recall: float
    f1: float
    shipped: bool


@dataclass(frozen=True)
class Measured:
    """A type as it ships, its figures, and what they were made from.

    Shapes: probabilities, labels [examples measured on]. The probabilities are from a calibration fitted on the other
    half of the companies.
    """

    type: ProvisionType
    figures: TypeFigures
    probabilities: NDArray[np.float64]
    labels: NDArray[np.bool_]


def measure_type(
    name: str,
    logits: NDArray[np.float32],
    labels: NDArray[np.bool_],
    examples: Sequence[Example],
    shipping: ShippingConfig,
    *,
    on: str,
) -> Measured:
    """Shapes: logits, labels [examples]."""
    second = np.array([fold(example.title, 2) == 1 for example in examples])
    probabilities = np.zeros(len(labels))
    for half in (second, ~second):
        slope, offset = _calibrated(logits[~half], labels[~half])
        probabilities[half] = 1 / (1 + np.exp(-(slope * logits[half] + offset)))
    said = probabilities >= shipping.threshold
    right = int((said & labels).sum())
    precision, recall = right / max(int(said.sum()), 1), right / max(int(labels.sum()), 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    count = int(labels.sum())
    figures = TypeFigures(
        count,
        on,
        round(precision, 3),
        round(recall, 3),
        round(f1, 3),
        shipped=count >= shipping.examples and f1 >= shipping.f1,
    )
    slope, offset = _calibrated(logits, labels)
    return Measured(
        ProvisionType(name, round(slope, 4), round(offset, 4), shipping.threshold), figures, probabilities, labels
    )


def summary(measured: Sequence[Measured]) -> dict[str, object]:
    """The figures of all types, for metrics.json: means over the shipped ones, then type by type."""
    shipped = [each for each in measured if each.figures.shipped]
    said = [each.probabilities >= each.type.threshold for each in shipped]
    right = sum(int((own & each.labels).sum()) for own, each in zip(said, shipped, strict=True))
    told, there = sum(int(own.sum()) for own in said), sum(int(each.labels.sum()) for each in shipped)
    return {
        "types_shipped": len(shipped),
        "types_not_shipped": len(measured) - len(shipped),
        "macro_f1": round(float(np.mean([each.figures.f1 for each in shipped])) if shipped else 0.0, 3),
        "micro_f1": round(2 * right / max(told + there, 1), 3),
        "expected_calibration_error": round(_calibration_error(shipped), 4),
        "types": {each.type.name: asdict(each.figures) for each in measured},
    }


def _calibrated(logits: NDArray[np.float32], labels: NDArray[np.bool_]) -> tuple[float, float]:
    """Slope and offset from logit to the logit of a probability (Platt scaling)."""
    if labels.all() or not labels.any():
        return 1.0, 0.0
    model = LogisticRegression(C=1.0).fit(logits[:, None], labels)
    return float(np.asarray(model.coef_)[0, 0]), float(np.asarray(model.intercept_)[0])


def _calibration_error(measured: Sequence[Measured]) -> float:
    """Expected calibration error, as `legalai evaluate clauses` counts it: p >= 0.05, 15 bins of equal counts."""
    if not measured:
        return 0.0
    chances = np.concatenate([each.probabilities for each in measured])
    right = np.concatenate([each.labels for each in measured])
    order = np.argsort(chances)[np.searchsorted(np.sort(chances), CALIBRATION_FLOOR) :]
    bins = np.array_split(order, CALIBRATION_BINS)
    return sum(len(own) * abs(float(chances[own].mean() - right[own].mean())) for own in bins if len(own)) / max(
        len(order), 1
    )
