"""Terms that end with a stretch of the calendar: "the end of the quarter in which the second anniversary falls"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from legalai.deadlines.calendar import TermRule
from legalai.deadlines.stretches import Grid, day_of_year, next_day_of_year
from legalai.extract.dates.term.term_origin import TermOrigin, anniversary_origin, find_origin, origin_at
from legalai.extract.dates.term.year_end import fiscal_end
from legalai.extract.dates.values.anniversaries import ANNIVERSARY, years_of
from legalai.extract.dates.values.date_choice import ends_there
from legalai.extract.dates.values.dates import DateOrder
from legalai.extract.dates.values.periods import NUMBER_WORDS, find_periods, number_from_words
from legalai.extract.dates.values.stretch_words import (
    DAY_OF_YEAR,
    ORDINAL,
    OTHER_YEAR,
    UNIT,
    month_and_day,
    ordinal,
    stretch,
)
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Period

Relation = Literal["in", "after", "before", "ending", "thereafter"]

_WHOLE = r"(?:full|complete|entire|whole)\s+"
_NEXT = r"(?:next|following|subsequent|succeeding|first|immediately|occurring)\s+"
_CURRENT = r"(?:(?:then[\s-])?current|running|same)\s+(?=calendar\b|month\b|quarter\b)"
_STRETCH = rf"(?:calendar\s+)?(?:(?P<other>{OTHER_YEAR})\s+)?(?P<unit>{UNIT})\b"
# "the last day of the second full calendar quarter", "31 December of the year", "the month-end".
_END = re.compile(
    rf"(?:\b(?P<on_day>{DAY_OF_YEAR})\s*,?\s+(?:of|in)\s+|\b(?:end|close|expiry|expiration|conclusion|(?:last|final|(?P<first>first))\s+(?:calendar\s+)?day)\s+(?:of|in)\s+)"
    rf"(?:the|that|its)\s+(?:(?P<ordinal>{ORDINAL})\s+(?:\(\w{{1,6}}\)\s+)?)?(?P<current>{_CURRENT})?(?P<next>{_NEXT})?(?P<whole>{_WHOLE})?(?P<calendar>(?=calendar\b))?{_STRETCH}",
    re.IGNORECASE,
)
_UNIT_END = re.compile(rf"\b(?:calendar\s+)?(?P<unit>{UNIT})[\s-](?:end|close)\b", re.IGNORECASE)
_NAMED_DAY = re.compile(rf"\b{DAY_OF_YEAR}(?!,?\s*\d)", re.IGNORECASE)
_REST = re.compile(
    rf"\b(?:remainder|balance|rest)\s+of\s+(?:the|that)\s+{_STRETCH}(?=[^.;]{{0,90}}?\band\s+(?:for\s+|through\s+)?(?:the\s+)?"
    rf"(?P<more>{NUMBER_WORDS}|\d{{1,2}})\s+(?:\(\d{{1,2}}\)\s+)?(?:(?:full|complete|following|next|subsequent|succeeding|further|additional"
    r"|consecutive|calendar)\s+)+(?P=unit)s?\b)",
    re.IGNORECASE,
)
_IN = re.compile(
    r"\s*,?\s*(?:(?:in|during|within|into|on)\s+which\s+|(?:that\s+|which\s+)?(?:includes|contains|including|containing)\s+|of\s+)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"\s*,?\s*(?:{_NEXT})*(?:following|after|succeeding|subsequent\s+to|(?:beginning|commencing|starting)\s+after"
    r"|(?:to|that|which)\s+(?:begins?|starts?|commences?)\s+after|that\s+follows)\s+",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\s*,?\s*(?:(?:next|immediately|last)\s+)*(?:preceding|before|prior\s+to|(?:that|which)\s+precedes)\s+",
    re.IGNORECASE,
)
_ENDING = re.compile(
    rf"\s*,?\s+(?:{_NEXT})*(?:to\s+end|ending|that\s+ends)\s+(?:{_NEXT})*(?P<on>on\s+or\s+)?(?:after|following)\s+",
    re.IGNORECASE,
)
_THEREAFTER = re.compile(r"\s*,?\s+thereafter\b", re.IGNORECASE)
# "... the quarter following the quarter in which": the stretch that the count starts behind.
_BASE = re.compile(
    rf"(?:the|that)\s+(?:{_STRETCH}\s+)?(?:(?:in|during|within)\s+which\s+|that\s+includes\s+|of\s+(?=its\b|the\b|sign|execut))",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?:the\s+|such\s+|an?\s+)?(?:(?:date|day)\s+(?:(?:that|which)\s+)?(?:(?:is|falls?|falling|lies|lying|occurring)\s+)?"
    r"|(?:expiry\s+of\s+)?(?:the\s+|an?\s+)?(?:initial\s+)?(?:period|term)\s+of\s+)?(?=\d|\(|[a-z]+[\s-])",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\b(?:continu\w+|remain\w*|effect|force|runs?|lasts?|term|for)\b[^.;]{0,60}$", re.IGNORECASE)
_OTHER_MATTER = re.compile(
    r"\b(?:(?<!\d\s)may(?!\s+\d)|entitled|right\s+to|option|notice|pay(?:s|able|ment)?|invoice\w*|reports?|earlier\s+than)\b",
    re.IGNORECASE,
)
_LEAD = 110
_TAIL = 200
_FISCAL = frozenset({"fiscal", "financial", "accounting", "business"})


@dataclass(frozen=True, slots=True, kw_only=True)
class GridEnd:
    """An end on the calendar: of the stretch that a day falls in, or of one counted from there.

    `grid`: None where it is a year whose end the text does not give. `behind`: the stretch the count starts behind.
    `on_day`: the day of a year, month first, where one is named in place of the last. `defined`: a fiscal year.
    """

    start: int
    end: int
    grid: Grid | None
    relation: Relation
    forward: int
    whole: bool = False
    behind: Grid | None = None
    on_day: tuple[int, int] | None = None
    is_first_day: bool = False
    inclusive: bool = False
    defined: Passage | None = None

    def after(self, day: date) -> date | None:
        """The end, for the day that the words name; None where they can be read in two ways for it."""
        if self.grid is None:
            return None
        if self.relation == "ending":
            return self._ending_after(day)
        if self.behind is not None:
            day = self.behind.last_day(day)
        elif self.whole and self.grid.begins(day):
            return None  # whether the stretch that begins on the day counts is not said
        if self.is_first_day:
            return self.grid.last_day(day, forward=self.forward - 1) + timedelta(days=1)
        last = self.grid.last_day(day, forward=self.forward)
        return day_of_year(last.year, *self.on_day) if self.on_day else last

    def _ending_after(self, day: date) -> date:
        if self.on_day:
            return next_day_of_year(day - timedelta(days=self.inclusive), *self.on_day)
        assert self.grid is not None
        last = self.grid.last_day(day)
        return last if last > day or self.inclusive else self.grid.last_day(day, forward=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class GridTerm:
    """An end on the calendar, and the day it is reckoned from: an origin, and a length after it where there is one."""

    end: GridEnd
    origin: TermOrigin
    length: Period | None = None
    length_at: tuple[int, int] | None = None
    anniversary: TermRule | None = None


def find_grid_term(
    passage: Passage, text: str, order: DateOrder | None, passages: Sequence[Passage]
) -> GridTerm | None:
    """The end on the calendar that `text`, the part of the passage on the first term, gives."""
    for match in _END.finditer(text):
        if _leads(text, match.start()) and (found := _related(passage, text, match, order, passages)):
            return found
    for pattern in (_UNIT_END, _NAMED_DAY):
        for match in pattern.finditer(text):
            after = _ENDING.match(text, match.end()) or _AFTER.match(text, match.end())
            if after is None or not _leads(text, match.start()):
                continue
            if found := _reckoned(passage, text, after.end(), order, _next_end(match, after)):
                return found
    rest = _REST.search(text)
    if rest is None or not _GOES_ON.search(text[: rest.start()]):
        return None
    return _of_the_rest(passage, text, rest, order, passages)


def grid_at(
    passage: Passage, text: str, at: int, order: DateOrder | None, passages: Sequence[Passage]
) -> GridTerm | None:
    """The day on the calendar that stands at a place: "last day of the month following the Closing"."""
    match = _END.match(text, at)
    return _related(passage, text, match, order, passages) if match else None


def _leads(text: str, start: int) -> bool:
    """Whether the words before an end make it that of the term."""
    before = text[max(start - _LEAD, 0) : start]
    return ends_there(f"{before} ") and not _OTHER_MATTER.search(before)


def _related(
    passage: Passage, text: str, match: re.Match[str], order: DateOrder | None, passages: Sequence[Passage]
) -> GridTerm | None:
    """The end that one match names, by the words behind it."""
    count = ordinal(match["ordinal"]) if match["ordinal"] else 1
    inside, after = _IN.match(text, match.end()), _AFTER.match(text, match.end())
    ending, thereafter = _ENDING.match(text, match.end()), _THEREAFTER.match(text, match.end())
    if inside and not match["ordinal"]:
        end, at = _end(match, "in", 0, passages), inside.end()
        return _reckoned(passage, text, at, order, end, is_event=not inside[0].strip().lower().startswith("of"))
    if match["current"] and not match["ordinal"]:
        origin = find_origin(passage, text[: match.start()], match.start(), order)
        return GridTerm(end=_end(match, "in", 0, passages), origin=origin)
    if count is None:
        return None
    if ending and not match["ordinal"]:
        end = _end(match, "ending", 0, passages, inclusive=ending["on"] is not None)
        return _reckoned(passage, text, ending.end(), order, end)
    if not match["ordinal"] and (before := _BEFORE.match(text, match.end())):
        base = _BASE.match(text, before.end())
        end = _end(match, "before", -1, passages, behind=_base_grid(match, base, passages))
        return _reckoned(passage, text, base.end() if base else before.end(), order, end)
    if after:
        base = _BASE.match(text, after.end())
        end = _end(match, "after", count, passages, behind=_base_grid(match, base, passages))
        return _reckoned(passage, text, base.end() if base else after.end(), order, end)
    if thereafter or _is_counted(match):
        origin = find_origin(passage, text[: match.start()], match.start(), order)
        return GridTerm(end=_end(match, "thereafter", count, passages), origin=origin)
    return None


def _is_counted(match: re.Match[str]) -> bool:
    """Whether it is a month or a quarter by its number alone; years are read by `year_end`."""
    by_number = match["ordinal"] and (match["whole"] or match["calendar"])
    return bool(by_number) and stretch(match["unit"]) != "year"


def _end(
    match: re.Match[str],
    relation: Relation,
    forward: int,
    passages: Sequence[Passage],
    *,
    behind: Grid | None = None,
    inclusive: bool = False,
) -> GridEnd:
    grid, defined = _grid(match, passages)
    return GridEnd(
        start=match.start(),
        end=match.end(),
        grid=grid,
        relation=relation,
        forward=forward,
        whole=match["whole"] is not None and relation in ("after", "thereafter"),
        behind=behind,
        on_day=month_and_day(match) if match["on_day"] else None,
        is_first_day=match["first"] is not None,
        inclusive=inclusive,
        defined=defined,
    )


def _next_end(match: re.Match[str], after: re.Match[str]) -> GridEnd:
    """The first month-end, or the first such day of a year, behind a day."""
    named = match.re is _NAMED_DAY
    return GridEnd(
        start=match.start(),
        end=match.end(),
        grid=Grid("year" if named else stretch(match["unit"])),
        relation="ending",
        forward=0,
        on_day=month_and_day(match) if named else None,
        inclusive="on or" in after[0].lower(),
    )


def _grid(match: re.Match[str], passages: Sequence[Passage]) -> tuple[Grid | None, Passage | None]:
    """The stretches that a match names; none for years whose end the text does not give."""
    unit, other = stretch(match["unit"]), (match["other"] or "").lower()
    if not other:
        return Grid(unit), None
    found = fiscal_end(passages) if other in _FISCAL else None
    if found is None:
        return None, None
    (month, day), defined = found
    last = Grid("month").last_day(date(2023, month, 1)).day
    return (Grid(unit, month), defined) if day >= last else (None, None)


def _base_grid(match: re.Match[str], base: re.Match[str] | None, passages: Sequence[Passage]) -> Grid | None:
    if base is None:
        return None
    return _grid(base if base["unit"] else match, passages)[0]


def _reckoned(
    passage: Passage, text: str, at: int, order: DateOrder | None, end: GridEnd, *, is_event: bool = True
) -> GridTerm | None:
    """The term whose end is reckoned from what stands at a place; None where that is nothing a term runs from."""
    if anniversary := ANNIVERSARY.match(text, at):
        years = years_of(anniversary)
        if years is None:
            return None
        rule: TermRule = "day-before-anniversary" if anniversary["before"] else "anniversary"
        origin = anniversary_origin(passage, text, anniversary.end(), order)
        return GridTerm(
            end=end,
            origin=origin,
            length=Period(amount=years, unit="year"),
            length_at=anniversary.span(),
            anniversary=rule,
        )
    if said := _length_at(text, at):
        period, start, stop = said
        origin = find_origin(passage, text, stop, order)
        return GridTerm(end=end, origin=origin, length=period, length_at=(start, stop))
    found = origin_at(passage, text, at, order)
    if found is None or (found.kind == "named" and not is_event):
        return None
    return GridTerm(end=end, origin=found)


def _length_at(text: str, at: int) -> tuple[Period, int, int] | None:
    dated = _DATED.match(text, at)
    begin = dated.end() if dated else at
    found = next(iter(find_periods(text[begin : begin + _TAIL])), None)
    if found is None or found.start > 0 or found.period is None:
        return None
    return found.readings[0], begin + found.start, begin + found.end


def _of_the_rest(
    passage: Passage, text: str, rest: re.Match[str], order: DateOrder | None, passages: Sequence[Passage]
) -> GridTerm | None:
    """The rest of the stretch that has begun, and so many more."""
    more = int(rest["more"]) if rest["more"].isdigit() else number_from_words(rest["more"])
    if more is None:
        return None
    grid, defined = _grid(rest, passages)
    end = GridEnd(start=rest.start(), end=rest.end(), grid=grid, relation="in", forward=more, defined=defined)
    inside = _IN.match(text, rest.end())
    return _reckoned(passage, text, inside.end(), order, end) if inside else GridTerm(end=end, origin=TermOrigin())
