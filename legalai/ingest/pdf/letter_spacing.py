"""Words set with their letters apart ("A G R E E M E N T"), put together again."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from legalai.ingest.pdf.characters import Character

_Group = list[Character]

# "a", "I" and the letters of a list stand alone, but not so many in a row.
_FEWEST = 4
# The gap between letters of one word, in type sizes, at most; and how much wider the gap to the next word is.
_WIDEST = 1.0
_WORD_GAP = 1.4


def closed_up(groups: Sequence[_Group]) -> Iterator[_Group]:
    """The words of a line; `groups` are those that stand apart, from left to right."""
    run: list[_Group] = []
    for group in groups:
        if run and not (_is_letter(group) and _gap(run[-1], group) <= _WIDEST * group[0].style.size):
            yield from _words(run)
            run = []
        if _is_letter(group):
            run.append(group)
        else:
            yield group
    yield from _words(run)


def _is_letter(group: _Group) -> bool:
    return len(group) == 1 and group[0].text.isalpha()


def _gap(before: _Group, after: _Group) -> float:
    return after[0].x0 - before[-1].x1


def _words(run: Sequence[_Group]) -> Iterator[_Group]:
    if len(run) < _FEWEST:
        yield from run
        return
    usual = sorted(_gap(*pair) for pair in pairwise(run))[(len(run) - 1) // 2]
    word = run[0]
    for before, letter in pairwise(run):
        if _gap(before, letter) > _WORD_GAP * usual:
            yield word
            word = []
        word = word + letter
    yield word
