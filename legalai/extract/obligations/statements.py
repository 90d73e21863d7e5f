"""Statements: the parts of one sentence that bind, forbid, permit or entitle somebody."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from legalai.extract.obligations.actors import Mention
from legalai.extract.obligations.modality import Binding, bindings_in, is_bare, weigh
from legalai.extract.obligations.subjects import Subject, extent_of, subject_before
from legalai.schema import Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """Whom binding words bind, at characters [start, end). `joint` is true for "Supplier and Customer"."""

    mention: Mention
    name: str
    joint: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One modality of one actor.

    Offsets are characters of the passage: [start, end) is the clause; the binding words begin at `binding`, and what
    the actor must or may do at `action`. `patient` is whom a passive sentence does it to. `proviso_end` is where
    a proviso ends that follows the clause and is a clause of its own.
    """

    bound: Bound
    modality: Modality
    start: int
    binding: int
    action: int
    end: int
    patient: Mention | None = None
    proviso_end: int | None = None


_PARENTHESES = re.compile(r"[()\[\]]")
_PARTICIPLE = (
    r"(?:[\w-]+ed|paid|made|given|sent|borne|held|kept|done|sold|bought|taken|shown|met|set|put|built|written|"
    r"drawn|driven|"
    r"chosen|withheld|withdrawn|undertaken|laid|left|lent|led|shut|split|brought|sought|begun|seen|sublet|let|"
    r"cut|run|told)"
)
_PASSIVE = re.compile(
    rf"\s*(?:,[^,]{{1,80}},\s*)?(?:\w+ly\s+)?be\s+"
    rf"(?:(?:\w+ly|also|first|so|and|further|only|thereafter|either|both)\s+){{0,4}}(?P<verb>{_PARTICIPLE})\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?P<last>[\w-]+)(?:\s+(?:upon|on|to|for|in|out|up|off))?\s+by\s+(?:and\s+between\s+)?$", re.IGNORECASE
)
_PARTICIPLE_WORD = re.compile(rf"{_PARTICIPLE}|[\w-]+ing", re.IGNORECASE)
_BENEFIT = re.compile(
    r"(?:re)?paid|reimbursed|compensated|indemnified|credited|granted|given|provided|notified|afforded|refunded|"
    r"held|informed|"
    r"awarded|offered",
    re.IGNORECASE,
)
_STATE_OF_DUTY = re.compile(r"bound|registered|licensed|insured|represented|prepared|located|based", re.IGNORECASE)
_DUTIFUL = re.compile(
    r"\s*be\s+(?:\w+ly\s+){0,2}(?:available|present|bound|registered|licensed|insured|prepared|diligent|"
    r"in\s+compliance|responsible|"
    r"accountable|liable)\b",
    re.IGNORECASE,
)
_STATED_AS_FACT = re.compile(r"\b(?:represents?|warrants?|certif(?:y|ies)|advised|acknowledges?)\b", re.IGNORECASE)
_UNDERTAKEN = re.compile(r"\b(?:covenants?|agrees?|undertakes?)\b", re.IGNORECASE)
_STRONG_BREAK = re.compile(r"[;:]\s|\.\s|,\s+(?:but|provided|except\s+that)\b")
_WEAK_BREAK = re.compile(r",\s+(?:and|or|nor|however)\b|\s(?:and|but)\s")
_PROVISO = re.compile(r"[,;]?\s*(?:and\s+|but\s+)?provided\b", re.IGNORECASE)
# "shall not, and shall not permit others to, copy": the act of the first is that of the second.
_JOINING_ONLY = re.compile(r"[\s,]*(?:and|or|nor|and/or)?[\s,]*+", re.IGNORECASE)
_SHARED_ACT = re.compile(r"\bto\s*,\s*")
_THING_BREAK = re.compile(
    r"[;:.]\s+(?:(?:and|but|or)\s+)?|,\s+(?:and|but|then|provided(?:,?\s+however,?)?\s+that)\s+", re.IGNORECASE
)
_CONDITION_FIRST = re.compile(
    r"(?:if|upon|unless|in\s+the\s+event|subject|except|to\s+the\s+extent|when|where|after|during)\b", re.IGNORECASE
)
_FURTHEST_AGENT = 120
_LONGEST_THING = 600
_LONGEST_BLANK = re.compile(r"[\s,]*")


def _start(mention: Mention) -> int:
    return mention.start


def masked(text: str) -> str:
    """The text with everything in parentheses blanked, offsets unchanged."""
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    for match in _PARENTHESES.finditer(text):
        if match[0] in "([":
            opened.append(match.start())
        elif opened:
            begin = opened.pop()
            if not opened:
                spans.append((begin, match.end()))
    parts: list[str] = []
    position = 0
    for begin, end in spans:
        parts += (text[position:begin], " " * (end - begin))
        position = end
    return "".join([*parts, text[position:]])


def statements_in(text: str, mentions: Sequence[Mention], begin: int, outer: Bound | None = None) -> list[Statement]:
    """The statements of a masked passage whose words begin at `begin`.

    `outer` is the subject of the words that lead to the passage.
    """
    bindings = bindings_in(text)
    found: list[Statement] = []
    floor, told = begin, outer
    for index, binding in enumerate(bindings):
        until = bindings[index + 1].start if index + 1 < len(bindings) else len(text)
        bound = (
            _inverted(text, mentions, binding)
            if binding.inverted
            else _bound(text, mentions, binding, floor, told, continued=index > 0)
        )
        if bound == "side":
            continue
        statement = _statement(text, mentions, binding, until, bound) if binding.start >= begin else None
        floor = max(binding.end, bound.end) if bound else binding.end
        told = bound
        if statement:
            found.append(statement)
    return _bounded(text, begin, found)


def _bound(
    text: str, mentions: Sequence[Mention], binding: Binding, floor: int, told: Bound | None, *, continued: bool
) -> Bound | Literal["side"] | None:
    """Whom the binding words bind; None where it is a thing, "side" where the clause only describes a circumstance."""
    subject = subject_before(text, mentions, floor, binding.start, continued=continued)
    if isinstance(subject, Subject):
        if not is_bare(binding, text) and _is_fact(text, floor, binding.start):
            return "side"
        return _named(text, mentions, subject, told)
    if subject.why == "inherited":
        return told and Bound(
            mention=told.mention, name=told.name, joint=told.joint, start=binding.start, end=binding.start
        )
    return "side" if subject.why == "side" else None


def _is_fact(text: str, floor: int, end: int) -> bool:
    """Whether a party states what is so ("represents that it has the right to"), which binds nobody to act."""
    return _STATED_AS_FACT.search(text, floor, end) is not None and not _UNDERTAKEN.search(text, floor, end)


def _named(text: str, mentions: Sequence[Mention], subject: Subject, told: Bound | None) -> Bound | None:
    mention = subject.mention
    if mention.kind == "pronoun":
        if told:
            mention, name, joint = told.mention, told.name, told.joint
            return Bound(mention=mention, name=name, joint=joint, start=subject.start, end=subject.end)
        earlier = next((m for m in mentions if m.kind not in ("pronoun", "person") and not m.possessive), mention)
        if earlier.start >= mention.start:
            return None
        return Bound(mention=earlier, name=earlier.name, joint=False, start=subject.start, end=subject.end)
    first = subject.together[0]
    words = " ".join(text[first.end : subject.end].split())
    return Bound(
        mention=mention,
        name=f"{first.name} {words}" if words and not words.startswith(",") else first.name + words,
        joint=len(subject.together) > 1,
        start=subject.start,
        end=subject.end,
    )


def _inverted(text: str, mentions: Sequence[Mention], binding: Binding) -> Bound | None:
    """The subject after "in no event shall"."""
    for mention in mentions[bisect_left(mentions, binding.end, key=_start) :]:
        if mention.start >= binding.end:
            if mention.possessive or text[binding.end : mention.start].strip(" ,\n\t"):
                return None
            end = extent_of(text, mention.end, min(len(text), mention.end + 200))
            return Bound(mention=mention, name=mention.name, joint=False, start=binding.start, end=end)
    return None


def _statement(
    text: str, mentions: Sequence[Mention], binding: Binding, until: int, bound: Bound | None
) -> Statement | None:
    after = max(binding.end, bound.end if bound and binding.inverted else 0)
    bare = is_bare(binding, text)
    passive = _PASSIVE.match(text, after) if bare else None
    agent = _agent(text, mentions, passive, until) if passive else None
    actor = agent or (bound and bound.mention)
    if actor is None:
        return None
    sense = _sense(
        text,
        replace(binding, weak=False) if agent else binding,
        after,
        denied=binding.negated or actor.kind == "no_party",
        bare=bare,
    )
    if sense is None:
        return None
    modality, action = sense
    start = bound.start if bound else _thing_start(text, binding.start)
    if agent:
        by = Bound(mention=agent, name=agent.name, joint=False, start=start, end=start)
        return Statement(
            bound=by,
            modality=modality,
            start=start,
            binding=binding.start,
            action=start,
            end=len(text),
            patient=bound.mention if bound else None,
        )
    if bound is None or (bare and (modality := _state(text, after, action, passive, modality)) is None):
        return None
    return Statement(bound=bound, modality=modality, start=start, binding=binding.start, action=action, end=len(text))


def _sense(text: str, binding: Binding, after: int, *, denied: bool, bare: bool) -> tuple[Modality, int] | None:
    if not bare:
        return ("prohibition" if denied and not binding.negated else binding.modality), after
    blank = _LONGEST_BLANK.match(text, after)
    begin = blank.end() if blank else after
    weighed = weigh(binding, text[begin : begin + 300], denied=denied)
    if weighed is None:
        return None
    return weighed[0], begin + weighed[1] if weighed[1] else after


def _state(text: str, after: int, action: int, passive: re.Match[str] | None, modality: Modality) -> Modality | None:
    """What "shall be ..." amounts to for its subject: paid is an entitlement, present a duty, most states nothing."""
    if text[after:action].strip(" ,\n\t"):
        return modality
    if passive is None:
        return modality if not re.match(r"\s*be\s", text[after:]) or _DUTIFUL.match(text, after) else None
    if _STATE_OF_DUTY.fullmatch(passive["verb"]) or modality == "prohibition":
        return modality
    return "entitlement" if modality == "obligation" and _BENEFIT.fullmatch(passive["verb"]) else None


def _agent(text: str, mentions: Sequence[Mention], passive: re.Match[str], until: int) -> Mention | None:
    """Who does what a passive verb says ("shall be paid by Customer")."""
    for mention in mentions[bisect_left(mentions, passive.end(), key=_start) :]:
        if mention.possessive:
            continue
        if mention.start >= until or mention.start - passive.end() > _FURTHEST_AGENT:
            return None
        by = _BY.search(text, max(passive.start("verb"), mention.start - 60), mention.start)
        if by and (by["last"] == passive["verb"] or not _PARTICIPLE_WORD.fullmatch(by["last"])):
            return mention
    return None


def _thing_start(text: str, end: int) -> int:
    """Where the clause of a thing as subject begins."""
    start = max(0, end - _LONGEST_THING)
    for match in _THING_BREAK.finditer(text, start, end):
        if text[match.end() : end].strip(" ,"):
            start = match.end()
    comma = text.rfind(", ", start, len(text[:end].rstrip(" ,")))
    return comma + 2 if comma > start and _CONDITION_FIRST.match(text, start) else start


def _bounded(text: str, begin: int, found: Sequence[Statement]) -> list[Statement]:
    """The statements with the clause of each: from the end of the one before to where the next begins."""
    if not found:
        return []
    ends = [_clause_end(text, one, after) for one, after in pairwise(found)] + [len(text)]
    starts = [begin, *ends[:-1]]
    result: list[Statement] = []
    for index, (statement, start, end) in enumerate(zip(found, starts, ends, strict=True)):
        bounded = replace(statement, start=start, action=max(statement.action, start), end=end)
        if end < len(text) and _JOINING_ONLY.fullmatch(text, bounded.action, end):
            shared = _SHARED_ACT.search(text, end, ends[index + 1])
            if shared is None:
                continue
            bounded = replace(bounded, action=shared.end(), end=ends[index + 1])
        elif _PROVISO.match(text, end):
            bounded = replace(bounded, proviso_end=ends[index + 1])
        result.append(bounded)
    return result


def _clause_end(text: str, statement: Statement, following: Statement) -> int:
    """Where a clause ends: before the words that lead to the next subject."""
    earliest = max(statement.action, statement.binding)
    strong = [match.start() for match in _STRONG_BREAK.finditer(text, earliest, following.start + 1)]
    if strong:
        return strong[-1]
    for match in reversed(list(_WEAK_BREAK.finditer(text, earliest, following.start + 1))):
        if match.end() >= following.start or _CONDITION_FIRST.match(text, match.end() + 1):
            return match.start()
    return max(earliest, following.start)
