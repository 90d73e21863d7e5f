"""Negotiation points: one point, one clause, one ask, with words to propose; at most ten, what costs most first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Literal

from legalai.advise.contradictions import Contradicted, Cut, contradicted, prevailing, standing_alone, with_cuts
from legalai.advise.findings import Raised, Source
from legalai.advise.phrases import mentions
from legalai.advise.reading import Reading, overlap
from legalai.advise.wording import Render, as_clause, brought, edited, edits_made, new_number, whole_sentence
from legalai.jurisdictions import Ask, Rule
from legalai.playbook import AddSentence, Edit, Position
from legalai.schema import SEVERITIES, Citation

MOST = 10
# Law that a position does not already take up comes after what the client asked for by name, of equal weight.
LAW_PRIORITY = 50


_OF_TRADE = re.compile(r"\{\{\s*(?:customer|supplier)\b")


@dataclass(frozen=True)
class Proposal:
    """A finding that asks for other words: `edit` says whether they replace the cited clause or follow it.

    Words that replace a clause may hold an empty line: what follows it is a new clause after the cited one. `ask`: what
    these words carry out, where that is not all that the position asks for.
    """

    raised: Raised
    citations: tuple[Citation, ...]
    proposed_text: str
    edit: Literal["replace", "insert_after"]
    rank: tuple[int, bool, int]
    ask: str | None = None


@dataclass
class _Taken:
    """What earlier points already change, so that no two points change the same words."""

    clauses: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    words: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    numbers: set[str] = field(default_factory=set[str])

    def free(self, citation: Citation) -> bool:
        """Whether no point changes anything in a clause."""
        return all(citation.end <= start or end <= citation.start for start, end in self.clauses)

    def free_words(self, cut: Cut) -> bool:
        """Whether no point changes words of a cut, or right beside it."""
        return all(cut.end < start or end < cut.start for start, end in self.words)

    def take(self, citation: Citation, text: str) -> None:
        """Take a clause for a point that makes other words of it."""
        self.clauses.append((citation.start, citation.end))
        self.take_words(citation, text)

    def take_words(self, citation: Citation, text: str) -> None:
        """Take the words alone that differ."""
        self.words += _changes(citation, text)


def _changes(citation: Citation, text: str) -> list[tuple[int, int]]:
    """Which characters of the contract are not the same in words that replace a clause."""
    steps = SequenceMatcher(None, citation.text, text, autojunk=False).get_opcodes()
    return [(citation.start + i, citation.start + j) for tag, i, j, _, _ in steps if tag != "equal"]


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
        if any(_says_the_same(raised, each.raised) for each in found):
            continue
        proposal = _proposal(reading, raised, render, taken)
        if proposal is not None:
            found.append(proposal)
    return found


def _says_the_same(raised: Raised, other: Raised) -> bool:
    """Whether two rules, of the governing law and of an overlay, speak on one thing in the same words of a contract."""
    if not (isinstance(raised.source, Rule) and isinstance(other.source, Rule) and raised.source.topic):
        return False
    return raised.topic == other.topic and overlap(raised.citations[0], other.citations[0])


def ask_of(reading: Reading, raised: Raised) -> Ask | None:
    """What our side should ask for because of a rule of law, where the cited words speak of whom it is for."""
    if not isinstance(raised.source, Rule) or reading.stance.us is None:
        return None
    ask = raised.source.ask.of(reading.stance.at_work or reading.stance.side)
    fits = ask is not None and (not ask.party or reading.party(raised.citations[0]) in ask.party)
    return ask if fits else None


def law_ask(reading: Reading, raised: Raised) -> Ask | None:
    """The same where the other side may be told of the rule, and it has words to propose."""
    if not isinstance(raised.source, Rule) or not raised.source.disclose:
        return None
    ask = ask_of(reading, raised)
    if ask is None or not ask.wording:
        return None
    # Who buys and who sells is not known, so words that name one of them cannot be proposed.
    return None if reading.stance.side is None and _OF_TRADE.search(ask.wording) else ask


def _rank(raised: Raised) -> tuple[int, bool, int]:
    # A grave point of law costs more than a slight position, whoever named it first.
    priority = raised.source.priority if isinstance(raised.source, Position) else LAW_PRIORITY
    return SEVERITIES.index(raised.severity), raised.to_check, priority


def _proposal(reading: Reading, raised: Raised, render: Render, taken: _Taken) -> Proposal | None:
    source = raised.source
    if isinstance(source, Position) and not raised.match.absent:
        for citation in _fittest(reading, raised.citations, source.edits, render):
            clause = whole_sentence(reading, citation)
            edits = _fitting(reading, clause, source.edits)
            changed = _changed(reading, clause, edits, render, taken) if taken.free(clause) else None
            if changed is not None:
                where, text = changed
                taken.take(where, text)
                cited = (where, *_others(raised, citation))
                ask = _asked(source, edits_made(reading, clause.text, edits, render))
                return Proposal(raised, cited, text, "replace", _rank(raised), ask)
    wording = _wording(reading, raised)
    if wording is None:
        return None
    place = _last(raised.citations) if not raised.match.absent else raised.citations[0]
    proposal = _new_clause(reading, raised, render(wording), place, taken)
    return replace(proposal, ask=_asked_by(source, wording))


def _fitting(reading: Reading, clause: Citation, edits: Sequence[Edit]) -> Sequence[Edit]:
    """The edits that a clause can take: no sentence follows an item in the middle of a list."""
    if not reading.completes_list(clause):
        return edits
    return [each for each in edits if not isinstance(each, AddSentence)]


def _asked(position: Position, edits: Sequence[Edit]) -> str | None:
    """What some edits of a position carry out, where others that ask for something more cannot be made."""
    asks = dict.fromkeys(each.ask for each in edits if each.ask)
    every = {each.ask for each in position.edits if each.ask}
    return " ".join(asks) if asks and asks.keys() < every else None


def _asked_by(source: Source, wording: str) -> str | None:
    """What a new clause carries out that is one of the edits of a position."""
    if not isinstance(source, Position):
        return None
    return _asked(source, [each for each in source.edits if isinstance(each, AddSentence) and each.put == wording])


def _fittest(reading: Reading, citations: Sequence[Citation], edits: Sequence[Edit], render: Render) -> list[Citation]:
    """The cited clauses, those first in which what is asked for can be changed and not only told after them."""
    within = [each for each in edits if not isinstance(each, AddSentence)]

    def is_only_told(citation: Citation) -> bool:
        return edited(reading, whole_sentence(reading, citation).text, within, render) is None

    return sorted(citations, key=is_only_told)


def _changed(
    reading: Reading, clause: Citation, edits: Sequence[Edit], render: Render, taken: _Taken
) -> tuple[Citation, str] | None:
    """A clause with its edits made, and what contradicts them taken out of its paragraph; None where none can be."""
    first = edited(reading, clause.text, edits, render)
    if first is None:
        return None
    words = [brought(each, render) for each in edits_made(reading, clause.text, edits, render)]
    found = contradicted(reading, clause, words)
    changed = _changes(clause, first)
    cuts = [cut for cut in found.cuts if all(cut.end <= start or end <= cut.start for start, end in changed)]
    where = _widened(reading, clause, cuts)
    if not taken.free(where):
        cuts, where = [], clause

    def tie(sentence: str) -> str:
        over = contradicted(reading, clause, [sentence]).over
        return prevailing(reading, sentence, clause, over, beside=True)

    text = reading.document.text
    own = with_cuts(clause.text, clause.start, cuts)
    made = own if found.enough and cuts else edited(reading, own, edits, render, tie) or first
    before = with_cuts(text[where.start : clause.start], where.start, cuts)
    return where, before + made + with_cuts(text[clause.end : where.end], clause.end, cuts)


def _new_clause(reading: Reading, raised: Raised, words: str, place: Citation, taken: _Taken) -> Proposal:
    """A clause of its own after another, which it prevails over or from which what contradicts it is taken out."""
    found = contradicted(reading, place, [words]) if not raised.match.absent else Contradicted()
    others = _others(raised, place)
    if found.cuts and all(taken.free_words(cut) for cut in found.cuts):
        where = _widened(reading, place, found.cuts)
        text = with_cuts(where.text, where.start, found.cuts)
        taken.take_words(where, text)
        if found.enough:
            return Proposal(raised, (where, *others), text, "replace", _rank(raised))
        text += f"\n\n{_numbered(reading, words, place, found, taken)}"
        return Proposal(raised, (where, *others), text, "replace", _rank(raised))
    clause = _numbered(reading, words, place, found, taken)
    return Proposal(raised, (place, *others), clause, "insert_after", _rank(raised))


def _numbered(reading: Reading, words: str, place: Citation, found: Contradicted, taken: _Taken) -> str:
    """The words of a new clause with its number, and with what they prevail over."""
    said = prevailing(reading, words, place, found.over, beside=False)
    own = standing_alone(reading, words, place) if said == words else said
    return as_clause(own, new_number(place.number, taken.numbers))


def _widened(reading: Reading, clause: Citation, cuts: Sequence[Cut]) -> Citation:
    """A clause with the words round it that are cut as well, from its paragraph's first where some come before it."""
    start, end = min([clause.start, *(cut.start for cut in cuts)]), max([clause.end, *(cut.end for cut in cuts)])
    index = reading.places.block_index(start)
    if start < clause.start and index is not None:
        # What is left of a heading that loses words is read with the clause: "Termination. Either party ...".
        start = min(start, reading.places.blocks[index].body_start)
    return clause if (start, end) == (clause.start, clause.end) else reading.places.cite(start, end)


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
