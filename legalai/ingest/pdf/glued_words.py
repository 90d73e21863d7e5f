"""Words printed without blanks between them ("theLicenseeshall"), parted where known words leave no doubt."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from legalai.ingest.pdf.common_words import common_words
from legalai.ingest.pdf.word import Word

_LETTERS = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\w[.@/:_]\w")
# One pass to the letters that may be glued, and the marks after which a blank is missing.
_GLUED = re.compile(r"[^\W\d_]{5,200}|[,;](?=[^\W\d_]{2})")
# A blank left out here and there is a slip of typing; so many are the way a file was made.
_FEWEST = 5
_SHORTEST_WORD, _OFTEN = 4, 2
_MOST_LETTERS, _LONGEST_WORD = 60, 24
_MANY = 4
# A contract has some three thousand words; a file made to keep us busy may have any number.
_MOST_RUNS = 20_000


def with_words_parted(pages: Sequence[Sequence[Word]]) -> tuple[list[tuple[Word, ...]], int]:
    """The words of each page with glued ones parted, and how many were; none where only a few seem to be.

    The box of a part is its share of the whole word's, by letters.
    """
    counts = Counter(run for words in pages for word in words for run in _runs(word))
    parts = _parts_of(counts)
    if len(parts) < _FEWEST:
        return [tuple(words) for words in pages], 0
    return [tuple(part for word in words for part in _parted(word, parts)) for words in pages], sum(
        counts[run] for run in parts
    )


def _runs(word: Word) -> list[str]:
    return [] if _ADDRESS.search(word.text) else _LETTERS.findall(word.text)


def _parts_of(counts: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    """For each glued run of letters its words."""
    known: Counter[str] = Counter()
    for run, count in counts.items():
        known[run.lower()] += count
    parts: dict[str, tuple[str, ...]] = {}
    words = set(common_words())
    for run in sorted(counts, key=len)[:_MOST_RUNS]:
        found = _split(run, words)
        if found:
            parts[run] = found
        elif known[run.lower()] >= _OFTEN and len(run) >= _SHORTEST_WORD:
            words.add(run.lower())
    return parts


def _split(run: str, words: set[str]) -> tuple[str, ...]:
    """The one way to read a run as several words of two letters or more; empty where it is a word or none is plain."""
    lower = run.lower()
    if lower in words or len(run) > _MOST_LETTERS:
        return ()
    # For each place the fewest words that end there, and in how many ways.
    fewest: list[tuple[int, int, int]] = [(0, 1, 0)]
    for end in range(1, len(run) + 1):
        best = (len(run) + 1, 0, 0)
        for start in range(max(0, end - _LONGEST_WORD), end - 1):
            count, ways, _ = fewest[start]
            if ways and lower[start:end] in words and _is_cased(run[start:end]):
                if count + 1 < best[0]:
                    best = (count + 1, ways, start)
                elif count + 1 == best[0]:
                    best = (best[0], best[1] + ways, best[2])
        fewest.append(best)
    if fewest[-1][1] != 1:
        return ()
    found: list[str] = []
    end = len(run)
    while end:
        start = fewest[end][2]
        found.append(run[start:end])
        end = start
    return tuple(reversed(found)) if _is_sure(found) else ()


def _is_cased(word: str) -> bool:
    """Whether a word is written as words are: no capital after a small letter."""
    return word[1:].islower() or word[1:].isupper()


def _is_sure(found: Sequence[str]) -> bool:
    """Many words, or one among them that no compound of the language begins or ends with: "we at her" is "weather"."""
    if len(found) >= _MANY:
        return True
    return not _JOINS.isdisjoint(word.lower() for word in found)


def _parted(word: Word, parts: Mapping[str, tuple[str, ...]]) -> Iterable[Word]:
    if _ADDRESS.search(word.text):
        return (word,)
    cuts: list[int] = []
    for match in _GLUED.finditer(word.text):
        if match[0] in ",;":
            cuts.append(match.end())
            continue
        position = match.start()
        for part in parts.get(match[0], ())[:-1]:
            position += len(part)
            cuts.append(position)
    if not cuts:
        return (word,)
    letter = (word.x1 - word.x0) / max(len(word.text), 1)
    return [
        replace(word, text=word.text[start:end], x0=word.x0 + letter * start, x1=word.x0 + letter * end)
        for start, end in pairwise([0, *cuts, len(word.text)])
    ]


# Words that no compound of the language begins or ends with.
_JOINS = frozenset(["the", "and", "shall", "such", "this", "that", "which", "these", "those", "their"])
