"""Who is bound: the parties of a contract, with the roles and the short names it gives them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from legalai.extract.parties.party_aliases import aliases_in, role_of
from legalai.extract.parties.party_names import ROLES, NameSpan, has_legal_form, read_name
from legalai.extract.parties.signature_blocks import find_signature_blocks
from legalai.extract.segmentation.passages import Passage
from legalai.extract.segmentation.region import Region, region_of
from legalai.schema import Clause, Party, Quote

_OPENING = re.compile(
    r"\b(?:(?:made|entered\s+into|executed|agreed|concluded)\b[^.;]{0,200}?\bby\b(?:\s*[,:]?\s*(?:and"
    r"|&))?\s*[,:]?\s*(?:between|among(?:st)?)?"
    r"|by\s+and\s+(?:between|among(?:st)?)|(?:and\s+)?between|amongst?)\b(?:\s+and\s+(?:between|among(?:st)?)\b)?"
    r"|\bPARTIES\b\s*:?(?=\s*(?:\n|\())|\bParties\s*:?\s*(?=\n)",
    re.IGNORECASE,
)
_END = re.compile(
    r"\b(?:WHEREAS|Whereas|RECITALS?|Recitals|BACKGROUND|Background|W\s?I\s?T\s?N\s?E\s?S\s?S\s?E\s?T\s?H"
    r"|NOW,?\s+THEREFORE|Now,?\s+therefore"
    r"|(?:in|In|IN)\s(?:consideration|CONSIDERATION)\s|agree\s+as\s+follows|AGREE\s+AS\s+FOLLOWS|hereby\s+agree"
    r"|TABLE\s+OF\s+CONTENTS"
    r"|Table\s+of\s+Contents|PRELIMINARY\s+STATEMENT|each(?:\s+of\s+which\s+is|,)?\s+an?\s[\"“]?Party"
    r"|sometimes\s+(?:be\s+)?referred"
    r"|may\s+be\s+referred|(?:DEFINITIONS|Definitions)\b)"
)
_FILLER = re.compile(
    r"(?:[\s,:;.•*\-–—]+|\((?:\d{1,2}|[ivx]{1,4}|[A-Za-z])\)|\d{1,2}\.(?=\s)|[A-C]\.(?=\s)|\b(?:and|by|between"
    r"|among|both|each\s+of|the\s+undersigned"
    r"|on\s+the\s+one\s+(?:hand|part|side)|on\s+the\s+other(?:\s+(?:hand|part|side))?"
    r"|the\s+following(?:\s+parties)?|parties|to\s+this\s+agreement|messrs?\.)\b"
    r"|Party\s+[A-D1-4]\s*:|(?:the\s+)?[A-Z][\w ]{2,20}:\s)*",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(r"\b(?:and|AND|And)\b|&|[;\n]|\)\s*,|[\"”]\)|\s{4,}|\((?:\d|[ivx]{1,3})\)\s|,\s")
_LABELLED = re.compile(
    r"(?P<label>(?:The\s+)?[A-Z][A-Za-z]+(?:\s+[A-Z1-4][A-Za-z]*)?)(?:\s+Name)?\s*[:：]\s*(?P<name>[A-Z0-9].*)?",
    re.DOTALL,
)
_PARTY_LETTER = re.compile(r"(?:the\s+)?party\s+(?:[a-d]|[1-4]|one|two|three)", re.IGNORECASE)

_ADDS = re.compile(r"(?:and|&|on\s+the\s+(?:one|other))\b|\(?(?:3|4|iii|iv|c|d)\)", re.IGNORECASE)
_RECITAL = re.compile(r"\W*(?:\(?[A-Z1-9]\)?[.)]\s+)?(?:whereas|recitals?)\b|\W*pursuant\b", re.IGNORECASE)
_THIS = re.compile(
    r"\b(?:this|the\s+following)\b|\b(?:agreement|contract|lease|amendment|addendum|license)\b", re.IGNORECASE
)

_FIRST_PASSAGES = 400
_PROSE, _PREAMBLE = 100, 6000
_CERTAIN = 4
_LABEL_PASSAGES = 60
_ENOUGH_EVIDENCE = 2
_TAIL = 700
_OPENINGS, _REACH = 6, 5000


@dataclass(frozen=True, slots=True)
class _Found:
    """A party as read, before it is checked. Offsets: characters of the document."""

    quote: Quote
    aliases: tuple[str, ...]
    role: str | None
    passage: Passage
    evidence: int

    @property
    def key(self) -> str:
        return _bare(self.quote.text)


def find_parties(passages: Sequence[Passage], clauses: Sequence[Clause]) -> tuple[Party, ...]:
    """The parties named where the contract opens; failing that, by labels, signature blocks or the clause model."""
    whole = region_of(passages)
    signatures = [block.party for block in find_signature_blocks(passages) if block.party]
    signed = _merge(_Found(quote, (), None, whole.passage_at(quote.start), 0) for quote in signatures)
    found = _from_opening(passages)
    if len(found) < 2:
        found = _merge([*found, *_from_labels(passages)])
    if len(found) < 2:
        found = _merge([*found, *_from_introductions(passages)])
    if len(found) < 2:
        found = _merge([*found, *_from_clauses(whole, clauses)])
    if len(found) < 2:
        found = _merge([*found, *signed])
    if len(found) > 2:
        found = _confirmed(found, {entry.key for entry in signed})
    return tuple(_party(entry) for entry in found)


def resolve_party(name: str, parties: Sequence[Party]) -> Party | None:
    """The party a sentence means by `name`: its alias, its role or its name, whatever the article and the capitals."""
    wanted = _bare(name)
    if not wanted:
        return None
    for names in (_aliases, _role, _full_name, _short_name):
        matching = [party for party in parties if wanted in names(party)]
        if len(matching) == 1:
            return matching[0]
    return None


def _aliases(party: Party) -> list[str]:
    return [_bare(alias) for alias in party.aliases]


def _role(party: Party) -> list[str]:
    return [_bare(party.role)] if party.role else []


def _full_name(party: Party) -> list[str]:
    return [_bare(party.name)]


def _short_name(party: Party) -> list[str]:
    words = party.name.replace(",", " ").split()
    return [_bare(" ".join(words[:count])) for count in range(1, len(words))]


def _bare(name: str) -> str:
    """A name without article, possessive, punctuation and capitals."""
    lowered = re.sub(r"['’]s\b", "", name.lower())
    words = re.sub(r"[^\w&]+", " ", lowered.replace(".", "")).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an", "such", "each") else words)


# --------------------------------------------------------------------------------------------------------- opening


def _from_opening(passages: Sequence[Passage]) -> list[_Found]:
    """The parties of the sentence that opens the contract ("by and between X and Y"); a cover page counts less."""
    best: tuple[int, list[_Found]] = (0, [])
    prose = 0
    for index, passage in enumerate(passages[:_FIRST_PASSAGES]):
        opening = _OPENING.search(passage.text)
        if opening:
            found = _widening(passages, index)
            points = (
                len(found[:2]) + any(entry.aliases for entry in found) + _opens_contract(passage.text[: opening.end()])
            )
            if found and points > best[0]:
                best = (points, found)
        prose += len(passage.text) if len(passage.text) > _PROSE else 0
        if best[0] == _CERTAIN or prose > _PREAMBLE:
            break
    return best[1]


def _opens_contract(before: str) -> bool:
    """Whether these words open this contract, not a recital that tells of another one."""
    return not _RECITAL.match(before) and (_THIS.search(before) is not None or len(before) < 150)


def _widening(passages: Sequence[Passage], index: int) -> list[_Found]:
    """The parties of an opening sentence, or, where it stops short, of it and the lines after it."""
    found: list[_Found] = []
    for length in (1, 3, 8, 20):
        reach = passages[index : index + length]
        clause = next((i for i, p in enumerate(reach) if i and p.is_heading and p.number), len(reach))
        found = _read_region(region_of(reach[:clause]), len(passages[index].text))
        if len(found) >= 2 and not _ADDS.match(passages[min(index + length, len(passages) - 1)].text):
            break
    return found


def _read_region(region: Region, opening_within: int) -> list[_Found]:
    best: list[_Found] = []
    for opening in islice(_OPENING.finditer(region.text, 0, opening_within), _OPENINGS):
        reach = min(len(region.text), opening.end() + _REACH)
        end = _END.search(region.text, opening.end(), reach)
        limit = end.start() if end else reach
        for split_and in (False, True):
            spans = list(_names(region.text, opening.end(), limit, split_and=split_and, sure_until=opening_within))
            if len(spans) >= 2:
                break
        found = _merge(_with_aliases(region, spans, limit))
        if len(found) >= 2:
            return found
        best = best or found
    return best


def _names(text: str, start: int, limit: int, *, split_and: bool, sure_until: int) -> Iterator[NameSpan]:
    """The names in a list of parties. Past `sure_until`, where the opening sentence ends, one needs more evidence."""
    position = _after_filler(text, start, limit)
    first, separator = True, ""
    while position < limit:
        span = read_name(text, position, limit, split_and=split_and)
        # after a comma stands more often an address than a name
        listed = separator == "," and not has_legal_form(text[position : span.end] if span else "")
        needed = _ENOUGH_EVIDENCE - first if position < sure_until else 3 if _on_new_line(text, position) else 4
        if span is not None and not listed and span.evidence >= needed:
            yield span
            position = span.end
        first = False
        boundary = _next_boundary(text, position, limit)
        if boundary is None:
            return
        position = _after_filler(text, boundary.end(), limit)
        separator = text[boundary.start() : position].strip()


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


def _with_aliases(region: Region, spans: Sequence[NameSpan], limit: int) -> Iterator[_Found]:
    for index, span in enumerate(spans):
        tail_end = spans[index + 1].start if index + 1 < len(spans) else min(limit + 200, len(region.text))
        tail = region.text[span.end : min(tail_end, span.end + _TAIL)]
        before = region.text[max(0, span.start - 40) : span.start]
        aliases = aliases_in(tail, before=before)
        cited = region.citation(span.start, span.end)
        quote = Quote(text=cited.text, start=cited.start, end=cited.end)
        yield _Found(quote, aliases, role_of(aliases), region.passage_at(cited.start), span.evidence)


# ----------------------------------------------------------------------------------------- labels, clauses, checks


def _from_labels(passages: Sequence[Passage]) -> Iterator[_Found]:
    """Parties named after a label: "Licensor: X Ltd", a cover page's cell "Customer" with the name in the next one."""
    early = passages[:_LABEL_PASSAGES]
    seen: set[str] = set()
    for index, passage in enumerate(early):
        label = _LABELLED.fullmatch(passage.text)
        if label is None and passage.text.lower() in ROLES and len(passage.text) < 30:
            label = _LABELLED.fullmatch(f"{passage.text.title()}:")
        if label is None or not (
            _PARTY_LETTER.fullmatch(label["label"]) or label["label"].lower().removeprefix("the ") in ROLES
        ):
            continue
        if label["name"]:
            found = _labelled(passage, label.start("name"), label["label"])
        elif index + 1 < len(early) and early[index + 1].block != passage.block:
            found = _labelled(early[index + 1], 0, label["label"])
        else:
            found = None
        if found and found.aliases[0] not in seen:  # labels come again with the addresses and the signatures
            seen.add(found.aliases[0])
            yield found


def _labelled(passage: Passage, start: int, label: str) -> _Found | None:
    span = read_name(passage.text, start, len(passage.text), split_and=False)
    if span is None or (not has_legal_form(passage.text[span.start : span.end]) and len(passage.text) - start > 200):
        return None
    text = passage.text[span.start : span.end]
    quote = Quote(text=text, start=passage.start + span.start, end=passage.start + span.end)
    aliases = (label, *aliases_in(passage.text[span.end :]))
    return _Found(quote, aliases, role_of(aliases), passage, span.evidence)


def _from_introductions(passages: Sequence[Passage]) -> Iterator[_Found]:
    """Parties a letter introduces without "between": 'X Inc., a Delaware corporation (the "Company"), confirms ...'."""
    prose = 0
    for passage in passages[:_FIRST_PASSAGES]:
        spans = [s for s in _names(passage.text, 0, len(passage.text), split_and=True, sure_until=0) if s.evidence >= 4]
        yield from _with_aliases(region_of([passage]), spans, len(passage.text))
        prose += len(passage.text) if len(passage.text) > _PROSE else 0
        if prose > _PREAMBLE // 2:
            return


def _from_clauses(whole: Region, clauses: Sequence[Clause]) -> Iterator[_Found]:
    """Parties where the clause model marked them, with the aliases that follow."""
    for clause in sorted((c for c in clauses if c.type == "Parties"), key=lambda c: c.start):
        passage = whole.passage_at(clause.start)
        span = read_name(clause.text, 0, len(clause.text), split_and=False)
        if span is None or not has_legal_form(clause.text[: span.end]):
            continue
        aliases = aliases_in(passage.text[clause.start - passage.start + span.end :][:_TAIL])
        quote = Quote(text=clause.text[: span.end], start=clause.start, end=clause.start + span.end)
        yield _Found(quote, aliases, role_of(aliases), passage, span.evidence)


def _merge(entries: Iterable[_Found]) -> list[_Found]:
    """One entry a party: the first mention, with the aliases of all."""
    merged: dict[str, _Found] = {}
    for entry in entries:
        known = next((key for key in merged if _same(key, entry.key)), None)
        if known is None:
            merged[entry.key] = entry
        else:
            first = merged[known]
            aliases = tuple(dict.fromkeys((*first.aliases, *entry.aliases)))
            merged[known] = _Found(
                first.quote, aliases, role_of(aliases), first.passage, max(first.evidence, entry.evidence)
            )
    return list(merged.values())


def _same(one: str, other: str) -> bool:
    return one == other or (
        min(len(one), len(other)) > 5 and (one.startswith(f"{other} ") or other.startswith(f"{one} "))
    )


def _confirmed(found: list[_Found], signed: set[str]) -> list[_Found]:
    """Of many, those that have an alias, a signature block, or a legal form and a description."""
    kept = [e for e in found if e.aliases or e.evidence >= 4 or any(_same(e.key, key) for key in signed)]
    return kept if len(kept) >= 2 else found


def _party(entry: _Found) -> Party:
    return Party(
        text=entry.quote.text,
        start=entry.quote.start,
        end=entry.quote.end,
        page=entry.passage.page,
        number=entry.passage.number,
        name=" ".join(entry.quote.text.split()),
        role=entry.role,
        aliases=entry.aliases,
    )
