"""Whose notice the key dates tell, where each party has one of its own."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from legalai.extract.dates.clock import Deadlines
from legalai.extract.dates.clocks import STOP
from legalai.extract.dates.life import Life
from legalai.extract.dates.notice.party_notices import party_notices
from legalai.extract.dates.party_named import names_of
from legalai.schema import Clock, KeyDates, Party, QuotedPeriod


def of_the_earliest(life: Life, deadlines: Deadlines, parties: Sequence[Party]) -> tuple[Life, Deadlines, str | None]:
    """The life and its days by the notice whose last day comes first, and whose it is; unchanged where one is for all.

    Nobody acts too late on it, whichever party they act for.
    """
    if life.told or life.renewal.kind != "automatic" or deadlines.is_last:
        return life, deadlines, None
    days = [(each, life.deadlines(each.notice)) for each in party_notices(life.renewal, life.passages, parties)]
    known = [(each, found) for each, found in days if found.notice_deadline]
    if not known:
        return life, deadlines, None
    first, found = min(known, key=lambda each: each[1].notice_deadline or date.max)
    return replace(life, notice=first.notice), found, first.party


def seen_by(dates: KeyDates, us: Party | None) -> KeyDates:
    """The key dates with the notice of the party that a review acts for, where it has one of its own."""
    if us is None or dates.notice_of is None:
        return dates
    stops = [clock for clock in dates.clocks if clock.what == STOP and clock.party is not None]
    ours = next((clock for clock in stops if clock.party in names_of(us)), None)
    told = next((clock for clock in stops if clock.party == dates.notice_of), None)
    return dates if ours is None or ours is told else _of_clock(dates, ours, told)


def _of_clock(dates: KeyDates, ours: Clock, told: Clock | None) -> KeyDates:
    period = ours.notice.period
    kept = [step for step in dates.proof if told is None or step not in told.proof]
    return replace(
        dates,
        notice_period=period if isinstance(period, QuotedPeriod) else None,
        window_opens=ours.window_opens,
        notice_deadline=ours.notice_by,
        send_by=ours.send_by,
        next_notice_deadline=ours.next_notice_by,
        notice_of=ours.party,
        proof=(*kept, *ours.proof),
    )
