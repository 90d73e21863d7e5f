"""Parties of letters: the person addressed, whom the letter calls "you", and who stands beside From and To."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from legalai.extract.parties.party_names import has_legal_form, read_name
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Quote

_WORD = r"[A-ZÀ-Þ][\w'’.-]{0,24}"
_HONORIFIC = r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|MR|MRS|MS|DR)\.?"
_DEAR = re.compile(
    rf"\bDear\s+(?P<name>(?!Sirs?\b|Madam|Ladies|Gentlem|Colleague|Customer|Partner|Shareholder|Stockholder|Friend)"
    rf"(?:{_HONORIFIC}\s+)?{_WORD}(?:\s{_WORD}){{0,3}})\s{{0,3}}[,:–—-]"
)
_HIRES = re.compile(
    r"\byour\s+(?:\w+\s+){0,3}?(?:employment|salary|position|compensation|start(?:ing)?\s+date|job|title|duties|remuneration|engagement)\b"
    r"|\bemploy\s+you\b|\boffer\s+you\b",
    re.IGNORECASE,
)
_EMPLOYS = re.compile(r"\b(?:employment|employee|employer|salary)\b", re.IGNORECASE)
_YOU = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_FROM_TO = re.compile(r"\W{0,3}(?P<label>from|to)\s{0,2}[:：]\s{0,20}(?P<name>\S.*)?", re.IGNORECASE | re.DOTALL)
_EARLY, _OPENING, _FAR = 40, 12, 200


@dataclass(frozen=True, slots=True)
class Addressee:
    """The person a letter hires. `role` is "Employee" where it is employment."""

    quote: Quote
    role: str | None
    passage: Passage


def find_addressee(passages: Sequence[Passage]) -> Addressee | None:
    """The person a letter addresses and hires, by the full name that stands above the salutation where there is one."""
    early = passages[:_EARLY]
    for index, passage in enumerate(early):
        dear = _DEAR.search(passage.text)
        if dear is None:
            continue
        body = " ".join(p.text for p in passages[index : index + _EARLY])
        if not _HIRES.search(body) or len(_YOU.findall(body)) < 2:
            return None
        where, start, end = _full_name(early[: index + 1], dear) or (passage, *dear.span("name"))
        quote = Quote(text=where.text[start:end], start=where.start + start, end=where.start + end)
        return Addressee(quote, "Employee" if _EMPLOYS.search(body) else None, where)
    return None


def _full_name(passages: Sequence[Passage], dear: re.Match[str]) -> tuple[Passage, int, int] | None:
    """Where, up to the salutation, the person it names is written in full: "Ms. Ada Roe" for "Dear Ada"."""
    known = re.escape(re.sub(rf"^{_HONORIFIC}\s+", "", dear["name"]).split()[-1])
    full = re.compile(
        rf"(?:(?<=\s)|^){_HONORIFIC}\s+(?P<titled>(?:{_WORD}\s){{0,3}}?{known}(?:\s(?![A-Z]{{3}}){_WORD}){{0,2}})(?=[\s,]|$)"
        rf"|(?:^|\n)\s{{0,20}}(?P<line>(?:{_WORD}\s){{1,3}}{known}|{known}(?:\s{_WORD}){{1,2}})(?=\s{{0,3}}(?:[,\n(]|$))"
    )
    for passage in passages:
        stop = dear.start() if passage is passages[-1] else len(passage.text)
        for found in full.finditer(passage.text, 0, stop):
            group = "titled" if found["titled"] else "line"
            if len(found[group].split()) > 1:
                return passage, *found.span(group)
    return None


def find_correspondents(passages: Sequence[Passage]) -> Iterator[tuple[Passage, int, int]]:
    """The names beside "From:" and "To:" at the top of a letter that has both, as (passage, start, end of the name)."""
    found: dict[str, tuple[Passage, int, int]] = {}
    for passage, after in pairwise((*passages[: _OPENING * 2], None)):
        label = _FROM_TO.fullmatch(passage.text) if passage else None
        if passage is None or label is None or label["label"].lower() in found:
            continue
        where, start = (passage, label.start("name")) if label["name"] else (after, 0)
        if where is None:
            continue
        span = read_name(where.text, start, min(len(where.text), start + _FAR), split_and=False)
        if span and has_legal_form(where.text[span.start : span.end]):
            found[label["label"].lower()] = (where, span.start, span.end)
    if len(found) == 2:
        yield from found.values()
