"""Passages: the sentences of a contract, each with the clause it stands in."""

from dataclasses import dataclass

from legalai.schema import BlockPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One sentence, table cell or heading of a contract.

    Offsets: characters [start, end) of `Document.text` without white space at the ends; `text` is exactly that slice.
    `number` is the full number of the clause it stands in ("7.2(b)"), `heading` that clause's heading, `block` the
    index of its block. `left_empty`: the rest of the row that it ends, in a table, is empty.
    `beside`: it opens a cell of a table that stands in its row right behind another one.
    """

    text: str
    start: int
    end: int
    block: int
    number: str | None = None
    heading: str | None = None
    part: BlockPart = "body"
    page: int | None = None
    is_heading: bool = False
    left_empty: bool = False
    beside: bool = False
