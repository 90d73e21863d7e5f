"""Revisions written into the body of a Word file: w:ins, w:del and new paragraphs, runs split with their looks kept.

Source: ISO/IEC 29500-1 §17.13.5 (revisions), §17.13.4 (comments).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from legalai.ingest.guard import Element
from legalai.ingest.word.opc import W
from legalai.redline.placing import Cut, Placed, Spot, follows_paragraph, held_length
from legalai.redline.schema_order import PARAGRAPH_PROPERTIES

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DELETED = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}
_MARKS_OF_OTHERS = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange"))
# What stands at the end of another paragraph is not said of a new one; a hidden end would run it into the next.
_NOT_OF_MARK = (*_MARKS_OF_OTHERS, *(f"{W}{name}" for name in ("numberingChange", "vanish", "specVanish")))
_NOT_COPIED = tuple(f"{W}{name}" for name in ("sectPr", "pPrChange", "framePr", "pageBreakBefore"))


@dataclass
class Ids:
    """Ids that nothing in the package has (ISO/IEC 29500-1 §17.13.4 and §17.13.5: they are unique)."""

    taken: set[str]
    _next: int = 1

    def new(self) -> str:
        """An id that was never given."""
        while str(self._next) in self.taken:
            self._next += 1
        self.taken.add(str(self._next))
        return str(self._next)


@dataclass
class Writer:
    """Writes revisions as one author at one time; `anchors` are the first and last element of each in the file."""

    ids: Ids
    author: str
    date: str
    anchors: dict[str, tuple[Element, Element]] = field(default_factory=dict[str, tuple[Element, Element]])

    def write(self, placed: Iterable[Placed]) -> None:
        """Make the changes, the last in the file first: what stands before a change keeps its characters."""
        every = sorted(placed, key=lambda each: each.order)
        for each in reversed([each for each in every if each.revision.kind != "new_paragraph"]):
            self._within(each)
        ends: dict[Element, Element] = {}
        for each in (each for each in every if each.revision.kind == "new_paragraph"):
            ends[each.paragraph] = self._paragraphs(each, ends.get(each.paragraph, each.paragraph))

    def _within(self, placed: Placed) -> None:
        if placed.revision.kind == "comment" and placed.spot is not None:
            self.anchors[placed.revision.id] = (placed.spot.run, placed.spot.run)
            return
        inserted = self._insert(placed.spot, placed.revision.new_text) if placed.spot is not None else None
        removed = self._delete(placed.cuts)
        if placed.whole:
            _mark(placed.paragraph, self._change("del"))
        made = [*removed, *([inserted] if inserted is not None else [])]
        self.anchors[placed.revision.id] = (made[0], made[-1])

    def _change(self, name: str) -> Element:
        return etree.Element(f"{W}{name}", {f"{W}id": self.ids.new(), f"{W}author": self.author, f"{W}date": self.date})

    def _insert(self, spot: Spot, words: str) -> Element:
        change = self._change("ins")
        change.append(_run(words, _looks(spot.looks)))
        left, right = _split(spot.run, spot.offset, zero_left=not spot.early)
        if left is not None:
            left.addnext(change)
        elif right is not None:
            right.addprevious(change)
        return change

    def _delete(self, cuts: Sequence[Cut]) -> list[Element]:
        changes: list[Element] = []
        for cut in cuts:
            _split(cut.run, cut.end, zero_left=False)
            _, run = _split(cut.run, cut.start, zero_left=True)
            if run is None:
                continue
            last = changes[-1] if changes else None
            if last is None or run.getprevious() is not last:
                last = self._change("del")
                run.addprevious(last)
                changes.append(last)
            last.append(run)
            for child in run:
                child.tag = _DELETED.get(child.tag, child.tag)
                if child.tag == f"{W}delText":
                    child.set(SPACE, "preserve")
        return changes

    def _paragraphs(self, placed: Placed, after: Element) -> Element:
        """New paragraphs after one; the last of them. Where nothing follows to join with, the mark before is new."""
        model = placed.like if placed.like is not None else placed.paragraph
        looks = _most_used(placed.shown)
        first: Element | None = None
        last = after
        for line in placed.revision.new_text.split("\n"):
            joins = follows_paragraph(last)
            paragraph = etree.Element(f"{W}p")
            properties = _paragraph_properties(model) if joins else deepcopy(last.find(f"{W}pPr"))
            if properties is not None:
                paragraph.append(properties)
            change = self._change("ins")
            change.append(_run(line, looks))
            paragraph.append(change)
            if not joins:
                _mark(last, self._change("ins"))
            last.addnext(paragraph)
            if joins:
                _mark(paragraph, self._change("ins"))
            first, last = first if first is not None else change, paragraph
        end = last.findall(f"{W}ins")[-1]
        self.anchors[placed.revision.id] = (first if first is not None and first.getparent() is last else end, end)
        return last


def _split(run: Element, offset: int, *, zero_left: bool) -> tuple[Element | None, Element | None]:
    """A run cut in two before a character: what is left of it and what is right, None where there is nothing.

    What has no characters and stands at the cut goes left or right.
    """
    left, right = _sides(run, offset, zero_left)
    if not right:
        return run, None
    if not left:
        return None, run
    new = etree.Element(run.tag, dict(run.attrib), nsmap=run.nsmap)
    properties = run.find(f"{W}rPr")
    if properties is not None:
        new.append(deepcopy(properties))
    for child in right:
        new.append(child)
    run.addnext(new)
    return run, new


def _sides(run: Element, offset: int, zero_left: bool) -> tuple[list[Element], list[Element]]:
    """What stands left and right of a character, a w:t across it cut in two."""
    left: list[Element] = []
    right: list[Element] = []
    position = 0
    for child in list(run):
        if child.tag == f"{W}rPr":
            continue
        length = held_length(child)
        end = position + length
        if end <= offset and (length or (end < offset or zero_left)):
            left.append(child)
        elif position >= offset:
            right.append(child)
        else:
            rest = deepcopy(child)
            rest.text, child.text = child.text[offset - position :], child.text[: offset - position]
            for part in (child, rest):
                part.set(SPACE, "preserve")
            left.append(child)
            right.append(rest)
        position = end
    return left, right


def _looks(run: Element) -> Element | None:
    """A copy of a run's properties, without the record of how they were changed."""
    properties = run.find(f"{W}rPr")
    if properties is None:
        return None
    copied = deepcopy(properties)
    for each in copied.findall(f"{W}rPrChange"):
        copied.remove(each)
    return copied


def _most_used(shown: Sequence[Cut]) -> Element | None:
    """The looks that most of some characters have."""
    weights: dict[bytes, int] = {}
    held: dict[bytes, Element | None] = {}
    for cut in shown:
        looks = _looks(cut.run)
        key = etree.tostring(looks) if looks is not None else b""
        held[key] = looks
        weights[key] = weights.get(key, 0) + cut.end - cut.start
    return held[max(weights, key=lambda key: weights[key])] if weights else None


def _run(words: str, looks: Element | None) -> Element:
    run = etree.Element(f"{W}r")
    if looks is not None:
        run.append(deepcopy(looks))
    for piece in _pieces(words):
        if piece == "\t":
            etree.SubElement(run, f"{W}tab")
        else:
            etree.SubElement(run, f"{W}t", {SPACE: "preserve"}).text = piece
    return run


def _pieces(words: str) -> Iterator[str]:
    return (piece for piece in re.split(r"(\t)", words) if piece)


def _paragraph_properties(model: Element) -> Element | None:
    """A copy of a paragraph's properties for another one: no section, no earlier changes."""
    properties = model.find(f"{W}pPr")
    if properties is None:
        return None
    copied = deepcopy(properties)
    for name in _NOT_COPIED:
        for each in copied.findall(name):
            copied.remove(each)
    for holder in (copied.find(f"{W}rPr"), copied.find(f"{W}numPr")):
        if holder is None:
            continue
        for each in list(holder):
            if each.tag in _NOT_OF_MARK:
                holder.remove(each)
    return copied


def _mark(paragraph: Element, change: Element) -> None:
    """Mark a paragraph's end as inserted or deleted (§17.13.5.15, §17.13.5.20), in the order that CT_PPr asks for."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    of_mark = properties.find(f"{W}rPr")
    if of_mark is None:
        of_mark = etree.Element(f"{W}rPr")
        later = PARAGRAPH_PROPERTIES[PARAGRAPH_PROPERTIES.index("rPr") + 1 :]
        follower = next((each for each in properties if each.tag in {f"{W}{name}" for name in later}), None)
        if follower is not None:
            follower.addprevious(of_mark)
        else:
            properties.append(of_mark)
    earlier = [each for each in of_mark if each.tag == f"{W}ins"] if change.tag == f"{W}del" else []
    of_mark.insert(len(earlier), change)
