"""When on the calendar a contract may be broken, and the last day of notice for it, with the steps that led there."""

from dataclasses import dataclass
from datetime import date, timedelta

from legalai.deadlines.calendar import add_period
from legalai.deadlines.stretches import Grid
from legalai.extract.clauses.pointers import whole
from legalai.extract.dates.exits.break_days import BreakDay, start_of_years
from legalai.extract.dates.life import Life
from legalai.extract.dates.notice.notice_days import NoticeDays
from legalai.extract.dates.notice.notice_period import NoticeReading
from legalai.extract.dates.term.term_origin import TermOrigin
from legalai.extract.dates.term.term_reading import TermReading
from legalai.extract.dates.term.term_start import Known, start_of
from legalai.schema import KeyDate, Period, ProofStep, Quote

_MOST_YEARS = 100
_ON_THIS_DAY = "the contract may be ended on this day; conditions that the words add must be met besides"
_ON_EACH = "the contract may be ended on every such day, and on {} notice for this one is in time"
_UNKNOWN = "the contract may be ended on certain days only, and what they are counted from is not in the text"


@dataclass(frozen=True, slots=True)
class Break:
    """A day on which the contract may be ended, None where the text does not give it; the notice for it, and why."""

    day: date | None
    notice: NoticeDays | None
    step: ProofStep


@dataclass(frozen=True, slots=True)
class BreakRight:
    """The notice by which a contract may be ended on certain days; it stands in the passage that gives the right."""

    notice: NoticeReading
    life: Life

    def on(self, day: BreakDay) -> Break | None:
        """The break on a day as the contract names it; None where no such day is left before the contract ends."""
        if day.day is not None:
            return self._told(day.day.value, (day.said,))
        origin, quotes = _origin(day, self.life)
        quotes = (*quotes, whole(day.passage))
        if origin is None:
            return self._told(None, quotes)
        return self._next(origin, day, quotes) if day.recurring else self._told(_reckoned(day, origin), quotes)

    def _next(self, origin: date, day: BreakDay, quotes: tuple[Quote, ...]) -> Break | None:
        """The first of the days for which notice is still in time; none after the end of a term that is not renewed."""
        as_of, end = self.life.given.as_of, self.life.expiration.key_date.value
        last = end if self.life.renewal.kind != "automatic" and isinstance(end, date) else date.max
        for years in range(day.number, _MOST_YEARS):
            found = _years_after(origin, years, day)
            days = self.life.days_before(found, self.notice)
            if found >= last:
                return None
            if days.deadline is None or days.deadline >= as_of:
                return self._told(found, quotes, _ON_EACH.format(as_of))
        return None

    def _told(self, day: date | None, quotes: tuple[Quote, ...], rule: str = _ON_THIS_DAY) -> Break:
        right = self.notice.passage
        others = tuple(quote for quote in quotes if not right.start <= quote.start < right.end)
        step = ProofStep(
            step="break day",
            result=day.isoformat() if day else "not known",
            quotes=(whole(right), *others),
            rule=rule if day else _UNKNOWN,
        )
        return Break(day, self.life.days_before(day, self.notice) if day else None, step)


def _origin(day: BreakDay, life: Life) -> tuple[date | None, tuple[Quote, ...]]:
    """What an anniversary, or a year of the term, is counted from, with its words."""
    given, origin = life.given, day.origin
    if day.kind == "anniversary" and origin.kind == "unsaid":
        return _day_of(life.expiration.origin), _quotes(life.expiration.origin)
    if day.kind in ("year", "month") and origin.kind == "unsaid":
        defined = start_of_years(day.years, life.passages, given.order)
        if defined is None:
            return None, ()
        if defined.kind == "unsaid":
            started = life.expiration.origin or life.effective.key_date
            return _day_of(started), _quotes(started)
        origin = defined
    known = Known(
        passages=life.passages,
        agreement=given.agreement,
        effective=life.effective,
        order=given.order,
        triggers=given.triggers,
        jurisdiction=given.jurisdiction,
    )
    found, _ = start_of(_reading(day, origin), known)
    return (_day_of(found), _quotes(found)) if found else (None, ())


def _reading(day: BreakDay, origin: TermOrigin) -> TermReading:
    return TermReading(passage=day.passage, origin=origin.kind, origin_day=origin.day, named=origin.name)


def _reckoned(day: BreakDay, origin: date) -> date | None:
    """The day that lies so many years or months after another; the last one of a year or month of the term."""
    if day.kind == "month":
        # A month that begins after the term does, or follows a day, is counted in more ways than one.
        plain = origin.day == 1 and day.origin.kind == "unsaid"
        return Grid("month").last_day(origin, forward=day.number - 1) if plain else None
    return _years_after(origin, day.number, day) if day.number else None


def _years_after(origin: date, years: int, day: BreakDay) -> date:
    anniversary = add_period(origin, Period(amount=years, unit="year"))
    return anniversary - timedelta(days=day.before or day.kind == "year")


def _day_of(key_date: KeyDate | None) -> date | None:
    return key_date.value if key_date and isinstance(key_date.value, date) else None


def _quotes(key_date: KeyDate | None) -> tuple[Quote, ...]:
    if key_date is None or key_date.text is None or key_date.start is None or key_date.end is None:
        return ()
    return (Quote(text=key_date.text, start=key_date.start, end=key_date.end),)
