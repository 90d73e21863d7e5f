"""Periods: "thirty-six (36) months", "ninety (90) Business Days", "a two-year term"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from text_to_num import text2num

from legalai.schema import DayCount, Issue, Period, Quote, QuotedPeriod, Unit

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety"
NUMBER_WORD = rf"(?:{_TEENS}|{_TENS}|{_ONES}|hundred|thousand|million|billion)"
NUMBER_WORDS = rf"\b{NUMBER_WORD}(?:[\s-]{{1,12}}(?:and[\s-]{{1,12}})?{NUMBER_WORD}){{0,8}}\b"

_FIGURE = r"\d{1,4}(?:\.\d{1,2})?"
_BETWEEN = (
    r"(?:additional|further|successive|consecutive|full|whole|complete|calendar|business|working|banking|trading|more|"
    r"subsequent|other|renewal|and|or|,|clear|contiguous|continuous|fiscal|financial)"
)
_UNIT = r"(?P<unit>day|week|month|year|yr)s?\b"
_PERIOD = re.compile(
    rf"(?:(?P<word>{NUMBER_WORDS})|(?<![\d.,$£€/])(?<!\d[-–])\(?\s?(?P<figure>{_FIGURE}))"
    rf"[\s-]{{0,4}}(?:\(\s?(?:(?P<word_in>{NUMBER_WORDS})|(?P<figure_in>{_FIGURE})|[Iil])\s?\)|\))?"
    rf"[\s~–-]{{0,4}}(?P<between>(?:{_BETWEEN}[\s-]{{1,4}}){{0,4}}){_UNIT}"
    rf"(?:\s{{0,4}}\(\s?(?P<figure_after>{_FIGURE})\s?\))?",
    re.IGNORECASE,
)
_BUSINESS = re.compile(r"business|working|banking|trading", re.IGNORECASE)
_UNITS: dict[str, Unit] = {"day": "day", "week": "week", "month": "month", "year": "year", "yr": "year"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPeriod(Quote):
    """A period as written. Words and figure that disagree give two readings, and neither is chosen."""

    readings: tuple[Period, ...]

    @property
    def period(self) -> QuotedPeriod | None:
        """The period, or None where the text contradicts itself."""
        if len(self.readings) != 1:
            return None
        reading = self.readings[0]
        return QuotedPeriod(
            amount=reading.amount,
            unit=reading.unit,
            day_count=reading.day_count,
            text=self.text,
            start=self.start,
            end=self.end,
        )

    def placed(self, offset: int) -> QuotedPeriod:
        """The first reading, with its place in the document for a text that starts at `offset`."""
        reading = self.readings[0]
        return QuotedPeriod(
            amount=reading.amount,
            unit=reading.unit,
            day_count=reading.day_count,
            text=self.text,
            start=offset + self.start,
            end=offset + self.end,
        )


def find_periods(text: str, *, offset: int = 0) -> tuple[FoundPeriod, ...]:
    """Every period in `text`, in order. `offset` is where the text starts in the document."""
    found = (_found(match, offset) for match in _PERIOD.finditer(text))
    return tuple(period for period in found if period.readings)


def conflicting_figures(periods: Iterable[FoundPeriod], *, page: int | None = None) -> tuple[Issue, ...]:
    """One issue for every period whose words and figure disagree, with both readings and its place."""
    return tuple(
        Issue(
            code="conflicting-figures",
            severity="warning",
            message=f"A period at character {found.start} is written as "
            f"{' and as '.join(f'{p.amount:g} {p.unit}' for p in found.readings)}; neither was chosen.",
            page=page,
            start=found.start,
            end=found.end,
        )
        for found in periods
        if len(found.readings) > 1
    )


def number_from_words(words: str) -> int | None:
    """The number that English words name ("one hundred and twenty"), None where they name none ("one one")."""
    try:
        return int(text2num(re.sub(r"[\s-]+", " ", words.lower()), "en"))
    except ValueError:
        return None


def _found(match: re.Match[str], offset: int) -> FoundPeriod:
    unit = _UNITS[match["unit"].lower()]
    day_count: DayCount = "business" if unit == "day" and _BUSINESS.search(match["between"]) else "calendar"
    amounts = tuple(dict.fromkeys(_amounts(match)))
    start = match.start()
    while match.string[start].isspace():
        start += 1
    return FoundPeriod(
        text=match.string[start : match.end()],
        start=offset + start,
        end=offset + match.end(),
        readings=tuple(Period(amount=amount, unit=unit, day_count=day_count) for amount in amounts),
    )


def _amounts(match: re.Match[str]) -> Iterator[int | float]:
    for name in ("word", "word_in"):
        if match[name] and (number := number_from_words(match[name])) is not None:
            yield number
    for name in ("figure", "figure_in", "figure_after"):
        if match[name]:
            value = float(match[name])
            yield int(value) if value == int(value) else value
