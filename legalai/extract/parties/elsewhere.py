"""Parties named elsewhere than in an opening sentence: in letters, where they sign, by the clause model."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from legalai.extract.parties.found_party import TAIL, FoundParty, bare, same, with_aliases
from legalai.extract.parties.letters import find_addressee, find_correspondents
from legalai.extract.parties.opening import ENOUGH_EVIDENCE, FIRST_PASSAGES, OPENING, PREAMBLE, PROSE, REACH, names
from legalai.extract.parties.party_aliases import aliases_in, names_a_side, role_of
from legalai.extract.parties.party_names import has_legal_form, read_name
from legalai.extract.segmentation.passages import Passage
from legalai.extract.segmentation.region import Region, region_of
from legalai.schema import Clause, Quote

_BY_SIGNING = re.compile(
    r"\b(?:set\s+forth|listed|named|identified|appearing|appear)\s+on\s+(?:the\s+)?signature\s+pages?\b"
    r"|\b(?:part(?:y|ies)|persons?|entities|investors?|stockholders?|shareholders?)\s+signator(?:y|ies)\b|\bsignator(?:y|ies)\s+(?:hereto|below)\b"
    r"|\bundersigned\s+parties\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\beach,?\s+(?:an?|the)\s+[\"“](?P<alias>[^\"“”]{2,30})[\"”]", re.IGNORECASE)
# A government names itself by who acts for it.
_REPRESENTED = re.compile(
    r"(?P<name>(?:[Tt]he\s+)?(?:(?:United\s+States(?:\s+of\s+America)?|(?:State|Commonwealth|Government|City|County|Kingdom|Republic)"
    r"\s+of\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3})))\s*,?\s+(?:as\s+represented\s+by|(?:acting|represented)\s+(?:herein\s+)?(?:by(?:\s+and)?\s+)?"
    r"through|represented\s+by)\s[^();\n]{3,160}\((?=[^()]{0,60}[\"“])"
)
# 'Acme Ltd (hereinafter "Owner") wishes to disclose ... to Birch Ltd (hereinafter "Recipient")'.
_CALLED = re.compile(
    r"(?<![\w.-])(?P<name>[A-Z][\w&.’'-]{0,30}(?:,?\s(?:(?:of|and|the|&)\s)?[A-Z][\w&.’'-]{0,30}){0,8})[^();.]{0,160}"
    r"\(\s*(?:(?:hereinafter\s[^()\"“]{0,40}|hereafter\s[^()\"“]{0,40}|the\s)?[\"“](?P<alias>[^\"“”()]{2,40})[\"”][^()]{0,60}"
    r"|hereinafter\s[^()\"“]{0,40}?(?P<plain>Party\s[A-D1-4]|[A-Z][a-z]+)\s?)\)"
)
_SPEAKER = re.compile(r"(?:(?:We|I),|(?:Mr|Mrs|Ms|Miss|Dr)\.?)\s")  # "We, Acme Ltd, write to"
_NO_NAME = re.compile(r"\b(?:Suite|Box|Drive|Street|Road|Avenue|Floor|Agreement|Statement|Exhibit|Schedule|NAME)\b")
_LETTERHEAD = 8


def from_correspondents(passages: Sequence[Passage]) -> Iterator[FoundParty]:
    """The parties beside "From:" and "To:" of a letter."""
    for passage, start, end in find_correspondents(passages):
        quote = Quote(text=passage.text[start:end], start=passage.start + start, end=passage.start + end)
        aliases = aliases_in(passage.text[end : end + TAIL])
        yield FoundParty(quote, aliases, role_of(aliases), passage, ENOUGH_EVIDENCE)


def with_addressee(found: list[FoundParty], passages: Sequence[Passage]) -> list[FoundParty]:
    """The parties with the person whom a letter of employment addresses as "you"."""
    addressed = find_addressee(passages)
    if addressed is None:
        return found
    words = set(bare(addressed.quote.text).split())
    known = next((entry for entry in found if words <= set(entry.key.split())), None)
    person = known or FoundParty(addressed.quote, (), None, addressed.passage, 0)
    person = replace(person, aliases=(*person.aliases, "you"), role=person.role or addressed.role)
    if not found:
        found = list(_letterhead(passages))[:1]
    return [*(entry for entry in found if entry is not known), person] if known is None or len(found) > 1 else [person]


def _letterhead(passages: Sequence[Passage]) -> Iterator[FoundParty]:
    """Who writes a letter: a line at its top that is a company's name."""
    for passage in passages[:_LETTERHEAD]:
        span = read_name(passage.text, 0, len(passage.text), split_and=False)
        name = passage.text[span.start : span.end] if span else ""
        if span and has_legal_form(name) and len(passage.text) - span.end < len(name):
            quote = Quote(text=name, start=passage.start + span.start, end=passage.start + span.end)
            yield FoundParty(quote, (), None, passage, span.evidence)


def from_signature_page(
    passages: Sequence[Passage], found: Sequence[FoundParty], signed: Sequence[FoundParty]
) -> Iterator[FoundParty]:
    """Those who sign, where the opening says that the parties are the ones on the signature page."""
    opening = next(
        (p for p in passages[:FIRST_PASSAGES] if OPENING.search(p.text) and _BY_SIGNING.search(p.text)), None
    )
    if opening is None or (found and opening.start > found[0].quote.start + REACH) or len(signed) < len(found):
        return
    each = _EACH.search(opening.text)
    aliases = (each["alias"],) if each else ()
    named = {entry.key for entry in found if entry.aliases}
    for entry in signed:
        known = any(same(entry.key, key) for key in named)
        yield entry if known else replace(entry, aliases=aliases, role=role_of(aliases))


def from_introductions(passages: Sequence[Passage]) -> Iterator[FoundParty]:
    """Parties a letter introduces without "between": 'X Inc., a Delaware corporation (the "Company"), confirms ...'."""
    prose = 0
    for passage in passages[:FIRST_PASSAGES]:
        for found in _REPRESENTED.finditer(passage.text):
            start, end = found.span("name")
            quote = Quote(text=found["name"], start=passage.start + start, end=passage.start + end)
            aliases = aliases_in(passage.text[end:].partition(")")[0] + ")")
            yield FoundParty(quote, aliases, role_of(aliases), passage, ENOUGH_EVIDENCE)
        spans = [s for s in names(passage.text, 0, len(passage.text), split_and=True, sure_until=0) if s.evidence >= 4]
        yield from with_aliases(region_of([passage]), spans, len(passage.text))
        yield from _called(passage)
        prose += len(passage.text) if len(passage.text) > PROSE else 0
        if prose > PREAMBLE // 2:
            return


def _called(passage: Passage) -> Iterator[FoundParty]:
    """Whoever is called by a role in a bracket behind the name."""
    for found in _CALLED.finditer(passage.text):
        alias = found["alias"] or found["plain"]
        start = found.start("name") + (len(led[0]) if (led := _SPEAKER.match(found["name"])) else 0)
        span = read_name(passage.text, start, found.end("name"), split_and=False)
        name = passage.text[span.start : span.end] if span else ""
        if span is None or not names_a_side(alias) or " " not in name or _NO_NAME.search(name):
            continue
        aliases = aliases_in(passage.text[span.end : found.end()]) or (alias,)
        quote = Quote(text=name, start=passage.start + span.start, end=passage.start + span.end)
        yield FoundParty(quote, aliases, role_of(aliases), passage, ENOUGH_EVIDENCE)


def from_clauses(whole: Region, clauses: Sequence[Clause]) -> Iterator[FoundParty]:
    """Parties where the clause model marked them, with the aliases that follow."""
    for clause in sorted((c for c in clauses if c.type == "Parties"), key=lambda c: c.start):
        passage = whole.passage_at(clause.start)
        span = read_name(clause.text, 0, len(clause.text), split_and=False)
        if span is None or not has_legal_form(clause.text[: span.end]):
            continue
        aliases = aliases_in(passage.text[clause.start - passage.start + span.end :][:TAIL])
        quote = Quote(text=clause.text[: span.end], start=clause.start, end=clause.start + span.end)
        yield FoundParty(quote, aliases, role_of(aliases), passage, span.evidence)
