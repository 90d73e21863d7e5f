"""Statements: the parts of one sentence that bind, forbid, permit or entitle somebody."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from legalai.extract.obligations.modality import Binding
from legalai.extract.obligations.passives import PASSIVE, passive_statement, second_agent
from legalai.extract.obligations.phrases import following, owner_of_consent, phrase_statement
from legalai.extract.obligations.senses import weigh
from legalai.extract.obligations.stated import CONDITION_FIRST, INSERTED_LAST, Bound, Statement, Words
from legalai.extract.obligations.subjects import Subject, subject_before
from legalai.schema import Modality

_RIGHT_AND_DUTY = re.compile(r"\bright\s+and\s+(?:the\s+)?(?:duty|obligation)\b", re.IGNORECASE)
_NEAR = 30
_PARENTHESES = re.compile(r"[()\[\]]")
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
    r"accountable|answerable|liable)\b",
    re.IGNORECASE,
)
_STATED_AS_FACT = re.compile(r"\b(?:represents?|warrants?|certif(?:y|ies)|advised|acknowledges?)\b", re.IGNORECASE)
_UNDERTAKEN = re.compile(r"\b(?:covenants?|agrees?|undertakes?)\b", re.IGNORECASE)
_STRONG_BREAK = re.compile(r"[;:]\s|\.\s|,\s+(?:but|provided|except\s+that)\b")
_WEAK_BREAK = re.compile(r",\s+(?:and|or|nor|however)\b|\s(?:and|but)\s")
_PROVISO = re.compile(r"[,;]?\s*(?:and\s+|but\s+)?provided\b", re.IGNORECASE)
# "shall not, and shall not permit others to, copy": the act of the first is that of the second.
_JOINING_ONLY = re.compile(r"[\s,]*(?:and|or|nor|and/or)?[\s,]*+", re.IGNORECASE)
_SHARED_ACT = re.compile(r"\b(?:to|not)\s*,\s*")
_GOES_ON = re.compile(r",?\s*(?:and|but)\s+(?:also\s+|then\s+|further\s+|thereafter\s+)?", re.IGNORECASE)
_LONGEST_OPENING = 300
_PLAIN_VERB = re.compile(
    r"\s+(?:hereby\s+|also\s+|further\s+|expressly\s+)?(?:waives|releases|acknowledges|accepts|reserves|gives|grants|"
    r"appoints|assigns|leases|hires|takes|agrees|confirms|assumes|retains|owns|is|are|has|have|understands)\b",
    re.IGNORECASE,
)
_LONGEST_BLANK = re.compile(r"[\s,]*")


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


def statements_in(words: Words, bindings: Sequence[Binding], begin: int, outer: Bound | None) -> list[Statement]:
    """The statements of a passage whose words begin at `begin`.

    `outer` is the subject of the words that lead to the passage.
    """
    found: list[Statement] = []
    floor, told = begin, outer
    for index, binding in enumerate(bindings):
        until = bindings[index + 1].start if index + 1 < len(bindings) else len(words.text)
        bound = _bound(words, binding, floor, told, continued=floor > begin)
        if bound == "side":
            continue
        statement = _statement(words, binding, until, bound) if binding.start >= begin else None
        if binding.form == "grant":
            told = _grantor(words, binding, floor, told)
        elif binding.form not in ("impersonal", "withheld"):
            told = bound
        floor = max(binding.end, bound.end) if bound else binding.end
        if statement:
            found.append(statement)
    return [each for one in _bounded(words.text, begin, found) for each in _with_another(words, one)]


def _with_another(words: Words, statement: Statement) -> list[Statement]:
    """A statement, and what its words state besides: a duty that is a right too, a second act of somebody else."""
    if statement.modality == "entitlement":
        until = statement.action + _NEAR
        both = _RIGHT_AND_DUTY.search(words.text, statement.binding, until)
        return [statement, replace(statement, modality="obligation")] if both else [statement]
    other = second_agent(words, statement)
    return [statement, other] if other else [statement]


def _bound(
    words: Words, binding: Binding, floor: int, told: Bound | None, *, continued: bool
) -> Bound | Literal["side"] | None:
    """Whom the binding words bind; None where it is a thing, "side" where the clause only describes a circumstance."""
    if binding.form == "inverted":
        return following(words, binding)
    if binding.form == "withheld":
        return owner_of_consent(words, binding, told)
    subject = subject_before(words.text, words.mentions, floor, binding.start, continued=continued)
    if binding.subject_follows:
        stated = isinstance(subject, Subject) or (binding.form == "impersonal" and subject.why != "side")
        return following(words, binding) if stated else "side"
    if isinstance(subject, Subject):
        if (
            not binding.bare
            and not _UNDERTAKEN.match(words.text, binding.start)
            and _is_fact(words.text, floor, binding.start)
        ):
            return "side"
        return _named(words, subject, told)
    if subject.why == "inherited":
        told = told or (None if continued else _opening_subject(words, floor, binding))
        return told and Bound(
            mention=told.mention, name=told.name, joint=told.joint, start=binding.start, end=binding.start
        )
    return "side" if subject.why == "side" else None


def _opening_subject(words: Words, begin: int, binding: Binding) -> Bound | None:
    """Who opens a sentence whose first verb binds nobody ("Tenant waives notice and undertakes to leave")."""
    first = next(words.actors_from(begin), None)
    if first is None or first.possessive or words.text[begin : first.start].strip(" ,"):
        return None
    if binding.start - first.end > _LONGEST_OPENING or not _PLAIN_VERB.match(words.text, first.end):
        return None
    return Bound(mention=first, name=first.name, joint=False, start=first.start, end=first.end)


def _grantor(words: Words, binding: Binding, floor: int, told: Bound | None) -> Bound | None:
    """Who grants, of whom the sentence goes on to speak ("Landlord grants Tenant the right to park and shall ...")."""
    subject = subject_before(words.text, words.mentions, floor, binding.start)
    return _named(words, subject, told) if isinstance(subject, Subject) else told


def _is_fact(text: str, floor: int, end: int) -> bool:
    """Whether a party states what is so ("represents that it has the right to"), which binds nobody to act."""
    return _STATED_AS_FACT.search(text, floor, end) is not None and not _UNDERTAKEN.search(text, floor, end)


def _named(words: Words, subject: Subject, told: Bound | None) -> Bound | None:
    mention = subject.mention
    if mention.kind == "pronoun":
        if told:
            mention, name, joint = told.mention, told.name, told.joint
            return Bound(mention=mention, name=name, joint=joint, start=subject.start, end=subject.end)
        earlier = next((m for m in words.mentions if m.kind not in ("pronoun", "person") and not m.possessive), mention)
        if earlier.start >= mention.start:
            return None
        return Bound(mention=earlier, name=earlier.name, joint=False, start=subject.start, end=subject.end)
    first = subject.together[0]
    rest = " ".join(words.text[first.end : subject.end].split())
    return Bound(
        mention=first if first.kind == "no_party" else mention,
        name=f"{first.name} {rest}" if rest and not rest.startswith(",") else first.name + rest,
        joint=sum(each.kind != "person" for each in subject.together) > 1,
        start=subject.start,
        end=subject.end,
    )


def _statement(words: Words, binding: Binding, until: int, bound: Bound | None) -> Statement | None:
    if binding.form in ("impersonal", "grant", "withheld"):
        return phrase_statement(words, binding, bound) if bound else None
    text = words.text
    after = max(binding.end, bound.end if bound and binding.subject_follows else 0)
    # "Customer is required to be told by Supplier"
    told_of = bound is not None and binding.modality == "obligation" and PASSIVE.match(text, after) is not None
    if (binding.bare or told_of) and (passive := passive_statement(words, binding, after, until, bound)):
        return passive
    sense = _sense(text, binding, after, denied=binding.negated or bound.mention.kind == "no_party") if bound else None
    if bound is None or sense is None:
        return None
    modality, action = sense
    # The blanks after the binding words may be the number of a list's first item.
    action = len(text[:action].rstrip())
    stated = _state(text, after, action, modality) if binding.bare else modality
    if stated is None:
        return None
    return Statement(
        bound=bound, modality=stated, start=bound.start, binding=binding.start, action=action, end=len(text)
    )


def _sense(text: str, binding: Binding, after: int, *, denied: bool) -> tuple[Modality, int] | None:
    if not binding.bare:
        if not denied or binding.negated:
            return binding.modality, after
        return ("prohibition", after) if binding.modality in ("permission", "entitlement") else None
    blank = _LONGEST_BLANK.match(text, after)
    begin = blank.end() if blank else after
    weighed = weigh(binding, text[begin : begin + 300], denied=denied)
    if weighed is None:
        return None
    return weighed[0], begin + weighed[1] if weighed[1] else after


def _state(text: str, after: int, action: int, modality: Modality) -> Modality | None:
    """What "shall be ..." amounts to for its subject: paid is an entitlement, present a duty, most states nothing."""
    if text[after:action].strip(" ,\n\t"):
        return modality
    passive = PASSIVE.match(text, after)
    if passive is None:
        return modality if not re.match(r"\s*be\s", text[after:]) or _DUTIFUL.match(text, after) else None
    if _STATE_OF_DUTY.fullmatch(passive["verb"]) or modality == "prohibition":
        return modality
    return "entitlement" if modality == "obligation" and _BENEFIT.fullmatch(passive["verb"]) else None


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
        if result and _GOES_ON.fullmatch(text, start, statement.binding):
            before = result[-1]
            bounded = replace(bounded, shares=before.shares or (before.start, max(before.start, before.bound.start)))
        result.append(bounded)
    return result


def _clause_end(text: str, statement: Statement, following: Statement) -> int:
    """Where a clause ends: before the words that lead to the next subject."""
    earliest = max(statement.action, statement.binding)
    inserted = INSERTED_LAST.search(text, earliest, following.start)
    if inserted and following.start == following.binding:
        return inserted.start()
    strong = [match.start() for match in _STRONG_BREAK.finditer(text, earliest, following.start + 1)]
    if strong:
        return strong[-1]
    for match in reversed(list(_WEAK_BREAK.finditer(text, earliest, following.start + 1))):
        if match.end() >= following.start or CONDITION_FIRST.match(text, match.end() + 1):
            return match.start()
    return max(earliest, following.start)
