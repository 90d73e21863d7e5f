"""A word on a page, as all that lays pages out knows it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
