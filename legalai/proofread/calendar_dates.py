"""Dates that cannot be: a day no month has, a weekday that the day is not, an end before its beginning."""

import re
from calendar import day_name, monthrange
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from legalai.extract.dates.values.dates import MONTH, find_dates, month_number
from legalai.proofread.source import Source, shown
from legalai.schema import Mistake

_YEAR = r"(?:\s{0,3},?\s{0,3}(?P<year>(?:19|20)\d{2}))?(?!\d)"
_DAY_FIRST = re.compile(
    rf"(?<![\d.,$/-])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s{{1,3}}(?:day\s)?(?:of\s)?{MONTH}{_YEAR}", re.IGNORECASE
)
_MONTH_FIRST = re.compile(rf"\b{MONTH}\s{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d.]*\d){_YEAR}", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"\b(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\s?,?\s{1,3}(?:the\s)?$", re.IGNORECASE
)
_SOME_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", re.IGNORECASE)
_SOME_YEAR = re.compile(r"\b(?:19|20)\d{2}\b|/\d{2}\b")
_BETWEEN = re.compile(
    r"[^.;]{0,60}?(?:\b(?:until|through|to|and\s(?:shall\s)?(?:(?:continue|remain|end|expire|terminate)\w*)\b[^.;]{0,60}?(?:on|until|through)"
    r"|(?:ends?|ending|expires?|expiring|terminat\w+)\son)|[-–])\s{0,3}(?:and\sincluding\s)?",
    re.IGNORECASE,
)
_ON = re.compile(r"\b(?:on|by|before)\s(?:or\sbefore\s)?(?:the\s)?$", re.IGNORECASE)
_FEWEST_IN_ROW = 3
_BEGINS = re.compile(r"\b(?:from|commenc\w+|begin\w*|start\w*|effective|term|period)\b[^.;]{0,60}$", re.IGNORECASE)


def find_date_mistakes(source: Source) -> Iterator[Mistake]:
    """Each date that contradicts the calendar, itself or the one before it."""
    for passage in source.passages:
        yield from _impossible(source, passage.text, passage.start)
        yield from _weekdays(source, passage.text, passage.start)
        yield from _reversed(source, passage.text, passage.start)
        yield from _out_of_row(source, passage.text, passage.start)


def _impossible(source: Source, text: str, offset: int) -> Iterator[Mistake]:
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(text):
            day, month = int(match["day"]), month_number(match["month"])
            year = int(match["year"]) if match["year"] else 2000
            # "may 32" and "mar" are also words; without a year, the name of the month bears a capital.
            if not match["month"][0].isupper() or (match["month"].lower() == "may" and not match["year"]):
                continue
            longest = monthrange(year, month)[1]
            # Beyond 31 it is mostly the number of a page.
            if longest < day <= 31:
                yield source.mistake(
                    "date-impossible",
                    "high",
                    f"There is no such day as {shown(match[0])}.",
                    (offset + match.start(), offset + match.end()),
                    advice="Ask which day is meant.",
                )


def _weekdays(source: Source, text: str, offset: int) -> Iterator[Mistake]:
    for found in find_dates(text) if _SOME_WEEKDAY.search(text) else ():
        before = _WEEKDAY.search(text[: found.start])
        if before is None or found.value is None:
            continue
        right = day_name[found.value.weekday()]
        if right.lower() != before["weekday"].lower():
            yield source.mistake(
                "date-weekday",
                "medium",
                f"{shown(found.text)} is a {right}, not a {before['weekday'].title()}.",
                (offset + before.start(), offset + found.end),
                advice="Ask whether the weekday or the date is meant.",
            )


def _reversed(source: Source, text: str, offset: int) -> Iterator[Mistake]:
    if len(_SOME_YEAR.findall(text)) < 2:
        return
    days: list[tuple[date, int, int]] = [
        (found.value, found.start, found.end) for found in find_dates(text) if found.value is not None
    ]
    for (first, start, middle), (second, begun, end) in pairwise(days):
        joined = _BETWEEN.fullmatch(text[middle:begun])
        if joined and second < first and _BEGINS.search(text[max(0, start - 80) : start]):
            yield source.mistake(
                "date-order",
                "high",
                f"This runs from {first.isoformat()} to {second.isoformat()}: it ends before it begins.",
                (offset + start, offset + end),
                advice="Ask which day is wrong.",
            )


def _out_of_row(source: Source, text: str, offset: int) -> Iterator[Mistake]:
    """A day in a row of days due that would follow the one before it if its year were the next."""
    days = [
        (found.value, found.start, found.end)
        for found in (find_dates(text) if len(_SOME_YEAR.findall(text)) >= _FEWEST_IN_ROW else ())
        if found.value is not None and _ON.search(text[max(0, found.start - 20) : found.start])
    ]
    back = [place for place in range(1, len(days)) if days[place][0] < days[place - 1][0]]
    if len(days) < _FEWEST_IN_ROW or len(back) != 1:
        return
    day, start, end = days[back[0]]
    row = [each for each, _, _ in days]
    meant = [*row[: back[0]], date(day.year + 1, day.month, min(day.day, 28)), *row[back[0] + 1 :]]
    alone = back[0] + 1 == len(row) or row[back[0] + 1] > row[back[0] - 1]
    if alone and meant == sorted(meant):
        yield source.mistake(
            "date-order",
            "high",
            f"{day.isoformat()} stands after {row[back[0] - 1].isoformat()} in a row of days.",
            (offset + start, offset + end),
            advice="Ask which day is wrong.",
        )
