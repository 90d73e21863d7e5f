"""From a clause to the sentences it stands in: clauses point, rules read whole sentences."""

from collections.abc import Sequence

from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clause, Quote


def pointed(passages: Sequence[Passage], clauses: Sequence[Clause], clause_type: str) -> tuple[Passage, ...]:
    """The passages that clauses of one type touch, in document order."""
    spans = [(clause.start, clause.end) for clause in clauses if clause.type == clause_type]
    return tuple(p for p in passages if any(start < p.end and p.start < end for start, end in spans))


def quote(passage: Passage, start: int, end: int) -> Quote:
    """Characters [start, end) of a passage's text, as a quote of the document."""
    return Quote(text=passage.text[start:end], start=passage.start + start, end=passage.start + end)


def whole(passage: Passage) -> Quote:
    """A passage as a quote of the document."""
    return Quote(text=passage.text, start=passage.start, end=passage.end)
