"""Periods: "thirty-six (36) months", "ninety (90) Business Days", "a two-year term"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from text_to_num import text2num

from legalai.extract.dates.values.period_words import ARTICLE, Share, find_shares
from legalai.schema import DayCount, Issue, Period, Quote, QuotedPeriod, Unit

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety"
NUMBER_WORD = rf"(?:{_TEENS}|{_TENS}|{_ONES}|hundred|thousand|million|billion)"
NUMBER_WORDS = rf"\b{NUMBER_WORD}(?:[\s-]{{1,12}}(?:and[\s-]{{1,12}})?(?!one[\s-]half\b){NUMBER_WORD}){{0,8}}\b"

_FIGURE = r"\d{1,4}(?:\.\d{1,2})?"
_BETWEEN = (
    r"(?:additional|further|successive|consecutive|full|whole|complete|calendar|business|working|banking|trading|more|"
    r"subsequent|other|renewal|and|or|,|clear|contiguous|continuous|fiscal|financial)"
)
# "one quarter of the fees" is no time.
_UNIT = (
    r"(?P<unit>day|week|fortnight|month|quarter(?!s?\s+(?:of|hour|page|point)\b)|half[\s-]year|year|yr|twelvemonth"
    r"|decade)s?\b"
)
_HALF = (
    r"(?:[\s-]{1,2}and[\s-]{1,2}(?:(?:a|one)[\s-]{1,2})?half(?:\s+an?(?=\s+(?:year|month)))?"
    r"|[\s-]and[\s-]1/2|\s1/2|\s?½)"
)
_LEFT_OPEN = r"[\s_●•.]{1,10}"
_PERIOD = re.compile(
    rf"(?:(?P<word>{NUMBER_WORDS})(?P<word_half>{_HALF})?"
    rf"|(?<![\d.,$£€/])(?<!\d[-–])\(?\s?(?P<figure>{_FIGURE})(?P<figure_half>{_HALF})?|(?P<article>{ARTICLE}))"
    rf"[\s-]{{0,4}}(?:\(\s?(?:(?P<word_in>{NUMBER_WORDS})(?P<word_in_half>{_HALF})?"
    rf"|(?P<figure_in>{_FIGURE})(?P<figure_in_half>{_HALF})?|[Iil]|{_LEFT_OPEN})\s?\)|\))?"
    rf"[\s~–-]{{0,4}}(?P<between>(?:{_BETWEEN}[\s-]{{1,4}}){{0,4}}){_UNIT}"
    rf"(?:\s{{0,4}}\(\s?(?P<figure_after>{_FIGURE})\s?\))?(?P<half_after>\s+and\s+(?:a|one)[\s-]half\b)?",
    re.IGNORECASE,
)
_BUSINESS = re.compile(r"business|working|banking|trading", re.IGNORECASE)
# The unit, and how many of it one makes.
_UNITS: dict[str, tuple[Unit, int]] = {
    "day": ("day", 1),
    "week": ("week", 1),
    "fortnight": ("week", 2),
    "month": ("month", 1),
    "quarter": ("month", 3),
    "half-year": ("month", 6),
    "year": ("year", 1),
    "yr": ("year", 1),
    "twelvemonth": ("month", 12),
    "decade": ("year", 10),
}
# "one year and six months": what may stand between the two parts of one length.
_AND = re.compile(r"\s*,?\s+(?:and|plus)\s+")
_OF_A_NOTICE = re.compile(r"['’]?\s+(?:prior|before|preceding|in\s+advance|advance|written|notice)\b", re.IGNORECASE)
_LEAST = re.compile(
    r"\b(?:at\s+least|(?:not|no)\s+(?:less|fewer|later)\s+than|minimum\s+of)\s+(?:a\s+)?$", re.IGNORECASE
)
_BEFORE = re.compile(r"\s+(?:before|prior\s+to|in\s+advance|ahead)\b", re.IGNORECASE)
_MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPeriod(Quote):
    """A period as written. Words and figure that disagree give two readings, and neither is chosen."""

    readings: tuple[Period, ...]

    @property
    def period(self) -> QuotedPeriod | None:
        """The period, or None where the text contradicts itself."""
        return self.placed(0) if len(self.readings) == 1 else None

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
    whole = (_found(match, offset) for match in _PERIOD.finditer(text))
    parts = (_part(share, offset) for share in find_shares(text))
    found = _longest([period for period in (*whole, *parts) if period.readings])
    return tuple(_joined(found, text, offset))


def _part(share: Share, offset: int) -> FoundPeriod:
    return FoundPeriod(text=share.text, start=offset + share.start, end=offset + share.end, readings=(share.period,))


def _longest(found: Sequence[FoundPeriod]) -> list[FoundPeriod]:
    """The periods in order; of two that share words the longer one."""
    kept: list[FoundPeriod] = []
    for period in sorted(found, key=lambda each: (each.start, -each.end)):
        if kept and period.start < kept[-1].end:
            if period.end - period.start > kept[-1].end - kept[-1].start:
                kept[-1] = period
            continue
        kept.append(period)
    return kept


def _joined(found: Sequence[FoundPeriod], text: str, offset: int) -> Iterator[FoundPeriod]:
    """The periods, years and the months that follow them as one."""
    last: FoundPeriod | None = None
    for period in found:
        if last is not None and _is_one_with(last, period, text, offset):
            last = None
            continue
        if last is not None and _is_rest(last, period, text, offset):
            last = _sum(last, period, text, offset)
            continue
        if last is not None:
            yield last
        last = period
    if last is not None:
        yield last


def _is_one_with(first: FoundPeriod, second: FoundPeriod, text: str, offset: int) -> bool:
    """Whether two periods are one that no unit can tell: "at least one month and fifteen days before"."""
    if len(first.readings) != 1 or len(second.readings) != 1:
        return False
    units = (first.readings[0].unit, second.readings[0].unit)
    if units not in (("month", "day"), ("month", "week"), ("year", "day"), ("year", "week"), ("week", "day")):
        return False
    between, before = text[first.end - offset : second.start - offset], text[: first.start - offset][-40:]
    behind = text[second.end - offset :]
    return _AND.fullmatch(between) is not None and bool(_LEAST.search(before) or _BEFORE.match(behind))


def _is_rest(years: FoundPeriod, months: FoundPeriod, text: str, offset: int) -> bool:
    """Whether a period is the months of a length whose years stand right before them."""
    if len(years.readings) != 1 or len(months.readings) != 1:
        return False
    units = (years.readings[0].unit, months.readings[0].unit)
    if units != ("year", "month") or months.readings[0].amount >= _MONTHS_OF_A_YEAR:
        return False
    between, behind = text[years.end - offset : months.start - offset], text[months.end - offset :]
    return _AND.fullmatch(between) is not None and not _OF_A_NOTICE.match(behind)


def _sum(years: FoundPeriod, months: FoundPeriod, text: str, offset: int) -> FoundPeriod:
    amount = _plain(years.readings[0].amount * _MONTHS_OF_A_YEAR + months.readings[0].amount)
    return FoundPeriod(
        text=text[years.start - offset : months.end - offset],
        start=years.start,
        end=months.end,
        readings=(Period(amount=amount, unit="month"),),
    )


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
    written = re.sub(r"\s", "-", match["unit"].lower())
    unit, times = _UNITS[written]
    business = unit == "day" and _BUSINESS.search(match["between"]) is not None
    day_count: DayCount = "business" if business else "calendar"
    amounts = dict.fromkeys(_amounts(match))
    start = match.start()
    while match.string[start].isspace():
        start += 1
    return FoundPeriod(
        text=match.string[start : match.end()],
        start=offset + start,
        end=offset + match.end(),
        readings=tuple(Period(amount=_plain(amount * times), unit=unit, day_count=day_count) for amount in amounts),
    )


def _amounts(match: re.Match[str]) -> Iterator[int | float]:
    more = 0.5 if match["half_after"] else 0
    if match["article"]:
        yield _plain(1 + more)
    for name in ("word", "word_in"):
        if match[name] and (number := number_from_words(match[name])) is not None:
            yield _plain(number + (0.5 if match[f"{name}_half"] else more))
    for name in ("figure", "figure_in"):
        if match[name]:
            yield _plain(float(match[name]) + (0.5 if match[f"{name}_half"] else more))
    if match["figure_after"]:
        yield _plain(float(match["figure_after"]))


def _plain(amount: float) -> int | float:
    """A whole number as one."""
    return int(amount) if amount == int(amount) else amount
