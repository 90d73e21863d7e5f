"""Notice periods against one renewal that differ from clause to clause: counted with the longest, and told."""

import re
from collections.abc import Iterator, Sequence

from legalai.deadlines.calendar import MOST_DAYS
from legalai.extract.dates.notice.notice_period import NoticeReading, against_renewal
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Issue, QuotedPeriod, Renewal

# What speaks of nothing but a notice that keeps the contract from renewing.
_AGAINST = re.compile(
    r"\bnon-?\s?renewal\b|\bnot\s+(?:wish|want|intend|desire)\w*\s+(?:[\w’']+\s+){0,4}(?:renew|extend)"
    r"|\b(?:against|prevents?|stops?)\s+(?:a\s+|the\s+|any\s+)?renewal\b",
    re.IGNORECASE,
)
# An amendment puts one length in place of the other.
_CHANGES = re.compile(r"\b(?:amend\w*|replac\w*|substitut\w*|deleted?|in\s+place\s+of)\b", re.IGNORECASE)


def longest(passages: Sequence[Passage], notice: NoticeReading | None, renewal: Renewal) -> NoticeReading | None:
    """The notice found, or the longest of those that other clauses give for the same renewal: it is never late."""
    if notice is None or notice.period is None or renewal.kind != "automatic":
        return notice
    others = [each for each in _others(passages, notice.period, renewal) if each.period]
    return max((notice, *others), key=lambda each: each.least.about(MOST_DAYS) if each.least else 0)


def differing_notices(passages: Sequence[Passage], notice: QuotedPeriod | None, renewal: Renewal) -> tuple[Issue, ...]:
    """What is told where clauses give different notices for one renewal."""
    if notice is None or renewal.kind != "automatic" or not any(_others(passages, notice, renewal)):
        return ()
    message = (
        "Clauses give different lengths of notice against the same renewal: the last day is counted with the longest,"
        " which is in time by each of them. Ask which of them holds."
    )
    return (Issue(code="notices-differ", severity="warning", message=message),)


def _others(passages: Sequence[Passage], notice: QuotedPeriod, renewal: Renewal) -> Iterator[NoticeReading]:
    """The notices of the sentences that `notice` is not from, where they speak of the renewal and it differs."""
    for passage in passages:
        holds = passage.start <= notice.start < passage.end
        if holds or passage.is_heading or passage.part != "body":
            continue
        renews = passage.start == renewal.start
        if not (renews or _AGAINST.search(passage.text)) or _CHANGES.search(passage.text):
            continue
        reading = against_renewal(passage)
        if reading and reading.period and reading.period.size != notice.size:
            yield reading
