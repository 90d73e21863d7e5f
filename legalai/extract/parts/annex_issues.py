"""Schedules that a contract refers to and that its file does not hold, or holds with nothing below their titles."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from legalai.extract.parts.annex_names import AnnexName
from legalai.extract.parts.annex_references import AnnexReference, find_annex_references
from legalai.extract.parts.annexes import Annex, contents_end
from legalai.extract.parts.held_annexes import HeldAnnexes
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Document, Issue

_MOST_SINGLE = 8
_MOST_NAMED = 20
_UNREAD = frozenset({"pages-without-text"})


def annex_issues(document: Document, passages: Sequence[Passage]) -> tuple[Issue, ...]:
    """One issue for a missing, blank or omitted schedule; beyond eight of a code, one for all others."""
    references = find_annex_references(passages)
    held = HeldAnnexes(document, passages, references)
    first: dict[AnnexName, AnnexReference] = {}
    contents = {id(passage) for passage in passages[: contents_end(passages)]}
    for reference in sorted(references, key=lambda reference: id(reference.passage) in contents):
        first.setdefault(reference.name, reference)
    # What seems to be missing may stand on the pages that were not read.
    partial = any(issue.code in _UNREAD for issue in document.issues)
    absent = sorted((r for r in first.values() if not held.holds(r.name)), key=lambda reference: reference.start)
    missing = [(reference.name, _missing(reference)) for reference in absent]
    blank = [(annex.name, _blank(annex, passages, first.get(annex.name))) for annex in held.standing("blank")]
    omitted = [
        (annex.name, _omitted(annex, passages, first[annex.name]))
        for annex in held.standing("omitted")
        if annex.name in first
    ]
    groups = (omitted,) if partial else (missing, blank, omitted)
    return tuple(issue for group in groups for issue in _gathered(group))


def _missing(reference: AnnexReference) -> Issue:
    return Issue(
        code="schedule-missing",
        severity="warning",
        message=f"{reference.name} is referred to{_place(reference.passage)} and is not in this file: ask for it, "
        "as what it says is part of the contract and was not read.",
        page=reference.passage.page,
    )


def _blank(annex: Annex, passages: Sequence[Passage], reference: AnnexReference | None) -> Issue:
    referred = f", to which the contract refers{_place(reference.passage)}," if reference else ""
    return Issue(
        code="schedule-blank",
        severity="warning",
        message=f"{annex.name}{referred} has a title and nothing of substance below it: have it filled in or supplied.",
        page=passages[annex.first].page,
    )


def _omitted(annex: Annex, passages: Sequence[Passage], reference: AnnexReference) -> Issue:
    # The parties left it out knowingly, so it is no defect by itself; that the text still relies on it is worth a look.
    return Issue(
        code="schedule-omitted",
        severity="info",
        message=f"{annex.name} is marked as left out on purpose, and the contract refers to it"
        f"{_place(reference.passage)}.",
        page=passages[annex.first].page,
    )


def _place(passage: Passage) -> str:
    if passage.number:
        return f" in clause {passage.number}"
    return f" on page {passage.page}" if passage.page else ""


def _gathered(found: Sequence[tuple[AnnexName, Issue]]) -> Iterator[Issue]:
    """The first issues of a code, and one for all others."""
    yield from (issue for _, issue in found[:_MOST_SINGLE])
    if rest := found[_MOST_SINGLE:]:
        names = ", ".join(str(name) for name, _ in rest[:_MOST_NAMED]) + (", ..." if len(rest) > _MOST_NAMED else "")
        yield replace(rest[0][1], message=f"The same holds for {len(rest)} more: {names}.")
