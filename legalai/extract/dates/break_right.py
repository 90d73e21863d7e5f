"""A right to end a fixed term on one day before its end, and the last day of notice for it."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from legalai.extract.clauses.pointers import whole
from legalai.extract.dates.dates import DateOrder, find_dates
from legalai.extract.dates.notice_days import NoticeDays
from legalai.extract.dates.notice_period import NoticeReading, find_stated_notice
from legalai.extract.dates.party_named import named_before
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clock, NoticeTerms, Party, ProofStep

_BREAKS = re.compile(
    r"\b(?:may|can|right\s+to|entitled\s+to|option\s+to)\b[^.;]{0,60}?\b(?:terminat\w+|end|break|cancel"
    r"|bring\s+(?:\w+\s+){1,4}to\s+an\s+end)\b[^.;]{0,80}?"
    r"\b(?:on|as\s+of|with\s+effect\s+(?:from|on)|effective(?:\s+(?:on|as\s+of))?|at)\s+(?:the\s+)?$",
    re.IGNORECASE,
)

# Looking for dates is dear: first whether a power to end is there at all.
_MAY_BREAK = re.compile(
    r"\b(?:may|can|right|entitled|option)\b[^.;]{0,80}?\b(?:terminat|end\b|break|cancel|bring\b)", re.IGNORECASE
)

CountBack = Callable[[date, NoticeReading], NoticeDays]


def find_break_rights(
    passages: Sequence[Passage], parties: Sequence[Party], order: DateOrder | None, *, instrument: str, count: CountBack
) -> tuple[Clock, ...]:
    """A clock for each day on which a party may end the contract early, with its notice counted back from that day."""
    found: list[Clock] = []
    for passage in passages:
        if not _MAY_BREAK.search(passage.text):
            continue
        for day in find_dates(passage.text, order=order):
            power = _BREAKS.search(passage.text[: day.start])
            notice = find_stated_notice(passage) if power and day.value else None
            if power is None or day.value is None or notice is None or notice.period is None:
                continue
            days = count(day.value, notice)
            step = ProofStep(
                step="break day",
                result=day.value.isoformat(),
                quotes=(whole(passage),),
                rule="the contract may be ended on this day; conditions that the words add must be met besides",
            )
            found.append(
                Clock(
                    party=named_before(passage, power.start() + 1, parties),
                    instrument=instrument,
                    what="end the contract on its break day",
                    notice=NoticeTerms(period=notice.period),
                    window_opens=days.opens,
                    notice_by=days.deadline,
                    send_by=days.send_by,
                    effective_on=day.value,
                    proof=(step, *days.proof),
                )
            )
    return tuple(found)
