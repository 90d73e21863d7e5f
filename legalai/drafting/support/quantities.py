"""What a text states in numbers: sums, percentages, periods, dates, multiples, references and bare numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from legalai.drafting.support.plain import in_figures

Kind = Literal["sum", "percent", "period", "date", "multiple", "reference", "number", "rhythm"]
Bound = Literal["least", "most"]
Side = Literal["before", "after"]

_NUMBER = r"\d{1,15}(?:\.\d{1,6})?"
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = r"(?P<month>" + "|".join([*_MONTHS, *(f"{name[:3]}\\.?" for name in _MONTHS), r"sept\.?"]) + r")"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>\d{4})-(?P<m>\d{2})-(?P<day>\d{2})\b",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\sday)?(?:\sof)?\s{_MONTH},?\s(?P<year>\d{{4}})\b",
        rf"\b{_MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}})\b",
        r"\b(?P<m>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})\b",
        rf"\b{_MONTH},?\s(?P<year>(?:19|20)\d\d)\b",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\sday)?(?:\sof)?\s{_MONTH}(?!\w)",
        rf"\b{_MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\w%])",
    )
)
_CURRENCIES = {
    "us$": "USD", "u.s.$": "USD", "usd": "USD", "$": "$", "dollars": "$", "dollar": "$", "us dollars": "USD",
    "u.s. dollars": "USD", "united states dollars": "USD", "a$": "AUD", "aud": "AUD", "c$": "CAD", "cad": "CAD",
    "hk$": "HKD", "hkd": "HKD", "s$": "SGD", "sgd": "SGD", "£": "GBP", "gbp": "GBP", "pounds": "GBP",
    "pounds sterling": "GBP", "€": "EUR", "eur": "EUR", "euros": "EUR", "euro": "EUR", "chf": "CHF",
    "swiss francs": "CHF", "¥": "JPY", "jpy": "JPY", "yen": "JPY", "rmb": "CNY", "cny": "CNY", "inr": "INR",
    "rs.": "INR",
    "₹": "INR",
}  # fmt: skip
_DOLLARS = {"$", "USD", "AUD", "CAD", "HKD", "SGD"}
_SIGN = "|".join(re.escape(each) for each in sorted(_CURRENCIES, key=len, reverse=True))
_BEFORE = re.compile(rf"(?<!\w)(?P<cur>{_SIGN}) ?(?P<n>{_NUMBER})(?![\w%])", re.IGNORECASE)
_AFTER = re.compile(rf"(?<![\w.])(?P<n>{_NUMBER}) (?P<cur>{_SIGN})(?!\w)", re.IGNORECASE)
_PERCENT = re.compile(
    rf"(?<![\w.])(?P<n>{_NUMBER}) ?(?:%|percent\b|per cent\b|per centum\b)(?:\s?\({_NUMBER} ?%\))?", re.I
)
_PERIOD = re.compile(
    rf"(?<![\w.])(?P<n>{_NUMBER})(?:\s|-| \(\d{{1,4}}\) )"
    r"(?:consecutive\s|full\s|further\s|additional\s|clear\s|successive\s)?"
    r"(?P<count>business|working|banking|trading|calendar)?[\s-]?(?P<unit>hour|day|week|month|year)s?\b",
    re.IGNORECASE,
)
_MULTIPLE = re.compile(rf"(?<![\w.])(?P<n>{_NUMBER})(?:\stimes\b| ?x\b)", re.IGNORECASE)
_REFERENCE = re.compile(
    r"\b(?:sub-?)?(?:clause|section|article|paragraph|schedule|exhibit|annex|appendix|art\.|sec\.|para|sch)s?\s"
    r"(?P<ref>\d{1,4}(?:\.\d{1,3}){0,4}[A-Z]?(?:\([a-z\d]{1,4}\)){0,3})",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?<![\w.$-])(?P<n>{_NUMBER})(?!\w)")
_RHYTHM = re.compile(
    r"\b(?:(?:per|each|every|any|a)\s(?:calendar\s|financial\s|contract\s|single\s)?(?P<unit>day|week|month|quarter|year)(?!\s(?:date|end|day)\b)|per\s(?P<annum>annum)"
    r"|(?P<ly>daily|weekly|monthly|quarterly|annually|annual|yearly))\b",
    re.IGNORECASE,
)
_LY = {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter"}
_LEAST = re.compile(
    r"(?:at least|(?:not?|nor) (?:be )?(?:less|fewer) than|minimum (?:\w{2,12} )?of|more than"
    r"|(?:greater|longer) than)\W*$",
    re.I,
)
_MOST = re.compile(
    r"(?:at most|(?:not?|nor) (?:be )?(?:more|greater|longer) than|not exceed(?:ing)?|up to"
    r"|maximum (?:\w{2,12} )?of|less than)\W*$",
    re.I,
)
_EARLIER = re.compile(
    r"[\s']{0,3}(?:(?:prior |written |advance )?notice )?(?:before|prior to|preceding|in advance)\b", re.I
)
_WITHIN = re.compile(r"\bwithin(?:\sa\speriod\sof)?\s$", re.IGNORECASE)
_OF = re.compile(r"\s?'?\sof\b", re.IGNORECASE)
_LATER = re.compile(
    r"[\s']{0,3}(?:(?:written )?notice )?(?:after|following|of receipt|from)\b"
    r"|[\s\']{0,3}(?:thereafter|afterwards|later)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number as stated. `unit` is a currency, a unit of time, or how days are counted and the unit.

    `bound` and `side`: "at least" or "at most", and before or after something, where the words say so. `said`: the
    figure of a period as it is written."""

    kind: Kind
    value: str
    unit: str = ""
    bound: Bound | None = None
    side: Side | None = None
    said: str = field(default="", compare=False)


# The same clause stands behind several sentences of a review.
@lru_cache(maxsize=1024)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Every number a text states, each once, by the first kind that it is."""
    return tuple(dict.fromkeys(_found(in_figures(text))))


def stands_among(quantity: Quantity, given: tuple[Quantity, ...]) -> bool:
    """Whether a number stands among others with its unit, and is not told as a bound or on a side that they deny."""
    same = [each for each in given if _same(quantity, each)]
    return any(
        (quantity.bound is None or each.bound in {None, quantity.bound})
        and (quantity.side is None or each.side in {None, quantity.side})
        for each in same
    )


def _same(one: Quantity, other: Quantity) -> bool:
    if one.kind == "number":
        return other.kind != "rhythm" and (_value_in(one.value, other.value) or one.value == other.said)
    if one.kind == "rhythm":
        return (other.kind == "rhythm" and one.unit == other.unit) or _is_rhythm(one, other)
    if one.kind != other.kind:
        return False
    if one.kind == "date":
        return _same_day(one.value, other.value)
    if one.kind == "reference":
        return one.value == other.value or other.value.startswith((f"{one.value}.", f"{one.value}("))
    return one.value == other.value and _same_unit(one.unit, other.unit)


def _value_in(value: str, other: str) -> bool:
    return value == other or value in re.findall(r"[\d.]+", other)


def _is_rhythm(one: Quantity, other: Quantity) -> bool:
    """ "A year" may be a rhythm or a length."""
    months = {"month": "1", "quarter": "3", "year": "12"}
    return other.kind == "period" and other.unit == "month" and months.get(one.unit) == other.value


def _same_unit(one: str, other: str) -> bool:
    return one == other or (one in _DOLLARS and other in _DOLLARS and "$" in {one, other})


def _same_day(told: str, given: str) -> bool:
    """Whether a day is the day given, as far as it is told: "December 2026" of 31 December 2026."""
    if "|" in given:
        return any(_same_day(told, each) for each in given.split("|"))
    if "|" in told:
        return any(_same_day(each, given) for each in told.split("|"))
    return all(a in {b, "?"} for a, b in zip(told.split("-"), given.split("-"), strict=True))


def _found(text: str) -> Iterator[Quantity]:
    text = re.sub(r"\b(?:twice|double)\b", "2 times", text, flags=re.IGNORECASE)
    rest = list(text)

    def take(match: re.Match[str]) -> re.Match[str]:
        rest[match.start() : match.end()] = "\ue000" * len(match[0])
        return match

    for pattern in _DATES:
        for match in pattern.finditer("".join(rest)):
            if day := _day(match):
                take(match)
                yield Quantity("date", day)
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer("".join(rest)):
            yield _at(take(match), "sum", text, _CURRENCIES[match["cur"].lower()])
    for match in _PERCENT.finditer("".join(rest)):
        yield _at(take(match), "percent", text)
    for match in _PERIOD.finditer("".join(rest)):
        yield _period(take(match), text)
    for match in _MULTIPLE.finditer("".join(rest)):
        yield _at(take(match), "multiple", text)
    for match in _REFERENCE.finditer("".join(rest)):
        yield Quantity("reference", take(match)["ref"])
    for match in _BARE.finditer("".join(rest)):
        yield _at(match, "number", text)
    for match in _RHYTHM.finditer("".join(rest)):
        unit = match["unit"] or ("year" if match["annum"] else _LY.get(match["ly"].lower(), "year"))
        yield Quantity("rhythm", "", unit.lower())


def _at(match: re.Match[str], kind: Kind, text: str, unit: str = "") -> Quantity:
    before = text[max(0, match.start() - 40) : match.start()]
    least = _LEAST.search(before) is not None and not re.search(
        r"\b(?:not?|nor) (?:be )?(?:more|greater|longer) than\W*$", before, re.I
    )
    most = _MOST.search(before) is not None and not re.search(
        r"\b(?:not?|nor) (?:be )?(?:less|fewer) than\W*$", before, re.I
    )
    bound: Bound | None = "least" if least else "most" if most else None
    after = text[match.end() : match.end() + 60]
    later = _LATER.match(after) is not None or (_WITHIN.search(before) is not None and _OF.match(after) is not None)
    side: Side | None = "before" if _EARLIER.match(after) else "after" if later else None
    return Quantity(kind, _figure(match["n"]), unit, bound, side)


def _period(match: re.Match[str], text: str) -> Quantity:
    unit, factor = match["unit"].lower(), 1
    if unit == "year":
        unit, factor = "month", 12
    elif unit == "week":
        unit, factor = "day", 7
    count = (match["count"] or "calendar").lower()
    found = _at(match, "period", text, unit if count == "calendar" else f"business {unit}")
    value = _figure(str(Decimal(found.value) * factor))
    return replace(found, value=value, said=found.value)


def _figure(number: str) -> str:
    return f"{Decimal(number).normalize():f}"


def _day(match: re.Match[str]) -> str | None:
    named = match.groupdict()
    year, day = named.get("year") or "?", named.get("day")
    if named.get("month"):
        month = next(i for i, name in enumerate(_MONTHS, start=1) if name.startswith(named["month"].lower()[:3]))
        return f"{year}-{month}-{int(day) if day else '?'}"
    first, second = int(named["m"]), int(day or 0)
    # Which of the two is the month is not known where both can be.
    if "/" in match[0]:
        return "|".join(f"{year}-{m}-{d}" for m, d in {(first, second), (second, first)} if 1 <= m <= 12)
    return f"{year}-{first}-{second}"
