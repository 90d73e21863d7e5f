"""How a contract describes a party behind its name: what kind of entity it is, and where it is organised."""

import re
from dataclasses import dataclass

from legalai.extract.parties.party_names import STRONG_FORM

_WORD = r"[A-Z][\w.’'-]{0,24}"
_PLACE = rf"(?:{_WORD}(?:\s(?:and|&)(?=\s[A-Z]))?(?:,?\s(?={_WORD}))?){{1,6}}"
_KIND = (
    r"corporation|compan(?:y|ies)|partnership|association|university|bank|trust|foundation|institute|municipality|"
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
    rf"[\s,|]*(?:\([^()]{{0,160}}\)[\s,]*)?{_TRADING}{_REGISTERED}(?:(?:which|who)\s+is\s+|being\s+)?(?:an?|the)\s+"
    rf"(?P<before>(?:{_PLACE}\s+)?)"
    rf"(?P<kind>(?:(?!corporation|company|partnership)[a-z][\w-]*[\s,/]+){{0,6}}?(?:{_KIND})(?:\s(?:association|corporation|company|society|trust))?)\b",
)
_CAPITAL_KIND = re.compile(
    r"[\s,]*(?:an?|A|AN)\s+(?P<before>[A-Z][\w.]{1,20}(?:\s[A-Z][\w.]{1,20}){0,2}?)\s+"
    r"(?P<kind>(?:Limited\s+Liability\s+)?(?:Corporation|Company|Partnership)|(?:LIMITED\s+LIABILITY\s+)?(?:CORPORATION|COMPANY|PARTNERSHIP)|LLC)\b"
)
_UNDER_LAW = re.compile(
    r"[^;\n]{0,160}?\b(?:(?:under|pursuant\s+to|by)\s+(?:and\s+by\s+virtue\s+of\s+)?the\s+laws?\s+of|(?:incorporated|organi[sz]ed|registered|established|"
    r"formed|constituted)\s+(?:and\s+(?:existing|registered)\s+)?(?:in|under)(?!\s+the\s+laws?)|of(?=\s+the\s+(?:State|Commonwealth|Province)\s+of\b))\s+(?:the\s+)?"
    rf"(?:(?:State|Commonwealth|Province|Republic|Kingdom|Federal\s+Republic|Grand\s+Duchy|People['’]s\s+Republic)\s+of\s+(?:the\s+)?)?(?P<place>{_PLACE})"
)
_NATIONAL_LAW = re.compile(
    r"[^;\n()\"“”]{0,100}?\bunder\s+(?:the\s+)?(?P<nation>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s+laws?\b"
)
# Words of a description that are no place.
_NO_PLACE = re.compile(
    r"(?:Limited|Private|Public|National|Non|Not|Federal|State|Federally|European|Global|International|Subchapter|Professional|General|Party|Company|LLC|Inc)\b"
)
_SOMEBODY_ELSE = re.compile(rf"[\"”][^()]{{0,60}}\)|{STRONG_FORM.pattern}")
_PERSON = re.compile(r"\b(?:individual|person)\b")
_ACT = re.compile(r"\b(?:Act|Code|Ordinance|Law)\b")
_NATIONS = {
    "american": "United States",
    "australian": "Australia",
    "austrian": "Austria",
    "belgian": "Belgium",
    "brazilian": "Brazil",
    "british": "United Kingdom",
    "canadian": "Canada",
    "chinese": "China",
    "danish": "Denmark",
    "dutch": "Netherlands",
    "english": "England",
    "finnish": "Finland",
    "french": "France",
    "german": "Germany",
    "indian": "India",
    "irish": "Ireland",
    "israeli": "Israel",
    "italian": "Italy",
    "japanese": "Japan",
    "korean": "Korea",
    "luxembourg": "Luxembourg",
    "norwegian": "Norway",
    "polish": "Poland",
    "scottish": "Scotland",
    "spanish": "Spain",
    "swedish": "Sweden",
    "swiss": "Switzerland",
    "argentine": "Argentina",
    "bulgarian": "Bulgaria",
    "chilean": "Chile",
    "colombian": "Colombia",
    "croatian": "Croatia",
    "cypriot": "Cyprus",
    "czech": "Czech Republic",
    "egyptian": "Egypt",
    "estonian": "Estonia",
    "greek": "Greece",
    "hungarian": "Hungary",
    "icelandic": "Iceland",
    "indonesian": "Indonesia",
    "kenyan": "Kenya",
    "latvian": "Latvia",
    "lithuanian": "Lithuania",
    "malaysian": "Malaysia",
    "maltese": "Malta",
    "mexican": "Mexico",
    "nigerian": "Nigeria",
    "portuguese": "Portugal",
    "romanian": "Romania",
    "russian": "Russia",
    "serbian": "Serbia",
    "singaporean": "Singapore",
    "slovak": "Slovakia",
    "slovenian": "Slovenia",
    "south african": "South Africa",
    "south korean": "South Korea",
    "taiwanese": "Taiwan",
    "thai": "Thailand",
    "turkish": "Turkey",
    "ukrainian": "Ukraine",
    "vietnamese": "Vietnam",
}
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
        under = re.match(r"[\s,]*(?:duly\s+)?(?:incorporated|organi[sz]ed|registered|established|formed)\b", tail)
        law = _UNDER_LAW.match(tail) if under else None
        return Description(place=_place(law["place"]) if law else None)
    before = described["before"].strip()
    place = _place(before) if before and not _NO_PLACE.match(before) else None
    other = _SOMEBODY_ELSE.search(tail, described.end())
    law = _UNDER_LAW.match(tail, described.end(), other.start() if other else len(tail))
    if place is None and law:
        place = _place(law["place"])
    national = _NATIONAL_LAW.match(tail, described.end())
    if place is None and national:
        place = _NATIONS.get(national["nation"].lower())
    kind = " ".join(described["kind"].split()).lower()
    if place is None and (first := kind.split()[0]) in _NATIONS:
        place = _NATIONS[first]
    if place and law and _PERSON.search(kind):
        place = None  # where a person lives is no place of organisation
    return Description(_entity(before, kind), place)


def _entity(before: str, kind: str) -> str:
    """The kind without a nation before it; "Limited" and the like stand before it in capitals."""
    words = kind.split()
    if words[0] in _NATIONS:
        words = words[1:]
    prefix = before.lower() + " " if before and _NO_PLACE.match(before) and len(before.split()) <= 3 else ""
    return prefix + " ".join(words)


def _place(words: str) -> str | None:
    """The place as we name it; none for the act that a company was formed under."""
    plain = re.split(r"(?<=[a-z]{4})\.\s", " ".join(words.split()))[0].strip(" ,.’'")
    if _ACT.search(plain):
        return None
    return _NATIONS.get(plain.lower(), plain.title() if plain.isupper() and len(plain) > 3 else plain)
