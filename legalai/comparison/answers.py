"""What to answer to each change of the other side: accept, counter or escalate, by what speaks against it."""

from collections.abc import Mapping, Sequence, Set

from legalai.comparison.changes import FORM_ONLY
from legalai.comparison.effects import SEVERITIES, Ties, stem, touches
from legalai.schema import ChangeAnswer, ClauseChange, Finding, NegotiationPoint, Quote, Review, TrackedChange


def answers(
    old: Review, new: Review, changes: Sequence[ClauseChange], sent: Sequence[TrackedChange] = ()
) -> tuple[ChangeAnswer, ...]:
    """An answer to each change of words; none where the new version was reviewed for nobody.

    `sent` are the tracked changes that the old version had: what was asked for in it.
    """
    if new.acting_for is None:
        return ()
    against = _against(old, new, changes)
    settled = _settled(old, new, changes)
    points = {each.finding: each for each in new.negotiation_points}
    stood = {stem(each) for each in old.findings}
    worded = [each for each in changes if each.kind not in FORM_ONLY]
    return tuple(
        _answer(each, against[each.id], points, stood)
        if each.id in against
        else _unopposed(each, settled.get(each.id, []), undone=_undoes(each, sent))
        for each in worded
    )


def _against(old: Review, new: Review, changes: Sequence[ClauseChange]) -> dict[str, list[Finding]]:
    """The findings that arise from each change: of words that the old version was not already found wanting for."""
    known = {each.id: each.severity for each in old.findings}
    ties = Ties(old, new, changes)
    found: dict[str, list[Finding]] = {}
    for finding in new.findings:
        if finding.favours == "us" or finding.severity == "info" or known.get(finding.id) == finding.severity:
            continue
        for change in ties.to_new(finding):
            found.setdefault(change, []).append(finding)
    return found


def _settled(old: Review, new: Review, changes: Sequence[ClauseChange]) -> dict[str, list[Finding]]:
    kept = {stem(each) for each in new.findings}
    ties = Ties(old, new, changes)
    found: dict[str, list[Finding]] = {}
    for finding in old.findings:
        if stem(finding) not in kept and finding.favours != "us":
            for change in ties.to_old(finding):
                found.setdefault(change, []).append(finding)
    return found


def _undoes(change: ClauseChange, sent: Sequence[TrackedChange]) -> bool:
    """Whether a change touches words that the old version put in, or the place where it took some out."""
    return any(touches(change, Quote(text=each.text, start=each.start, end=each.end), new=False) for each in sent)


def _unopposed(change: ClauseChange, settled: Sequence[Finding], *, undone: bool) -> ChangeAnswer:
    if undone:
        why = "It alters a tracked change of what was sent; no finding arises from it."
        words = change.old.text if change.old else None
        return ChangeAnswer(change=change.id, answer="counter", why=why, proposed_text=words)
    why = "No finding against us arises from the changed words"
    why += f"; it settles: {settled[0].title}." if settled else "."
    return ChangeAnswer(change=change.id, answer="accept", why=why)


def _answer(
    change: ClauseChange,
    against: Sequence[Finding],
    points: Mapping[str, NegotiationPoint],
    stood: Set[str],
) -> ChangeAnswer:
    """`stood`: the rules and positions that the old version was found wanting by too."""
    worst = sorted(against, key=lambda each: (SEVERITIES.index(each.severity), each.id not in points))
    point = next((points[each.id] for each in worst if each.id in points), None)
    high = worst[0].severity == "high"
    return ChangeAnswer(
        change=change.id,
        answer="escalate" if high else "counter",
        why=_why(worst[0], more=len(worst) - 1, stood=stem(worst[0]) in stood),
        findings=tuple(each.id for each in worst),
        ask=point.ask if point else worst[0].deviation.position if worst[0].deviation else None,
        proposed_text=point.proposed_text if point else None,
        escalate_to=worst[0].escalate_to if high else None,
    )


def _why(finding: Finding, *, more: int, stood: bool) -> str:
    kind = "high finding" if finding.severity == "high" else "missed position" if finding.deviation else "finding"
    verb = "still stands on the changed words" if stood else "arises from the changed words"
    others = f" (and {more} more)" if more else ""
    whom = f"; {finding.escalate_to} decides" if finding.severity == "high" and finding.escalate_to else ""
    return f"A {kind} {verb}: “{finding.title}”{others}{whom}."
