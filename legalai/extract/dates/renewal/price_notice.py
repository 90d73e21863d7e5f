"""The price of a renewal that may be told only when it is too late to give notice against it."""

import re
from dataclasses import replace
from datetime import date

from legalai.extract.clauses.pointers import whole
from legalai.extract.dates.life import Life
from legalai.extract.dates.notice.notice_period import is_of_prices, read_notice
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clock, ProofStep

_OF_RENEWAL = re.compile(
    r"\b(?:renew\w*|extension|(?:next|new|following|subsequent|coming)\s+(?:[\w-]+\s+)?(?:term|period|year))\b",
    re.IGNORECASE,
)
_BY_NOTICE = re.compile(
    r"\b(?:notice|notif\w*|inform\w*|announc\w*|advis\w*|communicat\w*|publish\w*|quot(?:e|es|ed|ation)|tell\w*|told|provid\w+|send\w*)\b",
    re.IGNORECASE,
)
_LATE = "the price of the renewal may still be told after the last day for notice against it"
_OPEN = "the text tells of no day by which the price of the renewal is told: it may come after the last day for notice"


def with_price(clock: Clock, life: Life) -> Clock:
    """The clock with the warning that the price of the renewal may be told after its last day."""
    if clock.notice_by is None:
        return clock
    for passage in life.passages:
        if is_of_prices(passage.text) and _OF_RENEWAL.search(passage.text) and _BY_NOTICE.search(passage.text):
            step = _step(passage, clock.notice_by, life)
            if step is not None:
                return replace(clock, proof=(*clock.proof, step))
    return clock


def _step(passage: Passage, last_day: date, life: Life) -> ProofStep | None:
    """What a sentence on the price of a renewal means for the last day for notice; None where it comes in time."""
    notice = read_notice(passage, led=True)
    told_by = life.deadlines(notice).notice_deadline if notice and notice.period else None
    if told_by is not None and told_by <= last_day:
        return None
    return ProofStep(
        step="price of the renewal",
        result=told_by.isoformat() if told_by else "no day",
        quotes=(whole(passage),),
        rule=_LATE if told_by else _OPEN,
    )
