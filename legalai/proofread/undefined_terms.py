"""Capitalised words used as a term that nothing defines: "the Services" in a contract without such a definition."""

import re
from collections import defaultdict
from collections.abc import Iterator

from legalai.proofread.misspelled_terms import is_slip
from legalai.proofread.source import Source, in_capitals, shown
from legalai.proofread.words import plain, stems
from legalai.schema import Mistake

# The last word of what contracts define; other capitals are names, titles and laws.
_HEADS = frozenset(
    """
    account affiliate asset budget business charge claim collateral compensation content consideration
    data date deliverable delivery deposit derivative document documentation equipment escrow event expense facility fee
    forecast good improvement indemnitee information instrument intellectual invention inventory invoice ip know-how
    loss mark material materials media milestone mineral minimum order party patent payment period person personnel plan
    platform policy portal premise price product program project property purpose record region regulation
    revenue report requirement result right royalty sale service site software specification
    standard supply system tax
    technology term territory trademark transaction transfer update upgrade user vehicle version
    warranty website work year month quarter cap default threshold day breach
    log criteria criterion certificate manual target credit guideline procedure window allowance protocol
    level hour hardware committee tariff drawing
    """.split()
)
_TERM = (
    r"(?P<term>[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?(?:\s[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?){0,3}?)"
    r"(?=,\s[A-Z][a-z]+\s(?:shall|may|will|must|is|has)\b|[\s,;:.)’'](?!\s?(?:of|and|&|for|in|to|or|by|on)\s[A-Z])(?!\s?[A-Z0-9(“\"&]))"
)
_USE = re.compile(
    r"(?<=[a-z,]\s)(?:(?:the|such|any|all|each|its)\s|an?\s(?=[A-Z][a-z]+\s(?:Day|Log|Criteri|Certificate|Period|Date|Fee|Event|Deliverable|Default|Milestone|Window|Credit)))"
    + _TERM
)
_NAMES = re.compile(
    r"\b(?:Act|Code|Court|Commission|Board|Department|Law|Laws|Rules?|Regulations?|State|County|City|University|Bank|Exchange"
    r"|Internet|Government|(?:Audit|Compensation|Remuneration|Systems)\sCommittee"
    r"|Section|Article|Schedule|Exhibit|Annex|Appendix|Attachment|Agreement|Parties|Party|United|Chapter|Title)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:capitali[sz]ed|defined)\s+(?:terms?|words?)\b[^.]{0,200}\b(?:meanings?|defined|definitions?)\b[^.]{0,120}"
    r"\b(?:in|by|under|to)\s+(?!this\b)(?:the|that|such|Section\s\d[^.]{0,20}of\s+the)\s+(?!(?:text|body|recitals|preamble)\b)",
    re.IGNORECASE,
)
_LINE_HEAD = re.compile(r"(?m)^\W{0,4}(?:\(?[\w.]{1,6}[.)]\s{1,4})?")
_EXPLAINING = (
    r"[\"“”‘'’(]\s?(?:the\s)?TERM\s?[,.]?[\"“”’')]",
    _LINE_HEAD.pattern + r"TERM\s*(?:[.:;–—\t(-]|$|\s(?:means?|shall|is|are|includes?)\b)",
    r"\bTERM[\"”]?,?\s(?:shall\s|as\s|\(as\s|is\s|are\s)?(?:means?|refers?\sto|includes?|defined)\b",
    r"\bTERM\s(?:shall\sbe|is|are)\s(?:the|an?|any|each|all)\b",
    r"[.\d)]\s{1,10}TERM\.|\bTERM:",
)
_FEWEST_DEFINITIONS = 3


def find_undefined_terms(source: Source) -> Iterator[Mistake]:
    """One mistake a term, at its first use; silent where the definitions stand in another contract."""
    text = source.document.text
    own = sum(not each.local for each in source.definitions)
    if own < _FEWEST_DEFINITIONS or source.amends or _ELSEWHERE.search(text):
        return
    uses: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, passage in source.prose():
        if source.resolver.outline.scopes[index] or in_capitals(passage.text):
            continue
        for match in _USE.finditer(passage.text):
            name = match["term"]
            if plain(name).split()[-1] in _HEADS and not _NAMES.search(name):
                uses[plain(name)].append((passage.start + match.start("term"), passage.start + match.end("term")))
    known = _known(source)
    for name, places in uses.items():
        start, end = places[0]
        often = f" ({len(places)} times)" if len(places) > 1 else ""
        words = text[start:end]
        if any(_covers(each, name) or _is_misspelled(each, name) for each in known) or _explained(text, words):
            continue
        yield source.mistake(
            "term-undefined",
            "medium",
            f"“{shown(words)}” is written as a defined term{often}, and nothing defines it.",
            (start, end),
            advice="Define the term, or write the one that is meant.",
        )


def _known(source: Source) -> set[str]:
    names = {each.term for each in source.definitions}
    names |= {name for party in source.parties for name in (*party.aliases, party.role or "", party.name)}
    return {plain(name) for name in names if name}


def _covers(known: str, name: str) -> bool:
    """Whether a defined term is this one, ends with it, or begins it: "Licensed Products" for "Products"."""
    return known == name or f" {known} ".find(f" {name} ") >= 0 or f" {name} ".startswith(f" {known} ")


def _is_misspelled(known: str, name: str) -> bool:
    """Whether a name is a defined one with a slip in a word, which is told as such."""
    pairs = list(zip(known.split(), name.split(), strict=False))
    return len(known.split()) == len(name.split()) and all(one == two or is_slip(two, one) for one, two in pairs)


def _explained(text: str, words: str) -> bool:
    """Whether any place looks as if it said what the words mean: in quotation marks, as a label, as a heading."""
    return any(re.search(form.replace("TERM", stems(words)), text, re.IGNORECASE) for form in _EXPLAINING)
