"""Two reviewed versions in, one comparison out."""

from dataclasses import dataclass

from legalai.comparison.answers import answers
from legalai.comparison.changes import clause_changes
from legalai.comparison.effects import finding_effects
from legalai.comparison.facts import fact_effects
from legalai.schema import Comparison, Document, Review


@dataclass(frozen=True)
class Version:
    """A version of a contract, read as if its tracked changes were accepted, and its review."""

    document: Document
    review: Review


def compare(old: Version, new: Version, *, original: Document | None = None) -> Comparison:
    """What changed from what was sent to what came back, and what that does to the findings.

    Both reviews answer the same request. `original` is the new file before its tracked changes, where it has any.
    """
    found = clause_changes(old.document, new.document, original)
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
        answers=answers(old.review, new.review, found.changes, old.document.changes),
    )
