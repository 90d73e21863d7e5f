"""The points of a redline as the user settled them, and how the contract reads with each: free of the page."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from markupsafe import Markup

from legalai.advise.acting_for import bound
from legalai.redline.revision import NEW_CLAUSE, Planner
from legalai.review import Reviewed
from legalai.schema import Document, NegotiationPoint, Recipient, RedlineProof, Revision
from legalai.ui.safe import html


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What the user asks to be written: which points in which words, for whom, signed by whom."""

    points: tuple[NegotiationPoint, ...]
    recipient: Recipient
    author: str
    libreoffice: bool = False


def wording_key(point: NegotiationPoint) -> str:
    """What a user's words for a point are kept by: they are no words for a point that proposes others."""
    return f"{point.id}-{sha256(point.proposed_text.encode()).hexdigest()[:8]}"


def settled_points(
    points: Sequence[NegotiationPoint], left_out: Collection[str], words: Mapping[str, str]
) -> tuple[NegotiationPoint, ...]:
    """The points that stay, with the user's words, by `wording_key`, in place of those proposed."""
    return tuple(
        replace(point, proposed_text=words.get(wording_key(point), point.proposed_text))
        for point in points
        if point.id not in left_out
    )


def obstacle(reviewed: Reviewed) -> str | None:
    """Why no redline can be made of a review at all, and what to do about it; None where one can."""
    review = reviewed.review
    if not bound(review.contract):
        return "No party was found in this document, so there is no side to make a redline for."
    if review.acting_for is None:
        return "A redline is for one side: choose the party you act for at the left and press Review."
    if reviewed.document.facts.view == "original":
        return "A redline goes on top of the changes in the file: choose another view of tracked changes at the left."
    if not review.negotiation_points and any(issue.code == "choose-playbook" for issue in review.issues):
        return "The contract does not show whether this party buys or sells: choose a playbook at the left."
    if not review.negotiation_points:
        return "There is nothing to change: no position of ours is missed."
    return None


def missing(points: Sequence[NegotiationPoint], recipient: Recipient | None, author: str) -> str | None:
    """What the user has still to settle before the redline can be made; None where nothing is."""
    if not points:
        return "Choose at least one point."
    empty = [
        str(point.priority) for point in points if point.edit == "insert_after" and not point.proposed_text.strip()
    ]
    if empty:
        return f"Point {empty[0]} adds a clause that has no words: write them, or leave the point out."
    if recipient is None:
        return "Say for whom it is."
    return None if author.strip() else "Say in whose name the changes are made."


def marked_change(planner: Planner, document: Document, point: NegotiationPoint) -> Markup:
    """The cited clause with what goes struck through and what comes underlined; a new clause by itself."""
    revisions = planner.revise(point)
    if not revisions:
        return html("<p>{text}</p>", text="These are the words of the contract: nothing changes.")
    if point.edit == "insert_after" and not point.proposed_text.strip():
        return html("<p>{text}</p>", text="No words: write the new clause, or leave this point out.")
    within = [each for each in revisions if each.kind != "new_paragraph"]
    shown: list[Markup] = []
    if within:
        where = point.citations[0]
        start = min(where.start, *(each.start for each in within))
        end = max(where.end, *(each.end for each in within))
        shown.append(html("<p>{words}</p>", words=Markup("").join(_pieces(document.text, start, end, within))))
    for each in revisions:
        if each.kind == "new_paragraph":
            shown.append(_new_clause(each, point))
    return Markup("").join(shown)


def told(proof: RedlineProof) -> str:
    """What was made, in a sentence."""
    changes = sum(each.kind != "comment" for each in proof.revisions)
    whom = "for the other side" if proof.recipient == "counterparty" else "for our own side only"
    return f"{_count(changes, 'tracked change')} and {_count(proof.comments, 'comment')}, {whom}."


def not_in_place(proof: RedlineProof, points: Sequence[NegotiationPoint]) -> tuple[str, ...]:
    """The points whose words could not be put where they belong, and why; and those that nothing was written for."""
    priorities = {point.id: point.priority for point in points}
    placed = {each.point for each in proof.revisions}
    lines = [
        f"Point {priorities.get(each.point, each.point)} is "
        f"{'a comment only' if each.kind == 'comment' else 'a clause of its own'}, because {each.why}."
        for each in proof.revisions
        if each.why is not None
    ]
    lines += [f"Point {point.priority} could not be placed." for point in points if point.id not in placed]
    return tuple(lines)


def file_stem(name: str, recipient: Recipient) -> str:
    """What the files of a redline are called: after the contract, and after who may read them."""
    return (
        f"{name.rpartition('.')[0] or name}.redline-for-{'counterparty' if recipient == 'counterparty' else 'us-only'}"
    )


def _new_clause(revision: Revision, point: NegotiationPoint) -> Markup:
    """A new clause by itself, with a word on its number where the word processor gives it."""
    lines = (html("<p><ins>{line}</ins></p>", line=line) for line in revision.new_text.split("\n"))
    typed = point.proposed_text.rpartition(NEW_CLAUSE)[2].split(maxsplit=1)[0]
    by_word = typed[:1].isdigit() and not revision.new_text.startswith(typed)
    note = html('<p class="soft">{note}</p>', note="Word numbers it.") if by_word else ""
    return Markup("").join((*lines, note))


def _pieces(text: str, start: int, end: int, revisions: Sequence[Revision]) -> Iterator[Markup]:
    position = start
    for each in sorted(revisions, key=lambda revision: revision.start):
        yield html("{text}", text=text[position : each.start])
        if each.text:
            yield html("<del>{text}</del>", text=each.text)
        if each.new_text:
            yield html("<ins>{text}</ins>", text=each.new_text)
        position = each.end
    yield html("{text}", text=text[position:end])


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
