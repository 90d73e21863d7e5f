"""What law and positions have against some words of a contract, wherever it says them; a review cites three places."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from legalai.advise.briefing import Briefing
from legalai.advise.chairs import seated
from legalai.advise.deal import matter_of
from legalai.advise.findings import Raised, extent_of, in_favour, raised_at, rules_in_play
from legalai.advise.jurisdiction_choice import Choice
from legalai.advise.points import proposals
from legalai.advise.reading import Reading
from legalai.advise.triggering import Match, subjects_of_all
from legalai.drafting.templates import Templates
from legalai.jurisdictions import Rule
from legalai.playbook import Playbook, Position
from legalai.schema import Citation, Contract, DeviationExtent, Document, Severity
from legalai.triggers import Unit

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """A rule of law or a position against some words. `source` is its id, `id` that of it with these words.

    `position` is what we want, `extent` how far the words depart from it. `ask` and `proposed_text` are for the other
    side.
    """

    id: str
    source: str
    title: str
    severity: Severity
    citation: Citation
    position: str | None = None
    extent: DeviationExtent | None = None
    escalate_to: str | None = None
    ask: str | None = None
    proposed_text: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """A position that measures the figures of some words, in one unit, and finds nothing against them."""

    title: str
    citation: Citation
    unit: Unit


@dataclass(frozen=True, slots=True)
class Judgement:
    """What law and positions say of some words: what they have against them, and what they measured and let pass."""

    objections: tuple[Objection, ...] = ()
    content: tuple[Content, ...] = ()


@dataclass(frozen=True)
class Objector:
    """Reads versions of a contract by one law and one playbook.

    `playbook` None for the shipped one of our side of the trade, where it is known; no focus stands for all of them.
    """

    choice: Choice
    playbook: Playbook | None
    focuses: Sequence[str] = ()
    facts: Mapping[str, bool] | None = None

    def judge(self, document: Document, contract: Contract, acting_for: str, at: Sequence[Stretch]) -> Judgement:
        """What is said for a party of the words that touch one of the stretches [start, end)."""
        kind = matter_of(contract, self.choice.jurisdiction, None)
        chair = seated(contract, acting_for, self.playbook, kind)
        reading = Reading(document, contract, chair.stance, whole=True)
        briefing = Briefing(
            reading,
            self.choice.jurisdiction,
            Templates(self.choice.packs.folders),
            self.choice.rates(contract.key_dates.as_of),
            inside=True,
        )
        every = chair.playbook.positions if chair.playbook is not None else ()
        positions = [each for each in every if kind is None or kind.id not in each.not_in]
        return Judgement(
            tuple(_worded(each, reading, briefing) for each in self._against(reading, positions, at)),
            tuple(_content(reading, positions, briefing, at)),
        )

    def _against(self, reading: Reading, positions: Sequence[Position], at: Sequence[Stretch]) -> Iterator[Raised]:
        focuses = self.focuses or [each.id for each in self.choice.jurisdiction.focuses]
        rules = rules_in_play(reading, self.choice, focuses, self.facts)
        sources: list[Rule | Position] = [each for each, stands in rules if not stands.waits_for]
        wanted = [each for each in positions if not self.focuses or each.focus in self.focuses]
        resting = {each.topic for each in wanted if each.with_law_only}
        law = {each.topic for each in sources if each.topic in resting and subjects_of_all(each.when, reading)}
        wanted = [each for each in wanted if not each.with_law_only or each.topic in law]
        sources += sorted(wanted, key=lambda each: each.priority)
        for source in sources:
            if in_favour(reading, source) == "us":
                continue
            for subject in subjects_of_all(source.when, reading):
                if _touches(subject, at):
                    raised = raised_at(source, Match(subjects=(subject,)))
                    extent = extent_of(source, raised.match, reading) if isinstance(source, Position) else None
                    yield replace(raised, extent=extent)


def _content(
    reading: Reading, positions: Sequence[Position], briefing: Briefing, at: Sequence[Stretch]
) -> Iterator[Content]:
    """Words that a position would be raised for if its bounds did not count, and is not raised for as they stand."""
    for position in positions:
        against = subjects_of_all(position.when, reading)
        for trigger in position.when:
            for unit in trigger.bounded:
                for subject in subjects_of_all((trigger.unbounded,), reading):
                    if _touches(subject, at) and subject not in against:
                        yield Content(briefing.render(position.title), subject, unit)


def _worded(raised: Raised, reading: Reading, briefing: Briefing) -> Objection:
    source = raised.source
    if not isinstance(source, Rule | Position):
        raise TypeError("only law and positions object to words")
    position = source if isinstance(source, Position) else None
    alone = ([raised], []) if position else ([], [raised])
    proposal = next(iter(proposals(reading, *alone, briefing.render)), None)
    return Objection(
        id=raised.id,
        source=source.id,
        title=briefing.render(source.title),
        severity=raised.severity,
        citation=raised.citations[0],
        position=briefing.render(position.preferred) if position else None,
        extent=raised.extent,
        escalate_to=position.escalate_to if position else None,
        ask=briefing.render((proposal.ask if proposal else None) or position.ask) if position else None,
        proposed_text=proposal.proposed_text if proposal else None,
    )


def _touches(subject: Citation, at: Iterable[Stretch]) -> bool:
    return any(start < subject.end and subject.start < max(end, start + 1) for start, end in at)
