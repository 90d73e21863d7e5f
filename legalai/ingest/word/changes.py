"""The tracked changes of a Word file: what they are, and the file as it was before them.

Source: ISO/IEC 29500-1 §17.13.5 (revisions).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from legalai.ingest.guard import Element
from legalai.ingest.word.opc import MC, W
from legalai.ingest.word.runs import runs_of
from legalai.schema import ChangeKind

_KINDS: Mapping[str, ChangeKind] = {
    f"{W}ins": "insertion",
    f"{W}del": "deletion",
    f"{W}moveFrom": "move_from",
    f"{W}moveTo": "move_to",
}
_SWAPPED = {
    f"{W}ins": f"{W}del",
    f"{W}del": f"{W}ins",
    f"{W}moveFrom": f"{W}moveTo",
    f"{W}moveTo": f"{W}moveFrom",
    f"{W}cellIns": f"{W}cellDel",
    f"{W}cellDel": f"{W}cellIns",
    f"{W}delText": f"{W}t",
    f"{W}delInstrText": f"{W}instrText",
}
_FORMATTING = tuple(f"{W}{name}Change" for name in ("rPr", "pPr", "sectPr", "tblPr", "trPr", "tcPr", "tblGrid"))
_MARKS = frozenset(_SWAPPED)


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change as it stands in the file, with the first and the last run it holds by `runs` of the paragraph.

    Both are None where it is of a paragraph mark or a row alone, whose `text` is empty.
    """

    kind: ChangeKind
    text: str
    paragraph: int | None
    first: int | None
    last: int | None
    author: str
    date: str


def changes_in(story: Element, indices: Mapping[Element, int]) -> Iterator[Change]:
    """The changes of a body or of notes, in order; text that two alternatives of a drawing hold counts once."""
    held: dict[Element, dict[Element, int]] = {}
    for element in story.iter(*_KINDS):
        if any(each.tag == f"{MC}Fallback" for each in element.iterancestors()):
            continue
        paragraph = next(element.iterancestors(f"{W}p"), None)
        if paragraph is not None and paragraph not in held:
            held[paragraph] = {run: place for place, run in enumerate(runs_of(paragraph))}
        own = held[paragraph] if paragraph is not None else {}
        runs = [run for run in element.iter(f"{W}r") if run in own]
        yield Change(
            kind=_KINDS[element.tag],
            text="".join(_words(run) for run in runs),
            paragraph=indices.get(paragraph) if paragraph is not None else _next_paragraph(element, indices),
            first=own[runs[0]] if runs else None,
            last=own[runs[-1]] if runs else None,
            author=element.get(f"{W}author", ""),
            date=element.get(f"{W}date", ""),
        )


def formatting_changes(story: Element) -> int:
    """How many changes of nothing but looks are open."""
    return sum(1 for _ in story.iter(*_FORMATTING))


def undo_changes(story: Element) -> None:
    """Turn a story into what rejecting every change would leave, in place: read as accepted, it is the original.

    What was inserted becomes deleted and the other way round; paragraphs and runs stay where and as many as they are.
    """
    for element in list(story.iter(f"{W}pPrChange", f"{W}rPrChange")):
        _restore(element)
    for element in list(story.iter(*_SWAPPED)):
        element.tag = _SWAPPED[element.tag]


def _restore(change: Element) -> None:
    """Put the properties back that a change of formatting replaced."""
    properties = change.getparent()
    former = change.find(f"{W}pPr" if change.tag == f"{W}pPrChange" else f"{W}rPr")
    kept = _MARKS | {f"{W}rPr", f"{W}sectPr"}
    for child in list(properties):
        if child.tag not in kept:
            properties.remove(child)
    for child in list(former) if former is not None else ():
        properties.append(child)


def _words(run: Element) -> str:
    held: list[str] = []
    for child in run:
        if child.tag in (f"{W}t", f"{W}delText"):
            held.append(child.text or "")
        elif child.tag in (f"{W}tab", f"{W}br", f"{W}cr"):
            held.append(" ")
        elif child.tag == f"{W}noBreakHyphen":
            held.append("-")
    return "".join(held)


def _next_paragraph(element: Element, indices: Mapping[Element, int]) -> int | None:
    """The first paragraph of the row, control or cell that a change marks."""
    for around in (element, *element.iterancestors(f"{W}tr", f"{W}sdt", f"{W}tc")):
        inside = next(around.iter(f"{W}p"), None)
        if inside is not None:
            return indices.get(inside)
    return None
