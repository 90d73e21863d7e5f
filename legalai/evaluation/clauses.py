"""The clause extractor against lawyers' labels: the figures of `legalai evaluate clauses`."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields
from math import sqrt
from operator import itemgetter

import numpy as np

from legalai.evaluation.cuad import LabelledContract
from legalai.evaluation.official import Answers, Curve, Predictions, curve
from legalai.extract.clauses.clause_model import ClauseModel
from legalai.extract.clauses.decoding import Readings
from legalai.extract.clauses.finder import DECISION, ClauseFinder, ScoredSpan
from legalai.extract.facts import sections
from legalai.extract.hints import find_hints
from legalai.extract.pipeline import SECTION_SIZE
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import document_of
from legalai.labels import CUAD_CATEGORIES

# Spans below this are not written: the scorer's lowest threshold above zero.
FLOOR = 0.001
CALIBRATION_FLOOR, CALIBRATION_BINS = 0.05, 15
# Less likely spans are shown nowhere and not counted as probabilities; the scorer takes only their order, in steps of
# 0.01. Stretched by a square root they fall on several of those steps instead of two.
_ORDER_ONLY = 0.05
# Called with how many contracts are done, of how many, and the title of the last.
Progress = Callable[[int, int, str], None]

_F1_THRESHOLDS = tuple(round(0.1 + 0.05 * i, 2) for i in range(13))


@dataclass(frozen=True, slots=True)
class CategoryFigures:
    """One clause type: its labels, its area under the curve, and the share of labels missed at our decision."""

    labels: int
    aupr: float
    precision: float
    miss_rate: float


@dataclass(frozen=True, slots=True)
class ClauseFigures:
    """Everything `evaluate clauses` measures. All shares are between 0 and 1.

    `aupr_fp32`: the AUPR before the weights were quantised; known to a training run alone.
    `twin_of`: the hash of the model that ships, where these are the figures of a twin that read fewer contracts.
    """

    contracts: int
    labels: int
    aupr: float
    aupr_without_parties_rule: float
    precision_at_80_recall: float
    precision_at_90_recall: float
    whole_question_f1: float
    whole_question_threshold: float
    expected_calibration_error: float
    aupr_fp32: float | None
    model: str
    model_sha256: str
    categories: dict[str, CategoryFigures]
    twin_of: str | None = None

    def rows(self) -> list[tuple[str, str]]:
        """Every figure but those by clause type, as words and a number."""
        named = ((field.name, getattr(self, field.name)) for field in fields(self) if field.name != "categories")
        named = ((name, value) for name, value in named if value is not None)
        return [
            (name.replace("_", " "), f"{value:.4f}" if isinstance(value, float) else str(value))
            for name, value in named
        ]


@dataclass(frozen=True, slots=True)
class ReadContract:
    """A labelled contract and what the clause model says of it, not yet judged."""

    contract: LabelledContract
    readings: Readings


@dataclass(frozen=True, slots=True)
class ScoredContract:
    """A labelled contract and every span the extractor scored in it, best first."""

    contract: LabelledContract
    spans: tuple[ScoredSpan, ...]


def read_contracts(
    contracts: Sequence[LabelledContract], finder: ClauseFinder, *, progress: Progress
) -> list[ReadContract]:
    """Run the clause model over contracts as a review does, section by section."""
    read: list[ReadContract] = []
    for done, contract in enumerate(contracts, start=1):
        document = document_of(contract.text, name=contract.title)
        passages = find_passages(document)
        hints = find_hints(document, passages)
        parts = [finder.read(document.text, part, hints) for part in sections(passages, size=SECTION_SIZE)]
        read.append(ReadContract(contract, Readings.joined(parts)))
        progress(done, len(contracts), contract.title)
    return read


def score_contracts(read: Sequence[ReadContract], finder: ClauseFinder) -> list[ScoredContract]:
    """What the extractor makes of the readings."""
    return [
        ScoredContract(item.contract, tuple(finder.judge(item.readings, length=len(item.contract.text), floor=FLOOR)))
        for item in read
    ]


def predictions(scored: Sequence[ScoredContract]) -> dict[str, dict[str, float]]:
    """The scorer's n-best layout, `{question id: {text: probability}}`, best first; a repeated text keeps its best.

    Below 0.05 the values give an order and are no probabilities.
    """
    result: dict[str, dict[str, float]] = {}
    for item in scored:
        for question in item.contract.questions.values():
            result[question] = {}
        for span in item.spans:
            if question := item.contract.questions.get(span.type):
                result[question].setdefault(item.contract.text[span.start : span.end], _told(span.score))
    return result


def _told(score: float) -> float:
    return score if score >= _ORDER_ONLY else sqrt(score * _ORDER_ONLY)


def answers(scored: Sequence[ScoredContract]) -> dict[str, list[str]]:
    """The labelled texts of every question."""
    return {
        question: item.contract.answers(category)
        for item in scored
        for category, question in item.contract.questions.items()
    }


def measure(scored: Sequence[ScoredContract], model: ClauseModel, *, aupr_fp32: float | None = None) -> ClauseFigures:
    """All figures at once."""
    gold, said = answers(scored), predictions(scored)
    whole = curve(gold, said)
    f1, threshold = _whole_question_f1(scored)
    return ClauseFigures(
        contracts=len(scored),
        labels=sum(len(labels) for labels in gold.values()),
        aupr=round(whole.aupr, 4),
        aupr_without_parties_rule=round(curve(gold, said, parties_rule=False).aupr, 4),
        precision_at_80_recall=round(whole.precision_at(0.8), 4),
        precision_at_90_recall=round(whole.precision_at(0.9), 4),
        whole_question_f1=round(f1, 4),
        whole_question_threshold=threshold,
        expected_calibration_error=round(_calibration_error(gold, said), 4),
        aupr_fp32=aupr_fp32,
        model=model.name,
        model_sha256=model.sha256,
        categories={category: _category(category, gold, said) for category in CUAD_CATEGORIES},
    )


def evaluate(
    contracts: Sequence[LabelledContract], model: ClauseModel, *, progress: Progress
) -> tuple[ClauseFigures, dict[str, dict[str, float]]]:
    """Figures and predictions of a model on labelled contracts."""
    finder = ClauseFinder(model)
    scored = score_contracts(read_contracts(contracts, finder, progress=progress), finder)
    return measure(scored, model), predictions(scored)


def as_json(figures: ClauseFigures) -> str:
    """The figures as a model's metrics.json holds them."""
    return json.dumps(asdict(figures), indent=2) + "\n"


def predictions_json(said: Predictions) -> str:
    """Predictions as the CUAD scorer reads them."""
    layout = {
        question: [{"text": text, "probability": round(p, 6)} for text, p in texts.items()]
        for question, texts in said.items()
    }
    return json.dumps(layout, ensure_ascii=False, indent=1) + "\n"


def _category(category: str, gold: Answers, said: Predictions) -> CategoryFigures:
    own = {question: labels for question, labels in gold.items() if question.endswith(f"__{category}")}
    decided = {q: {t: 1.0 for t, p in said[q].items() if p >= DECISION} for q in own}
    at_decision: Curve = curve(own, decided)
    return CategoryFigures(
        labels=sum(len(labels) for labels in own.values()),
        aupr=round(curve(own, said).aupr, 4),
        precision=round(at_decision.precisions[1], 4),
        miss_rate=round(1 - at_decision.recalls[1], 4),
    )


def _whole_question_f1(scored: Sequence[ScoredContract]) -> tuple[float, float]:
    """The best F1 over thresholds, and its threshold.

    A question with labels is right when all of them lie inside what was said, else missed; one without labels is wrong
    when anything was said.
    """

    def f1(threshold: float) -> float:
        right = wrong = missed = 0
        for item in scored:
            for category in item.contract.questions:
                said = [(s.start, s.end) for s in item.spans if s.type == category and s.score > threshold]
                labels = [(s.start, s.end) for s in item.contract.spans if s.category == category]
                covered = bool(labels) and all(_inside(label, said, item.contract.text) for label in labels)
                right += covered
                wrong += bool(said) and not labels
                missed += bool(labels) and not covered
        return 2 * right / max(2 * right + wrong + missed, 1)

    return max((f1(threshold), threshold) for threshold in _F1_THRESHOLDS)


def _inside(label: tuple[int, int], said: Sequence[tuple[int, int]], text: str) -> bool:
    """Whether the characters of a label are covered by spans said, white space aside."""
    position, end = label
    for start, stop in sorted(said):
        if start > position and text[position:start].strip(' \n\t.,;:"“”()'):
            return False
        position = max(position, stop)
        if position >= end:
            return True
    return not text[position:end].strip(' \n\t.,;:"“”()')


def _calibration_error(gold: Answers, said: Predictions) -> float:
    """Expected calibration error over spans of at least 0.05, in bins of equal count."""
    points = []
    for question, texts in said.items():
        for text, probability in texts.items():
            if probability >= CALIBRATION_FLOOR:
                hit = curve({question: gold[question]}, {question: {text: 1.0}}).recalls[1] > 0
                points.append((probability, float(hit)))
    if not points:
        return 0.0
    points.sort(key=itemgetter(0))  # by score alone: equal scores must not be parted into hits and misses
    bins = np.array_split(np.array(points), min(CALIBRATION_BINS, len(points)))
    return float(sum(len(b) * abs(b[:, 0].mean() - b[:, 1].mean()) for b in bins) / len(points))
