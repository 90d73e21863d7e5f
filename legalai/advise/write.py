"""The desk: one rule or position and its words go in, a finding or a negotiation point that cites comes out."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from legalai.advise.acting_for import Stance
from legalai.advise.briefing import Briefing
from legalai.advise.facts import summary_context
from legalai.advise.findings import Gap, Raised, Source, found_words, in_favour
from legalai.advise.jurisdiction_choice import Choice
from legalai.advise.points import Proposal
from legalai.advise.reading import Reading
from legalai.advise.rendered import RenderedPrompt
from legalai.advise.stand_in import StandIn, unusable
from legalai.drafting.contexts import PointContext
from legalai.drafting.drafter import Drafter, Job, contract_tokens
from legalai.drafting.fence import fence
from legalai.drafting.grounding import dropped, ground, grounded
from legalai.drafting.language_model.excerpt import excerpt
from legalai.drafting.reply import Reply
from legalai.drafting.sources import Sources
from legalai.drafting.support.given import Given, given_to
from legalai.drafting.templates import PARTS, Prompt, Templates
from legalai.jurisdictions import Expected, Rule
from legalai.playbook import Position
from legalai.schema import Authority, Deviation, Finding, Issue, NegotiationPoint, Sentence

# A finding or point is about one clause: what stands round it is enough, and there are up to forty such prompts.
_TOKENS_OF_A_POINT = 3_000
_GAPS = {"absent": "not found", "partial": "in part", "left open": "left open"}


@dataclass
class Desk:
    """Words findings and points for one reading. `issues` collects what grounding did not let through."""

    briefing: Briefing
    stand_in: StandIn
    issues: list[Issue] = field(default_factory=list[Issue])
    rendered: dict[tuple[str, str | None], RenderedPrompt] = field(
        default_factory=dict[tuple[str, str | None], RenderedPrompt]
    )

    @classmethod
    def open(cls, reading: Reading, choice: Choice, drafter: Drafter) -> "Desk":
        """A desk with the prompts of a chosen pack, for the party we act for."""
        templates = Templates(choice.packs.folders)
        rates = choice.rates(reading.contract.key_dates.as_of)
        return cls(Briefing(reading, choice.jurisdiction, templates, rates, inside=True), StandIn(drafter))

    def seated(self, stance: Stance) -> "Desk":
        """The same desk from another chair, which tells of a side that nobody was chosen for."""
        reading = Reading(self.reading.document, self.reading.contract, stance)
        return replace(self, briefing=replace(self.briefing, reading=reading, inside=False), issues=[])

    @property
    def reading(self) -> Reading:
        """The contract from the chair of this desk."""
        return self.briefing.reading

    def summary(self, focuses: Sequence[str]) -> tuple[Sentence, ...]:
        """The sentences of a summary; one focus alone may have a prompt of its own."""
        focus = focuses[0] if len(focuses) == 1 else None
        job = self.summary_job(focuses, focus)
        said = self._said(job, focus, part_of="summary")
        return tuple(sentence for part in job.parts for sentence in said[part])

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
        finding = self._finding(raised, supporting(raised, rules), ())
        if finding is None:
            return None
        deviation = Deviation(
            position=self.briefing.render(position.preferred),
            found=found_words(raised),
            extent=raised.extent,
        )
        return replace(finding, deviation=deviation, escalate_to=position.escalate_to)

    def other_finding(self, raised: Raised) -> Finding | None:
        """A finding for a clause that was not found, or for an item of a check list."""
        source = raised.source
        entries = source.checklist.authorities if isinstance(source, Gap) else ()
        return self._finding(raised, (), tuple(entry.authority() for entry in entries))

    def point(self, proposal: Proposal, rules: Sequence[Raised], priority: int) -> NegotiationPoint | None:
        """A negotiation point."""
        raised = proposal.raised
        law = self.law_for_them(raised, rules)
        words = self._words("negotiate", raised, law, proposal)
        if not (words["ask"] and words["rationale"]) or not grounded(self.reading.document, proposal.citations):
            return None
        position = raised.source if isinstance(raised.source, Position) else None
        return NegotiationPoint(
            id=f"{raised.id}-point",
            finding=raised.id,
            priority=priority,
            ask=words["ask"],
            rationale=words["rationale"],
            proposed_text=self._wording(raised, law, proposal),
            fallback=self.briefing.render(position.fallback) if position is not None else None,
            walk_away=self.briefing.render(position.walk_away) if position is not None else None,
            citations=proposal.citations,
            edit=proposal.edit,
            authorities=_authorities([each.source for each in law if isinstance(each.source, Rule)]),
        )

    def law_for_them(self, raised: Raised, rules: Sequence[Raised]) -> tuple[Raised, ...]:
        """The law behind a point that the other side is told: none that is leverage, or protects the other side."""
        return tuple(each for each in supporting(raised, rules) if self._helps(each, raised))

    def _helps(self, law: Raised, raised: Raised) -> bool:
        """Whether the other side may be told of a rule: no leverage, nothing that speaks for them beside our ask."""
        if not isinstance(law.source, Rule) or not law.source.disclose:
            return False
        return law is raised or in_favour(self.reading, law.source) != "them"

    def summary_job(self, focuses: Sequence[str], focus: str | None) -> Job:
        """What is to be written of the contract as a whole."""
        sources = Sources(tag=secrets.token_hex(6))
        context = summary_context(self.reading, self.briefing.jurisdiction, focuses, sources, "")
        context = replace(context, contract=self._contract(sources, contract_tokens(self.stand_in.drafter)))
        return Job("summary", self._prompt("summary", focus), context, PARTS["summary"], sources)

    def point_job(self, task: str, raised: Raised, law: Sequence[Raised], proposal: Proposal | None) -> Job:
        """What is to be written of one finding or point. Words for the other side are given nothing of our limits."""
        sources = Sources(tag=secrets.token_hex(6))
        context: PointContext = self.briefing.context(raised, law, proposal, sources)
        if task != "findings":
            context = self.briefing.outward(context)
        room = contract_tokens(self.stand_in.drafter)
        room = min(room, _TOKENS_OF_A_POINT) if room is not None else None
        context = replace(context, contract=self._contract(sources, room))
        return Job(task, self._prompt(task, raised.source.focus), context, PARTS[task], sources)

    def _finding(self, raised: Raised, law: Sequence[Raised], authorities: tuple[Authority, ...]) -> Finding | None:
        words = self._words("findings", raised, law, None)
        if not words["finding"] or not grounded(self.reading.document, raised.citations):
            return None
        source = raised.source
        return Finding(
            id=raised.id,
            severity=raised.severity,
            focus=source.focus,
            title=self._title(source),
            explanation=words["finding"],
            effect=words["effect"],
            clause_type=_clause_type(source),
            favours=in_favour(self.reading, source),
            citations=raised.citations,
            authorities=authorities,
            assumptions=self.briefing.assumptions(raised),
            certainty=source.certainty if isinstance(source, Rule) else None,
            to_check=raised.to_check,
        )

    def _title(self, source: Source) -> str:
        if isinstance(source, Expected):
            return f"Not found: {source.what}"
        if isinstance(source, Gap):
            return f"{source.item.cite}: {source.item.what} ({_GAPS[source.status]})"
        return self.briefing.render(source.title)

    def _words(self, task: str, raised: Raised, law: Sequence[Raised], proposal: Proposal | None) -> dict[str, str]:
        job = self.point_job(task, raised, law, proposal)
        said = self._said(job, raised.source.focus, part_of=raised.source.id)
        return {part: " ".join(each.sentence for each in sentences) for part, sentences in said.items()}

    def _wording(self, raised: Raised, law: Sequence[Raised], proposal: Proposal) -> str:
        """The words to propose: as the rule or position has them, unless a drafter fitted them better and may."""
        words = self._words("redline", raised, law, proposal)["wording"]
        # A sentence loses its line breaks and double spaces on the way; the same words stay as they were.
        same = words.split() == proposal.proposed_text.split()
        return proposal.proposed_text if same or not words else words

    def _said(self, job: Job, focus: str | None, *, part_of: str) -> dict[str, list[Sentence]]:
        """The sentences of each part that grounding lets through; a part that ends up with none is told."""
        key = (job.prompt.file.name, focus)
        if key not in self.rendered:
            self.rendered[key] = RenderedPrompt.of(job, focus)
        draft, issues = self.stand_in.write(job, part_of)
        self.issues += issues
        given = given_to(job, self.reading.contract, self.reading.stance.us)
        return {part: self._part(job, part, draft, given, name=f"{part_of}, {part}") for part in job.parts}

    def _part(self, job: Job, part: str, draft: Reply, given: Given, *, name: str) -> list[Sentence]:
        """The sentences of one part; the offline drafter's where not one of a language model's stands."""
        said, issues = ground(self.reading.document, draft.get(part, ()), job.sources, given, part=name)
        # A summary may be silent on a part that its drafter left out, not on one whose sentences were all refused.
        if not said and (issues or job.task != "summary") and not self.stand_in.is_offline:
            instead = self.stand_in.instead(job).get(part, ())
            said, refused = ground(self.reading.document, instead, job.sources, given, part=name)
            issues += [unusable(name, self.stand_in.drafter), *refused]
        if job.task != "summary" and not said and not issues:
            issues.append(dropped(name, "has no words"))
        self.issues += issues
        return said

    def _prompt(self, task: str, focus: str | None) -> Prompt:
        return self.briefing.templates.prompt(self.briefing.jurisdiction.prompt(task, focus))

    def _contract(self, sources: Sources, room: int | None) -> str:
        """The contract for a prompt: whole, or for a drafter with less room the paragraphs round what may be cited."""
        if room is None:
            return self._whole
        document = self.reading.document
        cited = sources.citations
        spans = [(each.start, each.end) for each in (*cited, *self.reading.qualifying(cited))]
        return fence(excerpt(document.text, document.blocks, spans, budget_tokens=room)).fenced

    @cached_property
    def _whole(self) -> str:
        return fence(self.reading.document.text).fenced


def supporting(raised: Raised, rules: Sequence[Raised]) -> tuple[Raised, ...]:
    """The law behind a finding: itself where it is a rule, else the rules raised on the same topic."""
    if isinstance(raised.source, Rule):
        return (raised,)
    return tuple(each for each in rules if each.topic == raised.topic)


def _clause_type(source: Source) -> str | None:
    if isinstance(source, Gap):
        return None
    return source.clause_type if isinstance(source, Position) else next(iter(source.clause_types), None)


def _authorities(rules: Iterable[Rule]) -> tuple[Authority, ...]:
    return tuple(dict.fromkeys(entry.authority() for rule in rules for entry in rule.authorities))
