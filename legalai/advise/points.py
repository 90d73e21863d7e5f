"""Negotiation points: one point, one clause, one ask, with words to propose; at most ten, what costs most first."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from legalai.advise.findings import SEVERITIES, Raised
from legalai.advise.phrases import mentions
from legalai.advise.reading import Reading
from legalai.advise.wording import Render, as_clause, edited, new_number, whole_sentence
from legalai.jurisdictions import Ask, Rule
from legalai.playbook import AddSentence, Position
from legalai.schema import Citation

MOST = 10
# Law that a position does not already take up comes after what the client asked for by name.
LAW_PRIORITY = 50


@dataclass(frozen=True)
class Proposal:
    """A finding that asks for other words: `edit` says whether they replace the cited clause or follow it."""

    raised: Raised
    citations: tuple[Citation, ...]
    proposed_text: str
    edit: Literal["replace", "insert_after"]
    rank: tuple[int, int]


@dataclass
class _Taken:
    """What earlier points already change, so that no two points change the same words."""

    spans: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    numbers: set[str] = field(default_factory=set[str])

    def free(self, citation: Citation) -> bool:
        return all(citation.end <= start or end <= citation.start for start, end in self.spans)


def proposals(reading: Reading, positions: Sequence[Raised], rules: Sequence[Raised], render: Render) -> list[Proposal]:
    """What to propose, in the order of what it costs; rules propose only on topics that no position takes up."""
    topics = {raised.topic for raised in positions}
    wanted = [
        *positions,
        *(raised for raised in rules if raised.topic not in topics and law_ask(reading, raised) is not None),
    ]
    taken = _Taken()
    found: list[Proposal] = []
    for raised in sorted(wanted, key=_rank):
        proposal = _proposal(reading, raised, render, taken)
        if proposal is not None:
            found.append(proposal)
    return found


def law_ask(reading: Reading, raised: Raised) -> Ask | None:
    """What a rule of law lets our side ask for, where it has words for it."""
    if not isinstance(raised.source, Rule) or not raised.source.disclose or reading.stance.side is None:
        return None
    ask = raised.source.ask.of(reading.stance.side)
    return ask if ask is not None and ask.wording else None


def _rank(raised: Raised) -> tuple[int, int]:
    priority = raised.source.priority if isinstance(raised.source, Position) else LAW_PRIORITY
    return priority, SEVERITIES.index(raised.source.severity)


def _proposal(reading: Reading, raised: Raised, render: Render, taken: _Taken) -> Proposal | None:
    source = raised.source
    if isinstance(source, Position):
        for citation in raised.citations:
            clause = whole_sentence(reading, citation)
            text = (
                edited(reading, clause.text, source.edits, render)
                if not raised.match.absent and taken.free(clause)
                else None
            )
            if text is not None:
                taken.spans.append((clause.start, clause.end))
                return Proposal(raised, (clause, *_others(raised, citation)), text, "replace", _rank(raised))
    wording = _wording(reading, raised)
    if wording is None:
        return None
    place = _last(raised.citations) if not raised.match.absent else raised.citations[0]
    number = new_number(place.number, taken.numbers)
    return Proposal(
        raised, (place, *_others(raised, place)), as_clause(render(wording), number), "insert_after", _rank(raised)
    )


def _wording(reading: Reading, raised: Raised) -> str | None:
    if isinstance(raised.source, Position):
        if raised.source.wording is not None:
            return raised.source.wording
        added = [edit.put for edit in raised.source.edits if isinstance(edit, AddSentence)]
        unless = [phrase for edit in raised.source.edits if isinstance(edit, AddSentence) for phrase in edit.unless]
        return added[0] if added and not any(mentions(each.text, unless) for each in raised.citations) else None
    ask = law_ask(reading, raised)
    return ask.wording if ask is not None else None


def _others(raised: Raised, citation: Citation) -> tuple[Citation, ...]:
    return tuple(each for each in raised.citations if each is not citation)


def _last(citations: Sequence[Citation]) -> Citation:
    """Where a new clause follows best: after the last of the clauses that stand together."""
    return max(citations, key=lambda each: each.end) if len({each.number for each in citations}) == 1 else citations[0]
