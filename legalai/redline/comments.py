"""Comments beside the changes: the reason for the other side; for our own the fallback, the limit and who decides.

Source: ISO/IEC 29500-1 §17.13.4 (comments).
"""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from legalai.ingest.guard import Element
from legalai.ingest.word.opc import W
from legalai.redline.package import WordFile
from legalai.redline.style import written
from legalai.redline.writing import SPACE, Ids
from legalai.schema import Finding, NegotiationPoint, Recipient, Revision

INTERNAL = "Internal: not for the other side."
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_SHOWN = 200
_RUN_LEVEL = (f"{W}p",)


@dataclass(frozen=True)
class Comment:
    """What is said beside a revision, a paragraph for each line."""

    revision: str
    lines: tuple[str, ...]


def comments_for(
    point: NegotiationPoint, finding: Finding | None, revisions: Sequence[Revision], recipient: Recipient
) -> tuple[Comment, ...]:
    """The comments on what became of a point: one for everybody, and one more for our own side."""
    first = revisions[0]
    found = [Comment(first.id, tuple(_external(point, first)))]
    if recipient == "internal":
        found.append(Comment(first.id, tuple(_internal(point, finding, first))))
    return tuple(found)


def _external(point: NegotiationPoint, first: Revision) -> list[str]:
    lines = [point.rationale]
    if first.kind == "comment":
        on = " ".join(first.text.split())
        shown = on if len(on) <= _SHOWN else f"{on[:_SHOWN]}…"
        lines = [f"On “{shown}”: {point.ask}", *lines, f"Proposed words: {point.proposed_text}"]
    unnamed = [each.cite for each in point.authorities if each.cite not in point.rationale]
    if unnamed:
        lines.append(f"Authority: {'; '.join(unnamed)}.")
    return lines


def _internal(point: NegotiationPoint, finding: Finding | None, first: Revision) -> list[str]:
    lines = [INTERNAL, point.ask]
    explained = finding.explanation if finding is not None else ""
    if explained:
        lines.append(explained)
    for name, words in (("Fallback", point.fallback), ("Walk away", point.walk_away)):
        if words and words not in explained:
            lines.append(f"{name}: {words}")
    if finding is not None and finding.escalate_to:
        lines.append(f"Decides: {finding.escalate_to}")
    if first.why:
        lines.append(f"Not changed in place because {first.why}.")
    return lines


def write_comments(
    file: WordFile,
    comments: Sequence[Comment],
    anchors: dict[str, tuple[Element, Element]],
    ids: Ids,
    *,
    author: str,
    date: str,
) -> WordFile:
    """Put comments in the file and their marks beside the anchors, which are elements of its body still to be put."""
    part = file.related(file.main, "comments")
    root = file.root(part) if part is not None else etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})
    # In the order given: of two marks at one place, the later comment's goes outside the earlier's.
    for comment in comments:
        identity = ids.new()
        root.append(_comment(comment, identity, author, date))
        _anchor(*anchors[comment.revision], identity)
    if part is not None:
        return file.put_roots({part: root})
    name = posixpath.join(posixpath.dirname(file.main), "comments.xml")
    return file.with_part(name, root, kind="comments", content_type=_CONTENT_TYPE)


def _comment(comment: Comment, identity: str, author: str, date: str) -> Element:
    initials = "".join(word[0] for word in author.split() if word[0].isalnum())[:4].upper() or "X"
    attributes = {"id": identity, "author": author, "date": date, "initials": initials}
    element = etree.Element(f"{W}comment", {f"{W}{name}": value for name, value in attributes.items()})
    for line in comment.lines:
        paragraph = etree.SubElement(element, f"{W}p")
        run = etree.SubElement(paragraph, f"{W}r")
        etree.SubElement(run, f"{W}t", {SPACE: "preserve"}).text = " ".join(written(line).split())
    return element


def _anchor(first: Element, last: Element, identity: str) -> None:
    """The marks of a comment around what it is on, as children of the paragraph: nobody's insertion holds them."""
    first, last = _in_paragraph(first), _in_paragraph(last)
    if first.getparent() is not last.getparent():
        first = last
    first.addprevious(etree.Element(f"{W}commentRangeStart", {f"{W}id": identity}))
    reference = etree.Element(f"{W}r")
    etree.SubElement(reference, f"{W}commentReference", {f"{W}id": identity})
    after = last
    while (following := after.getnext()) is not None and _closes(following):
        after = following
    end = etree.Element(f"{W}commentRangeEnd", {f"{W}id": identity})
    after.addnext(end)
    end.addnext(reference)


def _in_paragraph(element: Element) -> Element:
    while element.getparent().tag not in _RUN_LEVEL:
        element = element.getparent()
    return element


def _closes(element: Element) -> bool:
    """Whether an element ends a comment: one that follows is closed outside it."""
    return element.tag == f"{W}commentRangeEnd" or element.find(f"{W}commentReference") is not None
