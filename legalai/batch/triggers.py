"""Days of events that contracts run from, given for every contract of a folder or for one by its name."""

from collections.abc import Collection, Iterable

from legalai.errors import InputError
from legalai.extract.given_values import GivenValue

Triggers = tuple[tuple[str, GivenValue], ...]


def triggers_for(name: str, triggers: Triggers) -> Triggers:
    """The events of one file and their days: those of its own ("supply/acme.pdf:delivery") before those of all."""
    own = [(event, day) for file, event, day in _told(triggers) if file == name]
    return (*own, *((event, day) for file, event, day in _told(triggers) if file is None))


def check_names(triggers: Triggers, names: Collection[str]) -> None:
    """Raises: InputError where a day is given for a file that is not there."""
    for file, event, _ in _told(triggers):
        if file is not None and file not in names:
            raise InputError(
                f"--trigger gives the day of {event} for {file}, which is none of the files: name it as the table does."
            )


def with_other_days(names: Iterable[str], before: Triggers, now: Triggers) -> list[str]:
    """The files whose contracts would be read with other days than before."""
    return [name for name in names if triggers_for(name, before) != triggers_for(name, now)]


def for_all(triggers: Triggers) -> list[str]:
    """The events whose day is taken for every contract."""
    return [event for file, event, _ in _told(triggers) if file is None]


def _told(triggers: Triggers) -> Iterable[tuple[str | None, str, GivenValue]]:
    for key, day in triggers:
        file, _, event = key.rpartition(":")
        yield file or None, event, day
