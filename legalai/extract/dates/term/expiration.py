"""When the initial term ends: as stated, or computed from the day it runs from and its length."""

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType

from legalai.deadlines.calendar import TermRule, add_period, term_end
from legalai.extract.clauses.pointers import quote, whole
from legalai.extract.dates.authorities import BGB_187, BGB_188
from legalai.extract.dates.beginning.effective_date import Effective
from legalai.extract.dates.events import given_day
from legalai.extract.dates.term.grid_term import GridEnd
from legalai.extract.dates.term.term_reading import TermReading
from legalai.extract.dates.term.term_start import Known, event_of, start_of
from legalai.extract.dates.term.year_end import YearEnd
from legalai.extract.dates.values.date_choice import absent, stated, unfinished
from legalai.extract.dates.values.dates import DateOrder
from legalai.extract.given_values import GivenValue
from legalai.extract.segmentation.passages import Passage
from legalai.schema import KeyDate, ProofStep, Quote, QuotedPeriod

# The lawyers who labelled CUAD put the end of a term of years on the anniversary, whatever the wording (on 328 of them
# this rule agrees with 0.92 of the dates given, the day before with 0.45). Read strictly, a term counting its
# first day ends a day earlier. The end follows their convention, and notice is counted from the earlier day.
TERM_RULE: TermRule = "anniversary"
# Where a term that begins with a day counts it: it ends with the day before the one that corresponds (`BGB_188`).
_FIRST_DAY_COUNTS = frozenset({"de"})
# "to but excluding", "until, but not including,": the day named is the first after the term.
_DAY_LEFT_OUT_BEFORE = re.compile(
    r"\b(?:(?:but|and)\s+)?(?:excluding|excludes|not\s+includ(?:ing|es?)|not\s+inclusive\s+of|exclusive\s+of)\s*[,)]?"
    r"\s*(?:the\s+)?(?:(?:day|date)\s+(?:of|that\s+is)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_DAY_LEFT_OUT_BEHIND = re.compile(
    r"^\s*[,(]?\s*(?:exclusive|excluded|(?:but\s+)?not\s+(?:inclusive|included)|(?:that|such)\s+day\s+excluded)\b(?!\s+of)",
    re.IGNORECASE,
)

# What is asked for where no other day would do.
END_OF_TERM = "end of the term"
_NO_GRID = "The term ends with a year, and the text does not say when that year ends."
_TWO_ENDS = "The words for the end of the term can be read in two ways for the day they are counted from."
_LATER_THAN_THAT = "The term ends on the later of several events, and only one of them is on the calendar."

_GIVEN = ", whose length was given as the text leaves it open,"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expiration:
    """The end of the initial term, its length, the day it runs from, and the steps that led there.

    `event`: what the term runs from, where that is an event whose day is not in the text.

    `first_day_counts`: whether the term counts the day it runs from, so that its last day is the one before `key_date`;
    None where the text does not say. `is_last_day`: the end was computed as a day, not as an anniversary.
    """

    key_date: KeyDate
    initial_term: QuotedPeriod | None = None
    origin: KeyDate | None = None
    event: str | None = None
    first_day_counts: bool | None = None
    is_last_day: bool = False
    proof: tuple[ProofStep, ...] = ()

    @property
    def is_unsaid(self) -> bool:
        """Whether nothing was found of an end, of a length, or of what it runs from."""
        return self.key_date.status == "absent" and self.initial_term is None and self.event is None


def find_expiration(
    terms: Sequence[TermReading],
    passages: Sequence[Passage],
    *,
    agreement: KeyDate,
    effective: Effective,
    order: DateOrder | None,
    triggers: Mapping[str, GivenValue] = MappingProxyType({}),
    jurisdiction: str | None = None,
) -> Expiration:
    """The end that the most telling passage gives, and the length of the term wherever it is given."""
    known = Known(
        passages=passages,
        agreement=agreement,
        effective=effective,
        order=order,
        triggers=triggers,
        jurisdiction=jurisdiction,
    )
    found = _find(terms, known)
    day = given_day(END_OF_TERM, triggers) if found.event == END_OF_TERM else None
    return _ending_as_given(found, day) if day else found


def _ending_as_given(found: Expiration, day: date) -> Expiration:
    """The end that the user gives, where the text has a place for it."""
    rule = "the day given for the end of the term, which the text leaves open"
    step = ProofStep(step="expiration date", result=day.isoformat(), quotes=_quotes(found.key_date), rule=rule)
    key_date = replace(found.key_date, value=day, status="computed", reason=None)
    return replace(found, key_date=key_date, event=None, first_day_counts=False, is_last_day=True, proof=(step,))


def _find(terms: Sequence[TermReading], known: Known) -> Expiration:
    if not terms:
        return Expiration(key_date=absent("No passage was found that says how long the contract runs."))
    first = terms[0]
    if first.grid is not None:
        return _on_the_calendar(first, first.grid, known)
    if first.year_end is not None:
        return _with_a_year(first, first.year_end, known)
    length = next((said for t in terms if (said := _said_length(t))), None)
    if first.end is not None:
        return _ending_as_stated(first, length)
    if first.conflicting is not None:
        return Expiration(key_date=absent("The words and the figure for the length of the term disagree."))
    if first.blank is not None and first.length is None:
        blank = first.blank
        reason = "The length of the term was left blank."
        open_end = KeyDate(value=None, status="blank", text=blank.text, start=blank.start, end=blank.end, reason=reason)
        return Expiration(key_date=open_end, event=END_OF_TERM)
    if first.length is None or length is None:
        return Expiration(key_date=_perpetual(first))
    found = _computed(first, length, known)
    endless = next((t for t in terms if t.perpetual), None)
    if found.key_date.value is None and first.origin == "named" and endless is not None:
        return Expiration(key_date=_perpetual(endless))  # the length is of what follows an event, not of the contract
    return found


def _said_length(term: TermReading) -> QuotedPeriod | None:
    """The length of the term with the words that give it."""
    if term.length is None or term.conflicting:
        return None
    said = quote(term.passage, *term.length_at) if term.length_at else whole(term.passage)
    return term.length.said(said.text, said.start, said.end)


def _amended(term: TermReading) -> ProofStep:
    assert term.end is not None
    return ProofStep(
        step="expiration date",
        result=str(term.end.value),
        quotes=(whole(term.passage),),
        rule="an amendment in the same file puts this end in place of the earlier one",
    )


def _ending_as_stated(term: TermReading, length: QuotedPeriod | None) -> Expiration:
    """The end that the text names, or the day before where it leaves that day out."""
    key_date = _stated_end(term)
    proof = (_amended(term),) if term.amended else ()
    if term.end is None or not isinstance(key_date.value, date) or not _leaves_out(term, term.end.start, term.end.end):
        return Expiration(key_date=key_date, initial_term=length, proof=proof)
    last = key_date.value - timedelta(days=1)
    step = ProofStep(
        step="expiration date",
        result=last.isoformat(),
        quotes=(*_quotes(key_date), whole(term.passage)),
        rule=f"the text leaves {key_date.value} out of the term: the day before is the last",
    )
    return Expiration(
        key_date=replace(key_date, value=last, status="computed"),
        initial_term=length,
        first_day_counts=False,
        is_last_day=True,
        proof=(*proof, step),
    )


def _leaves_out(term: TermReading, start: int, end: int) -> bool:
    """Whether the words around an end, from and to these characters of the document, leave its day out."""
    text, offset = term.passage.text, term.passage.start
    before, behind = text[max(start - offset - 60, 0) : start - offset], text[end - offset : end - offset + 40]
    return bool(_DAY_LEFT_OUT_BEFORE.search(before) or _DAY_LEFT_OUT_BEHIND.match(behind))


def _stated_end(term: TermReading) -> KeyDate:
    if term.end is None or term.end.value is None:
        return unfinished(term.end) if term.end else absent("The text gives no end.")
    if term.uncertain:
        return absent(
            f"The term ends on the later of several events, not before {term.end.value}, the only date given."
        )
    return stated(term.end)


def _perpetual(term: TermReading) -> KeyDate:
    return KeyDate(
        value="perpetual", status="stated", text=term.passage.text, start=term.passage.start, end=term.passage.end
    )


def _computed(
    term: TermReading,
    length: QuotedPeriod,
    known: Known,
) -> Expiration:
    origin, why = start_of(term, known)
    if origin is None or origin.value is None or origin.value == "perpetual":
        return Expiration(key_date=absent(why), initial_term=length, event=event_of(term, known))
    by_law = known.jurisdiction in _FIRST_DAY_COUNTS and _begins_with_a_day(term, known)
    counted_out = term.anniversary_said or term.first_day_said or length.unit == "day"
    said = term.rule == "day-before-anniversary" and counted_out
    rule: TermRule = "day-before-anniversary" if by_law or said else TERM_RULE
    left_out = rule == "anniversary" and term.anniversary_said and _leaves_out(term, length.start, length.end)
    try:
        end = _last_day(origin.value, term, length, rule) - timedelta(days=left_out)
    except (ValueError, OverflowError):
        return Expiration(
            key_date=absent("The length of the term is no whole number of days or months."), initial_term=length
        )
    stretch = Quote(text=length.text, start=length.start, end=length.end)
    step = ProofStep(
        step="expiration date",
        result=end.isoformat(),
        quotes=(*_quotes(origin), stretch, whole(term.passage)),
        rule=f"{why}, plus the initial term{_GIVEN if term.blank else ''} ({rule}{_as_said(term, left_out)})",
        authorities=(BGB_187, BGB_188) if by_law else (),
    )
    key_date = KeyDate(
        value=end, status="computed", text=term.passage.text, start=term.passage.start, end=term.passage.end
    )
    counts = None if term.rule is None else term.rule == "day-before-anniversary"
    return Expiration(
        key_date=key_date,
        initial_term=length,
        origin=origin,
        first_day_counts=False if left_out or by_law else counts and rule == TERM_RULE,
        is_last_day=left_out or by_law,
        proof=(step,),
    )


def _last_day(origin: date, term: TermReading, length: QuotedPeriod, rule: TermRule) -> date:
    """The end of the length, or of the month it ends in. Raises: ValueError, OverflowError."""
    end = term_end(origin, length, rule)
    return end.replace(day=monthrange(end.year, end.month)[1]) if term.month_end else end


def _begins_with_a_day(term: TermReading, known: Known) -> bool:
    """Whether the term begins with the beginning of a day, and not with a signature or another event in its course."""
    if term.anniversary_said or term.behind:
        return False
    if term.origin == "named":
        return re.search(r"\bDa(?:te|y)$", term.named or "") is not None
    if term.origin in ("effective", "unsaid"):
        return known.effective.key_date.value is not None and not known.effective.in_day
    return term.origin == "day"


def _as_said(term: TermReading, left_out: bool) -> str:
    month_end = ", to the end of the month" if term.month_end else ""
    return month_end + (", without the day itself" if left_out else "")


def _on_the_calendar(term: TermReading, grid: GridEnd, known: Known) -> Expiration:
    """The end of a term that ends with a month, a quarter or a year, reckoned from another day."""
    origin, why = start_of(term, known)
    length = _said_length(term)
    if origin is None or not isinstance(origin.value, date):
        return Expiration(key_date=absent(why), initial_term=length, event=event_of(term, known))
    ends = {grid.after(day) for day in _reckoned_from(origin.value, term)}
    end = ends.pop()
    if ends or end is None or term.uncertain:
        reason = _NO_GRID if grid.grid is None else _LATER_THAN_THAT if term.uncertain else _TWO_ENDS
        return Expiration(key_date=absent(reason), initial_term=length, event=END_OF_TERM)
    passage = term.passage
    after = f", and {term.length.in_words} after it" if term.length else ""
    step = ProofStep(
        step="expiration date",
        result=end.isoformat(),
        quotes=(
            *_quotes(origin),
            quote(passage, grid.start, grid.end),
            whole(passage),
            *((whole(grid.defined),) if grid.defined else ()),
        ),
        rule=f"{why}, {origin.value}{after}: the end on the calendar that the text names from there",
    )
    key_date = KeyDate(value=end, status="computed", text=passage.text, start=passage.start, end=passage.end)
    return Expiration(
        key_date=key_date,
        initial_term=length,
        origin=origin,
        first_day_counts=False,
        is_last_day=True,
        proof=(step,),
    )


def _reckoned_from(origin: date, term: TermReading) -> tuple[date, ...]:
    """The day whose month, quarter or year it is; two where a length may end on the one or on the day before."""
    if term.length is None:
        return (origin,)
    day = add_period(origin, term.length)
    before = day - timedelta(days=1)
    if term.anniversary_said:
        return (before,) if term.rule == "day-before-anniversary" else (day,)
    return (day,) if term.rule == "anniversary" else (day, before)


def _with_a_year(term: TermReading, year: YearEnd, known: Known) -> Expiration:
    """The end of a term that ends with a year."""
    origin, why = start_of(term, known)
    if origin is None or not isinstance(origin.value, date):
        return Expiration(key_date=absent(why))
    end = year.after(origin.value)
    passage = term.passage
    counted = "full year that begins on or after it" if year.full else "calendar year after its own"
    step = ProofStep(
        step="expiration date",
        result=end.isoformat(),
        quotes=(
            *_quotes(origin),
            quote(passage, year.start, year.end),
            *((whole(year.defined),) if year.defined else ()),
        ),
        rule=f"{why} is {origin.value}; the term ends with year {year.years}, counted from the first {counted}",
    )
    key_date = KeyDate(value=end, status="computed", text=passage.text, start=passage.start, end=passage.end)
    return Expiration(key_date=key_date, origin=origin, first_day_counts=False, is_last_day=True, proof=(step,))


def _quotes(key_date: KeyDate) -> tuple[Quote, ...]:
    if key_date.text is None or key_date.start is None or key_date.end is None:
        return ()
    return (Quote(text=key_date.text, start=key_date.start, end=key_date.end),)
