"""What a sentence states: whom it binds, how, and where it says so."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legalai.extract.obligations.actors import Mention
from legalai.extract.obligations.roles import NO_ROLES, Roles
from legalai.schema import Modality


@dataclass(frozen=True, slots=True)
class Words:
    """A passage as it is read: its text without parentheses, its actors in order, and the sides of the contract."""

    text: str
    mentions: Sequence[Mention]
    roles: Roles = NO_ROLES

    def actors_from(self, position: int) -> Iterator[Mention]:
        """The actors at or after a position, in order."""
        first = bisect_left(self.mentions, position, key=_start)
        return (self.mentions[index] for index in range(first, len(self.mentions)))

    def actors_before(self, position: int) -> Iterator[Mention]:
        """The actors before a position, the last one first."""
        first = bisect_left(self.mentions, position, key=_start)
        return (self.mentions[index] for index in range(first - 1, -1, -1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """Whom binding words bind, at characters [start, end). `joint` is true for "Supplier and Customer"."""

    mention: Mention
    name: str
    joint: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One modality of one actor.

    Offsets are characters of the passage: [start, end) is the clause; the binding words begin at `binding`, and what
    the actor must or may do at `action`. `patient` is whom a passive sentence does it to. `inferred` is true where the
    sentence does not say who is bound but the roles of the sides do. `proviso_end` is where a proviso ends that follows
    the clause and is a clause of its own. `shares` is where the lead-in stands that an earlier verb of the same subject
    has ("If it rains, Supplier shall stop and shall call").
    """

    bound: Bound
    modality: Modality
    start: int
    binding: int
    action: int
    end: int
    patient: Mention | None = None
    inferred: bool = False
    proviso_end: int | None = None
    shares: tuple[int, int] | None = None


_THING_BREAK = re.compile(
    r"[;:.]\s+(?:(?:and|but|or)\s+)?|,\s+(?:and|but|then|provided(?:,?\s+however,?)?\s+that)\s+(?!not\s+limited\b)",
    re.IGNORECASE,
)
CONDITION_FIRST = re.compile(
    r"(?:if|upon|unless|in\s+the\s+event|subject|except|to\s+the\s+extent|when|where|after|during)\b", re.IGNORECASE
)
# "and, subject to clause 2, shall refund": the subject of the clause before goes on.
INSERTED_LAST = re.compile(
    r",?\s(?:and|but)\s*,\s*(?:if|unless|upon|on|in|within|at|with|without|where|when|subject|during|after|before|prior|"
    r"following|by|for|to\s+the\s+extent|until|promptly|immediately)\s(?:[^,;:.]|\.(?=\d)){2,120},\s*(?:also\s+|then\s+|thereafter\s+)?$",
    re.IGNORECASE,
)
_CIRCUMSTANCE_FIRST = re.compile(
    rf"{CONDITION_FIRST.pattern}|(?:without|with|before|prior|throughout|save|other\s+than|in\s+no|notwithstanding)\b",
    re.IGNORECASE,
)
_LONGEST_THING = 600


def thing_start(text: str, end: int) -> int:
    """Where the clause of a thing as subject begins."""
    start = max(0, end - _LONGEST_THING)
    for match in _THING_BREAK.finditer(text, start, end):
        if text[match.end() : end].strip(" ,"):
            start = match.end()
    comma = text.rfind(", ", start, len(text[:end].rstrip(" ,")))
    return comma + 2 if comma > start and _CIRCUMSTANCE_FIRST.match(text, start) else start


def _start(mention: Mention) -> int:
    return mention.start
