"""Round brackets that are opened and never closed, or closed and never opened."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from legalai.proofread.source import Source, shown
from legalai.schema import Mistake

# "(a)" is a pair of its own; "a)" and "1)" number an item and close nothing.
_LABEL = re.compile(r"(?:^|(?<=[\s;,:]))(?:[a-zA-Z]|\d{1,2}|[ivxIVX]{1,5})\Z")
_BRACKET = re.compile(r"[()]")
_AROUND = 60
_REACH = 2


@dataclass(frozen=True, slots=True)
class _Loose:
    """A bracket without its other half, at a character of the document, in the block of this index."""

    sign: str
    at: int
    block: int


def find_bracket_mistakes(source: Source) -> Iterator[Mistake]:
    """Each paragraph in which one bracket stands alone; one that a page break may have cut in two is left alone."""
    text = source.document.text
    loose = [each for index in _paragraphs(source) for each in _loose(source, index)]
    by_block: dict[int, list[_Loose]] = {}
    for each in loose:
        by_block.setdefault(each.block, []).append(each)
    for block, alone in by_block.items():
        near = range(block - _REACH, block + _REACH + 1)
        if len(alone) > 1 or any(other in by_block for other in near if other != block):
            continue
        [each] = alone
        opened = each.sign == "("
        words = text[each.at : each.at + _AROUND] if opened else text[max(0, each.at - _AROUND) : each.at + 1]
        yield source.mistake(
            "bracket",
            "low",
            f"A bracket is {'opened' if opened else 'closed'} here and never {'closed' if opened else 'opened'}: "
            f"“{shown(words.splitlines()[0 if opened else -1])}”.",
            (each.at, each.at + 1),
            advice="Put in the other bracket, or take this one out.",
        )


def _paragraphs(source: Source) -> list[int]:
    """The blocks that are sentences of clauses."""
    return sorted({passage.block for _, passage in source.prose()})


def _loose(source: Source, index: int) -> Iterator[_Loose]:
    block = source.document.blocks[index]
    text = source.document.text[block.start : block.end]
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match[0] == "(":
            opened.append(match.start())
        elif opened:
            opened.pop()
        elif not _LABEL.search(text, max(0, match.start() - 6), match.start()):
            yield _Loose(")", block.start + match.start(), index)
    yield from (_Loose("(", block.start + at, index) for at in opened)
