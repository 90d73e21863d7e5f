"""The days of one contract that belong in a calendar."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from legalai.deadlines.calendar import add_period
from legalai.export import words
from legalai.export.calendar_states import Mark, is_draft
from legalai.export.calendar_text import linkless, plain
from legalai.export.calendar_words import about, against, reckoning
from legalai.extract.dates.clocks import MAIN, STOP
from legalai.schema import Clock, Contract, KeyDates, NoticeTerms

Kind = Literal["last-day", "remind", "send-by", "opens", "takes-effect", "end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A day and what is to be known of it. `slot` says which day of the contract it is, and stays when the day moves.

    `alarmed`: somebody has to act by then, and wants to be told before.
    """

    kind: Kind
    slot: str
    day: date
    summary: str
    description: str
    alarmed: bool = False


def events_of(
    name: str, contract: Contract, mark: Mark | None, as_of: date, *, amended_by: str = ""
) -> tuple[Event, ...]:
    """The events of a contract by day; none of a draft, and none that a mark has put an end to.

    `amended_by`: the files that change the contract, which each event names: its day is the one without them.

    `name` is how the user knows the contract. Days before `as_of` are there too; `as_of` decides which is the first day
    to act on.
    """
    if is_draft(contract, mark):
        return ()
    events = [*_clock_events(name, contract, mark, as_of), *_end(name, contract, mark)]
    left = (_with_amendment(event, amended_by) for event in events if not _settled(event, mark))
    return tuple(sorted(left, key=lambda event: (event.day, event.slot)))


def clocks_of(dates: KeyDates) -> tuple[Clock, ...]:
    """Every clock, with that of the main instrument where only its days are given."""
    if dates.notice_deadline is None or any(clock.notice_by == dates.notice_deadline for clock in dates.clocks):
        return dates.clocks
    main = Clock(
        party=None,
        instrument=MAIN,
        what=STOP if dates.renewal.kind == "automatic" else "give notice",
        notice=NoticeTerms(period=dates.notice_period),
        window_opens=dates.window_opens,
        notice_by=dates.notice_deadline,
        send_by=dates.send_by,
        next_notice_by=dates.next_notice_deadline,
        effective_on=dates.current_term_end,
        proof=dates.proof,
    )
    return (main, *dates.clocks)


def term_end(dates: KeyDates) -> date | None:
    """The end of the term that runs, or of the contract where no term is known to run."""
    if dates.current_term_end is not None:
        return dates.current_term_end
    stated = dates.expiration_date.value
    return stated if isinstance(stated, date) else None


def in_calendar(contract: Contract, mark: Mark | None, events: Sequence[Event], as_of: date) -> str:
    """What the calendar has of a contract, or why it has nothing where it should."""
    coming = [event for event in events if event.day >= as_of]
    if is_draft(contract, mark):
        return "no: draft"
    if mark is not None and mark.state != "live":
        return _entries(coming) if coming else "no: settled"
    if told := words.ending(contract.key_dates):
        return _entries(coming) if coming else f"no: {told}"
    if is_unwatched(contract, mark, events, as_of):
        return "CHECK: renews, no last day for notice to come is known"
    return _entries(coming) if coming else "no day to come is known"


def is_unwatched(contract: Contract, mark: Mark | None, events: Sequence[Event], as_of: date) -> bool:
    """Whether a contract renews by itself, and the calendar has no day to act on before it does."""
    live = not is_draft(contract, mark) and (mark is None or mark.state == "live")
    live = live and contract.key_dates.ending is None
    acting = any(event.day >= as_of and event.kind == "last-day" for event in events)
    return live and contract.key_dates.renewal.kind == "automatic" and not acting


def _clock_events(name: str, contract: Contract, mark: Mark | None, as_of: date) -> Iterator[Event]:
    dates = contract.key_dates
    seen: Counter[str] = Counter()
    for clock in clocks_of(dates):
        which = "|".join(_same(words) for words in (clock.instrument, clock.party or "", clock.what))
        seen[which] += 1
        slot = f"{which}|{seen[which]}"
        tail = f"{_whose(clock)}: {_named(name, contract, mark)}"
        text = about(name, contract, mark, clock) + reckoning(clock.proof or dates.proof)
        for kind, day, summary, alarmed in _days_of(clock, dates, as_of):
            # A reminder has the place of a last day, so that entries of earlier versions keep their identity.
            yield Event(
                kind=kind,
                slot=f"{'last-day' if kind == 'remind' else kind}|{slot}",
                day=day,
                summary=f"{summary}{tail}",
                description=text,
                alarmed=alarmed,
            )


def _days_of(clock: Clock, dates: KeyDates, as_of: date) -> Iterator[tuple[Kind, date, str, bool]]:
    """The days of a clock: what each is, the day, what it says, and whether somebody has to act by then."""
    what = against(clock)
    # To send is the first thing to do; where its day has passed, or none is known, the last day is what is left.
    sending = clock.send_by if clock.send_by and clock.send_by != clock.notice_by else None
    to_send = sending is not None and sending >= as_of
    # Who watches for a reminder has not yet acted against the renewal.
    reminds = clock.what.startswith("remind")
    if clock.notice_by:
        yield "remind" if reminds else "last-day", clock.notice_by, f"Last day to {what}", not to_send
    missed = clock.notice_by is not None and clock.notice_by < as_of
    told = clock.notice_by == dates.notice_deadline
    following = clock.next_notice_by or (dates.next_notice_deadline if told else None)
    if missed and following and not reminds:
        yield "last-day", following, f"Last day to {what}", True
    if sending:
        yield "send-by", sending, f"Last day to send off what must arrive in time to {what}", True
    if clock.window_opens:
        yield "opens", clock.window_opens, f"First day to {what}", False
    if clock.effective_on and clock.effective_on != term_end(dates):
        yield "takes-effect", clock.effective_on, f"Takes effect ({what})", False


def _end(name: str, contract: Contract, mark: Mark | None) -> Iterator[Event]:
    dates = contract.key_dates
    day = dates.ending.on if dates.ending else term_end(dates)
    if day is None or _renewed_since(dates, day, mark):
        return
    renews = dates.renewal.kind == "automatic" and dates.current_term_end is not None
    if mark is not None and mark.state == "notice-served":
        what = f"Contract ends (notice served on {mark.on})"
    elif dates.ending:
        what = "Contract ended" if dates.ending.is_past(dates.as_of) else "Contract ends"
    elif renews:
        what = "Term ends, and renews unless notice was given in time"
    elif dates.renewal.kind == "optional":
        what = "Term ends, unless the option to renew was used"
    else:
        what = "Term ends"
    yield Event(
        kind="end",
        slot="end",
        day=day,
        summary=f"{what}: {_named(name, contract, mark)}",
        description=about(name, contract, mark, None) + reckoning(dates.proof),
    )


def _renewed_since(dates: KeyDates, end: date, mark: Mark | None) -> bool:
    """Whether a term is counted that began only after notice was served: the contract has ended before it."""
    if mark is None or mark.state != "notice-served" or dates.renewal.term is None or dates.current_term_end is None:
        return False
    try:
        return add_period(end, dates.renewal.term, times=-1) >= mark.on
    except (ValueError, OverflowError):
        return False


def _with_amendment(event: Event, amended_by: str) -> Event:
    if not amended_by:
        return event
    first = f"AMENDED: read it with {plain(amended_by)}. The day is that of the contract without it.\n"
    return replace(event, summary=f"{event.summary} (amended)", description=first + event.description)


def _settled(event: Event, mark: Mark | None) -> bool:
    """Whether nobody needs to think of it any more: by that day notice was served, or the contract at an end."""
    if mark is None or mark.state == "live" or event.day < mark.on:
        return False
    return mark.state != "notice-served" or event.kind != "end"


def _named(name: str, contract: Contract, mark: Mark | None) -> str:
    unseen = {"unknown": " (signature not seen)", "partly": " (not signed by all)"}
    # The folder is told by the description; a month's view shows a few words.
    return plain(name.rpartition("/")[2], 160) + (unseen.get(contract.execution.status, "") if mark is None else "")


def _whose(clock: Clock) -> str:
    parts = [linkless(clock.instrument, 80)] if clock.instrument != "main agreement" else []
    parts += [f"for {linkless(clock.party, 80)}"] if clock.party else []
    return f" ({', '.join(parts)})" if parts else ""


def _entries(events: Sequence[Event]) -> str:
    return f"{len(events)} {'entry' if len(events) == 1 else 'entries'}"


def _same(words: str) -> str:
    """Words as they compare: a space more or a capital less, as a new scan brings them, makes no other clock."""
    return "".join(each for each in words.casefold() if each.isalnum())
