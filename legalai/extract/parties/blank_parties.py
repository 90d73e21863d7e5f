"""Parties whose names a form leaves open: '_______ (the "Tenant")', "Customer: [●]"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legalai.extract.parties.opening import FIRST_PASSAGES, OPENING
from legalai.extract.parties.party_aliases import BLANK_NAME, aliases_in, role_of
from legalai.extract.parties.party_names import ROLES, STRONG_FORM
from legalai.extract.segmentation.blanks import find_blank
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Party

# A blank that names a party follows what leads to a party, and has the name the contract gives it in a bracket behind.
_NAMED_BLANK = re.compile(
    rf"(?:\b(?:between|among|and|by|with|party\s+[a-d1-4]\s*:)|^|[:\n]|\([1-4a-d]\))[\s,:“\"]{{0,5}}(?P<blank>{BLANK_NAME})"
    r"(?P<tail>[^;]{0,300}?\([^()]{0,80}?[\"“‘'][^\"“”]{2,40}[\"”’'][^()]{0,40}\))",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:The\s+)?(?P<role>[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+)?)(?:\s+Name)?\s*[:：]\s*(?P<value>.*)", re.DOTALL
)
_SOMEBODY_ELSE = re.compile(rf"\band\s+(?:[A-Z][a-z]|{BLANK_NAME})")
_LABELS_UNTIL = 60
_OPENING_REACH = 4


@dataclass(frozen=True, slots=True)
class _Blank:
    alias: str
    passage: Passage
    start: int
    end: int


def find_blank_parties(passages: Sequence[Passage], named: Sequence[Party]) -> tuple[Party, ...]:
    """The parties whose names are left open, each under the short name or role that the text gives it.

    Stars mark what somebody took out of a filed copy. `named` are those with a name: a blank for the role of one of
    them is an address or a signature, not a party.
    """
    taken = {alias.lower() for party in named for alias in (*party.aliases, party.role or "")}
    result: list[Party] = []
    for blank in (*_in_opening(passages), *_beside_labels(passages)):
        if blank.alias.lower() in taken:
            continue
        taken.add(blank.alias.lower())
        begin = blank.passage.start + blank.start
        role = role_of((blank.alias,))
        words = blank.passage.text[blank.start : blank.end]
        result.append(
            Party(
                text=words,
                start=begin,
                end=begin + blank.end - blank.start,
                page=blank.passage.page,
                number=blank.passage.number,
                name=f"{role or blank.alias} ({'left out' if '*' in words else 'left blank'})",
                role=role,
                aliases=(blank.alias,),
                status="blank",
            )
        )
    return tuple(result)


def _in_opening(passages: Sequence[Passage]) -> Iterator[_Blank]:
    """The blanks of the sentence that opens the contract, and of the lines that follow it."""
    early = passages[:FIRST_PASSAGES]
    first = next((i for i, p in enumerate(early) if OPENING.search(p.text) and not p.is_heading), None)
    if first is None:
        return
    for passage in early[first : first + _OPENING_REACH]:
        for found in _NAMED_BLANK.finditer(passage.text):
            aliases = aliases_in(found["tail"])
            if aliases and not STRONG_FORM.search(found["tail"]) and not _SOMEBODY_ELSE.search(found["tail"]):
                end = found.start("blank") + len(found["blank"].rstrip())
                yield _Blank(aliases[0], passage, found.start("blank"), end)


def _beside_labels(passages: Sequence[Passage]) -> Iterator[_Blank]:
    """The blanks of a cover page: "Customer: [●]"."""
    for passage in passages[:_LABELS_UNTIL]:
        label = _LABEL.fullmatch(passage.text)
        if label is None or label["role"].lower() not in ROLES:
            continue
        blank = find_blank(label["value"])
        if blank and not label["value"][: blank[0]].strip():
            yield _Blank(label["role"], passage, label.start("value") + blank[0], label.start("value") + blank[1])
