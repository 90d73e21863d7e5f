"""The words that open a list, for each of its items: "On default Lessor may:" says who, and whether it may."""

import re
from collections.abc import Sequence

from legalai.schema import Block

# An item by its number alone: "(a)", "iv)", "3)", "b.".
_ITEM_NUMBER = re.compile(r"\(?(?:[a-z]{1,2}|[ivx]{1,5}|[A-Z]|\d{1,2})\)|[a-z]\.|[ivx]{1,5}\.")
_OPENS_LIST = re.compile(r":[\s—–-]*$")
# "does not apply to information that:": what follows is said of things, and is what the clause does not do.
_LEAVES_OUT = re.compile(
    r"\b(?:do(?:es)?|shall|will)\s+not\s+(?:apply|include|extend|cover)\b[^:]*:|"
    r"\b(?:other\s+than|except|excluding|excludes|save)(?:\s+(?:for|where|that|if|when))?\s*:",
    re.IGNORECASE,
)
_LAST_SENTENCE = re.compile(r"[.;!?][\"”’)]*\s+(?=[A-Z(\"“])")
# Characters of a lead-in; what is longer is a paragraph that happens to end with a colon.
_LONGEST = 500


def lead_ins(text: str, blocks: Sequence[Block]) -> dict[int, str]:
    """What opens the list that a block is an item of, by the block's index; lists within lists say both."""
    found: dict[int, str] = {}
    open_lists: list[tuple[Block, str]] = []
    for index, block in enumerate(blocks):
        while open_lists and not _is_item(text, block, open_lists[-1][0]):
            open_lists.pop()
        outer = open_lists[-1][1] if open_lists else ""
        if outer:
            found[index] = outer
        if block.kind != "heading" and (words := _opening(text[block.body_start : block.end])):
            open_lists.append((block, "" if _LEAVES_OUT.search(words) else f"{outer} {words}".strip()))
    return found


def _is_item(text: str, block: Block, lead: Block) -> bool:
    """Whether a block can be an item of the list that another opens."""
    if block.kind == "heading" or block.part != lead.part:
        return False
    if (
        block.number
        and lead.number
        and block.number != lead.number
        and block.number.startswith(lead.number.rstrip("."))
    ):
        return block.number[len(lead.number.rstrip("."))] in ".("
    if block.number:
        return not lead.number and _ITEM_NUMBER.fullmatch(block.number) is not None
    return block.kind == "list_item" or text[block.body_start : block.body_start + 1].islower()


def _opening(words: str) -> str:
    """The unfinished sentence that a paragraph ends with; empty where it opens no list."""
    if not _OPENS_LIST.search(words):
        return ""
    last = words[max((each.end() for each in _LAST_SENTENCE.finditer(words)), default=0) :]
    return last if len(last) <= _LONGEST else ""
