"""Exits that are open only at the end of a month, a quarter, a half-year or a calendar year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from legalai.deadlines.stretches import Grid, Stretch
from legalai.extract.clauses.pointers import quote
from legalai.extract.dates.clock import Deadlines
from legalai.extract.dates.notice.counting import find_counting
from legalai.extract.dates.notice.notice_days import notice_days
from legalai.extract.dates.notice.notice_period import NoticeReading, find_stated_notice
from legalai.extract.dates.values.stretch_words import stretch
from legalai.extract.segmentation.passages import Passage
from legalai.schema import ProofStep, Quote, Renewal

_END_OF = re.compile(
    r"\b(?:end|close|last\s+day|expiry|conclusion)\s+of\s+(?:a|an|any|each|the|every|such|that|some)\s+"
    r"(?:(?P<calendar>calendar)\s+|(?:given|following|next|current|relevant|respective|then|running|subsequent)\s+){0,3}"
    r"(?P<unit>month|quarter|half[\s-]?year|year)\b"
    r"|\b(?:(?P<calendar_end>calendar)\s+)?(?P<unit_end>month|quarter|half[\s-]?year|year)(?:['’]s)?[\s-](?:end|close)s?\b",
    re.IGNORECASE,
)
# "on the fifteenth or the last day of a month"
_OR_FIFTEENTH = re.compile(
    r"\b(?:15th|fifteenth|middle|mid-?point)(?:\s+day)?(?:\s+(?:of\s+)?(?:a|any|each|the|every)\s+(?:calendar\s+)?month)?\s*,?\s+"
    r"(?:or|and)\s+(?:(?:on|at|with|to)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:terminat\w+|cancel\w*|ends?|ended|ending|exit\w*|stop\w*|give(?:s|n)?\s+(?:\w+\s+){0,4}notice|giving|leave|withdraw\w*)\b",
    re.IGNORECASE,
)
# Ends of a month stand in many clauses; these are of another matter.
_OTHER_MATTER = re.compile(
    r"\b(?:invoic\w+|pay(?:s|able|ment|ments|ing)?|report\w*|forecast\w*|royalt\w+|deliver\w*|audit\w*|breach|default|cure[sd]?|insolven\w+|"
    r"purchase\s+orders?|interest|statements?)\b",
    re.IGNORECASE,
)
_MOST_STEPS = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class GridExit:
    """How often the contract can be left, on what notice, and the words that say so; `first`: not before that day."""

    grid: Stretch
    notice: NoticeReading
    said: Quote
    first: date | None = None


def find_grid_exit(passages: Sequence[Passage], notice: NoticeReading | None) -> GridExit | None:
    """The first passage that lets a party leave at the end of any month, quarter, half-year or calendar year.

    `notice`: the one found for the contract, where the passage states no period itself.
    """
    for passage in passages:
        end = _END_OF.search(passage.text)
        if end is None or not _ENDS.search(passage.text) or _OTHER_MATTER.search(passage.text):
            continue
        grid = "half-month" if _OR_FIFTEENTH.search(passage.text[: end.start()]) else _grid(end)
        stated = find_stated_notice(passage) or notice
        if grid and stated and stated.period:
            return GridExit(grid=grid, notice=stated, said=quote(passage, *end.span()))
    return None


def _grid(end: re.Match[str]) -> Stretch | None:
    """The grid that words name; None for the end of a year that is no calendar year: it is the end of a term."""
    unit = (end["unit"] or end["unit_end"]).lower()
    if unit == "year":
        return "year" if end["calendar"] or end["calendar_end"] else None
    return stretch(unit)


def grid_deadlines(
    found: GridExit,
    passages: Sequence[Passage],
    *,
    first_end: date | None,
    renewal: Renewal,
    jurisdiction: str | None,
    as_of: date,
) -> Deadlines:
    """The earliest end that a notice given on `as_of` can still bring about, and the last day of notice for it.

    `first_end`: the last day of the initial term, before which nobody leaves; None where there is none.
    """
    counting = find_counting(found.notice, passages, jurisdiction)
    counting = replace(counting, from_renewal_day=False)
    for end in _grid_days(found.grid, max(first_end or as_of, found.first or as_of, as_of)):
        days = notice_days(end, found.notice, counting, passages)
        if days.deadline is None:
            return Deadlines(proof=days.proof)
        if days.deadline >= as_of:
            step = ProofStep(
                step="current term end",
                result=end.isoformat(),
                quotes=(found.said, *_said(renewal)),
                rule=f"the earliest end of a {found.grid} for which notice on {as_of} is in time"
                + (f", not before the initial term ends on {first_end}" if first_end else ""),
            )
            return Deadlines(
                current_term_end=end,
                window_opens=days.opens,
                notice_deadline=days.deadline,
                send_by=days.send_by,
                proof=(step, *days.proof),
            )
    return Deadlines()


def _grid_days(step: Stretch, start: date) -> Iterator[date]:
    """The last days of the stretches of the grid, from the one that `start` falls in."""
    return (Grid(step).last_day(start, forward=later) for later in range(_MOST_STEPS))


def _said(renewal: Renewal) -> tuple[Quote, ...]:
    if renewal.text is None or renewal.start is None or renewal.end is None:
        return ()
    return (Quote(text=renewal.text, start=renewal.start, end=renewal.end),)
