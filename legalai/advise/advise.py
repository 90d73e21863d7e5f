"""Advise on a contract: law and positions are evaluated, a drafter words what they raise, grounding lets it through."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from legalai.advise.acting_for import bound, seat
from legalai.advise.chairs import Chair, departures, seated
from legalai.advise.check import Check
from legalai.advise.checklists import gone_through, raised_items
from legalai.advise.deal import matter_of
from legalai.advise.findings import LawRaised, Raised, backed, raised_positions, raised_rules
from legalai.advise.jurisdiction_choice import Choice
from legalai.advise.missing import raised_focuses, raised_missing
from legalai.advise.points import MOST, proposals
from legalai.advise.reading import Reading
from legalai.advise.rendered import RenderedPrompt
from legalai.advise.tracked import tracked_findings
from legalai.advise.unseen import unseen_findings
from legalai.advise.write import Desk
from legalai.drafting.drafter import Drafter
from legalai.drafting.grounding import dropped, grounded
from legalai.drafting.offline import OfflineDrafter
from legalai.extract.dates.whose_days import seen_by
from legalai.extract.parts.standard_clauses import is_standard_clauses
from legalai.jurisdictions import Focus, Jurisdiction, Matter
from legalai.playbook import Playbook, load_playbook
from legalai.schema import (
    SEVERITIES,
    AppliedJurisdiction,
    ChecklistResult,
    Contract,
    Document,
    Finding,
    Issue,
    NegotiationPoint,
    PackUsed,
    Sentence,
)

_OF_STANDARD_CLAUSES = ("data-protection",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What follows from a contract: the part of a review that this stage writes.

    `contract`: with the key dates of the party that the review acts for, where each has a notice of its own.
    """

    contract: Contract
    jurisdiction: AppliedJurisdiction
    focuses: tuple[str, ...]
    acting_for: str | None
    matter_type: str | None
    summary: tuple[Sentence, ...]
    findings: tuple[Finding, ...]
    points: tuple[NegotiationPoint, ...]
    checklists: tuple[ChecklistResult, ...]
    issues: tuple[Issue, ...]
    prompts: tuple[RenderedPrompt, ...]
    packs: tuple[PackUsed, ...]


def advise(
    document: Document,
    contract: Contract,
    *,
    choice: Choice,
    focuses: Sequence[str] = (),
    playbook: Playbook | None = None,
    acting_for: str | None = None,
    drafter: Drafter | None = None,
    checks: Sequence[Check] = (),
    facts: Mapping[str, bool] | None = None,
    matter: str | None = None,
    progress: Callable[[str], None] = lambda stage: None,
) -> Advice:
    """Summary, findings and negotiation points for one contract.

    No focus stands for all of them, or, in clauses that may not be modified, for data alone; `playbook` None for the
    shipped one of our side of the trade, where it is known; `facts` are what the user knows of the deal and rules turn
    on; `matter` None for the kind that the title names.
    Raises: ConfigError for a party or focus that does not exist, or a template that fails; DrafterError.
    """
    scope = _Scope.of(document, contract, choice, focuses=focuses, matter=matter)
    chair = seated(contract, acting_for, playbook, scope.kind)
    contract = replace(contract, key_dates=seen_by(contract.key_dates, chair.stance.us))
    reading = Reading(document, contract, chair.stance)
    desk = Desk.open(reading, choice, drafter or OfflineDrafter())

    progress("findings")
    raised = _evaluated(reading, chair, scope, facts or {})
    findings = _findings(desk, scope, raised, checks)
    progress("points")
    points = _points(desk, raised, {each.id for each in findings})
    progress("summary")
    summary = desk.summary(scope.focuses)
    return Advice(
        contract=contract,
        jurisdiction=choice.applied(),
        focuses=scope.focuses,
        acting_for=chair.stance.us.name if chair.stance.us is not None else None,
        summary=summary,
        findings=findings,
        points=points,
        matter_type=scope.matter,
        checklists=raised.checklists,
        issues=(*_of_the_law(choice, raised.law, contract), *chair.issues, *desk.issues, *_to_check(findings)),
        prompts=tuple(desk.rendered.values()),
        packs=_packs(choice, chair.playbook),
    )


@dataclass(frozen=True, slots=True)
class _Scope:
    """What a review looks at: its focuses, those of them that were asked for (None: all), and the kind of matter."""

    choice: Choice
    focuses: tuple[str, ...]
    asked: tuple[str, ...] | None
    kind: Matter | None

    @classmethod
    def of(
        cls, document: Document, contract: Contract, choice: Choice, *, focuses: Sequence[str], matter: str | None
    ) -> "_Scope":
        pack = choice.jurisdiction
        if not focuses and is_standard_clauses(document):
            focuses = _OF_STANDARD_CLAUSES
        asked = tuple(pack.focus(each).id for each in dict.fromkeys(focuses)) or None
        every = tuple(each.id for each in pack.focuses)
        return cls(choice, asked or every, asked, matter_of(contract, pack, matter))

    @property
    def pack(self) -> Jurisdiction:
        return self.choice.jurisdiction

    @property
    def matter(self) -> str | None:
        return self.kind.id if self.kind is not None else None

    @property
    def expected(self) -> list[Focus]:
        """The focuses that a reader expects to hear of: those asked for, else those that count in such a matter."""
        of_the_kind = self.kind.focuses if self.kind is not None else ()
        return [self.pack.focus(each) for each in dict.fromkeys(self.asked or of_the_kind)]


@dataclass(frozen=True, slots=True)
class _Evaluated:
    """What law, positions and check lists have to say of a contract, before it is put into words."""

    law: LawRaised
    positions: Sequence[Raised]
    checklists: tuple[ChecklistResult, ...]


def _evaluated(reading: Reading, chair: Chair, scope: _Scope, facts: Mapping[str, bool]) -> _Evaluated:
    law = raised_rules(reading, scope.choice, scope.focuses, _known(facts, scope.pack), scope.matter)
    positions: Sequence[Raised] = ()
    if chair.stance.us is not None and chair.playbook is not None:
        positions = backed(departures(reading, chair.playbook, scope.asked, scope.kind), law.rules)
    return _Evaluated(law, positions, gone_through(reading, scope.pack, scope.kind))


def _findings(desk: Desk, scope: _Scope, raised: _Evaluated, checks: Sequence[Check]) -> tuple[Finding, ...]:
    """The findings that grounding lets through, the gravest first."""
    found = [
        *_against_us(desk, scope, raised),
        *_lacking(desk, scope, raised),
        *_from_checks(desk, checks, scope.focuses),
        # Of no focus: whoever asks about renewals wants to know of hidden text as well.
        *unseen_findings(desk.reading.document),
        *tracked_findings(desk.reading.document),
    ]
    return _by_weight([each for each in found if each is not None], scope.kind)


def _against_us(desk: Desk, scope: _Scope, raised: _Evaluated) -> list[Finding | None]:
    """What law and positions have to say; without a party, of each side."""
    rules = raised.law.rules
    found = [desk.law_finding(each) for each in rules]
    found += [desk.position_finding(each, rules) for each in raised.positions]
    return found if desk.reading.stance.us is not None else [*found, *_both_sides(desk, scope.asked, rules)]


def _lacking(desk: Desk, scope: _Scope, raised: _Evaluated) -> list[Finding | None]:
    """What was looked for and not found: clauses that such a contract has, items of check lists, whole focuses."""
    said = (*raised.law.rules, *raised.positions)
    missing: list[Raised] = []
    if scope.kind is not None:
        missing = raised_missing(desk.reading, scope.kind, set(scope.focuses), {each.topic for each in said})
    items = raised_items(desk.reading, scope.pack, raised.checklists)
    gaps = [each for each in items if each.source.focus in scope.focuses]
    told = {each.source.focus for each in (*said, *missing, *gaps)}
    missing += raised_focuses(desk.reading, scope.expected, told)
    return [desk.other_finding(each) for each in (*missing, *gaps)]


def _by_weight(findings: Sequence[Finding], matter: Matter | None) -> tuple[Finding, ...]:
    """The gravest first; of equal ones those of the focus that costs most in this kind of matter."""
    order = {focus: place for place, focus in enumerate(matter.focuses if matter is not None else ())}
    return tuple(
        sorted(
            findings,
            key=lambda each: (SEVERITIES.index(each.severity), each.to_check, order.get(each.focus, len(order))),
        )
    )


def _known(facts: Mapping[str, bool], pack: Jurisdiction) -> Mapping[str, bool]:
    """The facts given, each of which some pack knows. Raises: ConfigError."""
    return {pack.fact(name).id: holds for name, holds in facts.items()}


def _packs(choice: Choice, playbook: Playbook | None) -> tuple[PackUsed, ...]:
    """The files a review rests on: those of the law and of its overlays, and the playbook."""
    law = [choice.jurisdiction, *(pack for _, pack in choice.overlays)]
    used = dict.fromkeys(each for pack in law for each in pack.used())
    return (*used, *((playbook.used(),) if playbook is not None else ()))


def _of_the_law(choice: Choice, law: LawRaised, contract: Contract) -> list[Issue]:
    """What a reader must know of the law applied: what is out of date, and what waits for a fact."""
    issues = [
        Issue(
            code="stale-pack",
            severity="warning",
            message=f"The law of the pack '{pack_id}' was to be looked at again by {due.isoformat()}; check it first.",
        )
        for pack_id, due in choice.stale(contract.key_dates.as_of)
    ]
    for name, rules in law.waiting.items():
        question = choice.jurisdiction.fact(name).question
        about = ", ".join(dict.fromkeys(rule.id for rule in rules))
        message = f"{question} Answer with --fact {name}=yes or {name}=no: on it turns whether {about} applies."
        issues.append(Issue(code="fact-needed", severity="info", message=message))
    return issues


def _to_check(findings: Sequence[Finding]) -> list[Issue]:
    count = sum(finding.to_check for finding in findings)
    if not count:
        return []
    message = f"{count} of {len(findings)} findings are marked to be checked: only their words say what they are about."
    return [Issue(code="findings-to-check", severity="info", message=message)]


def _both_sides(desk: Desk, focuses: Sequence[str] | None, rules: Sequence[Raised]) -> list[Finding | None]:
    """Without a party: what weighs on each side whose place in the trade is known, the grave things only."""
    found: list[Finding | None] = []
    contract = desk.reading.contract
    for party in bound(contract)[:2]:
        stance = seat(contract, party)
        if stance.side is None:
            continue
        chair = desk.seated(stance)
        for raised in backed(raised_positions(chair.reading, load_playbook(stance.side), focuses), rules):
            finding = chair.position_finding(raised, rules) if raised.severity == "high" else None
            if finding is not None:
                title = f"For {chair.briefing.names['us']}: {finding.title}"
                # A position is one side's own; told to both it would be nobody's.
                found.append(replace(finding, title=title, favours="both", deviation=None, escalate_to=None))
        desk.issues += chair.issues
    return found


def _from_checks(desk: Desk, checks: Sequence[Check], focuses: Sequence[str]) -> list[Finding | None]:
    found: list[Finding | None] = []
    for check in checks:
        if check.focus not in focuses:
            continue
        for finding in check.findings(desk.reading.document, desk.reading.contract):
            if grounded(desk.reading.document, finding.citations):
                found.append(finding)
            else:
                desk.issues.append(dropped(f"check {check.name}", "cites words that are not in the contract"))
    return found


def _points(desk: Desk, raised: _Evaluated, findings: set[str]) -> tuple[NegotiationPoint, ...]:
    """The points, costliest first; none where nobody was chosen to act for."""
    if desk.reading.stance.us is None:
        return ()
    rules = raised.law.rules
    every = proposals(desk.reading, raised.positions, rules, desk.briefing.render)
    wanted = [each for each in every if each.raised.id in findings]
    if len(wanted) > MOST:
        message = f"{len(wanted) - MOST} more points were left out, which cost less; all are among the findings."
        desk.issues.append(Issue(code="points-left-out", severity="info", message=message))
    written = (desk.point(each, rules, priority) for priority, each in enumerate(wanted[:MOST], start=1))
    return tuple(point for point in written if point is not None)
