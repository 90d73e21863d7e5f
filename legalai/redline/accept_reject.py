"""Our own changes taken back, or made for good, as a word processor would; everybody else's stay as they are.

Source: ISO/IEC 29500-1 §17.13.5. This knows nothing of how the changes were written.
"""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from legalai.ingest.guard import Element
from legalai.ingest.word.opc import W
from legalai.redline.package import WordFile

_CHANGES = (f"{W}ins", f"{W}del")
_COMMENTS = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference", f"{W}comment")
_SHOWN = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}
# A paragraph that joins another takes over its session ids (§17.15.1.70), which say nothing of the text.
_SESSION = ("rsid", "paraId", "textId")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True)
class Ours:
    """The ids of the changes and comments that one file has and the one it was made from has not."""

    changes: frozenset[str]
    comments: frozenset[str]

    @classmethod
    def between(cls, before: WordFile, after: WordFile) -> "Ours":
        """What was added to a file."""
        return cls(
            frozenset(_ids(after, _CHANGES)) - frozenset(_ids(before, _CHANGES)),
            frozenset(_ids(after, _COMMENTS)) - frozenset(_ids(before, _COMMENTS)),
        )

    def changed(self, element: Element) -> bool:
        """Whether an element is a change of ours."""
        return element.tag in _CHANGES and element.get(f"{W}id") in self.changes

    def commented(self, element: Element) -> bool:
        """Whether an element belongs to a comment of ours."""
        return element.tag in _COMMENTS and element.get(f"{W}id") in self.comments


def rejected(root: Element, ours: Ours) -> Element:
    """A story without our changes and comments."""
    return _settled(root, ours, keep=f"{W}del")


def accepted(root: Element, ours: Ours) -> Element:
    """A story with our changes made, without our comments."""
    return _settled(root, ours, keep=f"{W}ins")


def as_it_stands(element: Element) -> bytes:
    """An element in canonical XML, every run as it is."""
    held = BytesIO()
    etree.ElementTree(deepcopy(element)).write(held, method="c14n")
    return held.getvalue()


def canonical(root: Element) -> bytes:
    """A story as bytes that say the same however its runs are split: neighbours that look the same are one."""
    story = deepcopy(root)
    for paragraph in story.iter(f"{W}p"):
        for name in [name for name in paragraph.attrib if name.rsplit("}", 1)[-1].startswith(_SESSION)]:
            del paragraph.attrib[name]
    for name in ("rPr", "pPr"):
        for empty in [each for each in story.iter(f"{W}{name}") if not len(each) and not each.attrib]:
            empty.getparent().remove(empty)
    for run in list(story.iter(f"{W}r")):
        before = run.getprevious()
        if before is not None and before.tag == run.tag and _looks(before) == _looks(run):
            for child in [child for child in run if child.tag != f"{W}rPr"]:
                before.append(child)
            run.getparent().remove(run)
    for text in list(story.iter(f"{W}t", f"{W}delText")):
        text.set(_SPACE, "preserve")
        before = text.getprevious()
        if before is not None and before.tag == text.tag:
            before.text = (before.text or "") + (text.text or "")
            text.getparent().remove(text)
    return as_it_stands(story)


def _settled(root: Element, ours: Ours, *, keep: str) -> Element:
    story = deepcopy(root)
    for element in [each for each in story.iter(*_COMMENTS) if ours.commented(each)]:
        holder = element.getparent()
        in_run = element.tag == f"{W}commentReference" and holder.tag == f"{W}r"
        gone = holder if in_run else element
        gone.getparent().remove(gone)
    changes = [each for each in story.iter(*_CHANGES) if ours.changed(each)]
    marks = [each for each in changes if each.getparent().tag == f"{W}rPr"]
    for change in [each for each in changes if each not in marks]:
        if change.tag == keep:
            _unwrap(change)
        else:
            change.getparent().remove(change)
    # From the end: of several paragraphs in a row, the last but one joins the last first.
    for mark in reversed(marks):
        paragraph = next(mark.iterancestors(f"{W}p"))
        mark.getparent().remove(mark)
        if mark.tag != keep:
            _join_next(paragraph)
    return story


def _unwrap(change: Element) -> None:
    for child in list(change):
        for each in child.iter(*_SHOWN):
            each.tag = _SHOWN[each.tag]
        change.addprevious(child)
    change.getparent().remove(change)


def _join_next(paragraph: Element) -> None:
    """Take a paragraph's mark away: what it holds begins the next paragraph, which keeps its own properties."""
    following = next((each for each in paragraph.itersiblings() if each.tag == f"{W}p"), None)
    if following is None:
        raise ValueError("a paragraph mark goes and nothing follows")
    first = following.find(f"{W}pPr")
    place = following.index(first) + 1 if first is not None else 0
    for number, child in enumerate(child for child in list(paragraph) if child.tag != f"{W}pPr"):
        following.insert(place + number, child)
    paragraph.getparent().remove(paragraph)


def _looks(run: Element) -> tuple[bytes, tuple[tuple[str, str], ...]]:
    properties = run.find(f"{W}rPr")
    looks = as_it_stands(properties) if properties is not None else b""
    return looks, tuple(sorted(run.attrib.items()))


def _ids(file: WordFile, tags: tuple[str, ...]) -> Iterator[str]:
    yield from (each.get(f"{W}id") for each in _every(file, lambda element: element.tag in tags))


def _every(file: WordFile, wanted: Callable[[Element], bool]) -> Iterator[Element]:
    for part in file.xml_parts():
        if W[1:-1].encode() in file.parts[part] or file.strict:
            yield from (each for each in file.root(part).iter() if wanted(each))
