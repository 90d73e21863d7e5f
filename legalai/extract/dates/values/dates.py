"""Dates in every form a contract uses, blanks included.

A numeric date such as 04/06/99 is read in the order that its jurisdiction writes; where that is unknown both readings
are given and none is chosen.
"""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

import dateparser

from legalai.extract.dates.values.periods import NUMBER_WORD, TWO_FIGURES, number_from_words
from legalai.schema import Quote

DateOrder = Literal["mdy", "dmy"]
DateKind = Literal["day", "ambiguous", "partial", "blank"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
# "20t h" and "1s t": superscripts that a PDF's text layer sets apart.
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|s\st|n\sd|r\sd|t\sh)\b)?"
_DAY = rf"(?<![\d.])(?P<day>\d{{1,2}}){_ORDINAL}"
_ORDINAL_WORD = (
    r"(?P<day_word>(?:twenty|thirty)[\s-]{1,2}(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|first|second|"
    r"third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|"
    r"seventeenth|eighteenth|nineteenth|twentieth|thirtieth)\b(?:\s{0,2}\(\d{1,2}(?:st|nd|rd|th)?\))?"
)
_YEAR = r"(?P<year>(?:19|20)\s?\d{2}|(?:19|20)\d\s\d)(?!\d)"
# "Two thousand twenty-six", "twenty twenty-six", "nineteen hundred and ninety-nine"; its figures may stand behind it.
_YEAR_WORDS = (
    rf"(?P<year_words>(?:two\s{{1,2}}thousand|twenty|nineteen(?:\s{{1,2}}hundred)?)(?:\s{{1,2}}(?:and\s{{1,2}})?{TWO_FIGURES})?)\b"
    rf"(?![\s-]{{1,2}}(?:{NUMBER_WORD}|and|\w+s)\b)(?:\s{{0,2}}\((?P<year_beside>(?:19|20)\d{{2}})\))?"
)
_SHORT_YEAR = r"(?P<year>(?:19|20)\d{2}|'?\d{2})(?!\d)"
_SPACE = r"[\s ]{0,6}"
_MARK = r"(?:(?<!_)(?<!_\s)_[_\s]{1,40}|\[[\s●•·*_.\-–…xX]{0,40}\]|[●•]|(?<!\.)\.{4,40}|\*{2,6}|…{1,20})"
_BLANK = rf"(?:{_MARK}{_ORDINAL})"

WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WEEKDAY = rf"(?:{WEEKDAY},?\s{{1,3}})?"
_WEEKDAY_LAST = re.compile(rf"\b{WEEKDAY}\s?,?\s{{1,3}}(?:the\s)?$", re.IGNORECASE)
_DAY_OF = rf"{_SPACE}(?:day{_SPACE})?(?:of{_SPACE})?(?:\s{{0,80}}-{{2,8}}{_SPACE})?"
_IN_THE_YEAR = rf"(?:of{_SPACE}|(?:of|in)\s+the\s+year\s+(?:of\s+our\s+lord\s+)?|a\.?d\.?\s+)?"
_OF_YEAR = rf"{_IN_THE_YEAR}{_YEAR}"
_OF_YEAR_WORDS = rf"{_IN_THE_YEAR}{_YEAR_WORDS}"
_DAY_FIRST = rf"{_DAY}{_DAY_OF}{_WEEKDAY}[-,]?{_SPACE}{MONTH}{_SPACE}[-,.]?{_SPACE}{_OF_YEAR}"
_WORD_FIRST = rf"\b{_ORDINAL_WORD}{_DAY_OF}{MONTH}{_SPACE},?{_SPACE}{_OF_YEAR}"
_MONTH_FIRST = rf"\b{MONTH}{_SPACE}{_DAY}{_SPACE}[,.]?{_SPACE}{_YEAR}"
_WORD_LAST = rf"\b{MONTH}\s{{1,3}}(?:the\s{{1,3}})?{_ORDINAL_WORD}{_SPACE},?{_SPACE}{_YEAR}"
_YEAR_IN_WORDS = tuple(
    rf"{day}{_SPACE},?{_SPACE}{_OF_YEAR_WORDS}"
    for day in (
        rf"{_DAY}{_DAY_OF}{MONTH}",
        rf"\b{_ORDINAL_WORD}{_DAY_OF}{MONTH}",
        rf"\b{MONTH}\s{{1,3}}{_DAY}",
        rf"\b{MONTH}\s{{1,3}}(?:the\s{{1,3}})?{_ORDINAL_WORD}",
    )
)
_ABBREVIATED = rf"\b(?P<day>\d{{1,2}})[-/]{MONTH}[-/]{_SHORT_YEAR}"
_ISO = r"(?<![\d-])(?P<year>(?:19|20)\d{2})-(?P<month_figure>\d{2})-(?P<day>\d{2})(?![\d-])"
_NUMERIC = (
    r"(?<![\d./-])(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d{2}|\d{2})"
    r"(?![\d./-]{0,4}\d)"
)
_YEARISH = r"(?:(?:19|20)?\d{0,2}\s?_[_\s]{0,20}|(?:19|20)\d{2}|(?:19|20)\d?\s?\[[\s●•·*_xX]{0,20}\]|" + _MARK + r")"
_DAYISH = rf"(?:{_BLANK}|\d{{1,2}}{_ORDINAL})"
_OPEN_DAY_OF = rf"{_DAYISH}{_SPACE}day{_SPACE}of{_SPACE}(?:{MONTH}|{_BLANK}){_SPACE},?{_SPACE}(?:{_YEARISH})?"
_OPEN_MONTH = (
    rf"\b{MONTH}{_SPACE}(?:{_BLANK}{_SPACE},?{_SPACE}{_YEARISH}"
    rf"|\d{{1,2}}{_ORDINAL}{_SPACE},?{_SPACE}(?:{_BLANK}|(?:19|20)\d?_[_\s]{{0,20}}))"
)
_OPEN_YEAR = rf"{_BLANK}{_SPACE},?{_SPACE}(?:19|20)(?:\d{{2}}\b|\d?_[_\s]{{0,20}}|\s?{_MARK})"
_PLACEHOLDER = (
    r"\[\s?(?:insert\s|the\s|effective\s|enter\s|agreement\s|start\s|end\s){0,3}date[^\]\n]{0,40}\]"
    r"|\b(?:XX|MM|DD)/(?:XX|MM|DD)/(?:XX|YY){1,2}\b"
)
# A mark alone is a date only where a date must follow.
_OPEN_DATED = rf"(?:(?<=as of )|(?<=dated )|(?<=date: )|(?<=made on )|(?<=effective )){_MARK}"
_MONTH_YEAR = rf"\b{MONTH}{_SPACE},?{_SPACE}(?P<year>(?:19|20)\d{{2}})\b"
_FOREIGN = (
    r"(?<![\d.])\b(?P<foreign>\d{1,2}(?:\.|er\b|[°º]\.?)?\s{1,3}(?:de\s|d[’'])?[a-zà-ž]{3,12}\.?\s{1,3}(?:del?\s)?"
    r"(?:19|20)\d{2})\b"
)

# "the end of June 2026", "the last day of the third quarter of 2026", "year-end 2026".
_LAST = r"\b(?P<last>(?:last|final)\s+day|end|close)\s+(?:of|in)\s+(?:the\s+)?"
_LAST_OF_MONTH = rf"{_LAST}(?:(?:calendar\s+)?month\s+of\s+)?{MONTH}{_SPACE},?{_SPACE}{_OF_YEAR}"
_LAST_OF_QUARTER = (
    rf"{_LAST}(?:(?P<quarter_word>first|second|third|fourth|1st|2nd|3rd|4th|last)\s+(?:calendar\s+)?quarter|Q(?P<quarter>[1-4]))"
    rf"(?:\s+(?:of|in))?(?:\s+(?:the\s+)?(?:calendar\s+)?year)?,?\s+{_YEAR}"
)
_LAST_OF_YEAR = (
    rf"(?:{_LAST}(?:(?:calendar\s+)?year\s+)?|\b(?P<year_end>(?:calendar\s+)?year[\s-](?:end|close))\s+(?:of\s+)?){_YEAR}"
    r"(?!\s+(?:fiscal|financial|contract|season|academic|tax)\b)"
)

_KINDS: tuple[tuple[str, DateKind], ...] = (
    (_LAST_OF_MONTH, "day"),
    (_LAST_OF_QUARTER, "day"),
    (_LAST_OF_YEAR, "day"),
    (_DAY_FIRST, "day"),
    (_WORD_FIRST, "day"),
    (_MONTH_FIRST, "day"),
    (_WORD_LAST, "day"),
    *((form, "day") for form in _YEAR_IN_WORDS),
    (_ABBREVIATED, "day"),
    (_ISO, "day"),
    (_NUMERIC, "ambiguous"),
    (_OPEN_DAY_OF, "blank"),
    (_OPEN_MONTH, "blank"),
    (_OPEN_YEAR, "blank"),
    (_PLACEHOLDER, "blank"),
    (_OPEN_DATED, "blank"),
    (_FOREIGN, "day"),
    (_MONTH_YEAR, "partial"),
)
_FORMS: tuple[tuple[re.Pattern[str], DateKind], ...] = tuple(
    (re.compile(form, re.IGNORECASE), kind) for form, kind in _KINDS
)
_QUARTERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": 4}
_HAS_MARK = re.compile(rf"{_MARK}|_|\[|XX|YY", re.IGNORECASE)
_ONLY_A_MARK = re.compile(rf"[\s\"“”']*(?:{_MARK})[\s\"“”'.,]*")
# Without these dateparser reads "Section 2.1 may" as 1 May and "ten (10)" as 10 October.
_STRICT: dict[str, object] = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"], "DATE_ORDER": "DMY"}
_LANGUAGES = ["de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da"]
# Two-digit years over 60 are of the last century: contracts are dated up to today, not ahead.
_PIVOT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate(Quote):
    """A date as written. `value` is set for a full date only; `readings` holds every day it could mean."""

    kind: DateKind
    value: date | None = None
    readings: tuple[date, ...] = ()


def find_dates(text: str, *, order: DateOrder | None = None, offset: int = 0) -> tuple[FoundDate, ...]:
    """Every date and every blank for one in `text`, in order. `offset` is where the text starts in the document."""
    taken = bytearray(len(text))
    found: list[FoundDate] = []
    for pattern, kind in _FORMS:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            if read := _read(match, kind, order, offset):
                taken[match.start() : match.end()] = b"\1" * len(match[0])
                found.append(read)
    return tuple(sorted(found, key=lambda read: read.start))


def _read(match: re.Match[str], kind: DateKind, order: DateOrder | None, offset: int) -> FoundDate | None:
    """What one match says; None where it is no date of the calendar, or a form without its blank."""
    words = match[0].rstrip()
    start = offset + match.start()
    if kind in ("partial", "blank"):
        if kind == "blank" and not _HAS_MARK.search(words):
            return None
        return FoundDate(text=words, start=start, end=start + len(words), kind=kind)
    readings = _readings(match, order)
    if not readings:
        return None
    return FoundDate(
        text=words,
        start=start,
        end=start + len(words),
        kind="day" if len(readings) == 1 else "ambiguous",
        value=readings[0] if len(readings) == 1 else None,
        readings=readings,
    )


def is_blank(text: str) -> bool:
    """Whether a text is nothing but a place left open: "[●]", "________"."""
    return _ONLY_A_MARK.fullmatch(text) is not None


def without_weekday(before: str) -> str:
    """The words before a date without the weekday that belongs to it: "starting on Monday, "."""
    return _WEEKDAY_LAST.sub("", before)


def month_number(name: str) -> int:
    """Which month of the year a name that `MONTH` matches is, long or short."""
    return _MONTHS.index(name[:3].lower()) + 1


def written_order(text: str) -> DateOrder | None:
    """The order in which a text writes numeric dates, where some can be read in one way only and none in the other."""
    orders: set[DateOrder] = set()
    for match in re.finditer(_NUMERIC, text):
        first, second = int(match["first"]), int(match["second"])
        if first > 12 >= second:
            orders.add("dmy")
        elif second > 12 >= first:
            orders.add("mdy")
    return orders.pop() if len(orders) == 1 else None


def customary_order(jurisdiction: str | None) -> DateOrder | None:
    """The order in which a jurisdiction writes numeric dates; None where both are in use, as in Canada."""
    if jurisdiction is None or jurisdiction.startswith("ca"):
        return None
    return "mdy" if jurisdiction.startswith("us") else "dmy"


def _readings(match: re.Match[str], order: DateOrder | None) -> tuple[date, ...]:
    groups = match.groupdict()
    if groups.get("foreign"):
        return _foreign(groups["foreign"])
    if "first" in groups:
        # Dots are hardly ever written month first, even where slashes are: what the slashes show does not decide them.
        told = None if groups["mark"] == "." and order == "mdy" else order
        return _numeric(int(groups["first"]), int(groups["second"]), _year(groups["year"]), told)
    if "quarter" in groups or "year_end" in groups:
        return _days(_last_of_stretch(groups))
    if "month_figure" in groups:
        month = int(groups["month_figure"])
    else:
        month = month_number(groups["month"])
    year = _year_in_words(groups["year_words"]) if groups.get("year_words") else _year(groups["year"])
    if groups.get("last"):
        return _days((year, month, monthrange(year, month)[1]))
    day = _ordinal(groups["day_word"]) if groups.get("day_word") else int(groups.get("day") or 1)
    beside = int(groups.get("year_beside") or year)
    return _days((year, month, day), (beside, month, day))


def _last_of_stretch(groups: Mapping[str, str | None]) -> tuple[int, int, int]:
    """The last day of a quarter or a year, as `date` takes it."""
    word = (groups.get("quarter_word") or "last").lower()
    month = 3 * (int(groups.get("quarter") or 0) or _QUARTERS[word])
    year = _year(groups["year"] or "")
    return year, month, monthrange(year, month)[1]


def _numeric(first: int, second: int, year: int, order: DateOrder | None) -> tuple[date, ...]:
    month_first, day_first = (year, first, second), (year, second, first)
    if order is not None and (days := _days(month_first if order == "mdy" else day_first)):
        return days
    return _days(month_first, day_first)


def _days(*parts: tuple[int, int, int]) -> tuple[date, ...]:
    days: list[date] = []
    for year, month, day in parts:
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    return tuple(dict.fromkeys(days))


def _year(text: str) -> int:
    digits = re.sub(r"[\s']", "", text)
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (1900 if year > _PIVOT else 2000)


def _year_in_words(words: str) -> int:
    """The year that words name as a number or by its two halves ("twenty twenty-six"); 0 where they name none."""
    century = re.match(r"(twenty|nineteen)\s+(?!hundred)(?:and\s+)?(.+)", words, re.IGNORECASE)
    if century:
        rest = number_from_words(century[2]) or 0
        return (number_from_words(century[1]) or 0) * 100 + rest if rest >= 10 else 0  # "twenty five" is no year
    year = number_from_words(words) or 0
    return year if year >= 1900 else 0


_ORDINAL_STEMS: tuple[tuple[str, str], ...] = (
    ("first", "one"),
    ("second", "two"),
    ("third", "three"),
    ("fifth", "five"),
    ("eighth", "eight"),
    ("ninth", "nine"),
    ("twelfth", "twelve"),
    ("ieth", "y"),
    ("th", ""),
)


def _ordinal(words: str) -> int:
    lowered = words.lower()
    for ending, cardinal in _ORDINAL_STEMS:
        if lowered.endswith(ending):
            return number_from_words(lowered.removesuffix(ending) + cardinal) or 0
    return 0


@lru_cache(maxsize=4096)
def _foreign(text: str) -> tuple[date, ...]:
    parsed = dateparser.parse(text.replace("º", ""), languages=_LANGUAGES, settings=_STRICT)
    return (parsed.date(),) if parsed else ()
