"""How a reading stands among the others: rivals, neighbours of its type, other types for the same words."""

import numpy as np
import pytest

from legalai.extract.clauses.decoding import EVIDENCE, Readings
from legalai.extract.clauses.standing import standing


def readings(*said: tuple[int, int, float]) -> Readings:
    """Column, first character and fused logit of readings that are ten characters long."""
    evidence = np.zeros((len(said), len(EVIDENCE)), dtype=np.float32)
    evidence[:, EVIDENCE.index("fused")] = [fused for _, _, fused in said]
    bounds = np.array([(start, start + 10) for _, start, _ in said], dtype=np.int64).reshape(-1, 2)
    return Readings(np.array([column for column, _, _ in said], dtype=np.int64), bounds, evidence)


def test_neighbours_are_the_best_of_the_type_near_by_on_either_side() -> None:
    among = standing(readings((0, 0, 1.0), (0, 1_000, -3.0), (0, 1_400, 2.0), (1, 1_200, 5.0)))
    assert among.beside == pytest.approx([2.0, 2.0, 1.0, -9.0])


def test_what_stands_further_off_is_told_apart_from_what_is_beside() -> None:
    among = standing(readings((0, 0, 1.0), (0, 3_000, 2.0), (0, 20_000, 4.0)))
    assert among.beside == pytest.approx([-9.0] * 3)
    assert among.around == pytest.approx([2.0, 1.0, -9.0])


def test_contrast_is_how_far_a_type_is_ahead_for_the_same_words() -> None:
    among = standing(readings((0, 0, 1.0), (1, 0, 3.0), (2, 0, 0.0), (0, 50, 2.0), (0, 90, 1.5), (1, 90, 1.5)))
    assert among.contrast == pytest.approx([-2.0, 2.0, -3.0, 4.0, 0.0, 0.0])


def test_readings_in_any_order_stand_the_same() -> None:
    said = [(0, 100 * i % 700, float(i)) for i in range(7)]
    there, back = standing(readings(*said)), standing(readings(*reversed(said)))
    assert there.beside == pytest.approx(back.beside[::-1])
    assert there.rank == pytest.approx(back.rank[::-1])


def test_a_contract_without_readings_has_no_standing() -> None:
    assert len(standing(readings()).contrast) == 0
