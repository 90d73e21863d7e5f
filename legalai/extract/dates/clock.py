"""The running term as of a day, and by when notice must be given to stop its renewal."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from legalai.deadlines.calendar import add_period
from legalai.extract.clauses.pointers import whole
from legalai.extract.dates.notice.counting import Counting, find_counting
from legalai.extract.dates.notice.notice_days import notice_days
from legalai.extract.dates.notice.notice_period import NoticeReading
from legalai.extract.dates.served import Served, find_served
from legalai.extract.dates.term.expiration import Expiration
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Period, ProofStep, Quote, Renewal

# No contract renews more often; a loop over a wrong period must end.
_MOST_RENEWALS = 2000
_NOTICED = frozenset({"automatic", "optional"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """The days that follow from term, renewal and notice, with the steps that led to them.

    `is_last`: the running term is the last, as the renewals that the text provides for are used up, or were stopped.
    """

    current_term_end: date | None = None
    window_opens: date | None = None
    notice_deadline: date | None = None
    send_by: date | None = None
    next_term_end: date | None = None
    next_notice_deadline: date | None = None
    is_last: bool = False
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
    if not isinstance(expiration.key_date.value, date):
        return Deadlines()
    ends = _Ends(expiration, renewal)
    served = _against_renewal(passages)
    # The term that runs when the notice is received is the last.
    times = _renewals(ends, renewal, min(as_of, served.day) if served and served.day else as_of)
    if times is None:
        return Deadlines(proof=(_ended(ends.first, renewal, as_of),))
    end = ends.after(times)
    if end < as_of:
        return Deadlines(current_term_end=end, proof=(_served_step(served) if served else _over(end, renewal),))
    proof = (_term_step(end, times, expiration, renewal),)
    if served:
        return Deadlines(current_term_end=end, is_last=True, proof=(*proof, _served_step(served)))
    if renewal.most is not None and times >= renewal.most:
        return Deadlines(current_term_end=end, is_last=True, proof=(*proof, _last_step(renewal)))
    if notice is None or notice.period is None or renewal.kind not in _NOTICED:
        return Deadlines(current_term_end=end, proof=proof)
    counting = find_counting(notice, passages, jurisdiction)
    now = _noticed(ends, times, notice, counting, passages=passages, proof=proof)
    if now.notice_deadline is None or now.notice_deadline >= as_of or times >= _most(renewal):
        return now
    again = times + 1 < _most(renewal)
    later = _noticed(ends, times + 1, notice, counting, passages=passages, proof=()) if again else Deadlines()
    return replace(now, next_term_end=ends.after(times + 1), next_notice_deadline=later.notice_deadline)


def _against_renewal(passages: Sequence[Passage]) -> Served | None:
    """The notice against renewal that the paper says was received, where it names that day."""
    served = find_served(passages)
    return served if served and served.against_renewal and served.day else None


def _served_step(served: Served) -> ProofStep:
    rule = f"a notice against renewal was given: the paper says so, with {served.day} as its day"
    return ProofStep(step="notice deadline", result="none", quotes=(whole(served.passage),), rule=rule)


class _Ends:
    """The last days of the initial term and of the renewals after it."""

    def __init__(self, expiration: Expiration, renewal: Renewal) -> None:
        value = expiration.key_date.value
        assert isinstance(value, date)
        self.first, self._term, self._later_term = value, renewal.term, renewal.later
        # A computed end is the anniversary; where the first day counts, or may, the term's last day is the one before.
        computed = expiration.key_date.status == "computed"
        self.last_day_before = computed and expiration.first_day_counts is not False
        # Where it is an anniversary, the renewal begins on it by the earlier of the two readings.
        self.renewal_day_after = timedelta(days=0 if computed and not expiration.is_last_day else 1)
        # "February 28": the next term begins on the first of a month, and ends with one.
        self._ends_months = (not computed or expiration.is_last_day) and (value + timedelta(days=1)).day == 1

    def after(self, times: int) -> date:
        """The end after so many renewals."""
        if not times or self._term is None:
            return self.first
        if self._later_term is None:
            return self._add(self.first, self._term, times)
        return self._add(self._add(self.first, self._term, 1), self._later_term, times - 1)

    def _add(self, end: date, term: Period, times: int) -> date:
        if self._ends_months and term.unit in ("month", "year"):
            return add_period(end + timedelta(days=1), term, times=times) - timedelta(days=1)
        return add_period(end, term, times=times)


def _renewals(ends: _Ends, renewal: Renewal, as_of: date) -> int | None:
    """How many renewals have begun by `as_of`, or before the contract ended; None where it may have ended."""
    if as_of <= ends.first or renewal.kind == "none":
        return 0
    if renewal.kind != "automatic" or renewal.term is None:
        return None
    try:
        running = next((n for n in range(1, _most(renewal) + 1) if ends.after(n) >= as_of), None)
    except (ValueError, OverflowError):
        return None
    return running or renewal.most


def _most(renewal: Renewal) -> int:
    if renewal.kind != "automatic" or renewal.term is None:
        return 0
    return renewal.most or (_MOST_RENEWALS if renewal.successive or renewal.later else 1)


def _over(end: date, renewal: Renewal) -> ProofStep:
    why = "the text provides for no renewal" if renewal.kind == "none" else "the renewals it provides for are used up"
    return ProofStep(
        step="current term end",
        result=end.isoformat(),
        quotes=_renewal_quotes(renewal),
        rule=f"the contract has ended: {why}",
    )


def _last_step(renewal: Renewal) -> ProofStep:
    rule = "the renewals the text provides for are used up: the contract ends with this term, and no notice is needed"
    return ProofStep(step="notice deadline", result="none", quotes=_renewal_quotes(renewal), rule=rule)


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
    ends: _Ends,
    times: int,
    notice: NoticeReading,
    counting: Counting,
    *,
    passages: Sequence[Passage],
    proof: tuple[ProofStep, ...],
) -> Deadlines:
    end = ends.after(times)
    last_day = end - timedelta(days=1) if ends.last_day_before else end
    counted_from = end + ends.renewal_day_after if counting.from_renewal_day else last_day
    days = notice_days(counted_from, notice, counting, passages, latest_end=max(end, counted_from))
    return Deadlines(
        current_term_end=end,
        window_opens=days.opens,
        notice_deadline=days.deadline,
        send_by=days.send_by,
        proof=(*proof, *days.proof),
    )


def _end_quotes(expiration: Expiration) -> tuple[Quote, ...]:
    found = expiration.key_date
    if found.text is None or found.start is None or found.end is None:
        return ()
    return (Quote(text=found.text, start=found.start, end=found.end),)


def _renewal_quotes(renewal: Renewal) -> tuple[Quote, ...]:
    if renewal.text is None or renewal.start is None or renewal.end is None:
        return ()
    return (Quote(text=renewal.text, start=renewal.start, end=renewal.end),)
