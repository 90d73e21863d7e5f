"""Findings on what a person who reads the contract is not shown, and on sentences that speak to a machine."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from legalai.advise.places import Places
from legalai.ingest.invisible import invisible, revealed
from legalai.ingest.machine_address import machine_addresses
from legalai.schema import Citation, Document, Finding, HiddenKind, HiddenText, Severity

FOCUS = "document"
_TITLES: Mapping[HiddenKind, str] = {
    "marked_hidden": "Hidden text",
    "same_colour": "Text in the colour of the page",
    "tiny": "Text too small to be read",
    "off_page": "Text beyond the edge of the page",
    "covered": "Text under a picture",
    "invisible_characters": "Text in characters that show nothing",
    "reordered": "Text shown in another order than it is read",
    "comment": "A comment addresses a reading machine",
    "property": "The file's properties address a reading machine",
    "alt_text": "The description of a picture addresses a reading machine",
    "furniture": "A header or footer addresses a reading machine",
}
_TOLD = (
    "Nobody who reads the contract would be told this: ask the other side who wrote it and why, and have it removed."
)
_MARK = "So few may be a mark for a signing service: see that they are."
_OUTSIDE = frozenset[HiddenKind]({"comment", "property", "alt_text", "furniture"})
# A mark for a signing service or a bookmark is no sentence.
_SENTENCE_WORDS = 4
_QUOTED = 400
# Of each kind; the rest are told together.
_MOST = 5


def unseen_findings(document: Document) -> Iterator[Finding]:
    """What is hidden in a document, and the sentences of its text that address a reading machine.

    Hidden words are no part of the text: such a finding cites the paragraph they stand in or next to.
    """
    places = Places(document)
    for found, inside in ((document.hidden, False), (tuple(_in_text(document)), True)):
        for group in _groups(places, found):
            yield _finding(places, document, group, inside=inside)
    for start, end in machine_addresses(document.text):
        yield _spoken(places.cite(start, end))


def _groups(places: Places, found: Sequence[HiddenText]) -> Iterator[Sequence[HiddenText]]:
    """What is hidden by kind and paragraph; where one kind is in many paragraphs, those after the first together."""
    by_kind: dict[HiddenKind, dict[tuple[int | None, str], list[HiddenText]]] = {}
    for each in found:
        place = (places.block_index(each.anchor), each.why)
        by_kind.setdefault(each.kind, {}).setdefault(place, []).append(each)
    for by_place in by_kind.values():
        groups = sorted(by_place.values(), key=lambda group: (_severity(group) != "high", group[0].anchor))
        yield from groups[:_MOST]
        if rest := [each for group in groups[_MOST:] for each in group]:
            yield rest


def _in_text(document: Document) -> Iterator[HiddenText]:
    """What stands invisible in the text itself: a text file is kept as it is."""
    for each in invisible(document.text):
        words = document.text[each.start : each.end]
        page = document.text_map.page(each.start)
        yield HiddenText(kind=each.kind, text=words, anchor=each.start, why=each.why, page=page)


def _finding(places: Places, document: Document, group: Sequence[HiddenText], *, inside: bool) -> Finding:
    """A finding on hidden words; `inside` the text that is reviewed, where a file is kept as it is."""
    first, severity = group[0], _severity(group)
    text = " … ".join(each.text for each in group)
    size = sum(len(each.text) for each in group)
    quoted = revealed(text).rstrip(".")
    times = f" in {len(group)} places" if len(group) > 1 else ""
    said = [f"The file holds {size} characters{times} that a reader is not shown, {first.why}: “{quoted}”."]
    if first.kind in _OUTSIDE:
        said = [f"{first.why.capitalize()} stands: “{quoted}”."]
    left_out = "kept out of what a language model is given" if inside else "left out of the text that is reviewed"
    said.append(f"They were {left_out}.")
    if any(True for _ in machine_addresses(revealed(text, len(text)))):
        said.append("They address a reading machine.")
    said.append(_TOLD if severity == "high" else _MARK)
    return Finding(
        id=_identity(first.kind, text),
        severity=severity,
        focus=FOCUS,
        title=_TITLES[first.kind],
        explanation=" ".join(said),
        clause_type=None,
        favours="both",
        citations=(_nearest(places, document, first.anchor),),
    )


def _spoken(citation: Citation) -> Finding:
    return Finding(
        id=_identity("address", citation.text),
        severity="high",
        focus=FOCUS,
        title="A sentence addresses a reading machine",
        explanation=(
            "These words bind no party: they tell a program that reads the contract what to do or say. They were not "
            f"followed, and were kept out of what a language model is given. {_TOLD}"
        ),
        clause_type=None,
        favours="both",
        citations=(citation,),
    )


def _severity(group: Sequence[HiddenText]) -> Severity:
    """Hidden sentences are grave; a few characters, such as a mark for a signing service, are to be known of."""
    if any(each.kind in _OUTSIDE or each.kind in {"invisible_characters", "reordered"} for each in group):
        return "high"
    return "high" if sum(len(each.text.split()) for each in group) >= _SENTENCE_WORDS else "low"


def _nearest(places: Places, document: Document, anchor: int) -> Citation:
    """The paragraph that hidden words stand in or after, or so much of it as one quotes."""
    index = places.block_index(anchor)
    block = places.blocks[index or 0] if places.blocks else None
    start, end = (block.body_start, block.end) if block is not None else (0, len(document.text))
    if end - start > _QUOTED:
        sentences = list(places.sentences_of(start, end))
        at = max(bisect_right([first for first, _ in sentences], anchor) - 1, 0)
        start, end = sentences[at] if sentences else (start, end)
    return places.cite(start, min(end, start + _QUOTED))


def _identity(kind: str, text: str) -> str:
    # The words, not their offsets: a finding keeps its id when a paragraph above it changes.
    words = " ".join(text.split()).casefold()
    return f"unseen-{kind}-{hashlib.sha256(words.encode()).hexdigest()[:10]}"
