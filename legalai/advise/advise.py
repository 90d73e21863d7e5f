"""Advise on a contract: law and positions are evaluated, a drafter words what they raise, grounding lets it through."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from legalai.advise.acting_for import Stance, bound, by_confidence, party_list, seat, take_side
from legalai.advise.check import Check
from legalai.advise.checklists import gone_through, raised_items
from legalai.advise.deal import matter_of
from legalai.advise.findings import SEVERITIES, LawRaised, Raised, raised_positions, raised_rules
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
from legalai.extract.parts.standard_clauses import is_standard_clauses
from legalai.jurisdictions import Focus, Jurisdiction, Matter
from legalai.playbook import Playbook, load_playbook
from legalai.schema import (
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
    """What follows from a contract: the part of a review that this stage writes."""

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
    pack = choice.jurisdiction
    if not focuses and is_standard_clauses(document):
        focuses = _OF_STANDARD_CLAUSES
    chosen = tuple(pack.focus(each).id for each in dict.fromkeys(focuses)) or tuple(each.id for each in pack.focuses)
    stance = take_side(contract, acting_for)
    playbook, issues = _playbook(stance, playbook)
    if stance.us is not None and playbook is not None and (stance.side is None or stance.side_assumed):
        stance = replace(stance, side=playbook.side)
    reading = Reading(document, contract, stance)
    desk = Desk.open(reading, choice, drafter or OfflineDrafter())

    progress("findings")
    law = raised_rules(reading, choice, chosen, _known(facts or {}, pack), matter)
    rules = law.rules
    kind = matter_of(reading, pack, matter)
    wanted = chosen if focuses else None
    positions = (
        raised_positions(reading, playbook, wanted, kind.id if kind is not None else None)
        if playbook and stance.us
        else []
    )
    findings = [desk.law_finding(each) for each in rules] + [desk.position_finding(each, rules) for each in positions]
    if stance.us is None:
        findings += _both_sides(desk, contract, wanted, rules)
    results = gone_through(reading, pack, kind)
    topics = {raised.topic for raised in (*rules, *positions)}
    missing = raised_missing(reading, kind, set(chosen), topics) if kind is not None else []
    gaps = [each for each in raised_items(reading, pack, results) if each.source.focus in chosen]
    told = {each.source.focus for each in (*rules, *positions, *missing, *gaps)}
    missing += raised_focuses(reading, _looked_at(pack, focuses, kind), told)
    findings += [desk.other_finding(each) for each in (*missing, *gaps)]
    findings += _from_checks(desk, checks, chosen)
    # Of no focus: whoever asks about renewals wants to know of hidden text as well.
    findings += [*unseen_findings(document), *tracked_findings(document)]
    progress("points")
    points = (
        _points(desk, positions, rules, {each.id for each in findings if each is not None})
        if stance.us is not None
        else []
    )

    progress("summary")
    summary = desk.summary(chosen)
    return Advice(
        jurisdiction=choice.applied(),
        focuses=chosen,
        acting_for=stance.us.name if stance.us is not None else None,
        summary=summary,
        findings=_by_weight([each for each in findings if each], kind),
        points=tuple(points),
        matter_type=kind.id if kind is not None else None,
        checklists=results,
        issues=(*_of_the_law(choice, law, contract.key_dates.as_of), *issues, *desk.issues),
        prompts=tuple(desk.rendered.values()),
        packs=(*_packs(choice), *((playbook.used(),) if playbook is not None else ())),
    )


def _looked_at(pack: Jurisdiction, asked: Sequence[str], kind: Matter | None) -> list[Focus]:
    """The focuses that a reader expects to hear of: those asked for, else those that count in this kind of matter."""
    return [pack.focus(each) for each in dict.fromkeys(asked or (kind.focuses if kind is not None else ()))]


def _by_weight(findings: Sequence[Finding], matter: Matter | None) -> tuple[Finding, ...]:
    """The gravest first; of equal ones those of the focus that costs most in this kind of matter."""
    order = {focus: place for place, focus in enumerate(matter.focuses if matter is not None else ())}
    return tuple(
        sorted(findings, key=lambda each: (SEVERITIES.index(each.severity), order.get(each.focus, len(order))))
    )


def _known(facts: Mapping[str, bool], pack: Jurisdiction) -> Mapping[str, bool]:
    """The facts given, each of which some pack knows. Raises: ConfigError."""
    return {pack.fact(name).id: holds for name, holds in facts.items()}


def _packs(choice: Choice) -> tuple[PackUsed, ...]:
    used = [choice.jurisdiction, *(pack for _, pack in choice.overlays)]
    return tuple(dict.fromkeys(each for pack in used for each in pack.used()))


def _of_the_law(choice: Choice, law: LawRaised, as_of: date) -> list[Issue]:
    """What a reader must know of the law applied: what is out of date, and what waits for a fact."""
    issues = [
        Issue(
            code="stale-pack",
            severity="warning",
            message=f"The law of the pack '{pack_id}' was to be looked at again by {due.isoformat()}; check it first.",
        )
        for pack_id, due in choice.stale(as_of)
    ]
    for name, rules in law.waiting.items():
        question = choice.jurisdiction.fact(name).question
        about = ", ".join(dict.fromkeys(rule.id for rule in rules))
        message = f"{question} Answer with --fact {name}=yes or {name}=no: on it turns whether {about} applies."
        issues.append(Issue(code="fact-needed", severity="info", message=message))
    return issues


def _playbook(stance: Stance, playbook: Playbook | None) -> tuple[Playbook | None, list[Issue]]:
    if stance.us is None:
        message = f"Choose whom to act for to get negotiation points. The parties are: {party_list(stance.them)}."
        return playbook, [Issue(code="choose-party", severity="info", message=message)]
    if playbook is None and stance.side is None:
        message = (
            "The contract does not show whether this party buys or sells. Name a playbook: customer, supplier, a file."
        )
        return None, [Issue(code="choose-playbook", severity="info", message=message)]
    if playbook is None:
        playbook = load_playbook(stance.side or "")
        reason = f", since {_shown_by(stance)}" if stance.side_assumed else ""
        message = f"No playbook was named; the shipped '{playbook.id}' playbook was used{reason}."
        return playbook, [Issue(code="shipped-playbook", severity="info", message=message)]
    if not stance.side_assumed and stance.side not in {None, playbook.side}:
        message = (
            f"The playbook '{playbook.id}' is for a {playbook.side}; the contract makes this party the {stance.side}."
        )
        return playbook, [Issue(code="playbook-side", severity="warning", message=message)]
    return playbook, []


def _shown_by(stance: Stance) -> str:
    """What shows the side of a party whose role does not say it."""
    if stance.us is not None and by_confidence(stance.us) is not None:
        return "this party discloses" if stance.side == "supplier" else "this party receives what is confidential"
    return f"{'this party' if stance.side == 'customer' else 'the other side'} bears the duties to pay"


def _both_sides(
    desk: Desk, contract: Contract, focuses: Sequence[str] | None, rules: Sequence[Raised]
) -> list[Finding | None]:
    """Without a party: what weighs on each side whose place in the trade is known, the grave things only."""
    found: list[Finding | None] = []
    for party in bound(contract)[:2]:
        stance = seat(contract, party)
        if stance.side is None:
            continue
        chair = desk.seated(stance)
        for raised in raised_positions(chair.reading, load_playbook(stance.side), focuses):
            finding = chair.position_finding(raised, rules) if raised.source.severity == "high" else None
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


def _points(
    desk: Desk, positions: Sequence[Raised], rules: Sequence[Raised], findings: set[str]
) -> list[NegotiationPoint]:
    wanted = [
        each for each in proposals(desk.reading, positions, rules, desk.briefing.render) if each.raised.id in findings
    ]
    if len(wanted) > MOST:
        message = f"{len(wanted) - MOST} more points were left out, which cost less; all are among the findings."
        desk.issues.append(Issue(code="points-left-out", severity="info", message=message))
    written = (desk.point(each, rules, priority) for priority, each in enumerate(wanted[:MOST], start=1))
    return [point for point in written if point is not None]
