"""Conditions: what a sentence makes a duty or a right depend on, and the words of the act without them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from legalai.extract.obligations.obligation_deadlines import FoundDeadline, find_deadline
from legalai.extract.obligations.stated import Statement
from legalai.schema import ObligationDeadline

_OPENERS = (
    r"if\b|unless\b|provided\b(?!\s+(?:by|to|for|in|under|with|hereunder|herein|at|from|pursuant|on|through|"
    r"as)\b)|subject\s+to\b|"
    r"in\s+(?:the\s+)?(?:event|case)\b|so\s+long\s+as\b|as\s+long\s+as\b|except\b|"
    r"to\s+the\s+extent\b(?!\s+(?:necessary|possible|practicable|feasible))|only\s+if\b|only\s+upon\b|"
    r"whenever\b|conditioned\s+(?:up)?on\b|contingent\s+(?:up)?on\b|until\b|save\b(?!\s+harmless)"
)
_EVENT = (
    r"upon\b(?!\s+(?:which|whom|such\s+terms|the\s+terms))|once\b|following\b|after\b|where\b|when\b(?!\s+due)|should\b"
)
_LEADING = re.compile(
    rf"(?:[\s,;:.]|\b(?:and|or|but|nor|further|however|also|then|additionally|furthermore|"
    rf"provided[\s,]+(?:(?:however|further)[\s,]+)?that)\b)*+"
    rf"(?P<condition>(?:(?:even|solely|only|promptly|immediately)\s+)?(?:{_OPENERS}|{_EVENT}|on\b|during\b|"
    rf"for\s+so\b|at\s+the\s+(?:request|option|election)\b|"
    r"in\s+(?:connection|consideration|respect)\b|(?:with|without)\s+(?:the\s+)?(?:prior|\w+['’]s)\b|"
    r"prior\s+to\b|before\b).*)",
    re.IGNORECASE | re.DOTALL,
)
_TRAILING = re.compile(
    rf"(?:(?<=[\s,;(])(?P<opener>(?:but\s+)?(?:(?:and|or)\s+)?(?:(?:even|solely|only|then\s+only)\s+)?(?:{_OPENERS}))"
    rf"|(?:(?<=,)\s+|(?<=\s))(?P<upon>upon\b(?!\s+(?:which|whom|such\s+terms|the\s+terms|it\b|them\b)))"
    rf"|(?<=,)\s+(?P<event>{_EVENT})|(?<=\s)(?P<when>when(?:ever)?\b(?!\s+due)|"
    rf"at\s+the\s+(?:written\s+)?(?:request|direction|instruction)s?\s+of\b)"
    rf"|(?<=\s)(?P<where>where\s+(?:(?:the|either|any|a|such|each|that)\s+)?(?:(?-i:[A-Z])\w+|it|they|he|she|party)\s+(?:so\s+)?"
    rf"(?:fails?|breach\w*|has|have|does|do|(?:is|are)(?!\s+being\b)|requests?|requires?|asks?|gives?|agrees?|cannot|becomes?)\b))",
    re.IGNORECASE,
)
_BEFORE_NO_CONDITION = re.compile(
    r"(?:\b(?:is|are|be|been|being|were|was|each|every|all|not|as|and)|(?:\w+ed|rely|relies|depend|call|insist|"
    r"draw|act|enter|relying|impos\w+))\s+$",
    re.IGNORECASE,
)
_BEFORE_NO_UPON = re.compile(
    r"\b(?:agreed?|agrees|based|rel(?:y|ies|ied|ying)|depend\w*|call\w*|insist\w*|drawn?|act|conferred|imposed|settled|"
    r"decided|relied|"
    r"conditioned|contingent|encroach|infringe|bestowed|levied|effective|touch)\s+$",
    re.IGNORECASE,
)
# "the site where the Customer is" is a place.
_PLACE_BEFORE = re.compile(
    r"\b(?:place|site|premises|location|building|countr(?:y|ies)|state|jurisdictions?|room|address|office|territor(?:y|ies)|"
    r"area|land|court|point|stage|cases?|situation|circumstances?|event|court|cit(?:y|ies)|store|facilit(?:y|ies)|anywhere|"
    r"wherever)s?,?\s+$",
    re.IGNORECASE,
)
_PROVISO = re.compile(r"\s*,?\s*(?:however|further)?\s*,?\s*(?:that\b)?\s*,?\s*", re.IGNORECASE)
_ACTION_OPENERS = re.compile(
    r"(?:[\s,]|\bbut\s+(?:shall|will|is|are)\s+not(?:\s+be)?\s+(?:required|obligated|obliged|bound)\s+to\b|\b(?:hereby|also|further|thereafter|then|each|both|however|expressly)\b)*+",
    re.IGNORECASE,
)
# "deliver and maintain each pump": behind the verbs "each" belongs to what is maintained.
_OBJECT_OPENERS = re.compile(r"[\s,]*+")
_INTERPOLATION = re.compile(r"\s*,(?P<words>[^,]{3,200}),\s*")
_JOINING_LAST = re.compile(
    r"(?<=[\s,;])(?:and|or|but|nor|and/or|provided,?\s+however|provided,?\s+that)$", re.IGNORECASE
)
_AGREED = re.compile(r",[^,]{1,60}\b(?:agree|acknowledge|covenant|understand)s?\b")
_EMPTY = re.compile(r"\W*(?:except|provided|save)(?:\s+that)?\W*", re.IGNORECASE)
_EXCEPTS = re.compile(r"(?:(?:and|but)\s+)?(?:except|save(?!\s+harmless))\b", re.IGNORECASE)
_LEFT_OUT = re.compile(
    r"\b(?:other\s+than|with\s+the\s+(?:sole\s+)?exception\s+of|excepting|(?:but\s+)?excluding)\s[^;]{1,200}?(?=,|;|\.\s|\.?$|\Z|"
    r"\s(?:unless|provided|without|if)\b)",
    re.IGNORECASE,
)
# "shall not copy the plans or disclose them without Customer's consent": neither is forbidden with it.
_WITHOUT_CONSENT = re.compile(
    r"(?P<apart>,)?\s(?P<words>without\s(?:[^\s,;]+\s){1,9}?(?:consent|approval|permission|agreement|authori[sz]ation)\b[^;]*)$",
    re.IGNORECASE,
)
# "shall not cause a nuisance or keep animals without Landlord's consent": nobody consents to the first.
_NEVER_CONSENTED = re.compile(
    r"\b(?:unlawful|illegal|nuisance|waste|hazard|infring|fraud|defam|obscen|damag|endanger|invalidat|violat|disparag)"
    r"|\(\w{1,4}\)\s*$",
    re.IGNORECASE,
)
_END_MARKS = " \t\r\n,;:.–—-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """An act in the words of the sentence, what it depends on, what it does not hold for, and by when it is due."""

    action: str
    condition: str | None
    exception: str | None
    deadline: ObligationDeadline | None


def circumstances_of(text: str, words: str, statement: Statement) -> Circumstances:
    """Take apart the clause of a statement; `text` is the passage as written, `words` the same without parentheses."""
    begin = statement.action
    lead_end = begin if statement.bound.start <= statement.start else min(statement.bound.start, begin)
    leading = _LEADING.match(words[statement.start : lead_end])
    conditions = [_one_condition(text[statement.start + leading.start("condition") : lead_end])] if leading else []
    if statement.shares and (shared := _LEADING.match(words[slice(*statement.shares)])):
        conditions.append(_one_condition(text[statement.shares[0] + shared.start("condition") : statement.shares[1]]))
    while inserted := _INTERPOLATION.match(text, begin, statement.end):
        if match := _LEADING.match(inserted["words"].strip() + " "):
            conditions.append(match["condition"])
        begin = inserted.end()
    deadline = find_deadline(text, statement.action, statement.end)
    end, condition = _trailing(text, words, begin, statement.end, deadline)
    if condition:
        conditions.append(condition)
    if deadline and deadline.start >= end:
        deadline = find_deadline(text, statement.action, end)
    if deadline is None and lead_end > statement.start:
        deadline = _leading_deadline(text, statement.start, lead_end, leading)
    if statement.proviso_end:
        conditions.append(text[statement.end : statement.proviso_end])
    action = _without_deadline(text, begin, end, deadline, follows_verb=statement.binding == statement.action)
    parts = list(filter(None, map(_clean, conditions)))
    exceptions = [part for part in parts if _EXCEPTS.match(part)] or _exceptions(text, words, begin, end)
    return Circumstances(
        action=action or _clean(text[begin : statement.end]),
        condition="; ".join(part for part in parts if not _EXCEPTS.match(part)) or None,
        exception="; ".join(exceptions) or None,
        deadline=deadline.deadline if deadline else None,
    )


def ending_for_all(text: str, items: Sequence[Statement], own: Circumstances) -> str | None:
    """What the end of the last of several acts, whose circumstances are its `own`, says of all of them.

    A condition behind a comma does, and consent to what is forbidden.
    """
    last = items[-1]
    first = r"\s+".join(map(re.escape, own.condition.split()[:3])) if own.condition else ""
    if first and re.search(rf"[\w)],\s+{first}", text[last.start : last.end]):
        return own.condition
    consent = _WITHOUT_CONSENT.search(own.action) if last.modality == "prohibition" else None
    if consent is None or not (consent["apart"] or _all_need_consent(text[items[0].start : last.start])):
        return None
    return _clean(consent["words"])


def _all_need_consent(acts: str) -> bool:
    """Whether consent named behind the last act may be to those before it, which no list keeps apart from it."""
    return _NEVER_CONSENTED.search(acts) is None


def _exceptions(text: str, words: str, begin: int, end: int) -> list[str]:
    """What the act itself leaves out ("any use other than as an office")."""
    match = _LEFT_OUT.search(words, begin, end)
    return [_clean(text[match.start() : match.end()])] if match else []


def _one_condition(lead: str) -> str:
    """A leading condition without "the parties agree that" after it, and nothing where it is only "except that"."""
    agreed = _AGREED.search(lead)
    return "" if _EMPTY.fullmatch(lead) else lead[: agreed.start()] if agreed else lead


def _leading_deadline(text: str, start: int, end: int, leading: re.Match[str] | None) -> FoundDeadline | None:
    """The deadline before a subject, unless it is part of a condition ("if Customer fails to pay within five days")."""
    found = find_deadline(text, start, end)
    if found and leading and found.start > start + leading.start("condition"):
        return None
    return found


def _trailing(text: str, words: str, begin: int, end: int, deadline: FoundDeadline | None) -> tuple[int, str | None]:
    """Where a condition after the act begins, and the condition."""
    for match in _TRAILING.finditer(words, begin, end):
        start = match.start(match.lastgroup or 0)
        if deadline and deadline.start <= start < deadline.end:
            continue
        before = text[max(begin, start - 30) : start]
        if not before.strip() or not _clean(text[begin:start]):
            continue
        refused = _BEFORE_NO_UPON if match["upon"] else _PLACE_BEFORE if match["where"] else _BEFORE_NO_CONDITION
        if refused.search(before) and not match["when"]:
            continue
        return start, text[start:end]
    return end, None


def _without_deadline(
    text: str, begin: int, end: int, deadline: FoundDeadline | None, *, follows_verb: bool = False
) -> str:
    """The act's words, its deadline cut off where it stands at the beginning or the end."""
    opening = (_OBJECT_OPENERS if follows_verb else _ACTION_OPENERS).match(text, begin, end)
    start = opening.end() if opening else begin
    if deadline and start <= deadline.start and deadline.end <= end:
        if not text[start : deadline.start].strip(_END_MARKS):
            rest = _clean(text[deadline.end : end])
            return rest or _clean(text[start:end])
        if not text[deadline.end : end].strip(_END_MARKS):
            return _clean(text[start : deadline.start])
    return _clean(text[start:end])


def _clean(words: str) -> str:
    return " ".join(without_tail(words).split()).strip(_END_MARKS)


def without_tail(words: str) -> str:
    """Words of a clause without the marks and joining words that lead to the next one."""
    kept = words.rstrip(" \t\r\n,;:")
    while match := _JOINING_LAST.search(kept, max(0, len(kept) - 40)):
        kept = kept[: match.start()].rstrip(" \t\r\n,;:")
    return kept
