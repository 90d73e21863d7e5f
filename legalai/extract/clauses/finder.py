"""The component that runs the clause model on sections and, when all are read, keeps what it found in the contract."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from legalai.extract.clauses.calibration import Calibration
from legalai.extract.clauses.clause_model import CALIBRATION, ClauseModel
from legalai.extract.clauses.decoding import Decoding, Readings, Sentences, decode
from legalai.extract.facts import ContractFacts, Section
from legalai.extract.hints import Hint
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Candidate, Clause

# What scores at least this is a clause. A clause overlooked is worse than one shown in vain.
DECISION = 0.3
# Below this a span is no help even as the nearest thing to a clause that was not found.
_CANDIDATE_FLOOR = 0.05
_CANDIDATES_KEPT = 3
# Characters. A heading or a scrap of a table takes the score of the clause it stands beside, and is none.
_SHORTEST_SENTENCE = 20


@dataclass(frozen=True, slots=True)
class ScoredSpan:
    """Characters [start, end) of a text that may be a clause of type `type`."""

    type: str
    start: int
    end: int
    score: float


class ClauseFinder:
    """The clause model with its decoding and calibration: sections in, scored spans of the contract out."""

    def __init__(self, model: ClauseModel) -> None:
        self.model = model
        self.calibration = Calibration.load(model.folder / CALIBRATION)
        self._decoding = Decoding(**model.decoding)

    def read(self, text: str, section: Section, hints: Sequence[Hint]) -> Readings:
        """What both models say of a section. Offsets: characters of the whole `text`."""
        part = text[section.start : section.end]
        passages = readable(section.passages)
        bounds = np.array([(p.start, p.end) for p in passages], dtype=np.int64).reshape(-1, 2) - section.start
        sentences = Sentences(bounds, self.model.lexical.logits(passages), self.model.joins.logits(part, bounds))
        readings = decode(
            part,
            self.model.scores(part),
            sentences,
            labels=self.model.labels,
            decoding=self._decoding,
            hints=[
                hint.moved(-section.start) for hint in hints if section.start <= hint.start and hint.end <= section.end
            ],
        )
        return readings.moved(section.start)

    def judge(self, readings: Readings, *, length: int, floor: float) -> list[ScoredSpan]:
        """All readings of one contract, of `length` characters, that score at least `floor`, best first."""
        scores = self.calibration.probabilities(readings, self.model.labels, length=length)
        return scored_spans(readings, scores, self.model.labels, floor=floor)

    def add_to(self, facts: ContractFacts, section: Section) -> None:
        """Read a section; after the last one, put the clauses and what came nearest to one into the facts."""
        facts.readings.append(self.read(facts.document.text, section, facts.hints))
        if not section.last:
            return
        facts.miss_rates = self.model.miss_rates
        length = len(facts.document.text)
        for span in self.judge(Readings.joined(facts.readings), length=length, floor=_CANDIDATE_FLOOR):
            if span.score >= DECISION:
                facts.clauses.append(_clause(facts, span, to_check=self._to_check(span)))
            else:
                _keep_candidate(facts, span)
        facts.readings.clear()

    def _to_check(self, span: ScoredSpan) -> bool:
        calibrated = self.calibration.types.get(span.type)
        return calibrated is None or calibrated.threshold_10 is None or span.score < calibrated.threshold_10


def readable(passages: Sequence[Passage]) -> list[Passage]:
    """The passages that can be clauses."""
    return [p for p in passages if not p.is_heading and len(p.text) >= _SHORTEST_SENTENCE]


def scored_spans(
    readings: Readings, scores: NDArray[np.float64], labels: Sequence[str], *, floor: float
) -> list[ScoredSpan]:
    """Readings with their scores, best first, without those below `floor`. Shapes: scores [N]."""
    order = [int(i) for i in np.argsort(-scores, kind="stable") if scores[i] >= floor]
    return [
        ScoredSpan(
            labels[int(readings.columns[i])], int(readings.bounds[i, 0]), int(readings.bounds[i, 1]), float(scores[i])
        )
        for i in order
    ]


def _clause(facts: ContractFacts, span: ScoredSpan, *, to_check: bool) -> Clause:
    index = bisect_right(facts.passages, span.start, key=lambda p: p.start) - 1
    passage = facts.passages[max(index, 0)]
    return Clause(
        type=span.type,
        text=facts.document.text[span.start : span.end],
        start=span.start,
        end=span.end,
        score=round(span.score, 4),
        to_check=to_check,
        page=facts.document.text_map.page(span.start),
        number=passage.number,
        heading=passage.heading,
    )


def _keep_candidate(facts: ContractFacts, span: ScoredSpan) -> None:
    kept = facts.candidates.setdefault(span.type, [])
    text = facts.document.text[span.start : span.end]
    kept.append(Candidate(text=text, start=span.start, end=span.end, score=round(span.score, 4)))
    kept.sort(key=lambda candidate: -candidate.score)
    del kept[_CANDIDATES_KEPT:]
