"""Which clause of one version is which of the other: by number and words, wherever it stands now."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from legalai.comparison.clauses import ComparedClause

# Shares of common words from which two clauses are one: with the same number in the same place, in the same place,
# and anywhere else.
_SAME_NUMBER = 0.3
_SAME_PLACE = 0.5
_ANYWHERE = 0.65
_FEWEST_WORDS = 6
# A word that more clauses have says little of which clause it is.
_COMMON_WORD = 25
_SMALL_GAP = 400


@dataclass(frozen=True, slots=True)
class Row:
    """A clause of the old version (its index), the one of the new version that it became, or one of them alone."""

    old: int | None
    new: int | None
    moved: bool = False


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two clauses that may be one, and how much speaks for it."""

    score: float
    apart: int
    i: int
    j: int


def align(old: Sequence[ComparedClause], new: Sequence[ComparedClause]) -> tuple[Row, ...]:
    """Every clause of both versions in exactly one row, in the order of the new version, the removed where they stood.

    Which version is called old makes no difference to the pairs.
    """
    swapped = _order(new) < _order(old)
    first, second = (new, old) if swapped else (old, new)
    pairs = _pairs(first, second)
    return tuple(in_rows(len(old), len(new), {j: i for i, j in pairs.items()} if swapped else pairs))


def _order(clauses: Sequence[ComparedClause]) -> list[tuple[str, str]]:
    return [(each.key, each.number or "") for each in clauses]


def _pairs(old: Sequence[ComparedClause], new: Sequence[ComparedClause]) -> dict[int, int]:
    """Old index -> new index: the same words in order or elsewhere, like words between, cells, like words elsewhere."""
    pairs = _same_in_order(old, new)
    _take(pairs, _same_elsewhere(old, new, pairs))
    _take(pairs, _like_between(old, new, pairs))
    _take(pairs, _cells_between(old, new, pairs))
    _take(pairs, _like(old, new, *_left(old, new, pairs), least=_ANYWHERE, fewest=_FEWEST_WORDS))
    return pairs


def _same_in_order(old: Sequence[ComparedClause], new: Sequence[ComparedClause]) -> dict[int, int]:
    before, after = [each.key for each in old], [each.key for each in new]
    first = 0
    while first < min(len(before), len(after)) and before[first] == after[first]:
        first += 1
    last = 0
    while last < min(len(before), len(after)) - first and before[-1 - last] == after[-1 - last]:
        last += 1
    pairs = {i: i for i in range(first)}
    pairs |= {len(old) - 1 - i: len(new) - 1 - i for i in range(last)}
    inner = SequenceMatcher(None, before[first : len(old) - last], after[first : len(new) - last], autojunk=False)
    for i, j, size in inner.get_matching_blocks():
        pairs |= {first + i + step: first + j + step for step in range(size)}
    return pairs


def _same_elsewhere(
    old: Sequence[ComparedClause], new: Sequence[ComparedClause], pairs: Mapping[int, int]
) -> Iterator[_Pair]:
    """Clauses of some length, and headings, whose words are the same in another place."""
    left_old, left_new = _left(old, new, pairs)
    places: dict[str, list[int]] = defaultdict(list)
    for j in left_new:
        places[new[j].key].append(j)
    for i in left_old:
        if old[i].size >= _FEWEST_WORDS or (old[i].is_heading and old[i].size):
            for j in places[old[i].key][:_COMMON_WORD]:
                yield _Pair(1 + (old[i].number == new[j].number), abs(i - j), i, j)


def _like_between(
    old: Sequence[ComparedClause], new: Sequence[ComparedClause], pairs: Mapping[int, int]
) -> Iterator[_Pair]:
    """Clauses with like words between the same two neighbours."""
    for gap_old, gap_new in _gaps(len(old), len(new), pairs):
        yield from _like(old, new, gap_old, gap_new, least=_SAME_PLACE, same_number=_SAME_NUMBER)


def _cells_between(
    old: Sequence[ComparedClause], new: Sequence[ComparedClause], pairs: Mapping[int, int]
) -> Iterator[_Pair]:
    """As many cells of a table as before, between the same two neighbours: a figure shares no words with another."""
    for gap_old, gap_new in _gaps(len(old), len(new), pairs):
        cells = all(old[i].is_cell for i in gap_old) and all(new[j].is_cell for j in gap_new)
        if cells and len(gap_old) == len(gap_new):
            yield from (_Pair(0.0, abs(i - j), i, j) for i, j in zip(gap_old, gap_new, strict=True))


def _gaps(old: int, new: int, pairs: Mapping[int, int]) -> Iterator[tuple[list[int], list[int]]]:
    """What is left over between pairs that stand in the same order."""
    low_old = low_new = 0
    taken = set(pairs.values())
    for high_old, high_new in (*_in_order(pairs), (old, new)):
        gap_old = [i for i in range(low_old, high_old) if i not in pairs]
        gap_new = [j for j in range(low_new, high_new) if j not in taken]
        yield gap_old, gap_new
        low_old, low_new = high_old + 1, high_new + 1


def _like(
    old: Sequence[ComparedClause],
    new: Sequence[ComparedClause],
    left_old: Sequence[int],
    left_new: Sequence[int],
    *,
    least: float,
    same_number: float | None = None,
    fewest: int = 0,
) -> Iterator[_Pair]:
    for i, near in _candidates(old, new, left_old, left_new):
        for j in near:
            one, other = old[i], new[j]
            if min(one.size, other.size) < fewest or one.is_heading != other.is_heading:
                continue
            alike = _alike(one, other)
            numbered = one.number is not None and one.number == other.number
            if alike >= (same_number if numbered and same_number is not None else least):
                yield _Pair(alike + 0.15 * numbered, abs(i - j), i, j)


def _candidates(
    old: Sequence[ComparedClause], new: Sequence[ComparedClause], left_old: Sequence[int], left_new: Sequence[int]
) -> Iterator[tuple[int, Iterable[int]]]:
    """For each clause those worth a look: all where they are few, else those that share a number or a rare word."""
    if len(left_old) * len(left_new) <= _SMALL_GAP:
        yield from ((i, left_new) for i in left_old)
        return
    having: dict[str, list[int]] = defaultdict(list)
    numbered: dict[str | None, list[int]] = defaultdict(list)
    for j in left_new:
        numbered[new[j].number].append(j)
        for word in new[j].words:
            having[word].append(j)
    for i in left_old:
        rare = sorted((word for word in old[i].words if 0 < len(having.get(word, ())) <= _COMMON_WORD), key=str)
        near = {j for word in rare for j in having[word]}
        if old[i].number is not None:
            near.update(numbered[old[i].number][:_COMMON_WORD])
        yield i, sorted(near)


def _alike(one: ComparedClause, other: ComparedClause) -> float:
    """The share of words that two clauses have in common."""
    words = one.size + other.size
    return 2 * (one.words & other.words).total() / words if words else 0.0


def _take(pairs: dict[int, int], found: Iterable[_Pair]) -> None:
    """Take the likeliest pairs first, each clause once."""
    taken = set(pairs.values())
    for pair in sorted(found, key=lambda each: (-each.score, each.apart, each.i, each.j)):
        if pair.i not in pairs and pair.j not in taken:
            pairs[pair.i] = pair.j
            taken.add(pair.j)


def _left(
    old: Sequence[ComparedClause], new: Sequence[ComparedClause], pairs: Mapping[int, int]
) -> tuple[list[int], list[int]]:
    taken = set(pairs.values())
    return [i for i in range(len(old)) if i not in pairs], [j for j in range(len(new)) if j not in taken]


def _in_order(pairs: Mapping[int, int]) -> list[tuple[int, int]]:
    """The longest run of pairs that stand in the same order in both versions."""
    ends: list[int] = []
    last: list[int] = []
    before: dict[int, int | None] = {}
    for i in sorted(pairs):
        place = bisect_left(ends, pairs[i])
        before[i] = last[place - 1] if place else None
        if place == len(ends):
            ends.append(pairs[i])
            last.append(i)
        else:
            ends[place], last[place] = pairs[i], i
    kept: list[tuple[int, int]] = []
    step = last[-1] if last else None
    while step is not None:
        kept.append((step, pairs[step]))
        step = before[step]
    return kept[::-1]


def in_rows(old: int, new: int, pairs: Mapping[int, int]) -> Iterator[Row]:
    """The rows of so many clauses and their pairs; those outside the longest run in order have moved."""
    became = {j: i for i, j in pairs.items()}
    kept = {i for i, _ in _in_order(pairs)}
    ends = [*sorted(kept), old]
    yield from (Row(k, None) for k in range(ends[0]) if k not in pairs)
    following = dict(pairwise(ends))
    for j in range(new):
        i = became.get(j)
        yield Row(i, j, i is not None and i not in kept)
        if i is not None and i in following:
            yield from (Row(k, None) for k in range(i + 1, following[i]) if k not in pairs)
