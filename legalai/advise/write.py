"""The desk: one rule or position and its words go in, a finding or a negotiation point that cites comes out."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from legalai.advise.acting_for import Stance
from legalai.advise.facts import agreement_word, clause_fact, summary_context
from legalai.advise.findings import Gap, Raised, Source, found_words, in_favour
from legalai.advise.jurisdiction_choice import Choice
from legalai.advise.points import Proposal, law_ask
from legalai.advise.reading import Reading
from legalai.advise.rendered import RenderedPrompt
from legalai.advise.wording import names, sentence_case
from legalai.drafting.contexts import GapPoint, LawPoint, MissingPoint, NegotiateContext, PositionPoint
from legalai.drafting.drafter import Drafter, Job
from legalai.drafting.fence import fence
from legalai.drafting.grounding import dropped, ground, grounded
from legalai.drafting.reply import Reply
from legalai.drafting.sources import Sources
from legalai.drafting.support.given import Given, given_to
from legalai.drafting.templates import NEGOTIATE_PARTS, SUMMARY_PARTS, Prompt, Templates
from legalai.ingest.machine_address import for_a_model
from legalai.jurisdictions import Expected, Focus, Jurisdiction, Rule
from legalai.playbook import Position
from legalai.schema import Authority, Deviation, Finding, Issue, NegotiationPoint, Sentence


@dataclass
class Desk:
    """Words findings and points for one reading. `issues` collects what grounding did not let through.

    `inside`: for the party we act for; a seated desk tells of a side that nobody was chosen for.
    """

    reading: Reading
    jurisdiction: Jurisdiction
    templates: Templates
    drafter: Drafter
    fenced: str
    rates: Mapping[str, str]
    inside: bool = True
    issues: list[Issue] = field(default_factory=list[Issue])
    rendered: dict[tuple[str, str | None], RenderedPrompt] = field(
        default_factory=dict[tuple[str, str | None], RenderedPrompt]
    )

    @classmethod
    def open(cls, reading: Reading, choice: Choice, drafter: Drafter) -> "Desk":
        """A desk with the prompts of a chosen pack."""
        templates = Templates(choice.packs.folders)
        rates = choice.rates(reading.contract.key_dates.as_of)
        return cls(reading, choice.jurisdiction, templates, drafter, fence(reading.document.text).fenced, rates)

    @cached_property
    def names(self) -> dict[str, str]:
        """The contract's own names for the things templates speak of."""
        return names(self.reading)

    def seated(self, stance: Stance) -> "Desk":
        """The same desk from another chair."""
        reading = Reading(self.reading.document, self.reading.contract, stance)
        return replace(self, reading=reading, inside=False, issues=[])

    def summary(self, focuses: Sequence[str]) -> tuple[Sentence, ...]:
        """The sentences of a summary; one focus alone may have a prompt of its own."""
        sources = Sources(tag=secrets.token_hex(6))
        focus = focuses[0] if len(focuses) == 1 else None
        context = summary_context(self.reading, self.jurisdiction, focuses, sources, self.fenced)
        job = Job("summary", self.prompt("summary", focus), context, SUMMARY_PARTS, sources)
        draft, given = self.write(job, focus), self.given(job)
        sentences: list[Sentence] = []
        for part in SUMMARY_PARTS:
            kept, issues = ground(self.reading.document, draft.get(part, ()), sources, given, part=f"summary, {part}")
            sentences += kept
            self.issues += issues
        return tuple(sentences)

    def write(self, job: Job, focus: str | None) -> Reply:
        """Have a job written, and keep the first prompt of its kind to be shown."""
        key = (job.prompt.file.name, focus)
        if key not in self.rendered:
            self.rendered[key] = RenderedPrompt.of(job, focus)
        return self.drafter.write(job)

    def given(self, job: Job) -> Given:
        """What the sentences of a job may say."""
        return given_to(job, self.reading.contract, self.reading.stance.us)

    def prompt(self, task: str, focus: str | None) -> Prompt:
        """The prompt that the packs give for a task."""
        return self.templates.prompt(self.jurisdiction.prompt(task, focus))

    def render(self, source: str) -> str:
        """A template of a playbook or rule, with the contract's own names and apostrophes."""
        words = sentence_case(self.templates.words(source, self.names, where="playbook or rule"))
        text = self.reading.document.text
        return words.replace("'", "’") if text.count("’") > text.count("'") else words

    def law(self, source: str) -> str:
        """Words of a rule of law, with the figures of the day of review put in."""
        return self.templates.words(source, {"rate": self.rates}, where="rule")

    def law_finding(self, raised: Raised) -> Finding | None:
        """A finding for a rule of law."""
        rule = raised.source
        if not isinstance(rule, Rule):
            raise TypeError("a finding of law needs a rule")
        return self._finding(raised, (raised,), _authorities([rule]))

    def position_finding(self, raised: Raised, rules: Sequence[Raised]) -> Finding | None:
        """A finding for a departure from a position."""
        position = raised.source
        if not isinstance(position, Position):
            raise TypeError("a departure needs a position")
        finding = self._finding(raised, _supporting(raised, rules), ())
        if finding is None:
            return None
        deviation = Deviation(position=self.render(position.preferred), found=found_words(raised))
        return replace(finding, deviation=deviation, escalate_to=position.escalate_to)

    def point(self, proposal: Proposal, rules: Sequence[Raised], priority: int) -> NegotiationPoint | None:
        """A negotiation point. Law that is leverage only is not among its authorities."""
        raised = proposal.raised
        law = tuple(
            each for each in _supporting(raised, rules) if isinstance(each.source, Rule) and each.source.disclose
        )
        words = self._words(raised, law, proposal)
        if not (words["ask"] and words["rationale"]) or not grounded(self.reading.document, proposal.citations):
            return None
        return NegotiationPoint(
            id=f"{raised.id}-point",
            finding=raised.id,
            priority=priority,
            ask=words["ask"],
            rationale=words["rationale"],
            proposed_text=proposal.proposed_text,
            fallback=self.render(raised.source.fallback) if isinstance(raised.source, Position) else None,
            walk_away=self.render(raised.source.walk_away) if isinstance(raised.source, Position) else None,
            citations=proposal.citations,
            edit=proposal.edit,
            authorities=_authorities([each.source for each in law if isinstance(each.source, Rule)]),
        )

    def other_finding(self, raised: Raised) -> Finding | None:
        """A finding for a clause that was not found, or for an item of a check list."""
        source = raised.source
        entries = source.checklist.authorities if isinstance(source, Gap) else ()
        return self._finding(raised, (), tuple(entry.authority() for entry in entries))

    def _finding(self, raised: Raised, law: Sequence[Raised], authorities: tuple[Authority, ...]) -> Finding | None:
        explanation = self._words(raised, law, None)["finding"]
        if not explanation or not grounded(self.reading.document, raised.citations):
            return None
        source = raised.source
        return Finding(
            id=raised.id,
            severity=source.severity,
            focus=source.focus,
            title=self._title(source),
            explanation=explanation,
            clause_type=_clause_type(source),
            favours=in_favour(self.reading, source),
            citations=raised.citations,
            authorities=authorities,
            assumptions=raised.assumptions,
            certainty=source.certainty if isinstance(source, Rule) else None,
        )

    def _title(self, source: Source) -> str:
        if isinstance(source, Expected):
            return f"Not found: {source.what}"
        if isinstance(source, Gap):
            return f"{source.item.cite}: {source.item.what} ({source.status})"
        return self.render(source.title)

    def _words(self, raised: Raised, law: Sequence[Raised], proposal: Proposal | None) -> dict[str, str]:
        sources = Sources(tag=secrets.token_hex(6))
        focus = raised.source.focus
        context = self.context(raised, law, proposal, sources)
        job = Job("negotiate", self.prompt("negotiate", focus), context, NEGOTIATE_PARTS, sources)
        draft, given = self.write(job, focus), self.given(job)
        words: dict[str, str] = {}
        for part in NEGOTIATE_PARTS:
            if part != "finding" and proposal is None:
                words[part] = ""
                continue
            kept, issues = ground(
                self.reading.document, draft.get(part, ()), sources, given, part=f"{raised.source.id}, {part}"
            )
            self.issues += issues
            words[part] = " ".join(sentence.sentence for sentence in kept)
            if not kept and not issues:
                self.issues.append(dropped(f"{raised.source.id}, {part}", "has no words"))
        return words

    def context(
        self, raised: Raised, law: Sequence[Raised], proposal: Proposal | None, sources: Sources
    ) -> NegotiateContext:
        """Everything the words of one finding may say."""
        source = raised.source
        focus = (
            self.jurisdiction.focus(source.focus)
            if source.focus in {each.id for each in self.jurisdiction.focuses}
            else None
        )
        return NegotiateContext(
            jurisdiction=self.jurisdiction.profile.name,
            focus=focus.title if focus is not None else source.focus,
            questions=focus.looks_for if focus is not None else (),
            good=_good(focus, self.reading.stance.side) if focus is not None else (),
            inside=self.inside and self.reading.stance.us is not None,
            us=self.names["us"] if self.reading.stance.us is not None else None,
            them=self.names["them"],
            agreement=agreement_word(self.reading),
            clause=clause_fact(self.reading, sources, proposal.citations if proposal is not None else raised.citations),
            law=tuple(self._law_point(each) for each in law),
            position=self._position_point(raised) if isinstance(source, Position) else None,
            missing=self._missing_point(source) if isinstance(source, Expected) else None,
            gap=_gap_point(source) if isinstance(source, Gap) else None,
            proposed_text=for_a_model(proposal.proposed_text) if proposal is not None else None,
            contract=self.fenced,
        )

    def _law_point(self, raised: Raised) -> LawPoint:
        rule = raised.source
        if not isinstance(rule, Rule):
            raise TypeError("law needs a rule")
        ask = rule.ask.of(self.reading.stance.side) if self.reading.stance.us is not None else None
        return LawPoint(
            title=rule.title,
            statement=self.law(rule.statement),
            check=self.law(rule.check),
            authorities="; ".join(each.cite for each in rule.authorities),
            assumes=raised.assumptions,
            checked=all(each.checked_on is not None for each in rule.authorities),
            ask=self.render(ask.text) if ask is not None else None,
            rationale=self.render(ask.rationale) if ask is not None and ask.rationale else None,
            disclose=law_ask(self.reading, raised) is not None or rule.disclose,
        )

    def _position_point(self, raised: Raised) -> PositionPoint:
        position = raised.source
        if not isinstance(position, Position):
            raise TypeError("a departure needs a position")
        return PositionPoint(
            title=self.render(position.title),
            preferred=self.render(position.preferred),
            fallback=self.render(position.fallback),
            walk_away=self.render(position.walk_away),
            escalate_to=position.escalate_to,
            found=found_words(raised),
            ask=self.render(position.ask),
            rationale=self.render(position.rationale),
            note=self.render(position.note),
        )

    def _missing_point(self, expected: Expected) -> MissingPoint:
        rates = [absent.miss_rate for each in expected.clause_types if (absent := self.reading.not_found(each))]
        known = [rate for rate in rates if rate is not None]
        return MissingPoint(
            what=expected.what,
            looked_for=", ".join(expected.clause_types or expected.phrases),
            overlooked=f"overlooked {min(known):.0%} of the time" if known else None,
            why=expected.why,
            default_law=expected.default_law,
        )


def _gap_point(gap: Gap) -> GapPoint:
    return GapPoint(what=gap.item.what, cite=gap.item.cite, status=gap.status, ask=gap.item.ask)


def _good(focus: Focus, side: str | None) -> tuple[str, ...]:
    return focus.good.customer if side == "customer" else focus.good.supplier if side == "supplier" else ()


def _clause_type(source: Source) -> str | None:
    if isinstance(source, Gap):
        return None
    return source.clause_type if isinstance(source, Position) else next(iter(source.clause_types), None)


def _supporting(raised: Raised, rules: Sequence[Raised]) -> tuple[Raised, ...]:
    """The law behind a finding: itself where it is a rule, else the rules raised on the same topic."""
    if isinstance(raised.source, Rule):
        return (raised,)
    return tuple(each for each in rules if each.topic == raised.topic)


def _authorities(rules: Iterable[Rule]) -> tuple[Authority, ...]:
    return tuple(dict.fromkeys(entry.authority() for rule in rules for entry in rule.authorities))
