"""A right to end a fixed term on one day before its end, and the last day of notice for it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legalai.extract.clauses.pointers import quote, whole
from legalai.extract.dates.exits.break_dates import Break, BreakRight
from legalai.extract.dates.exits.break_days import BreakDay, days_at
from legalai.extract.dates.life import Life
from legalai.extract.dates.notice.notice_period import find_stated_notice
from legalai.extract.dates.party_named import named_before
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clock, NoticeTerms, Party, ProofStep, QuotedPeriod

_ENDS = (
    r"\b(?:terminat\w+|end|break|cancel|cancelled|ended|broken|determine[d]?(?=\s+(?:this|the|on|at|by|upon)\b)"
    r"|bring\s+(?:\w+\s+){1,4}to\s+an\s+end)\b"
)
_MAY = r"\b(?:may|can|right(?:\s+\([^)]{0,60}\))?\s+to|entitled\s+to|free\s+to|at\s+liberty\s+to|option\s+to)\b"
# Words that tie the day behind them to another thing than the end of the contract.
_ANOTHER = (
    r"(?:(?!\b(?:if|unless|when|where|should|fail\w*|due|paid|payable|breach\w*|default\w*|which|any\s+time|expir(?:es|ing)|until|notice,?\s+and|whereupon)\b)"
    r"(?:[^.;]|\.(?=\d)))"
)
_ON = (
    r"(?:on|as\s+(?:of|at|from)|with\s+effect\s+(?:from|on|as\s+(?:of|from))"
    r"|effective(?:\s+(?:on|as\s+of|from|at))?|at)"
)
_BREAKS = re.compile(rf"{_MAY}(?:[^.;]|\.(?=\d)){{0,140}}?{_ENDS}(?={_ANOTHER}{{0,140}}?\b{_ON}\s)", re.IGNORECASE)
# The day of a notice or of another paper, and the end of another thing than the contract.
_OF_A_PAPER = re.compile(
    r"\b(?:given|served|sent|received|delivered|made|dated|held|published|signed|executed|into|force|rates?|prices?|fees?|applicable|current)\s+$",
    re.IGNORECASE,
)
_ANOTHER_THING = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,4}?(?:polic(?:y|ies)|insurance|bookings?|purchase\s+orders?|guarantees?|employees?|sub-?licen[cs]es?|facilit(?:y|ies)|letters?\s+of\s+credit)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(rf"\b{_ON}\s+(?=\S)", re.IGNORECASE)
_FROM_POWER = re.compile(rf"{_ANOTHER}{{0,140}}", re.IGNORECASE)
# "On the third anniversary of the Effective Date, Customer may terminate"
_DAY_FIRST = re.compile(
    rf"\s*(?:\([^()]{{0,60}}\)\s*)?,?\s+(?:either\s+party|(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){{0,3}})\s+{_MAY}[^.;]{{0,60}}?{_ENDS}",
)
_FIRST_WORDS = re.compile(
    r"(?:^|[.;:,)]\s*)[\dA-Za-z.()]{0,6}\s*(?P<on>[Oo]n|[Aa]t|[Ww]ith effect from|[Ee]ffective)\s+"
)
# From then on is no day to break on.
_FROM_THEN_ON = re.compile(
    r"\s*,?\s*(?:or|and)\s+(?:at\s+)?(?:any\s+time\s+)?(?:after|thereafter|later)\b", re.IGNORECASE
)

# Looking for days is dear: first whether a power to end is there at all.
_MAY_BREAK = re.compile(
    r"\b(?:may|can|right|entitled|free|liberty|option)\b[^;]{0,140}?\b(?:terminat|end(?:ed)?\b|break|broken|cancel|bring\b|determin)",
    re.IGNORECASE,
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

BREAK = "end the contract on its break day"
"""What the clock of a right to break is for."""


@dataclass(frozen=True, slots=True)
class _Right:
    """The days on which a passage lets a party end the contract; `power`: where it says so."""

    power: int
    days: tuple[BreakDay, ...]


def find_break_rights(life: Life, parties: Sequence[Party], *, instrument: str) -> tuple[Clock, ...]:
    """A clock for each day on which a party may end the contract early, with its notice counted back from that day.

    One without a day where the text ties it to something whose day it does not give.
    """
    found: list[Clock] = []
    for index, passage in enumerate(life.passages):
        right = _right(passage, life) if _MAY_BREAK.search(passage.text) else None
        notice = find_stated_notice(passage) if right else None
        if right is None or notice is None or notice.period is None:
            continue
        conditions = _conditions(life.passages, index)
        party = named_before(passage, right.power + 1, parties)
        ending = BreakRight(notice, life)
        breaks = [told for day in right.days if (told := ending.on(day))]
        found += [_clock(each, party, instrument, notice.period, conditions) for each in _distinct(breaks)]
    return tuple(found)


def _distinct(breaks: Sequence[Break]) -> list[Break]:
    """The breaks, each day once; where one has a day, none without."""
    by_day = {each.day: each for each in reversed(breaks)}
    return [each for each in by_day.values() if each.day or len(by_day) == 1][::-1]


def _clock(
    told: Break, party: str | None, instrument: str, period: QuotedPeriod, conditions: tuple[ProofStep, ...]
) -> Clock:
    days = told.notice
    return Clock(
        party=party,
        instrument=instrument,
        what=BREAK,
        notice=NoticeTerms(period=period),
        window_opens=days.opens if days else None,
        notice_by=days.deadline if days else None,
        send_by=days.send_by if days else None,
        effective_on=told.day,
        proof=(told.step, *conditions, *(days.proof if days else ())),
    )


def _right(passage: Passage, life: Life) -> _Right | None:
    """The right to break that a passage gives, where days stand behind the power to end or open its sentence."""
    for power, at in _places(passage.text):
        days, end = days_at(passage, at, life.passages, life.given.order)
        if days and not _FROM_THEN_ON.match(passage.text, end):
            return _Right(power, days)
    return None


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Where a power to end begins, and where a day that it is for may stand."""
    for power in _BREAKS.finditer(text):
        if _ANOTHER_THING.match(text, power.end()):
            continue
        reach = _FROM_POWER.match(text, power.end())
        for place in _PLACE.finditer(text, power.end()):
            if reach is None or place.start() > reach.end():
                break
            if not _OF_A_PAPER.search(text, max(place.start() - 20, 0), place.start()):
                yield power.start(), place.end()
    first = _FIRST_WORDS.search(text)
    power = _DAY_FIRST.search(text, first.end(), first.end() + 300) if first else None
    if first and power:
        yield power.start(), first.end()


def told_as_break(right: Clock, breaks: Sequence[Clock]) -> bool:
    """Whether a right to end is one of those to break, read without its day."""
    places = {step.quotes[0].start for clock in breaks for step in clock.proof if step.step == "break day"}
    grounds = {"end the contract at will", "end the contract on a ground of its own"}
    asked = [step.quotes[0].start for step in right.proof if step.step == "right to end"]
    lengths = {c.notice.period.size for c in breaks if c.notice.period}
    period = right.notice.period
    two_edged = any(clock.window_opens for clock in breaks)
    same = period is None or two_edged or period.size in lengths
    return right.what in grounds and same and any(start in places for start in asked)


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
