"""Provisions: clauses of the types beyond CUAD, found by heading and wording."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from legalai.extract.clauses.provision_types import PROVISION_TYPES, ProvisionType
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clause

# Scores by kind of evidence, not measured: a heading with fitting words below it, and a sentence alone.
HEADING_AND_WORDING = 0.9
WORDING_ONLY = 0.6

# A heading such as "Miscellaneous" or an unnumbered text may hold pages: a provision is no longer than this.
_LONGEST = 12_000
_SHORTEST_SENTENCE = 40
# The lines of a contents page, definitions, and lists of what survives name provisions without being them.
_ONLY_NAMES = re.compile(r"\.{4}|(?:\s\.){4}|_{4}|\s\d{1,3}$")
_DEFINES = re.compile(
    r"\W{0,4}(?:\(?\w{1,4}[.)]\s{1,3})?[\"“][^\"“”]{1,60}[\"”]\s(?:shall\smean|means?|has\sthe\smeaning|refers)",
    re.IGNORECASE,
)
_SPEAKS_OF_OTHERS = re.compile(
    r"\b(?:surviv|definition|interpretation|defined terms|construction|contents)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Unit:
    """The contiguous passages of one clause under one heading; the heading's own lines are not among `passages`."""

    heading: str | None
    passages: tuple[Passage, ...]


def find_provisions(passages: Sequence[Passage], text: str) -> tuple[Clause, ...]:
    """Every provision in text order. `text` is the document's, which the passages' offsets refer to.

    One clause for each clause unit under a fitting heading, or for each run of sentences that state it elsewhere.
    """
    found = [clause for unit in _units(passages) for kind in PROVISION_TYPES for clause in _in_unit(unit, kind, text)]
    return tuple(sorted(found, key=lambda clause: (clause.start, clause.end, clause.type)))


def _units(passages: Sequence[Passage]) -> Iterator[_Unit]:
    body = (passage for passage in passages if passage.part != "signature_page")
    for heading, group in groupby(body, key=lambda passage: passage.heading):
        members = tuple(passage for passage in group if not passage.is_heading)
        if members:
            yield _Unit(heading, members)


def _in_unit(unit: _Unit, kind: ProvisionType, text: str) -> Iterator[Clause]:
    first, last = unit.passages[0], unit.passages[-1]
    if unit.heading and kind.heading.search(unit.heading) and last.end - first.start <= _LONGEST:
        if any(_states(passage, kind.wording) for passage in unit.passages):
            yield _clause(kind, first, last, HEADING_AND_WORDING, text)
    elif not (unit.heading and _SPEAKS_OF_OTHERS.search(unit.heading)) or kind.heading.search(unit.heading):
        stating = [passage for passage in unit.passages if _states(passage, kind.alone)]
        for begin, finish in _runs(unit.passages, stating):
            yield _clause(kind, begin, finish, WORDING_ONLY, text)


def _states(passage: Passage, wording: re.Pattern[str]) -> bool:
    return (
        len(passage.text) >= _SHORTEST_SENTENCE
        and wording.search(passage.text) is not None
        and not _ONLY_NAMES.search(passage.text[-80:])
        and not _DEFINES.match(passage.text)
    )


def _runs(passages: Sequence[Passage], stating: Sequence[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """Neighbouring sentences of the same clause number, joined."""
    if not stating:
        return
    position = {passage.start: index for index, passage in enumerate(passages)}
    first = last = stating[0]
    for passage in stating[1:]:
        if position[passage.start] == position[last.start] + 1 and passage.number == last.number:
            last = passage
        else:
            yield first, last
            first = last = passage
    yield first, last


def _clause(kind: ProvisionType, first: Passage, last: Passage, score: float, text: str) -> Clause:
    return Clause(
        text=text[first.start : last.end],
        start=first.start,
        end=last.end,
        page=first.page,
        number=first.number,
        type=kind.name,
        score=score,
        heading=first.heading,
    )
