"""Deemed receipt: how long after it is sent a notice counts as received."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from legalai.extract.dates.periods import find_periods
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Period

_DEEMED = re.compile(
    r"\b(?:deemed|considered|presumed)\b[^.;]{0,80}\b(?:given|received|delivered|served|effective|made|receipt)\b"
    r"|\b(?:given|received|delivered|served)\b[^.;]{0,30}\bdeemed\b|\bnotices?\b[^.;]{0,120}\beffective\b",
    re.IGNORECASE,
)
_AFTER_SENDING = re.compile(
    r"^[\s)'’]{0,4}(?:after|following|from|of)\s+(?:the\s+)?(?:date\s+of\s+)?(?:its\s+|such\s+|being\s+)?(?:deposit\w*|mail\w*|post\w*|dispatch\w*|sent|send\w*|"
    r"transmission|date|delivery\s+to\s+(?:the\s+)?(?:courier|carrier)|placed|it\s+(?:is|was|has\s+been)\s+\w+)",
    re.IGNORECASE,
)
_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}


@dataclass(frozen=True, slots=True, kw_only=True)
class DeemedReceipt:
    """The longest time that the text lets pass between sending and receipt."""

    period: Period
    passage: Passage


def find_deemed_receipt(passages: Sequence[Passage]) -> DeemedReceipt | None:
    """The longest of the times stated, whichever way of sending it is for: who counts with it is never late."""
    stated = [
        DeemedReceipt(period=found.readings[0], passage=passage)
        for passage in passages
        if _DEEMED.search(passage.text)
        for found in find_periods(passage.text)
        if found.period
        and found.readings[0].unit in ("day", "week")
        and _AFTER_SENDING.match(passage.text[found.end : found.end + 80])
    ]
    return max(stated, key=_length, default=None)


def _length(receipt: DeemedReceipt) -> float:
    business = 1.5 if receipt.period.day_count == "business" else 1
    return receipt.period.amount * _DAYS[receipt.period.unit] * business
