"""What a clause states in numbers: periods and sums of money, with their places inside the clause."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from legalai.schema import Unit

NumberStyle = Literal["words_and_figures", "words", "figures"]

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: value for value, word in enumerate(_ONES)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
_HUNDRED = r"one hundred(?: and)? (?:eighty|twenty)|one hundred"
_PERIOD = re.compile(
    rf"\b(?:(?P<word>(?:{_WORD})(?:[\s-](?:{_WORD}))?|{_HUNDRED})\s{{0,3}}(?:\(\s?(?P<both>\d{{1,4}})\s?\))?|(?P<figure>\d{{1,4}}))"
    r"[\s-]{0,3}(?:(?:calendar|business|working|consecutive|full)[\s-])?(?P<unit>day|week|month|year)s?\b",
    re.IGNORECASE,
)
_HOURS = re.compile(
    rf"\b(?:(?P<word>(?:{_WORD})(?:[\s-](?:{_WORD}))?)\s{{0,3}}(?:\(\s?(?P<both>\d{{1,4}})\s?\))?|(?P<figure>\d{{1,4}}))[\s-]{{0,3}}hours?\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    rf"(?<![\d.])(?P<figure>\d{{1,3}}(?:\.\d{{1,4}})?)\s?(?:%|percent\b|per\scent\b|percentage\spoints?\b)"
    rf"|\b(?P<word>(?:{_WORD})(?:[\s-](?:{_WORD}))?)\s(?:percent|per\scent|percentage\spoints?)\b(?!\s?\(\d)",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"(?:US\$|A\$|C\$|[$£€¥]|\b(?:USD|GBP|EUR|CHF)\s?)\s?\d{1,3}(?:[,'’]\d{3})*(?:\.\d{1,2})?"
    r"(?:\s?(?i:million|billion|thousand)\b|\s?(?:mm?|mn|bn|k)\b|(?:MM?|K|BN?)\b)?"
    r"|\b\d{1,3}(?:,\d{3})+(?:\.\d{2})?\s?(?:USD|GBP|EUR|dollars|pounds|euros)\b"
)
_UNITS: dict[str, Unit] = {"day": "day", "week": "week", "month": "month", "year": "year"}
DAYS = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25}
MONTHS = {"day": 12 / 365.25, "week": 84 / 365.25, "month": 1.0, "year": 12.0}


@dataclass(frozen=True, slots=True)
class Measure:
    """A period as a text states it: characters [start, end) of that text."""

    amount: int
    unit: Unit
    start: int
    end: int
    style: NumberStyle

    @property
    def months(self) -> float:
        """The period in months of average length."""
        return self.amount * MONTHS[self.unit]

    @property
    def days(self) -> float:
        """The period in days, months and years at their average length."""
        return self.amount * DAYS[self.unit]


def periods(text: str) -> list[Measure]:
    """Every period a text states in words, figures or both."""
    found: list[Measure] = []
    for match in _PERIOD.finditer(text):
        word, figure = match["word"], match["both"] or match["figure"]
        amount = int(figure) if figure else _value(word)
        if amount:
            style: NumberStyle = "words_and_figures" if word and figure else "figures" if figure else "words"
            found.append(Measure(amount, _UNITS[match["unit"].lower()], match.start(), match.end(), style))
    return found


def hours(text: str) -> list[float]:
    """The periods a text states in hours."""
    return [float(match["both"] or match["figure"] or _value(match["word"]) or 0) for match in _HOURS.finditer(text)]


def percentages(text: str) -> list[float]:
    """The percentages a text states: "1.5%", "ten percent (10%)" once."""
    return [float(match["figure"] or _value(match["word"]) or 0) for match in _PERCENT.finditer(text)]


def money(text: str) -> list[tuple[int, int]]:
    """Where a text states sums of money."""
    return [match.span() for match in _MONEY.finditer(text)]


def figure(value: float) -> str:
    """A sum as one writes it, with no part of a cent lost: "70,000", "1.50", "0.001"."""
    exact = Decimal(str(value))
    return f"{exact:,.0f}" if exact == exact.to_integral_value() else max(f"{exact:,.2f}", f"{exact:,f}", key=len)


def in_words(number: int) -> str:
    """A number up to 999 in words, as contracts write it."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")
    hundreds, rest = divmod(number, 100)
    return f"{_ONES[hundreds]} hundred" + (f" and {in_words(rest)}" if rest else "")


def stated(amount: int, unit: str, style: NumberStyle) -> str:
    """A period in a contract's own style: "three (3) months", "3 months" or "three months"."""
    number = {"words_and_figures": f"{in_words(amount)} ({amount})", "words": in_words(amount), "figures": str(amount)}[
        style
    ]
    return f"{number} {unit}{'' if amount == 1 else 's'}"


def _value(word: str | None) -> int | None:
    if not word:
        return None
    parts = re.split(r"[\s-]+", word.lower())
    if parts[:2] == ["one", "hundred"]:
        return 100 + sum(_VALUES.get(part, 0) for part in parts[2:])
    return sum(_VALUES.get(part, 0) for part in parts) or None
