"""Scores of tokens -> phrases: short spans such as names and dates, where sentences would say too much."""

import re
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from legalai.extract.dates.values.dates import find_dates
from legalai.extract.hints import Hint

# Characters [start, end) of a text.
Span = tuple[int, int]
# A span, and which kind of hint it is, if it is one.
Phrase = tuple[Span, str | None]

# What somebody is called, beside words with a capital letter and what stands in quotes.
_PRONOUN = re.compile(r"\b(?:we|us|our|you|your)\b")
_FORM_ALONE = re.compile(
    r"(?:\W*\b(?:inc|llc|l\.l\.c|ltd|limited|l\.?p|llp|plc|corp|s\.a|n\.a|gmbh|esq|jr)\b\.?)+\W*", re.IGNORECASE
)
_AGREEMENT = re.compile(r"[ \t]+(?:AGREEMENT|Agreement)\b")
_WORD = re.compile(r"\w[\w&.'’-]*\w")
_QUOTES = "\"“”'‘’"
# A phrase that holds dates and at most as much again around them is meant to be those dates.
_AROUND_DATE = 2


def find_phrases(
    text: str, offsets: NDArray[np.int32], probabilities: NDArray[np.float32], *, floor: float, drop: float
) -> list[Span]:
    """The spans that a token model marks, in text order.

    Shapes: offsets [T, 2] the characters of each token; probabilities [T]. A token below `floor` ends a phrase; so does
    one below `drop` times the phrase's best token.
    """
    spans: list[Span] = []
    for run in _runs(text, offsets, probabilities >= floor):
        kept = run[probabilities[run] >= drop * probabilities[run].max()]
        start, end = _whole_words(text, int(offsets[kept[0], 0]), int(offsets[kept[-1], 1]))
        if start < end:
            spans.append((start, end))
    return spans


def whole_dates(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans, those that stand for dates with the bounds of those dates."""
    dates = [(date.start, date.end) for date in find_dates(text)] if spans else []
    return [span for marked in spans for span in _dates_of(marked, dates) or [marked]]


def names(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans that may name somebody.

    A scrap such as "." or "hereby" does not, whatever stands beside it; nor does a legal form by itself ("Inc."), or
    what an agreement is called after ("SERVICES AGREEMENT").
    """

    def may_name(start: int, end: int) -> bool:
        said = text[start:end]
        known = any(map(str.isupper, said)) or _PRONOUN.search(said) or text[max(start - 1, 0)] in _QUOTES
        names_none = _FORM_ALONE.fullmatch(said) or _AGREEMENT.match(text, end)
        return bool(known and _WORD.search(said) and not names_none)

    return [span for span in spans if may_name(*span)]


def _dates_of(marked: Span, dates: Sequence[Span]) -> list[Span]:
    """The dates that a span touches, if it says little more than those."""
    inside = [date for date in dates if date[0] < marked[1] and date[1] > marked[0]]
    said = sum(end - start for start, end in inside)
    return inside if marked[1] - marked[0] <= _AROUND_DATE * said else []


def with_hints(spans: Sequence[Span], hints: Sequence[Hint]) -> list[Phrase]:
    """The hints and the spans that touch none of them, each once, in text order."""
    beside = (span for span in spans if not any(span[0] < hint.end and span[1] > hint.start for hint in hints))
    phrases: dict[Span, str | None] = dict.fromkeys(beside)
    phrases.update(((hint.start, hint.end), hint.kind) for hint in hints)
    return sorted(phrases.items())


def _runs(text: str, offsets: NDArray[np.int32], inside: NDArray[np.bool_]) -> Iterator[NDArray[np.int64]]:
    """The stretches of neighbouring tokens inside a phrase; a line break ends one, as it ends a block."""
    tokens = np.flatnonzero(inside)
    breaks = [
        i
        for i in range(1, len(tokens))
        if tokens[i] > tokens[i - 1] + 1 or "\n" in text[offsets[tokens[i - 1], 1] : offsets[tokens[i], 0]]
    ]
    return (run for run in np.split(tokens, breaks) if len(run))


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Grow to word edges, then drop the quotes, brackets and commas at both ends."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    while start < end and text[start] in " \n\t\"“”'‘’(),;:":
        start += 1
    while end > start and text[end - 1] in " \n\t\"“”'‘’(,;:":
        end -= 1
    return start, end
