"""Periods whose length a form leaves open: "____ months", "[●] days' notice", "______ (__) years"."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from legalai.extract.dates.values.periods import find_periods
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Issue, Quote, Renewal

Length = Literal["initial term", "renewal term", "notice period", "period"]

_MARK = (
    r"(?:_[_\s]{1,40}|\[[\s_●•·*.…xX\-–]{0,40}\]|\[\s?(?i:insert|number|no\.|#|tbd|tbc|to\s+be|enter|specify|fill)[^\]\n]{0,40}\]"
    r"|[●•]|(?<![\w.])\.{4,40}|…{1,20}|\*{3,6}|\bX{2,3}\b)"
)
_BLANK = re.compile(
    rf"(?P<mark>\(?{_MARK}\s{{0,2}}(?:\(\s?{_MARK}?\s?\)|\))?)[\s-]{{0,3}}"
    r"(?:(?:calendar|business|working|consecutive|full|additional|successive|further)\s+){0,3}"
    r"(?P<unit>days|day(?!\s{1,4}of\b)|weeks?|months?|years?|quarters?)(?:\s?\(s\))?(?!\w)",
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
_ANSWER: dict[Length, str] = {
    "initial term": ' Give it with --trigger "initial term=2 years".',
    "renewal term": ' Give it with --trigger "renewal term=12 months".',
    "notice period": ' Give it with --trigger "notice period=60 days", where it is that against renewal.',
}


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


def blank_period_issues(
    passages: Sequence[Passage], *, given: Collection[int] = (), renewal: Renewal | None = None
) -> tuple[Issue, ...]:
    """One issue for each length that is left open, with the question for it and how it is answered.

    Without those that the user gave: of the places `given`, and the length of `renewal` in its clause.
    """
    left: list[tuple[Length, Quote]] = [
        (what, blank)
        for what, blank in blank_lengths(passages)
        if blank.start not in given and not (what == "renewal term" and renewal is not None and _is_in(blank, renewal))
    ]
    return tuple(
        Issue(
            code="period-blank",
            severity="warning",
            message=f"How long is the {what}? The text leaves its length open at character {blank.start}; nothing is "
            f"counted with it.{_ANSWER.get(what, '')}",
            page=next((p.page for p in passages if p.start <= blank.start < p.end), None),
        )
        for what, blank in left
    )


def _is_in(blank: Quote, renewal: Renewal) -> bool:
    return renewal.start is not None and renewal.end is not None and renewal.start <= blank.start < renewal.end
