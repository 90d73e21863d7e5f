"""The life of a contract in dates: when it is made, takes effect, ends, renews, and by when notice must be given."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from legalai.extract.dates.beginning.agreement_date import find_agreement_date
from legalai.extract.dates.beginning.effective_date import Effective, find_effective_date
from legalai.extract.dates.beginning.first_day import by_origin
from legalai.extract.dates.beginning.tied_date import Ties
from legalai.extract.dates.clock import Deadlines
from legalai.extract.dates.clocks import find_clocks
from legalai.extract.dates.ended import after_ending, clocks_left, find_ending, open_after_renewals
from legalai.extract.dates.life import Given, Life, read_life, run_out
from legalai.extract.dates.notice.several_notices import differing_notices
from legalai.extract.dates.orders.order_clocks import find_order_clocks
from legalai.extract.dates.orders.orders import is_order
from legalai.extract.dates.superseded import standing
from legalai.extract.dates.values.blank_periods import blank_period_issues
from legalai.extract.dates.values.dates import DateOrder, customary_order, written_order
from legalai.extract.dates.values.given_lengths import LENGTHS, lengths_asked
from legalai.extract.dates.values.periods import conflicting_figures, find_periods
from legalai.extract.dates.whose_days import of_the_earliest
from legalai.extract.given_values import GivenValue
from legalai.extract.languages.foreign import Foreign
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clause, Clock, DefinedTerm, Ending, GoverningLaw, Issue, KeyDates, Party

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
    triggers: Mapping[str, GivenValue] = MappingProxyType({}),
    foreign: Foreign | None = None,
) -> KeyDates:
    """The key dates of the main instrument as of a day: stated, computed with proof, or absent with the reason.

    `triggers` are the days of events that the contract runs from, by their names, and lengths that it leaves open;
    `foreign` is how a contract in another language than English says it.
    """
    passages, clauses = _standing(passages, clauses)
    given, ties = _given(passages, clauses, governing_law, as_of=as_of, triggers=triggers, foreign=foreign)
    orders = find_order_clocks(passages, clauses, given, parties)
    master, its_clauses = (orders.master, _inside(clauses, orders.master)) if orders else (passages, clauses)
    if orders:
        given = replace(given, effective=_effect_of_master(master, its_clauses, given, ties))
    said = foreign.life(given) if foreign else None
    life, deadlines = run_out(said or _life(master, its_clauses, given, ties))
    life, deadlines, notice_of = of_the_earliest(life, deadlines, parties)
    deadlines = open_after_renewals(life, deadlines, passages)
    clocks = find_clocks(life, deadlines, passages, parties=parties)
    ending = find_ending(life, deadlines, passages, order=given.order)
    if orders and orders.lasting_by and ending and ending.why == "expired":
        ending = None
    if ending:
        deadlines = after_ending(deadlines, ending, as_of)
        clocks = clocks_left(clocks, ending, passages, as_of)
    if orders:
        deadlines = orders.lasting(deadlines)
        clocks = (*orders.clocks, *clocks)
    told = _told(life, deadlines, ending, clocks)
    asks = (*told.asks, *(orders.asks if orders else ()))
    return replace(told, notice_of=notice_of if told.notice_deadline else None, asks=asks)


def _given(
    passages: Sequence[Passage],
    clauses: Sequence[Clause],
    governing_law: GoverningLaw | None,
    *,
    as_of: date,
    triggers: Mapping[str, GivenValue],
    foreign: Foreign | None,
) -> tuple[Given, Ties]:
    """What is known before the term is read, and what the day of effect may be tied to."""
    jurisdiction = governing_law.value if governing_law else None
    order = _order(passages, jurisdiction)
    agreement = find_agreement_date(passages, clauses, order)
    if foreign and agreement.value is None:
        agreement = foreign.agreement_date()
    ties = Ties(agreement=agreement, order=order, jurisdiction=jurisdiction, triggers=triggers)
    given = Given(
        agreement=agreement,
        effective=find_effective_date(passages, clauses, agreement, order, ties),
        order=order,
        jurisdiction=jurisdiction,
        as_of=as_of,
        triggers=triggers,
    )
    return given, ties


def _told(life: Life, deadlines: Deadlines, ending: Ending | None, clocks: tuple[Clock, ...]) -> KeyDates:
    """The life and its days as they are told."""
    return KeyDates(
        agreement_date=life.given.agreement,
        effective_date=life.effective.key_date,
        expiration_date=life.expiration.key_date,
        initial_term=life.expiration.initial_term,
        renewal=life.renewal,
        notice_period=life.notice.period if life.notice else None,
        as_of=life.given.as_of,
        current_term_end=deadlines.current_term_end,
        window_opens=deadlines.window_opens,
        notice_deadline=deadlines.notice_deadline,
        send_by=deadlines.send_by,
        next_term_end=deadlines.next_term_end,
        next_notice_deadline=deadlines.next_notice_deadline,
        ending=ending,
        asks=_asks(life, ending),
        clocks=clocks,
        proof=(*life.effective.proof, *life.expiration.proof, *deadlines.proof),
    )


def _life(passages: Sequence[Passage], clauses: Sequence[Clause], given: Given, ties: Ties) -> Life:
    """The life by what is likely; where no beginning is found so, also by days that the model hardly marks."""
    life = read_life(passages, clauses, given, labelled=is_order(passages))
    if life.effective.key_date.status != "absent" or life.effective.tied or life.effective.event:
        return life
    if begins := by_origin(life.expiration.origin, given.agreement):
        return replace(life, effective=Effective(*begins))
    effective = find_effective_date(passages, clauses, given.agreement, given.order, ties, least=0.0)
    if effective.key_date.value is None or _starts_later(life, effective):
        return life
    return read_life(passages, clauses, replace(given, effective=effective), labelled=is_order(passages))


def _starts_later(life: Life, effective: Effective) -> bool:
    """Whether the term runs from an event still to come, for which the date of the paper cannot stand in."""
    return life.expiration.event is not None and effective.key_date.value == life.given.agreement.value


def _effect_of_master(master: Sequence[Passage], clauses: Sequence[Clause], given: Given, ties: Ties) -> Effective:
    """When a master takes effect, whose orders have starts of their own."""
    at = given.effective.key_date.start
    if not master or at is None or at < master[-1].end:
        return given.effective
    return find_effective_date(master, clauses, given.agreement, given.order, ties)


def _inside(clauses: Sequence[Clause], master: Sequence[Passage]) -> Sequence[Clause]:
    """The clauses of a master without those of its orders."""
    return [clause for clause in clauses if master and clause.start < master[-1].end]


def _asks(life: Life, ending: Ending | None) -> tuple[str, ...]:
    """The events whose days, and the lengths, that would give the rest."""
    events = [event for event in (life.effective.event, life.expiration.event) if event]
    lengths = [] if ending else list(lengths_asked(life.notice, life.renewal, life.passages))
    return tuple(dict.fromkeys((*events, *lengths)))


def _standing(passages: Sequence[Passage], clauses: Sequence[Clause]) -> tuple[Sequence[Passage], Sequence[Clause]]:
    """What is left of both without an agreement that a later one in the file replaces."""
    left = standing(passages)
    if len(left) == len(passages):
        return passages, clauses
    return left, [clause for clause in clauses if clause.start >= left[0].start]


def key_date_issues(passages: Sequence[Passage], found: KeyDates) -> tuple[Issue, ...]:
    """Periods whose words and figure disagree, wherever they stand, and the days that must be asked for."""
    conflicts = (
        issue
        for passage in passages
        for issue in conflicting_figures(find_periods(passage.text, offset=passage.start), page=passage.page)
    )
    differing = differing_notices(passages, found.notice_period, found.renewal)
    return (*conflicts, *differing, *_blank_lengths(passages, found), *_days_needed(found), *_left_open(found))


def _days_needed(found: KeyDates) -> list[Issue]:
    return [_DAY_NEEDED for event in found.asks if event not in LENGTHS]


def _blank_lengths(passages: Sequence[Passage], found: KeyDates) -> tuple[Issue, ...]:
    """The lengths left open, without those that were given."""
    given = [each.start for each in (found.notice_period, found.initial_term) if each is not None]
    renewal = found.renewal
    return blank_period_issues(passages, given=given, renewal=renewal if renewal.term is not None else None)


def _left_open(found: KeyDates) -> tuple[Issue, ...]:
    """What is told of the days whose place in the text is empty or names no day."""
    dates = {
        "date of the agreement": found.agreement_date,
        "effective date": found.effective_date,
        "expiration date": found.expiration_date,
    }
    names = [name for name, each in dates.items() if each.status == "blank"]
    if not names:
        return ()
    message = f"The text leaves open: {', '.join(names)} (see key_dates for the place and the reason)."
    return (Issue(code="date-blank", severity="warning", message=message),)


def _order(passages: Sequence[Passage], jurisdiction: str | None) -> DateOrder | None:
    return written_order("\n".join(p.text for p in passages)) or customary_order(jurisdiction)
