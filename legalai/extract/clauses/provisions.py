"""Provisions: clauses of the types beyond CUAD, known by their own words and, where there is one, by their heading."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from legalai.extract.clauses.paragraphs import LONGEST_UNIT, Paragraph, joined, paragraphs, units
from legalai.extract.clauses.provision_model import ProvisionModel, ProvisionType
from legalai.extract.clauses.provision_rules import PROVISION_RULES, ProvisionRule
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clause


def find_provisions(passages: Sequence[Passage], text: str, model: ProvisionModel) -> tuple[Clause, ...]:
    """Every provision in text order. `text` is the document's, which the passages' offsets refer to.

    One clause for everything below a heading that names the type, scored by whether its words bear the heading out;
    elsewhere one for each run of paragraphs that state the type, and of sentences that a rule finds outside those.
    """
    found: list[Clause] = []
    for unit in units(paragraphs(passages)):
        by_words = list(_by_words(unit, model, text))
        by_rule = (clause for rule in PROVISION_RULES for clause in _by_rule(unit, rule, text))
        found += [*by_words, *(clause for clause in by_rule if not _within(clause, by_words))]
    return tuple(sorted(found, key=lambda clause: (clause.start, clause.end, clause.type)))


def _by_words(unit: Sequence[Paragraph], model: ProvisionModel, text: str) -> Iterator[Clause]:
    heading, whole = unit[0].heading, joined(unit)
    named = model.headings.types(heading) if heading and whole.end - whole.start <= LONGEST_UNIT else ()
    apart = model.probabilities(unit)
    together = model.probabilities([whole])[0] if named else np.zeros(len(model.types))
    for column, kind in enumerate(model.types):
        if kind.name in named:
            agrees = max(apart[:, column].max(), together[column]) >= kind.threshold
            yield _clause(kind.name, whole, model.confirmed if agrees else model.heading_alone, text)
        else:
            yield from _runs(unit, apart[:, column], kind, text)


def _runs(unit: Sequence[Paragraph], scores: NDArray[np.float64], kind: ProvisionType, text: str) -> Iterator[Clause]:
    """Neighbouring paragraphs that state the type. Shapes: scores [paragraphs]."""
    for states, group in groupby(range(len(unit)), key=lambda index: bool(scores[index] >= kind.threshold)):
        if states:
            run = list(group)
            yield _clause(kind.name, joined([unit[index] for index in run]), float(scores[run].max()), text)


def _by_rule(unit: Sequence[Paragraph], rule: ProvisionRule, text: str) -> Iterator[Clause]:
    """Neighbouring sentences of one clause number that the rule finds."""
    sentences = [passage for paragraph in unit for passage in paragraph.passages]
    for (states, _), group in groupby(sentences, key=lambda passage: (rule.finds(passage.text), passage.number)):
        if states:
            yield _clause(rule.name, Paragraph(tuple(group)), rule.precision, text)


def _within(clause: Clause, others: Sequence[Clause]) -> bool:
    """Whether a clause lies inside one of its type."""
    return any(
        clause.type == other.type and other.start <= clause.start and clause.end <= other.end for other in others
    )


def _clause(kind: str, words: Paragraph, score: float, text: str) -> Clause:
    first = words.passages[0]
    return Clause(
        text=text[words.start : words.end],
        start=words.start,
        end=words.end,
        page=first.page,
        number=first.number,
        type=kind,
        score=round(score, 4),
        heading=first.heading,
    )
