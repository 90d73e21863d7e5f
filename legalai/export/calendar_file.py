"""The calendar file (RFC 5545): whole days, no time zone, nothing to fetch."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, cast

from icalendar import Alarm, Calendar, Event

from legalai import __version__
from legalai.errors import ConfigError
from legalai.export.calendar_events import events_of
from legalai.export.calendar_merge import Entry, Scheduled, merged
from legalai.export.calendar_states import Mark
from legalai.schema import Contract

FILE_NAME = "calendar.ics"
ALARM_DAYS = (14, 3)
_UID = re.compile(r"([0-9a-f]{20})-([0-9a-f]{20})-(\d{1,6})@legalai")
_NAME, _SHA, _ALARMS = "X-LEGALAI-CONTRACT", "X-LEGALAI-SHA256", "X-LEGALAI-ALARM-DAYS"


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """What a calendar file holds. `alarm_days` are so many days before each day to act; None where there is no file."""

    entries: tuple[Entry, ...] = ()
    alarm_days: tuple[int, ...] | None = None


def calendar(
    contracts: Iterable[Scheduled],
    old: CalendarFile,
    *,
    as_of: date,
    alarm_days: Sequence[int] | None = None,
    unread: Collection[str] | None = (),
) -> bytes:
    """The calendar file as of a day, in place of `old`, whose alarms it keeps unless it is told others."""
    days = old.alarm_days if alarm_days is None else alarm_days
    entries = merged(contracts, old.entries, as_of, unread=unread)
    return _written(entries, ALARM_DAYS if days is None else days, as_of)


def calendar_of(
    contract: Contract, mark: Mark | None, old: CalendarFile, *, as_of: date, alarm_days: Sequence[int] | None = None
) -> bytes:
    """The calendar file of one contract, as of a day."""
    name = contract.document.name
    scheduled = Scheduled(name, contract.document.sha256, events_of(name, contract, mark, as_of))
    return calendar([scheduled], old, as_of=as_of, alarm_days=alarm_days)


def read_calendar(path: Path) -> CalendarFile:
    """The calendar that is there; empty where there is none. Raises: ConfigError where it cannot be read."""
    try:
        found = Calendar.from_ical(path.read_bytes())
        read = (
            _read(cast(Mapping[str, Any], each), alarmed=bool(each.walk("VALARM"))) for each in found.walk("VEVENT")
        )
        days = cast(Mapping[str, Any], found).get(_ALARMS)
        alarm_days = None if days is None else tuple(int(each) for each in str(days).split())
        return CalendarFile(tuple(entry for entry in read if entry), alarm_days)
    except FileNotFoundError:
        return CalendarFile()
    except (OSError, ValueError, KeyError, AttributeError):
        raise ConfigError(f"{path} is no calendar that can be brought up to date. Move it away.") from None


def _written(entries: Iterable[Entry], alarm_days: Sequence[int], as_of: date) -> bytes:
    made = Calendar()
    made.add("PRODID", f"-//legalai//legalai {__version__}//EN")
    made.add("VERSION", "2.0")
    made.add("CALSCALE", "GREGORIAN")
    made.add("X-WR-CALNAME", "Contract deadlines")
    made.add(_ALARMS, " ".join(str(days) for days in alarm_days))
    for entry in entries:
        made.add_component(_event(entry, alarm_days if entry.day >= as_of else ()))
    return made.to_ical()


def _event(entry: Entry, alarm_days: Sequence[int]) -> Event:
    event = Event()
    # No clock is asked: the day as of which the entry changed is when it changed, and two runs write the same bytes.
    changed = datetime(entry.changed_on.year, entry.changed_on.month, entry.changed_on.day, tzinfo=UTC)
    event.add("UID", entry.uid)
    event.add("DTSTAMP", changed)
    event.add("LAST-MODIFIED", changed)
    event.add("SEQUENCE", entry.sequence)
    event.add("DTSTART", entry.day)
    event.add("DTEND", entry.day + timedelta(days=1))
    event.add("SUMMARY", entry.summary)
    event.add("DESCRIPTION", entry.description)
    event.add("CATEGORIES", [entry.category])
    event.add("CLASS", "CONFIDENTIAL")
    event.add("TRANSP", "TRANSPARENT")
    event.add("STATUS", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add(_NAME, entry.contract)
    event.add(_SHA, entry.sha256)
    if entry.alarmed:
        for days in alarm_days:
            event.add_component(_alarm(entry.summary, days))
    return event


def _alarm(words: str, days: int) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("TRIGGER", timedelta(days=-days))
    alarm.add("DESCRIPTION", words)
    return alarm


def _read(event: Mapping[str, Any], *, alarmed: bool) -> Entry | None:
    """An entry of ours; anything else in the file is not."""
    uid = _UID.fullmatch(str(event["UID"]))
    if uid is None:
        return None
    return Entry(
        key=uid[1],
        slot=uid[2],
        round=int(uid[3]),
        contract=str(event[_NAME]),
        sha256=str(event[_SHA]),
        day=_day(event["DTSTART"].dt),
        summary=str(event["SUMMARY"]),
        description=str(event["DESCRIPTION"]),
        category=str(event["CATEGORIES"].cats[0]),
        alarmed=alarmed,
        sequence=int(event["SEQUENCE"]),
        changed_on=_day(event["LAST-MODIFIED"].dt),
        cancelled=str(event["STATUS"]) == "CANCELLED",
    )


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value
