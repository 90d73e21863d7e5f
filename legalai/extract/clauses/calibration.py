"""Readings -> probabilities: what the evidence of a span is worth, measured on contracts kept aside from training."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from legalai.extract.clauses.decoding import EVIDENCE, Readings
from legalai.extract.clauses.standing import standing

# The evidence of a reading, and how it stands among the contract's others. A contract has few clauses of one type, so a
# weak span is more likely one where no stronger span is a rival; but sentences beside a clause often belong to it.
#   squared   the fused logit times its size: what the models are very sure of is surer still, or less so
#   ahead     how far it is ahead of its rival
#   first     1 for the best of its type, else 0
#   company   the fused logit times that of the others' probabilities
#   position  where in the contract it begins, of its characters
FEATURES = (
    *EVIDENCE,
    *("squared", "ahead", "rival", "rank", "first", "others", "company", "beside", "around", "contrast"),
    *("characters", "position", "length"),
)
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

    `shared` weighs every feature for all types, one it does not name by nothing; each type adds its own offset and
    weights on token and lexical logit.
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
        weights = np.array([self.shared.get(name, 0.0) for name in FEATURES])
        total = features(readings, length=length) @ weights + offsets
        total += token * _evidence(readings, "token") + lexical * _evidence(readings, "lexical")
        return 1 / (1 + np.exp(-total))


def features(readings: Readings, *, length: int) -> NDArray[np.float64]:
    """Shapes: result [N, F] as in `FEATURES`. `length`: characters of the contract."""
    fused, among = _evidence(readings, "fused"), standing(readings)
    evidence = readings.evidence.astype(np.float64)
    evidence[:, EVIDENCE.index("before")] = np.maximum(_evidence(readings, "before"), -9.0)
    evidence[:, EVIDENCE.index("after")] = np.maximum(_evidence(readings, "after"), -9.0)
    evidence[:, EVIDENCE.index("sentences")] = np.log(_evidence(readings, "sentences"))
    return np.column_stack(
        [
            evidence,
            fused * np.abs(fused),
            np.minimum(fused - among.rival, _CEILING),
            np.maximum(among.rival, _FLOOR),
            np.log1p(among.rank),
            among.rank == 0,
            np.log1p(among.others),
            np.log1p(among.others) * fused,
            among.beside,
            among.around,
            among.contrast,
            np.log1p(readings.bounds[:, 1] - readings.bounds[:, 0]),
            readings.bounds[:, 0] / max(length, 1),
            np.full(len(fused), np.log(max(length, 1) / 1e4)),
        ]
    )


def _evidence(readings: Readings, name: str) -> NDArray[np.float64]:
    return readings.evidence[:, EVIDENCE.index(name)].astype(np.float64)
