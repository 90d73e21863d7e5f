"""Where things stand in a contract: the sentence, the block and the section round a place."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from legalai.advise.lead_ins import lead_ins
from legalai.extract.parts.schedule_numbers import ScheduleNumbers, schedule_numbers
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Block, Citation, Document

_SENTENCE_END = re.compile(r"[.;:!?][\"”’)]*\s+(?=[A-Z(\"“\d])")
_ABBREVIATION = re.compile(r"\b(?:Inc|Ltd|Co|Corp|No|Nos|Art|Sec|St|Mr|Ms|Dr|e\.g|i\.e|v|vs|[A-Z])\.\s+$")
_TOP_NUMBER = re.compile(
    r"(?:(?:article|section|clause|§)\s*)?[A-Z]?\d{1,3}\.?|(?:article|section)?\s*[IVXL]{1,6}\.?", re.IGNORECASE
)
SECTION_CHARACTERS = 8_000
PASSAGE_CHARACTERS = 1_500
# Paragraphs without a number that still belong to the numbered one before them.
CARRIED_ON = 3


class Places:
    """Looks up the surroundings of a place in a document. Offsets are those of `Document.text`."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.blocks = [block for block in document.blocks if block.end > block.start]

    def block_index(self, offset: int) -> int | None:
        """The index of the last block that starts at or before a place; None before the first."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 else None

    def number(self, offset: int) -> str | None:
        """The number of the clause a place stands in, as shown: its block's, or that of a block it carries on.

        A schedule has numbers of its own: "Sch 2 para 4.1".
        """
        index = self.block_index(offset)
        for block in reversed(self.blocks[max(0, (index or 0) - CARRIED_ON) : (index or 0) + 1]):
            if block.number:
                number = block.number.rstrip(".")
                return self._schedules.of(block.start, number) if block.part == "schedule" else number
            if block.kind == "heading":
                return None
        return None

    def section(self, start: int, end: int) -> tuple[int, int]:
        """The section round [start, end): back to the nearest top-level block, on to the next one, within a limit."""
        first, last = self.block_index(start), self.block_index(max(start, end - 1))
        if first is None or last is None:
            return start, end
        low = first
        while (
            low > 0 and not self._is_top(self.blocks[low]) and start - self.blocks[low - 1].start < SECTION_CHARACTERS
        ):
            low -= 1
        high = last + 1
        while high < len(self.blocks) and self.blocks[high].end - end < SECTION_CHARACTERS:
            if self._is_top(self.blocks[high]):
                break
            high += 1
        return min(start, self.blocks[low].start), max(end, self.blocks[high - 1].end)

    def lead_in(self, start: int) -> str:
        """The words that open the list whose item begins with the sentence at a place; empty where there is none."""
        index = self.block_index(start)
        lead = self._lead_ins.get(index, "") if index is not None else ""
        if not lead or index is None:
            return ""
        block = self.blocks[index]
        first = next(self.sentences_of(block.body_start, block.end), None)
        return lead if first is not None and start < first[1] else ""

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Every sentence of the contract, as offsets, in order; headings are not sentences."""
        for block in self.blocks:
            if block.kind != "heading":
                yield from self.sentences_of(block.body_start, block.end)

    def sentences_of(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The sentences of a stretch of text."""
        text = self._document.text
        position = start
        for match in _SENTENCE_END.finditer(text, start, end):
            if match[0].startswith((":", ";")) and match.end() - position < PASSAGE_CHARACTERS:
                continue
            if _ABBREVIATION.search(text[max(position, match.end() - 12) : match.end()]):
                continue
            yield from self._trimmed(position, match.end())
            position = match.end()
        yield from self._trimmed(position, end)

    def by_block(self, start: int, end: int) -> list[tuple[int, int]]:
        """The parts of [start, end) that lie in each block, without the blocks' numbers and white space at the ends."""
        first, last = self.block_index(start), self.block_index(max(start, end - 1))
        if first is None or last is None:
            return [(start, end)]
        parts = [(max(start, each.body_start), min(end, each.end)) for each in self.blocks[first : last + 1]]
        return [span for low, high in parts if low < high for span in self._trimmed(low, high)]

    def cite(self, start: int, end: int) -> Citation:
        """A citation of a stretch of text, with its page and clause number."""
        return Citation(
            text=self._document.text[start:end],
            start=start,
            end=end,
            page=self._document.text_map.page(start),
            number=self.number(start),
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @cached_property
    def _schedules(self) -> ScheduleNumbers:
        text = self._document.text
        return schedule_numbers(
            [
                Passage(
                    text=text[b.start : b.end],
                    start=b.start,
                    end=b.end,
                    block=i,
                    number=b.number,
                    part=b.part,
                    is_heading=b.kind == "heading",
                )
                for i, b in enumerate(self.blocks)
            ]
        )

    @cached_property
    def _lead_ins(self) -> dict[int, str]:
        return lead_ins(self._document.text, self.blocks)

    def _trimmed(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        piece = self._document.text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        if right > left:
            yield left, right

    def _is_top(self, block: Block) -> bool:
        if block.number is not None:
            return _TOP_NUMBER.fullmatch(block.number.strip()) is not None
        return block.kind == "heading"
