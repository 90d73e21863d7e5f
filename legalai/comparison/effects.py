"""What the changes do to the findings: gone, new, worse or better, each with the changes it comes from."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from legalai.schema import SEVERITIES, Citation, ClauseChange, Finding, FindingEffect, FindingEffectKind, Quote, Review

_DIGEST = re.compile(r"-[0-9a-f]{10}$")


def stem(finding: Finding) -> str:
    """The rule, position or check that a finding comes from: its id without that of the words it cites."""
    return _DIGEST.sub("", finding.id)


def finding_effects(old: Review, new: Review, changes: Sequence[ClauseChange]) -> tuple[FindingEffect, ...]:
    """The findings that differ, what is new or worse first."""
    ties = Ties(old, new, changes)
    before, after = _by_stem(old.findings), _by_stem(new.findings)
    effects = [
        effect
        for name in dict.fromkeys([*after, *before])
        for effect in _effects(before.get(name, []), after.get(name, []), ties)
    ]
    order: tuple[FindingEffectKind, ...] = ("new", "worse", "better", "gone")
    return tuple(
        sorted(
            effects,
            key=lambda each: (
                order.index(each.kind),
                SEVERITIES.index(each.severity_after or each.severity_before or "info"),
            ),
        )
    )


class Ties:
    """Which changes a finding comes from: those of the words it cites, else those of clauses of its type."""

    def __init__(self, old: Review, new: Review, changes: Sequence[ClauseChange]) -> None:
        self._old, self._new, self._changes = old, new, changes

    def to_new(self, finding: Finding) -> tuple[str, ...]:
        """The changes that a finding of the new version comes from."""
        cited = self._cited(finding.citations, new=True)
        return cited or self._of_type(finding.clause_type, self._old, new=False)

    def to_old(self, finding: Finding) -> tuple[str, ...]:
        """The changes that took a finding of the old version away."""
        cited = self._cited(finding.citations, new=False)
        return cited or self._of_type(finding.clause_type, self._new, new=True)

    def _cited(self, citations: Sequence[Citation], *, new: bool) -> tuple[str, ...]:
        return tuple(
            each.id for each in self._changes if any(touches(each, citation, new=new) for citation in citations)
        )

    def _of_type(self, clause_type: str | None, review: Review, *, new: bool) -> tuple[str, ...]:
        clauses = [each for each in review.contract.clauses if each.type == clause_type]
        return self._cited(clauses, new=new)


def touches(change: ClauseChange, quote: Quote, *, new: bool) -> bool:
    """Whether words that a change put in (or took out, in the old version) stand in a quote."""
    return any(
        start < quote.end and quote.start < end if end > start else quote.start <= start <= quote.end
        for start, end in changed_stretches(change, new=new)
    )


def changed_stretches(change: ClauseChange, *, new: bool) -> Iterator[tuple[int, int]]:
    """Where words that a change put in (or took out, in the old version) stand: [start, end), empty for a place."""
    citation = change.new if new else change.old
    if citation is None:
        return
    if change.kind in ("added", "removed"):
        yield citation.start, citation.end
    for edit in change.edits:
        start, end = (edit.new_start, edit.new_end) if new else (edit.start, edit.end)
        yield citation.start + start, citation.start + end


def _by_stem(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = defaultdict(list)
    for each in findings:
        found[stem(each)].append(each)
    return found


def _effects(before: list[Finding], after: list[Finding], ties: Ties) -> Iterator[FindingEffect]:
    """The same words first, then in order; those left over are gone or new."""
    by_id = {each.id: each for each in before}
    pairs = [(by_id.pop(each.id), each) for each in after if each.id in by_id]
    left_old = list(by_id.values())
    left_new = [each for each in after if all(each is not one for _, one in pairs)]
    pairs += zip(left_old, left_new, strict=False)
    for old, new in pairs:
        if old.severity != new.severity:
            worse = SEVERITIES.index(new.severity) < SEVERITIES.index(old.severity)
            yield _effect("worse" if worse else "better", old, new, ties)
    yield from (_effect("gone", each, None, ties) for each in left_old[len(left_new) :])
    yield from (_effect("new", None, each, ties) for each in left_new[len(left_old) :])


def _effect(kind: FindingEffectKind, old: Finding | None, new: Finding | None, ties: Ties) -> FindingEffect:
    shown = new or old
    if shown is None:
        raise ValueError("an effect is that of a finding")
    return FindingEffect(
        kind=kind,
        finding=shown.id,
        title=shown.title,
        severity_before=old.severity if old else None,
        severity_after=new.severity if new else None,
        citations=shown.citations,
        changes=ties.to_new(shown) if new else ties.to_old(shown),
    )
