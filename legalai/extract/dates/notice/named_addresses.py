"""Addresses for notices that a sentence gives beside the names of the parties ("to the Client at 4 Dock Street")."""

import re
from collections.abc import Iterator, Sequence

from legalai.extract.dates.notice.notice_means import called
from legalai.schema import Party

_OF_NOTICES = re.compile(r"\b(?:notices?|communications?)\b", re.IGNORECASE)
_MAIL = r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}"
_MEANS = r"(?:,?\s+(?:by|via|in\s+writing)\b(?:\s+(?!to\b|at\b)[\w/-]{1,20}){0,5})?"
_MOST = 160


def find_named_addresses(text: str, parties: Sequence[Party]) -> Iterator[tuple[str, str]]:
    """The parties of a sentence about notices, each with the address that stands behind its name."""
    names = {name.lower(): party for party in parties for name in (party.name, party.role, *party.aliases) if name}
    if not names or not _OF_NOTICES.search(text):
        return
    for found in _pattern(names).finditer(text):
        party = names[(found["whom"] or found["whose"]).lower()]
        yield called(party) or party.name, " ".join(found["where"].split())


def _pattern(names: dict[str, Party]) -> re.Pattern[str]:
    """A party's name with what leads to its address, up to the next party or the end of the sentence."""
    any_name = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    ends = (
        rf"(?=[,.]?\s*(?:$|;|\.\s+(?=[A-Z])|,?\s+(?:and|or)\s+(?:(?:if|notices?|copies)\s+)?(?:(?:to|for)\b|(?:the\s+)?(?:{any_name})\b"
        r"|(?:are|is|shall|will|must)\b)|,?\s+(?:marked|with\s+a\s+copy|which)\b))"
    )
    return re.compile(
        rf"(?:\b(?:to|on|upon|for)\s+(?:the\s+)?(?P<whom>{any_name})\b{_MEANS}(?:,?\s+(?:at|to)\b\s*:?|\s+(?:shall|must|will|are|is|to)\s+(?:be\s+)?\w+\s+to\b)"
        rf"|\b(?P<whose>{any_name})['’]s?\s+(?:\w+\s+){{0,2}}address(?:es)?\b(?:\s+for\s+(?:\w+\s+){{0,2}}notices?)?\s*(?::|,|\bis\b|\bare\b|\bshall\s+be\b))"
        rf"\s*(?P<where>{_MAIL}|(?=[^;]{{0,80}}\d)(?-i:(?:c/o\s+)?[A-Z0-9])[^;]{{8,{_MOST}}}?){ends}",
        re.IGNORECASE,
    )
