"""The running term as of a day, and by when notice must be given to stop its renewal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from legalai.deadlines.business_days import has_calendar
from legalai.deadlines.calendar import add_period
from legalai.deadlines.notice import NoticeRule, last_day_to_send, notice_window
from legalai.extract.clauses.pointers import whole
from legalai.extract.dates.deemed_receipt import find_deemed_receipt
from legalai.extract.dates.expiration import Expiration
from legalai.extract.dates.notice_period import NoticeReading
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Period, ProofStep, Quote, Renewal

# No contract renews more often; a loop over a wrong period must end.
_MOST_RENEWALS = 2000
# Where "at least N days' notice" means N clear days: In re Hector Whaling [1936] Ch 208.
_CLEAR_DAYS = frozenset({"gb-eaw"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """The days that follow from term, renewal and notice, with the steps that led to them."""

    current_term_end: date | None = None
    window_opens: date | None = None
    notice_deadline: date | None = None
    send_by: date | None = None
    proof: tuple[ProofStep, ...] = ()


def find_deadlines(
    expiration: Expiration,
    renewal: Renewal,
    notice: NoticeReading | None,
    passages: Sequence[Passage],
    *,
    jurisdiction: str | None,
    as_of: date,
) -> Deadlines:
    """The end of the term that runs on `as_of`, and the notice days before it; what is not certain stays None."""
    first_end = expiration.key_date.value
    if not isinstance(first_end, date):
        return Deadlines()
    times = _renewals(first_end, renewal, as_of)
    if times is None:
        return Deadlines(proof=(_ended(first_end, renewal, as_of),))
    end = add_period(first_end, renewal.term, times=times) if times and renewal.term else first_end
    proof = (_term_step(end, times, expiration, renewal),)
    if notice is None or notice.period is None or renewal.kind != "automatic":
        return Deadlines(current_term_end=end, proof=proof)
    return _noticed(end, expiration, notice, passages=passages, jurisdiction=jurisdiction, proof=proof)


def _renewals(first_end: date, renewal: Renewal, as_of: date) -> int | None:
    """How many renewals have begun by `as_of`; None where the term has run out, or may have."""
    if as_of <= first_end:
        return 0
    if renewal.kind != "automatic" or renewal.term is None:
        return None
    if not renewal.successive:
        return 1 if _after(first_end, renewal.term, 1, as_of) else None
    return next((n for n in range(1, _MOST_RENEWALS) if _after(first_end, renewal.term, n, as_of)), None)


def _after(first_end: date, term: Period, times: int, as_of: date) -> bool:
    try:
        return add_period(first_end, term, times=times) >= as_of
    except (ValueError, OverflowError):
        return False


def _ended(first_end: date, renewal: Renewal, as_of: date) -> ProofStep:
    why = {
        "automatic": "the renewals the text provides for do not reach that day",
        "optional": "whether the option to renew was used is not in the text",
        "none": "the text provides for no renewal",
        "unknown": "no renewal was found in the text",
    }[renewal.kind]
    return ProofStep(
        step="current term end",
        result="not known",
        quotes=_renewal_quotes(renewal),
        rule=f"the initial term ended on {first_end}, before {as_of}, and {why}",
    )


def _term_step(end: date, times: int, expiration: Expiration, renewal: Renewal) -> ProofStep:
    rule = (
        "the initial term is running"
        if not times
        else f"the end of the initial term plus {times} renewal terms, assuming that no notice was given"
    )
    quotes = _end_quotes(expiration) + (_renewal_quotes(renewal) if times else ())
    return ProofStep(step="current term end", result=end.isoformat(), quotes=quotes, rule=rule)


def _noticed(
    end: date,
    expiration: Expiration,
    notice: NoticeReading,
    *,
    passages: Sequence[Passage],
    jurisdiction: str | None,
    proof: tuple[ProofStep, ...],
) -> Deadlines:
    if notice.period is None:
        return Deadlines(current_term_end=end, proof=proof)
    # A computed end is the anniversary; where the first day counts, or may, notice is counted from the day before.
    computed = expiration.key_date.status == "computed"
    last_day = end - timedelta(days=1) if computed and expiration.first_day_counts is not False else end
    rule: NoticeRule = "clear-days" if jurisdiction in _CLEAR_DAYS else "days-before"
    place = jurisdiction if has_calendar(jurisdiction) else None
    quoted = Quote(text=notice.period.text, start=notice.period.start, end=notice.period.end)
    try:
        window = notice_window(last_day, notice.period, earliest=notice.earliest, jurisdiction=place, rule=rule)
    except (LookupError, ValueError, OverflowError):
        step = ProofStep(
            step="notice deadline",
            result="not known",
            quotes=(quoted,),
            rule="business days cannot be counted without the holidays of the governing law, or the window is empty",
        )
        return Deadlines(current_term_end=end, proof=(*proof, step))
    deadline_step = ProofStep(
        step="notice deadline",
        result=window.deadline.isoformat(),
        quotes=(quoted, whole(notice.passage)),
        rule=f"the notice period back from {last_day} ({rule}); never moved to a later day",
    )
    send_by, send_step = _send_by(window.deadline, passages, place)
    return Deadlines(
        current_term_end=end,
        window_opens=window.opens,
        notice_deadline=window.deadline,
        send_by=send_by,
        proof=(*proof, deadline_step, *send_step),
    )


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


def _end_quotes(expiration: Expiration) -> tuple[Quote, ...]:
    found = expiration.key_date
    if found.text is None or found.start is None or found.end is None:
        return ()
    return (Quote(text=found.text, start=found.start, end=found.end),)


def _renewal_quotes(renewal: Renewal) -> tuple[Quote, ...]:
    if renewal.text is None or renewal.start is None or renewal.end is None:
        return ()
    return (Quote(text=renewal.text, start=renewal.start, end=renewal.end),)
