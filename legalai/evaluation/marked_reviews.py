"""Reviews of marked contracts, for each side, with what is extracted of a contract kept for its second review."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from legalai.advise.acting_for import take_side
from legalai.errors import ConfigError
from legalai.evaluation.drafting import Reviewer
from legalai.evaluation.marks import MarkedContract, MarkedSide, Marks
from legalai.review import Extracted, ReviewRequest, Workbench
from legalai.schema import Document, Review


def reviewer_of(folder: Path, *, drafter: str, allow_remote: bool, as_of: date) -> Reviewer:
    """What reviews the contracts of a folder: for the named party, by the law it chooses, with our own playbook."""
    workbench = Workbench.open()

    @cache
    def extracted(file: str) -> Extracted:
        return workbench.extract(folder / "contracts" / file, as_of=as_of)

    def review(contract: MarkedContract, side: str) -> tuple[Document, Review]:
        party = contract.customer if side == "customer" else contract.supplier
        request = ReviewRequest(as_of=as_of, playbook=side, drafter=drafter, allow_remote=allow_remote)
        found = extracted(contract.file)
        reviewed = workbench.advise(found, replace(request, acting_for=_named(found, party)))
        return reviewed.document, reviewed.review

    return review


def _named(found: Extracted, party: MarkedSide) -> str | None:
    """How the party can be named: by its name, by its role, or, where extraction lost it, not at all."""
    for name in (party.name, party.role):
        try:
            take_side(found.contract, name)
        except ConfigError:
            continue
        return name
    return None


def consistency(marks: Marks, review: Reviewer, runs: int, progress: Callable[[str], None]) -> float:
    """The share of findings and points, over all runs, that come out with the same words each time."""
    same = every = 0
    for contract in marks.contract:
        for side in ("customer", "supplier"):
            progress(f"{contract.id}, {side}, {runs} runs")
            said = [_said(review(contract, side)[1]) for _ in range(runs)]
            every += len(set.union(*said))
            same += len(set.intersection(*said))
    return round(same / every, 3) if every else 1.0


def _said(review: Review) -> set[tuple[str, str]]:
    found = {(each.id, each.explanation) for each in review.findings}
    return found | {(each.id, f"{each.ask} {each.rationale}") for each in review.negotiation_points}
