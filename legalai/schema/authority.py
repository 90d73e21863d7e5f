"""Law behind a rule."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """Law behind a rule. `checked_on` is None until somebody opened the source; `url` is None unless it is known."""

    cite: str
    url: str | None
    as_of: date
    checked_on: date | None
