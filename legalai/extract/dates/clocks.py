"""Every clock of a contract: who must act by when to stop a renewal, use an option, or remind the other side."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from legalai.extract.dates.clock import Deadlines
from legalai.extract.dates.exits.break_right import find_break_rights, told_as_break
from legalai.extract.dates.exits.termination_rights import find_termination_rights
from legalai.extract.dates.life import Life, is_open_ended
from legalai.extract.dates.notice.hours import with_hours
from legalai.extract.dates.notice.notice_form import NoticeForm, find_notice_form, passages_asking, with_form
from legalai.extract.dates.notice.notice_period import NoticeReading, read_notices
from legalai.extract.dates.notice.party_notices import party_notices, whose
from legalai.extract.dates.renewal.price_notice import with_price
from legalai.extract.dates.renewal.reminders import find_reminders
from legalai.extract.dates.renewal.renewal_law import RenewalLaw, law_on_renewal, reminder
from legalai.extract.dates.term.survival import find_survival
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clock, NoticeTerms, Party, ProofStep, Renewal

MAIN = "main agreement"
STOP = "stop automatic renewal"
_PAYS = re.compile(
    r"\b(?:customer|client|licensee|lessee|tenant|buyer|purchaser|subscriber|franchisee|distributor)\b", re.IGNORECASE
)
_EXERCISE = re.compile(
    r"\b(?:option|extend|renew|prolong|exercis)\w*\b[^.;]{0,160}\b(?:notice|notif\w+|inform\w*|in\s+writing|telling|advising)\b"
    r"|\bnotice\b[^.;]{0,120}\b(?:extend|renew|prolong)\w*\b",
    re.IGNORECASE,
)

Count = Callable[[NoticeReading], Deadlines]


def find_clocks(
    life: Life, deadlines: Deadlines, passages: Sequence[Passage], *, parties: Sequence[Party]
) -> tuple[Clock, ...]:
    """The clocks of the main instrument: those with a day, then the rights to end it and what outlives it."""
    breaks = find_break_rights(life, parties, instrument=MAIN)
    rights = [r for r in find_termination_rights(passages, parties, MAIN) if not told_as_break(r, breaks)]
    if life.told and deadlines.notice_deadline is None and is_open_ended(life):
        rights += life.told.rights()
    clocks = (*_dated(life, deadlines, parties), *_reminders(life, deadlines, parties), *breaks, *rights)
    if life.told:
        noticed = [life.told.with_terms(clock) for clock in clocks]
    else:
        form = find_notice_form(passages, parties)
        noticed = [with_notice_terms(clock, form, passages) for clock in clocks]
    return (*noticed, *find_survival(passages, MAIN))


def with_notice_terms(clock: Clock, form: NoticeForm | None, passages: Sequence[Passage]) -> Clock:
    """The clock with how its notice is given, and by which hour."""
    asking = passages_asking(clock, passages)
    return with_hours(with_form(clock, form, asking), asking, passages)


def _reminders(life: Life, deadlines: Deadlines, parties: Sequence[Party]) -> tuple[Clock, ...]:
    """The duties to remind of a renewal that comes by itself."""
    if life.renewal.kind != "automatic":
        return ()
    if life.told:
        return life.told.reminders(parties, life.deadlines)
    return find_reminders(
        life.passages,
        parties,
        instrument=MAIN,
        to_the_end=life.deadlines,
        to_a_day=life.days_before,
        last_day=deadlines.notice_deadline,
    )


def _dated(life: Life, deadlines: Deadlines, parties: Sequence[Party]) -> tuple[Clock, ...]:
    """The clocks with a last day: to stop a renewal, to use an option, to remind the other side."""
    renewal, passages, jurisdiction = life.renewal, life.passages, life.given.jurisdiction
    if renewal.kind == "optional":
        return _option(renewal, passages, parties, life.deadlines)
    if renewal.kind in ("none", "unknown") and deadlines.notice_deadline is not None:
        return (replace(_stop(None, life.notice, deadlines), what="end the contract"),)
    if renewal.kind != "automatic" or deadlines.current_term_end is None or deadlines.is_last:
        return ()
    own = party_notices(renewal, passages, parties)
    if own:
        stops = [_stop(each.party, each.notice, life.deadlines(each.notice)) for each in own]
    else:
        stops = [_stop(None, life.notice, deadlines)]
    stops = [with_price(clock, life) for clock in stops]
    law = law_on_renewal(renewal, passages, jurisdiction)
    if law is None:
        return tuple(stops)
    bound = [_with_law(clock, law) for clock in stops]
    theirs = _last_day_of_payer(stops) if own else deadlines.notice_deadline
    days = reminder(law, theirs) if theirs else None
    return (*bound, _reminding(days, law)) if days else tuple(bound)


def _last_day_of_payer(stops: Sequence[Clock]) -> date | None:
    """The last day of the side that a renewal binds to pay, where its notice is its own: it is the one to remind."""
    return next((clock.notice_by for clock in stops if clock.party and _PAYS.search(clock.party)), None)


def _stop(party: str | None, notice: NoticeReading | None, deadlines: Deadlines) -> Clock:
    return Clock(
        party=party,
        instrument=MAIN,
        what=STOP,
        notice=NoticeTerms(period=notice.period if notice else None),
        window_opens=deadlines.window_opens,
        notice_by=deadlines.notice_deadline,
        send_by=deadlines.send_by,
        next_notice_by=deadlines.next_notice_deadline,
        effective_on=deadlines.current_term_end,
        proof=deadlines.proof,
    )


def _with_law(clock: Clock, law: RenewalLaw) -> Clock:
    step = ProofStep(
        step="enforceability", result="may not bind", quotes=(), rule=law.words, authorities=(law.authority,)
    )
    return replace(clock, enforceability=law.words, proof=(*clock.proof, step))


def _reminding(days: tuple[date, date], law: RenewalLaw) -> Clock:
    first, last = days
    step = ProofStep(
        step="reminder", result=f"{first} to {last}", quotes=(), rule=law.words, authorities=(law.authority,)
    )
    return Clock(
        party=None,
        instrument=MAIN,
        what=f"remind {law.whom} of the renewal, for it to bind",
        notice=NoticeTerms(form="in writing, personally or by certified mail"),
        window_opens=first,
        notice_by=last,
        proof=(step,),
    )


def _option(renewal: Renewal, passages: Sequence[Passage], parties: Sequence[Party], count: Count) -> tuple[Clock, ...]:
    """The window in which an option to renew is exercised, where the clause gives one."""
    passage = next((p for p in passages if p.start == renewal.start), None)
    if passage is None or not _EXERCISE.search(passage.text):
        return ()
    notice = next(iter(read_notices(passage)), None)
    if notice is None or notice.period is None:
        return ()
    days = count(notice)
    if days.notice_deadline is None:
        return ()
    return (
        Clock(
            party=whose(passage, notice, parties),
            instrument=MAIN,
            what="exercise the option to renew",
            notice=NoticeTerms(period=notice.period),
            window_opens=days.window_opens,
            notice_by=days.notice_deadline,
            send_by=days.send_by,
            effective_on=days.current_term_end,
            proof=days.proof,
        ),
    )
