"""A review to a redline: plan, place, write, prove; what cannot be proved is not handed over."""

import hashlib
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from legalai.errors import ConfigError, DamagedFile, InputError
from legalai.ingest.containers.members import file_at
from legalai.ingest.guard import Element
from legalai.ingest.word.libreoffice import convert_to_docx, find_libreoffice
from legalai.ingest.word.opc import W
from legalai.redline.comments import Comment, comments_for, write_comments
from legalai.redline.confidential import secrets_of
from legalai.redline.html_redline import html_redline
from legalai.redline.metadata import Cleaned, clean
from legalai.redline.package import WordFile
from legalai.redline.placing import CannotPlace, Placed, Places
from legalai.redline.proof import Made, changed_parts, checks_of
from legalai.redline.rebuild import rebuilt
from legalai.redline.revision import Planner, before_full_stop, touching
from legalai.redline.style import written
from legalai.redline.writing import Ids, Writer
from legalai.schema import (
    Document,
    LibreOfficeRun,
    NegotiationPoint,
    ProofCheck,
    Recipient,
    RedlineProof,
    Review,
    Revision,
)

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ELSEWHERE = "another change is made to the same words"
_FIXED = "standard contractual clauses protect only while they are not modified"


@dataclass(frozen=True, kw_only=True)
class RedlineRequest:
    """For whom a redline is, who signs its changes when, and whether LibreOffice, where found, opens it too.

    `password` opens PDF files on the way to a contract that is within one.
    """

    recipient: Recipient
    author: str
    now: datetime
    libreoffice: bool = True
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Redlined:
    """A proved redline as a Word file, as a web page, and its proof."""

    docx: bytes
    html: str
    proof: RedlineProof


@dataclass(frozen=True)
class _Settled:
    """What became of the points, and where each revision goes."""

    placed: tuple[Placed, ...]
    comments: tuple[Comment, ...]

    @property
    def revisions(self) -> tuple[Revision, ...]:
        return tuple(each.revision for each in self.placed)


def redline(path: Path, document: Document, review: Review, request: RedlineRequest) -> Redlined:
    """The negotiation points of a review as tracked changes in the file that it is of, proved.

    Raises: ConfigError where there is nothing to change, InputError where the changes could not be proved.
    """
    if document.facts.view == "original":
        raise ConfigError("A redline goes on top of the changes in the file: leave out --view original.")
    if not review.negotiation_points:
        raise ConfigError(f"{document.facts.name}: {_nothing_to_change(review)}")
    is_word = document.facts.media_type == _WORD
    with file_at(path, request.password) as file:
        original = WordFile.open(file) if is_word else None
    if original is None:
        original, document = rebuilt(document)
    return _proved(original, document, review, request, is_word=is_word)


def _proved(
    original: WordFile, document: Document, review: Review, request: RedlineRequest, *, is_word: bool
) -> Redlined:
    outward = request.recipient == "counterparty"
    cleaned = clean(original) if outward else Cleaned(original, {})
    body = cleaned.file.root(cleaned.file.main)
    settled = _settle(body, document, review, request.recipient)
    date = request.now.strftime("%Y-%m-%dT%H:%M:%SZ")
    author = " ".join(written(request.author).split()) or "Reviewer"
    writer = Writer(Ids(_taken(cleaned.file)), author, date)
    writer.write(settled.placed)
    redlined = write_comments(
        cleaned.file, settled.comments, writer.anchors, writer.ids, author=author, date=date
    ).put_roots({cleaned.file.main: body})
    made = Made(document, settled.revisions, original, cleaned.file, redlined, cleaned.taken)
    findings = {each.id: each for each in review.findings}
    checks = checks_of(made, secrets_of(review.negotiation_points, findings) if outward else None)
    _require_passed(checks, document.facts.name)
    data = redlined.as_bytes()
    proof = RedlineProof(
        source=document.facts.name,
        source_sha256=document.facts.sha256,
        source_is_word=is_word,
        recipient=request.recipient,
        redline_sha256=hashlib.sha256(data).hexdigest(),
        author=author,
        created_at=date,
        revisions=settled.revisions,
        comments=len(settled.comments),
        changed_parts=changed_parts(made),
        checks=checks,
        libreoffice=_opened(data, original) if request.libreoffice else "not_run",
        issues=() if outward else review.doubts,
    )
    if proof.libreoffice == "failed":
        raise InputError(f"{document.facts.name}: the redline was not written, LibreOffice could not open it.")
    return Redlined(data, html_redline(document, settled.revisions, settled.comments, proof), proof)


def _require_passed(checks: Sequence[ProofCheck], name: str) -> None:
    """Raises: InputError for the first check that failed: what cannot be proved is not written."""
    for check in checks:
        if not check.passed:
            raise InputError(f"{name}: the redline was not written, its proof failed ({check.name}: {check.detail}).")


def _nothing_to_change(review: Review) -> str:
    if any(issue.code == "choose-playbook" for issue in review.issues):
        return "it does not show on which side of the trade the party is: name a playbook with --playbook."
    return "no position is missed, so there is nothing to change."


def _opened(data: bytes, original: WordFile) -> LibreOfficeRun:
    """What LibreOffice makes of a redline, where it is installed.

    One that cannot open the original either says nothing about what was made of it.
    """
    if find_libreoffice() is None:
        return "not_run"
    if _opens(data):
        return "opened"
    return "failed" if _opens(original.as_bytes()) else "not_run"


def _opens(data: bytes) -> bool:
    with tempfile.TemporaryDirectory(prefix="legalai-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "redline.docx"
        path.write_bytes(data)
        work = Path(folder) / "work"
        work.mkdir()
        try:
            convert_to_docx(path, work, suffix=".docx")
        except DamagedFile:
            return False
    return True


def _settle(body: Element, document: Document, review: Review, recipient: Recipient) -> _Settled:
    planner = Planner(document, [each.proposed_text for each in review.negotiation_points])
    places = Places(body.find(f"{W}body"), document)
    findings = {each.id: each for each in review.findings}
    placed: list[Placed] = []
    comments: list[Comment] = []
    for point in sorted(review.negotiation_points, key=lambda each: each.priority):
        found = _place(planner, places, point, [each.revision for each in placed])
        if found:
            placed += found
            revisions = [each.revision for each in sorted(found, key=lambda each: each.order)]
            comments += comments_for(point, findings.get(point.finding), revisions, recipient)
    placed = sorted(_apart(places, document, placed), key=lambda each: each.order)
    # In the order of the contract, as their numbers: ours would tell the other side what costs us most.
    order = {each.revision.id: place for place, each in enumerate(placed)}
    return _Settled(tuple(placed), tuple(sorted(comments, key=lambda each: order[each.revision])))


def _apart(places: Places, document: Document, placed: Sequence[Placed]) -> list[Placed]:
    """The revisions, those at the end of a clause before its full stop where a new clause follows.

    LibreOffice takes an insertion that touches an inserted paragraph for one with it, and rejects the clause's end too.
    """
    ends = {each.revision.start for each in placed if each.revision.kind == "new_paragraph"}
    found: list[Placed] = []
    for each in placed:
        others = [other.revision for other in placed if other is not each]
        moved = before_full_stop(document, each.revision) if each.revision.start in ends else each.revision
        found.append(each if moved is each.revision or touching([moved], others) else places.place(moved))
    return found


def _place(planner: Planner, places: Places, point: NegotiationPoint, others: Sequence[Revision]) -> tuple[Placed, ...]:
    """A point's revisions in place: the smallest useful edits, else smaller ones, words to prevail, a comment."""
    why = _FIXED if planner.is_fixed and point.edit == "replace" else ""
    for revisions in (planner.revise(point), planner.revise(point, narrow=True)) if not why else ():
        if not revisions:
            continue
        if touching(revisions, others):
            why = why or _ELSEWHERE
            continue
        try:
            return tuple(places.place(each) for each in revisions)
        except CannotPlace as error:
            why = why or str(error)
    if point.edit == "replace" and point.proposed_text.strip() and why and why != _ELSEWHERE:
        other = planner.added_beside(point, why) if why == _FIXED else planner.in_place_of(point, why)
        try:
            if other is not None:
                return (places.place(other),)
        except CannotPlace as error:
            why = f"{why}, and {error}"
    try:
        return (places.place(planner.comment_only(point, why or "there is nothing to change")),)
    except CannotPlace:
        return ()


def _taken(file: WordFile) -> set[str]:
    """Every id of every part, whatever it is of."""
    return {
        value
        for part in file.xml_parts()
        if not part.endswith(".rels")
        for element in file.root(part).iter()
        if (value := element.get(f"{W}id"))
    }
