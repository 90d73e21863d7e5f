"""What a side expects to find in a kind of matter, and was not found: said as that, never as absent."""

from collections.abc import Iterable

from legalai.advise.findings import Raised
from legalai.advise.reading import Reading
from legalai.advise.triggering import Match, some_place
from legalai.jurisdictions import Expected, Focus, Matter


def raised_missing(reading: Reading, matter: Matter, focuses: set[str], topics: set[str]) -> list[Raised]:
    """The clauses that our side expects in such a matter and that were not found.

    `topics` are those on which a position or a rule speaks already. Where nobody is acted for, what both sides expect.
    """
    return [
        _raised(reading, matter.id, expected)
        for expected in matter.expected
        if expected.focus in focuses
        and (expected.topic or expected.id) not in topics
        and expected.expected_by in {"both", reading.stance.side}
        and not _is_found(reading, expected)
    ]


def raised_focuses(reading: Reading, looked_at: Iterable[Focus], told: set[str]) -> list[Raised]:
    """The focuses that are looked at, of which neither the contract speaks nor anything is told yet."""
    wanted = [focus.expected() for focus in looked_at if focus.id not in told]
    return [_raised(reading, "focus", expected) for expected in wanted if not _is_found(reading, expected)]


def _is_found(reading: Reading, expected: Expected) -> bool:
    return bool(reading.clauses(expected.clause_types)) or reading.says(expected.phrases)


def _raised(reading: Reading, home: str, expected: Expected) -> Raised:
    place = reading.nearest(expected.clause_types)[:1] or some_place(reading)
    match = Match(subjects=place, absent=expected.clause_types or expected.phrases[:3])
    return Raised(id=f"missing-{home}-{expected.id}", source=expected, match=match, citations=place)
