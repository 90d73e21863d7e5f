"""The short names a contract gives a party right after its name: '(the "Licensor")', 'hereinafter called Buyer'."""

import re
from collections.abc import Iterator, Sequence

from legalai.extract.parties.party_names import NOT_AN_ALIAS, ROLES, STRONG_FORM

# The place that a form leaves for somebody's name.
BLANK_NAME = (
    r"(?:_{3,}[_\s]{0,60}|\[[\s●•·*_.#xX–-]{0,40}\]|\[[A-Za-z][A-Za-z ,/’'.-]{2,60}\]|X{5,40}|<[A-Za-z][^<>\n]{2,60}>"
    r"|\{\{?\s?[\w .-]{1,60}\s?\}?\}|[●•]{1,5}|(?<!\.)\.{6,80}|…{2,20})"
)

_PARTY_LETTER = re.compile(
    r"(?:the\s+)?(?:party\s+(?:[a-d]|[1-4]|one|two|three)|(?:first|second|third|fourth)\s+party)", re.IGNORECASE
)
_QUOTED = re.compile(r"(?:[\"“”ʺ]|(?<![\w])['‘])(?P<alias>[^\"“”ʺ()]{1,60}?)(?:[\"“”ʺ]|['’](?!\w)|$)")
_BARE_ROLE = re.compile(r"\(\s*(?:the\s+)?(?P<a>[A-Z][A-Za-z ]{2,30}?)\s*\)|[\"“ʺ](?P<b>[A-Z][A-Za-z ]{2,30})[\"”ʺ]")
# What, as the last word of several, makes a role: "(Escrow Agent)", and not "(Private Company)".
_ROLE_HEADS = frozenset(
    {"agent", "trustee", "manager", "seller", "buyer", "purchaser", "lender", "borrower", "guarantor", "contractor"}
)
_BRACKETS = re.compile(r"\((?P<inside>[^()]{1,400})\)?")
_GROUP = re.compile(r"\b(?:collectively|together(?:\s+with)?|jointly|each(?:,|\s+of)?|both)\b", re.IGNORECASE)
_TOGETHER = re.compile(
    r"\((?:hereinafter\s+)?(?:collectively|together|(?:jointly|severally)(?:\s+(?:and|but)\s+(?:not\s+)?(?:jointly|severally))?|each|individually\s+and\s+collectively)\b"
    r"(?!\s+with\b)(?P<inside>[^()]{1,200})\)"
)
_UNQUOTED = re.compile(
    r"\((?:hereinafter\s+)?(?:(?:referred\s+to\s+as|called"
    r"|known\s+as)\s+)?the\s+(?P<a>[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+)?)\s*\)"
    r"|\bherein(?:after)?\s*,?\s*(?:(?:individually\s+)?(?:referred\s+to\s+as|called|known\s+as"
    r"|designated\s+as?))?\s*(?:the\s+)?[\"“”'‘]?(?:the\s+)?"
    r"(?P<b>[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,3})"
)
_OTHER_NAME = re.compile(
    r"\b(?:d/?b/?a|doing\s+business\s+as|f/?k/?a|formerly\s+known\s+as|trading\s+as|t/a|a/?k/?a|also\s+known\s+as)\s+"
    r"(?P<name>[A-Z][\w.&'’-]*(?:\s[A-Z&][\w.&'’-]*){0,5})",
    re.IGNORECASE,
)
_NAMELESS = re.compile(rf"\b(?:and|with)\s+[\s,:“\"]{{0,5}}{BLANK_NAME}", re.IGNORECASE)
_ELSE = re.compile(r"[;\n]|\band\b|\.\s", re.IGNORECASE)
_AS_ROLE = re.compile(r",?\s+as\s+(?:the\s+)?(?P<role>(?:[A-Z][a-z]+\s){0,2}(?P<last>[A-Z][a-z]+))\b")
_LABEL_BEFORE = re.compile(r"(?P<wider>\b[A-Z][A-Za-z]+\s)?(?P<label>\b[A-Z][A-Za-z]+(?:\s[A-Z1-4])?):\s*$")


def aliases_in(tail: str, *, before: str = "") -> tuple[str, ...]:
    """The aliases in the words that follow a party's name, or label it `before`, in order, without repetition."""
    return tuple(dict.fromkeys(_aliases(tail, before)))


def group_aliases_in(tail: str) -> tuple[str, ...]:
    """What several are called together, in the first bracket behind the last: '(together, "Alder")', '("Sellers")'."""
    bracket = _BRACKETS.search(tail)
    group = _TOGETHER.match(tail, bracket.start()) if bracket else None
    quoted = _QUOTED.finditer(group["inside"]) if group else ()
    told = tuple(dict.fromkeys(alias for each in quoted for alias in _usable(each["alias"])))
    first = aliases_in(bracket[0]) if bracket else ()
    return told or tuple(alias for alias in first if alias.endswith("s") and alias[:-1].lower() in ROLES)


def names_a_side(words: str) -> bool:
    """Whether words are what a contract calls a side: a role, or "Party A"."""
    return words.lower().removeprefix("the ") in ROLES or _PARTY_LETTER.fullmatch(words) is not None


def role_of(aliases: Sequence[str]) -> str | None:
    """The first alias that is a role ("Licensor"); None when the contract only abbreviates the name."""
    for alias in aliases:
        if alias.lower() in ROLES:
            return alias.capitalize() if alias.isupper() else alias
    return None


def _aliases(tail: str, before: str) -> Iterator[str]:
    label = _LABEL_BEFORE.search(before)
    if (
        label
        and label["wider"] in (None, "The ")
        and (label["label"].lower() in ROLES or label["label"].lower().startswith("party "))
    ):
        yield label["label"]
    tail = _own_part(tail)
    for bracket in _BRACKETS.finditer(tail):
        group = _GROUP.search(bracket["inside"])
        for quoted in _QUOTED.finditer(bracket["inside"]):
            if group is None or quoted.start() < group.start():
                yield from _usable(quoted["alias"])
    for bare in _BARE_ROLE.finditer(tail):
        words = bare["a"] or bare["b"]
        if words.lower() in ROLES or (bare["a"] and words.istitle() and words.split()[-1].lower() in _ROLE_HEADS):
            yield words
    for unquoted in _UNQUOTED.finditer(tail):
        yield from _usable(unquoted["a"] or unquoted["b"])
    for other in _OTHER_NAME.finditer(tail):
        yield from _usable(other["name"])
    role = _AS_ROLE.match(tail)
    if role and role["last"].lower() in ROLES:
        yield role["role"]


def _own_part(tail: str) -> str:
    """The words up to where a blank stands for somebody else, or, after a first alias, somebody else is named."""
    nameless = _NAMELESS.search(tail)
    tail = tail[: nameless.start()] if nameless else tail
    for bracket in _BRACKETS.finditer(tail):
        if any(True for quoted in _QUOTED.finditer(bracket["inside"]) for _ in _usable(quoted["alias"])):
            others = (_ELSE.search(tail, bracket.end()), STRONG_FORM.search(tail, bracket.end()))
            return tail[: min((other.start() for other in others if other), default=len(tail))]
    return tail


def _usable(alias: str) -> Iterator[str]:
    alias = " ".join(alias.split()).strip(" ,.;-'‘’")
    if alias.lower().startswith("the "):
        alias = alias[4:]
    if alias and not NOT_AN_ALIAS.fullmatch(alias) and any(c.isalpha() for c in alias):
        yield alias
