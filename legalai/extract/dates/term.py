"""The initial term: how long it is, what it runs from, and when the text says it ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from legalai.deadlines.calendar import TermRule
from legalai.extract.clauses.pointers import pointed
from legalai.extract.dates.anniversaries import ANNIVERSARY, years_of
from legalai.extract.dates.date_choice import ends_there
from legalai.extract.dates.dates import DateOrder, FoundDate, find_dates
from legalai.extract.dates.effective_date import OWN_DATE
from legalai.extract.dates.periods import FoundPeriod, find_periods
from legalai.extract.dates.year_end import YearEnd, find_year_end
from legalai.extract.segmentation.entries import find_entries
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clause, Period

Origin = Literal["effective", "own", "day", "named", "unsaid"]

_RENEWAL_PART = re.compile(
    r"\b(?:thereafter,?\s+(?:(?:this|the)\s+\w+\s+)?(?:shall\s+|will\s+)?(?:be\s+)?(?:automatically|renew"
    r"|extend|continue)|"
    r"automatically\s+(?:be\s+)?(?:renew|extend|continue)|(?:shall|will)\s+(?:be\s+)?(?:automatically\s+)?renew"
    r"|renews?\b|"
    r"(?:may|can)\s+be\s+(?:further\s+)?(?:renewed|extended)|renewable|option\s+to\s+(?:renew|extend)"
    r"|unless\s+extended|"
    r"which\s+term\s+may|subject\s+to\s+(?:renewal|extension))",
    re.IGNORECASE,
)
_NOT_A_TERM = re.compile(
    r"^(?:['’]s?)?\s{0,4}(?:\(\w+\)\s{0,3})?(?:of\s+)?(?:at\s+a\s+time|prior|advance|advanced|written|notice"
    r"|notification|before|in\s+advance|days?['’]|"
    r"after\s+(?:receipt|notice|delivery|written|(?:the\s+)?(?:term\b|end\b|terminat\w+|expir\w+))"
    r"|following\s+(?:receipt|notice|termination|expiration)|of\s+(?:receipt|notice))",
    re.IGNORECASE,
)
_LEADS_TO_LENGTH = re.compile(
    r"\b(?:terms?|period|continu\w+|effect|force|remain\w*|last\w*|valid\w*|duration|for|ends?|ending|expir\w+"
    r"|until|extend\w*|initial|terminat\w+|be|is)\b[^.;]{0,90}$",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"\b(?:(?P<excluded>from|after|following|subsequent\s+to|of|since|anniversary\s+of)"
    rf"|(?P<included>commenc\w+|begin\w*|start\w*|effective|becom\w+|take\s+effect|come\s+into|force))\s+"
    rf"(?:(?:and\s+)?(?:on|as\s+of|as\s+from|from|upon|after|with|at|and|effective|effect|force|into"
    rf"|be)\s+){{0,4}}(?:the\s+|such\s+|its\s+|their\s+)?[\"“”']?(?:-{{3,40}}\s+)?"
    rf"(?:(?P<effective>effective\s+date|date\s+of\s+effectiveness)|(?P<own>{OWN_DATE}"
    rf"|(?:date\s+of\s+)?(?:its\s+|the\s+)?(?:execution|signing|signature)(?:\s+date)?(?:\s+of\s+this\s+\w+)?"
    rf"|date\s+signed)|"
    rf"(?P<named>(?-i:(?:[A-Z][\w-]+\s+){{1,4}}Date))|(?P<day>\d|january|february|march|april|may\s+\d|june"
    rf"|july|august|september|october|november|december|\w+\s+day\s+of)|(?P<event>(?!(?:commenc|begin|start"
    rf"|effect|force)\w*)[a-z]\w+))",
    re.IGNORECASE,
)
_THEREAFTER = re.compile(
    r"^\W{0,3}(?:\w+\s+){0,2}(?:thereafter|therefrom|from\s+such\s+date|from\s+that\s+date)", re.IGNORECASE
)
_PERPETUAL = re.compile(
    r"\b(?:perpetual(?:ly)?|perpetuity|indefinitely|indefinite\s+(?:period|term|duration|time)"
    r"|unlimited\s+(?:period|term|duration)|no\s+fixed\s+(?:term|end)|"
    r"until\s+(?:(?:it|this\s+\w+|the\s+\w+|such\s+time\s+as\s+\w+(?:\s+\w+)?|sooner|otherwise|earlier"
    r"|and\s+unless|validly)\s+){0,3}(?:(?:is|shall\s+be|has\s+been|are)\s+)?(?:earlier\s+|sooner\s+"
    r"|otherwise\s+)?(?:terminat|cancel|rescind)\w*|"
    r"until\s+(?:either|any|one|each|such\s+time\s+as|the\s+other|both)\b[^.;]{0,80}?\b(?:terminat|cancel|notice)\w*|"
    r"(?:will|shall)\s+(?:govern|continue|remain)\b[^.;]{0,60}\bthereafter,?\s+unless\s+(?:\w+\s+)?terminated"
    r"|(?:will|shall)\s+end\s+when\s+terminated|unless\s+and\s+until\s+(?:\w+\s+){0,3}terminat\w*)",
    re.IGNORECASE,
)
_LICENCE = re.compile(r"\b(?:royalt\w+|irrevocable|licen[sc]es?\s+granted|non-?exclusive)\b", re.IGNORECASE)
# By when something must be done: not an end of the term.
_BY_THEN = re.compile(r"\b(?:later\s+than|prior\s+to|before|by|expected\s+to|received)\b[^.;]{0,25}$", re.IGNORECASE)
_AMENDED = re.compile(
    r"\b(?:is|are|shall\s+be)\s+(?:hereby\s+)?(?:deleted\b[^.;]{0,40}\breplaced|amended\b[^.;]{0,60}\bto\s+read"
    r"|replaced\s+(?:by|with))\b",
    re.IGNORECASE,
)
_LATER_OF = re.compile(r"\b(?:later|latest|last)\s+(?:to\s+occur\s+)?of\b", re.IGNORECASE)
_PERIOD_OF = re.compile(r"\b(?:period|term)\s+of\s+(?:up\s+to\s+)?$|\bfor\s+$", re.IGNORECASE)
# "it is extended for a further period of twelve months": the length of a renewal, not of the first term.
_ANOTHER = re.compile(
    r"\b(?:further|additional|successive|subsequent|another)\s+(?:(?:renewal\s+)?(?:periods?"
    r"|terms?)\s+of\s+(?:up\s+to\s+)?)?$|\bfollowed\s+by\s+(?:\w+\s+){0,2}(?:periods?|terms?)\s+of\s+$",
    re.IGNORECASE,
)
# Words after "from" or "after" that name no event to count from.
_NO_EVENTS = frozenset(
    "this that these which such it its the each any all our your their expiration termination expiry receipt notice"
    " written and or with in on at by for to of unless until period periods term one two three four five six seven ten"
    " twelve next".split()
)
_THAT_DATE = re.compile(r"\b(?:such|that)\s+date$", re.IGNORECASE)
_FIRST_DAY_COUNTS = re.compile(
    r"\bthe\s+first\s+day\s+of\s+which\s+is\b|\b(?:commenc|begin|start)\w*\s+(?:on,?\s+and\s+includ\w+"
    r"|on\s+and\s+inclusive\s+of)\b",
    re.IGNORECASE,
)
_MONTH_END = re.compile(
    r"\b(?:last\s+day|end)\s+of\s+(?:the|that)\s+(?:calendar\s+)?month\b[^.;]{0,20}$", re.IGNORECASE
)
_CLOSE = 30
# "This Section continues for two years": a clause that outlives the contract has a length of its own.
_OF_A_CLAUSE = re.compile(
    r"^[\W\d.]{0,12}(?:the\s+\w+\s+(?:of|in|under)\s+)?this\s+(?:section|clause|article|paragraph)\b", re.IGNORECASE
)
_OF_THE_TERM = re.compile(
    r"\b(?:initial\s+)?term\s+of\s+(?:this|the)\b|\bthis\s+(?:[\w-]+\s+){0,3}?(?:agreement|contract|lease"
    r"|amendment|order|licen[sc]e)\s+"
    r"(?:\([^)]{0,40}\)\s+)?(?:shall|will|is|commences|begins|starts|becomes|takes|enters|continues|remains"
    r"|lasts|expires|terminates|ends)\b"
    r"|[\"“](?:initial\s+)?term[\"”]|[\"“](?:expir(?:y|ation)|end|termination)\s+date[\"”]\s+(?:shall\s+mean"
    r"|means|is)\s|\b(?:agreement|contract|arrangement)\s+has\s+(?:no\s+fixed|$)"
    r"|\bthe\s+term\s+is\s+(?:for\s+)?(?:\d|(?:one|two|three|four|five|six|seven|ten)\b)|[\"“](?:contract"
    r"|license|licence"
    r"|agreement|sponsorship)\s+(?:period|term)[\"”]\s+(?:shall\s+mean|means|is)\b|\bthe\s+(?:agreement"
    r"|contract)\s+(?:enters\s+into\s+force|starts|begins|commences|runs|takes\s+effect)\b|\b(?:the"
    r"|an?)\s+(?:fixed\s+)?(?:initial|first|primary|fixed)\s+(?:term|period)\b"
    r"|^\W{0,3}(?:[\dA-Z]{1,3}[.)]\s+)?(?:Term|(?:hire|rental|subscription|service)\s+(?:term|period))\.\s"
    r"|\bthe\s+(?:term|membership|engagement|subscription|hire\s+period|lease)\s+(?:runs|begins|starts"
    r"|commences|ends)\b|\bterm\s+shall\s+(?:be|commence|begin)",
    re.IGNORECASE,
)
_TERM_HEADING = re.compile(
    r"\b(?:term|duration|period\s+of\s+agreement|(?:hire|rental|subscription|contract|licen[cs]e|lease"
    r"|service)\s+period)\b(?!s?\s+(?:and|&)\s+conditions)",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\d{2,4}\)?,?\s+(?:(?:and\s+)?(?:ends?|expires?|runs?)\s+)?(?:on|through|to|until|up\s+to)\b", re.IGNORECASE
)
_OTHER_SUBJECT = re.compile(
    r"\b(?:confiden\w+|obligations?\s+(?:will|shall)|while\s+this\s+|solicit\w*"
    r"|during\s+the\s+(?:initial\s+)?term|purchase\s+orders?|notices?\s+(?:required|and)|expected\s+to"
    r"|warrant(?:y|ies)|surviv\w+|non-?compet\w+|invoice|payable|indemnif\w+|audit|records|insur\w+|arbitrat\w+"
    r"|cure[ds]?|breach)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TermReading:
    """What one passage says of the term.

    `rule`: whether its first day counts, and `first_day_said`: the text says so; `named`: what it runs from, by
    name; `month_end`: it runs to the month's end.
    """

    passage: Passage
    end: FoundDate | None = None
    length: Period | None = None
    length_at: tuple[int, int] | None = None
    origin: Origin = "unsaid"
    origin_day: FoundDate | None = None
    named: str | None = None
    rule: TermRule | None = None
    anniversary_said: bool = False
    first_day_said: bool = False
    month_end: bool = False
    perpetual: bool = False
    uncertain: bool = False
    amended: bool = False
    year_end: YearEnd | None = None
    conflicting: FoundPeriod | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Origin:
    kind: Origin = "unsaid"
    day: FoundDate | None = None
    name: str | None = None
    rule: TermRule | None = None


def find_terms(
    passages: Sequence[Passage], clauses: Sequence[Clause], order: DateOrder | None
) -> tuple[TermReading, ...]:
    """What the passages that clauses point to say of the term, else those that speak of it; the most telling first."""
    shown = [p for p in pointed(passages, clauses, "Expiration Date") if not _OF_A_CLAUSE.match(p.text)]
    for candidates, is_shown in ((shown, True), (_speaking(passages), False)):
        read = [
            reading
            for p in candidates
            if (reading := _ending_with_a_year(p, passages) or read_term(p, order, is_shown=is_shown))
        ]
        if read:
            return tuple(sorted(read, key=lambda reading: (not is_amended(reading.passage.text), _vagueness(reading))))
    return _beside_labels(passages, order)


def _beside_labels(passages: Sequence[Passage], order: DateOrder | None) -> tuple[TermReading, ...]:
    """What a cover page has beside "Term" or "Expiration Date"; nothing where several such entries differ."""
    read: list[TermReading] = []
    for entry in find_entries(passages, "term", "expiration"):
        readings = [r for value in entry.values if (r := _read_value(value, entry.subject == "expiration", order))]
        if readings:
            read += readings[:1]
        elif blank := entry.blank:
            open_end = FoundDate(text=blank.text, start=blank.start, end=blank.end, kind="blank")
            read.append(TermReading(passage=entry.values[0], end=open_end))
    said = {(r.end.value if r.end else None, r.length, r.perpetual) for r in read}
    stated = [r for r in read if not (r.end and r.end.kind == "blank")]
    return tuple(sorted(stated or read, key=_vagueness)) if len(said) == 1 or len(stated) == 1 else ()


def _read_value(value: Passage, is_end: bool, order: DateOrder | None) -> TermReading | None:
    """The term in the words beside its label, where a bare length or two dates will do ("36 months")."""
    dates = find_dates(value.text, order=order, offset=value.start)
    if dates and (is_end or len(dates) == 2) and dates[0].start - value.start < _CLOSE and dates[-1].value:
        return TermReading(passage=value, end=dates[0] if is_end else dates[1])
    if reading := read_term(value, order, is_shown=True):
        return reading
    found = next(iter(find_periods(value.text)), None)
    if found is None or found.start > _CLOSE or _NOT_A_TERM.match(value.text[found.end : found.end + 80]):
        return None
    if found.period is None:
        return TermReading(passage=value, conflicting=found)
    return _with_length(value, found, _origin(value, value.text, found.end, order))


def read_term(passage: Passage, order: DateOrder | None, *, is_shown: bool = False) -> TermReading | None:
    """The end, length, origin or endlessness of the term in one passage; None where it has none of them.

    A passage that no clause points to (`is_shown`) must say that it is the contract that has no end.
    """
    renewal = _RENEWAL_PART.search(passage.text, 40)
    text = passage.text[: renewal.start()] if renewal else passage.text
    reading = (
        _ending_on_a_day(passage, text, order)
        or _ending_on_anniversary(passage, text, order)
        or _of_a_length(passage, text, order)
        or _ending_on_a_day(passage, passage.text, order)
    )
    if reading:
        return reading
    return TermReading(passage=passage, perpetual=True) if _is_endless(passage.text, is_shown) else None


def is_amended(text: str) -> bool:
    """Whether a passage puts other words in the place of an earlier one."""
    return _AMENDED.search(text) is not None


def _is_endless(text: str, is_shown: bool) -> bool:
    """Whether the contract itself, not a licence under it or what follows a first term, goes on without end."""
    endless = _PERPETUAL.search(text)
    if endless is None or not (is_shown or _OF_THE_TERM.search(text[: endless.start()])):
        return False
    before = text[max(endless.start() - 90, 0) : endless.start()]
    near = before + text[endless.start() : endless.end() + 60]
    return not (_LICENCE.search(near) or re.search(r"\bthereafter\b", before, re.IGNORECASE))


def _vagueness(reading: TermReading) -> int:
    return 0 if reading.end or reading.year_end else 2 if reading.conflicting else 1 if reading.length else 3


def _ending_on_a_day(passage: Passage, text: str, order: DateOrder | None) -> TermReading | None:
    for found in find_dates(text, order=order, offset=passage.start):
        before = text[max(found.start - passage.start - 110, 0) : found.start - passage.start]
        if ends_there(before) and not _BY_THEN.search(before) and not ANNIVERSARY.search(before[-40:]):
            return TermReading(passage=passage, end=found, uncertain=bool(_LATER_OF.search(before)))
    return None


def _ending_with_a_year(passage: Passage, passages: Sequence[Passage]) -> TermReading | None:
    renewal = _RENEWAL_PART.search(passage.text, 40)
    found = find_year_end(passage.text[: renewal.start()] if renewal else passage.text, passages)
    return TermReading(passage=passage, year_end=found) if found else None


def _ending_on_anniversary(passage: Passage, text: str, order: DateOrder | None) -> TermReading | None:
    match = next((m for m in ANNIVERSARY.finditer(text) if ends_there(text[max(m.start() - 60, 0) : m.start()])), None)
    years = years_of(match) if match else None
    if match is None or years is None:
        return None
    behind = _FROM.match(text, match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip()))
    if behind and behind["event"] and not _is_that_date(behind):
        origin = _Origin(kind="named", name=behind["event"])
    elif date_name := _DATE_NAME.match(text, match.end()):
        origin = _Origin(kind="named", name=f"Anniversary {date_name[1]}")
    else:
        origin = _origin(passage, text, match.end(), order)
    return TermReading(
        passage=passage,
        length=Period(amount=years, unit="year"),
        length_at=match.span(),
        origin=origin.kind,
        origin_day=origin.day,
        named=origin.name,
        rule="day-before-anniversary" if match["before"] else "anniversary",
        anniversary_said=True,
    )


_DATE_NAME = re.compile(r"\s+(Date|Day)\b")


def _of_a_length(passage: Passage, text: str, order: DateOrder | None) -> TermReading | None:
    for found in find_periods(text):
        before = text[max(found.start - 110, 0) : found.start]
        if _NOT_A_TERM.match(text[found.end : found.end + 80]) or _ANOTHER.search(before):
            continue
        if not _LEADS_TO_LENGTH.search(before):
            continue
        origin = _origin(passage, text, found.end, order)
        if found.readings[0].unit in ("day", "week") and (
            origin.kind == "unsaid" or not _PERIOD_OF.search(text[max(found.start - 30, 0) : found.start])
        ):
            continue
        reading = _with_length(passage, found, origin)
        return reading if found.period else replace(reading, conflicting=found)
    return None


def _with_length(passage: Passage, found: FoundPeriod, origin: _Origin) -> TermReading:
    text = passage.text
    return TermReading(
        passage=passage,
        length=found.readings[0],
        length_at=(found.start, found.end),
        origin=origin.kind,
        origin_day=origin.day,
        named=origin.name,
        rule="day-before-anniversary" if (first_day := _FIRST_DAY_COUNTS.search(text)) else origin.rule,
        first_day_said=first_day is not None,
        month_end=_MONTH_END.search(passage.text, 0, found.start) is not None,
    )


def _origin(passage: Passage, text: str, length_end: int, order: DateOrder | None) -> _Origin:
    """What the length runs from: said close behind it, else before it; and whether that day counts."""
    behind = _FROM.search(text, length_end, min(length_end + 110, len(text)))
    before = next((m for m in _FROM.finditer(text, 0, length_end) if not _is_no_event(m)), None)
    if behind and (_is_no_event(behind) or (behind["event"] and before and behind.start() - length_end > _CLOSE)):
        behind = None
    match = before if _THEREAFTER.match(text[length_end : length_end + 40]) else behind or before
    if match is None:
        return _Origin()
    rule: TermRule = "anniversary" if match["excluded"] else "day-before-anniversary"
    if match["effective"]:
        return _Origin(kind="effective", rule=rule)
    if match["own"]:
        return _Origin(kind="own", rule=rule)
    if match["day"]:
        days = find_dates(text[match.start() : match.end() + 40], order=order, offset=passage.start + match.start())
        return _Origin(kind="day", day=days[0], rule=rule) if days else _Origin()
    return _Origin(kind="named", name=" ".join((match["named"] or match["event"]).split()), rule=rule)


def _is_that_date(match: re.Match[str]) -> bool:
    """Whether "of that date" is all that stands behind: a date named before."""
    return match["event"].lower() == "that" and match.string[match.end() :].lstrip().lower().startswith("date")


def _is_no_event(match: re.Match[str]) -> bool:
    if not match["event"]:
        return False
    if _THAT_DATE.search(match[0]):
        return True
    return match["excluded"] in ("of", "Of", "OF") or match["event"].lower() in _NO_EVENTS


def _is_under_term(passage: Passage) -> bool:
    """Whether a passage under the heading "Term" runs from a day to a day."""
    return bool(passage.heading and _TERM_HEADING.search(passage.heading) and _RANGE.search(passage.text[:200]))


def _speaking(passages: Sequence[Passage]) -> list[Passage]:
    """The passages that speak of the term of the contract, those under a heading that says so first."""
    speaking = [
        p
        for p in passages
        if (_OF_THE_TERM.search(p.text) or _is_under_term(p))
        and not p.is_heading
        and not _OTHER_SUBJECT.search(p.text[:250])
    ]
    headed = [p for p in speaking if _TERM_HEADING.search(p.heading or p.text[:40])]
    return headed or speaking
