"""The notice that stops a renewal: how long before the end it must be given, and how early it may be."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from legalai.deadlines.calendar import MOST_DAYS
from legalai.extract.clauses.pointers import pointed
from legalai.extract.dates.renewal.reminder_words import without_reminders
from legalai.extract.dates.renewal.renewal import is_notice
from legalai.extract.dates.values.periods import FoundPeriod, find_periods
from legalai.extract.segmentation.entries import find_entries
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clause, Period, QuotedPeriod, Renewal

_NOTICE = re.compile(
    r"\b(?:notice|notif\w+|notification|advis\w+|inform\w*|written|in\s+writing|terminat\w+|cancel\w*|elect\w*|objection|non-?renewal"
    r"|tells?|told|writes?\s+to|objects?|opts?\s+out|lets?\s+[\w’']+(?:\s+\w+)?\s+know)\b",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r"\b(?:(?:prevent|stop|declin|cancel|avoid|refus|against)\w*\s+(?:(?:a|an|the|any|that|such|next|each|further)\s+){0,2}(?:renewal|extension|year|term|period)|"
    r"(?:does|do)\s+not\s+(?:want|wish|happen|take\s+place)|"
    r"not\s+(?:to\s+)?(?:be\s+)?(?:renew|extend)\w*|non-?\s?renewal|unless\b[^.;]{0,260}\b(?:notice|notif\w+|terminat\w+|cancel\w*|advis\w+|tells?|told|informs?|writ(?:es?|ten)|objects?|opts?\s+out)|"
    r"(?:end|expir\w+|conclusion|anniversary)\s+(?:date\s+)?(?:of\s+)?(?:\w+\s+){0,6}(?:term|period|agreement|year))\b",
    re.IGNORECASE,
)
_BEFORE_THE_END = re.compile(
    r"^[\s)'’]{0,6}(?:\(\w+\)\s{0,3})?(?:\w+\s+){0,4}?(?:prior|before|ahead\s+of|in\s+advance|preceding|advance)\b",
    re.IGNORECASE,
)
# "thirty (30) days, written notice", behind a list of periods.
_NOTICE_BEHIND_A_COMMA = re.compile(
    r"^[\s)'’]{0,4}(?:\(\w+\)\s{0,3})?,\s*(?:(?:prior|written|advance|previous)\s+){1,3}notice\b", re.IGNORECASE
)
_MORE_THAN = re.compile(
    r"\b(?:not|no|nor)\s+(?:more|greater|earlier)\s+than\s+(?:a\s+)?$|\bwithin\s+(?:a\s+)?$|\bat\s+most\s+$",
    re.IGNORECASE,
)
# "in no case earlier than nine months": a notice that comes sooner does not count.
_NOT_BEFORE = re.compile(
    r"\b(?:(?:not|no|nor|never)(?:\s+(?:in|any|case|event|be|is|may|shall|given|made|served|sent|valid|effective|if|it|validly)){0,6}"
    r"|(?:void|ineffective|invalid|of\s+no\s+effect)\s+(?:if|where)(?:\s+(?:it|is|given|served|sent|received|made)){0,3})"
    r"\s+(?:more|earlier|sooner)\s+than\s+(?:a\s+)?$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:before|prior|preceding|ahead)\b", re.IGNORECASE)
# An upper bound alone, "within 60 days before the end": the window opens so long before the end, and closes with it.
_AT_MOST = re.compile(
    r"\b(?:(?:not|no|nor|never)\s+(?:(?:be\s+)?given\s+|(?:be\s+)?served\s+)?(?:more|greater|earlier|sooner)\s+than"
    r"|(?:within(?:\s+(?:the|a))?|during\s+the|in\s+the|at\s+most)(?:\s+period\s+of(?:\s+the)?)?)\s+(?:a\s+)?$",
    re.IGNORECASE,
)
_BEFORE_IT = re.compile(
    r"^[\s)'’]{0,6}(?:\(\w+\)\s{0,3})?(?:(?:day|week|month)\s+)?(?:periods?\s+|window\s+)?(?:immediately\s+)?"
    r"(?:before|prior\s+to|preceding|ahead\s+of|leading\s+up\s+to)\b",
    re.IGNORECASE,
)
_LAST_DAYS = re.compile(r"\b(?:within|during|in)\s+(?:the\s+)?(?:last|final)\s+$", re.IGNORECASE)
_OF_THE_TERM = re.compile(
    r"^[\s)'’]{0,6}(?:\(\w+\)\s{0,3})?of\s+(?:(?:the|any|each|a|its|such|that)\s+)?(?:[\w-]+\s+){0,2}?(?:term|period|year)\b",
    re.IGNORECASE,
)
# "within the 30 days that end 60 days before the end", with "#" for the first period.
_IN_DAYS_THAT_END = re.compile(
    r"\b(?:within|in|during)\s+(?:the\s+|a\s+)?(?:period\s+of\s+)?(?:the\s+)?#[\s)'’]{0,4}(?:period\s+|window\s+)?,?\s*(?:that|which)?\s*"
    r"(?:ends?|ending|expires?|expiring|closes?|closing)\s+(?:(?:at\s+least|not\s+less\s+than|no\s+later\s+than|on\s+the\s+day)\s+)?$",
    re.IGNORECASE,
)
# One unit for two figures: "not more than 90 nor less than 60 days", "between 90 and 60 days".
_BARE = re.compile(
    r"\b(?:(?:not|no)\s+(?:more|earlier|greater|less|later|fewer)\s+than|at\s+(?:least|most)|between)\s+(?:a\s+)?"
    r"(?P<bare>[\w(][\w\s()-]{0,38}?)\s*(?:,|\bprior\b)?\s*,?\s*\b(?:and|nor|or|but)\s+"
    r"(?:(?:not|no)\s+)?(?:(?:more|earlier|greater|less|later|fewer)\s+than\s+|at\s+(?:least|most)\s+)?$",
    re.IGNORECASE,
)


# Notices of breach, and those of a landlord to enter, stand beside the term too.
_ANOTHER_MATTER = re.compile(
    r"\b(?:breach|default|cure|insolven\w+|bankrupt\w*|for\s+convenience|for\s+cause|at\s+any\s+time|surviv\w+)\b",
    re.IGNORECASE,
)
# "may increase the Fees by thirty days' notice before the renewal": told of the price, not against the renewal.
_OF_PRICES = re.compile(
    r"\b(?:increas|adjust|chang|rais|revis|announc|notif|amend|modif|uplift|index)\w*\b[^.;]{0,80}"
    r"\b(?:fees?|prices?|pricing|charges?|rates?|rent|tariffs?|royalt(?:y|ies))\b"
    r"|\b(?:fees?|prices?|pricing|charges?|rates?|rent|tariffs?)\b[^.;]{0,80}"
    r"\b(?:(?:increas|adjust|chang|rais|revis|announc|notif|amend|modif|uplift|index|communicat|advis|inform|quot)\w*|told)"
    r"|\b(?:inform|advis|tell|provid|send|communicat)\w*\s+(?:[\w’']+\s+){0,3}?(?:of\s+)?(?:(?:the|its|any|an?|new)\s+){0,2}"
    r"(?:[\w-]+\s+){0,2}?(?:fees?|prices?|pricing|charges?|rates?|rent|quot(?:e|ation)s?)\b"
    r"|\b(?:uplifts?|price\s+increases?)\b[^.;]{0,80}\b(?:announc|notif|communicat|told)\w*"
    r"|\b(?:renewal\s+quot(?:e|ation)s?|price\s+lists?)\b",
    re.IGNORECASE,
)
_AGAINST_RENEWAL = re.compile(
    r"\bnot\s+(?:to\s+)?(?:be\s+)?(?:renew|extend)\w*|\bnon-?\s?renewal|\b(?:terminat|cancel)\w*|\bunless\b",
    re.IGNORECASE,
)
_NEAR = 4
_ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30, "fortieth": 40, "sixtieth": 60, "ninetieth": 90}
# "no later than the tenth Business Day before the end" names a day by its distance.
_NTH_DAY = re.compile(
    r"\b(?:the\s+)?(?P<number>"
    + "|".join(_ORDINALS)
    + r"|\d{1,3}(?:st|nd|rd|th))\s+(?:\(\d{1,3}(?:st|nd|rd|th)?\)\s+)?"
    r"(?P<business>business\s+|working\s+)?(?:calendar\s+)?day\s+(?:before|prior\s+to|preceding)\b",
    re.IGNORECASE,
)


# What stands between the notice of one party and that of the other, whose words they share.
_AND_THE_OTHER = re.compile(
    r"^(?i:['’]?\s{0,2}(?:prior\s+|written\s+|advance\s+)*(?:notice\s*)?\)?\s{0,2},?\s*(?:or|and|but)\s+"
    r"(?:(?:if|by|for|unless|from|in\s+the\s+case\s+of)\s+)?(?:the\s+)?)"
    r"[A-Z][\w'’.&-]*(?:\s+[A-Z][\w'’.&-]*){0,3},?"
    r"(?i:\s*(?:gives?|giving|provides?|providing|has\s+given|on|upon)?\s*(?:with\s+)?(?:(?:at\s+least|not\s+less\s+than|no\s+less\s+than)\s*)?"
    r"\(?\s*)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeReading:
    """The notice found; `earliest` where it may not be given sooner; `conflicting` where words and figure disagree.

    `stated`: the period in `passage`, where the passage `amended_by` puts `period` in its place. `must_arrive` says
    that the notice counts once it is received, in another language than English. `is_given`: by the user.
    `closes_at_end`: the period is the longest that a notice may have, and it may come until the end.
    """

    passage: Passage
    period: QuotedPeriod | None
    earliest: Period | None = None
    conflicting: FoundPeriod | None = None
    stated: QuotedPeriod | None = None
    amended_by: Passage | None = None
    must_arrive: Passage | None = None
    is_given: bool = False
    closes_at_end: bool = False

    @property
    def least(self) -> Period | None:
        """The shortest that the notice may be."""
        return Period(amount=1, unit="day") if self.closes_at_end else self.period


def is_of_prices(text: str) -> bool:
    """Whether a sentence has a notice of new prices, and none against a renewal."""
    return bool(_OF_PRICES.search(text)) and not _AGAINST_RENEWAL.search(text)


def find_notice_period(
    passages: Sequence[Passage], clauses: Sequence[Clause], renewal: Renewal
) -> NoticeReading | None:
    """The notice that keeps the contract from renewing: where clauses point, else beside the renewal."""
    shown = pointed(passages, clauses, "Notice Period To Terminate Renewal")
    for candidates in (shown, _beside(passages, renewal)):
        for passage in candidates:
            reading = None if is_of_prices(passage.text) else against_renewal(passage)
            if reading:
                return reading
    values = [v for e in find_entries(passages, "notice") for v in e.values] if renewal.kind == "automatic" else []
    return next((reading for value in values if (reading := _read_value(value))), None)


def against_renewal(passage: Passage) -> NoticeReading | None:
    """The notice of a passage, without what it says of a reminder that a renewal is to come."""
    reading = read_notice(replace(passage, text=without_reminders(passage.text)))
    return replace(reading, passage=passage) if reading else None


def _read_value(value: Passage) -> NoticeReading | None:
    """The notice in the words beside its label, where a bare length will do ("60 days")."""
    if reading := read_notice(value):
        return reading
    found = next(iter(find_periods(value.text)), None)
    if found is None:
        return None
    if found.period is None:
        return NoticeReading(passage=value, period=None, conflicting=found)
    return NoticeReading(passage=value, period=found.placed(value.start))


def read_notice(passage: Passage, *, led: bool = False) -> NoticeReading | None:
    """The notice period of one passage; of "not more than 90 nor less than 60 days" the shorter.

    `led`: it is an item of a list whose lead-in speaks of notice, and need not say so again.
    """
    text = passage.text
    found = find_periods(text)
    notices = [p for p in found if _is_of_notice(text, p)]
    notices = [p for p in notices if led or _NOTICE.search(text[max(p.start - 260, 0) : p.end + 160])]
    if not notices:
        return _nth_day(passage)
    if window := _ending(text, found):
        return NoticeReading(passage=passage, period=window[1].placed(passage.start), earliest=window[0])
    window = _window(text, found, notices[0])
    if window:
        return NoticeReading(passage=passage, period=window[1].placed(passage.start), earliest=window[0].readings[0])
    opening = _opening(text, found, notices)
    first = next((each for each in notices if each is not opening), notices[0])
    if first.period is None:
        return NoticeReading(passage=passage, period=None, conflicting=first)
    if _is_longest(text, first):
        placed = first.placed(passage.start)
        return NoticeReading(passage=passage, period=placed, earliest=first.readings[0], closes_at_end=True)
    earliest = opening.readings[0] if opening and opening is not first else None
    return NoticeReading(passage=passage, period=first.placed(passage.start), earliest=earliest)


def _is_longest(text: str, found: FoundPeriod) -> bool:
    """Whether a period is how early a notice may come, and the text has no other that says how late."""
    before, behind = text[max(found.start - 60, 0) : found.start], text[found.end : found.end + 60]
    bounded = _AT_MOST.search(before) or _NOT_BEFORE.search(before)
    return bool(bounded and _BEFORE_IT.match(behind)) or bool(_LAST_DAYS.search(before) and _OF_THE_TERM.match(behind))


_WITH_NOTICE = re.compile(
    r"\b(?:notice|notif\w+)\s+(?:period\s+)?(?:of|is)\s+(?:at\s+least\s+|not\s+less\s+than\s+)?$", re.IGNORECASE
)
_OF_NOTICE = re.compile(
    r"^[\s)'’]{0,6}(?:\(\w+\)\s{0,3})?(?:['’]s?\s+)?(?:(?:prior|advance|written|previous|clear)\s+){0,3}notice\b",
    re.IGNORECASE,
)


def find_stated_notice(passage: Passage) -> NoticeReading | None:
    """The notice of a passage that gives a right to end: before the end, or plainly "on N days' notice"."""
    if reading := read_notice(passage):
        return reading
    text = passage.text
    for found in find_periods(text):
        if found.period and (
            _OF_NOTICE.match(text[found.end : found.end + 60]) or _WITH_NOTICE.search(text[: found.start])
        ):
            return NoticeReading(passage=passage, period=found.placed(passage.start))
    return None


def _is_of_notice(text: str, found: FoundPeriod) -> bool:
    behind = text[found.end : found.end + 60]
    if _LAST_DAYS.search(text[max(found.start - 40, 0) : found.start]) and _OF_THE_TERM.match(behind):
        return True
    return bool(is_notice(text, found) or _BEFORE_THE_END.match(behind) or _NOTICE_BEHIND_A_COMMA.match(behind))


def read_notices(passage: Passage, *, led: bool = False) -> tuple[NoticeReading, ...]:
    """Every notice period of a passage: parties may have different ones. A window counts as one."""
    first = read_notice(passage, led=led)
    if first is None or first.period is None:
        return (first,) if first else ()
    text = passage.text
    found = find_periods(text)
    opening = _opening(text, found, [each for each in found if _is_of_notice(text, each)])
    if first.earliest is not None and opening is None:
        return (first,)
    others = [
        each
        for each in found
        if each.period
        and each is not opening
        and passage.start + each.start > first.period.end
        and _is_of_notice(text, each)
    ]
    shared = _sharing(text, first, passage)
    beside = [replace(first, period=each.placed(passage.start)) for each in (*shared, *others)]
    return (*beside[: len(shared)], first, *beside[len(shared) :])


def _sharing(text: str, first: NoticeReading, passage: Passage) -> list[FoundPeriod]:
    """The period of the party named before, where two share one notice: "Customer gives 30 days or Supplier 90"."""
    assert first.period is not None
    start = first.period.start - passage.start
    near = [p for p in find_periods(text) if p.period and p.end <= start]
    return [p for p in near[-1:] if _AND_THE_OTHER.match(text[p.end : start])]


def _nth_day(passage: Passage) -> NoticeReading | None:
    named = _NTH_DAY.search(passage.text)
    if named is None or not _NOTICE.search(passage.text):
        return None
    word = named["number"].lower()
    amount = _ORDINALS.get(word) or int(word[:-2])
    start, end = passage.start + named.start(), passage.start + named.end()
    period = QuotedPeriod(
        amount=amount, unit="day", day_count="business" if named["business"] else "calendar",
        text=named[0], start=start, end=end,
    )  # fmt: skip
    return NoticeReading(passage=passage, period=period)


def _window(text: str, found: Sequence[FoundPeriod], first: FoundPeriod) -> tuple[FoundPeriod, FoundPeriod] | None:
    """The two periods of a notice window, longer first: both given in full, or one unit for two figures."""
    near = [
        p
        for p in found
        if abs(p.start - first.start) < 120 and p.period and p.readings[0].unit == first.readings[0].unit
    ]
    if len(near) > 1 and any(_MORE_THAN.search(text[max(p.start - 30, 0) : p.start]) for p in near[:2]):
        low, high = sorted(near[:2], key=lambda p: p.readings[0].amount)
        return (high, low) if high.readings[0].amount != low.readings[0].amount else None
    other = _bare(text, first) if first.period else None
    if other is None:
        return None
    low, high = sorted((first, other), key=lambda p: p.readings[0].amount)
    return (high, low) if high.readings[0].amount != low.readings[0].amount else None


def _ending(text: str, found: Sequence[FoundPeriod]) -> tuple[Period | None, FoundPeriod] | None:
    """How early and how late notice may come that is given within so many days which end so many before the end."""
    for one, other in pairwise(found):
        if other.period and _IN_DAYS_THAT_END.search(
            text[max(one.start - 30, 0) : one.start] + "#" + text[one.end : other.start]
        ):
            first, last = one.readings[0], other.readings[0]
            both = first.unit == last.unit and first.day_count == last.day_count
            return (replace(last, amount=first.amount + last.amount) if both else None), other
    return None


def _opening(text: str, found: Sequence[FoundPeriod], notices: Sequence[FoundPeriod]) -> FoundPeriod | None:
    """A period longer than those of notice, where a notice may be given no earlier than that before the end."""
    for each in found:
        if each.period is None or not _NOT_BEFORE.search(text[max(each.start - 90, 0) : each.start]):
            continue
        if not _BEFORE.search(text, each.end, each.end + 90):
            continue
        others = [other for other in notices if other is not each and other.period]
        if others and all(_days(other) < _days(each) for other in others):
            return each
    return None


def _days(found: FoundPeriod) -> float:
    return found.readings[0].about(MOST_DAYS)


def _bare(text: str, first: FoundPeriod) -> FoundPeriod | None:
    """The figure right before a period that shares its unit."""
    bare = _BARE.search(text, max(first.start - 120, 0), first.start)
    read = find_periods(f"{bare['bare']} {first.readings[0].unit}s") if bare else ()
    if bare is None or len(read) != 1 or read[0].period is None or read[0].start:
        return None
    if read[0].readings[0].unit != first.readings[0].unit:
        return None
    reading = replace(read[0].readings[0], day_count=first.readings[0].day_count)
    return FoundPeriod(text=bare["bare"], start=bare.start("bare"), end=bare.end("bare"), readings=(reading,))


def _beside(passages: Sequence[Passage], renewal: Renewal) -> list[Passage]:
    """The renewal's own passage, then the ones next to it that speak of not renewing."""
    if renewal.start is None or renewal.kind != "automatic":
        return []
    at = next((i for i, p in enumerate(passages) if p.start == renewal.start), None)
    if at is None:
        return []
    neighbours = [*passages[at + 1 : at + 1 + _NEAR], *passages[max(at - _NEAR, 0) : at]]
    return [passages[at], *(p for p in neighbours if _STOPS.search(p.text) and not _ANOTHER_MATTER.search(p.text))]
