"""The clauses of a version as they are compared: blocks, with their words apart from their numbers."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from legalai.schema import Block, BlockPart, Document

_WORD = re.compile(r"[^\W_]+(?:[-'.,][^\W_]+)*")
LETTERS = re.compile(r"[^\W\d_]{2}")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‑": "-"})


@dataclass(frozen=True)
class ComparedClause:
    """A block of a version. `words_start` and `end` are where its words, without its number, stand in the text."""

    text: str
    number: str | None = None
    heading: str | None = None
    part: BlockPart = "body"
    is_heading: bool = False
    is_cell: bool = False
    words_start: int = 0
    end: int = 0

    @cached_property
    def key(self) -> str:
        """Its words, alike for every kind of white space and quotation mark."""
        return " ".join(self.text.split()).translate(_QUOTES)

    @cached_property
    def words(self) -> Counter[str]:
        """How often it has each word, in any case."""
        return Counter(_WORD.findall(self.key.casefold()))

    @cached_property
    def size(self) -> int:
        """How many words it has."""
        return self.words.total()


def clauses_of(document: Document) -> tuple[ComparedClause, ...]:
    """Every block of a document, in order; the heading is the nearest above that a block can stand under.

    A cell that holds a figure alone stands under the nearest words before it in its table.
    """
    headings: list[Block] = []
    label: str | None = None
    found: list[ComparedClause] = []
    for block in document.blocks:
        if block.kind == "heading":
            headings = [each for each in headings if _above(each, block)] + [block]
        elif headings and headings[0].part != block.part:
            headings = []
        text = document.text[block.body_start : block.end]
        if block.kind != "table_cell" or LETTERS.search(text):
            label = text if block.kind == "table_cell" else None
        figure = block.kind == "table_cell" and label is not None and label != text
        found.append(
            ComparedClause(
                text=text,
                number=block.number.rstrip(".") if block.number else None,
                heading=label if figure else _heading(document, headings, block),
                part=block.part,
                is_heading=block.kind == "heading",
                is_cell=block.kind == "table_cell",
                words_start=block.body_start,
                end=block.end,
            )
        )
    return tuple(found)


def _above(heading: Block, block: Block) -> bool:
    return heading.part == block.part and (heading.level or 0) < (block.level or 0)


def _heading(document: Document, headings: list[Block], block: Block) -> str | None:
    for heading in reversed(headings):
        words = " ".join(document.text[heading.body_start : heading.end].split())
        if words and (heading is block or block.level is None or (heading.level or 0) < block.level):
            return words
    return None
