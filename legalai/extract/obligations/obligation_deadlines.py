"""By when a sentence wants something done: a period from an anchor, a day, or words such as "promptly"."""

import re
from dataclasses import dataclass, replace
from datetime import date

from legalai.extract.dates.values.dates import find_dates
from legalai.extract.dates.values.periods import NUMBER_WORDS, find_periods
from legalai.schema import ObligationDeadline, Period

# The words that make a period or a day a deadline stand right before it.
_LIMIT = (
    r"(?:within|at\s+least|not?\s+(?:later|less|fewer|more|earlier)\s+than|by\s+no\s+later\s+than|"
    r"a\s+minimum\s+of|on\s+or\s+before|"
    r"before|prior\s+to|in(?=\s+not?\s))"
)
_BEFORE_PERIOD = re.compile(
    rf"(?:^|(?<=[\s,(]))(?P<limit>{_LIMIT}(?:\s+(?:{_LIMIT}|the|first|a|an|a\s+period\s+of|following)){{0,3}}"
    r"|(?:up)?on|with|by|giv(?:e|ing)|provid(?:e|ing)|of)"
    rf"(?:\s+(?:to|the\s+other|other|party|parties|a|an|{_LIMIT})){{0,5}}\s+$",
    re.IGNORECASE,
)
_BEFORE_DAY = re.compile(
    rf"(?:^|(?<=[\s,(]))(?:{_LIMIT}(?:\s+{_LIMIT}){{0,2}}|by|(?:up)?on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"['’]?(?P<notice>s?['’]?\s{1,4}(?:(?:advance|prior|written|previous|express|further|formal|"
    r"or),?\s{1,4}){0,5}notice\b)"
    r"|['’]?\s{1,4}(?:(?:in\s+advance|(?:immediately\s+)?(?P<before>prior\s+to|before|in\s+advance\s+of|preceding)\b)"
    r"|(?:immediately\s+)?(?:of|after|from(?:\s+and\s+after)?|following|since|upon)\b)"
    r"(?:\s+(?:the\s+)?(?:date|day)\s+(?:of\b|on\s+which\b|that\b|when\b)(?!\s+this\s+agreement))?",
    re.IGNORECASE,
)
_BEFORE_EVENT = re.compile(r"\s{1,4}(?P<before>prior\s+to|before|in\s+advance\s+of)\b(?P<notice>(?!))?", re.IGNORECASE)
_THEREAFTER = re.compile(r"\s{1,4}there(?:after|of)\b", re.IGNORECASE)
_ANCHOR_END = re.compile(
    r"[,;:.()]|\s(?:and|or|unless|provided|except|if|to\s+the|in\s+accordance|pursuant|subject|at|by|for|shall|"
    r"which|via|"
    r"in\s+writing)\s",
    re.IGNORECASE,
)
# These make a period a deadline only together with notice ("on 30 days' notice") or an event it precedes.
_NOTICE_ONLY = frozenset("on upon with by give giving provide providing of".split())
_HOURS = re.compile(
    rf"(?:{NUMBER_WORDS}|(?<![\w.,-])(?:\d{{1,4}}|an))[\s-]{{1,4}}(?:\(\s?[\w-]{{1,16}}\s?\)\s{{0,4}})?"
    r"(?:(?:business|working|consecutive|clear|full)\s+){0,2}(?:hour|minute)s?\b"
    r"(?!\s+(?:per|an?|each|every|periods?|daily|weekly|during)\b)",
    re.IGNORECASE,
)
# "not more than 40 hours" may be how much; these are by when.
_LATEST = re.compile(r"within|in\b|(?:by\s+)?not?\s+later", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LONGEST_ANCHOR = 120
_SOON = re.compile(
    r"\b(?:promptly|immediately(?!\s+(?:prior|preceding|before|after|following))|forthwith|"
    r"without\s+(?:undue\s+|unreasonable\s+|any\s+)?delay|as\s+(?:soon|promptly|quickly)\s+as\s+"
    r"(?:is\s+|reasonably\s+|commercially\s+){0,2}(?:practicable|practical|possible|feasible)|"
    r"(?:with)?in\s+a\s+(?:commercially\s+)?(?:reasonable|timely)\s+(?:period\s+of\s+time|time|manner|period|fashion)|"
    r"(?:by|on|(?:on\s+or\s+)?before|not?\s+later\s+than)\s+the\s+(?:[\w()-]+\s+){1,4}of\s+the\s+(?:following|next|succeeding)\s+month|"
    r"when\s+due|(?:up)?on\s+demand)\b",
    re.IGNORECASE,
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_CYCLE = r"(?:day|week|month|quarter|year|anniversary)"
# Adverbs; before a noun ("the monthly rent") only where the noun is what is given again and again.
_RECURRING = re.compile(
    rf"\b(?:(?:on|by|on\s+or\s+before|(?:by\s+)?not?\s+later\s+than|within|at|during|before|for|in)\s+(?:the\s+)?(?:[\w()-]+\s+){{0,6}}?of\s+)?"
    rf"(?:each|every)\s+(?:and\s+every\s+)?(?:(?:other|calendar|lease|contract|fiscal|business|successive|consecutive|full|"
    rf"such|[a-z]+th|second|third)\s+){{0,2}}{_CYCLE}\b(?:\s+(?:during|throughout|of)\s+the\s+(?:initial\s+)?term\b)?"
    rf"|\b(?:once|twice|[a-z]+\s+times)\s+(?:a|per|each|every|in\s+(?:any|each|every))\s+(?:[a-z]+\s+)?{_CYCLE}\b"
    rf"|\bevery\s+(?:[a-z]+(?:-[a-z]+)?\s+)?(?:\(?\d{{1,3}}\)?\s+)?(?:calendar\s+|business\s+|working\s+)?{_CYCLE}s\b"
    rf"|\bon\s+(?:the\s+)?(?:(?:first|last|\d{{1,2}}(?:st|nd|rd|th)?)\s+(?:business\s+)?(?:day\s+)?(?:of\s+)?)?{_MONTH}(?:,\s+{_MONTH})*,?\s+and\s+{_MONTH}\b"
    r"|\bon\s+(?:the|each|every)\s+(?:usual\s+|English\s+)?quarter\s+days?\b|\bon\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days\b"
    r"|\bon\s+an?\s+(?:daily|weekly|monthly|quarterly|annual|yearly|semi-?annual|regular)\s+basis\b"
    r"|\bin\s+(?:[\w()-]+\s+){0,4}(?:weekly|monthly|quarterly|annual|yearly)\s+instal?lments\b"
    r"|\b(?:daily|weekly|bi-?weekly|monthly|quarterly|(?:semi-?|bi-?)?annually|yearly)\b"
    r"(?=\s*(?:[,;.)]|$|in\b|on\b|by\b|to\b|for\b|during\b|throughout\b|with\b|at\b|and\b|"
    r"(?:reports?|statements?|payments?|meetings?|forecasts?)\b))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDeadline:
    """A deadline and the characters [start, end) of the passage that state it."""

    deadline: ObligationDeadline
    start: int
    end: int


def find_deadline(text: str, start: int, end: int) -> FoundDeadline | None:
    """The first deadline in characters [start, end) of a passage: a period or day before what recurs or mere words."""
    part = text[start:end]
    exact = [found for found in (_period(part), _hours(part), _day(part)) if found]
    again = _RECURRING.search(part)
    recurring = _spaced(again[0]) if again else None
    if exact:
        found = min(exact, key=lambda d: d.start)
    else:
        found = _found(part, again.start(), again.end()) if again else _words(part)
    if found is None:
        return None
    return FoundDeadline(
        deadline=replace(found.deadline, recurring=recurring), start=start + found.start, end=start + found.end
    )


def _period(part: str) -> FoundDeadline | None:
    for written in find_periods(part):
        opener = _BEFORE_PERIOD.search(part, max(0, written.start - 60), written.start)
        link = _LINK.match(part, written.end)
        if opener is None or not (_limits(opener["limit"]) or _counts_down(link)):
            continue
        anchor, finish = _anchor(part, link, written.end)
        period = written.period
        return _found(
            part,
            opener.start(),
            finish,
            period=period.bare() if period else None,
            anchor=anchor,
        )
    return None


def _hours(part: str) -> FoundDeadline | None:
    """A deadline of hours, which is no period of days: its words and what it counts from."""
    for written in _HOURS.finditer(part) if "hour" in part or "minute" in part else ():
        opener = _BEFORE_PERIOD.search(part, max(0, written.start() - 60), written.start())
        link = _LINK.match(part, written.end())
        if opener and (_LATEST.match(opener["limit"]) or _counts_down(link)):
            anchor, finish = _anchor(part, link, written.end())
            return _found(part, opener.start(), finish, anchor=anchor)
    return None


def _counts_down(link: re.Match[str] | None) -> bool:
    return link is not None and bool(link["notice"] or link["before"])


def _limits(opener: str) -> bool:
    return opener.split(maxsplit=1)[0].lower() not in _NOTICE_ONLY


def _anchor(part: str, link: re.Match[str] | None, period_end: int) -> tuple[str | None, int]:
    """What the period counts from, and where the deadline's words end; "prior to" an event stays in the anchor."""
    if link is None:
        thereafter = _THEREAFTER.match(part, period_end)
        return (thereafter[0].strip(), thereafter.end()) if thereafter else (None, period_end)
    if link["notice"]:
        counted = _BEFORE_EVENT.match(part, link.end())
        if counted is None:
            return "notice", link.end()
        link = counted
    if link[0].lower().endswith("advance"):
        return None, link.end()
    stop = _ANCHOR_END.search(part, link.end(), link.end() + _LONGEST_ANCHOR)
    finish = stop.start() if stop else min(len(part), link.end() + _LONGEST_ANCHOR)
    if not part[link.end() : finish].strip():
        return None, period_end
    begin = link.start("before") if link["before"] else link.end()
    return part[begin:finish].strip(" ’'\n\t"), finish


def _day(part: str) -> FoundDeadline | None:
    for written in find_dates(part) if _DIGIT.search(part) else ():
        opener = _BEFORE_DAY.search(part, max(0, written.start - 40), written.start)
        if opener and len(written.readings) == 1:
            return _found(part, opener.start(), written.end, day=written.readings[0])
    return None


def _words(part: str) -> FoundDeadline | None:
    match = _SOON.search(part)
    return _found(part, match.start(), match.end()) if match else None


def _found(
    part: str, start: int, end: int, *, period: Period | None = None, anchor: str | None = None, day: date | None = None
) -> FoundDeadline:
    words = part[start:end]
    lead = len(words) - len(words.lstrip())
    finish = start + len(words.rstrip())
    return FoundDeadline(
        deadline=ObligationDeadline(
            period=period,
            anchor=_spaced(anchor) if anchor else None,
            day=day,
            text=_spaced(part[start + lead : finish]),
        ),
        start=start + lead,
        end=finish,
    )


def _spaced(words: str) -> str:
    return re.sub(r"\s+", " ", words)
