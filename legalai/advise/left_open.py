"""Places of a form that a contract leaves open: a label without its answer, an annex with nothing but a placeholder."""

import re
from collections.abc import Iterable, Sequence

from legalai.advise.phrases import mentions
from legalai.advise.reading import Reading
from legalai.extract.segmentation.blanks import find_blank
from legalai.schema import Block, Citation

_LABEL_WORDS = 14
# A placeholder longer than this is an answer, if a poor one.
_PLACEHOLDER_CHARACTERS = 1_000
# Whoever drafted the form tells its reader what to write there.
_TO_BE_WRITTEN = re.compile(
    r"\(?(?:(?:please\s+)?(?:specify|complete|insert|fill\s+in|describe|confirm|provide|list|add)(?:\s+(?:here|below|details))?"
    r"|to\s+be\s+(?:specified|completed|inserted|filled\s+in|described|agreed|determined|confirmed|provided|added|advised)"
    r"(?:\s+(?:by|before|on|at|upon|from|as|here|below|later|in\s+due\s+course)\b[^.]{0,60})?)\.?\)?",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\[[^\[\]]{0,200}\]|<[^<>]{0,200}>|\{{1,2}[^{}]{0,200}\}{1,2}")
_ANNEX = re.compile(r"(?:annex|appendix|schedule|exhibit|attachment)\b(?:\s\w{1,4})?", re.IGNORECASE)
_UNTICKED = re.compile(r"[☐□]")
_TICKED = re.compile(r"[☒☑✓✔■]|\[\s?[xX]\s?\]")


def left_open(reading: Reading, labels: Sequence[str], others: Iterable[str] = ()) -> tuple[Citation, ...]:
    """The labels that hold one of some phrases and have no answer; `others` are phrases of the labels beside them."""
    blocks, around = reading.places.blocks, (*labels, *others)
    following: list[Block | None] = [*blocks[1:], None]
    found = {
        index: _is_open(reading, block, after, around)
        for index, (block, after) in enumerate(zip(blocks, following, strict=True))
        if mentions(_label(reading, block), labels)
    }
    # A table of contents has the titles of annexes and nothing below them.
    written = {_label(reading, blocks[index]).casefold() for index, is_open in found.items() if is_open is False}
    return tuple(
        reading.places.cite(blocks[index].body_start, blocks[index].end)
        for index, is_open in found.items()
        if is_open and _label(reading, blocks[index]).casefold() not in written
    )


def is_placeholder(text: str) -> bool:
    """Whether some words say no more than that something is to be written in their place."""
    if len(text) > _PLACEHOLDER_CHARACTERS:
        return False
    rest = _TO_BE_WRITTEN.sub(" ", _IN_BRACKETS.sub(" ", text))
    blanks = rest != text
    while (span := find_blank(rest)) is not None:
        rest, blanks = f"{rest[: span[0]]} {rest[span[1] :]}", True
    if _UNTICKED.search(text) and not _TICKED.search(text):
        return True
    return blanks and not any(each.isalnum() for each in rest)


def _is_open(reading: Reading, block: Block, after: Block | None, around: Sequence[str]) -> bool | None:
    """Whether a label has no answer; None for words that are no label."""
    words = reading.document.text[block.body_start : block.end]
    label, answer = _parts(words)
    if len(label.split()) > _LABEL_WORDS:
        return None
    if answer:
        return is_placeholder(answer)
    if not (words.rstrip().endswith(":") or block.kind == "heading" or _ANNEX.match(words)):
        return None
    if after is None:
        return True
    following = reading.document.text[after.body_start : after.end]
    if is_placeholder(following):
        return True
    return words.rstrip().endswith(":") and (after.kind == "heading" or mentions(_parts(following)[0], around))


def _label(reading: Reading, block: Block) -> str:
    return _parts(reading.document.text[block.body_start : block.end])[0].strip(" :.-–—\t")


def _parts(words: str) -> tuple[str, str]:
    """A label and what is written beside it, parted by a colon, a tab or the first blank."""
    blank, parted = find_blank(words), re.search(r"[:\t]", words)
    if parted is not None and _ANNEX.fullmatch(words[: parted.start()].strip()):
        # "Schedule 3: Security measures" is a title.
        parted = None
    cuts = [cut for cut in (blank[0] if blank else None, parted.end() if parted else None) if cut is not None]
    place = min(cuts, default=len(words))
    return words[:place], words[place:].strip()
