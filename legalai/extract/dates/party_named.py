"""Whose right or notice a sentence speaks of."""

import re
from collections.abc import Sequence

from legalai.extract.segmentation.passages import Passage
from legalai.schema import Party

_ENOUGH_BEFORE = 120
_EITHER = re.compile(r"\b(?:either|a|any|each|one|neither|both)\s+part(?:y|ies)\b|\bthe\s+parties\b", re.IGNORECASE)
# Who is told has no right: "by notice to Licensor".
_TOLD = re.compile(
    r"\b(?:to|giv\w+|notif\w+|inform\w*|tell\w*|told|serv\w+|upon"
    r"|against)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def names_of(party: Party) -> tuple[str, ...]:
    """Every name that a contract has for a party."""
    return tuple(name for name in (party.name, party.role, *party.aliases) if name)


def named_before(passage: Passage, end: int, parties: Sequence[Party], *, after: int = 0) -> str | None:
    """The party named last before character `end` of a passage, by its role; None where either may be meant.

    `after`: where what is said of somebody else ends.
    """
    before = passage.text[max(end - _ENOUGH_BEFORE, after) : end]
    best: tuple[int, str] | None = None
    for party in parties:
        for name in names_of(party):
            place = _last_acting(before, name)
            if place >= 0 and (best is None or place > best[0]):
                best = (place, party.role or next(iter(party.aliases), party.name))
    either = max((m.start() for m in _EITHER.finditer(before)), default=-1)
    return best[1] if best is not None and best[0] > either else None


def _last_acting(text: str, name: str) -> int:
    """Where a name stands last without being the one that is told; -1 where it does not."""
    place = text.rfind(name)
    while place >= 0 and _TOLD.search(text[:place]):
        place = text.rfind(name, 0, place)
    return place
