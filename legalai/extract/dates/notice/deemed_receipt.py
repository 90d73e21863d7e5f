"""Deemed receipt: how long after it is sent a notice counts as received."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legalai.deadlines.calendar import MOST_DAYS
from legalai.extract.dates.notice.hours import after_hours
from legalai.extract.dates.values.periods import find_periods
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Period

_DEEMED = re.compile(
    r"\b(?:deemed|considered|presumed|treated|regarded|counts?|taken)\b[^.;]{0,80}\b(?:given|received|delivered|served"
    r"|effective|effect|made|receipt)\b"
    r"|\b(?:given|received|delivered|served)\b[^.;]{0,30}\bdeemed\b|\bnotices?\b[^.;]{0,300}\beffective\b",
    re.IGNORECASE,
)
_AFTER_SENDING = re.compile(
    r"^[\s)'’]{0,4}(?:after|following|from|of)\s+(?:the\s+)?(?:date\s+of\s+)?(?:its\s+|such\s+"
    r"|being\s+)?(?:deposit\w*|mail\w*|post\w*|dispatch\w*|sent|send\w*|"
    r"transmission|date|delivery\s+to\s+(?:the\s+)?(?:courier|carrier)|placed|it\s+(?:is|was|has\s+been)\s+\w+)",
    re.IGNORECASE,
)
_ORDINALS = {
    word: number
    for number, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1)
} | {"next": 1, "following": 1, "fourteenth": 14, "fifteenth": 15}
# "on the second Business Day after dispatch", "on the next working day"
_NTH_DAY = re.compile(
    r"\b(?P<number>the(?=\s+(?:business|working)\s+day\s+(?:after|following))|"
    + "|".join(_ORDINALS)
    + r"|\d{1,2}(?:st|nd|rd|th))\s+(?:\(\d{1,2}(?:st|nd|rd|th)?\)\s+)?"
    r"(?P<business>(?:business|working)\s+)?(?:calendar\s+)?day\b(?P<after>\s+(?:after|following|from)\b)?",
    re.IGNORECASE,
)
# "What comes on a day that is not a Business Day is deemed received on the next": no time that a notice travels.
_ON_A_DAY_OFF = re.compile(
    r"\b(?:not\s+an?|other\s+than\s+an?|non-?)\s{0,2}(?:business|working)\s+day\b[^.;]{0,160}$", re.IGNORECASE
)
_LIST_ENDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class DeemedReceipt:
    """A time that the text lets pass between sending and receipt.

    `after_hours`: for what comes late in the day. `is_open`: its words and its figure disagree, and this is the longer.
    """

    period: Period
    passage: Passage
    after_hours: bool = False
    is_open: bool = False


def find_deemed_receipts(passages: Sequence[Passage]) -> tuple[DeemedReceipt, ...]:
    """The times stated, the longest first, whichever way of sending each is for: who counts with all is never late.

    What comes after hours and counts on the next day is among them.
    """
    stated = [
        DeemedReceipt(period=period, passage=passage, is_open=is_open)
        for passage in _deeming(passages)
        for period, is_open in (*_after_sending(passage.text), *_nth_days(passage.text))
    ]
    late = [
        DeemedReceipt(period=hour.later, passage=hour.passage, after_hours=True)
        for hour in after_hours(passages)
        if hour.later
    ]
    return tuple(sorted((*stated, *late), key=_length, reverse=True))


def _deeming(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The sentences that deem a notice received, and the items of the lists they lead into."""
    for index, passage in enumerate(passages):
        if not _DEEMED.search(passage.text):
            continue
        yield passage
        if not passage.text.rstrip().endswith(":"):
            continue
        for item in passages[index + 1 : index + 1 + _LIST_ENDS]:
            if item.is_heading:
                break
            yield item
            if item.text.rstrip().endswith("."):
                break


def _after_sending(text: str) -> Iterator[tuple[Period, bool]]:
    for found in find_periods(text):
        counts = found.readings[0].unit in ("day", "week")
        if counts and _AFTER_SENDING.match(text[found.end : found.end + 80]):
            yield max(found.readings, key=lambda each: each.amount), found.period is None


def _nth_days(text: str) -> Iterator[tuple[Period, bool]]:
    for named in _NTH_DAY.finditer(text):
        word = named["number"].lower()
        if not named["after"] and _ON_A_DAY_OFF.search(text[: named.start()]):
            continue
        # "the first day of the month" names no distance.
        if named["after"] or word == "next":
            amount = 1 if word == "the" else _ORDINALS.get(word) or int(word[:-2])
            yield Period(amount=amount, unit="day", day_count="business" if named["business"] else "calendar"), False


def _length(receipt: DeemedReceipt) -> float:
    business = 1.5 if receipt.period.day_count == "business" else 1
    return receipt.period.about(MOST_DAYS) * business
