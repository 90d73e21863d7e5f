"""Percentages, in words and in figures: "one and one-half percent (1.5%)", "5% per annum"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from legalai.extract.dates.values.periods import NUMBER_WORDS, number_from_words
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Issue, Percentage

_PARTS = {
    "half": Fraction(1, 2),
    "quarter": Fraction(1, 4),
    "third": Fraction(1, 3),
    "fourth": Fraction(1, 4),
    "fifth": Fraction(1, 5),
    "eighth": Fraction(1, 8),
    "tenth": Fraction(1, 10),
}
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "five": 5, "seven": 7}
_COUNT_WORDS, _PART_WORDS = "|".join(_COUNTS), "|".join(_PARTS)
_POINT = r"\s{1,3}point(?P<point>(?:\s{1,3}(?:zero|one|two|three|four|five|six|seven|eight|nine)\b){1,3})"
_SIGN = r"(?:%|per\s?cent(?:um)?\b)"
_FIGURE = r"\d{1,3}(?:,\d{3})*(?:[.,]\d{1,6})?(?:\s\d/\d)?"
_IN_WORDS = re.compile(
    rf"(?:\b(?P<only_count>{_COUNT_WORDS})[\s-]{{1,3}}(?P<only_part>{_PART_WORDS})s?\b"
    rf"|(?P<words>{NUMBER_WORDS})(?:{_POINT})?"
    rf"(?:\s{{1,3}}(?:and\s{{1,3}})?(?P<count>{_COUNT_WORDS})[\s-]{{1,3}}(?P<part>{_PART_WORDS})s?\b)?)"
    rf"(?:\s{{1,3}}of\s{{1,3}}(?:one|a))?\s{{0,3}}"
    rf"(?:{_SIGN}(?:\s{{0,3}}\(\s?(?P<behind>{_FIGURE})\s?(?:{_SIGN})?\s?\))?"
    rf"|\(\s?(?P<inside>{_FIGURE})\s?(?:{_SIGN}\s?\)(?:\s{{0,3}}{_SIGN})?|\)\s{{0,3}}{_SIGN}))",
    re.IGNORECASE,
)
_IN_FIGURES = re.compile(rf"(?<![\d.,/])(?P<figure>{_FIGURE})\s{{0,2}}{_SIGN}", re.IGNORECASE)
_SIGNED = re.compile(_SIGN, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    """Characters [start, end) of a passage, and what they say: two readings where words and figure differ."""

    start: int
    end: int
    readings: tuple[Fraction, ...]


def find_percentages(passages: Sequence[Passage]) -> tuple[Percentage, ...]:
    """Every percentage whose words and figure agree, or that has only one of them."""
    return tuple(
        Percentage(
            value=float(found.readings[0]),
            text=passage.text[found.start : found.end],
            start=passage.start + found.start,
            end=passage.start + found.end,
            page=passage.page,
            number=passage.number,
        )
        for passage in passages
        for found in _in(passage.text)
        if len(found.readings) == 1
    )


def percentage_issues(passages: Sequence[Passage]) -> tuple[Issue, ...]:
    """One issue for every percentage whose words and figure differ."""
    return tuple(
        Issue(
            code="conflicting-figures",
            severity="warning",
            message=f"A percentage at character {passage.start + found.start} is written as "
            f"{' and as '.join(f'{float(reading):g}' for reading in found.readings)}; neither was chosen.",
            page=passage.page,
            start=passage.start + found.start,
            end=passage.start + found.end,
        )
        for passage in passages
        for found in _in(passage.text)
        if len(found.readings) > 1
    )


def _in(text: str) -> list[_Found]:
    if not _SIGNED.search(text):
        return []
    found: list[_Found] = []
    for match in _IN_WORDS.finditer(text):
        if (words := _words(match)) is not None:
            written = match["behind"] or match["inside"]
            figure = _figure(written) if written else words
            readings = (words,) if _close(words, figure) else (words, figure)
            found.append(_Found(match.start(), match.end(), readings))
    taken = bytearray(len(text))
    for each in found:
        taken[each.start : each.end] = b"\1" * (each.end - each.start)
    for match in _IN_FIGURES.finditer(text):
        if not any(taken[match.start() : match.end()]):
            found.append(_Found(match.start(), match.end(), (_figure(match["figure"]),)))
    return sorted(found, key=lambda each: each.start)


def _close(one: Fraction, other: Fraction) -> bool:
    """Whether a figure is the number in words, thirds rounded."""
    return abs(one - other) < Fraction(1, 100)


def _words(match: re.Match[str]) -> Fraction | None:
    whole = number_from_words(match["words"]) if match["words"] else 0
    if whole is None:
        return None
    value = Fraction(whole)
    if match["point"]:
        digits = "".join(str(number_from_words(word) or 0) for word in match["point"].split())
        value += Fraction(int(digits), 10 ** len(digits))
    count, part = (match["count"], match["part"]) if match["words"] else (match["only_count"], match["only_part"])
    if count and part:
        value += _COUNTS[count.lower()] * _PARTS[part.lower()]
    return value


def _figure(written: str) -> Fraction:
    whole, _, part = written.partition(" ")
    plain = re.sub(r",(?=\d{3}\b)", "", whole).replace(",", ".")
    numerator, _, denominator = part.partition("/")
    extra = Fraction(int(numerator), int(denominator)) if denominator and int(denominator) else Fraction(0)
    return Fraction(plain) + extra
