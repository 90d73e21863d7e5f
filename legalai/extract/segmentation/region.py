"""A stretch of contract text laid out from its passages, so that a rule can look across sentences."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from legalai.extract.segmentation.passages import Passage
from legalai.schema import Citation

# A line this long was broken by its width; a shorter one is a line of an address, or a label.
_WRAP = re.compile(r"(?<=[^\n]{50})\n")


@dataclass(frozen=True, slots=True)
class Region:
    """Consecutive passages as one text. Offsets: character i of `text` is character `start + i` of the document's.

    What lay between two passages is shown as spaces, with a line break where a block ends; a break that only wraps a
    long line is a space too. `printed` has such breaks as the document has them.
    """

    text: str
    printed: str
    start: int
    passages: tuple[Passage, ...]
    starts: tuple[int, ...]

    def passage_at(self, offset: int) -> Passage:
        """The passage that holds, or last began before, this character of the document."""
        return self.passages[max(0, bisect_right(self.starts, offset) - 1)]

    def between(self, start: int, stop: int) -> tuple[Passage, ...]:
        """The passages that begin after character `start` of the region's own text and before `stop`."""
        first = bisect_right(self.starts, self.start + start)
        return self.passages[first : bisect_left(self.starts, self.start + stop)]

    def citation(self, start: int, end: int) -> Citation:
        """Characters [start, end) of the region's own text as a citation of the document."""
        passage = self.passage_at(self.start + start)
        return Citation(
            text=self.printed[start:end],
            start=self.start + start,
            end=self.start + end,
            page=passage.page,
            number=passage.number,
        )


def region_of(passages: Sequence[Passage]) -> Region:
    """Lay out passages, which must be in text order."""
    parts: list[str] = []
    unwrapped: list[str] = []
    position = passages[0].start if passages else 0
    start = position
    for previous, passage in zip([None, *passages], passages, strict=False):
        gap = passage.start - position
        if previous is not None and gap:
            parts.append(("\n" if passage.block != previous.block else " ") + " " * (gap - 1))
            unwrapped.append(parts[-1])
        parts.append(passage.text)
        unwrapped.append(_WRAP.sub(" ", passage.text))
        position = passage.end
    return Region("".join(unwrapped), "".join(parts), start, tuple(passages), tuple(p.start for p in passages))
