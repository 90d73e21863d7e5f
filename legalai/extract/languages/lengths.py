"""Lengths of time in another language than English."""

from collections.abc import Iterator
from dataclasses import dataclass

from legalai.extract.languages.wordings import Wordings
from legalai.schema import Period


@dataclass(frozen=True, slots=True)
class Length:
    """A period in a paragraph, and its characters there."""

    period: Period
    start: int
    end: int


def find_lengths(text: str, wordings: Wordings) -> Iterator[Length]:
    """Every length of time in a text, in order."""
    for match in wordings.period.finditer(text):
        yield Length(wordings.read_period(match), *match.span())
