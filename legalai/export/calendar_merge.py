"""A calendar brought up to date: the same deadline keeps its entry, and a change is told as one.

An entry's UID has three parts: the contract, the day of it that it stands for, and the round. The contract is told by
the hash of its file when it first comes in, so that calendars of two folders never share an entry by chance; later by
hash or by name, so that a new scan under the old name changes nothing. The round rises when a day has passed and the
next of its kind comes, after a renewal: what has passed stays where it was. No entry ever leaves the file: a program
that has seen one cancelled may refuse it when it comes again with a lower sequence.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from legalai.export.calendar_events import Event
from legalai.export.calendar_text import plain

_DOMAIN = "legalai"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the calendar file. `changed_on` is the day as of which it got its present content."""

    key: str
    slot: str
    round: int
    contract: str
    sha256: str
    day: date
    summary: str
    description: str
    category: str
    alarmed: bool
    sequence: int
    changed_on: date
    cancelled: bool = False

    @property
    def uid(self) -> str:
        """What calendar programs know it by."""
        return f"{self.key}-{self.slot}-{self.round}@{_DOMAIN}"


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A contract, by its name in the folder and its content, with its events."""

    name: str
    sha256: str
    events: tuple[Event, ...]


def merged(
    contracts: Iterable[Scheduled], old: Sequence[Entry], as_of: date, *, unread: Collection[str] | None = ()
) -> tuple[Entry, ...]:
    """The entries as of a day. What is gone, and has not passed, is cancelled, once, and stays so.

    A day that had passed before it was ever entered is not. `unread`: contracts that are there but could not be read
    this time, whose entries stay as they are; None where nothing is known of any that is not given.
    """
    given = sorted(contracts, key=lambda each: each.name)
    keys = _keys(given, old)
    entries: dict[str, Entry] = {}
    for contract in given:
        for entry in _entries(contract, keys[contract.name], old, as_of):
            entries[entry.uid] = entry
    read = {plain(contract.name) for contract in given}
    kept = {plain(name) for name in unread} if unread is not None else {e.contract for e in old} - read
    for entry in old:
        if entry.uid not in entries:
            stays = entry.day < as_of or entry.cancelled or (entry.contract in kept and entry.key not in keys.values())
            entries[entry.uid] = entry if stays else _cancelled(entry, as_of)
    return tuple(sorted(entries.values(), key=lambda e: (e.day, e.uid)))


def _keys(contracts: Sequence[Scheduled], old: Sequence[Entry]) -> Mapping[str, str]:
    """Contract name -> the first part of its UIDs: the one it had, by name and content, by content, by name."""
    keys: dict[str, str] = {}
    tests = (
        lambda entry, contract: entry.sha256 == contract.sha256 and entry.contract == plain(contract.name),
        lambda entry, contract: entry.sha256 == contract.sha256,
        lambda entry, contract: entry.contract == plain(contract.name),
    )
    for test in tests:
        for contract in contracts:
            found = [e.key for e in old if test(e, contract) and e.key not in keys.values()]
            if found and contract.name not in keys:
                keys[contract.name] = found[-1]
    taken = {entry.key for entry in old} | set(keys.values())
    for contract in contracts:
        if contract.name not in keys:
            fresh = contract.sha256[:20]
            keys[contract.name] = fresh if fresh not in taken else _hash(f"{contract.sha256} {contract.name}")
            taken.add(keys[contract.name])
    return keys


def _entries(contract: Scheduled, key: str, old: Sequence[Entry], as_of: date) -> Iterable[Entry]:
    for event in contract.events:
        slot = _hash(event.slot)
        before = max((e for e in old if (e.key, e.slot) == (key, slot)), key=lambda e: e.round, default=None)
        if event.day < as_of:
            continue
        fresh = _entry(event, contract, key, slot, as_of)
        if before is None:
            yield fresh
        elif before.day < as_of:
            yield replace(fresh, round=before.round + 1)
        else:
            yield _updated(before, fresh)


def _entry(event: Event, contract: Scheduled, key: str, slot: str, as_of: date) -> Entry:
    return Entry(
        key=key,
        slot=slot,
        round=0,
        contract=plain(contract.name),
        sha256=contract.sha256,
        day=event.day,
        summary=event.summary,
        description=event.description,
        category="Contract deadline" if event.kind in ("last-day", "remind", "send-by") else "Contract date",
        alarmed=event.alarmed,
        sequence=0,
        changed_on=as_of,
    )


def _updated(before: Entry, fresh: Entry) -> Entry:
    if _content(before) == _content(fresh):
        return replace(fresh, round=before.round, sequence=before.sequence, changed_on=before.changed_on)
    return replace(fresh, round=before.round, sequence=before.sequence + 1)


def _cancelled(entry: Entry, as_of: date) -> Entry:
    return replace(entry, cancelled=True, alarmed=False, sequence=entry.sequence + 1, changed_on=as_of)


def _content(entry: Entry) -> tuple[object, ...]:
    return entry.day, entry.summary, entry.description, entry.category, entry.cancelled


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]
