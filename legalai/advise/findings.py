"""Findings, by rule first: which rules of law and which positions have something to say, and about which words."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from legalai.advise.deal import Standing, facts_of, standing
from legalai.advise.effects import yearly_fee
from legalai.advise.facts import shortened
from legalai.advise.jurisdiction_choice import Choice
from legalai.advise.reading import Reading, overlap
from legalai.advise.settled import settled, with_sums
from legalai.advise.triggering import Match, every_match, holds, reaches
from legalai.extract.parts.schedule_numbers import clause_words
from legalai.jurisdictions import Checklist, Expected, Item, Rule
from legalai.jurisdictions.profile import AtWork
from legalai.playbook import Playbook, Position
from legalai.schema import Citation, DeviationExtent, Severity, Side

CITATIONS = 3
_DEFINITIONS = "Definitions"


@dataclass(frozen=True, slots=True)
class Gap:
    """An item of a check list that a contract does not meet, or only in part, or leaves open where it is a form."""

    checklist: Checklist
    item: Item
    status: Literal["partial", "absent", "left open"]

    @property
    def id(self) -> str:
        """The item's id within its list."""
        return f"{self.checklist.id}-{self.item.id}"

    @property
    def topic(self) -> str:
        """No position or rule speaks on the same thing."""
        return self.id

    @property
    def severity(self) -> Severity:
        """As grave as the item says."""
        return self.item.severity

    @property
    def focus(self) -> str:
        """The focus of its list."""
        return self.checklist.focus


Source = Rule | Position | Expected | Gap


@dataclass(frozen=True)
class Raised:
    """A source of findings that has something to say about some words of the contract.

    `extent`: how far a departure from a position goes. `to_check`: it was found by its words alone.
    """

    id: str
    source: Source
    match: Match
    citations: tuple[Citation, ...]
    assumptions: tuple[str, ...] = ()
    extent: DeviationExtent | None = None
    to_check: bool = False

    @property
    def severity(self) -> Severity:
        """As grave as its source says; what is still to be checked is not of the gravest."""
        return "medium" if self.to_check and self.source.severity == "high" else self.source.severity

    @property
    def topic(self) -> str:
        """What it is about; a rule without a topic is about itself."""
        return self.source.topic or self.source.id


@dataclass(frozen=True, slots=True)
class LawRaised:
    """The rules of law that concern a contract, and those that would if a fact held that is not known."""

    rules: tuple[Raised, ...]
    waiting: Mapping[str, tuple[Rule, ...]]


def raised_rules(
    reading: Reading,
    choice: Choice,
    focuses: Sequence[str],
    facts: Mapping[str, bool] | None = None,
    matter: str | None = None,
) -> LawRaised:
    """The rules of law in force that concern this contract, in the order of the packs; `facts` are those given."""
    found: list[Raised] = []
    waiting: dict[str, tuple[Rule, ...]] = {}
    for rule, rests in rules_in_play(reading, choice, focuses, facts, matter):
        match = every_match(rule.when, reading)
        if match is None:
            continue
        for fact in rests.waits_for:
            waiting[fact] = (*waiting.get(fact, ()), rule)
        if not rests.waits_for:
            assumptions = (*rests.assumptions, *_of_the_trigger(rule, reading, choice), *_unknown_day(rule, reading))
            found.append(raised_at(rule, match, assumptions))
    return LawRaised(tuple(found), waiting)


def rules_in_play(
    reading: Reading,
    choice: Choice,
    focuses: Sequence[str],
    facts: Mapping[str, bool] | None = None,
    matter: str | None = None,
) -> Iterator[tuple[Rule, Standing]]:
    """The rules of law in force for such a contract, whatever its words, and what each rests on.

    `matter` None for the kind that the title names.
    """
    pack, figures = choice.jurisdiction, choice.rates(reading.contract.key_dates.as_of).figures
    known = with_sums(reading, pack.facts, facts_of(reading, pack, facts or {}, matter), figures)
    for each in choice.rules():
        rule = settled(each, known, figures)
        if rule is None or rule.focus not in focuses:
            continue
        rests = standing(rule, known, pack)
        if rests is not None and rule.in_force(reading.contract.key_dates.as_of, _made_on(reading)):
            yield rule, rests


def _of_the_trigger(rule: Rule, reading: Reading, choice: Choice) -> tuple[str, ...]:
    """What the trigger supposes that raises a rule: the first one that holds."""
    if not any(trigger.supposes for trigger in rule.when):
        return ()
    first = next((trigger for trigger in rule.when if holds(trigger, reading)), None)
    return tuple(choice.jurisdiction.fact(each).assumption for each in (first.supposes if first is not None else ()))


def _made_on(reading: Reading) -> date | None:
    """The day a contract was made; the day it takes effect stands for it where it does not say."""
    dates = reading.contract.key_dates
    days = (dates.agreement_date.value, dates.effective_date.value)
    return next((day for day in days if isinstance(day, date)), None)


def _unknown_day(rule: Rule, reading: Reading) -> tuple[str, ...]:
    """What is assumed of a contract without a date, where a rule is law for those made from some day on.

    Of old law, which is dated by a year alone, nothing is.
    """
    said = isinstance(reading.contract.key_dates.agreement_date.value, date)
    if said or rule.timing != "contract" or not isinstance(rule.in_force_from, date):
        return ()
    return (f"The contract was made on or after {rule.in_force_from.isoformat()}.",)


def raised_positions(
    reading: Reading, playbook: Playbook, focuses: Sequence[str] | None, matter: str | None = None
) -> list[Raised]:
    """The positions a contract departs from, the costliest first; None for every focus, and for no kind of matter.

    Of two positions on one topic the costlier one speaks for both.
    """
    found: list[Raised] = []
    for position in sorted(playbook.positions, key=lambda each: each.priority):
        if (focuses is not None and position.focus not in focuses) or matter in position.not_in:
            continue
        if any(raised.topic == position.topic for raised in found):
            continue
        match = every_match(position.when, reading)
        if match is not None:
            raised = raised_at(position, _with_fees(reading, position, match))
            extent = extent_of(position, match, reading)
            found.append(replace(raised, extent=extent, to_check=_by_words_alone(reading, position, match)))
    return [kept for each in found if (kept := _beside(each, found)) is not None]


def backed(positions: Sequence[Raised], law: Sequence[Raised]) -> list[Raised]:
    """The positions that are raised, without those that nothing but law can back and that no rule of law does."""
    topics = {each.topic for each in law}
    return [each for each in positions if not _needs_law(each.source) or each.topic in topics]


def _needs_law(source: Source) -> bool:
    return isinstance(source, Position) and source.with_law_only


def _by_words_alone(reading: Reading, position: Position, match: Match) -> bool:
    """Whether a position was raised for words outside of a clause of its kind, or for what a term means."""
    if match.absent or not any(trigger.passage for trigger in position.when):
        return False
    first, kinds = match.subjects[0], {position.clause_type, *(kind for each in position.when for kind in each.clause)}
    if reading.defines(first) and _DEFINITIONS not in kinds:
        return True
    return not any(overlap(first, clause) for clause in reading.clauses(kinds))


def _beside(raised: Raised, others: Sequence[Raised]) -> Raised | None:
    """A departure without the words of those it gives way to; None where nothing is left of it."""
    before = raised.source.gives_way_to if isinstance(raised.source, Position) else ()
    said = [
        each for other in others if other.source.id in before and not other.match.absent for each in other.citations
    ]
    subjects = tuple(each for each in raised.match.subjects if not any(overlap(each, other) for other in said))
    if subjects == raised.match.subjects or not isinstance(raised.source, Position):
        return raised
    match = replace(raised.match, subjects=subjects)
    if not subjects:
        return None
    return replace(raised_at(raised.source, match), extent=raised.extent, to_check=raised.to_check)


def _with_fees(reading: Reading, position: Position, match: Match) -> Match:
    """What a limit is worth is worked out from the yearly fees, so their words are cited with it."""
    fee = yearly_fee(reading)
    if position.topic != "liability-cap" or fee is None or match.absent:
        return match
    return replace(match, subjects=(*match.subjects[: CITATIONS - 1], fee[1]))


def in_favour(reading: Reading, source: Source) -> Side:
    """Whom a finding favours: a departure from what we want the other side, a rule of law the side it protects; both
    where a clause for us may not hold."""
    side = reading.stance.side
    if isinstance(source, Rule):
        return _protected(reading, source)
    if side is None or isinstance(source, Gap):
        return "both"
    if isinstance(source, Position):
        return "both" if source.our_own else "them"
    return "both" if source.expected_by == "both" else "them"


def _protected(reading: Reading, rule: Rule) -> Side:
    """Whom a rule of law protects: of an employment whoever it names, and who is employed as a consumer would be."""
    at_work, view = reading.stance.at_work, rule.party_view
    if at_work is not None and view == "customer" and "employment" in rule.applies_to:
        view = "employee"
    ours = (reading.stance.side, at_work)
    if view == "both" or (at_work if view in get_args(AtWork) else reading.stance.side) is None:
        return "both"
    return "us" if view in ours else "them"


def found_words(raised: Raised) -> str:
    """What the contract has, in a few words."""
    if raised.match.absent:
        return f"No clause of this kind was found (looked for: {', '.join(raised.match.absent)})."
    first = raised.citations[0]
    place = clause_words(first.number)
    return (f"{place[0].upper()}{place[1:]}: " if place else "") + f"“{shortened(first.text)}”"


def extent_of(position: Position, match: Match, reading: Reading) -> DeviationExtent | None:
    """How far a departure goes; None where the position says only in words what we would accept and not sign."""
    if reaches(position.walk_away_when, reading, match, whole=False):
        return "walk_away"
    if reaches(position.fallback_when, reading, match, whole=True):
        return "fallback"
    return "between" if position.walk_away_when else None


def raised_at(source: Rule | Position, match: Match, assumptions: tuple[str, ...] = ()) -> Raised:
    """A rule or position with the words it speaks of."""
    citations = match.subjects[:CITATIONS]
    # The words, not their offsets: a finding keeps its id when a paragraph above it changes.
    words = " ".join(citations[0].text.split()).casefold()
    digest = hashlib.sha256(f"{source.id}\n{words}".encode()).hexdigest()[:10]
    return Raised(id=f"{source.id}-{digest}", source=source, match=match, citations=citations, assumptions=assumptions)
