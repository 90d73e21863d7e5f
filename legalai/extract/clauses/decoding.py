"""Scores of tokens and sentences -> readings: spans of each clause type with what both models say of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from legalai.extract.clauses.clause_model import TokenScores
from legalai.extract.clauses.phrases import Phrase, find_phrases, names, whole_dates, with_hints
from legalai.extract.hints import HINT_KINDS, Hint
from legalai.labels import PHRASE_CATEGORIES

# What a reading's evidence holds, column by column. Logits are natural; "fused" is the mean of token and lexical logit.
#   token     logit of the mean over the best tokens of the span's best sentence; for a phrase over all of its tokens
#   peak      logit of the best token
#   lexical   logit of the lexical model for that sentence; for a phrase for the sentence it stands in
#   fused     what sentences are joined by, and readings are ranked by before they are judged
#   before    fused logit of the sentence in front of the span; for a phrase 0
#   after     fused logit of the sentence behind the span; for a phrase 0
#   sentences how many sentences were joined
#   beyond    how near it came to being joined with a sentence outside of it: 0 not at all, 0.5 nearly; for a phrase 0
#   named, short, whole: 1 where the rules gave the span as a hint of that kind, else 0
EVIDENCE = ("token", "peak", "lexical", "fused", "before", "after", "sentences", "beyond", *HINT_KINDS)

_LEAST, _MOST = 1e-5, 1 - 1e-5
# The lexical logit of a phrase that stands in no sentence, such as a title.
_NO_SENTENCE = -6.0
_NO_HINT = (0.0,) * len(HINT_KINDS)
_DATES = frozenset({"Agreement Date", "Effective Date"})


@dataclass(frozen=True, slots=True)
class Decoding:
    """The constants of decoding, chosen on contracts kept aside from training and kept in the model's folder.

    `pooled_share`: a sentence's token score is the mean over this share of its tokens, the highest ones.
    `token_weight`: the token model's part in the fused logit; the lexical model has the rest.
    Neighbouring sentences become one span where the weaker token logit and `join_weight` times the logit of their join
    come to `join_above` at least.
    `phrase_floor`: a token below this ends a phrase; so does one below `phrase_drop` times the phrase's best token.
    `faintest`: readings with a fused logit below this are dropped.
    """

    pooled_share: float
    token_weight: float
    join_above: float
    join_weight: float
    phrase_floor: float
    phrase_drop: float
    faintest: float


@dataclass(frozen=True, slots=True)
class Readings:
    """Spans that may be clauses.

    Shapes: columns [N] the label of each; bounds [N, 2] its characters, half-open; evidence [N, E] as in `EVIDENCE`.
    """

    columns: NDArray[np.int64]
    bounds: NDArray[np.int64]
    evidence: NDArray[np.float32]

    @classmethod
    def joined(cls, parts: Sequence["Readings"]) -> "Readings":
        """The readings of all sections of one contract."""
        return cls(
            np.concatenate([part.columns for part in parts]),
            np.concatenate([part.bounds for part in parts]),
            np.concatenate([part.evidence for part in parts]),
        )

    def moved(self, by: int) -> "Readings":
        """The same readings in a text that begins `by` characters earlier."""
        return Readings(self.columns, self.bounds + by, self.evidence)


_Row = tuple[int, int, int, tuple[float, ...]]


def logit(probabilities: NDArray[np.float32]) -> NDArray[np.float32]:
    """The natural logit, of probabilities kept off 0 and 1."""
    inside = np.clip(probabilities, _LEAST, _MOST)
    return (np.log(inside) - np.log1p(-inside)).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a text that can be clauses, their lexical logits, and those of their joins.

    Shapes: bounds [S, 2] characters of the text, half-open, ascending and without overlap; lexical [S, C]; joins
    [S - 1] of each with the next, see `legalai.extract.clauses.joins`.
    """

    bounds: NDArray[np.int64]
    lexical: NDArray[np.float32]
    joins: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Logits:
    """What both models say of the sentences. Shapes: all [S, C]."""

    token: NDArray[np.float32]
    peak: NDArray[np.float32]
    fused: NDArray[np.float32]


def decode(
    text: str,
    scores: TokenScores,
    sentences: Sentences,
    *,
    labels: Sequence[str],
    decoding: Decoding,
    hints: Sequence[Hint],
) -> Readings:
    """Every reading of a text, label by label. Offsets, those of the hints too: characters of `text`."""
    logits = _pooled(scores, sentences, decoding)
    rows: list[_Row] = []
    for column, label in enumerate(labels):
        if label in PHRASE_CATEGORIES:
            floor, drop = decoding.phrase_floor, decoding.phrase_drop
            phrases = find_phrases(text, scores.offsets, scores.probabilities[:, column], floor=floor, drop=drop)
            if label in _DATES:
                phrases = whole_dates(text, phrases)
            elif label == "Parties":
                phrases = names(text, phrases)
            own = [hint for hint in hints if hint.type == label]
            rows += _phrase_rows(with_hints(phrases, own), scores, sentences, column, decoding)
        else:
            rows += _sentence_runs(logits, sentences, column, decoding)
    return _readings(rows, decoding.faintest)


def _readings(rows: Iterable[_Row], faintest: float) -> Readings:
    kept = [row for row in rows if row[3][EVIDENCE.index("fused")] >= faintest]
    return Readings(
        np.array([row[0] for row in kept], dtype=np.int64),
        np.array([row[1:3] for row in kept], dtype=np.int64).reshape(-1, 2),
        np.array([row[3] for row in kept], dtype=np.float32).reshape(-1, len(EVIDENCE)),
    )


def _pooled(scores: TokenScores, sentences: Sentences, decoding: Decoding) -> _Logits:
    first = np.searchsorted(scores.offsets[:, 0], sentences.bounds[:, 0])
    last = np.searchsorted(scores.offsets[:, 0], sentences.bounds[:, 1])
    pooled, peak = np.zeros_like(sentences.lexical), np.zeros_like(sentences.lexical)
    for row, (start, end) in enumerate(zip(first, last, strict=True)):
        if start < end:
            ranked = np.sort(scores.probabilities[start:end], axis=0)
            pooled[row] = ranked[-max(1, round((end - start) * decoding.pooled_share)) :].mean(axis=0)
            peak[row] = ranked[-1]
    token = logit(pooled)
    return _Logits(token, logit(peak), _fused(token, sentences.lexical, decoding))


def _fused(token: NDArray[np.float32], lexical: NDArray[np.float32], decoding: Decoding) -> NDArray[np.float32]:
    return (decoding.token_weight * token + (1 - decoding.token_weight) * lexical).astype(np.float32)


def _sentence_runs(logits: _Logits, sentences: Sentences, column: int, decoding: Decoding) -> Iterator[_Row]:
    if not len(sentences.bounds):
        return
    fused, token = logits.fused[:, column], logits.token[:, column]
    joined = np.minimum(token[:-1], token[1:]) + decoding.join_weight * sentences.joins - decoding.join_above
    beside = np.pad(fused, 1, constant_values=decoding.faintest)
    edges = np.pad(joined, 1, constant_values=-np.inf)  # edges[i] is before sentence i
    breaks = np.flatnonzero(edges < 0)
    for row, end in pairwise(breaks.tolist()):
        best = row + int(np.argmax(fused[row:end]))
        said = (token[best], logits.peak[best, column], sentences.lexical[best, column], fused[best])
        beyond = float(1 / (1 + np.exp(-max(edges[row], edges[end]))))
        around = (beside[row], beside[end + 1], end - row, beyond)
        yield column, int(sentences.bounds[row, 0]), int(sentences.bounds[end - 1, 1]), (*said, *around, *_NO_HINT)


def _phrase_rows(
    phrases: Iterable[Phrase], scores: TokenScores, sentences: Sentences, column: int, decoding: Decoding
) -> Iterator[_Row]:
    for (start, end), kind in phrases:
        first = int(np.searchsorted(scores.offsets[:, 1], start, side="right"))
        last = int(np.searchsorted(scores.offsets[:, 0], end))
        if first >= last:
            continue
        said = scores.probabilities[first:last, column]
        token, peak = logit(np.array([said.mean(), said.max()], dtype=np.float32))
        sentence = int(np.searchsorted(sentences.bounds[:, 0], start, side="right")) - 1
        inside = sentence >= 0 and sentences.bounds[sentence, 1] > start
        lexical = np.array([sentences.lexical[sentence, column] if inside else _NO_SENTENCE], dtype=np.float32)
        fused = _fused(np.array([token]), lexical, decoding)[0]
        yield (
            column,
            start,
            end,
            (token, peak, lexical[0], fused, 0.0, 0.0, 1, 0.0, *(float(kind == each) for each in HINT_KINDS)),
        )
