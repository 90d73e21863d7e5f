"""How a reading stands among the others of its contract: rivals, neighbours, and other types for the same words."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from legalai.extract.clauses.decoding import EVIDENCE, Readings

# Characters from a reading to others of its type: those of its own section, then those of the sections around it.
_BESIDE, _AROUND = 1_500, 6_000
# Where there is no other reading; how far ahead of the others counts.
_FLOOR, _CEILING = -9.0, 4.0

_Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Standing:
    """For each reading, in fused logits where nothing else is said. Shapes: all [N].

    `rival`: the best other reading of its type. `rank`: how many of its type are better. `others`: the sum of the
    probabilities of the others of its type. `beside`, `around`: the best other of its type with less than
    1,500 characters between, and with 1,500 to 6,000. `contrast`: how far it is ahead of the other types for its words.
    """

    rival: _Floats
    rank: _Floats
    others: _Floats
    beside: _Floats
    around: _Floats
    contrast: _Floats


def standing(readings: Readings) -> Standing:
    """How every reading of one contract stands."""
    fused = readings.evidence[:, EVIDENCE.index("fused")].astype(np.float64)
    rival, rank, others, beside, around = np.zeros((5, len(fused)))
    for column in np.unique(readings.columns):
        own = np.flatnonzero(readings.columns == column)
        own = own[np.argsort(readings.bounds[own, 0], kind="stable")]
        said, bounds = fused[own], readings.bounds[own]
        rival[own], rank[own] = _ranked(said)
        chances = 1 / (1 + np.exp(-said))
        others[own] = chances.sum() - chances
        beside[own] = _best_within(said, bounds, 0, _BESIDE)
        around[own] = _best_within(said, bounds, _BESIDE, _AROUND)
    return Standing(rival, rank, others, beside, around, _contrast(fused, readings))


def _ranked(fused: _Floats) -> tuple[_Floats, _Floats]:
    """For each reading of a type the best other one, and how many are better."""
    order = np.argsort(-fused, kind="stable")
    rival, rank = np.full(len(fused), fused[order[0]]), np.empty(len(fused))
    rival[order[0]] = fused[order[1]] if len(order) > 1 else _FLOOR
    rank[order] = np.arange(len(order))
    return rival, rank


def _best_within(fused: _Floats, bounds: NDArray[np.int64], least: int, most: int) -> _Floats:
    """The best of the readings at least `least` and less than `most` characters before or behind each.

    Shapes: fused [n]; bounds [n, 2], ascending.
    """
    starts, ends = bounds[:, 0], np.maximum.accumulate(bounds[:, 1])
    before = _best_of(
        fused, np.searchsorted(ends, starts - most, "right"), np.searchsorted(ends, starts - least, "right")
    )
    behind = _best_of(fused, np.searchsorted(starts, ends + least), np.searchsorted(starts, ends + most))
    return np.maximum(before, behind)


def _best_of(fused: _Floats, first: NDArray[np.int64], last: NDArray[np.int64]) -> _Floats:
    """The largest of `fused[first:last]`, pair by pair, or the floor where that is empty."""
    pairs = np.column_stack([first, np.maximum(first, last)]).ravel()
    best = np.maximum.reduceat(np.append(fused, _FLOOR), np.minimum(pairs, len(fused)))[::2]
    return np.where(first < last, np.maximum(best, _FLOOR), _FLOOR)


def _contrast(fused: _Floats, readings: Readings) -> _Floats:
    """The two best fused logits that begin at a place tell how far each is ahead of the others there."""
    _, place = np.unique(readings.bounds[:, 0], return_inverse=True)
    best, second = (np.full(place.max(initial=-1) + 1, _FLOOR) for _ in range(2))
    np.maximum.at(best, place, fused)
    is_best = fused >= best[place]
    np.maximum.at(second, place[~is_best], fused[~is_best])
    tied = np.bincount(place[is_best], minlength=len(best)) > 1
    second[tied] = best[tied]
    return np.minimum(fused - np.where(is_best, second[place], best[place]), _CEILING)
