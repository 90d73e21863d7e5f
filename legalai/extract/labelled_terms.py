"""Terms defined in a list without quotation marks, as British drafts do: "Business Day: a day other than ...".

Only below words that announce definitions, and only where two or more of its lines are such.
"""

import re
from collections.abc import Iterator, Sequence

from legalai.extract.segmentation.passages import Passage

_ANNOUNCED = re.compile(
    r"\b(?:(?:following|these)\s+(?:definitions|terms|words|expressions)|definitions\s+(?:below|in\s+this\s+(?:clause|section|paragraph)))\b"
    r"[^.]{0,120}\b(?:apply|appl(?:y|ies)|meanings?|used)\b[^.]{0,120}[.:]?\s*$",
    re.IGNORECASE,
)
_LINE = re.compile(r"(?P<term>[A-Z][\w/&'’-]*(?:\s(?:[A-Z(][\w/&'’)-]*|of|and|or|the|to|for)){0,5})\s?:\s+(?=[^\s:])")
_FEWEST = 2


def find_labelled_terms(passages: Sequence[Passage]) -> Iterator[tuple[int, str]]:
    """Index of the passage and the term, in order."""
    for index, passage in enumerate(passages):
        if _ANNOUNCED.search(passage.text):
            found = list(_below(passages, index))
            if len(found) >= _FEWEST:
                yield from found


def _below(passages: Sequence[Passage], index: int) -> Iterator[tuple[int, str]]:
    """The lines of the clause that announces definitions, up to the next clause."""
    clause = passages[index].number
    for place in range(index + 1, len(passages)):
        passage = passages[place]
        if passage.is_heading or not (passage.number or "").startswith(clause or ""):
            return
        begins = passages[place - 1].block != passage.block
        line = _LINE.match(passage.text) if begins else None
        if line is None and begins and not clause:
            return
        if line is not None:
            yield place, line["term"]
