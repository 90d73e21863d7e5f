"""The smallest useful edits from one text to another: whole words, numbers with the figures in brackets after them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# "three (3)" is one token, as are "1,000.50", "£500", "150%" and "third-party's".
_TOKEN = re.compile(
    r"[$€£]?[^\W_]+(?:[-'’.,/][^\W_]+)*%?(?:[ \u00a0]\([\d.,]+%?\))?|\s+|[^\w\s]|_+",
)
_WORD = re.compile(r"[^\W_]")
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "‑": "-"})
_NEAR_WORDS = 3
# Below this share of kept words a change reads better as one replacement than as many small ones.
_KEPT_SHARE = 0.3
_MOST_PAIRS = 4_000_000


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters [start, end) of the old text give way to `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class _Step:
    """Tokens [i, j) of the old text that are kept, or give way to tokens [k, m) of the new."""

    kept: bool
    i: int
    j: int
    k: int
    m: int


def smallest_edits(old: str, new: str, *, near: int = _NEAR_WORDS) -> tuple[Edit, ...]:
    """The edits that turn `old` into `new`, in order; those fewer than `near` words apart are one.

    Quotation marks, apostrophes and white space that differ in kind only are left as they are in `old`.
    """
    before, after = _tokens(old), _tokens(new)
    steps = _steps([_plain(each) for each in before], [_plain(each) for each in after])
    starts = [0]
    for token in before:
        starts.append(starts[-1] + len(token))
    edits: list[Edit] = []
    for group in _grouped(steps, before, near):
        words = "".join("".join(before[s.i : s.j] if s.kept else after[s.k : s.m]) for s in group)
        edits.append(Edit(starts[group[0].i], starts[group[-1].j], words))
    return tuple(edits)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _plain(token: str) -> str:
    return " " if token.isspace() else token.translate(_SAME)


def _steps(before: Sequence[str], after: Sequence[str]) -> list[_Step]:
    """What is kept and what gives way, the common beginning and end taken off first."""
    first = 0
    while first < min(len(before), len(after)) and before[first] == after[first]:
        first += 1
    last = 0
    while last < min(len(before), len(after)) - first and before[-1 - last] == after[-1 - last]:
        last += 1
    old, new = before[first : len(before) - last], after[first : len(after) - last]
    if len(old) * len(new) > _MOST_PAIRS:
        inner = [("replace", 0, len(old), 0, len(new))]
    else:
        inner = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    middle = [_Step(tag == "equal", first + i, first + j, first + k, first + m) for tag, i, j, k, m in inner]
    if _is_confetti(middle, before):
        return [_Step(False, first, first + len(old), first, first + len(new))]
    return middle


def _is_confetti(middle: Sequence[_Step], before: Sequence[str]) -> bool:
    """Whether so little is kept, or only between so many changes, that one replacement reads better."""
    if sum(not step.kept for step in middle) < 3 or _breaks(before[middle[0].i : middle[-1].j]):
        return False
    kept = sum(_words(before[step.i : step.j]) for step in middle if step.kept)
    every = _words(before[middle[0].i : middle[-1].j])
    return kept < _KEPT_SHARE * every


def _grouped(steps: Sequence[_Step], before: Sequence[str], near: int) -> Iterator[list[_Step]]:
    """The changes, each with those too near to it and what is kept between them."""
    group: list[_Step] = []
    between: list[_Step] = []
    for step in steps:
        if step.kept:
            between = [step]
            continue
        gap = before[between[0].i : between[0].j] if between else []
        if group and (_words(gap) >= near or _breaks(gap)):
            yield group
            group = []
        group = [*group, *between, step] if group else [step]
        between = []
    if group:
        yield group


def _breaks(tokens: Sequence[str]) -> bool:
    return any("\n" in token for token in tokens)


def _words(tokens: Sequence[str]) -> int:
    return sum(bool(_WORD.search(token)) for token in tokens)
