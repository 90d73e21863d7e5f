"""Readings -> probabilities: what the evidence of a span is worth, measured on contracts kept aside from training."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from legalai.extract.clauses.decoding import EVIDENCE, Readings

# The evidence of a reading, and how it stands among the contract's other readings of its type: a contract has few
# clauses of one type, so a weak span is more likely one where no stronger span stands beside it.
FEATURES = (*EVIDENCE, "ahead", "rival", "rank", "others", "characters", "position", "length")
_FLOOR, _CEILING = -8.0, 3.0


@dataclass(frozen=True, slots=True)
class TypeCalibration:
    """What is added for one clause type, and the scores from which few of its spans are wrong.

    `threshold_5` and `threshold_10`: of the kept-aside spans scored at least this, 5 and 10 in 100 at most were wrong;
    `share_5`, `share_10`: the share of the spans shown that reach it. None and 0 where no score does.
    """

    offset: float = 0.0
    token: float = 0.0
    lexical: float = 0.0
    threshold_5: float | None = None
    share_5: float = 0.0
    threshold_10: float | None = None
    share_10: float = 0.0


def _fused_alone() -> dict[str, float]:
    return dict.fromkeys(FEATURES, 0.0) | {"fused": 1.0}


@dataclass(frozen=True)
class Calibration:
    """A logistic regression over `FEATURES`; by default the fused logit as it is.

    `shared` weighs every feature for all types; each type adds its own offset and weights on token and lexical logit.
    """

    shared: Mapping[str, float] = field(default_factory=_fused_alone)
    types: Mapping[str, TypeCalibration] = field(default_factory=dict[str, TypeCalibration])

    @classmethod
    def load(cls, path: Path) -> "Calibration":
        """Read `calibration.json`; without the file scores stay as the models give them."""
        if not path.is_file():
            return cls()
        stored = json.loads(path.read_text(encoding="utf-8"))
        return cls(stored["shared"], {name: TypeCalibration(**values) for name, values in stored["types"].items()})

    def as_json(self) -> str:
        """The file's text."""
        types = {name: asdict(values) for name, values in self.types.items()}
        return json.dumps({"shared": dict(self.shared), "types": types}, indent=2) + "\n"

    def probabilities(self, readings: Readings, labels: Sequence[str], *, length: int) -> NDArray[np.float64]:
        """Shapes: result [N]. `length`: characters of the contract that all the readings are of."""
        own = [self.types.get(label, TypeCalibration()) for label in labels]
        offsets, token, lexical = (
            np.array([getattr(each, name) for each in own])[readings.columns] for name in ("offset", "token", "lexical")
        )
        weights = np.array([self.shared[name] for name in FEATURES])
        total = features(readings, length=length) @ weights + offsets
        total += token * _evidence(readings, "token") + lexical * _evidence(readings, "lexical")
        return 1 / (1 + np.exp(-total))


def features(readings: Readings, *, length: int) -> NDArray[np.float64]:
    """Shapes: result [N, F] as in `FEATURES`. `length`: characters of the contract."""
    fused = _evidence(readings, "fused")
    rival, rank, others = _among_its_type(fused, readings.columns)
    evidence = readings.evidence.astype(np.float64)
    evidence[:, EVIDENCE.index("before")] = np.maximum(_evidence(readings, "before"), -9.0)
    evidence[:, EVIDENCE.index("after")] = np.maximum(_evidence(readings, "after"), -9.0)
    evidence[:, EVIDENCE.index("sentences")] = np.log(_evidence(readings, "sentences"))
    return np.column_stack(
        [
            evidence,
            np.minimum(fused - rival, _CEILING),
            np.maximum(rival, _FLOOR),
            np.log1p(rank),
            np.log1p(others),
            np.log1p(readings.bounds[:, 1] - readings.bounds[:, 0]),
            readings.bounds[:, 0] / max(length, 1),
            np.full(len(fused), np.log(max(length, 1) / 1e4)),
        ]
    )


def _evidence(readings: Readings, name: str) -> NDArray[np.float64]:
    return readings.evidence[:, EVIDENCE.index(name)].astype(np.float64)


def _among_its_type(
    fused: NDArray[np.float64], columns: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """For each reading, among those of its type: the best other's fused logit, its rank, the others' probabilities."""
    rival, rank, others = (np.zeros(len(fused)) for _ in range(3))
    for column in np.unique(columns):
        own = np.flatnonzero(columns == column)
        order = own[np.argsort(-fused[own], kind="stable")]
        rank[order] = np.arange(len(order))
        rival[order] = fused[order[0]]
        rival[order[0]] = fused[order[1]] if len(order) > 1 else _FLOOR - 1
        chances = 1 / (1 + np.exp(-fused[own]))
        others[own] = chances.sum() - chances
    return rival, rank, others
