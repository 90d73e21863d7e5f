"""What a user gives that a contract cannot know or leaves open: the day of an event, or a length of time."""

from datetime import date

from legalai.extract.dates.values.periods import find_periods
from legalai.schema import Period

GivenValue = date | Period


def read_given(said: str) -> GivenValue:
    """A day ("2026-03-01") or a length ("60 days", "10 business days"). Raises: ValueError for anything else."""
    words = said.strip()
    try:
        return date.fromisoformat(words)
    except ValueError:
        found = find_periods(words)
        if len(found) != 1 or found[0].period is None or found[0].text != words:
            raise
        return found[0].readings[0]


def written(value: GivenValue) -> str:
    """The value as `read_given` reads it."""
    return value.isoformat() if isinstance(value, date) else value.in_words
