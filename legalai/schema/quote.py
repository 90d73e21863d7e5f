"""Words of a contract, and where they stand."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of the contract and where they stand."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Quote):
    """A quote a reader can look up: with its page and its clause number where there are any."""

    page: int | None = None
    number: str | None = None
