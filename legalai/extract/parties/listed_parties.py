"""Parties listed in an annex under what they are: "Data exporter(s):", below it "Name: X", filled in or left open."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legalai.extract.parties.found_party import FoundParty
from legalai.extract.parties.opening import ENOUGH_EVIDENCE
from legalai.extract.segmentation.blanks import find_blank
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Party, Quote

# The list of parties of the clauses annexed to Commission Implementing Decisions (EU) 2021/914 and 2021/915.
_HEADING = re.compile(
    r"(?P<role>data\s+(?:exporter|importer)|controller|processor)(?:\(s\)|s)?\s{0,3}[:：]\s{0,3}(?:\[[^\]]{0,300}\]?\s{0,3})?",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:\d{1,2}[.)]\s{0,3})?Name(?:\(s\))?\s{0,3}[:：]\s{0,6}(?P<name>[^\n]*)", re.IGNORECASE | re.DOTALL
)
# What such a list asks for next, where the name is left open.
_NEXT_FIELD = re.compile(
    r"(?:[\w.-]{0,20}\s?number|(?:other\s)?address|contact|activities|categories|signature|role|official|registration|n/?a\b)"
    r"|[^:：\n]{0,80}[:：]$",
    re.IGNORECASE,
)
_LONGEST_NAME = 120
_REACH = 3


@dataclass(frozen=True, slots=True)
class _Listed:
    role: str
    heading: Passage
    name: FoundParty | None


def from_lists(passages: Sequence[Passage]) -> Iterator[FoundParty]:
    """Those whose names are filled in."""
    yield from (each.name for each in _listed(passages) if each.name is not None)


def blank_in_lists(passages: Sequence[Passage]) -> Iterator[Party]:
    """Those whose names are left open, where the list names or describes at least two."""
    listed = list(_listed(passages))
    if len({each.role for each in listed}) < 2:
        return
    for each in listed:
        if each.name is None:
            said = each.heading.text[: len(each.role)]
            yield Party(
                text=said,
                start=each.heading.start,
                end=each.heading.start + len(said),
                page=each.heading.page,
                number=each.heading.number,
                name=f"{each.role} (left blank)",
                role=each.role,
                aliases=(each.role,),
                status="blank",
            )


def _listed(passages: Sequence[Passage]) -> Iterator[_Listed]:
    """The first entry below each role's heading."""
    seen: set[str] = set()
    for index, passage in enumerate(passages):
        heading = _HEADING.fullmatch(passage.text)
        role = " ".join(heading["role"].split()).capitalize() if heading else ""
        if not role or role in seen:
            continue
        below = passages[index + 1 : index + 1 + _REACH]
        place = next((place for place, each in enumerate(below) if _NAME.fullmatch(each.text)), None)
        if place is not None:
            seen.add(role)
            yield _Listed(role, passage, _named(below[place], below[place + 1 :], role))


def _named(label: Passage, after: Sequence[Passage], role: str) -> FoundParty | None:
    """The name beside its label, or in the cell after it."""
    beside = _NAME.fullmatch(label.text)
    if beside and beside["name"]:
        passage, start = label, beside.start("name")
    elif after:
        passage, start = after[0], 0
    else:
        return None
    name = passage.text[start:].rstrip(" .,;")
    if not name or len(name) > _LONGEST_NAME or _NEXT_FIELD.match(name) or find_blank(name):
        return None
    quote = Quote(text=name, start=passage.start + start, end=passage.start + start + len(name))
    return FoundParty(quote, (role,), role, passage, ENOUGH_EVIDENCE)
