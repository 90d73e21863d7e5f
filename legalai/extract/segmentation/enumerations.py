"""Enumerations: the numbers that passages begin with, and lists inside a sentence ("(a) ...; and (b) ...")."""

import re

from legalai.extract.segmentation.roman import numeral, roman

_NUMBER = re.compile(
    r"\s*(?:(?:Section|SECTION|Article|ARTICLE|Clause|CLAUSE)\s+(?=[\dIVX]))?"
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})[.)]+|\d{1,3}(?:\.\d{1,3}){1,4}|[•·▪●o*§-])\s+"
)
_MARK = re.compile(r"(?:(?<=[\s,;:])|^)\(?(?P<mark>[a-zA-Z]|[ivx]{2,5}|\d{1,2})\)\s")
_FIRST_MARKS = frozenset({"a", "A", "i", "1"})
_DEEPEST = 3


def number_end(text: str) -> int:
    """Where the words of a passage begin after its number."""
    position = 0
    for _ in range(_DEEPEST):
        match = _NUMBER.match(text, position)
        if not match:
            break
        position = match.end()
    return position


def enumerated(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The items of the outermost list that begins in characters [start, end), as (start, end) without their marks.

    Empty where there is no list of at least two.
    """
    marks = list(_MARK.finditer(text, start, end))
    first = next((index for index, match in enumerate(marks) if match["mark"] in _FIRST_MARKS), None)
    if first is None:
        return []
    chosen = [marks[first]]
    for match in marks[first + 1 :]:
        if match["mark"] == _next(chosen[-1]["mark"], is_roman=chosen[0]["mark"] == "i"):
            chosen.append(match)
    if len(chosen) < 2:
        return []
    ends = [match.start() for match in chosen[1:]] + [end]
    return [(match.end(), finish) for match, finish in zip(chosen, ends, strict=True)]


def _next(mark: str, *, is_roman: bool) -> str:
    if mark.isdigit():
        return str(int(mark) + 1)
    if is_roman:
        return numeral((roman(mark) or 0) + 1)
    return chr(ord(mark) + 1)
