"""Words that say for whom a place to sign is: "Signed for and on behalf of Acme Ltd by:", "Executed as a deed by"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from legalai.extract.parties.party_names import ROLES, has_legal_form, read_name

_ACTS = r"(?:signed|executed|agreed|accepted|acknowledged|approved|sealed|delivered)"
_PERSON = r"(?-i:[A-ZÀ-Þ][\w'’.-]{0,24}(?:\s[A-ZÀ-Þ][\w'’.-]{0,24}){1,3})"
_BEHALF = r"(?:for\s+and\s+)?on\s+behalf\s+of"
_LEAD = re.compile(
    r"(?:^|(?<=[\n\t|])|(?<=\s\s))[ ]{0,40}(?:"
    rf"(?P<acts>{_ACTS})(?:,?\s(?:and|as|an?|deed|agreement|{_ACTS})\b){{0,8}}\s+"
    rf"(?:by\s+(?P<person>{_PERSON})(?:(?:,\s?|\s+as\s+(?:(?:an?|its|the)\s+)?)(?P<job>[^\n,:_]{{2,40}}?))?,?\s+)?(?P<how>{_BEHALF}|for|by)"
    rf"|(?P<plain>{_BEHALF}|for)|authori[sz]ed\s+(?:signatory|representative|signature)\s+(?:for|of))"
    r"\s*:?\s+(?:the\s+)?(?=(?-i:[A-Z0-9]))",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:\s?\((?!signed|sgd)[^()\n]{0,60}\))?,?[ ]{0,3}(?:(?:\n[ ]{0,20}(?=acting\s))?"
    r"(?:acting\s+)?(?:by|through)\b\s?(?:(?:its|a|their)\s[\w ,]{3,50}?)?"
    rf"[ ]?:?[ ]?(?:(?P<person>{_PERSON})(?=[,:\n]|\s\s|\s*/|\s+in\s|$)"
    r"(?:,\s?(?:(?:an?|its|their|the)\s)?(?P<job>[^\n,:_/.]{3,40}))?)?)?"
    r"(?:\s+under\s+(?:an?\s+|the\s+)?power\s+of\s+attorney[^\n:]{0,60})?"
    r"(?:,?\s+in\s+the\s+presence\s+of)?[ ]{0,3}:?",
    re.IGNORECASE,
)
_LINE_ENDS = re.compile(r"[ ]{0,3}:?[ ]{0,3}(?=\n|\t|\||\s\s|$)|,?\sby\b")
_COLUMN_ENDS = re.compile(r"\n|\t|\s{3}")
_ROLE = re.compile(r"(?P<role>[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+)?)(?=[\s,:.]|$)")
_NAME_WITHIN = 160


@dataclass(frozen=True, slots=True)
class SigningLead:
    """For whom a place to sign is. Offsets: characters of the text; the party is [party_start, party_end).

    `behind` is true where the words may also stand below a signature: "for Acme Ltd".
    """

    start: int
    end: int
    party_start: int
    party_end: int
    person: str | None = None
    job: str | None = None
    behind: bool = False


def find_leads(text: str) -> Iterator[SigningLead]:
    """The leads of a text in order; one that names nobody is none."""
    for lead in _LEAD.finditer(text):
        span = _party(text, lead.end())
        if span is None:
            continue
        start, end = span
        if not _is_meant(text, lead, start, end):
            continue
        tail = _TAIL.match(text, end)
        person = lead["person"] or (tail["person"] if tail else None)
        job = lead["job"] or (tail["job"] if tail else None)
        yield SigningLead(
            lead.start(),
            tail.end() if tail else end,
            start,
            end,
            person,
            " ".join(job.split()) if job else None,
            behind=lead["plain"] is not None,
        )


def _is_meant(text: str, lead: re.Match[str], start: int, end: int) -> bool:
    """Whether a party is meant: "for" leads to much else, and "Signed by Jane Roe" names who signs."""
    words = text[start:end]
    how = (lead["plain"] or lead["how"] or "").lower()
    if how.startswith("for and") or has_legal_form(words):
        return how != "for" or lead["acts"] is not None or _LINE_ENDS.match(text, end) is not None
    return how != "by" and words.lower() in ROLES and _LINE_ENDS.match(text, end) is not None


def _party(text: str, start: int) -> tuple[int, int] | None:
    """The party named after a lead: by its name, by its role, or by both ("the Client, Acme Ltd,")."""
    column = _COLUMN_ENDS.search(text, start)
    limit = min(column.start() if column else len(text), start + _NAME_WITHIN)
    role = _ROLE.match(text, start, limit)
    if role and role["role"].lower() in ROLES:
        name = re.compile(r",\s+(?:the\s+)?").match(text, role.end(), limit)
        span = read_name(text, name.end(), limit, split_and=False) if name else None
        named = span is not None and has_legal_form(text[span.start : span.end])
        return (span.start, span.end) if span and named else (role.start(), role.end())
    span = read_name(text, start, limit, split_and=False)
    return (span.start, span.end) if span else None
