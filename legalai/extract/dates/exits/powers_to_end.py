"""Where a sentence gives a power to end the contract: "may terminate this Agreement", "may cancel at any time"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legalai.extract.parties.party_names import ROLES
from legalai.schema import Party

_ENDS = (
    r"(?:terminat\w+|cancel\w*|rescind|resile\s+from|withdraw\s+from|walk\s+away\s+from|step\s+out\s+of|break"
    r"|(?:end|stop|leave|quit)(?=\s+(?:this|it|its"
    r"|(?:the|your|his|her|that)\s+(?:agreement|contract|lease|subscription|employment|engagement|appointment|tenancy|hire|arrangement"
    r"|retainer|licen[cs]e))\b)"
    r"|(?:give|serve)\s+(?:[\w’'()-]+\s+){0,8}?(?:to\s+(?:end|terminate|cancel|quit)|of\s+(?:termination|cancell?ation)\s+of))"
)
_MATTER = (
    r"(?:agreement|contract|lease|licen[sc]e|order|statement\s+of\s+work|subscription|engagement"
    r"|employment(?!\s+of\s+(?:any|an?|such|its|their)\b)|appointment|services|it|term|arrangement|deal|tenancy)"
)
_ADVERBS = (
    r"(?:(?:also|only|then|thereupon|immediately|forthwith|nevertheless|at\s+any\s+time"
    r"|(?:at|in)\s+its\s+(?:sole\s+)?(?:option|discretion|election)),?\s+){0,3}"
)
_POWER = (
    r"\b(?:may|can|(?:is|are|be)\s+(?:entitled|free|permitted|at\s+liberty)\s+to"
    r"|(?:has|have|reserves?)\s+the\s+(?:\w+\s+){0,2}right\b[^.;]{0,90}?\bto),?\s+"
)
_GONE = r"(?:terminated|cancelled|canceled|ended|rescinded|determined|broken|brought\s+to\s+an\s+end)"
# Who ends what: a power, not a duty, a consequence or a thing already ended.
_NAMED = re.compile(
    rf"{_POWER}{_ADVERBS}"
    r"(?:,?\s*(?:by|upon|on|with|after|at|in|without|for|if)\b[^.;]{0,120}?)?,?\s*"
    rf"(?:{_ENDS}\s+(?:\w+\s+){{0,4}}?{_MATTER}|bring\s+(?:\w+\s+){{0,2}}{_MATTER}\s+to\s+an\s+end)\b"
    rf"|\b(?P<passive>(?:this|the|your|his|her)\s+(?:\w+\s+)?{_MATTER}\s+(?:(?:may|can)\s+(?:also\s+)?be\s+(?:earlier\s+)?"
    rf"{_GONE}|(?:is|shall\s+be)\s+terminable))\b"
    r"|\bnotice\s+(?:of\s+termination|to\s+(?:terminate|quit))\b[^.;]{0,80}\b(?:shall|must|may|can|will)\s+be\s+given\b"
    rf"|\bright\s+to\s+{_ENDS}\s+(?:\w+\s+){{0,3}}?{_MATTER}\b",
    re.IGNORECASE,
)
# The same without a word for what is ended: the contract, where a party acts and nothing else is named.
_NOTHING_ELSE = (
    r"(?!\s+for\s+convenience,?\s+(?:any|each|the|an?)\b)(?=\s*(?:[.,;:)]|$)"
    r"|\s+(?:on|upon|by|at|with|without|for|if|in\s+(?:the\s+event|case|writing)|where|when|after|before|from|effective"
    r"|as\s+of|immediately|forthwith|prior|unless|early|within|either|not|provided|hereunder|should|only|once|under"
    r"|pursuant|any\s+time)\b)"
)
_INTERPOSED = r"(?:,\s*[^.;]{0,120}?,\s*|(?:by|upon|on|with)\s+[^.;,]{0,80}?\bnotice\s+(?:to\s+[^.;,]{0,40}?)?)?"
_UNNAMED = re.compile(
    rf"{_POWER}{_ADVERBS}{_INTERPOSED}(?:(?P<hard>terminate|cancel|rescind|resile)"
    r"|(?P<soft>withdraw|end|stop|leave|quit|walk\s+away|(?:give|serve)\s+(?:an?\s+|written\s+){0,3}notice\s+"
    rf"(?:of\s+termination|to\s+(?:quit|terminate|end))))(?:{_NOTHING_ELSE}|(?<=quit)(?=\s+of\b))"
    r"|(?<![\w-])right,?\s+(?:on|upon|by|with)\s+[^.;,]{0,80}\bnotice,\s+to\s+(?P<right>terminate|cancel)"
    rf"{_NOTHING_ELSE}",
    re.IGNORECASE,
)
_TELEGRAM = re.compile(
    r"(?:^[\d.()\s]{0,8}|[.;]\s+|:\s*)(?:it\s+(?:may|can)\s+be\s+(?:terminated|ended|cancelled)|(?:it\s+is\s+)?terminable)\b"
    rf"|\b(?:this|the)\s+{_MATTER}\s+(?:(?:shall|will)\s+)?(?:ends?|terminates?|expires?)\s+(?:when|once|if|upon|on)\s+"
    r"(?=[^.;]{0,60}\bnotice\b)"
    rf"|\bcontinues?\s+(?:(?:in\s+(?:full\s+)?(?:force|effect)|thereafter|indefinitely)\s+){{0,2}}(?:unless\s+and\s+)?until\s+(?:it\s+is\s+)?"
    rf"{_GONE}\b(?=\s+by\b[^.;]{{0,120}}\bnotice\b)(?![^.;]{{0,240}}\b(?:renewal|end\s+of\s+the\s+(?:\w+\s+)?(?:term|period)))",
    re.IGNORECASE,
)
# "Termination: 30 days' notice", under a heading or behind a label.
_LABELLED = re.compile(
    r"[\W\d]{0,8}(?:early\s+)?(?:termination|cancell?ation)(?:\s+(?:for\s+convenience|at\s+will|right|without\s+cause))?"
    r"\s{0,3}(?P<then>[:.|\t]\s{0,3})?",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?:shall|must|will|may|can|is|are|was|has|have|does|do|means?|not?)\b", re.IGNORECASE)
_LONGEST_LABELLED = 100
_SOMEBODY = re.compile(
    r"\b(?:(?:each|either|any|one|both|a|every|all)\s+(?:of\s+)?(?:the\s+)?(?:two\s+)?(?:part(?:y|ies)|sides?|them)"
    r"|(?:the\s+)?parties|you|we|either|each)$",
    re.IGNORECASE,
)
_SIDE = re.compile(
    r"\b(?:if|when|whether|which|until|unless|because|that|where|after|before|as)\s+(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_OTHER_THING = re.compile(
    r"\b(?:bookings?|reservations?|meetings?|deliver(?:y|ies)|events?|tickets?|purchase\s+orders?|orders?|sessions?|classes"
    r"|appointments?|registrations?|offers?|polic(?:y|ies)|trainings?|visits?|vot\w+|shipments?)\b",
    re.IGNORECASE,
)
_MODAL_LAST = re.compile(r"\s+(?:shall|will|may|also|further)$", re.IGNORECASE)
_INTERPOSED_LAST = re.compile(r",[^,.;]{1,120},\s*$")
_NOTICE = re.compile(r"\bnotice\b", re.IGNORECASE)
_BY = re.compile(
    r"(?:\b(?:by|from)\s+|^)(?:the\s+)?(?P<who>(?:either|each|any|one)\s+(?:party|side)|[A-Z][\w&.’'-]*(?:\s[A-Z][\w&.’'-]*){0,4})"
)
_OR_ANOTHER = re.compile(r"(?:[;,]|\b(?:or|and))\s+(?:\([a-z0-9]{1,3}\)\s+)?by\s+(?:the\s+)?(?:[A-Z]|either\s|each\s)")
_GIVES = re.compile(
    r"(?P<who>(?:either|each|any|one)\s+(?:party|side)|(?:the\s+)?[A-Z]\w+(?:\s[A-Z]\w+){0,3})\s+(?:gives?|serves?|has\s+given)\b"
)
_NEAR = 120


@dataclass(frozen=True, slots=True)
class Power:
    """Words that give a power, characters [start, end) of a sentence.

    `by` is who has it where that stands behind the power ("may be ended by Customer"); `passive` where it could only
    stand there.
    """

    start: int
    end: int
    kept: bool = False
    passive: bool = False
    by: str | None = None


def find_powers(text: str, heading: str | None, parties: Sequence[Party]) -> list[Power]:
    """The powers that a sentence gives, in order."""
    found = [_named(text, match) for match in _NAMED.finditer(text)]
    found += [power for power in _others(text, heading, parties) if not any(_overlap(power, other) for other in found)]
    return sorted(found, key=lambda power: power.start)


def _named(text: str, match: re.Match[str]) -> Power:
    passive = match["passive"] is not None
    kept = match[0].lower().startswith("right")
    return Power(match.start(), match.end(), kept, passive, _by(text, match.end()) if passive else None)


def _others(text: str, heading: str | None, parties: Sequence[Party]) -> Iterator[Power]:
    """The powers whose sentence leaves out what is ended."""
    other_thing = heading is not None and _OTHER_THING.search(heading) is not None
    for match in _UNNAMED.finditer(text):
        before = text[: match.start()]
        if match["right"] is None and (
            other_thing or not _acts(before, parties) or _OTHER_THING.search(before[-_NEAR:])
        ):
            continue
        if match["soft"] is None or _NOTICE.search(text, match.start()):
            yield Power(match.start(), match.end())
    if (start := _labelled(text, heading)) is not None:
        yield Power(start, len(text), passive=True, by=_by(text, start))
    for match in _TELEGRAM.finditer(text):
        gives = _GIVES.match(text, match.end())
        yield Power(match.start(), match.end(), passive=True, by=gives["who"] if gives else _by(text, match.end()))


def _labelled(text: str, heading: str | None) -> int | None:
    """Where a notice told in a few words begins, beside a label or under a heading that says what it is for."""
    label = _LABELLED.match(text)
    start = label.end() if label and label["then"] else 0
    headed = heading is not None and _LABELLED.fullmatch(heading) is not None
    told = len(text) <= _LONGEST_LABELLED and _NOTICE.search(text) and not _VERB.search(text)
    return start if told and (start or headed) else None


def _by(text: str, start: int) -> str | None:
    """Who stands behind a power as the one that has it; nobody where it is one party's or another's."""
    end = re.compile(r"[.;](?=\s|$)").search(text, start)
    found = _BY.search(text, start, min(end.start() if end else len(text), start + _NEAR))
    return found["who"] if found and _OR_ANOTHER.search(text, found.end()) is None else None


def _acts(before: str, parties: Sequence[Party]) -> bool:
    """Whether a party stands as the subject where the words before a power end, and in no side clause."""
    plain = _MODAL_LAST.sub("", _INTERPOSED_LAST.sub(" ", before).rstrip(" ,"))
    names = {name for party in parties for name in (party.name, party.role, *party.aliases) if name}
    named = next((name for name in sorted(names, key=len, reverse=True) if plain.endswith(name)), None)
    if named is None:
        somebody = _SOMEBODY.search(plain)
        last = plain.rpartition(" ")[2]
        named = somebody[0] if somebody else last if last.lower() in ROLES and last[:1].isupper() else None
    return named is not None and _SIDE.search(plain[: len(plain) - len(named)]) is None


def _overlap(one: Power, other: Power) -> bool:
    return one.start < other.end and other.start < one.end
