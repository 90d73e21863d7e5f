"""Amendments bound into a contract's file: the end or the notice that they put in place of an earlier one."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from legalai.extract.dates.notice.notice_period import NoticeReading
from legalai.extract.dates.term.term_reading import TermReading
from legalai.extract.dates.values.dates import DateOrder, FoundDate, find_dates
from legalai.extract.dates.values.periods import find_periods
from legalai.extract.segmentation.passages import Passage

# What is done to words that stand elsewhere. A renewal clause says "shall be extended", an amendment "is hereby".
_CHANGES = re.compile(
    r"\bas\s+(?:so\s+|hereby\s+|further\s+)?amended,?\s+(?:the|this|its)\b|\b(?:is|are|be)\s+(?:(?:hereby|now|further|so)\s+){1,2}(?:\w+\s+)?(?:amended|extended|changed|prolonged|shortened|"
    r"lengthened|reduced|increased|moved|replaced|deleted)\b|\b(?:is|are|shall\s+be)\s+(?:amended|changed|replaced|shortened|lengthened|moved|"
    r"deleted(?:\s+in\s+(?:its|their)\s+entirety)?\s+and\s+replaced|modified|reduced|increased)\b|\bhereby\s+(?:agree\s+to\s+)?(?:extend|amend|change|replace)\w*|"
    r"\b(?:have\s+)?agreed?\s+to\s+(?:extend|shorten|change)\b|\b(?:is|shall\s+be)\s+extended\b[^.;]{0,30}?\b(?:so\s+that|such\s+that|to\s+(?:and|now))|"
    r"\bpart(?:y|ies)\s+(?:mutually\s+|jointly\s+)?(?:extend|prolong|shorten|change|move)s?\s+the\s+(?:[\w-]+\s+){0,3}?(?:term|end|expir\w+|duration|date)\b|"
    r"\b(?:new|revised|amended)\s+(?:end|expir\w+|termination)\s+date\s+(?:is|shall\s+be|of\s+(?:the|this)\s+\w+\s+is)\b|"
    r"\b(?:term|agreement|contract)\s+is\s+(?:extended|prolonged|renewed)\s+(?:until|through|to)\b|"
    r"\b(?:end|expiry|expiration|termination)\s+date\s+(?:moves|changes)\b|"
    r"\bnow\s+(?:ends?|expires?|runs?|reads?)\b|\b(?:replac|substitut|delet)ing\b",
    re.IGNORECASE,
)
_OF_THE_END = re.compile(
    r"\b(?:term|expir\w+|end\s+date|termination\s+date|duration|ends?|period\s+of\s+(?:this|the)\s+\w+)\b",
    re.IGNORECASE,
)
_OF_NOTICE = re.compile(
    r"\b(?:notice|renewal|non-?renewal|days|months|clause|section|paragraph|words?)\b", re.IGNORECASE
)
# "substituting NEW for OLD", "NEW in place of OLD": the new comes first.
_NEW_FIRST = re.compile(
    r"\b(?:in\s+(?:the\s+)?place\s+of|instead\s+of|in\s+lieu\s+of|rather\s+than|previously|formerly)\b|^\W*\bfor\b",
    re.IGNORECASE,
)
_SUBSTITUTING = re.compile(r"\bsubstitut\w+\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:to|by|with|read|replac\w+|instead|lieu|place|now|for|rather)\b", re.IGNORECASE)
_FAR = 160
_LEAD = 60
_LEADS = re.compile(
    r"\b(?:extend\w*|prolong\w*|renewed|end(?:s|ing)?|expir\w+|run(?:s)?|continue\w*|terminat\w+|moved|changed|shortened|is)\s+(?:automatically\s+)?"
    r"(?:(?:on|to|until|through|till|up|and|including|midnight|the|close|of|at|for|a|period|ending|date|now|be|is|business|term|this|agreement|contract|expiry)\s+){0,6}[\"“'‘]?$|"
    r"\b(?:extend|prolong)\w*\s+the\s+(?:[\w-]+\s+){1,8}?(?:until|through|till|to)\s+(?:and\s+including\s+)?$",
    re.IGNORECASE,
)
# "the parties may agree to extend": nothing is changed yet.
_MAY_BE = re.compile(r"\b(?:if|unless|where|when|may|should|option)\b", re.IGNORECASE)


def find_amended_ends(passages: Sequence[Passage], order: DateOrder | None) -> tuple[TermReading, ...]:
    """The ends that amendments give the term, the last one in the file first."""
    found: list[TermReading] = []
    for passage in passages:
        change = _CHANGES.search(passage.text)
        if change is None or passage.is_heading or not _OF_THE_END.search(passage.text):
            continue
        if _MAY_BE.search(passage.text, 0, change.end()):
            continue
        if day := _new_end(passage, order):
            found.append(TermReading(passage=passage, end=day, amended=True))
    return tuple(reversed(found))


def _new_end(passage: Passage, order: DateOrder | None) -> FoundDate | None:
    """The last day a passage gives the term: the only one to which it leads, or the one put in the place of another."""
    days = [d for d in find_dates(passage.text, order=order, offset=passage.start) if d.value]
    ends = [d for d in days if _LEADS.search(passage.text[: d.start - passage.start][-_LEAD:])]
    if len(days) == 2 and _is_swap(passage.text[days[0].end - passage.start : days[1].start - passage.start]):
        return days[0 if _is_new_first(passage.text, days[0].end - passage.start, days[1].start - passage.start) else 1]
    return ends[-1] if ends else None


def amended_notice(passages: Sequence[Passage], notice: NoticeReading | None) -> NoticeReading | None:
    """The notice with the period that a later passage puts in place of its own; as it was where none does."""
    if notice is None or notice.period is None:
        return notice
    length = notice.period.size
    for passage in reversed(passages):
        if (
            passage.start <= notice.passage.start
            or not _CHANGES.search(passage.text)
            or not _OF_NOTICE.search(passage.text)
        ):
            continue
        periods = find_periods(passage.text)
        for one, other in pairwise(periods):
            if not _is_swap(passage.text[one.end : other.start]):
                continue
            old, new = (other, one) if _is_new_first(passage.text, one.end, other.start) else (one, other)
            if new.period and any(r.size == length for r in old.readings):
                return replace(notice, period=new.placed(passage.start), stated=notice.period, amended_by=passage)
    return notice


def _is_swap(between: str) -> bool:
    return len(between) < _FAR and _BETWEEN.search(between) is not None


def _is_new_first(text: str, one_end: int, other_start: int) -> bool:
    between = text[one_end:other_start]
    if _NEW_FIRST.search(between) is None:
        return False
    return not between.strip(" \"“”'’").lower().startswith("for") or _SUBSTITUTING.search(text[:one_end]) is not None
