"""A day that the text counts from another one: "thirty (30) days after the date of this Agreement"."""

import re
from dataclasses import dataclass
from datetime import date

from legalai.deadlines.calendar import add_period
from legalai.extract.clauses.pointers import quote
from legalai.extract.dates.values.periods import FoundPeriod, find_periods
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Quote

_AFTER = re.compile(r"\s+(?:after|following|from)\s+(?:the\s+)?$", re.IGNORECASE)
_NTH = re.compile(
    r"\b(?:\w{4,12}(?:st|nd|rd|th)|first|second|third|fifth|ninth|\d{1,3}(?:st|nd|rd|th))\s+(?:\(\w{1,6}\)\s+)?"
    r"(?:(?:business|working|calendar)\s+)?(?:day|week|month|year)$",
    re.IGNORECASE,
)
_REACH = 120


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted from a day: `period` is None where the text does not give one that can be added."""

    words: Quote
    period: FoundPeriod | None

    def after(self, day: date) -> date | None:
        """The day meant; None where it is counted in business days, or the length is not clear."""
        said = self.period.period if self.period else None
        if said is None or said.day_count == "business":
            return None
        return add_period(day, said)


def counted_from(passage: Passage, at: int) -> Counted | None:
    """What the words right before a place count from it; None where they count nothing.

    `at`: character of the passage's text. The day that stands there is then not the one meant.
    """
    begin = max(at - _REACH, 0)
    before = passage.text[begin:at]
    after = _AFTER.search(before)
    if after is None:
        return None
    periods = find_periods(before[: after.start()])
    if periods and periods[-1].end == after.start():
        return Counted(quote(passage, begin + periods[-1].start, at), periods[-1])
    nth = _NTH.search(before[: after.start()])
    return Counted(quote(passage, begin + nth.start(), at), None) if nth else None
