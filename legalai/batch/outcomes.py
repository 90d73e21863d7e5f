"""What became of one file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Done:
    """The file was reviewed and its review.json is written. `row` is its line of the portfolio."""

    name: str
    status: Literal["complete", "partial"]
    row: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Failed:
    """The file was not reviewed. `error` names the kind of error; `message` holds no contract text."""

    name: str
    sha256: str | None
    error: str
    message: str


Outcome = Done | Failed
