"""Lengths that their own days contradict: "for three years from 1 May 2025 to 30 April 2027"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from legalai.deadlines.calendar import add_period
from legalai.extract.dates.values.dates import find_dates
from legalai.extract.dates.values.periods import find_periods
from legalai.proofread.source import Source
from legalai.schema import Mistake, Period

_STARTS = re.compile(
    r",?\s(?:\(?the\s[^()]{1,40}\)\s)?(?:(?:which\s(?:shall\s)?)?(?:commenc\w+|begin\w*|start\w*|running)\s)?(?:from|on)(?:\s(?:and\s)?including)?\s{1,3}(?:the\s)?",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r",?\s(?:\([^()]{1,60}\),?\s)?(?:(?:and\s)?(?:shall\s)?(?:continu\w+|end\w*|expir\w+|terminat\w+)\s)?(?:to|until|through|on)(?:\s(?:and\s)?including)?\s{1,3}(?:the\s)?",
    re.IGNORECASE,
)
# "begins on 1 July 2025 and ends on 30 June 2028 (the “Term”)"
_NAMED = re.compile(r"\((?:the|this|such)\s[“\"](?P<name>[A-Z][\w ]{2,30})[”\"]\)")
_RUNS = re.compile(r"\b(?:from|begin\w*|commenc\w+|start\w*)\b[^.;]{0,30}$", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|until|through|end\w*|expir\w+|terminat\w+)\b", re.IGNORECASE)
_DAY = timedelta(days=1)
_LONGEST = 1200


def find_length_mistakes(source: Source) -> Iterator[Mistake]:
    """Each length beside two days that are not so far apart, or said of a term that runs between two days."""
    yield from _named(source)
    for _, passage in source.prose():
        text = passage.text
        days = [found for found in find_dates(text) if found.value is not None]
        for written in find_periods(text) if len(days) > 1 else ():
            first = next((each for each in days if _STARTS.fullmatch(text, written.end, each.start)), None)
            last = next((each for each in days if first and _ENDS.fullmatch(text, first.end, each.start)), None)
            if first is None or last is None or written.period is None or not first.value or not last.value:
                continue
            end = _after(first.value, written.period)
            # An end on the anniversary is as right as one on the day before it.
            if end is None or last.value < first.value or end - _DAY <= last.value <= end:
                continue
            yield source.mistake(
                "date-length",
                "high",
                f"From {first.value.isoformat()} this length runs to {(end - _DAY).isoformat()}, "
                f"and not to {last.value.isoformat()}.",
                (passage.start + written.start, passage.start + last.end),
                advice="Ask whether the length or a day is wrong.",
            )


def _named(source: Source) -> Iterator[Mistake]:
    """A length that a term is said to have ("The Term of five years"), against the days that define the term."""
    for _, passage in source.prose():
        named = _NAMED.search(passage.text)
        days = [found for found in find_dates(passage.text) if found.value and named and found.end <= named.start()]
        if named is None or len(days) != 2 or not (days[0].value and days[1].value):
            continue
        between = passage.text[days[0].end : days[1].start]
        if days[1].value < days[0].value or not (_RUNS.search(passage.text[: days[0].start]) and _TO.search(between)):
            continue
        said = re.compile(rf"\b{re.escape(named['name'])}\s(?:of|is|lasts|runs\sfor|shall\sbe)\s(?:for\s)?$")
        for _, other in source.prose():
            for written in find_periods(other.text) if named["name"] in other.text else ():
                end = _after(days[0].value, written.period) if written.period else None
                if end is None or not said.search(other.text[: written.start]) or end - _DAY <= days[1].value <= end:
                    continue
                yield source.mistake(
                    "date-length",
                    "high",
                    f"The {named['name']} runs from {days[0].value.isoformat()} to {days[1].value.isoformat()}, "
                    f"and this length would end on {(end - _DAY).isoformat()}.",
                    (other.start + written.start, other.start + written.end),
                    (passage.start + days[0].start, passage.start + days[1].end),
                    advice="Ask whether the length or a day is wrong.",
                )


def _after(first: date, period: Period) -> date | None:
    """The same day after whole months or years; None for other lengths."""
    whole = period.unit in ("month", "year") and period.amount == int(period.amount) and not period.and_days
    return add_period(first, period) if whole and period.amount < _LONGEST else None
