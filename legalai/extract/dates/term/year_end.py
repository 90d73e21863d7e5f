"""Terms that end with a year: "the third full fiscal year", "31 December of the year following signature"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from legalai.deadlines.stretches import day_of_year
from legalai.extract.dates.values.dates import MONTH, month_number
from legalai.extract.dates.values.periods import number_from_words
from legalai.extract.segmentation.passages import Passage

_ORDINALS = {
    word: number
    for number, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1)
}
_COUNT = (
    r"(?P<ordinal>" + "|".join(_ORDINALS) + r")|(?P<number>one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
)
# "ends at the close of the second full fiscal year after that date", "until three complete calendar years have passed"
_NTH_YEAR = re.compile(
    rf"\b(?:ends?|ending|expir\w+|until|through|to|terminat\w+|runs?)\b[^.;]{{0,60}}?\b(?:{_COUNT})\s+(?:\(\w{{1,4}}\)\s+)?"
    r"(?P<full>(?:full|complete|entire|whole)\s+)?(?P<kind>fiscal|financial|calendar|accounting|business)\s+years?\b",
    re.IGNORECASE,
)
_MONTH_FIRST = MONTH.replace("?P<month>", "?P<month_first>")
_DAY = (
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}"
    rf"|{_MONTH_FIRST}\s+(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?)"
)
# "until December 31 of the year following the year of signature"
_DAY_OF_YEAR = re.compile(
    rf"\b(?:ends?|ending|expir\w+|until|through|to|on)\s+(?:on\s+|and\s+including\s+)?(?:the\s+)?(?:{_DAY}|(?P<year_end>(?:end|close|last\s+day)))\s*,?\s+(?:of|in)\s+the\s+"
    r"(?:(?P<next>next|following|subsequent)\s+(?:calendar\s+)?year\b|(?P<second>second|third)\s+(?:calendar\s+)?year\s+(?:following|after)\b"
    r"|(?:calendar\s+)?year\s+(?P<following>following|after|next\s+after|that\s+follows|in\s+which|of\s+(?:its\s+)?(?:signature|signing|execution|the\s+effective)))",
    re.IGNORECASE,
)
_YEAR_OF = re.compile(r"\b(?:fiscal|financial|accounting|business)\s+years?\b", re.IGNORECASE)
_ENDS_ON = re.compile(
    rf"\b(?:end(?:s|ing|ed)?|clos\w+|to|through|until)\s+(?:on\s+|with\s+|and\s+including\s+)?(?:the\s+)?(?:each\s+)?{_DAY}",
    re.IGNORECASE,
)
_BEGINS_ON = re.compile(
    rf"\b(?:begin\w*|commenc\w+|start\w*)\s+(?:on\s+|with\s+)?(?:the\s+)?(?:each\s+)?{_DAY}", re.IGNORECASE
)
_ANY_LEAP_YEAR = 2024


@dataclass(frozen=True, slots=True, kw_only=True)
class YearEnd:
    """The year whose end is the end: so many `years` on, and its last day.

    `full`: years are counted from the first that begins after the start, else from the calendar year of the start.
    `defined`: the passage that says when a fiscal year ends.
    """

    start: int
    end: int
    years: int
    month: int
    day: int
    full: bool
    defined: Passage | None = None

    def after(self, origin: date) -> date:
        """The last day of the term that begins on `origin`."""
        if not self.full:
            return day_of_year(origin.year + self.years, self.month, self.day)
        # The first year that begins on the start or after it: the one before it ends on the day before or later.
        ended = day_of_year(origin.year - 1, self.month, self.day)
        while ended < origin - timedelta(days=1):
            ended = day_of_year(ended.year + 1, self.month, self.day)
        return day_of_year(ended.year + self.years, self.month, self.day)


def find_year_end(text: str, passages: Sequence[Passage]) -> YearEnd | None:
    """The end with a year that a text on the term gives; None where the year's own end is not known."""
    if said := _DAY_OF_YEAR.search(text):
        month, day = (12, 31) if said["year_end"] else _month_and_day(said)
        years = {"second": 2, "third": 3}.get((said["second"] or "").lower(), 1)
        if said["following"] and not said["following"].lower().startswith(("following", "after", "next", "that")):
            years = 0
        return YearEnd(start=said.start(), end=said.end(), years=years, month=month, day=day, full=False)
    said = _NTH_YEAR.search(text)
    if said is None:
        return None
    years = _ORDINALS.get((said["ordinal"] or "").lower()) or _number(said["number"])
    if years is None:
        return None
    if said["kind"].lower() == "calendar":
        return YearEnd(start=said.start(), end=said.end(), years=years, month=12, day=31, full=True)
    last = fiscal_end(passages)
    if last is None:
        return None
    (month, day), defined = last
    return YearEnd(start=said.start(), end=said.end(), years=years, month=month, day=day, full=True, defined=defined)


def fiscal_end(passages: Sequence[Passage]) -> tuple[tuple[int, int], Passage] | None:
    """The last day of a fiscal year, by the contract: month and day."""
    for passage in passages:
        for named in _YEAR_OF.finditer(passage.text):
            near = passage.text[named.start() : named.end() + 160]
            if ends := _ENDS_ON.search(near):
                return _month_and_day(ends), passage
            if begins := _BEGINS_ON.search(near):
                month, day = _month_and_day(begins)
                before = date(_ANY_LEAP_YEAR + 1, month, day) - timedelta(days=1)
                return (before.month, before.day), passage
    return None


def _month_and_day(match: re.Match[str]) -> tuple[int, int]:
    return month_number(match["month"] or match["month_first"]), int(match["day"] or match["day_after"])


def _number(word: str | None) -> int | None:
    if not word:
        return None
    return int(word) if word.isdigit() else number_from_words(word)
