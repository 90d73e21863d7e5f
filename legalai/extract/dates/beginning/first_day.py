"""The first day of the term, where the clause on the term gives it: "from April 1, 2025 through March 31, 2027"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from legalai.extract.clauses.pointers import whole
from legalai.extract.dates.beginning.named_date import OWN_DATE
from legalai.extract.dates.term.term_reading import TermReading
from legalai.extract.dates.values.date_choice import ends_there
from legalai.extract.dates.values.dates import DateOrder, FoundDate, find_dates, without_weekday
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
    r"\b(?:term|period|agreement|contract|lease|subscription|engagement|membership|employment|tenancy|policy|cover|plan"
    r"|work)\b",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r"\b(?:payment|invoice|instal\w+|deliver\w+|report|price|fee)s?\b", re.IGNORECASE)
_OWN = re.compile(
    rf"\b(?:(?:agreement|contract|term|lease|period)\s+(?:\([^)]{{0,40}}\)\s+)?(?:shall\s+|will\s+)?(?:begin|commence|start)s?"
    rf"|(?:term|period)\s+of\s+[\w()\s-]{{3,40}}?,?\s+(?:beginning|commencing|starting))\s+"
    rf"(?:on|from|as\s+of)\s+(?:{OWN_DATE}|the\s+date\s+above)",
    re.IGNORECASE,
)
_BESIDE = 1


def begins_on_own_date(passages: Sequence[Passage], terms: Sequence[TermReading]) -> Passage | None:
    """The passage on the term that says it begins on the date the contract bears, or counts its length from it."""
    counted = (reading.passage for reading in terms[:1] if reading.origin == "own" and reading.length)
    return next((p for p in _near(passages, terms) if _OWN.search(p.text)), None) or next(counted, None)


def _near(passages: Sequence[Passage], terms: Sequence[TermReading]) -> list[Passage]:
    blocks = {reading.passage.block + step for reading in terms for step in range(-_BESIDE, _BESIDE + 1)}
    return [p for p in passages if p.block in blocks and not _PURPOSE.search(p.text[:80])]


def first_day(passages: Sequence[Passage], terms: Sequence[TermReading], order: DateOrder | None) -> FoundDate | None:
    """The day on which the term begins, by the passages on the term and those beside them; None where they differ."""
    found = [
        day
        for passage in _near(passages, terms)
        for day in find_dates(passage.text, order=order, offset=passage.start)
        if day.value and _is_first(passage, day)
    ]
    return found[0] if len({day.value for day in found}) == 1 else None


def _is_first(passage: Passage, day: FoundDate) -> bool:
    before = passage.text[max(day.start - passage.start - 110, 0) : day.start - passage.start]
    after = passage.text[day.end - passage.start : day.end - passage.start + 60]
    if _TO.match(after) and not ends_there(before):
        return True
    begins = _BEGINS.search(without_weekday(before))
    return begins is not None and _TERM.search(before) is not None and not ends_there(before)


def by_own_date(agreement: KeyDate, passage: Passage) -> tuple[KeyDate, ProofStep]:
    """The effective date of a contract whose term begins on the date it bears."""
    assert agreement.text is not None
    assert agreement.start is not None
    assert agreement.end is not None
    step = ProofStep(
        step="effective date",
        result=str(agreement.value),
        quotes=(whole(passage), Quote(text=agreement.text, start=agreement.start, end=agreement.end)),
        rule="no effective date is named; the term begins on the date the contract bears",
    )
    return replace(agreement, status="computed"), step


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


def by_origin(origin: KeyDate | None, agreement: KeyDate) -> tuple[KeyDate, tuple[ProofStep, ...]] | None:
    """The same for a term that runs from a day with a name of its own, where that is not the date of the paper."""
    if origin is None or origin.text is None or origin.start is None or origin.end is None:
        return None
    if origin.value is None or origin.value == agreement.value:
        return None
    quoted = Quote(text=origin.text, start=origin.start, end=origin.end)
    step = ProofStep(
        step="effective date",
        result=str(origin.value),
        quotes=(quoted,),
        rule="no effective date is named; the term runs from this day",
    )
    return replace(origin, status="computed"), (step,)
