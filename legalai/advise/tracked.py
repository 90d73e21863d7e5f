"""The marked view: every open change of a file with tracked changes is shown with its words."""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import groupby

from legalai.advise.places import Places
from legalai.ingest.invisible import revealed
from legalai.schema import ChangeKind, Document, Finding, TrackedChange

FOCUS = "tracked changes"
_MOST = 100
_SAID: dict[ChangeKind, str] = {
    "insertion": "inserted",
    "deletion": "deleted",
    "move_from": "moved away",
    "move_to": "moved here",
}


def tracked_findings(document: Document) -> Iterator[Finding]:
    """A finding for each paragraph with open changes, where the marked view was read; deleted words are in no text."""
    if document.facts.view != "marked":
        return
    places = Places(document)
    worded = [change for change in document.changes if change.text.strip()]
    by_paragraph = groupby(worded, key=lambda each: places.block_index(each.start))
    for number, (index, changes) in enumerate(by_paragraph):
        if number == _MOST:
            return
        yield _finding(places, document, index or 0, tuple(changes))


def _finding(places: Places, document: Document, index: int, changes: Sequence[TrackedChange]) -> Finding:
    block = places.blocks[index]
    words = "\n".join(f"{each.kind} {' '.join(each.text.split())}" for each in changes)
    authors = ", ".join(dict.fromkeys(revealed(each.author, 60) for each in changes if each.author.strip()))
    said = "; ".join(f"{_SAID[each.kind]} “{revealed(each.text)}”" for each in changes)
    return Finding(
        id=f"tracked-{hashlib.sha256(words.encode()).hexdigest()[:10]}",
        severity="info",
        focus=FOCUS,
        title=f"Open changes by {authors}" if authors else "Open changes",
        explanation=f"{said[0].upper()}{said[1:]}. The review reads the text as if this were accepted.",
        clause_type=None,
        favours="both",
        citations=(places.cite(block.body_start, block.end),),
    )
