"""What a finding or a point may say: its rule or position in words, with the contract's own names and facts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from legalai.advise.facts import agreement_word, clause_fact
from legalai.advise.findings import Gap, Raised, found_words
from legalai.advise.points import Proposal, ask_of, law_ask
from legalai.advise.reading import Reading
from legalai.advise.wording import names, sentence_case
from legalai.drafting.contexts import GapPoint, LawPoint, MissingPoint, PointContext, PositionPoint
from legalai.drafting.sources import Sources
from legalai.drafting.templates import Templates
from legalai.ingest.machine_address import for_a_model
from legalai.jurisdictions import Expected, Focus, Jurisdiction, Rule
from legalai.jurisdictions.rates import RatesOfDay
from legalai.playbook import Position


@dataclass(frozen=True)
class Briefing:
    """Puts rules, positions and clauses into words for one reading. `rates` are the law's figures of the day.

    `inside`: for the party we act for.
    """

    reading: Reading
    jurisdiction: Jurisdiction
    templates: Templates
    rates: RatesOfDay
    inside: bool

    @cached_property
    def names(self) -> dict[str, str]:
        """The contract's own names for the things templates speak of."""
        return names(self.reading)

    def render(self, source: str) -> str:
        """A template of a playbook or rule, with the contract's own names and apostrophes, the law's figures alone."""
        values = {**self.names, "rate": self.rates.plain}
        words = sentence_case(self.templates.words(source, values, where="playbook or rule"))
        text = self.reading.document.text
        return words.replace("'", "’") if text.count("’") > text.count("'") else words

    def law(self, source: str) -> str:
        """Words of a rule of law, with the figures of the day of review put in."""
        return self.templates.words(source, {"rate": self.rates.told}, where="rule")

    def assumptions(self, raised: Raised) -> tuple[str, ...]:
        """What a finding assumes, with the figures put in."""
        return tuple(self.law(each) for each in raised.assumptions)

    def context(
        self, raised: Raised, law: Sequence[Raised], proposal: Proposal | None, sources: Sources
    ) -> PointContext:
        """Everything the words of one finding may say."""
        source = raised.source
        focus = (
            self.jurisdiction.focus(source.focus)
            if source.focus in {each.id for each in self.jurisdiction.focuses}
            else None
        )
        return PointContext(
            jurisdiction=self.jurisdiction.profile.name,
            focus=focus.title if focus is not None else source.focus,
            questions=focus.looks_for if focus is not None else (),
            good=_good(focus, self.reading.stance.side) if focus is not None else (),
            gravity=focus.severity if focus is not None else None,
            inside=self.inside and self.reading.stance.us is not None,
            us=self.names["us"] if self.reading.stance.us is not None else None,
            them=self.names["them"],
            agreement=agreement_word(self.reading),
            clause=clause_fact(self.reading, sources, proposal.citations if proposal is not None else raised.citations),
            law=tuple(self._law_point(each) for each in law),
            position=self._position_point(raised, proposal) if isinstance(source, Position) else None,
            missing=self._missing_point(source) if isinstance(source, Expected) else None,
            gap=_gap_point(source) if isinstance(source, Gap) else None,
            proposed_text=_one_line(proposal.proposed_text) if proposal is not None else None,
            contract="",
        )

    def outward(self, context: PointContext) -> PointContext:
        """The same for the other side: without what we would accept, so that no words can give it away, and without
        law that we have not checked or whose conditions we only assume.
        """
        law = tuple(each if each.checked and not each.assumes else replace(each, statement="") for each in context.law)
        if context.position is None:
            return replace(context, law=law)
        silent = replace(context.position, preferred="", fallback="", walk_away="", escalate_to="", note="")
        return replace(context, position=silent, law=law)

    def _law_point(self, raised: Raised) -> LawPoint:
        rule = raised.source
        if not isinstance(rule, Rule):
            raise TypeError("law needs a rule")
        ask = ask_of(self.reading, raised)
        return LawPoint(
            title=rule.title,
            statement=self.law(rule.statement),
            check=self.law(rule.check),
            authorities="; ".join(each.cite for each in rule.authorities),
            assumes=self.assumptions(raised),
            checked=self._is_checked(rule),
            ask=self.render(ask.text) if ask is not None else None,
            rationale=self.render(ask.rationale) if ask is not None and ask.rationale else None,
            disclose=law_ask(self.reading, raised) is not None or rule.disclose,
        )

    def _is_checked(self, rule: Rule) -> bool:
        """Whether the source of a rule, and of every figure it states, was opened."""
        figures = (name for name in self.rates.unchecked if re.search(rf"\brate\.{name}\b", rule.statement))
        return all(each.checked_on is not None for each in rule.authorities) and not any(figures)

    def _position_point(self, raised: Raised, proposal: Proposal | None) -> PositionPoint:
        position = raised.source
        ask = proposal.ask if proposal is not None else None
        if not isinstance(position, Position):
            raise TypeError("a departure needs a position")
        return PositionPoint(
            title=self.render(position.title),
            preferred=self.render(position.preferred),
            fallback=self.render(position.fallback),
            walk_away=self.render(position.walk_away),
            escalate_to=position.escalate_to,
            found=found_words(raised),
            ask=self.render(ask or position.ask),
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


def _one_line(text: str) -> str:
    """Words to propose as a sentence of a prompt, which is one line."""
    return " ".join(for_a_model(text).split())


def _gap_point(gap: Gap) -> GapPoint:
    return GapPoint(what=gap.item.what, authority=gap.item.cite, status=gap.status, ask=gap.item.ask)


def _good(focus: Focus, side: str | None) -> tuple[str, ...]:
    return focus.good.customer if side == "customer" else focus.good.supplier if side == "supplier" else ()
