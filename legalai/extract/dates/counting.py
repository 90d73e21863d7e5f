"""How the days of a notice are counted: by the words of the contract, else by the law that governs it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from legalai.deadlines.business_days import WEEKDAYS, has_calendar
from legalai.deadlines.notice import NoticeRule
from legalai.extract.dates.notice_period import NoticeReading
from legalai.extract.segmentation.passages import Passage

# Where "at least N days' notice" means N clear days: In re Hector Whaling [1936] Ch 208.
_CLEAR_DAYS = frozenset({"gb-eaw"})
# Where a notice of months to the end of a period is received before those months begin: BGB ss. 187, 188.
_WHOLE_PERIODS = frozenset({"de"})
_AT_LEAST = re.compile(r"\b(?:(?:not|no)\s+(?:less|fewer)\s+than|at\s+least|minimum\s+of)\s+(?:a\s+)?$", re.IGNORECASE)
_CLEAR = re.compile(r"\bclear\s+(?:calendar\s+|business\s+)?(?:days|weeks|months)\b", re.IGNORECASE)
_EXPIRING = re.compile(r"\b(?:to\s+)?(?:expir(?:e|es|ing)|ending|to\s+end)\s+(?:on|at|with)\b", re.IGNORECASE)
_RENEWAL_DAY = re.compile(
    r"\b(?:before|prior\s+to|preceding|in\s+advance\s+of)\s+(?:the\s+|each\s+|any\s+|such\s+|its\s+)?(?:next\s+|relevant\s+)?"
    r"(?:renewal\s+date\b|(?:commencement|start|beginning|first\s+day)\s+of\s+(?:the|any|each|such)\s+(?:\w+\s+){0,2}?(?:renewal|next|"
    r"successive|additional|extension)|(?:\w+\s+)?renewal\s+(?:term|period)\s+(?:begins|commences|starts))",
    re.IGNORECASE,
)
_ROLLS = re.compile(
    r"\bnot\s+a\s+(?:business|working)\s+day\b[^.;]{0,120}\b(?:next|following|succeeding)\s+(?:succeeding\s+)?(?:business|working)\s+day",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"\bnotices?\b", re.IGNORECASE)
_DEFINES = re.compile(r"[\"“”'‘’]?business\s+days?[\"“”'‘’]?\s*(?::|(?:shall\s+)?(?:means?|is|are)\b)", re.IGNORECASE)
_HOLIDAY = re.compile(r"\b(?:holiday|bank|banking)", re.IGNORECASE)
_HOLIDAYS_COUNT = re.compile(r"\bwhether\s+or\s+not\b[^.;]{0,60}\bholiday", re.IGNORECASE)
_CITIES = {
    "new york": "us-ny",
    "london": "gb-eaw",
    "england": "gb-eaw",
    "california": "us-ca",
    "delaware": "us-de",
    "united states": "us",
}


@dataclass(frozen=True, slots=True)
class Counting:
    """The rule, whether days are counted from the day after the term, whose business days, and whether the end rolls.

    `place` is a jurisdiction with a calendar, or `WEEKDAYS`; None where business days cannot be told.
    """

    rule: NoticeRule
    from_renewal_day: bool
    place: str | None
    rolls: bool

    @property
    def words(self) -> str:
        """The rule in words, for a proof."""
        said = {
            "days-before": "the day counted from is left out",
            "clear-days": "clear days: neither the day of notice nor the last day counts",
            "expiring-on": "counted forward by corresponding dates, to expire by then",
            "whole-periods": "received before the first month, week or day of the notice begins (BGB ss. 187, 188)",
        }[self.rule]
        rolls = (
            ", moved to the next business day as the contract says" if self.rolls else "; never moved to a later day"
        )
        return said + rolls


def find_counting(notice: NoticeReading, passages: Sequence[Passage], jurisdiction: str | None) -> Counting:
    """How the contract counts this notice."""
    text = notice.passage.text
    stated = notice.stated or notice.period
    start = stated.start - notice.passage.start if stated else 0
    end = stated.end - notice.passage.start if stated else 0
    before, after = text[max(start - 40, 0) : start], text[end : end + 160]
    return Counting(
        rule=_rule(text, before, after, jurisdiction),
        from_renewal_day=_RENEWAL_DAY.search(after) is not None,
        place=_place(passages, jurisdiction),
        rolls=any(_ROLLS.search(p.text) and _NOTICE.search(p.text) for p in passages),
    )


def _rule(text: str, before: str, after: str, jurisdiction: str | None) -> NoticeRule:
    if _CLEAR.search(text):
        return "clear-days"
    if _EXPIRING.search(after):
        return "expiring-on"
    if jurisdiction in _WHOLE_PERIODS:
        return "whole-periods"
    return "clear-days" if jurisdiction in _CLEAR_DAYS and _AT_LEAST.search(before) else "days-before"


def _place(passages: Sequence[Passage], jurisdiction: str | None) -> str | None:
    """Whose business days count: those the contract defines, else those of the governing law."""
    defined = next((p.text for p in passages if _DEFINES.search(p.text)), None)
    if defined is not None:
        if _HOLIDAYS_COUNT.search(defined) or not _HOLIDAY.search(defined):
            return WEEKDAYS
        city = next((place for name, place in _CITIES.items() if name in defined.lower()), None)
        if city is not None:
            return city
    return jurisdiction if has_calendar(jurisdiction) else None
