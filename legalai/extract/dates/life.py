"""The life of one instrument: its term, its renewal, its notice, and the days that follow from them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from legalai.extract.dates.amendments import amended_notice, find_amended_ends
from legalai.extract.dates.beginning.effective_date import Effective
from legalai.extract.dates.beginning.first_day import begins_on_own_date, by_first_day, by_own_date, first_day
from legalai.extract.dates.clock import Deadlines, find_deadlines
from legalai.extract.dates.exits.grid_exit import GridExit, find_grid_exit, grid_deadlines
from legalai.extract.dates.notice.counting import find_counting
from legalai.extract.dates.notice.notice_days import NoticeDays, notice_days
from legalai.extract.dates.notice.notice_period import NoticeReading, find_notice_period
from legalai.extract.dates.notice.several_notices import longest
from legalai.extract.dates.renewal.how_often import limited_in_all
from legalai.extract.dates.renewal.renewal import find_renewal, lasting_as_before
from legalai.extract.dates.term.expiration import Expiration, find_expiration
from legalai.extract.dates.term.term import find_terms, read_term
from legalai.extract.dates.term.term_reading import TermReading
from legalai.extract.dates.values.dates import DateOrder
from legalai.extract.dates.values.given_lengths import notice_as_given, renewal_as_given, terms_as_given
from legalai.extract.dates.values.prevailing import find_prevailing, settled_notice, settled_terms
from legalai.extract.given_values import GivenValue
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clause, Clock, KeyDate, Party, Period, ProofStep, Renewal


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is known before the term is read."""

    agreement: KeyDate
    effective: Effective
    order: DateOrder | None
    jurisdiction: str | None
    as_of: date
    triggers: Mapping[str, GivenValue] = field(default_factory=dict[str, GivenValue])


class ToldTerms(Protocol):
    """Where the form, the hours and the reminders of a contract come from that the finders of English cannot read."""

    def with_terms(self, clock: Clock) -> Clock:
        """The clock with how its notice is given."""
        ...

    def grid_exit(self) -> GridExit | None:
        """How often a contract without an end can be left."""
        ...

    def rights(self) -> tuple[Clock, ...]:
        """The rights to end the contract that have no day."""
        ...

    def reminders(self, parties: Sequence[Party], count: Callable[[NoticeReading], Deadlines]) -> tuple[Clock, ...]:
        """The duties to remind of a renewal, their days counted back from the end of the term."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What the passages of one instrument say of its term, and how notices are counted in it.

    `told`: what a contract in another language than English says of notices.
    """

    passages: Sequence[Passage]
    given: Given
    effective: Effective
    expiration: Expiration
    renewal: Renewal
    notice: NoticeReading | None
    told: ToldTerms | None = None

    def deadlines(self, notice: NoticeReading | None) -> Deadlines:
        """The days that follow from a notice against renewal, or for an option."""
        return find_deadlines(
            self.expiration,
            self.renewal,
            notice,
            self.passages,
            jurisdiction=self.given.jurisdiction,
            as_of=self.given.as_of,
        )

    def days_before(self, day: date, notice: NoticeReading) -> NoticeDays:
        """The days of a notice that takes effect on a day the contract names."""
        counting = find_counting(notice, self.passages, self.given.jurisdiction)
        return notice_days(day, notice, counting, self.passages)


def read_life(passages: Sequence[Passage], clauses: Sequence[Clause], given: Given, *, labelled: bool = False) -> Life:
    """The life of the instrument that these passages are.

    `labelled`: they stand under the name of an instrument, so that a bare length or end is its term.
    """
    prevailing = find_prevailing(passages)
    found = find_terms(passages, clauses, given.order)
    if labelled and not found:
        found = tuple(r for p in passages if (r := read_term(p, given.order, is_shown=True)))
    terms = (*find_amended_ends(passages, given.order), *settled_terms(found, prevailing))
    terms = terms_as_given(terms, given.order, given.triggers)
    effective = _or_first_day(given, passages, terms)
    expiration = find_expiration(
        terms,
        passages,
        agreement=given.agreement,
        effective=effective,
        order=given.order,
        triggers=given.triggers,
        jurisdiction=given.jurisdiction,
    )
    effective = _or_given_day(effective, expiration)
    renewal = find_renewal(passages, clauses, [t.passage for t in terms])
    renewal = renewal_as_given(renewal, passages, given.triggers)
    renewal = limited_in_all(lasting_as_before(renewal, expiration.initial_term), expiration.initial_term)
    if renewal.kind == "unknown" and expiration.key_date.value == "perpetual":
        renewal = none_needed(expiration.key_date)
    notice = settled_notice(find_notice_period(passages, clauses, renewal), prevailing)
    notice = notice_as_given(longest(passages, notice, renewal), renewal, passages, given.triggers)
    return Life(
        passages=passages,
        given=given,
        effective=effective,
        expiration=expiration,
        renewal=renewal,
        notice=amended_notice(passages, notice),
    )


def run_out(life: Life) -> tuple[Life, Deadlines]:
    """The deadlines of a life, and the life with the notice they were counted with."""
    exit_ = _grid_exit(life) if is_open_ended(life) else None
    if exit_ is None:
        return life, life.deadlines(life.notice if life.renewal.kind == "automatic" else None)
    end = life.expiration.key_date.value
    found = grid_deadlines(
        exit_,
        life.passages,
        first_end=end if isinstance(end, date) else None,
        renewal=life.renewal,
        jurisdiction=life.given.jurisdiction,
        as_of=life.given.as_of,
    )
    return replace(life, notice=exit_.notice), found


def _grid_exit(life: Life) -> GridExit | None:
    return life.told.grid_exit() if life.told else find_grid_exit(life.passages, life.notice)


def is_open_ended(life: Life) -> bool:
    """Whether the contract runs on without terms of a fixed length, or from month to month."""
    if life.expiration.key_date.value == "perpetual":
        return True
    if life.told and life.expiration.is_unsaid and life.renewal.kind == "unknown":
        return True
    return life.renewal.kind == "automatic" and (life.renewal.term is None or _is_a_month(life.renewal.term))


def _is_a_month(term: Period) -> bool:
    return term.size == (1, "month", 0)


def none_needed(endless: KeyDate) -> Renewal:
    """The renewal of a contract that runs until somebody ends it."""
    return Renewal(kind="none", text=endless.text, start=endless.start, end=endless.end)


def _or_first_day(given: Given, passages: Sequence[Passage], terms: Sequence[TermReading]) -> Effective:
    effective = given.effective
    if effective.key_date.status != "absent":
        return effective
    if day := first_day(passages, terms, given.order):
        key_date, step = by_first_day(day)
        return Effective(key_date, (step,))
    own = begins_on_own_date(passages, terms)
    if own is None or given.agreement.value is None or given.agreement.start is None:
        return effective
    key_date, step = by_own_date(given.agreement, own)
    return Effective(key_date, (step,))


def _or_given_day(effective: Effective, expiration: Expiration) -> Effective:
    """A term that runs from a day the user gave takes effect on it."""
    origin = expiration.origin
    if effective.key_date.value is not None or origin is None or origin.text is not None:
        return effective
    step = ProofStep(step="effective date", result=str(origin.value), quotes=(), rule="the day given for the event")
    return Effective(replace(origin, status="computed"), (step,))
