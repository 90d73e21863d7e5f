"""Terms a contract defines: '"Fees" means ...', '(the "Fees")', 'Fees shall mean ...', and lists and tables of them."""

import re
from collections.abc import Iterator, Sequence

from legalai.extract.labelled_terms import find_labelled_terms
from legalai.extract.segmentation.passages import Passage
from legalai.schema import DefinedTerm

_TERM = r"[\"“”]\s{{0,2}}(?P<{}>[^\"“”\n]{{1,80}}?)\s{{0,2}}[,.]?[\"“”]"
_MEANS = (
    r"(?:(?:shall|will)\s+)?(?:(?:each|both|also|collectively|only)\s+)?(?:have|has|mean|means|bear|bears"
    r"|refer\s+to|refers\s+to)\b"
    r"|(?:is|are|shall\s+be)\s+(?:as\s+)?defined\b"
)
_QUOTED = re.compile(_TERM.format("term"))
_QUOTED_MEANS = re.compile(
    rf"{_TERM.format('first')}(?P<more>(?:\s*(?:,|and|or"
    rf"|/)\s*(?:or\s+)?[\"“][^\"“”\n]{{1,80}}[\"”])*)\s*(?:\([^()]{{0,80}}\)\s*)?,?"
    rf"(?:\s+as\s+used\s+(?:herein|in\s+this\s+\w+),?)?\s*(?:[^.;\"“]{{0,60}},\s*)?(?:{_MEANS}"
    rf"|(?:shall\s+)?includes?\b|:)"
)
_IN_BRACKETS = re.compile(
    r"\((?P<lead>[^()\"“”]{0,120})(?P<quoted>[\"“”][^()\"“”]{1,80}[\"“”](?:[^()\"“”]{0,60}[\"“”][^()\"“”]{1,80}[\"“”]){0,4})[^()]{0,80}\)"
    r"?"
)
_UNQUOTED = re.compile(
    r"(?:\(?[\w.]{1,8}[.)]?\s+)?(?P<term>[A-Z][\w/&'’-]*(?:\s+(?:[A-Z(][\w/&'’)-]*|of|and|or|the|to|for)){0,6})\s+"
    r"(?:(?:shall|will)\s+)?(?:means?\b|ha(?:s|ve)\s+the\s+meanings?\b)"
)
_TABLE_MEANING = re.compile(r"(?:shall\s+)?(?:means?|ha(?:s|ve)\s+the\s+meanings?|the\s+meaning)\b", re.IGNORECASE)
_POINTER = re.compile(
    r"\b(?:meanings?\s+(?:set\s+forth|given|ascribed|assigned|specified|provided|stated)|(?:is"
    r"|are)\s+defined\s+in|as\s+defined\s+in)\b"
)
_NOT_A_TERM = re.compile(r"(?:as is|as available|where[- ]is|with all faults|\W*|\d+|[a-z]{1,2})", re.IGNORECASE)
_CONTEXT = 300
_MAX_TERM_WORDS = 9


def find_defined_terms(passages: Sequence[Passage]) -> tuple[DefinedTerm, ...]:
    """The terms in the order of their definitions, each once: where it is explained, else where it is pointed to."""
    found: dict[str, DefinedTerm] = {}
    for index, name in find_labelled_terms(passages):
        for term in _defined(passages[index], name, 0, len(passages[index].text)):
            found.setdefault(term.term.lower(), term)
    for index, passage in enumerate(passages):
        following = passages[index + 1] if index + 1 < len(passages) else None
        for term in _terms(passage, following):
            known = found.get(term.term.lower())
            if known is None or (_POINTER.search(known.text) and not _POINTER.search(term.text)):
                found[term.term.lower()] = term
    return tuple(sorted(found.values(), key=lambda term: term.start))


def _terms(passage: Passage, following: Passage | None) -> Iterator[DefinedTerm]:
    yield from _explained(passage)
    yield from _in_brackets(passage)
    if following is not None and following.block != passage.block:
        yield from _in_table(passage, following)


def _explained(passage: Passage) -> Iterator[DefinedTerm]:
    """'"Fees" means ...': the quote is the sentence from the term on."""
    for match in _QUOTED_MEANS.finditer(passage.text):
        if match[0].endswith(":") and match.start() > 12:
            continue
        end = len(passage.text)
        for term in (match["first"], *(more["term"] for more in _QUOTED.finditer(match["more"]))):
            yield from _defined(passage, term, match.start(), end)
    unquoted = _UNQUOTED.match(passage.text)
    if unquoted:
        yield from _defined(passage, unquoted["term"], unquoted.start("term"), len(passage.text))


def _in_brackets(passage: Passage) -> Iterator[DefinedTerm]:
    """'..., payable monthly (the "Fees")': the quote is the words before the bracket, and the bracket."""
    for match in _IN_BRACKETS.finditer(passage.text):
        start = max(0, match.start() - _CONTEXT)
        if start:
            start = passage.text.find(" ", start, match.start()) + 1 or match.start()
        for quoted in _QUOTED.finditer(match["quoted"]):
            if not quoted["term"].strip()[:1].islower():
                yield from _defined(passage, quoted["term"], start, match.end())


def _in_table(cell: Passage, meaning: Passage) -> Iterator[DefinedTerm]:
    """A row of a table of definitions: the term in one cell, its meaning in the next."""
    quoted = _QUOTED.fullmatch(cell.text)
    term = quoted["term"] if quoted else cell.text
    if _TABLE_MEANING.match(meaning.text) and term[:1].isupper():
        yield from _defined(meaning, term, 0, len(meaning.text))


def _defined(passage: Passage, term: str, start: int, end: int) -> Iterator[DefinedTerm]:
    name = " ".join(term.split()).strip(" ,.;:-'‘’")
    name = re.sub(r"^[Tt]he\s(?=[A-Z])", "", name)
    if _NOT_A_TERM.fullmatch(name) or len(name.split()) > _MAX_TERM_WORDS:
        return
    yield DefinedTerm(
        term=name,
        text=passage.text[start:end],
        start=passage.start + start,
        end=passage.start + end,
        page=passage.page,
        number=passage.number,
    )
