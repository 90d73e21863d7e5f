"""The life of a contract in dates: when it is made, takes effect, ends, renews, and by when notice must be given."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from legalai.extract.dates.agreement_date import find_agreement_date
from legalai.extract.dates.amendments import amended_notice, find_amended_ends
from legalai.extract.dates.clock import Deadlines, find_deadlines
from legalai.extract.dates.clocks import find_clocks
from legalai.extract.dates.dates import DateOrder, customary_order, written_order
from legalai.extract.dates.effective_date import Effective, find_effective_date
from legalai.extract.dates.expiration import Expiration, find_expiration
from legalai.extract.dates.first_day import begins_on_own_date, by_first_day, by_own_date, first_day
from legalai.extract.dates.grid_exit import find_grid_exit, grid_deadlines
from legalai.extract.dates.notice_period import NoticeReading, find_notice_period
from legalai.extract.dates.periods import FoundPeriod, conflicting_figures
from legalai.extract.dates.prevailing import find_prevailing, settled_notice, settled_terms
from legalai.extract.dates.renewal import find_renewal, lasting_as_before
from legalai.extract.dates.term import TermReading, find_terms
from legalai.extract.segmentation.passages import Passage
from legalai.schema import (
    Clause,
    DefinedTerm,
    GoverningLaw,
    Issue,
    KeyDate,
    KeyDates,
    Party,
    Period,
    ProofStep,
    Renewal,
)

# The event in the contract's own words stands in the key dates: messages hold no contract text.
_DAY_NEEDED = Issue(
    code="day-needed",
    severity="info",
    message="The term runs from an event whose day is not in the text (see asks in the key dates): give it with "
    "--trigger EVENT=YYYY-MM-DD, and the end and the days for notice are computed.",
)


def find_key_dates(
    passages: Sequence[Passage],
    clauses: Sequence[Clause],
    *,
    parties: Sequence[Party],
    defined_terms: Sequence[DefinedTerm],
    governing_law: GoverningLaw | None,
    as_of: date,
    triggers: Mapping[str, date] = MappingProxyType({}),
) -> KeyDates:
    """The key dates of the main instrument as of a day: stated, computed with proof, or absent with the reason.

    `triggers` are the days of events that the contract runs from, by their names.
    """
    jurisdiction = governing_law.value if governing_law else None
    order = _order(passages, jurisdiction)
    agreement = find_agreement_date(passages, clauses, order)
    effective = find_effective_date(passages, clauses, agreement, order)
    prevailing = find_prevailing(passages)
    terms = (*find_amended_ends(passages, order), *settled_terms(find_terms(passages, clauses, order), prevailing))
    effective = _or_first_day(effective, agreement, passages, terms, order)
    expiration = find_expiration(
        terms, passages, agreement=agreement, effective=effective.key_date, order=order, triggers=triggers
    )
    effective = _or_given_day(effective, expiration)
    renewal = find_renewal(passages, clauses, [t.passage for t in terms])
    renewal = lasting_as_before(renewal, expiration.initial_term)
    if renewal.kind == "unknown" and expiration.key_date.value == "perpetual":
        renewal = _none_needed(expiration.key_date)
    notice = settled_notice(find_notice_period(passages, clauses, renewal), prevailing)
    notice = amended_notice(passages, notice)

    def count(notice: NoticeReading | None) -> Deadlines:
        return find_deadlines(expiration, renewal, notice, passages, jurisdiction=jurisdiction, as_of=as_of)

    exit_ = find_grid_exit(passages, notice) if _is_open_ended(expiration, renewal) else None
    if exit_:
        notice = exit_.notice
        end = expiration.key_date.value
        deadlines = grid_deadlines(
            exit_,
            passages,
            first_end=end if isinstance(end, date) else None,
            renewal=renewal,
            jurisdiction=jurisdiction,
            as_of=as_of,
        )
    else:
        deadlines = count(notice if renewal.kind == "automatic" else None)
    clocks = find_clocks(renewal, notice, deadlines, passages, parties=parties, jurisdiction=jurisdiction, count=count)
    return KeyDates(
        agreement_date=agreement,
        effective_date=effective.key_date,
        expiration_date=expiration.key_date,
        initial_term=expiration.initial_term,
        renewal=renewal,
        notice_period=notice.period if notice else None,
        as_of=as_of,
        current_term_end=deadlines.current_term_end,
        window_opens=deadlines.window_opens,
        notice_deadline=deadlines.notice_deadline,
        send_by=deadlines.send_by,
        next_term_end=deadlines.next_term_end,
        next_notice_deadline=deadlines.next_notice_deadline,
        asks=(expiration.event,) if expiration.event else (),
        clocks=clocks,
        proof=(*effective.proof, *expiration.proof, *deadlines.proof),
    )


def key_date_issues(passages: Sequence[Passage], clauses: Sequence[Clause], found: KeyDates) -> tuple[Issue, ...]:
    """Lengths and notice periods whose words and figure disagree, and the days that must be asked for."""
    terms = find_terms(passages, clauses, _order(passages, None))
    renewal = find_renewal(passages, clauses, [t.passage for t in terms])
    notice = find_notice_period(passages, clauses, renewal)
    conflicts: list[FoundPeriod] = [t.conflicting for t in terms if t.conflicting]
    if notice and notice.conflicting:
        conflicts.append(notice.conflicting)
    return (*conflicting_figures(tuple(conflicts)), *(_DAY_NEEDED for _ in found.asks))


def _is_open_ended(expiration: Expiration, renewal: Renewal) -> bool:
    """Whether the contract runs on without terms of a fixed length, or from month to month."""
    if expiration.key_date.value == "perpetual":
        return True
    return renewal.kind == "automatic" and (renewal.term is None or _is_a_month(renewal.term))


def _none_needed(endless: KeyDate) -> Renewal:
    """The renewal of a contract that runs until somebody ends it."""
    return Renewal(kind="none", text=endless.text, start=endless.start, end=endless.end)


def _is_a_month(term: Period) -> bool:
    return (term.amount, term.unit) == (1, "month")


def _or_first_day(
    effective: Effective,
    agreement: KeyDate,
    passages: Sequence[Passage],
    terms: Sequence[TermReading],
    order: DateOrder | None,
) -> Effective:
    if effective.key_date.status != "absent":
        return effective
    if day := first_day(passages, terms, order):
        key_date, step = by_first_day(day)
        return Effective(key_date, (step,))
    own = begins_on_own_date(passages, terms)
    if own is None or agreement.value is None or agreement.start is None:
        return effective
    key_date, step = by_own_date(agreement, own)
    return Effective(key_date, (step,))


def _or_given_day(effective: Effective, expiration: Expiration) -> Effective:
    """A term that runs from a day the user gave takes effect on it."""
    origin = expiration.origin
    if effective.key_date.value is not None or origin is None or origin.text is not None:
        return effective
    step = ProofStep(step="effective date", result=str(origin.value), quotes=(), rule="the day given for the event")
    return Effective(replace(origin, status="computed"), (step,))


def _order(passages: Sequence[Passage], jurisdiction: str | None) -> DateOrder | None:
    return written_order("\n".join(p.text for p in passages)) or customary_order(jurisdiction)
