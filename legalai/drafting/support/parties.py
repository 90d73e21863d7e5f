"""Who is spoken of: party names, aliases and roles in a text put as one mark for each party."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

ALL = "\ue0ff"
"""The mark of each party, either party, both parties."""
_FIRST = 0xE000
MARK = "[\ue000-\ue0ff]"
_ALL = re.compile(
    r"\b(?P<none>neither|no)\sparty\b|\b(?:each|either|both|any|a|the|one)(?:\sof\sthe)?\s(?:contracting\s)?(?:party|parties|sides?)\b"
    r"|\bwe\sboth\b|\bmutual(?:ly)?\b(?=\s(?:obliged|bound|liable|may|shall|must))",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\bthe\sother(?:\s(?:party|side))\b|\bthe\sparty\b", re.IGNORECASE)
_PRONOUNS = {
    "we": r"(?-i:[Ww]e|us|[Oo]ur|[Oo]urs|WE|OUR)",
    "us": r"(?-i:[Ww]e|us|[Oo]ur|[Oo]urs|WE|OUR)",
    "our": r"(?-i:[Ww]e|us|[Oo]ur|[Oo]urs|WE|OUR)",
    "you": r"(?-i:[Yy]ou|[Yy]our|[Yy]ours|YOU|YOUR)",
    "your": r"(?-i:[Yy]ou|[Yy]our|[Yy]ours|YOU|YOUR)",
}
# "Des Auftragnehmers" is "der Auftragnehmer".
_GENITIVE = re.compile(r"\bdes\s([A-Z][\w-]{2,40}?)s\b")
_NO_NAMES = frozenset({"party", "parties", "it", "they", "he", "she", "agreement", "i", "me"})


@dataclass(frozen=True, slots=True)
class Named:
    """A party with every name that a sentence may use for it."""

    names: tuple[str, ...]


def marked(text: str, parties: Sequence[Named]) -> str:
    """Plain text with the marks of parties in place of their names; "neither party" is "no" and the mark of each."""
    pattern, keys = _pattern(tuple(parties))
    text = _OTHER.sub("the counterparty", text)
    text = _ALL.sub(lambda match: f"no {ALL}" if match["none"] else ALL, text)
    return pattern.sub(lambda match: _mark(match, keys), _GENITIVE.sub(r"of der \1", text))


def _mark(match: re.Match[str], keys: frozenset[str]) -> str:
    """The mark of a name; a role in small letters without an article is a thing: "an exclusive distributor"."""
    words = match[0][len(match["article"] or "") :]
    is_noun = words.islower() and not match["article"] and words not in _PRONOUNS and " " not in words
    if is_noun and not match[0].endswith(("'s", "'")):
        return match[0]
    return chr(_FIRST + int((match.lastgroup or "p0")[1:])) if match.lastgroup in keys else match[0]


def spoken_of(text: str) -> frozenset[str]:
    """The parties whose marks a text holds."""
    return frozenset(re.findall(MARK, text))


@lru_cache(maxsize=64)
def _pattern(parties: tuple[Named, ...]) -> tuple[re.Pattern[str], frozenset[str]]:
    owners: dict[str, set[int]] = {}
    for index, party in enumerate(parties[:200]):
        for name in party.names:
            if len(name) > 1 and name.lower() not in _NO_NAMES:
                owners.setdefault(" ".join(name.split()).lower(), set()).add(index)
    # A name that two parties share says of neither that it is meant.
    own = {name: next(iter(found)) for name, found in owners.items() if len(found) == 1}
    groups = {
        index: "|".join(
            _PRONOUNS.get(name) or re.escape(name)
            for name in sorted((each for each in own if own[each] == index), key=len, reverse=True)
        )
        for index in sorted(set(own.values()))
    }
    ordered = sorted(own, key=len, reverse=True)
    # The longest name first, whosever it is: "Northwind Services" before "Northwind".
    pieces = [f"(?P<p{index}>{groups[index]})" for index in dict.fromkeys(own[name] for name in ordered)]
    joined = "|".join(pieces) or r"(?!)"
    found = re.compile(
        rf"(?<![\w-])(?P<article>(?:the|such|said|de[rmn]|die|l[ea]|du|au)\s|l\')?(?:{joined})(?:'s?(?!\w)|(?![\w-]))",
        re.IGNORECASE,
    )
    return found, frozenset(f"p{index}" for index in groups)
