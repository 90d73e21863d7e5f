"""The days of a notice that takes effect on a given day: from when, until when, and by when it is sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from legalai.deadlines.business_days import WEEKDAYS, roll_back, roll_forward
from legalai.deadlines.notice import last_day_to_send, notice_window
from legalai.extract.clauses.pointers import whole
from legalai.extract.dates.counting import Counting
from legalai.extract.dates.deemed_receipt import find_deemed_receipt
from legalai.extract.dates.notice_period import NoticeReading
from legalai.extract.segmentation.passages import Passage
from legalai.schema import ProofStep, Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDays:
    """The first day on which the notice counts, the last, and the last to send it, with the steps that led there."""

    opens: date | None = None
    deadline: date | None = None
    send_by: date | None = None
    proof: tuple[ProofStep, ...]


def notice_days(
    counted_from: date, notice: NoticeReading, counting: Counting, passages: Sequence[Passage]
) -> NoticeDays:
    """The days of `notice` back from a day; no deadline where it cannot be counted, and the step says why."""
    assert notice.period is not None
    quoted = Quote(text=notice.period.text, start=notice.period.start, end=notice.period.end)
    try:
        window = notice_window(
            counted_from, notice.period, earliest=notice.earliest, jurisdiction=counting.place, rule=counting.rule
        )
        deadline = _moved(window.deadline, counting)
    except (LookupError, ValueError, OverflowError):
        step = ProofStep(
            step="notice deadline",
            result="not known",
            quotes=(quoted,),
            rule=counting.unknown,
        )
        return NoticeDays(proof=(step,))
    deadline_step = ProofStep(
        step="notice deadline",
        result=deadline.isoformat(),
        quotes=(quoted, whole(notice.passage), *((whole(notice.amended_by),) if notice.amended_by else ())),
        rule=f"the notice period back from {counted_from} ({counting.words}{_whose_days(notice, counting)})",
    )
    send_by, send_step = _send_by(deadline, passages, counting.place)
    return NoticeDays(opens=window.opens, deadline=deadline, send_by=send_by, proof=(deadline_step, *send_step))


def _moved(day: date, counting: Counting) -> date:
    """The last day, moved off a day on which no business is done as the contract says.

    Raises: LookupError where it moves back and business days are not known.
    """
    if counting.off_day == "back":
        if counting.place is None:
            raise LookupError("whether the last day is a business day is not known")
        return roll_back(day, counting.place)
    return roll_forward(day, counting.place) if counting.off_day == "forward" and counting.place else day


def _whose_days(notice: NoticeReading, counting: Counting) -> str:
    if notice.period is None or notice.period.day_count != "business":
        return ""
    place = "Monday to Friday, holidays or not" if counting.place == WEEKDAYS else counting.place
    if counting.place and "+" in counting.place:
        place = f"days on which business is done in each of {counting.place.replace('+', ', ')}"
    return f"; business days: {place}"


def _send_by(
    deadline: date, passages: Sequence[Passage], jurisdiction: str | None
) -> tuple[date | None, tuple[ProofStep, ...]]:
    receipt = find_deemed_receipt(passages)
    if receipt is None:
        return deadline, ()
    try:
        day = last_day_to_send(deadline, receipt.period, jurisdiction=jurisdiction)
    except (LookupError, ValueError):
        day = None
    step = ProofStep(
        step="send by",
        result=day.isoformat() if day else "not known",
        quotes=(whole(receipt.passage),),
        rule="the longest deemed receipt stated, back from the notice deadline",
    )
    return day, (step,)
