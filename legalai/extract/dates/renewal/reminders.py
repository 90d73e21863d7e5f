"""The duty of one side to remind the other of a renewal: from when and until when it must do so."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from legalai.extract.clauses.pointers import whole
from legalai.extract.dates.clock import Deadlines
from legalai.extract.dates.notice.notice_days import NoticeDays
from legalai.extract.dates.notice.notice_period import NoticeReading, read_notice
from legalai.extract.dates.party_named import named_before
from legalai.extract.dates.renewal.reminder_words import Part, reminding_parts
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clock, NoticeTerms, Party, ProofStep

WHAT = "remind of the renewal"
_TELLS = re.compile(
    r"\b(?:shall|will|must|undertakes?|agrees?|fails?|is\s+(?:obliged|required)|has\s+to)\b", re.IGNORECASE
)
_BY_WHOM = re.compile(
    r"\b(?:reminded|notified|informed|advised|told|sent|given|provided)\s+by\s+(?:the\s+)?(?=\w)", re.IGNORECASE
)
_BEFORE_LAST_DAY = re.compile(
    r"\b(?:before|prior\s+to|ahead\s+of)\s+(?:the\s+)?(?:last\s+(?:day|date)|deadline|(?:notice|non-renewal|opt-out|cancellation)\s+"
    r"(?:deadline|date)|end\s+of\s+the\s+notice\s+period)\b",
    re.IGNORECASE,
)
_NO_DAY = "the text tells of no length of time before the renewal that can be counted"

ToTheEnd = Callable[[NoticeReading], Deadlines]
ToADay = Callable[[date, NoticeReading], NoticeDays]


def find_reminders(
    passages: Sequence[Passage],
    parties: Sequence[Party],
    *,
    instrument: str,
    to_the_end: ToTheEnd,
    to_a_day: ToADay,
    last_day: date | None,
) -> tuple[Clock, ...]:
    """A clock for each sentence that makes one side remind the other; without a day where it tells of none.

    `to_the_end` counts back from the end of the term, `to_a_day` from `last_day`, the last day for notice, where the
    words count from it.
    """
    found = (
        _clock(part, parties, instrument, _days(part, to_the_end, to_a_day, last_day))
        for passage in passages
        for part in _in(passage)
    )
    # The duty, and what follows where it is not met, are often said apart.
    return tuple({(clock.party, clock.notice_by): clock for clock in found}.values())


def _in(passage: Passage) -> Iterator[Passage]:
    """The parts of a passage that speak of a reminder, each a passage of its own."""
    for part in reminding_parts(passage.text):
        yield _cut(passage, part)


def _cut(passage: Passage, part: Part) -> Passage:
    text = passage.text[part.start : part.end]
    return replace(passage, text=text, start=passage.start + part.start, end=passage.start + part.end)


def _days(
    part: Passage, to_the_end: ToTheEnd, to_a_day: ToADay, last_day: date | None
) -> tuple[NoticeReading | None, date | None, date | None, tuple[ProofStep, ...]]:
    """The period read, the first and the last day to remind, and how they were reckoned."""
    notice = read_notice(part, led=True)
    if notice is None or notice.period is None:
        return None, None, None, ()
    if not _BEFORE_LAST_DAY.search(part.text):
        days = to_the_end(notice)
        return notice, days.window_opens, days.notice_deadline, days.proof
    if last_day is None:
        return notice, None, None, ()
    counted = to_a_day(last_day, notice)
    return notice, counted.opens, counted.deadline, counted.proof


def _clock(
    part: Passage,
    parties: Sequence[Party],
    instrument: str,
    days: tuple[NoticeReading | None, date | None, date | None, tuple[ProofStep, ...]],
) -> Clock:
    notice, opens, deadline, proof = days
    return reminding_clock(part, _who(part, parties), notice, (opens, deadline, proof), instrument=instrument)


def reminding_clock(
    part: Passage,
    party: str | None,
    notice: NoticeReading | None,
    days: tuple[date | None, date | None, tuple[ProofStep, ...]],
    *,
    instrument: str = "main agreement",
) -> Clock:
    """The clock of a duty to remind: who must, with which period, from when until when and how that was reckoned."""
    opens, deadline, proof = days
    step = ProofStep(
        step="duty to remind",
        result=f"by {deadline}" if deadline else "no day",
        quotes=(whole(part),),
        rule="what is to be told is that the contract renews; it is no notice against it" if deadline else _NO_DAY,
    )
    return Clock(
        party=party,
        instrument=instrument,
        what=WHAT,
        notice=NoticeTerms(period=notice.period if notice else None),
        window_opens=opens,
        notice_by=deadline,
        proof=(step, *(each for each in proof if each.step != "send by")),
    )


def _who(part: Passage, parties: Sequence[Party]) -> str | None:
    """Who must remind: the one after "by" in the passive, else the one named before the duty."""
    if by := _BY_WHOM.search(part.text):
        said = part.text[by.end() : by.end() + 60]
        named = [party for party in parties for name in _names(party) if said.lower().startswith(name.lower())]
        return (named[0].role or named[0].name) if named else None
    duty = _TELLS.search(part.text)
    return named_before(part, duty.start() + 1, parties) if duty else None


def _names(party: Party) -> list[str]:
    return [name for name in (party.name, party.role, *party.aliases) if name]
