"""A right to end a fixed term on one day before its end, and the last day of notice for it."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from legalai.extract.clauses.pointers import quote, whole
from legalai.extract.dates.notice.notice_days import NoticeDays
from legalai.extract.dates.notice.notice_period import NoticeReading, find_stated_notice
from legalai.extract.dates.party_named import named_before
from legalai.extract.dates.values.dates import DateOrder, find_dates
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

# What a break turns on, in the sentence that gives it.
_CONDITION = re.compile(
    r"\b(?:provided\s+(?:always\s+)?(?:that|it|the|no)|(?:up)?on\s+(?:the\s+)?condition|conditional\s+(?:up)?on|(?:as|so)\s+long\s+as"
    r"|only\s+(?:if|where|when)|if\s+(?:and\s+only\s+if\s+)?(?:it|the|no|all|there|at|on|by|[A-Z]\w+)\b|unless\b"
    r"|subject\s+to\s+(?!(?:this|clauses?|sections?|articles?|paragraphs?|the\s+(?:following|terms|provisions))\b)"
    r"|(?:up)?on\s+payment\s+of|against\s+payment\s+of)",
    re.IGNORECASE,
)
# A later sentence on the same right.
_OF_THE_BREAK = re.compile(
    r"\b(?:break|(?:this|such|that|the)\s+(?:\w+\s+){0,2}?(?:right|option|notice|termination|entitlement)|exercis\w+)\b",
    re.IGNORECASE,
)
_LAPSES = re.compile(
    r"\b(?:of\s+no\s+(?:force|effect)|ineffective|void|lapses?|shall\s+not\s+(?:have|take)\s+effect|may\s+only|conditions?)\b",
    re.IGNORECASE,
)
_NEXT = 4

CountBack = Callable[[date, NoticeReading], NoticeDays]


def find_break_rights(
    passages: Sequence[Passage], parties: Sequence[Party], order: DateOrder | None, *, instrument: str, count: CountBack
) -> tuple[Clock, ...]:
    """A clock for each day on which a party may end the contract early, with its notice counted back from that day."""
    found: list[Clock] = []
    for index, passage in enumerate(passages):
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
                    proof=(step, *_conditions(passages, index), *days.proof),
                )
            )
    return tuple(found)


def _conditions(passages: Sequence[Passage], index: int) -> tuple[ProofStep, ...]:
    """What the break turns on besides the notice, in its own sentence and in those right after it."""
    own = _CONDITION.search(passages[index].text)
    quotes = [quote(passages[index], own.start(), len(passages[index].text))] if own else []
    for passage in passages[index + 1 : index + 1 + _NEXT]:
        if passage.is_heading:
            break
        if _OF_THE_BREAK.search(passage.text) and (_CONDITION.search(passage.text) or _LAPSES.search(passage.text)):
            quotes.append(whole(passage))
    if not quotes:
        return ()
    rule = "the notice ends the contract only where these conditions are met, on the days that they name"
    return (
        ProofStep(
            step="conditions of the break", result="not known whether they are met", quotes=tuple(quotes), rule=rule
        ),
    )
