"""The initial term: how long it is, what it runs from, and when the text says it ends."""

import re
from collections.abc import Sequence
from dataclasses import replace

from legalai.extract.clauses.pointers import pointed
from legalai.extract.dates.term.contract_years import ContractYears, find_contract_years
from legalai.extract.dates.term.grid_term import GridTerm, find_grid_term
from legalai.extract.dates.term.term_origin import CLOSE, TermOrigin, anniversary_origin, find_origin
from legalai.extract.dates.term.term_reading import TermReading
from legalai.extract.dates.term.year_end import find_year_end
from legalai.extract.dates.values.anniversaries import ANNIVERSARY, years_of
from legalai.extract.dates.values.blank_periods import find_blank_periods
from legalai.extract.dates.values.date_choice import ends_there
from legalai.extract.dates.values.dates import DateOrder, FoundDate, find_dates
from legalai.extract.dates.values.periods import FoundPeriod, find_periods
from legalai.extract.segmentation.entries import find_entries
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clause, Period

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
    r"\b(?:terms?|period|continu\w+|effect|force|remain\w*|last\w*|runs?|valid\w*|duration|for|ends?|ending|expir\w+"
    r"|until|extend\w*|initial|terminat\w+|be|is)\b[^.;]{0,90}$",
    re.IGNORECASE,
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
# "This Agreement and the licence granted in it remain in effect": the contract itself is of what is said.
_WITH_ITS_RIGHTS = re.compile(
    r"\bthis\s+(?:agreement|contract|licen[sc]e)\s+and\s+[^.;,]{0,60}?\b(?:shall|will|remains?|continues?|stays?|is|are)\b",
    re.IGNORECASE,
)
# "commencing on the Effective Date and continuing thereafter indefinitely": no first term lies before it.
_FROM_THE_START = re.compile(
    r"\b(?:commenc|begin|start)\w*\s+(?:on|from|upon)\s+(?:(?!\b(?:for|until|through|term|period|initial|first)\b)[^.;]){0,50}"
    r"\b(?:continu|remain|last|run)\w*\s+(?:in\s+(?:full\s+)?(?:force|effect)\s+)?thereafter\b",
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
_PERIOD_OF = re.compile(r"\b(?:period|term)\s+of\s+(?:up\s+to\s+)?$|\b(?:for|lasts?|runs?)\s+$", re.IGNORECASE)
# "it is extended for a further period of twelve months": the length of a renewal, not of the first term.
_ANOTHER = re.compile(
    r"\b(?:renews?|renewed|(?:be|is|automatically)\s+extended)\s+(?:automatically\s+)?(?:for|by)\s+(?:an?\s+|one\s+)?$"
    r"|\b(?:further|additional|successive|subsequent|another)\s+(?:(?:renewal\s+)?(?:periods?"
    r"|terms?)\s+of\s+(?:up\s+to\s+)?)?$|\bfollowed\s+by\s+(?:\w+\s+){0,2}(?:periods?|terms?)\s+of\s+$",
    re.IGNORECASE,
)
_FIRST_DAY_COUNTS = re.compile(
    r"\bthe\s+first\s+day\s+of\s+which\s+is\b|\b(?:commenc|begin|start)\w*\s+(?:on,?\s+and\s+includ\w+"
    r"|on\s+and\s+inclusive\s+of)\b|\bfrom\s+(?:and\s+)?(?:includ\w+|inclusive\s+of)\b|\bon\s+and\s+from\b",
    re.IGNORECASE,
)
_MONTH_END = re.compile(
    r"\b(?:last\s+day|end)\s+of\s+(?:the|that)\s+(?:calendar\s+)?month\b[^.;]{0,20}$", re.IGNORECASE
)
# "This Section continues for two years": a clause that outlives the contract has a length of its own.
_OF_A_CLAUSE = re.compile(
    r"^[\W\d.]{0,12}(?:the\s+\w+\s+(?:of|in|under)\s+)?this\s+(?:section|clause|article|paragraph)\b", re.IGNORECASE
)
_OF_THE_TERM = re.compile(
    r"\b(?:initial\s+)?term\s+of\s+(?:this|the)\b|\bthis\s+(?:[\w-]+\s+){0,3}?(?:agreement|contract|lease"
    r"|amendment|order(?:\s+form)?|statement\s+of\s+work|SOW|licen[sc]e)\s+"
    r"(?:\([^)]{0,40}\)\s+)?(?:shall|will|is|commences|begins|starts|becomes|takes|enters|continues|remains"
    r"|lasts|runs|expires|terminates|ends|has\s+an?\s+(?:\w+\s+){0,2}?(?:term|duration))\b"
    r"|[\"“](?:initial\s+)?term[\"”]|[\"“](?:expir(?:y|ation)|end|termination)\s+date[\"”]\s+(?:shall\s+mean"
    r"|means|is)\s|\b(?:agreement|contract|arrangement)\s+has\s+(?:no\s+fixed|$)"
    r"|\bthe\s+term\s+is\s+(?:for\s+|from\s+)?(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+\d|(?:one|two|three|four|five|six|seven|ten)\b)|[\"“](?:contract"
    r"|license|licence"
    r"|agreement|sponsorship)\s+(?:period|term)[\"”]\s+(?:shall\s+mean|means|is)\b|\bthe\s+(?:agreement"
    r"|contract)\s+(?:enters\s+into\s+force|starts|begins|commences|runs|takes\s+effect|lasts"
    r"|(?:remains|continues|stays|is)\s+(?:in\s+(?:full\s+)?(?:force|effect)|valid))\b|\b(?:the"
    r"|an?)\s+(?:fixed\s+)?(?:initial|first|primary|fixed)\s+(?:term|period)\b"
    r"|^\W{0,3}(?:[\dA-Z]{1,3}[.)]\s+)?(?:Term|(?:hire|rental|subscription|service)\s+(?:term|period))\.\s"
    r"|\bthe\s+(?:term|membership|engagement|subscription|hire\s+period|lease)\s+(?:runs|lasts|begins|starts"
    r"|commences|ends)\b|\bterm\s+shall\s+(?:be|commence|begin)"
    # To a consumer or an employee: "Your membership starts on 1 May and lasts for twelve months."
    r"|\b(?:your|his|her|the\s+\w+['’]s)\s+(?:membership|subscription|agreement|contract|employment|engagement|tenancy"
    r"|policy|cover|licen[cs]e|plan)\s+(?:shall\s+|will\s+)?(?:begin|start|commence|last|run|continue|end|expire)s?\b",
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
# "Owner licenses six stalls to Licensee from August 1, 2025 to July 31, 2026": the grant says how long it lasts.
_GRANTED_FOR = re.compile(
    r"\b(?:lets?|leases|licen[sc]es|rents|hires|engages|appoints|employs|retains|demises)\s+[^.;]{3,160}?"
    r"\b(?:from|beginning|commencing|starting)\s+(?:on\s+|and\s+including\s+)?[^.;]{0,20}?\d{4},?\s+"
    r"(?:and\s+ending\s+(?:on\s+)?|(?:un)?til\s+|through\s+|to\s+|up\s+to\s+)",
    re.IGNORECASE,
)
_OTHER_SUBJECT = re.compile(
    r"\b(?:confiden\w+|obligations?\s+(?:will|shall)|while\s+this\s+|solicit\w*"
    r"|during\s+the\s+(?:initial\s+)?term|purchase\s+orders?|notices?\s+(?:required|and)|expected\s+to"
    r"|warrant(?:y|ies)|surviv\w+|non-?compet\w+|invoice|payable|indemnif\w+|audit|records|insur\w+|arbitrat\w+"
    r"|cure[ds]?|breach)\b",
    re.IGNORECASE,
)
_HEADS = re.compile(
    r"\W*(?:(?:initial|contract)\s+)?(?:term|duration)(?:\s+of\s+(?:(?:this|the)\s+)?(?:agreement|contract))?\W*",
    re.IGNORECASE,
)
# Characters between the label of a start and that of the length it belongs to.
_BESIDE = 400


def find_terms(
    passages: Sequence[Passage], clauses: Sequence[Clause], order: DateOrder | None
) -> tuple[TermReading, ...]:
    """What the passages that clauses point to say of the term, else those that speak of it; the most telling first."""
    shown = [p for p in pointed(passages, clauses, "Expiration Date") if not _OF_A_CLAUSE.match(p.text)]
    for candidates, is_shown in ((shown, True), (_speaking(passages), False)):
        read = [
            reading
            for p in candidates
            if (reading := _ending_on_the_calendar(p, passages, order) or read_term(p, order, is_shown=is_shown))
        ]
        if read:
            return tuple(sorted(read, key=lambda reading: (not is_amended(reading.passage.text), _vagueness(reading))))
    return _under_heading(passages, order) or _beside_labels(passages, order)


def _under_heading(passages: Sequence[Passage], order: DateOrder | None) -> tuple[TermReading, ...]:
    """A clause that only says how long: "1. Term. One year from the Effective Date."; nothing where several differ."""
    alone = [p for p in passages if p.part == "body" and _HEADS.fullmatch(p.heading or "") and not p.is_heading]
    opens = [p for p in alone if any(not p.text[: found.start].strip(" (") for found in find_periods(p.text))]
    read = [reading for p in opens if (reading := _read_value(p, False, order)) and reading.length]
    return tuple(read[:1]) if len({each.length for each in read}) == 1 else ()


def _beside_labels(passages: Sequence[Passage], order: DateOrder | None) -> tuple[TermReading, ...]:
    """What a cover page has beside "Term" or "Expiration Date"; nothing where several such entries differ."""
    read: list[TermReading] = []
    for entry in find_entries(passages, "term", "expiration"):
        readings = [r for value in entry.values if (r := _read_value(value, entry.subject == "expiration", order))]
        if readings:
            read += [_from_start_beside(each, passages, order) for each in readings[:1]]
        elif blank := entry.blank:
            open_end = FoundDate(text=blank.text, start=blank.start, end=blank.end, kind="blank")
            read.append(TermReading(passage=entry.values[0], end=open_end))
    said = {(r.end.value if r.end else None, r.length, r.perpetual) for r in read}
    stated = [r for r in read if not (r.end and r.end.kind == "blank")]
    if _is_one_end_with_its_length(stated):
        return tuple(sorted(stated, key=_vagueness))
    return tuple(sorted(stated or read, key=_vagueness)) if len(said) == 1 or len(stated) == 1 else ()


def _from_start_beside(reading: TermReading, passages: Sequence[Passage], order: DateOrder | None) -> TermReading:
    """A length without a start, counted from the start labelled right by it: an order begins on a day of its own."""
    if reading.length is None or reading.origin != "unsaid":
        return reading
    near = [
        value
        for entry in find_entries(passages, "effective")
        for value in entry.values
        if abs(value.start - reading.passage.start) < _BESIDE
    ]
    days = [day for value in near for day in find_dates(value.text, order=order, offset=value.start) if day.value]
    return replace(reading, origin="day", origin_day=days[0]) if len({day.value for day in days}) == 1 else reading


def _is_one_end_with_its_length(read: Sequence[TermReading]) -> bool:
    """Whether a table gives one end and one length, each at most in one value."""
    ends = {r.end.value for r in read if r.end}
    lengths = {r.length for r in read if r.length}
    return len(ends) == 1 and len(lengths) < 2 and not any(r.perpetual for r in read)


def _read_value(value: Passage, is_end: bool, order: DateOrder | None) -> TermReading | None:
    """The term in the words beside its label, where a bare length or two dates will do ("36 months")."""
    dates = find_dates(value.text, order=order, offset=value.start)
    if dates and (is_end or len(dates) == 2) and dates[0].start - value.start < CLOSE and dates[-1].value:
        return TermReading(passage=value, end=dates[0] if is_end else dates[1])
    if reading := read_term(value, order, is_shown=True):
        return reading
    found = next(iter(find_periods(value.text)), None)
    if found is None or found.start > CLOSE or _NOT_A_TERM.match(value.text[found.end : found.end + 80]):
        return None
    if found.period is None:
        return TermReading(passage=value, conflicting=found)
    return _with_length(value, found, find_origin(value, value.text, found.end, order))


def read_term(passage: Passage, order: DateOrder | None, *, is_shown: bool = False) -> TermReading | None:
    """The end, length, origin or endlessness of the term in one passage; None where it has none of them.

    A passage that no clause points to (`is_shown`) must say that it is the contract that has no end.
    """
    text = _on_first_term(passage)
    reading = (
        _ending_on_a_day(passage, text, order)
        or _ending_on_anniversary(passage, text, order)
        or _of_a_length(passage, text, order)
        or _of_a_blank(passage, text)
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
    if _LICENCE.search(near) and not _WITH_ITS_RIGHTS.search(before):
        return False
    return not re.search(r"\bthereafter\b", before, re.IGNORECASE) or _FROM_THE_START.search(before) is not None


def _vagueness(reading: TermReading) -> int:
    if reading.end or reading.year_end or reading.grid:
        return 0
    if reading.conflicting or reading.blank:
        return 2
    return 1 if reading.length else 3


def _ending_on_a_day(passage: Passage, text: str, order: DateOrder | None) -> TermReading | None:
    for found in find_dates(text, order=order, offset=passage.start):
        before = text[max(found.start - passage.start - 110, 0) : found.start - passage.start]
        if ends_there(before) and not _BY_THEN.search(before) and not ANNIVERSARY.search(before[-40:]):
            return TermReading(passage=passage, end=found, uncertain=bool(_LATER_OF.search(before)))
    return None


def _ending_on_the_calendar(
    passage: Passage, passages: Sequence[Passage], order: DateOrder | None
) -> TermReading | None:
    """A term that ends with a month, a quarter or a year which is not named by its number."""
    text = _on_first_term(passage)
    if found := find_grid_term(passage, text, order, passages):
        day = _ending_on_a_day(passage, text[: found.end.start], order)
        return day or _with_grid(passage, text, found)
    if years := find_contract_years(text, passages, order):
        return _with_contract_years(passage, years)
    year = find_year_end(text, passages)
    return TermReading(passage=passage, year_end=year) if year else None


def _with_contract_years(passage: Passage, found: ContractYears) -> TermReading:
    return TermReading(
        passage=passage,
        length=found.length,
        length_at=(found.start, found.end),
        origin=found.origin.kind,
        origin_day=found.origin.day,
        named=found.origin.name,
        rule=found.origin.rule,
        first_day_said=found.origin.kind == "day",  # such years are defined by their days: the last is known
    )


def _with_grid(passage: Passage, text: str, found: GridTerm) -> TermReading:
    return TermReading(
        passage=passage,
        grid=found.end,
        length=found.length,
        length_at=found.length_at,
        origin=found.origin.kind,
        origin_day=found.origin.day,
        named=found.origin.name,
        rule=found.anniversary or found.origin.rule,
        anniversary_said=found.anniversary is not None,
        uncertain=_LATER_OF.search(text, 0, found.end.start) is not None,
    )


def _on_first_term(passage: Passage) -> str:
    """The part of a passage before it comes to renewals."""
    renewal = _RENEWAL_PART.search(passage.text, 40)
    return passage.text[: renewal.start()] if renewal else passage.text


def _ending_on_anniversary(passage: Passage, text: str, order: DateOrder | None) -> TermReading | None:
    match = next((m for m in ANNIVERSARY.finditer(text) if ends_there(text[max(m.start() - 60, 0) : m.start()])), None)
    years = years_of(match) if match else None
    if match is None or years is None:
        return None
    origin = anniversary_origin(passage, text, match.end(), order)
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


def _of_a_length(passage: Passage, text: str, order: DateOrder | None) -> TermReading | None:
    for found in find_periods(text):
        before = text[max(found.start - 110, 0) : found.start]
        if _NOT_A_TERM.match(text[found.end : found.end + 80]) or _ANOTHER.search(before):
            continue
        if not _LEADS_TO_LENGTH.search(before):
            continue
        origin = find_origin(passage, text, found.end, order)
        if found.readings[0].unit in ("day", "week") and (
            origin.kind == "unsaid" or not _PERIOD_OF.search(text[max(found.start - 30, 0) : found.start])
        ):
            continue
        reading = _with_length(passage, found, origin)
        return reading if found.period else replace(reading, conflicting=found)
    return None


def _of_a_blank(passage: Passage, text: str) -> TermReading | None:
    """A length of the term that a form leaves open."""
    for found in find_blank_periods(text, offset=passage.start):
        before, behind = text[: found.start - passage.start][-110:], text[found.end - passage.start :][:80]
        if _LEADS_TO_LENGTH.search(before) and not _NOT_A_TERM.match(behind) and not _ANOTHER.search(before):
            return TermReading(passage=passage, blank=found)
    return None


def _with_length(passage: Passage, found: FoundPeriod, origin: TermOrigin) -> TermReading:
    text = passage.text
    return TermReading(
        passage=passage,
        length=found.readings[0],
        length_at=(found.start, found.end),
        origin=origin.kind,
        origin_day=origin.day,
        named=origin.name,
        behind=origin.behind,
        rule="day-before-anniversary" if (first_day := _FIRST_DAY_COUNTS.search(text)) else origin.rule,
        first_day_said=first_day is not None,
        month_end=_MONTH_END.search(passage.text, 0, found.start) is not None,
    )


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
    return headed or speaking or [p for p in passages if _GRANTED_FOR.search(p.text) and not p.is_heading]
