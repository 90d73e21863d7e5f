"""Percentages, in words and in figures: "one and one-half percent (1.5%)", "12½%", "seven basis points"."""

import re
import unicodedata
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
_FINER = r"basis[\s-]{1,3}points?\b|bps\b|‰|per[\s-]mil(?:le)?\b"
_SIGN = rf"(?:%|per[\s-]?cent(?:um)?\b|percentage\s{{1,3}}points?\b|{_FINER})"
_GLYPHS = "¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_OF_ONE = r"(?:\s{1,3}of\s{1,3}(?:one|a|1(?![\d.,])))?"
# "66 2/3", "66-2/3", "12½", ".5", "1/4 of 1"
_FIGURE = (
    rf"(?:(?:\d{{1,3}}(?:,\d{{3}})*(?:[.,]\d{{1,6}})?|\.\d{{1,6}})(?:\s?[{_GLYPHS}]|\s{{0,2}}[\s-]\s?\d/\d\d?(?!\d))?"
    rf"|(?:\d/\d\d?(?!\d)|[{_GLYPHS}]){_OF_ONE})"
)
_IN_WORDS = re.compile(
    rf"(?:\b(?P<only_count>{_COUNT_WORDS})[\s-]{{1,3}}(?P<only_part>{_PART_WORDS})s?\b"
    rf"|(?P<words>{NUMBER_WORDS})(?:{_POINT})?"
    rf"(?:[\s-]{{1,3}}(?:and[\s-]{{1,3}})?(?P<count>{_COUNT_WORDS})[\s-]{{1,3}}(?P<part>{_PART_WORDS})s?\b)?)"
    rf"{_OF_ONE}\s{{0,3}}"
    rf"(?:(?P<sign>{_SIGN})(?:\s{{0,3}}\(\s?(?P<behind>{_FIGURE})\s?(?P<behind_sign>{_SIGN})?\s?\))?"
    rf"|\(\s?(?P<inside>{_FIGURE})\s?(?:(?P<inside_sign>{_SIGN})\s?\)(?:\s{{0,3}}(?P<last_sign>{_SIGN}))?"
    rf"|\)\s{{0,3}}(?P<outside_sign>{_SIGN})))",
    re.IGNORECASE,
)
_IN_FIGURES = re.compile(rf"(?<![\d.,/])(?P<figure>{_FIGURE})[\s-]{{0,2}}(?P<sign>{_SIGN})", re.IGNORECASE)
_SIGNED = re.compile(_SIGN, re.IGNORECASE)
_FRACTION = re.compile(rf"(?P<above>\d)/(?P<below>\d\d?)$|(?P<glyph>[{_GLYPHS}])$")


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
            figure = _beside(match)
            readings = (words,) if figure is None or _close(words, figure) else (words, figure)
            found.append(_Found(match.start(), match.end(), readings))
    taken = bytearray(len(text))
    for each in found:
        taken[each.start : each.end] = b"\1" * (each.end - each.start)
    for match in _IN_FIGURES.finditer(text):
        if not any(taken[match.start() : match.end()]):
            found.append(_Found(match.start(), match.end(), (_figure(match["figure"], match["sign"]),)))
    return sorted(found, key=lambda each: each.start)


def _close(one: Fraction, other: Fraction) -> bool:
    """Whether a figure is the number in words, thirds rounded."""
    apart = abs(one - other)
    return apart < Fraction(1, 100) and apart * 20 <= max(one, other)


def _beside(match: re.Match[str]) -> Fraction | None:
    """The figure in brackets beside words; one without a sign has that of the words."""
    if match["behind"]:
        return _figure(match["behind"], match["behind_sign"] or match["sign"])
    return _figure(match["inside"], match["inside_sign"] or match["outside_sign"]) if match["inside"] else None


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
    sign = match["sign"] or match["outside_sign"] or match["last_sign"] or match["inside_sign"]
    return value * _scale(sign)


def _figure(written: str, sign: str) -> Fraction:
    number = written.partition(" of ")[0]
    part = _FRACTION.search(number)
    value = Fraction(0)
    if part and part["glyph"]:
        value = Fraction(unicodedata.numeric(part["glyph"])).limit_denominator(8)
    elif part and int(part["below"]):
        value = Fraction(int(part["above"]), int(part["below"]))
    whole = (number[: part.start()] if part else number).strip(" -\n\t")
    plain = re.sub(r",(?=\d{3}\b)", "", whole).replace(",", ".")
    return (value + Fraction(plain or 0)) * _scale(sign)


def _scale(sign: str) -> Fraction:
    """How many per cent one of what the sign counts is."""
    lowered = sign.lower()
    if lowered.startswith("b"):
        return Fraction(1, 100)
    return Fraction(1, 10) if lowered[0] == "‰" or lowered.endswith(("mil", "mille")) else Fraction(1)
