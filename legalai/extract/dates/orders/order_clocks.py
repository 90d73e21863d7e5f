"""The clocks of order forms, and what their terms mean for the master they belong to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from legalai.extract.clauses.pointers import whole
from legalai.extract.dates.beginning.effective_date import Effective, find_effective_date
from legalai.extract.dates.clock import Deadlines
from legalai.extract.dates.clocks import STOP, with_notice_terms
from legalai.extract.dates.life import Given, Life, read_life, run_out
from legalai.extract.dates.notice.notice_form import find_notice_form
from legalai.extract.dates.notice.notice_period import find_stated_notice
from legalai.extract.dates.notice.party_notices import party_notices
from legalai.extract.dates.orders.master_rule import MasterRule, find_master_rule, find_order_term
from legalai.extract.dates.orders.orders import OrderForm, find_orders, lasts_with_orders
from legalai.extract.dates.term.term import find_terms
from legalai.extract.dates.values.date_choice import absent
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clause, Clock, KeyDate, NoticeTerms, Party, ProofStep

_ORDER = re.compile(r"\border(?:\s+form)?s?\b", re.IGNORECASE)
_RENEWS = re.compile(r"\b(?:renew|extend)", re.IGNORECASE)
_NOT_ITS_OWN = "An order form has no such date of its own."


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderClocks:
    """The clocks of the orders, the passages of the master without them, and whether it lasts as long as they do.

    `asks`: the events of orders whose days the text leaves open.
    """

    clocks: tuple[Clock, ...]
    master: tuple[Passage, ...]
    last_end: date | None
    lasting_by: Passage | None
    asks: tuple[str, ...] = ()

    def lasting(self, deadlines: Deadlines) -> Deadlines:
        """The deadlines of the master: its end is that of its last order, where it says so."""
        if self.lasting_by is None or self.last_end is None:
            return deadlines
        step = ProofStep(
            step="current term end",
            result=self.last_end.isoformat(),
            quotes=(whole(self.lasting_by),),
            rule="the master lasts as long as an order does; each order has a clock of its own",
        )
        return Deadlines(current_term_end=self.last_end, proof=(step,))


def find_order_clocks(
    passages: Sequence[Passage], clauses: Sequence[Clause], given: Given, parties: Sequence[Party]
) -> OrderClocks | None:
    """The clocks of order forms with an end of their own.

    None for one alone, unless its master has a term of its own: else both are one life.
    """
    orders = find_orders(passages)
    if not orders:
        return None
    master = tuple(p for p in passages if p.start < orders[0].passages[0].start)
    rule, term = find_master_rule(master), find_order_term(master, given.order)
    lives: dict[str, Life] = {}
    for order in orders:
        lives[order.key] = _life(order, clauses, _given_to(order, given), lives, term)
    known = [order for order in orders if isinstance(lives[order.key].expiration.key_date.value, date)]
    asks = tuple(_ask(order, event) for order in orders if (event := lives[order.key].expiration.event))
    of_itself = _its_own(master, (rule.said_by if rule else None, term))
    has_own = bool(find_terms(of_itself, clauses, given.order))
    apart = has_own and not (rule is None and _renews_orders(master))
    if not apart and len(known) + len(asks) < 2:
        return None
    read = [(order, *run_out(_under_master(lives[order.key], rule, passages))) for order in known]
    ends = [deadlines.current_term_end for _, _, deadlines in read if deadlines.current_term_end]
    clocks = (
        clock
        for order, life, deadlines in read
        if deadlines.current_term_end
        for clock in _clocks(order, life, deadlines, parties)
    )
    form = find_notice_form(passages, ())
    return OrderClocks(
        clocks=tuple(with_notice_terms(clock, form, passages) for clock in clocks),
        master=of_itself if has_own else _its_own(master, (term,)),
        asks=asks,
        last_end=max(ends, default=None),
        lasting_by=lasts_with_orders(master),
    )


def _its_own(master: Sequence[Passage], of_orders: Sequence[Passage | None]) -> tuple[Passage, ...]:
    """What a master says of itself: without the term and the renewal of its orders."""
    return tuple(passage for passage in master if not any(passage is other for other in of_orders))


def _given_to(order: OrderForm, given: Given) -> Given:
    """What is given for one order: the days asked for by its name, and those that are for all."""
    behind = f" of {order.name}".lower()
    own = {
        name.lower().removesuffix(behind): day for name, day in given.triggers.items() if name.lower().endswith(behind)
    }
    return replace(given, triggers={**given.triggers, **own})


def _ask(order: OrderForm, event: str) -> str:
    """What the event of one order is asked for by."""
    return f"{event} of {order.name}"


def _under_master(life: Life, rule: MasterRule | None, passages: Sequence[Passage]) -> Life:
    """The life of an order under its master, whose words on notices count for it too."""
    ruled = rule.given_to(life) if rule else life
    # Where an order has no length to renew for, other clauses of the file may not give it an exit.
    return replace(ruled, passages=passages) if ruled.renewal.term and ruled.notice else ruled


def _renews_orders(master: Sequence[Passage]) -> bool:
    """Whether the master itself says how an order goes on: then both are one life."""
    return any(_ORDER.search(passage.text) and _RENEWS.search(passage.text) for passage in master)


def _life(
    order: OrderForm, clauses: Sequence[Clause], given: Given, lives: dict[str, Life], term: Passage | None
) -> Life:
    """The life of an order; one that shares another's end takes term and renewal from it, and keeps its own notice.

    `term`: what the master says of how long each order runs, for one that does not say so itself.
    """
    undated = absent(_NOT_ITS_OWN)
    own = replace(given, agreement=undated, effective=_effect(order, clauses, undated, given))
    life = read_life(order.passages, clauses, own, labelled=True)
    if term and life.expiration.key_date.status == "absent" and life.expiration.initial_term is None:
        life = read_life((*order.passages, term), clauses, own, labelled=True)
    shared = lives.get(order.ends_with or "")
    if shared is None:
        return life
    if order.is_for_all and isinstance(life.expiration.key_date.value, date):
        return life
    notice = next((n for p in order.passages if (n := find_stated_notice(p))), None)
    expiration = replace(shared.expiration, proof=(*shared.expiration.proof, *_sharing(order)))
    return replace(life, expiration=expiration, renewal=shared.renewal, notice=notice or shared.notice)


def _sharing(order: OrderForm) -> tuple[ProofStep, ...]:
    if order.said_by is None:
        return ()
    rule = "this order has the end of another, and renews with it"
    return (ProofStep(step="co-termination", result=order.name, quotes=(whole(order.said_by),), rule=rule),)


def _effect(order: OrderForm, clauses: Sequence[Clause], undated: KeyDate, given: Given) -> Effective:
    """The start of an order, where it has one of its own."""
    first, last = order.passages[0].start, order.passages[-1].end
    inside = [clause for clause in clauses if first <= clause.start < last]
    found = find_effective_date(order.passages, inside, undated, given.order)
    return found if found.key_date.value else Effective(undated)


def _clocks(order: OrderForm, life: Life, deadlines: Deadlines, parties: Sequence[Party]) -> tuple[Clock, ...]:
    """The clock of an order, or one for each party where their notices against its renewal differ."""
    own = party_notices(life.renewal, life.passages, parties) if life.renewal.kind == "automatic" else ()
    if not own or deadlines.is_last:
        return (_clock(order, life, deadlines),)
    lives = ((each.party, replace(life, notice=each.notice)) for each in own)
    return tuple(_clock(order, each, each.deadlines(each.notice), party) for party, each in lives)


def _clock(order: OrderForm, life: Life, deadlines: Deadlines, party: str | None = None) -> Clock:
    return Clock(
        party=party,
        instrument=order.name,
        what=STOP if life.renewal.kind == "automatic" and not deadlines.is_last else "end of the order",
        notice=NoticeTerms(period=life.notice.period if life.notice else None),
        window_opens=deadlines.window_opens,
        notice_by=deadlines.notice_deadline,
        send_by=deadlines.send_by,
        next_notice_by=deadlines.next_notice_deadline,
        effective_on=deadlines.current_term_end,
        proof=(*life.expiration.proof, *deadlines.proof),
    )
