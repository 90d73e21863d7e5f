"""Recitals: the paragraphs that tell why a contract is made, before what the parties agree."""

import re
from collections.abc import Sequence

from legalai.extract.segmentation.passages import Passage

# A number makes "1. Background" a clause.
_HEADING = re.compile(
    r"\W*(?:(?:the\s+)?recitals?|(?:factual\s+|general\s+)?background(?:\s+(?:and\s+)?(?:recitals?|statement|facts))?|"
    r"introduction|introductory\s+statements?|preliminary\s+statements?|preamble|whereas|considering|"
    r"w\s?i\s?t\s?n\s?e\s?s\s?s\s?e\s?t\s?h)(?:\s+that)?\W*",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"\bnow,?\s+therefore\b|\bagree[sd]?(?:\s+to\s+the\s+following|\s+as\s+follows|:)|"
    r"^\W*(?:it\s+is|the\s+parties|accordingly,?\s+the\s+parties)\s+(?:(?:hereby|therefore|now)\s+)*agreed?\b|"
    r"^\W*(?:the\s+)?(?:agreed\s+terms|operative\s+(?:provisions|part|terms|clauses)|terms(?:\s+and\s+conditions)?|"
    r"agreement)\W*$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\s*(?:(?:article|section|clause)\s+(?:1|one|I)\b|1(?:\.\d+)*[.)]?\s)", re.IGNORECASE)
_LETTERED = re.compile(r"\s*\(?[A-Za-z](?:[.)]+\s|\s+(?=[A-Z]))")
_SENTENCE_END = re.compile(r"[.;,:]\W*(?:and\W*)?$", re.IGNORECASE)
_LONGEST_TITLE = 60
_MOST = 40


def recitals_in(passages: Sequence[Passage]) -> frozenset[int]:
    """Which passages, by their place, stand between a heading of recitals and the first words that agree something."""
    found: set[int] = set()
    for place, passage in enumerate(passages):
        if len(passage.text) <= _LONGEST_TITLE and _HEADING.fullmatch(passage.text):
            found.update(range(place, _end(passages, place + 1)))
    return frozenset(found)


def _end(passages: Sequence[Passage], first: int) -> int:
    """Where the recitals end; without a mark of the end, behind the lettered paragraphs."""
    places = range(first, min(len(passages), first + _MOST))
    agreed = next((place for place in places if _AGREED.search(passages[place].text)), None)
    counted = agreed is not None and _CLAUSE.match(passages[first].text) is not None
    for place in places:
        clause = not counted and _CLAUSE.match(passages[place].text) is not None
        if place == agreed or clause or _is_title(passages[place]):
            return place
    return next((place for place in places if not _LETTERED.match(passages[place].text)), places.stop)


def _is_title(passage: Passage) -> bool:
    short = len(passage.text) <= _LONGEST_TITLE and not _SENTENCE_END.search(passage.text)
    return (passage.is_heading or short) and not _HEADING.fullmatch(passage.text) and not _LETTERED.match(passage.text)
