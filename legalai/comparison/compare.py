"""Two reviewed versions in, one comparison out."""

from collections.abc import Sequence
from dataclasses import dataclass

from legalai.advise.objections import Judgement, Objector
from legalai.comparison.answers import Round, answers
from legalai.comparison.changes import clause_changes
from legalai.comparison.effects import changed_stretches, finding_effects
from legalai.comparison.facts import fact_effects
from legalai.schema import ClauseChange, Comparison, Document, Review


@dataclass(frozen=True)
class Version:
    """A version of a contract, read as if its tracked changes were accepted, and its review."""

    document: Document
    review: Review


def compare(
    old: Version, new: Version, *, original: Document | None = None, objector: Objector | None = None
) -> Comparison:
    """What changed from what was sent to what came back, and what that does to the findings.

    Both reviews answer the same request. `original` is the new file before its tracked changes, where it has any;
    `objector` reads the changed words by the law and the playbook of the reviews, for whom they were made.
    """
    found = clause_changes(old.document, new.document, original)
    judged = Round(
        old.review,
        new.review,
        found.changes,
        sent=old.document.changes,
        before=_judged(objector, old, found.changes, new=False),
        after=_judged(objector, new, found.changes, new=True),
        marks=bool(new.document.changes),
    )
    partial = "partial" in (old.review.status, new.review.status)
    return Comparison(
        status="partial" if partial else "complete",
        old=old.document.facts,
        new=new.document.facts,
        acting_for=new.review.acting_for,
        new_has_tracked_changes=bool(new.document.changes),
        unchanged=found.unchanged,
        changes=found.changes,
        findings=finding_effects(old.review, new.review, found.changes),
        facts=fact_effects(old.review.contract, new.review.contract, found.changes),
        answers=answers(judged),
        issues=tuple(dict.fromkeys((*old.review.doubts, *new.review.doubts))),
    )


def _judged(
    objector: Objector | None, version: Version, changes: Sequence[ClauseChange], *, new: bool
) -> Judgement | None:
    acting_for = version.review.acting_for
    if objector is None or acting_for is None:
        return None
    at = [stretch for each in changes for stretch in changed_stretches(each, new=new)]
    return objector.judge(version.document, version.review.contract, acting_for, at)
