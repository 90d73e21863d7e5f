"""Token scores -> scored spans: whole sentences for most clause types, phrases for names and dates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from legalai.extract.clauses.clause_model import TokenScores
from legalai.labels import PHRASE_CATEGORIES


@dataclass(frozen=True, slots=True)
class Decoding:
    """The constants of decoding, chosen on the validation contracts and kept in the model's folder.

    `pooled_share`: a sentence's score is the mean over this share of its tokens, the highest ones.
    `merge_above`: neighbouring sentences of one type become one span when both score at least this.
    `phrase_floor`: a token below this ends a phrase; so does one below `phrase_drop` times the phrase's best token.
    `slopes`, `offsets`: per clause type, logit(calibrated) = slope * logit(raw) + offset.
    """

    pooled_share: float = 0.5
    merge_above: float = 0.5
    phrase_floor: float = 0.1
    phrase_drop: float = 0.3
    slopes: tuple[float, ...] = ()
    offsets: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoredSpan:
    """Characters [start, end) of the scored text that may be a clause of type `type`."""

    type: str
    start: int
    end: int
    score: float


def decode(
    text: str,
    scores: TokenScores,
    sentences: Sequence[tuple[int, int]],
    labels: Sequence[str],
    decoding: Decoding,
    *,
    floor: float,
) -> list[ScoredSpan]:
    """Every span scored at least `floor`, best first.

    Offsets: `sentences` are characters [start, end) of `text`, ascending and without overlap.
    """
    spans: list[ScoredSpan] = []
    first, last = _token_ranges(scores.offsets, sentences)
    pooled = _pooled(scores.probabilities, first, last, decoding.pooled_share)
    for column, label in enumerate(labels):
        if label in PHRASE_CATEGORIES:
            found = _phrases(text, scores, column, decoding)
        else:
            found = _sentence_runs(pooled[:, column], sentences, decoding)
        for start, end, raw in found:
            score = _calibrated(raw, column, decoding)
            if score >= floor:
                spans.append(ScoredSpan(label, start, end, score))
    return sorted(spans, key=lambda span: -span.score)


def _token_ranges(
    offsets: NDArray[np.int32], sentences: Sequence[tuple[int, int]]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    bounds = np.asarray(sentences, dtype=np.int64).reshape(-1, 2)
    return np.searchsorted(offsets[:, 0], bounds[:, 0]), np.searchsorted(offsets[:, 0], bounds[:, 1])


def _pooled(
    probabilities: NDArray[np.float32], first: NDArray[np.int64], last: NDArray[np.int64], share: float
) -> NDArray[np.float32]:
    """Shapes: result [S, C]; the mean of the highest `share` of each sentence's token probabilities."""
    pooled = np.zeros((len(first), probabilities.shape[1]), dtype=np.float32)
    for row, (start, end) in enumerate(zip(first, last, strict=True)):
        if start < end:
            ranked = np.sort(probabilities[start:end], axis=0)
            pooled[row] = ranked[-max(1, round((end - start) * share)) :].mean(axis=0)
    return pooled


def _sentence_runs(
    scores: NDArray[np.float32], sentences: Sequence[tuple[int, int]], decoding: Decoding
) -> Iterator[tuple[int, int, float]]:
    row = 0
    while row < len(sentences):
        end = row + 1
        while scores[row] >= decoding.merge_above and end < len(sentences) and scores[end] >= decoding.merge_above:
            end += 1
        yield sentences[row][0], sentences[end - 1][1], float(scores[row:end].max())
        row = end


def _phrases(text: str, scores: TokenScores, column: int, decoding: Decoding) -> Iterator[tuple[int, int, float]]:
    probabilities = scores.probabilities[:, column]
    for run in _runs(text, scores.offsets, probabilities >= decoding.phrase_floor):
        best = float(probabilities[run].max())
        kept = run[probabilities[run] >= decoding.phrase_drop * best]
        start, end = int(scores.offsets[kept[0], 0]), int(scores.offsets[kept[-1], 1])
        start, end = _whole_words(text, start, end)
        if start < end:
            yield start, end, float(probabilities[kept].mean())


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


def _calibrated(raw: float, column: int, decoding: Decoding) -> float:
    if not decoding.slopes:
        return raw
    raw = min(max(raw, 1e-6), 1 - 1e-6)
    logit = decoding.slopes[column] * np.log(raw / (1 - raw)) + decoding.offsets[column]
    return float(1 / (1 + np.exp(-logit)))
