"""Findings against what a lawyer marked by hand: what must be raised and was, and how many grave findings are right.

A finding meets a mark of its contract and side where it has one of the mark's focuses and cites words of the paragraph
the mark stands in; one that was marked as missing is met by a finding of the focus that says something was not found.
That is place and focus, not sense: two marks at one place need two findings to be met, and `loose` says how many marks
have a finding at their place at all.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from legalai.evaluation.marks import Mark, MarkedContract, Marks, places
from legalai.schema import Document, Finding, Review

# A document and its review for one side of a contract.
Reviewer = Callable[[MarkedContract, str], tuple[Document, Review]]
_DROPPED = {"ungrounded-sentence", "unsupported-sentence"}
_FAILED = "drafter-failed"
_NOT_FOUND = ("not found", "no clause of this kind", "was found")


@dataclass(frozen=True, slots=True)
class Missed:
    """A mark that no finding met."""

    id: str
    severity: str
    focus: str
    what: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """A grave finding that meets no mark of its side."""

    contract: str
    side: str
    id: str
    title: str
    quote: str


@dataclass
class Score:
    """Counts over all contracts and sides.

    `said` and `dropped` are sentences at the grounding check. `failed` are pieces of writing that a language model did
    not deliver: the offline drafter's words stand in for them and are among those said.
    """

    must: int = 0
    met: int = 0
    loose: int = 0
    must_high: int = 0
    met_high: int = 0
    high: int = 0
    high_right: int = 0
    high_open: int = 0
    findings: int = 0
    points: int = 0
    sides: int = 0
    dropped: int = 0
    said: int = 0
    failed: int = 0
    missed: list[Missed] = field(default_factory=list[Missed])
    wrong: list[Wrong] = field(default_factory=list[Wrong])

    def figures(self) -> Mapping[str, float]:
        """Recall of what must be raised, precision of grave findings, and what stands beside them."""
        return {
            "recall of must": _share(self.met, self.must),
            "recall of must, by place alone": _share(self.loose, self.must),
            "recall of must, high": _share(self.met_high, self.must_high),
            "precision of high": _share(self.high_right, self.high - self.high_open),
            "findings a side": _share(self.findings, self.sides),
            "points a side": _share(self.points, self.sides),
            "grounding, share kept": _share(self.said, self.said + self.dropped),
            "pieces the drafter failed to write": self.failed,
        }

    def as_dict(self) -> dict[str, Any]:
        """Everything, for JSON."""
        return {"figures": dict(self.figures()), **asdict(self)}


def evaluate_drafting(marks: Marks, review: Reviewer, progress: Callable[[str], None] = lambda name: None) -> Score:
    """Review every contract for each side and score its findings."""
    score = Score()
    for contract in marks.contract:
        for side in ("customer", "supplier"):
            progress(f"{contract.id}, {side}")
            reviewed = review(contract, side)
            _count(score, _Side.of(marks, contract.id, side, reviewed), reviewed[1])
    return score


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of one contract: what was found and what was marked."""

    contract: str
    side: str
    document: Document
    findings: Sequence[Finding]
    must: Sequence[Mark]
    may: Sequence[Mark]

    @classmethod
    def of(cls, marks: Marks, contract: str, side: str, reviewed: tuple[Document, Review]) -> "_Side":
        def here(rows: Iterable[Mark]) -> list[Mark]:
            return [mark for mark in rows if mark.contract == contract and mark.side == side]

        document, review = reviewed
        against_us = [each for each in review.findings if each.favours != "us" and each.severity != "info"]
        return cls(contract, side, document, against_us, here(marks.must), here(marks.may))

    def met_by(self, mark: Mark) -> list[int]:
        """The findings that meet a mark."""
        return [index for index, each in enumerate(self.findings) if meets(each, mark, self.document)]


def _count(score: Score, side: _Side, review: Review) -> None:
    near = {mark.id: side.met_by(mark) for mark in side.must}
    pairs = _pairs(near)
    right = {index for found in near.values() for index in found}
    open_ones = {index for mark in side.may for index in side.met_by(mark)} - right
    high = {index for index, each in enumerate(side.findings) if each.severity == "high"}

    score.sides += 1
    score.findings += len(side.findings)
    score.points += len(review.negotiation_points)
    score.must += len(side.must)
    score.met += len(pairs)
    score.loose += sum(bool(found) for found in near.values())
    score.must_high += sum(mark.severity == "high" for mark in side.must)
    score.met_high += sum(mark.severity == "high" and mark.id in pairs for mark in side.must)
    score.high += len(high)
    score.high_right += len(high & right)
    score.high_open += len(high & open_ones)
    score.dropped += sum(issue.code in _DROPPED for issue in review.issues)
    score.failed += sum(issue.code == _FAILED for issue in review.issues)
    score.said += len(review.summary) + len(review.findings) + 2 * len(review.negotiation_points)
    score.missed += [
        Missed(mark.id, mark.severity, mark.focus, mark.what) for mark in side.must if mark.id not in pairs
    ]
    score.wrong += [_wrong(side, side.findings[index]) for index in sorted(high - right - open_ones)]


def _wrong(side: _Side, finding: Finding) -> Wrong:
    return Wrong(side.contract, side.side, finding.id, finding.title, finding.citations[0].text[:120])


def meets(finding: Finding, mark: Mark, document: Document) -> bool:
    """Whether a finding meets a mark: by focus, and by place or by saying that something was not found."""
    if finding.focus not in mark.focuses:
        return False
    if mark.missing is not None and _says_missing(finding):
        return True
    spots = [_paragraph(document, start, end) for start, end in places(mark, document.text)]
    return any(each.start < end and start < each.end for each in finding.citations for start, end in spots)


def _says_missing(finding: Finding) -> bool:
    said = f"{finding.title} {finding.deviation.found if finding.deviation else ''}".lower()
    return any(phrase in said for phrase in _NOT_FOUND)


def _paragraph(document: Document, start: int, end: int) -> tuple[int, int]:
    """The paragraph round a place: the line, since the marked contracts have one paragraph a line."""
    low = document.text.rfind("\n", 0, start) + 1
    high = document.text.find("\n", end)
    return low, len(document.text) if high < 0 else high


def _pairs(near: Mapping[str, Sequence[int]]) -> dict[str, int]:
    """The most marks that can each have a finding of their own (Kuhn's algorithm on a bipartite graph)."""
    owner: dict[int, str] = {}

    def find(mark: str, tried: set[int]) -> bool:
        for index in near[mark]:
            if index not in tried:
                tried.add(index)
                if index not in owner or find(owner[index], tried):
                    owner[index] = mark
                    return True
        return False

    for mark in near:
        find(mark, set())
    return {mark: index for index, mark in owner.items()}


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 0.0
