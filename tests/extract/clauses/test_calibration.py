"""Calibration: how a span stands among its rivals counts, and what is stored says the same when it is read."""

from pathlib import Path

import numpy as np
import pytest

from legalai.extract.clauses.calibration import FEATURES, Calibration, TypeCalibration, features
from legalai.extract.clauses.decoding import EVIDENCE, Readings

LABELS = ("Insurance", "Audit Rights")


def readings(*fused: tuple[int, float]) -> Readings:
    """One reading of ten characters for each column and fused logit, token and lexical logit the same."""
    evidence = np.zeros((len(fused), len(EVIDENCE)), dtype=np.float32)
    for row, (_, value) in enumerate(fused):
        for name in ("token", "lexical", "fused"):
            evidence[row, EVIDENCE.index(name)] = value
    evidence[:, EVIDENCE.index("sentences")] = 1
    bounds = np.array([(20 * i, 20 * i + 10) for i in range(len(fused))], dtype=np.int64)
    return Readings(np.array([column for column, _ in fused], dtype=np.int64), bounds, evidence)


def test_without_a_file_scores_stay_as_the_models_give_them(tmp_path: Path) -> None:
    calibration = Calibration.load(tmp_path / "calibration.json")
    scores = calibration.probabilities(readings((0, 0.0), (1, 2.0)), LABELS, length=1000)
    assert scores == pytest.approx([0.5, 1 / (1 + np.exp(-2.0))])


def test_the_best_of_its_type_is_ahead_and_the_others_are_not() -> None:
    table = features(readings((0, 1.0), (0, 3.0), (0, -1.0), (1, -2.0)), length=80)
    by_name = {name: table[:, i] for i, name in enumerate(FEATURES)}
    assert by_name["ahead"] == pytest.approx([-2.0, 2.0, -4.0, 3.0])  # a span without a rival is ahead as far as counts
    assert by_name["rival"] == pytest.approx([3.0, 1.0, 3.0, -8.0])
    assert by_name["rank"] == pytest.approx(np.log1p([1, 0, 2, 0]))
    assert by_name["others"][3] == pytest.approx(0.0)
    assert by_name["position"] == pytest.approx([0.0, 0.25, 0.5, 0.75])


def test_a_type_adds_its_own_weights(tmp_path: Path) -> None:
    own = TypeCalibration(offset=-1.0, token=0.5, lexical=0.25, threshold_10=0.6, share_10=0.4)
    path = tmp_path / "calibration.json"
    path.write_text(Calibration(types={"Insurance": own}).as_json(), encoding="utf-8")
    calibration = Calibration.load(path)
    assert calibration.types["Insurance"] == own
    insurance, audit = calibration.probabilities(readings((0, 2.0), (1, 2.0)), LABELS, length=1000)
    assert insurance == pytest.approx(1 / (1 + np.exp(-(2.0 - 1.0 + 1.0 + 0.5))))
    assert audit == pytest.approx(1 / (1 + np.exp(-2.0)))
