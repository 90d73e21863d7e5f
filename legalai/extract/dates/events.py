"""Days of events that a contract runs from and its text cannot know, given by the user: "delivery=2026-03-01"."""

import re
from collections.abc import Mapping
from datetime import date

from legalai.extract.given_values import GivenValue

_WORD = re.compile(r"[a-z]+")
# "the Delivery Date", "the date of acceptance": the words that name no event.
_EMPTY = frozenset("the a an of date day on upon its their this that first such all by and".split())


def given_day(named: str, triggers: Mapping[str, GivenValue]) -> date | None:
    """The day given for an event as a contract names it; None where none of the names given is for it.

    "delivery" is for "the Delivery Date" and for "delivered": the words of the one begin those of the other.
    """
    words = _words(named)
    for name, day in triggers.items():
        asked = _words(name)
        if asked and isinstance(day, date) and all(any(_alike(word, other) for other in words) for word in asked):
            return day
    return None


def event_name(named: str) -> str:
    """What to call an event when asking for its day."""
    return " ".join(_words(named)) or named.lower()


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.lower()) if word not in _EMPTY]


def _alike(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    stem = max(len(short) - 2, 4)
    return long.startswith(short[:stem])
