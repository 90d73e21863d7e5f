"""Periods without a number: "half a year", "three quarters of a year", "a fortnight", "a month's notice"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from legalai.schema import Period, Quote

_COMMON = r"(?:(?:full|further|calendar|whole|clear|single|additional)\s+)?(?:week|month|quarter|year)"
# Where an article can only be a number: "a fortnight", "a year and a half", "a month's notice".
_ALWAYS = (
    r"fortnight\b|half[\s-]year\b|twelvemonth\b|decade\b|(?:year|month|week)\s+and\s+(?:a|one)[\s-]half\b|year\s+and\s+(?:a|one)\s+day\b"
    rf"|{_COMMON}['’]s\s+(?:(?:prior|advance|previous|written|clear|full|minimum)\s+){{0,3}}notice\b"
    rf"|{_COMMON}\s+from\s+(?:and\s+including\s+)?(?:the|its|this|that|signature)\b"
)
# "$100 a month", "once a fortnight" are rates, and "the end of a half-year" is a day.
_NO_LENGTH_BEFORE = "".join(
    rf"(?<!{words}\s)" for words in (r"[\d%]", "once", "twice", "times", "hours", "days", "dollars", r"end\sof")
)
_LED_BY = (
    "for", "by", "least", "than", "within", "lasts", "runs", "period of", "periods of", "term of", "terms of",
    "duration of", "notice of", "minimum of", "maximum of", "term is", "term be", "period is", "shall be",
)  # fmt: skip
_LED = "|".join(rf"(?<=\b{words} )" for words in _LED_BY)
# "from month to month" is no length.
_ALONE = r"\b(?!\s+(?:to|of\s+\d+)\b)(?!-)"
_BESIDE = "|".join(rf"(?<=\b{words} and )" for words in ("year", "years", "month", "months", "weeks"))
ARTICLE = (
    rf"(?:\b{_NO_LENGTH_BEFORE}(?:an?|another)(?=\s+(?:{_ALWAYS}))"
    rf"|(?:{_LED}){_NO_LENGTH_BEFORE}an?(?=\s+{_COMMON}{_ALONE})|(?:{_BESIDE})a(?=\s+(?:day|week|fortnight|month)\b))"
)
"""An article that is the number of the period behind it."""

_SHARE = re.compile(
    r"(?P<article>\b(?:an?|another)\s+)?\b(?P<share>(?:one[\s-])?half|three[\s-]quarters?|(?:one[\s-])?quarter)"
    r"(?:\s*\(\s?(?:[13]/[24]|[½¼¾])\s?\))?(?P<link>\s+(?:of\s+)?an?\s+|[\s-])"
    r"(?P<whole>year|month|decade|twelvemonth)(?:ly)?\b",
    re.IGNORECASE,
)
_OF_A_TERM = re.compile(
    r"\s+(?:(?:renewal|extension)\s+)?(?:terms?|periods?|extensions?|renewals?|at\s+a\s+time)\b"
    r"|['’]s?\s+(?:(?:prior|written|advance)\s+){0,2}notice\b",
    re.IGNORECASE,
)
_A_DAY = re.compile(
    r"\b(?:end\s+of|beginning\s+of|start\s+of|first|second|last|per|in)\s+(?:(?:the|each|any)\s+)?$", re.IGNORECASE
)
_SHARES: dict[tuple[str, str], Period] = {
    ("half", "year"): Period(amount=6, unit="month"),
    ("half", "twelvemonth"): Period(amount=6, unit="month"),
    ("half", "month"): Period(amount=0.5, unit="month"),
    ("half", "decade"): Period(amount=5, unit="year"),
    ("three", "year"): Period(amount=9, unit="month"),
    ("quarter", "year"): Period(amount=3, unit="month"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Quote):
    """A part of a year or a month as a length of time. Offsets are those of the text it was found in."""

    period: Period


def find_shares(text: str) -> Iterator[Share]:
    """Every part of a unit that stands for a length: "half a year", "successive half-year terms"."""
    for match in _SHARE.finditer(text):
        period = _SHARES.get((_kind(match["share"]), match["whole"].lower()))
        said_as_length = match["article"] or match["link"].strip(" -") or match["share"].lower().startswith("one")
        if period is None or not (said_as_length or _OF_A_TERM.match(text, match.end())):
            continue
        if not _A_DAY.search(text[max(match.start() - 30, 0) : match.start()]):
            yield Share(text=match[0], start=match.start(), end=match.end(), period=period)


def _kind(share: str) -> str:
    words = share.lower()
    return "three" if words.startswith("three") else "half" if words.endswith("half") else "quarter"
