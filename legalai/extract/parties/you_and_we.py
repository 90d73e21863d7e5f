"""Parties of terms in plain words: "We are Acme Limited, and “you” means the business that orders"."""

import re
from collections.abc import Iterator, Sequence

from legalai.extract.parties.found_party import FoundParty
from legalai.extract.parties.opening import ENOUGH_EVIDENCE
from legalai.extract.parties.party_aliases import aliases_in, role_of
from legalai.extract.parties.party_names import has_legal_form, read_name
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Quote

_EARLY = 40
_MEANS = (
    r"(?:[\s,“”\"‘’']|\b(?:and|or|we|us|our|ours|you|your|yours|the|words?|terms?)\b){0,20}"
    r"\b(?:means?|refers?\s+to|is|are)\s+"
)
_WE_ARE = re.compile(r"\b[Ww]e\s+are\s+(?=[A-Z])")
_WE_MEANS = re.compile(rf"[“\"‘'](?:[Ww]e|WE|[Uu]s)[,”\"’']{_MEANS}(?=[A-Z])")
# 'Acme Limited ("we", "us")', 'Acme Limited and its affiliates ("Acme", "we")'.
_CALLED_WE = re.compile(r"\([^()]{0,60}[“\"‘'](?:[Ww]e|WE)[,”\"’'][^()]{0,60}\)")
_YOU_MEANS = re.compile(rf"[“\"‘'](?P<you>[Yy]ou|YOU)[,”\"’']{_MEANS}")
_CALLED_YOU = re.compile(r"\([^()]{0,60}[“\"‘'](?P<you>[Yy]ou|YOU)[,”\"’'][^()]{0,60}\)")
_WE, _YOU = ("we", "us", "our"), ("you", "your")
# Right behind the name, or behind what it is: 'Acme Oy, a company of Finland ("Acme", "we")'.
_BRACKET = re.compile(r"(?:,\san?\s[^();.]{2,120})?\s{0,3}(?P<said>\([^()]{1,160}\))")
# A name begins with a capital and stands no further before the bracket that says who "we" are.
_CAPITAL = re.compile(r"(?<!\w)[A-Z]")
_BEFORE = 200


def from_you_and_we(passages: Sequence[Passage]) -> list[FoundParty]:
    """The company that calls itself "we" and whoever it calls "you", where the opening says both; else nobody.

    "You" without a name before it is a party without one: the quote is the word that is defined.
    """
    early = passages[:_EARLY]
    we, you = next(_companies(early), None), next(_addressed(early), None)
    return [we, you] if we is not None and you is not None else []


def _companies(passages: Sequence[Passage]) -> Iterator[FoundParty]:
    for passage in passages:
        for found in (*_WE_MEANS.finditer(passage.text), *_WE_ARE.finditer(passage.text)):
            yield from _named(passage, found.end(), len(passage.text))
        for called in _CALLED_WE.finditer(passage.text):
            for start in _CAPITAL.finditer(passage.text, max(0, called.start() - _BEFORE), called.start()):
                yield from _named(passage, start.start(), called.start())


def _named(passage: Passage, start: int, end: int) -> Iterator[FoundParty]:
    span = read_name(passage.text, start, end, split_and=False)
    if span is None or span.start != start:
        return
    name = passage.text[span.start : span.end]
    if has_legal_form(name):
        quote = Quote(text=name, start=passage.start + span.start, end=passage.start + span.end)
        aliases = _called(passage.text, span.end, _WE)
        yield FoundParty(quote, aliases, role_of(aliases), passage, ENOUGH_EVIDENCE)


def _called(text: str, end: int, words: tuple[str, ...]) -> tuple[str, ...]:
    """What a bracket right behind a name calls it, and the words "we" or "you" in their forms."""
    bracket = _BRACKET.match(text, end)
    given = aliases_in(bracket["said"]) if bracket else ()
    return (*(each for each in given if each.lower() not in (*_WE, *_YOU)), *words)


def _addressed(passages: Sequence[Passage]) -> Iterator[FoundParty]:
    for passage in passages:
        for pattern in (_YOU_MEANS, _CALLED_YOU):
            for found in pattern.finditer(passage.text):
                start, end = _name_before(passage.text, found.start()) or found.span("you")
                quote = Quote(text=passage.text[start:end], start=passage.start + start, end=passage.start + end)
                aliases = _called(passage.text, end, _YOU)
                yield FoundParty(quote, aliases, role_of(aliases), passage, ENOUGH_EVIDENCE)


def _name_before(text: str, bracket: int) -> tuple[int, int] | None:
    """The name that a bracket stands right behind: 'engage Ada Roe ("you")'."""
    for capital in _CAPITAL.finditer(text, max(0, bracket - _BEFORE), bracket):
        span = read_name(text, capital.start(), bracket, split_and=False)
        name = text[span.start : span.end] if span else ""
        if span and len(name.split()) > 1 and not text[span.end : bracket].strip(" ,"):
            return span.start, span.end
    return None
