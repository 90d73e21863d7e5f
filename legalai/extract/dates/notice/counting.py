"""How the days of a notice are counted: by the words of the contract, else by the law that governs it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from legalai.deadlines.business_days import WEEKDAYS, has_calendar, without_weekends
from legalai.deadlines.notice import NoticeRule
from legalai.deadlines.places import calendar_of_places
from legalai.extract.dates.authorities import BGB_187, BGB_188, DODDS_V_WALKER, GCN_20, GCN_30, HECTOR_WHALING
from legalai.extract.dates.notice.notice_period import NoticeReading
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Authority, Period

# Where "at least N days' notice" means N clear days (`HECTOR_WHALING`).
_CLEAR_DAYS = frozenset({"gb-eaw"})
# Where a notice of months to the end of a period is received before those months begin (`BGB_188`).
_WHOLE_PERIODS = frozenset({"de"})
_AT_LEAST = re.compile(
    r"\b(?:(?:not?|nor)\s+(?:less|fewer)\s+than|at\s+least|minimum\s+of)\s+(?:a\s+)?$", re.IGNORECASE
)
_CLEAR = re.compile(r"\bclear\s+(?:calendar\s+|business\s+)?(?:days|weeks|months)\b", re.IGNORECASE)
_EXPIRING = re.compile(r"\b(?:to\s+)?(?:expir(?:e|es|ing)|ending|to\s+end)\s+(?:on|at|with)\b", re.IGNORECASE)
_RENEWAL_DAY = re.compile(
    r"\b(?:before|prior\s+to|preceding|in\s+advance\s+of)\s+(?:the\s+|each\s+|any\s+|such\s+|its\s+)?(?:next\s+|relevant\s+)?"
    r"(?:renewal\s+date\b|(?:commencement|start|beginning|first\s+day)\s+of\s+(?:the|any|each|such)\s+(?:\w+\s+){0,2}?(?:renewal|next|"
    r"successive|additional|extension)|(?:\w+\s+)?renewal\s+(?:term|period)\s+(?:begins|commences|starts))",
    re.IGNORECASE,
)
_OFF_DAY = re.compile(
    r"\b(?:not\s+an?|other\s+than\s+an?|non-?)\s{0,2}(?:business|working)\s+day\b[^.;]{0,160}"
    r"\b(?:next|following|succeeding|first)\s+(?:following\s+|succeeding\s+)?(?:business|working)\s+day",
    re.IGNORECASE,
)
# "If the last day falls on a weekend, notice must be given on the Business Day before."
_EARLIER_DAY = re.compile(
    r"\b(?:(?:not\s+(?:be\s+)?an?|other\s+than\s+an?|non-?)\s{0,2}(?:business|working|banking)\s+day|weekends?|saturdays?|sundays?"
    r"|(?:public|bank|legal|federal)\s+holidays?|holidays?|days?\s+off)\b[^.;]{0,200}?"
    r"\b(?:(?:next\s+)?(?:preceding|previous|prior|earlier)\s+(?:business|working|banking)\s+day"
    r"|last\s+(?:business|working|banking)\s+day\s+(?:before|preceding|prior)"
    r"|(?:business|working|banking)\s+day\s+(?:immediately\s+|next\s+|directly\s+)?(?:before|preceding|prior))",
    re.IGNORECASE,
)
_IN_CASE = re.compile(r"\b(?:if|where|when(?:ever)?|should|any|each|every)\b", re.IGNORECASE)
_OF_PAYMENT = re.compile(r"\b(?:payments?|paid|payable|invoices?|interest)\b", re.IGNORECASE)
# A day off is outside business hours as a whole.
_RESUMES = re.compile(
    r"\bdeemed\b[^.;]{0,160}\bbusiness\s+hours\s+(?:next\s+)?(?:resume|re-?commence)"
    r"|\b(?:outside(?:\s+of)?|not\s+(?:with)?in|not\s+during)\s+(?:the\s+)?(?:normal\s+|usual\s+|regular\s+)?"
    r"(?:business|working|office)\s+hours\b[^.;]{0,160}\b(?:next|following|succeeding|first)\s+"
    r"(?:following\s+|succeeding\s+)?(?:business|working)\s+day",
    re.IGNORECASE,
)
# What moves the last day to act; a notice that is deemed received later than it came shortens the time instead.
_LAST_DAY = re.compile(
    r"\b(?:last|final)\s+day\b|\bdeadline\b|\bdue\b|\btime\s+(?:limit|for)\b|\bperiods?\b[^.;]{0,40}\b(?:expir|end)",
    re.IGNORECASE,
)
_LONGER = re.compile(r"\bextended\b|\bmay\s+be\s+(?:given|done|taken|performed)\b", re.IGNORECASE)
_LATER_RECEIPT = re.compile(
    r"\b(?:deemed|considered|treated|regarded|taken|effective|takes?\s+effect|counts?)\b", re.IGNORECASE
)
_NOTICE = re.compile(r"\bnotices?\b", re.IGNORECASE)
# "on a day that is not a Business Day is deemed received" defines nothing.
_DEFINES = re.compile(
    r"[\"“”'‘’]?(?:business|working)\s+days?[\"“”'‘’]?\s*(?::|(?:shall\s+)?means?\b|(?:is|are|shall\s+be)\s+"
    r"(?:days?|a\s+day|any|each|every|the|all|those|monday|mondays|counted|defined)\b)",
    re.IGNORECASE,
)
_HOLIDAY = re.compile(r"\b(?:holiday|bank|banking)", re.IGNORECASE)
# "Other than a Saturday or Sunday", "excluding Sundays, Saturdays", "Monday to Friday", whatever the place's week.
_NO_SATURDAYS = re.compile(
    r"\b(?:other\s+than|except(?:ing)?|exclud\w+|not|save|apart\s+from|but)\b(?:(?!\binclud)[^.;]){0,120}"
    r"\b(?:saturdays?|weekends?)\b"
    r"|\b(?:saturdays?|weekends?)\b[^.;]{0,60}\b(?:not|excluded|excepted|days?\s+off)\b"
    r"|\bmondays?\s*(?:to|through|thru|until|till|[-–—])\s*(?:and\s+including\s+)?fridays?\b|\bweekdays?\b",
    re.IGNORECASE,
)
_HOLIDAYS_COUNT = re.compile(r"\bwhether\s+or\s+not\b[^.;]{0,60}\bholiday", re.IGNORECASE)
_UNKNOWN_PLACE = (
    "business days cannot be counted: the contract counts those of a place whose holidays are not known here, or whose "
    "name it leaves open"
)
_NO_CALENDAR = "business days cannot be counted without the holidays of the governing law, or the window is empty"

OffDay = Literal["stays", "forward", "back"]


@dataclass(frozen=True, slots=True)
class Counting:
    """The rule, whether days are counted from the day after the term, whose business days, and where the end moves.

    `place` is a jurisdiction with a calendar, several joined by "+", or `WEEKDAYS`; None where business days cannot be
    told, and `unknown` says why. `off_day`: what becomes of a last day on which no business is done. `authorities`: the
    law that supplies the rule; none where the contract's own words do.
    """

    rule: NoticeRule
    from_renewal_day: bool
    place: str | None
    off_day: OffDay
    unknown: str = _NO_CALENDAR
    authorities: tuple[Authority, ...] = ()

    @property
    def words(self) -> str:
        """The rule in words, for a proof."""
        said = {
            "days-before": "the day counted from is left out",
            "clear-days": "clear days: neither the day of notice nor the last day counts",
            "expiring-on": "counted forward by corresponding dates, to expire by then",
            "whole-periods": "received before the first month, week or day of the notice begins (BGB ss. 187, 188)",
        }[self.rule]
        moved = {
            "forward": ", moved to the next business day as the contract says",
            "back": "; moved back to a business day, as the contract says, or as what comes on a day off counts as "
            "received on the next",
            "stays": "; never moved to a later day",
        }[self.off_day]
        return said + moved


def find_counting(notice: NoticeReading, passages: Sequence[Passage], jurisdiction: str | None) -> Counting:
    """How the contract counts this notice."""
    text = notice.passage.text
    stated = notice.stated or notice.period
    start = stated.start - notice.passage.start if stated else 0
    end = stated.end - notice.passage.start if stated else 0
    before, after = text[max(start - 40, 0) : start], text[end : end + 160]
    place, known = business_place(passages, jurisdiction)
    rule = _rule(text, before, after, jurisdiction)
    return Counting(
        rule=rule,
        from_renewal_day=_RENEWAL_DAY.search(after) is not None,
        place=place,
        off_day=_off_day(passages),
        unknown=_NO_CALENDAR if known else _UNKNOWN_PLACE,
        authorities=_authorities(rule, notice.period, jurisdiction, is_clear=_CLEAR.search(text) is not None),
    )


def _authorities(
    rule: NoticeRule, period: Period | None, jurisdiction: str | None, *, is_clear: bool
) -> tuple[Authority, ...]:
    """The law that supplies a rule of counting under this jurisdiction."""
    if rule == "whole-periods":
        return (BGB_187, BGB_188)
    if rule == "clear-days":
        return () if is_clear else (HECTOR_WHALING,)
    if rule == "expiring-on":
        return (DODDS_V_WALKER,) if jurisdiction in _CLEAR_DAYS else ()
    if jurisdiction != "us-ny":
        return ()
    return (GCN_30,) if period and period.unit in ("month", "year") else (GCN_20,)


def _off_day(passages: Sequence[Passage]) -> OffDay:
    """Where a last day on a day off moves; back where one sentence moves receipt, whatever another says."""
    moved = {_moved(p.text) for p in passages}
    return "back" if "back" in moved else "forward" if "forward" in moved else "stays"


def _moved(text: str) -> OffDay:
    if _RESUMES.search(text) and _NOTICE.search(text):
        return "back"
    earlier = _EARLIER_DAY.search(text) and _IN_CASE.search(text)
    if earlier and (_NOTICE.search(text) or not _OF_PAYMENT.search(text)):
        return "back"
    said = _OFF_DAY.search(text)
    if said is None or not _NOTICE.search(text):
        return "stays"
    if _LAST_DAY.search(text, max(said.start() - 200, 0), said.start() + 1):
        return "forward"
    sentence = text[max(said.start() - 200, 0) : said.end() + 80]
    if _LATER_RECEIPT.search(sentence):
        return "back"
    return "forward" if _LONGER.search(sentence) else "stays"


def _rule(text: str, before: str, after: str, jurisdiction: str | None) -> NoticeRule:
    if _CLEAR.search(text):
        return "clear-days"
    if _EXPIRING.search(after):
        return "expiring-on"
    if jurisdiction in _WHOLE_PERIODS:
        return "whole-periods"
    return "clear-days" if jurisdiction in _CLEAR_DAYS and _AT_LEAST.search(before) else "days-before"


def business_place(passages: Sequence[Passage], jurisdiction: str | None) -> tuple[str | None, bool]:
    """Whose business days count: those the contract defines, else those of the governing law.

    With it, whether each place the contract names is known: the law of another place never stands in for it.
    """
    by_law = jurisdiction if has_calendar(jurisdiction) else None
    defined = next(((p.text, m) for p in passages if (m := _DEFINES.search(p.text))), None)
    if defined is None:
        return by_law, True
    text = defined[0][defined[1].start() :]
    if _HOLIDAYS_COUNT.search(text):
        return WEEKDAYS, True
    named, known = calendar_of_places(text)
    if not known:
        return None, False
    place = named or (by_law if _HOLIDAY.search(text) else WEEKDAYS)
    return (without_weekends(place) if place and _NO_SATURDAYS.search(text) else place), True
