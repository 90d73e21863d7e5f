"""Lengths of time in another language than English."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from legalai.extract.dates.values.periods import together
from legalai.extract.languages.wordings import Wordings
from legalai.schema import Period, Unit

_ORDER: tuple[Unit, ...] = ("year", "month", "week", "day")
# "and" in each of the languages: what stands on both sides is a length of the same one.
_AND = re.compile(r"\s*,?\s+(?:und|sowie|et|y|e|en|i|oraz|och|og|plus)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Length:
    """A period in a paragraph, and its characters there."""

    period: Period
    start: int
    end: int


def find_lengths(text: str, wordings: Wordings) -> Iterator[Length]:
    """Every length of time in a text, in order; "drei Monate und fünfzehn Tage" is one, where it can be told."""
    last: Length | None = None
    for match in wordings.period.finditer(text):
        found = Length(wordings.read_period(match), *match.span())
        if last is not None and _is_one(last, found, text):
            both = together(last.period, found.period)
            last = Length(both, last.start, found.end) if both else None
            continue
        if last is not None and not _goes_on(last, text, wordings):
            yield last
        last = found
    if last is not None and not _goes_on(last, text, wordings):
        yield last


def _is_one(first: Length, second: Length, text: str) -> bool:
    """Whether a smaller unit is said beside a larger one."""
    beside = _AND.fullmatch(text, first.end, second.start) is not None
    return beside and _ORDER.index(first.period.unit) < _ORDER.index(second.period.unit)


def _goes_on(length: Length, text: str, wordings: Wordings) -> bool:
    """Whether a number that is not known stands beside it, before a smaller unit: the length is not the whole."""
    smaller = [words for unit, words in wordings.units if _ORDER.index(unit) > _ORDER.index(length.period.unit)]
    if not smaller or (beside := _AND.match(text, length.end)) is None:
        return False
    return (
        re.compile(rf"[^\W\d]{{3,30}}\s{{1,3}}(?:{'|'.join(smaller)})(?!\w)", re.IGNORECASE).match(text, beside.end())
        is not None
    )
