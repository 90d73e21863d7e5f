"""The parties of the sentence that opens a contract: "made by and between X and Y"."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from legalai.extract.parties.found_party import FoundParty, merge, with_aliases
from legalai.extract.parties.party_names import NameSpan, has_legal_form, read_name
from legalai.extract.segmentation.passages import Passage
from legalai.extract.segmentation.region import Region, region_of

OPENING = re.compile(
    r"\b(?:(?:made|entered\s+into|executed|agreed|concluded|this\s+[a-z]+\s+is\s+(?:given|granted))\b(?:(?!\b(?:between|among)\b)[^.;]){0,200}?\bby\b"
    r"(?:\s*[,:]?\s*(?:and|&))?\s*[,:]?\s*(?:between|among(?:st)?)?"
    r"|by\s+and\s+(?:between|among(?:st)?)|(?:and\s+)?between|among(?:st)?(?!\s+other))\b(?:\s+and\s+(?:between|among(?:st)?)\b)?"
    r"|\bPARTIES\b\s*:?(?=\s*(?:\n|\())|\bParties\s*:?\s*(?=\n)"
    # A heading of its own: the list of the parties follows in the passages below.
    r"|\A\W{0,3}(?:\d\.?\s+)?(?:the\s+)?(?:parties|undersigned)\s*:?\s*\Z",
    re.IGNORECASE,
)
_END = re.compile(
    r"\b(?:WHEREAS|Whereas|RECITALS?|Recitals|BACKGROUND|Background|W\s?I\s?T\s?N\s?E\s?S\s?S\s?E\s?T\s?H"
    r"|NOW,?\s+THEREFORE|Now,?\s+therefore"
    r"|(?:in|In|IN)\s(?:consideration|CONSIDERATION)\s|agree\s+as\s+follows|AGREE\s+AS\s+FOLLOWS|hereby\s+agree"
    r"|TABLE\s+OF\s+CONTENTS"
    r"|Table\s+of\s+Contents|PRELIMINARY\s+STATEMENT|each(?:\s+of\s+which\s+is|,)?\s+an?\s[\"“]?Party"
    r"|sometimes\s+(?:be\s+)?referred"
    r"|(?:regarding|concerning|relating\s+to)\s+(?:the\s+)?(?:sale|purchase|acquisition|transfer|lease|supply|provision)\b"
    r"|may\s+be\s+referred|(?:DEFINITIONS|Definitions)\b)"
)
_FILLER = re.compile(
    r"(?:[\s,:;.•*\-–—]+|\((?:\d{1,2}|[ivx]{1,4}|[A-Za-z])\)|\d{1,2}[.)](?=\s)|[A-C]\.(?=\s)|\b(?:and|by|in\s+favou?r\s+of|between"
    r"|among|both|each\s+of|the\s+undersigned"
    r"|on\s+the\s+one\s+(?:hand|part|side)|on\s+the\s+other(?:\s+(?:hand|part|side))?"
    r"|the\s+following(?:\s+parties)?|parties|to\s+this\s+agreement)\b"
    r"|(?-i:We|we|You|you),\s|(?:messrs?|m/s|mrs?|ms|miss|dr|shri|smt)\b\.?(?=\s)|the\s+(?:company|firm|corporation)\s+(?=(?-i:[A-ZÀ-Þ]))"
    r"|Party\s+[A-D1-4]\s*:|(?!source|attn|attention|tel|fax|e?-?mail|title|date|address|contact)"
    r"(?:the\s+)?[A-Z][\w ]{2,20}:\s)*",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(
    r"\b(?:and|AND|And|in favou?r of|IN FAVOU?R OF)\b|&|[;\n]|\)\s*,|[\"”]\)|\s{4,}|\((?:\d|[ivx]{1,3})\)\s|,\s"
)
# A list that goes on below: "Acme Ltd, a company (“Acme”); and".
_ENDS_OPEN = re.compile(r"(?:;|[;,\s]and)\s*$", re.IGNORECASE)
_ADDS = re.compile(r"(?:and|&|on\s+the\s+(?:one|other))\b|\(?(?:3|4|iii|iv|c|d)\)|[34]\.\s", re.IGNORECASE)
_RECITAL = re.compile(r"\W*(?:\(?[A-Z1-9]\)?[.)]\s+)?(?:whereas|recitals?)\b|\W*pursuant\b", re.IGNORECASE)
_THIS = re.compile(
    r"\b(?:this|the\s+following)\b|\b(?:agreement|contract|lease|amendment|addendum|license)\b", re.IGNORECASE
)

# Whoever acts for a party, or is its kin, is none: "represented by its President, Ms. Roe", "son of Mr. Roe".
_STANDS_FOR = re.compile(
    r"\b(?:represented\s+(?:herein\s+)?by|acting\s+(?:by|through)|by\s+(?:its|their)|(?:son|daughter|wife|widow)\s+of|[SWD]/o)\b"
    r"(?:(?!\band\b)[^;()\n]){0,120}\Z"
    # "with its offices located at Berlin and Munich"
    r"|\b(?:located|situated|offices?|branches|residing)\b[^,;()\n]{0,60}\band\s+\Z",
    re.IGNORECASE,
)
_STANDS_WITHIN = 160
# "between professional golfer, JANE ROE": what somebody is, before the name.
_WHAT_FIRST = re.compile(r"(?:an?\s|the\s)?(?:[a-z][a-z-]+\s){0,3}[a-z][a-z-]+,\s+(?=[A-Z])")
FIRST_PASSAGES = 400
PROSE, PREAMBLE = 100, 6000
_CERTAIN = 4
_AHEAD = 2  # passages after those read that may add a party
ENOUGH_EVIDENCE = 2
_OPENINGS, REACH = 6, 5000


def from_opening(passages: Sequence[Passage]) -> list[FoundParty]:
    """The parties of the sentence that opens the contract ("by and between X and Y"); a cover page counts less."""
    best: tuple[int, list[FoundParty]] = (0, [])
    prose = 0
    for index, passage in enumerate(passages[:FIRST_PASSAGES]):
        opening = OPENING.search(passage.text)
        if opening:
            found = _widening(passages, index)
            points = (
                len(found[:2]) + any(entry.aliases for entry in found) + _opens_contract(passage.text[: opening.end()])
            )
            if found and points > best[0]:
                best = (points, found)
        prose += len(passage.text) if len(passage.text) > PROSE else 0
        if best[0] == _CERTAIN or prose > PREAMBLE:
            break
    return best[1]


def _opens_contract(before: str) -> bool:
    """Whether these words open this contract, not a recital that tells of another one."""
    return not _RECITAL.match(before) and (_THIS.search(before) is not None or len(before) < 150)


def _widening(passages: Sequence[Passage], index: int) -> list[FoundParty]:
    """The parties of an opening sentence, or, where it stops short, of it and the lines after it."""
    found: list[FoundParty] = []
    for length in (1, 3, 8, 20):
        reach = passages[index : index + length]
        clause = next((i for i, p in enumerate(reach) if i and _opens_clause(p)), len(reach))
        found = _read_region(region_of(reach[:clause]), len(passages[index].text))
        listed = reach and _ENDS_OPEN.search(reach[-1].text)
        if (
            len(found) >= 2
            and not listed
            and not any(_ADDS.match(each.text) for each in passages[index + length :][:_AHEAD])
        ):
            break
    return found


def _opens_clause(passage: Passage) -> bool:
    """Whether a heading begins the clauses; "(2) MARY FIELD (the Tenant)" may be a party."""
    return passage.is_heading and bool(passage.number) and not passage.text.startswith("(")


def _read_region(region: Region, opening_within: int) -> list[FoundParty]:
    best: list[FoundParty] = []
    for opening in islice(OPENING.finditer(region.text, 0, opening_within), _OPENINGS):
        reach = min(len(region.text), opening.end() + REACH)
        end = _END.search(region.text, opening.end(), reach)
        limit = end.start() if end else reach
        listed_below = _after_filler(region.text, opening.end(), limit) >= opening_within
        sure_until = limit if listed_below else opening_within
        for split_and in (False, True):
            spans = list(names(region.text, opening.end(), limit, split_and=split_and, sure_until=sure_until))
            if len(spans) >= 2:
                break
        found = merge(with_aliases(region, spans, limit))
        if len(found) >= 2:
            return found
        best = best or found
    return best


def names(text: str, start: int, limit: int, *, split_and: bool, sure_until: int) -> Iterator[NameSpan]:
    """The names in a list of parties. Past `sure_until`, where the opening sentence ends, one needs more evidence."""
    position = _after_filler(text, start, limit)
    if kind := _WHAT_FIRST.match(text, position, limit):
        position = kind.end()
    first, given, separator = True, False, ""
    while position < limit:
        span = read_name(text, position, limit, split_and=split_and)
        # after a comma stands more often an address than a name
        listed = separator == "," and not _formal(text, span)
        needed = ENOUGH_EVIDENCE - first if position < sure_until else 3 if _on_new_line(text, position) else 4
        if given and separator.lower() == "and" and position < sure_until and _ends_line(text, span):
            needed = 0  # "between Acme, Inc. and Jane Roe" and nothing else
        listed = listed or _STANDS_FOR.search(text, max(0, position - _STANDS_WITHIN), position) is not None
        if span is not None and not listed and span.evidence >= needed:
            yield span
            position, given = span.end, True
        first = False
        boundary = _next_boundary(text, position, limit)
        if boundary is None:
            return
        position = _after_filler(text, boundary.end(), limit)
        separator = text[boundary.start() : position].strip()


def _formal(text: str, span: NameSpan | None) -> bool:
    """Whether a name has a legal form and is no description: "Alder Holdings, A Mutual Company"."""
    return span is not None and has_legal_form(text[span.start : span.end]) and not text.startswith("A ", span.start)


def _ends_line(text: str, span: NameSpan | None) -> bool:
    """Whether a name of several words is the last thing on its line."""
    if span is None:
        return False
    return len(text[span.start : span.end].split()) > 1 and not text[span.end :].partition("\n")[0].strip(" .,;")


def _on_new_line(text: str, position: int) -> bool:
    before = text[max(0, position - 40) : position]
    return "\n" in before[len(before.rstrip(" \n()0123456789.")) :]


def _next_boundary(text: str, start: int, limit: int) -> re.Match[str] | None:
    """Where the next name could begin: after "and", a comma or a line break that does not stand inside brackets."""
    depth = 0
    position = start
    for match in _BOUNDARY.finditer(text, start, limit):
        depth = max(0, depth + text.count("(", position, match.start()) - text.count(")", position, match.start()))
        position = match.start()
        if match[0].startswith("(") or match[0].startswith((")", '"', "”")) or match[0] == "\n":
            depth = 0
            position = match.end()
        if depth == 0 and match.end() > start:
            return match
    return None


def _after_filler(text: str, start: int, limit: int) -> int:
    match = _FILLER.match(text, start, limit)
    return match.end() if match else start
