"""Periods: "thirty-six (36) months", "ninety (90) Business Days", "a two-year term"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from text_to_num import text2num

from legalai.extract.dates.values.period_words import ARTICLE, Share, find_shares
from legalai.schema import DayCount, Issue, Period, Quote, QuotedPeriod, Unit

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety"
TWO_FIGURES = rf"(?:(?:{_TENS})(?:[\s-]{{1,2}}(?:{_ONES}))?|{_TEENS}|{_ONES})"
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
# "one year and six months", "1 year, 6 months": what may stand between the two parts of one length.
_AND = re.compile(r"\s*,?\s+(?:and|plus)\s+")
_BESIDE = re.compile(r"\s*,?\s+")
_ANOTHER_MATTER = re.compile(r"['’]?\s+(?:being|of\s+which|before|prior|preceding|in\s+advance)\b", re.IGNORECASE)
_OF_A_NOTICE = re.compile(r"['’]?\s+(?:prior|before|preceding|in\s+advance|advance|written|notice)\b", re.IGNORECASE)
# "upon three months and fifteen days' notice" is one; "a term of one year and 30 days' notice" has two lengths.
_OF_ONE_NOTICE = re.compile(
    r"\b(?:at\s+least|(?:not|no)\s+(?:less|fewer|later)\s+than|minimum\s+of|(?:up)?on|by|with|gives?|giving|given"
    r"|serving|subject\s+to|notice\s+of)\s+(?:an?\s+)?$",
    re.IGNORECASE,
)
_OF_A_TERM = re.compile(
    r"\b(?:(?:terms?|periods?|durations?|extensions?)\s+of|for|lasts?|runs?|is|renew\w*|extend\w*)\s+"
    r"(?:(?:an?|the|another|additional|further)\s+)?$",
    re.IGNORECASE,
)
_MONTHS_OF_A_YEAR = 12
_DAYS_OF_A_WEEK = 7
_FAR = 20
# As much of a unit is a length of its own: "one year and 90 days" is told in two, "two years and 18 months" are two.
_TOO_MANY: dict[Unit, int] = {"month": 12, "week": 52, "day": 366}


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
        return self.readings[0].said(self.text, offset + self.start, offset + self.end)


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
    """The periods, those that make one length as one; none of a length that no unit can tell."""
    last: FoundPeriod | None = None
    for period in found:
        between = text[last.end - offset : period.start - offset][:_FAR] if last else ""
        if (
            last is not None
            and _is_one_with(last, period, text, offset)
            and (_AND.fullmatch(between) or (_BESIDE.fullmatch(between) and _are_years_and_months(last, period)))
        ):
            last = _sum(last, period, text, offset)
            continue
        if last is not None and last.readings:
            yield last
        last = period
    if last is not None and last.readings:
        yield last


def _is_one_with(first: FoundPeriod, second: FoundPeriod, text: str, offset: int) -> bool:
    """Whether two periods that stand together are one length: years and months, months and days, weeks and days."""
    if not first.readings:
        return False
    if len(first.readings) != 1 or len(second.readings) != 1 or second.readings[0].day_count == "business":
        return False
    units = ("year", "month", "week", "day")
    one, other = units.index(first.readings[0].unit), units.index(second.readings[0].unit)
    if one >= other or second.readings[0].amount >= _TOO_MANY[second.readings[0].unit]:
        return False
    before, behind = text[: first.start - offset][-40:], text[second.end - offset :]
    if _OF_A_NOTICE.match(behind) and not _are_years_and_months(first, second):
        return _OF_A_TERM.search(before) is None
    if _ANOTHER_MATTER.match(behind) or _OF_A_NOTICE.match(behind):
        return _OF_ONE_NOTICE.search(before) is not None
    return True


def _are_years_and_months(first: FoundPeriod, second: FoundPeriod) -> bool:
    return (first.readings[0].unit, second.readings[0].unit) == ("year", "month")


def _sum(first: FoundPeriod, second: FoundPeriod, text: str, offset: int) -> FoundPeriod:
    """Both as one, without a reading where no length tells it."""
    length = together(first.readings[0], second.readings[0])
    return FoundPeriod(
        text=text[first.start - offset : second.end - offset],
        start=first.start,
        end=second.end,
        readings=(length,) if length else (),
    )


def together(one: Period, other: Period) -> Period | None:
    """Two lengths as one: in months, in days, or with days beside months; None where those are no whole number."""
    if (one.unit, other.unit) == ("year", "month"):
        return Period(amount=_plain(one.amount * _MONTHS_OF_A_YEAR + other.amount), unit="month")
    if (one.unit, other.unit) == ("week", "day"):
        return Period(amount=_plain(one.amount * _DAYS_OF_A_WEEK + other.amount), unit="day")
    days = other.amount * (_DAYS_OF_A_WEEK if other.unit == "week" else 1)
    if one.unit not in ("month", "year") or other.unit not in ("week", "day") or days != int(days):
        return None
    return replace(one, and_days=one.and_days + int(days))


def conflicting_figures(periods: Iterable[FoundPeriod], *, page: int | None = None) -> tuple[Issue, ...]:
    """One issue for every period whose words and figure disagree, with both readings and its place."""
    return tuple(
        Issue(
            code="conflicting-figures",
            severity="warning",
            message=f"A period at character {found.start} is written as "
            f"{' and as '.join(p.in_words for p in found.readings)}; neither was chosen.",
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
