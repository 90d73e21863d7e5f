"""Every definition of a contract, also the second one of a term."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legalai.extract.defined_terms import find_defined_terms
from legalai.extract.labelled_terms import find_labelled_terms
from legalai.extract.segmentation.passages import Passage

_LOCAL = re.compile(
    r"\b(?:for\s+(?:the\s+)?purposes?\s+of|as\s+used\s+in|in|under|of)\s+this\s+"
    r"(?:section|clause|article|paragraph|schedule|exhibit|annex|appendix|attachment|sub\W?(?:section|clause))\b",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"\b(?:(?:has|have|having|shall\s+have|with)\s+the\s+(?:same\s+)?meanings?|(?:is|are|as|shall\s+be)\s+defined|meanings?\s+"
    r"(?:set|given|ascribed|assigned|specified|provided|stated)|see\s+(?:section|clause)|(?:described|set\s+(?:forth|out)|specified|identified|provided)\s+in\s+(?:section|clause|article))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Definition:
    """One place where a term is defined. Offsets: characters of the document.

    [start, end) is the definition, [name_start, name_end) the term in it. `pointer`: it says only that the term is
    defined elsewhere; `local`: it holds for one clause; `quoted`: the term stands in quotation marks or as a label.
    """

    term: str
    start: int
    end: int
    name_start: int
    name_end: int
    passage: int
    pointer: bool
    local: bool
    quoted: bool
    text: str


def find_definitions(passages: Sequence[Passage]) -> tuple[Definition, ...]:
    """The definitions in text order."""
    found: dict[tuple[str, int], Definition] = {}
    for definition in _all(passages):
        found.setdefault((definition.term.lower(), definition.name_start), definition)
    return tuple(sorted(found.values(), key=lambda each: each.name_start))


def _labelled(passages: Sequence[Passage]) -> Iterator[Definition]:
    """Those of a list of definitions: "Business Day: a day other than ..."."""
    for index, term in find_labelled_terms(passages):
        home = passages[index]
        yield Definition(
            term=term,
            start=home.start,
            end=home.end,
            name_start=home.start,
            name_end=home.start + len(term),
            passage=index,
            pointer=_POINTER.search(home.text) is not None,
            local=False,
            quoted=True,
            text=home.text,
        )


def _all(passages: Sequence[Passage]) -> Iterator[Definition]:
    yield from _labelled(passages)
    for index, passage in enumerate(passages):
        following = passages[index + 1 : index + 2]
        # One sentence at a time, as of several definitions of a term only the first of a text is told.
        for term in find_defined_terms([passage, *following]):
            in_next = bool(following) and term.start >= following[0].start
            if in_next and not (_name_in(passage.text, term.term) and len(passage.text) < 120):
                continue
            home = passage
            span = _name_in(home.text, term.term, max(0, term.start - home.start))
            if span is None:
                continue
            before = home.text[max(0, span[0] - 200) : span[0]]
            yield Definition(
                term=term.term,
                start=term.start,
                end=term.end,
                name_start=home.start + span[0],
                name_end=home.start + span[1],
                passage=index,
                pointer=_POINTER.search(term.text) is not None,
                local=_LOCAL.search(before) is not None or _LOCAL.search(term.text) is not None,
                quoted=home.text[: span[0]].rstrip()[-1:] in ('"', "“", "”"),
                text=term.text,
            )


def _name_in(text: str, name: str, start: int = 0) -> tuple[int, int] | None:
    """Where the term stands in a sentence: in quotation marks if it does so anywhere."""
    words = r"\s+".join(re.escape(word) for word in name.split())
    for pattern in (
        rf"[\"“”]\s{{0,2}}(?:[Tt]he\s)?(?P<name>{words})\W{{0,3}}[\"”“]",
        rf"(?<!\w)(?P<name>{words})(?!\w)",
    ):
        if match := re.compile(pattern).search(text, start):
            return match.span("name")
    return None
