"""The days a contract may be ended on, as it names them: days, anniversaries, ends of contract years, "Break Date"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from legalai.extract.clauses.pointers import quote
from legalai.extract.dates.term.term_origin import TermOrigin, anniversary_origin, find_origin
from legalai.extract.dates.values.dates import DateOrder, FoundDate, find_dates
from legalai.extract.dates.values.periods import NUMBER_WORDS, number_from_words
from legalai.extract.dates.values.stretch_words import ORDINAL, ordinal
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Quote

Kind = Literal["day", "anniversary", "year", "month"]

_NTH = rf"(?:{ORDINAL})(?:\s+\(\w{{1,6}}\))?"
_NTHS = (
    rf"(?P<nths>{_NTH}(?:(?:\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and/or|and|or)\s+)(?:the\s+|on\s+the\s+)?{_NTH}){{0,5}})"
)
_LATER = r"(?:subsequent|succeeding|successive|following|later)"
_ANNIVERSARY = re.compile(
    rf"(?P<before>(?:last\s+)?day\s+(?:immediately\s+)?(?:before|prior\s+to|preceding)\s+)?(?:the\s+)?"
    rf"(?:{_NTHS}(?:\s+(?:or|and)\s+(?:on\s+)?(?P<on>any|each|every)(?:\s+{_LATER})?)?|(?P<every>any|each|every|an)(?:\s+{_LATER})?)"
    r"\s+(?:years?\s+)?anniversar(?:y|ies)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+(?:of|from|after)\s+", re.IGNORECASE)
_AFTER = re.compile(r"\s+(?:after|following|from)\s+", re.IGNORECASE)
_REACH = 110
_END_OF = r"(?:end|expir(?:y|ation)|close|conclusion|completion|last\s+day)\s+of\s+(?:(?:the|its)\s+)?"
_FIGURE = rf"(?:\d{{1,2}}|{NUMBER_WORDS})"
_OWN = "contract|lease|term|agreement|licen[cs]e|operating|service"
_STRETCH = re.compile(
    rf"{_END_OF}(?:(?P<every>any|each|every|an?)\s+(?:(?P<of_every>{_OWN})\s+year\b|year(?=\s+of\s+(?:the|this)\s))|{_NTHS}\s+(?:full\s+)?(?P<of>{_OWN}|calendar)?\s*"
    rf"(?P<unit>year|month)s?|(?:(?P<of_figure>{_OWN})\s+)?years?\s+"
    rf"(?P<figures>{_FIGURE}(?:(?:\s*,\s*|\s+(?:and|or)\s+){{1,2}}{_FIGURE}){{0,5}}))\b"
    r"(?!\s+(?:of\s+(?!(?:the|this|its)\s+(?:initial\s+|first\s+)?(?:term|lease|agreement|contract|tenancy|licen[cs]e)\b)))",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:a|an|any|either|each|such|its|the)?\s*(?P<name>(?:First\s+|Second\s+|Tenant\s+|Landlord\s+)?"
    r"(?:Break|Early\s+Termination|Exit|Early\s+Exit)\s+(?:Date|Day))s?\b",
)
_EACH_NTH = re.compile(ORDINAL, re.IGNORECASE)
_EACH_FIGURE = re.compile(_FIGURE, re.IGNORECASE)
_SKIPPED = re.compile(
    r"(?:either|both|each\s+of)?\s*(?:(?:of\s+)?(?:the\s+)?following\s+(?:dates|days)\s*:?\s*)?(?:the\s+)?",
    re.IGNORECASE,
)
_AND_THE_NEXT = re.compile(r"\s*(?:,\s*)?(?:and/or|or|and|,)\s+(?:(?:on|at|as\s+of)\s+)?(?:the\s+)?", re.IGNORECASE)
# What is left to the words before ("that date"), or named by the term itself, is the day the term runs from.
_OF_TERM_START = re.compile(
    r"\s+of\s+(?:(?:that|such)\s+(?:date|day)\b"
    r"|the\s+(?:commencement|start|beginning)\s+(?:date\s+)?of\s+(?:the|this)\s+(?:initial\s+)?"
    r"(?:term|lease|agreement|contract|licen[cs]e|period)\b"
    r"|the\s+(?:date|day)\s+on\s+which\s+the\s+(?:initial\s+)?term\s+(?:begins|starts|commences|began|started)\b"
    r"|the\s+(?-i:T|t)erm\s+(?:commencement|start)\s+date\b)",
    re.IGNORECASE,
)
_ORIGIN_WORDS = re.compile(
    r"\s+(?:of|from|after|following)\s+(?:the\s+)?(?:(?:date\s+(?:of\s+(?:this|the)\s+\w+|hereof))|(?:[A-Z][\w-]*\s+){1,4}Date\b"
    r"|effective\s+date|(?:that|such)\s+date|start\s+of\s+the\s+term)",
)
_QUOTES = "[\"“”'‘’]"


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakDay:
    """One day, or one grid of days, on which a contract may be ended; characters [start, end) of its passage.

    `number`: which anniversary, or which year or month of the term; `recurring`: each anniversary from it on. `before`:
    the day before it is meant. `origin`: what it is counted from; `years`: what the text calls the years.
    """

    passage: Passage
    start: int
    end: int
    kind: Kind
    day: FoundDate | None = None
    number: int = 0
    recurring: bool = False
    before: bool = False
    origin: TermOrigin = field(default_factory=TermOrigin)
    years: str | None = None

    @property
    def said(self) -> Quote:
        """The words that name it."""
        return quote(self.passage, self.start, self.end)


def days_at(
    passage: Passage, at: int, passages: Sequence[Passage], order: DateOrder | None
) -> tuple[tuple[BreakDay, ...], int]:
    """The days that stand at a place of a passage, one behind the other, and where their words end."""
    text = passage.text
    found: list[BreakDay] = []
    end = at
    while True:
        skipped = _SKIPPED.match(text, at)
        at = skipped.end() if skipped else at
        days = tuple(_read(passage, at, order))
        named = None if days else _NAMED.match(text, at)
        if named:
            days = _defined(named["name"], passage, named.span(), passages, order)
        if not days:
            return tuple(found), end
        found += days
        end = named.end() if named else days[-1].end
        link = _AND_THE_NEXT.match(text, end)
        if link is None:
            return tuple(found), end
        at = link.end()


def _read(passage: Passage, at: int, order: DateOrder | None) -> Iterator[BreakDay]:
    text = passage.text
    if match := _ANNIVERSARY.match(text, at):
        yield from _anniversaries(passage, match, order)
    elif match := _STRETCH.match(text, at):
        yield from _stretches(passage, match, order)
    else:
        near = find_dates(text[at : at + 60], order=order, offset=passage.start + at)
        yield from (_on(passage, day) for day in near[:1] if day.start == passage.start + at and day.value)


def _on(passage: Passage, day: FoundDate) -> BreakDay:
    start, end = day.start - passage.start, day.end - passage.start
    return BreakDay(passage=passage, start=start, end=end, kind="day", day=day)


def _anniversaries(passage: Passage, match: re.Match[str], order: DateOrder | None) -> Iterator[BreakDay]:
    text = passage.text
    origin, end = TermOrigin(kind="effective"), match.end()
    if of_term := _OF_TERM_START.match(text, end):
        origin, end = TermOrigin(), of_term.end()
    elif _OF.match(text, end):
        origin = anniversary_origin(passage, text, end, order)
        end = _end_of_origin(text, end)
    every = match["every"] or match["on"]
    numbers = _numbers(match["nths"]) if match["nths"] else [1]
    for number in numbers:
        yield BreakDay(
            passage=passage,
            start=match.start(),
            end=end,
            kind="anniversary",
            number=number,
            recurring=every is not None and number == numbers[-1],
            before=match["before"] is not None,
            origin=origin,
        )


def _end_of_origin(text: str, at: int) -> int:
    words = _ORIGIN_WORDS.match(text, at)
    return words.end() if words else at


def _stretches(passage: Passage, match: re.Match[str], order: DateOrder | None) -> Iterator[BreakDay]:
    numbers = [1] if match["every"] else _numbers(match["nths"] or match["figures"])
    unit = (match["unit"] or "year").lower()
    years = (match["of"] or match["of_figure"] or match["of_every"] or "").lower()
    if unit == "year" and years == "calendar":
        return
    origin, end = TermOrigin(), match.end()
    if _AFTER.match(passage.text, end):
        origin = find_origin(passage, passage.text[: end + _REACH], end, order)
        end = _end_of_origin(passage.text, end)
    for number in numbers:
        yield BreakDay(
            passage=passage,
            start=match.start(),
            end=end,
            kind="month" if unit == "month" else "year",
            number=number,
            recurring=match["every"] is not None,
            origin=origin,
            years=years or None,
        )


def _numbers(words: str) -> list[int]:
    """The numbers that a list of ordinals or figures names."""
    plain = re.sub(r"\([^()]*\)", "", words)
    nths = [ordinal(nth) for nth in _EACH_NTH.findall(plain)]
    figures = [int(word) if word.isdigit() else number_from_words(word) for word in _EACH_FIGURE.findall(plain)]
    return [number for number in nths or figures if number]


def _defined(
    name: str, passage: Passage, at: tuple[int, int], passages: Sequence[Passage], order: DateOrder | None
) -> tuple[BreakDay, ...]:
    """The days that a definition gives a name; one without a day, at its own place, where none does."""
    words = r"\s+".join(re.escape(word) for word in name.split())
    means = re.compile(rf"{_QUOTES}{words}s?{_QUOTES}\s*(?:shall\s+(?:mean|be)|means?|is|are|:)\s*(?:the\s+)?")
    called = re.compile(rf"\s*\((?:each,?\s+(?:an?\s+)?|an?\s+|the\s+)?{_QUOTES}{words}s?{_QUOTES}")
    for other in passages:
        if definition := means.search(other.text):
            days, _ = days_at(other, definition.end(), (), order)
            return days or (BreakDay(passage=passage, start=at[0], end=at[1], kind="day"),)
        for day in find_dates(other.text, order=order, offset=other.start):
            if day.value and called.match(other.text, day.end - other.start):
                return (_on(other, day),)
    return (BreakDay(passage=passage, start=at[0], end=at[1], kind="day"),)


def start_of_years(name: str | None, passages: Sequence[Passage], order: DateOrder | None) -> TermOrigin | None:
    """What the years that a contract calls "Contract Year" run from, by its definition; unsaid where it defines none.

    None where it defines them in a way that is not read.
    """
    if name is None:
        return TermOrigin()
    means = re.compile(rf"[\"“”'‘’]{name}\s+years?[\"“”'‘’]", re.IGNORECASE)
    for passage in passages:
        if defined := means.search(passage.text):
            behind = passage.text[defined.end() :]
            found = find_origin(passage, behind, len(behind), order)
            return found if found.kind != "unsaid" else None
    return TermOrigin()
