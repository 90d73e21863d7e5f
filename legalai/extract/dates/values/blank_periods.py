"""Periods whose length a form leaves open: "____ months", "[●] days' notice", "______ (__) years"."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from legalai.extract.dates.values.periods import find_periods
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Issue, Quote

Length = Literal["initial term", "renewal term", "notice period", "period"]

_MARK = (
    r"(?:_[_\s]{1,40}|\[[\s_●•·*.…xX\-–]{0,40}\]|\[\s?(?i:insert|number|no\.|#|tbd|tbc|to\s+be|enter|specify|fill)[^\]\n]{0,40}\]"
    r"|[●•]|(?<![\w.])\.{4,40}|…{1,20}|\*{3,6}|\bX{2,3}\b)"
)
_BLANK = re.compile(
    rf"(?P<mark>\(?{_MARK}\s{{0,2}}(?:\(\s?{_MARK}?\s?\)|\))?)[\s-]{{0,3}}"
    r"(?:(?:calendar|business|working|consecutive|full|additional|successive|further)\s+){0,3}"
    r"(?P<unit>days?|weeks?|months?|years?|quarters?)(?:\s?\(s\))?(?!\w)",
)
_NOTICE_BEHIND = re.compile(
    r"^['’]?s?\s{0,2}(?:\(\w\)\s)?(?:of\s+)?(?:prior|advance|written|notice|before|in\s+advance)\b", re.IGNORECASE
)
_NOTICE = re.compile(
    r"\bnotice\s+(?:period\s+)?(?:of|is|shall\s+be)\s+(?:(?:not|no)\s+less\s+than\s+|at\s+least\s+)?$", re.IGNORECASE
)
_RENEWAL = re.compile(
    r"\b(?:renew\w*|extend\w*|successive|additional|further|subsequent|extension)\b[^.;]{0,80}$", re.IGNORECASE
)
_TERM = re.compile(
    r"\b(?:term|duration|force|effect|continu\w+|runs?|lasts?|period)\b[^.;]{0,60}\b(?:of|for|is|be|runs?|lasts?|:)\s*$|\bterm\W{1,4}$",
    re.IGNORECASE,
)


def find_blank_periods(text: str, *, offset: int = 0) -> Iterator[Quote]:
    """The periods of a text without a number. `offset` is where it starts in the document."""
    blanks = tuple(_BLANK.finditer(text))
    known = find_periods(text) if blanks else ()
    for match in blanks:
        if any(match.start() < period.end and period.start < match.end() for period in known):
            continue  # "thirty (__) days" has its number
        yield Quote(text=match[0], start=offset + match.start(), end=offset + match.end())


def blank_lengths(passages: Sequence[Passage]) -> Iterator[tuple[Length, Quote]]:
    """What each period without a number is the length of, as far as the words round it say."""
    for passage in passages:
        for blank in find_blank_periods(passage.text, offset=passage.start):
            yield blank_of(passage, blank), blank


def blank_of(passage: Passage, blank: Quote) -> Length:
    """What one such period is the length of."""
    before, behind = passage.text[: blank.start - passage.start], passage.text[blank.end - passage.start :]
    if _NOTICE_BEHIND.match(behind) or _NOTICE.search(before):
        return "notice period"
    if _RENEWAL.search(before[-100:]):
        return "renewal term"
    return "initial term" if _TERM.search(before[-100:]) else "period"


def blank_period_issues(passages: Sequence[Passage]) -> tuple[Issue, ...]:
    """One issue for each length that is left open, with the question for it."""
    return tuple(
        Issue(
            code="period-blank",
            severity="warning",
            message=f"How long is the {what}? The text leaves its length open at character {blank.start}; nothing is "
            "counted with it.",
            page=next((p.page for p in passages if p.start <= blank.start < p.end), None),
        )
        for what, blank in blank_lengths(passages)
    )
