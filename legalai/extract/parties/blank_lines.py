"""Lines left empty below the last clause where a party is to sign, in layouts that no signature block is read from."""

import re
from collections.abc import Sequence

from legalai.extract.segmentation.passages import Passage
from legalai.schema import Party

_EMPTY = r"(?:_{6,}|\.{8,}|…{3,})"
_SAYS_SO = re.compile(r"\b(?:not (?:yet )?signed|unsigned)\b", re.IGNORECASE)


def says_unsigned(text: str, passages: Sequence[Passage]) -> bool:
    """Whether the words below the last clause say that nobody has signed."""
    return _SAYS_SO.search(_below(text, passages)) is not None


def left_blank_for(text: str, passages: Sequence[Passage], party: Party) -> bool:
    """Whether a line below the last clause is empty beside, above or below the name of a party or its role."""
    names = {each for each in (party.name, party.role, *party.aliases) if each and len(each) > 2}
    said = "|".join(re.escape(each) for each in sorted(names, key=len, reverse=True))
    if not said:
        return False
    beside = rf"(?<!\w)(?:{said})(?!\w)[^\n_.…]{{0,40}}(?:\n[ \t]*)?{_EMPTY}"
    above = rf"^[ \t]*{_EMPTY}[^\n]{{0,60}}\n[^\n]{{0,60}}(?<!\w)(?:{said})(?!\w)"
    return re.search(rf"{beside}|{above}", _below(text, passages), re.IGNORECASE | re.MULTILINE) is not None


def _below(text: str, passages: Sequence[Passage]) -> str:
    """What stands between the first sentence of the last numbered clause of the body and the schedules."""
    body = [each for each in passages if each.part != "schedule"]
    first: dict[str, int] = {}
    for each in body:
        if each.number and each.part == "body":
            first.setdefault(each.number, each.end)
    return text[max(first.values(), default=0) : body[-1].end] if body else ""
