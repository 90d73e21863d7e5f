"""How a contract describes a party behind its name: what kind of entity it is, and where it is organised."""

import re
from dataclasses import dataclass

from legalai.extract.parties.party_names import STRONG_FORM
from legalai.extract.parties.places import FORMED, NATIONS, PLACE, organised_in, place_named

_KIND = (
    r"corporation|body\s+corporate|compan(?:y|ies)|partnership|association|university|bank|trust|foundation|institute|municipality|"
    r"municipal\s+corporation|agency|authority|cooperative|society|firm|individual|person|proprietor(?:ship)?|political\s+subdivision|"
    r"limited\s+liability\s+company|entity|organi[sz]ation|gmbh|llc|l\.l\.c\.|"
    r"public\s+limited\s+company|kabushiki\s+kaisha|aktiengesellschaft|naamloze\s+vennootschap|besloten\s+vennootschap|"
    r"soci[eé]t[eé]\s+anonyme|soci[eé]t[eé]\s+[àa]\s+responsabilit[eé]\s+limit[eé]e|s\.?[àa]\.?\s?r\.?l\.?"
)
# "reg. no. 556000-0000," before what the party is
_REGISTERED = (
    r"(?:(?:with\s+)?(?:(?:company|corporate|business|trade|commercial)\s+)?(?:reg(?:istration|istered|ister|\.)?\s*)?(?:no\.?|number|identity\s+number|ABN|ACN)"
    r"[\s:.]{0,3}[\w\s./-]{3,30},\s*)?"
)
_TRADING = r"(?:(?:d/?b/?a|t/a|(?:doing|trading)\s+(?:business\s+)?as)\s+[^,;()\n]{2,60},\s+)?"
_DESCRIBED = re.compile(
    rf"[\s,|]*(?:\([^()]{{0,160}}\)[\s,]*)?{_TRADING}{_REGISTERED}(?:(?:(?:which|who)\s+)?is\s+|being\s+)?(?:an?|the)\s+(?:newly[\s-]+formed\s+)?"
    rf"(?P<before>(?:{PLACE}\s+)?)"
    rf"(?P<kind>(?:(?!corporation|company|partnership)[a-z][\w-]*[\s,/]+){{0,6}}?(?:{_KIND})(?:\s(?:association|corporation|company|society|trust))?)\b",
)
_CAPITAL_KIND = re.compile(
    r"[\s,]*(?:an?|A|AN)\s+(?P<before>[A-Z][\w.]{1,20}(?:\s[A-Z][\w.]{1,20}){0,2}?\s+|(?=(?:Corporation|Company|Partnership)\s+(?:duly\s+)?"
    rf"{FORMED}\b))(?P<kind>(?:Limited\s+Liability\s+)?(?:Corporation|Company|Partnership)|(?:LIMITED\s+LIABILITY\s+)?(?:CORPORATION|COMPANY|PARTNERSHIP)|LLC)\b"
)
# Words of a description that are no place.
_NO_PLACE = re.compile(
    r"(?:Limited|Private|Public|National|Non|Not|Federal|State|Federally|European|Global|International|Subchapter|Professional|General|Party|Company|LLC|Inc)\b"
)
_SOMEBODY_ELSE = re.compile(rf"[\"”][^()]{{0,60}}\)|{STRONG_FORM.pattern}")
# The description of a party that is not said to be anything begins so.
_FORMED_FIRST = re.compile(
    r"[\s,]*(?:\([^()]{0,160}\)[\s,]*)?(?:(?:together\s+with\s+its\s+[a-z ]{4,40},?\s+)?and\s+)?"
    r"(?:(?:which|who)\s+is\s+|being\s+)?(?:(?:duly|validly)\s+)?"
    rf"(?:{FORMED}\b|(?:having|with|has|whose)\s(?=[^,;]{{0,40}}\bseat\b)|domiciled\s)"
)
_PERSON = re.compile(r"\b(?:individual|person)\b")
DESCRIBED_WITHIN = 600


@dataclass(frozen=True, slots=True)
class Description:
    """What a party is ("limited liability company") and where it is organised ("Delaware"), as far as the text says."""

    entity: str | None = None
    place: str | None = None


def description_in(tail: str) -> Description:
    """The description at the beginning of the words behind a party's name."""
    tail = tail[:DESCRIBED_WITHIN]
    described = _DESCRIBED.match(tail) or _CAPITAL_KIND.match(tail)
    if described is None:
        formed = _FORMED_FIRST.match(tail)
        return Description(place=organised_in(tail, 0, _own_end(tail, formed.end())) if formed else None)
    before = described["before"].strip()
    kind = " ".join(described["kind"].split()).lower()
    place = place_named(before) if before and not _NO_PLACE.match(before) else None
    if place is None and not _PERSON.search(kind):  # where a person lives is no place of organisation
        place = organised_in(tail, described.end(), _own_end(tail, described.end()))
    if place is None and (first := kind.split()[0]) in NATIONS:
        place = NATIONS[first]
    return Description(_entity(before, kind), place)


def _own_end(tail: str, start: int) -> int:
    """Where the words about this party end at the latest: at a short name, or at the form of another name."""
    other = _SOMEBODY_ELSE.search(tail, start)
    return other.start() if other else len(tail)


def _entity(before: str, kind: str) -> str:
    """The kind without a nation before it; "Limited" and the like stand before it in capitals."""
    words = kind.split()
    if words[0] in NATIONS:
        words = words[1:]
    prefix = before.lower() + " " if before and _NO_PLACE.match(before) and len(before.split()) <= 3 else ""
    return prefix + " ".join(words)
