"""Blanks of dots: "the sum of £.........", "within …… days"."""

import re
from collections.abc import Collection, Iterator

from legalai.proofread.source import Source

_DOTS = re.compile(r"(?<![.…])(?:\.{5,200}|…{2,60}|(?:\.[ \xa0]){5,100}\.)(?![.…])")
# A value is wanted behind these words, and before those; what stands in a quotation is left out there.
_BEFORE = re.compile(
    r"(?:(?<![A-Za-z])(?:on|of|for|the|an?|is|are|be|by|between|to|until|from|within|than|at|exceeding|in|into|with|called|named|dated?|least|no|number)"
    r"|[£$€])\s{0,3}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s{0,3}(?:%|(?:\([^()\n]{0,30}\)\s)?(?:business\s|working\s|calendar\s)?"
    r"(?:days?|weeks?|months?|years?|hours?|per\s?cent|pounds|dollars|euros|units|(?:19|20)\d\d)\b)",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\s{0,40}(?:page\s{0,3})?(?:[A-Z]-)?(?:\d{1,3}|[ivxlc]{1,6})\s{0,40}(?:\n|$)", re.IGNORECASE)
_WORD = re.compile(r"\b[a-z]{2,}\b")
# Below this many words a line is one to sign or to fill in by hand, as a table's is.
_FEWEST_WORDS = 3


def find_dotted_blanks(source: Source, skipped: Collection[int]) -> Iterator[tuple[int, int]]:
    """Where dots stand for a value in sentences of clauses; offsets of the document."""
    blocks = {passage.block for index, passage in source.prose() if index not in skipped}
    for block in (source.document.blocks[index] for index in sorted(blocks)):
        text = source.document.text[block.start : block.end]
        for match in _DOTS.finditer(text):
            if _is_value(text, *match.span()):
                yield block.start + match.start(), block.start + match.end()


def _is_value(text: str, start: int, end: int) -> bool:
    """Whether the words around dots want a value there."""
    ends = text.find("\n", end)
    line = text[text.rfind("\n", 0, start) + 1 : ends if ends >= 0 else len(text)]
    if _PAGE.match(text, end) or len(_WORD.findall(line)) < _FEWEST_WORDS:
        return False
    return _BEFORE.search(text, max(0, start - 20), start) is not None or _AFTER.match(text, end) is not None
