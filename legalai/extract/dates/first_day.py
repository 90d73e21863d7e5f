"""The first day of the term, where the clause on the term gives it: "from April 1, 2025 through March 31, 2027"."""

import re
from collections.abc import Sequence

from legalai.extract.dates.date_choice import ends_there
from legalai.extract.dates.dates import DateOrder, FoundDate, find_dates
from legalai.extract.dates.term import TermReading
from legalai.extract.segmentation.passages import Passage
from legalai.schema import KeyDate, ProofStep, Quote

_BEGINS = re.compile(
    r"\b(?:begin|commenc|start)\w*\s+(?:on|from|as\s+of|with\s+effect\s+from)?\s*(?:and\s+(?:includes|including),?\s+)?(?:the\s+)?$"
    r"|\bfrom\s+(?:and\s+including\s+)?$|\b(?:commences|begins|starts)\s+on,\s+and\s+includes,\s+$|\bterm\W{1,4}$|\bis\s+$"
    r"|\bfirst\s+day\s+is\s+$",
    re.IGNORECASE,
)
_TO = re.compile(
    r"^,?\s*(?:\([^)]{0,40}\)\s*)?(?:and\s+)?(?:runs?\s+|continues?\s+)?(?:through|to|until|till|up\s+to|[-–])\b",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"\b(?:term|period|agreement|contract|lease|subscription|engagement|membership|work)\b", re.IGNORECASE
)
_PURPOSE = re.compile(r"\b(?:payment|invoice|instal\w+|deliver\w+|report|price|fee)s?\b", re.IGNORECASE)
_BESIDE = 1


def first_day(passages: Sequence[Passage], terms: Sequence[TermReading], order: DateOrder | None) -> FoundDate | None:
    """The day on which the term begins, by the passages on the term and those beside them; None where they differ."""
    near = {reading.passage.block + step for reading in terms for step in range(-_BESIDE, _BESIDE + 1)}
    found = [
        day
        for passage in passages
        if passage.block in near and not _PURPOSE.search(passage.text[:80])
        for day in find_dates(passage.text, order=order, offset=passage.start)
        if day.value and _is_first(passage, day)
    ]
    return found[0] if len({day.value for day in found}) == 1 else None


def _is_first(passage: Passage, day: FoundDate) -> bool:
    before = passage.text[max(day.start - passage.start - 110, 0) : day.start - passage.start]
    after = passage.text[day.end - passage.start : day.end - passage.start + 60]
    if _TO.match(after) and not ends_there(before):
        return True
    begins = _BEGINS.search(before)
    return begins is not None and _TERM.search(before) is not None and not ends_there(before)


def by_first_day(day: FoundDate) -> tuple[KeyDate, ProofStep]:
    """The effective date of a contract that gives none by that name: it runs from the first day of its term."""
    quoted = Quote(text=day.text, start=day.start, end=day.end)
    step = ProofStep(
        step="effective date",
        result=str(day.value),
        quotes=(quoted,),
        rule="no effective date is named; the term begins on this day",
    )
    return KeyDate(value=day.value, status="computed", text=day.text, start=day.start, end=day.end), step
