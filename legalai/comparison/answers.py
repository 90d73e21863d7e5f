"""What to answer to each change of the other side: accept, counter or escalate, by what speaks against it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legalai.advise.objections import Content, Judgement, Objection
from legalai.comparison.changes import FORM_ONLY
from legalai.comparison.effects import Ties, stem, touches
from legalai.comparison.unspoken import met_by, unspoken
from legalai.schema import (
    SEVERITIES,
    Answer,
    ChangeAnswer,
    ClauseChange,
    DeviationExtent,
    Finding,
    NegotiationPoint,
    Quote,
    Review,
    Severity,
    TrackedChange,
)

_GRAVEST: tuple[Answer, ...] = ("escalate", "counter", "accept")


@dataclass(frozen=True, slots=True)
class Round:
    """Two versions as far as answers need them.

    `sent`: the tracked changes that the old version had, which is what was asked for in it. `before`, `after`: what law
    and positions say of the words that changed, in the old version and in the new one; None where they were not read
    for it. `marks`: whether the new file marks any of its changes.
    """

    old: Review
    new: Review
    changes: Sequence[ClauseChange]
    sent: Sequence[TrackedChange] = ()
    before: Judgement | None = None
    after: Judgement | None = None
    marks: bool = False

    def objected(self, change: ClauseChange) -> dict[str, Objection]:
        """What was against the words that a change took out, by its source."""
        found = self.before.objections if self.before else ()
        return {each.source: each for each in found if touches(change, each.citation, new=False)}

    def objections(self, change: ClauseChange) -> dict[str, Objection]:
        """What is against the words that a change put in, by its source."""
        found = self.after.objections if self.after else ()
        return {each.source: each for each in found if touches(change, each.citation, new=True)}

    def content(self, change: ClauseChange) -> list[Content]:
        """The positions that measured what a change put in, and let it pass."""
        found = self.after.content if self.after else ()
        return [each for each in found if touches(change, each.citation, new=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """What speaks against a change. `missed`: a position is; `stood`: it stood against the old words too."""

    id: str
    title: str
    severity: Severity
    missed: bool
    extent: DeviationExtent | None
    escalate_to: str | None
    ask: str | None
    proposed_text: str | None
    stood: bool = False

    @property
    def answer(self) -> Answer:
        """What it calls for: by how far a position is missed, where that is known, else by how grave it is."""
        if self.extent is not None:
            answers: dict[DeviationExtent, Answer] = {
                "walk_away": "escalate",
                "between": "counter",
                "fallback": "accept",
            }
            return answers[self.extent]
        return "escalate" if self.severity == "high" else "counter"

    @property
    def weight(self) -> tuple[int, int, bool]:
        """What weighs most comes first."""
        return _GRAVEST.index(self.answer), SEVERITIES.index(self.severity), self.proposed_text is None


def answers(of: Round) -> tuple[ChangeAnswer, ...]:
    """An answer to each change of words; none where the new version was reviewed for nobody."""
    us = of.new.acting_for
    if us is None:
        return ()
    ties = Ties(of.old, of.new, of.changes)
    return tuple(_answer(of, ties, each, us) for each in of.changes if each.kind not in FORM_ONLY)


def _answer(of: Round, ties: Ties, change: ClauseChange, us: str) -> ChangeAnswer:
    """By what speaks against the change that did not before; else by what it does to us; else it stands."""
    undone = any(touches(change, _place(each), new=False) for each in of.sent)
    grounds = sorted(_grounds(of, ties, change), key=lambda each: each.weight)
    fresh = [each for each in grounds if not each.stood]
    if fresh:
        return _opposed(change, fresh, undone=undone)
    met = met_by(change, of.content(change))
    if met is not None and all(each.extent is None for each in grounds):
        why = f"The changed figures give no ground for “{met}”, the position that reads them."
        return ChangeAnswer(change=change.id, answer="accept", why=why)
    does = unspoken(change, of.old.contract, of.new.contract, us)
    silent = change.tracked != "yes" and of.marks and change.kind != "moved"
    settles = next(iter(_settled(of, ties, change)), None)
    if not grounds and not undone and not silent and (settles is not None or does is None):
        return _accepted(change, settles)
    return _countered(change, grounds, does, undone=undone, silent=silent)


def _opposed(change: ClauseChange, grounds: Sequence[_Ground], *, undone: bool) -> ChangeAnswer:
    first = grounds[0]
    asks = first.answer != "accept"
    # What was sent is fitted to this contract, and nothing spoke against it.
    words = change.old.text if change.old else first.proposed_text
    sent = " It alters a tracked change of what was sent." if undone else ""
    return ChangeAnswer(
        change=change.id,
        answer=first.answer,
        why=_why(first, more=len(grounds) - 1) + sent,
        findings=tuple(each.id for each in grounds),
        ask=first.ask if asks else None,
        proposed_text=words if asks else None,
        escalate_to=first.escalate_to if first.answer == "escalate" else None,
    )


def _accepted(change: ClauseChange, settles: str | None) -> ChangeAnswer:
    why = "The words are the same" if change.kind == "moved" else "No finding against us arises from the changed words"
    return ChangeAnswer(change=change.id, answer="accept", why=why + (f"; it settles: {settles}." if settles else "."))


def _countered(
    change: ClauseChange, stood: Sequence[_Ground], does: str | None, *, undone: bool, silent: bool
) -> ChangeAnswer:
    """`stood`: what law and positions had against the words of the old version too."""
    says = [does] if does else []
    says += ["It alters a tracked change of what was sent"] if undone else []
    says += ["It was made without a tracked change beside others that are tracked"] if silent else []
    if stood:
        says.append(f"“{stood[0].title}” stood against the words before, and still does")
    elif not undone:
        says.append("Neither law nor playbook speaks of it")
    before = change.old.text if change.old else None
    return ChangeAnswer(
        change=change.id,
        answer="counter",
        why=". ".join(says) + ".",
        findings=tuple(each.id for each in stood),
        ask=_ask(silent=silent, before=before is not None),
        proposed_text=before,
    )


def _ask(*, silent: bool, before: bool) -> str:
    if silent:
        return "Show it as a tracked change and say what it is for, or go back to the words sent."
    return "Say what it is for, or go back to the words sent." if before else "Say what it is for, or take it out."


def _grounds(of: Round, ties: Ties, change: ClauseChange) -> Iterator[_Ground]:
    """What speaks against the words of a change and did not speak against the same words before, each source once."""
    known = {each.id: each.severity for each in of.old.findings}
    objected, worded = of.objected(change), of.objections(change)
    before: dict[str, DeviationExtent | None] = {
        stem(each): _extent(each) for each in of.old.findings if change.id in ties.to_old(each)
    }
    before |= {source: each.extent for source, each in objected.items()}
    points = {each.finding: each for each in of.new.negotiation_points}
    told: set[str] = set()
    for finding in of.new.findings:
        if finding.favours == "us" or finding.severity == "info" or known.get(finding.id) == finding.severity:
            continue
        source = stem(finding)
        # What is missed as absent is cited where it would stand: it says nothing of the words there.
        beside = of.after is not None and source in before and source not in worded
        if change.id in ties.to_new(finding) and not beside:
            told.add(source)
            stood = source in before and not _worse(before[source], _extent(finding))
            yield _of_finding(finding, points.get(finding.id) or worded.get(source), stood=stood)
    same = {*known, *(each.id for each in objected.values())}
    for source, each in worded.items():
        if each.id not in same and source not in told and each.severity != "info":
            yield _of_objection(each, stood=source in before and not _worse(before[source], each.extent))


def _extent(finding: Finding) -> DeviationExtent | None:
    return finding.deviation.extent if finding.deviation else None


def _worse(before: DeviationExtent | None, after: DeviationExtent | None) -> bool:
    """Whether words came to a walk-away that were short of it."""
    return after == "walk_away" and before != "walk_away"


def _of_finding(finding: Finding, point: NegotiationPoint | Objection | None, *, stood: bool) -> _Ground:
    deviation = finding.deviation
    return _Ground(
        id=finding.id,
        title=finding.title,
        severity=finding.severity,
        missed=deviation is not None,
        extent=_extent(finding),
        escalate_to=finding.escalate_to,
        ask=point.ask if point and point.ask else deviation.position if deviation else None,
        proposed_text=point.proposed_text if point else None,
        stood=stood,
    )


def _of_objection(objection: Objection, *, stood: bool) -> _Ground:
    return _Ground(
        id=objection.id,
        title=objection.title,
        severity=objection.severity,
        missed=objection.position is not None,
        extent=objection.extent,
        escalate_to=objection.escalate_to,
        ask=objection.ask or objection.position,
        proposed_text=objection.proposed_text,
        stood=stood,
    )


def _why(ground: _Ground, *, more: int) -> str:
    others = f" (and {more} more)" if more else ""
    title = f"“{ground.title}”{others}"
    whom = f"; {ground.escalate_to} decides" if ground.answer == "escalate" and ground.escalate_to else ""
    if ground.extent == "fallback":
        return f"The changed words are within our fallback: {title}."
    if ground.extent == "between":
        return f"The changed words miss our position and our fallback, short of our walk-away: {title}."
    if ground.extent == "walk_away":
        return f"The changed words reach our walk-away: {title}{whom}."
    kind = "missed position" if ground.missed else "high finding" if ground.severity == "high" else "finding"
    return f"A {kind} arises from the changed words: {title}{whom}."


def _settled(of: Round, ties: Ties, change: ClauseChange) -> Iterator[str]:
    kept = {stem(each) for each in of.new.findings}
    for finding in of.old.findings:
        if stem(finding) not in kept and finding.favours != "us" and change.id in ties.to_old(finding):
            yield finding.title


def _place(change: TrackedChange) -> Quote:
    return Quote(text=change.text, start=change.start, end=change.end)
