"""The days of a notice that takes effect on a given day: from when, until when, and by when it is sent."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from legalai.deadlines.business_days import WEEKDAYS, roll_back, roll_forward
from legalai.deadlines.notice import last_day_to_send, notice_window
from legalai.extract.clauses.pointers import whole
from legalai.extract.dates.authorities import BGB_130
from legalai.extract.dates.notice.counting import Counting
from legalai.extract.dates.notice.deemed_receipt import DeemedReceipt, find_deemed_receipts
from legalai.extract.dates.notice.notice_period import NoticeReading
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Authority, ProofStep, Quote

_RECEIVED = re.compile(
    r"\b(?:notices?|notification)\b[^.;]{0,160}\b(?:received|receives|reach(?:es|ed)?|arriv(?:es?|ed)|in\s+receipt)\b"
    r"|\b(?:received|receives|reached|in\s+receipt\s+of)\b[^.;]{0,60}\b(?:notice|notification)\b",
    re.IGNORECASE,
)
_ON_RECEIPT = re.compile(
    r"\bnotices?\b[^.;]{0,300}\b(?:effective|effect|deemed\s+\w+|given|valid|counts?)\s+(?:only\s+)?"
    r"(?:(?:(?:up)?on|from|at\s+the\s+(?:time|moment)\s+of)\s+(?:actual\s+|its\s+|their\s+)?(?:receipt|delivery|arrival)\b"
    r"|(?:when|once|if|as\s+soon\s+as)\s+(?:(?:it|they)\s+(?:is|are|has|have)\s+)?(?:actually\s+)?(?:been\s+)?"
    r"(?:received|delivered|arriv\w+)\b|(?:when|once|if|as\s+soon\s+as)\s+(?:it|they)\s+(?:actually\s+)?(?:reach|arriv)\w*)",
    re.IGNORECASE,
)
_GIVEN = " (its length was given, the text leaves it open)"
_NO_TIME = "the notice must be received by its last day, and the text does not say how long it takes to arrive"
_TWO_READINGS = "words and figure of the time after which it counts as received disagree: neither is chosen"
_AFTER_HOURS = (
    "what comes after hours counts as received on the next day: the day before, by a way that arrives that day"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDays:
    """The first day on which the notice counts, the last, and the last to send it, with the steps that led there."""

    opens: date | None = None
    deadline: date | None = None
    send_by: date | None = None
    proof: tuple[ProofStep, ...]


def notice_days(
    counted_from: date,
    notice: NoticeReading,
    counting: Counting,
    passages: Sequence[Passage],
    *,
    latest_end: date | None = None,
) -> NoticeDays:
    """The days of `notice` back from a day; no deadline where it cannot be counted, and the step says why.

    `latest_end` is that of `notice_window`.
    """
    assert notice.period is not None
    assert notice.least is not None
    quoted = Quote(text=notice.period.text, start=notice.period.start, end=notice.period.end)
    try:
        window = notice_window(
            counted_from,
            notice.least,
            earliest=notice.earliest,
            latest_end=latest_end,
            jurisdiction=counting.place,
            rule="days-before" if notice.closes_at_end else counting.rule,
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
    send_by, send_step = _send_by(deadline, notice, counting, passages)
    opening = () if window.opens is None else (_opening(window.opens, notice, latest_end or counted_from),)
    proof = (*opening, _counted_back(deadline, counted_from, quoted, notice, counting), *send_step)
    return NoticeDays(opens=window.opens, deadline=deadline, send_by=send_by, proof=proof)


def _counted_back(
    deadline: date, counted_from: date, quoted: Quote, notice: NoticeReading, counting: Counting
) -> ProofStep:
    return ProofStep(
        step="notice deadline",
        result=deadline.isoformat(),
        quotes=(quoted, whole(notice.passage), *((whole(notice.amended_by),) if notice.amended_by else ())),
        rule=f"the text gives no last day but the end: the day before {counted_from}"
        if notice.closes_at_end
        else f"the notice period{_GIVEN if notice.is_given else ''} back from {counted_from} "
        f"({counting.words}{_whose_days(notice, counting)})",
        authorities=() if notice.closes_at_end else counting.authorities,
    )


def _opening(opens: date, notice: NoticeReading, counted_from: date) -> ProofStep:
    return ProofStep(
        step="notice window",
        result=f"from {opens}",
        quotes=(whole(notice.passage),),
        rule=f"the longest notice back from {counted_from}: an earlier one would be too early",
    )


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
    if counting.place == WEEKDAYS:
        return "; business days: Monday to Friday, holidays or not"
    places = [place for place in (counting.place or "").split("+") if place != WEEKDAYS]
    named = f"days on which business is done in each of {', '.join(places)}" if len(places) > 1 else counting.place
    return f"; business days: {places[0] if len(places) == 1 else named}"


def _send_by(
    deadline: date, notice: NoticeReading, counting: Counting, passages: Sequence[Passage]
) -> tuple[date | None, tuple[ProofStep, ...]]:
    receipts = find_deemed_receipts(passages)
    if not receipts:
        said = notice.must_arrive or next((p for p in (notice.passage, *passages) if _must_arrive(p, notice)), None)
        authorities = ()
        if said is None and counting.rule == "whole-periods":
            said, authorities = notice.passage, (BGB_130,)  # it takes effect when it reaches somebody absent
        return (deadline, ()) if said is None else (None, (_not_known(said, authorities),))
    if in_conflict := next((receipt for receipt in receipts if receipt.is_open), None):
        return None, (_not_known(in_conflict.passage, (), _TWO_READINGS),)
    days = [(_sent(deadline, receipt, counting), receipt) for receipt in receipts]
    day, receipt = days[0]
    if day is not None:
        day, receipt = min(((d, r) for d, r in days if d is not None), key=lambda each: each[0])
    step = ProofStep(
        step="send by",
        result=day.isoformat() if day else "not known",
        quotes=(whole(receipt.passage),),
        rule=(
            _AFTER_HOURS if receipt.after_hours else "the longest deemed receipt stated, back from the notice deadline"
        )
        + ("" if day else "; its business days cannot be counted, as their holidays are not known"),
    )
    return day, (step,)


def _sent(deadline: date, receipt: DeemedReceipt, counting: Counting) -> date | None:
    """The last day to send what is received so much later; None where it cannot be counted."""
    try:
        return last_day_to_send(deadline, receipt.period, jurisdiction=counting.place)
    except (LookupError, ValueError):
        return None


def _must_arrive(passage: Passage, notice: NoticeReading) -> bool:
    """Whether the notice counts only once it is received, by its own words or by those on all notices."""
    own = passage.start == notice.passage.start and _RECEIVED.search(passage.text)
    return bool(own or _ON_RECEIPT.search(passage.text))


def _not_known(said: Passage, authorities: tuple[Authority, ...], why: str = _NO_TIME) -> ProofStep:
    return ProofStep(
        step="send by",
        result="not known",
        quotes=(whole(said),),
        rule=why,
        authorities=authorities,
    )
