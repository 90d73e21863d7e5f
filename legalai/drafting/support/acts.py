"""What a text says is done: who must, may or must not do what; one act for each verb of duty, right or being."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from legalai.drafting.support.parties import ALL, MARK
from legalai.drafting.support.plain import stems

Force = Literal["duty", "will", "right", "fact"]

_DUTY = (
    r"shall|must|should|ought\sto|has\sto|have\sto|(?:is|are|be)\s(?:required|obliged|obligated|bound)\sto|is\sto|are\sto"
    r"|agrees?\sto|undertakes?\sto|covenants?\sto|needs?\sto|promises?\sto|(?:is|are)\sdue|(?:is|are)\spayable|owes?"
)
_RIGHT = (
    r"(?<!\d\s)may(?!,?\s\d)|can|cannot|could|might|(?:is|are|be)\s(?:entitled|free|permitted|allowed|able)\sto|(?:has|have)\s(?:a|the|no)\sright"
    r"(?:\sto)?|(?:has|have)\s(?:a|the|an)\soption(?:\sto)?"
)
# What somebody does as the contract has it: "Licensor grants".
_DOES = (
    r"owns|pays|bears|provides|grants|receives|gets|gives|indemnifies|warrants|represents|guarantees|retains|keeps|waives"
    r"|assigns|appoints|accepts|acknowledges|ensures|notifies|delivers|buys|sells|chooses|decides|selects|lends|hires"
    r"|employs|insures|controls|has|maintains|deposits|shares|reimburses|repays|informs|passes|forwards|sends|tells|submits|remits"
)
_RECEIVES = re.compile(
    r"(?:\w+\s)?(?:not\s|be\s)?(?:receives?|gets?|obtains?|acquires?|ha(?:s|ve)\s(?:an?|the)\s(?:[\w-]+,?\s){0,4}licen[cs]e)\b",
    re.IGNORECASE,
)
_ENSURES = re.compile(r"\b(?:shall|must|will|has\sto)\s(?:ensure|procure|make\ssure|see\sto\sit)\b", re.IGNORECASE)
_FACT = r"is|are|was|were|does|do|has|have|had|remains?|applies|prevents|operates"
_VERB = re.compile(
    rf"\b(?:(?P<will>will)|(?P<duty>{_DUTY})|(?P<right>{_RIGHT})|(?P<fact>{_FACT}))\b|(?:(?<=[\ue000-\ue0ff]\s)|(?<=\bbut\s))(?P<does>{_DOES})\b",
    re.IGNORECASE,
)
_NEGATED_AFTER = re.compile(
    r"\s(?:(?:also|then|in\sturn|thereafter|hereby|at\sany\stime),?\s)?(?:not|never|no|neither|in\sno\sevent)\b|\s(?:be|have)\s(?:no|not)\b|n't\b",
    re.I,
)
_NEGATED_BEFORE = re.compile(r"\b(?:neither|nor|no|none|nothing|never|not)\b[^.;:,]{0,60}$", re.IGNORECASE)
_INVERTED = re.compile(r"\b(?:event|circumstances?|nor|time|case)\s$", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\s(?!limited|capped|entitled|required)(?:not\s|also\s)?(?:be\s|been\s)?(?:\w{2,20}ed|paid|given|made|held|kept|sent|borne|sold|taken|done|told|brought)\b",
    re.I,
)
_AGENT = re.compile(rf"\bby\s({MARK})")
_NAME = re.compile(MARK)
_PAIR = re.compile(rf"({MARK})\s(?:and|or|nor)\s({MARK})[^\ue000-\ue0ff]*$")
_ASIDE = re.compile(r"\b(?:to|of|for|against|from|with|by|than|upon|on)\s$", re.IGNORECASE)
_HEAD_WORDS = re.compile(r"[^\W\d_]{2,30}(?<!ly)")
_TURNED = re.compile(rf"\s(?:not\s)?{MARK}")
_OF = re.compile(r"\bof\s$", re.IGNORECASE)
_OPENS = re.compile(rf"[^\w\ue000-\ue0ff]{{0,3}}(?:\w{{1,12}}\s)?({MARK})")
_DENIES = re.compile(r"\b(?:nothing|no|not|never|neither|nor|none)\b", re.IGNORECASE)
_NEAR = 80
_LABEL_WORDS = 6
# No sentence has so many verbs; a hostile one costs no more than this.
_MOST = 40
_BREAK = re.compile(
    r"[.;:]\s|,\s(?=(?:and|but|or|nor|provided|unless|except|if|which|so|while|whereas)\b)|\s(?=(?:unless|except|provided\sthat|but|if|whereas|while)\b)"
)
_JOIN = re.compile(r",\s|\s(?:and|or|that|which|who|when|where|as|until|after|before)\s", re.IGNORECASE)
_REWRITES = tuple(
    (re.compile(pattern, re.IGNORECASE), put)
    for pattern, put in (
        (
            r"\b(?:including,?\s)?(?:but\s)?not\slimited\sto\b|\bwithout\slimitation\b|\bwithout\slimiting\b|\bwhether\sor\snot\b",
            "including",
        ),
        (r"\bnot\sonly\b", ""),
        (r"\b(?:none|neither)\sof\s(which|whom|these|them)\s(is|are|shall|may|will|must)\b", r"\1 \2 not"),
        (rf"\b(?:shall|must|will)\s(?:allow|permit|let|enable)\s({MARK})\s(?:to\s)?", r"\1 may "),
        (
            r",?\s(?:or,?\s)?(?:whichever\sis\s(?:the\s)?|if\s)(less|lower|lesser|smaller|greater|higher|larger|earlier|later|longer|shorter)\b",
            r" \1",
        ),
        (r"\bwithout\s(?:any\s)?undue\sdelay\b|\bnot\sdelay\sunduly\b", "promptly"),
        (rf"(?<!of\s)({MARK}),?\s(?:who|which)\s(?=(?:{_DOES}|shall|must|will)\b)", r"\1, and \1 "),
        (r"\bneed\snot\b", "is not obliged to"),
        (r"\b(?:is|are)\s(?:barred|prohibited|prevented|banned)\sfrom\b", "may not"),
        (
            r"\b(?:in\sno\sevent|under\sno\scircumstances)\s(?:shall|will|may)\s([^.;]{0,240}?)\sexceed\b",
            r"\1 is limited to",
        ),
        (rf"\bno\s({ALL}'?s?\s[^.;]{{0,120}}?)\s(?:shall|will|may|must)\sexceed\b", r"\1 is limited to"),
        (
            r"\b(?:(?:shall|will|may|must|can|does|do)\s)?(?:not|never|cannot|in\sno\sevent)\s(?:in\s(?:the\s)?aggregate\s)?(?:exceed|be\s(?:greater|more|higher)\sthan)\b",
            "is limited to",
        ),
        (r"\b(?:(?:shall|will|must)\sbe|is|are)\s(?:limited|capped)\s(?:to|at)\b", "is limited to"),
        (r"\b(?:no|not|nor)\s(?:less|fewer|earlier|shorter)\sthan\b", "at least"),
        (r"\b(?:no|not|nor)\s(?:more|greater|later|longer)\sthan\b", "at most"),
        (rf"\b(?:(?:shall|will)\s)?belongs?\sto\s(?={MARK})", "is owned by "),
        (
            r"\b(?:is|are)\sunder\sno\s(?:obligation|duty)\sto\b|\bha(?:s|ve)\sno\s(?:obligation|duty)\sto\b",
            "is not obliged to",
        ),
        (r"\b(?:is|are|be|remains?)\s(?:unlimited|uncapped|without\s(?:any\s)?(?:limit|cap))\b", "is not limited"),
        (r"\b(?:is|are)\snot\spaid(?:\s(?:when\sdue|on\stime|by\sthe\sdue\sdate))?", "is late"),
        (r"\bcan'?t\b|\bcan\snot\b", "cannot"),
    )
)


_RIGHT_NOUN = re.compile(
    r"\b(?:(?<!property )rights?|options?|permission|discretion|entitlement|possible|allowed|permitted)\b",
    re.IGNORECASE,
)
_IF = re.compile(
    r"\W{0,3}(?:(?:and|but|or|only|except)\s)?(?:if|when|where|whenever|once|unless|until|provided|in\sthe\sevent|in\scase|should|so\slong\sas|as\slong\sas)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"\W{0,3}(?:if|when|where|once|unless|except|subject\sto|save|other\sthan|provided|in\sthe\sevent|notwithstanding)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s?(?:and|but)\s", re.IGNORECASE)
_SEMICOLON = re.compile(
    r",\s(?=which\s(?:is|are|shall|may|will|has|have)\b)|;\s(?!(?:and\s|but\s)?(?:provided|except|unless|save|subject|however|this|but)\b)",
    re.IGNORECASE,
)
_COORDINATE = re.compile(r"(?:;\s?|[,\s](?:and|but|or|nor)\s)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Act:
    """One verb and what stands round it. `actor` and `patient` are marks of parties, empty where the words name none.

    `conditional`: it stands in a condition ("if the invoice is late"). `context` is what of the sentence bears on it:
    its own words, what leads the sentence, and what follows up to the next thing that somebody shall or may do.
    `head`: the stem of what is done, empty where none follows the verb.
    """

    force: Force
    negated: bool
    actor: frozenset[str]
    patient: frozenset[str]
    words: frozenset[str]
    conditional: bool = False
    context: str = ""
    head: str = ""


def acts(sentence: str) -> tuple[Act, ...]:
    """The acts of one sentence, whose parties are marked."""
    text = levelled(sentence)
    found = [(start, act) for begin, end in _parts(text) for start, act in _acts(text[begin:end], begin)]
    heads = [start for start, act in found if act.force != "fact" and _is_head(text, start)]
    bounds = [0, *sorted({*(start for start in heads if start), *_after_semicolons(text, found)}), len(text)]
    lead = text[: bounds[1]] if _LEADS.match(text) else ""
    return tuple(replace(act, context=_context(text, bounds, start, lead)) for start, act in found)


def _is_head(text: str, start: int) -> bool:
    """Whether what is done there stands beside what is done before it."""
    return _COORDINATE.search(text[:start]) is not None or _BESIDE.match(text[start:]) is not None


def _after_semicolons(text: str, found: list[tuple[int, Act]]) -> Iterator[int]:
    """Where what follows a semicolon stands for itself, and takes nothing back."""
    for match in _SEMICOLON.finditer(text):
        last = match.end()
        if any(last <= start for start, _ in found):
            yield last


def is_label(text: str) -> bool:
    """Whether words only name what stands after their colon: "Assignment:"."""
    words = text.strip()
    short = words.endswith(":") and len(words.split()) <= _LABEL_WORDS
    return short and not _VERB.search(words) and not _DENIES.search(words)


def levelled(sentence: str) -> str:
    """The sentence with the turns that deny nothing put without their "not": "shall not exceed" is a limit."""
    for pattern, put in _REWRITES:
        sentence = pattern.sub(put, sentence)
    return sentence


def _context(text: str, bounds: list[int], start: int, lead: str) -> str:
    index = bisect_right(bounds, start) - 1
    own = text[bounds[index] : bounds[min(index + 1, len(bounds) - 1)]]
    return own if index == 0 else f"{lead} {own}"


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Spans between breaks, each with at least one verb; a span without one goes with the span before it."""
    begin = 0
    for match in _BREAK.finditer(text):
        if _VERB.search(text, begin, match.start()) and _VERB.search(text, match.end()):
            yield begin, match.end()
            begin = match.end()
    if (comma := _condition_without_verb(text, begin)) is not None:
        yield begin, comma
        begin = comma
    if begin < len(text):
        yield begin, len(text)


def _condition_without_verb(text: str, begin: int) -> int | None:
    """Where a leading condition ends whose verb is none of ours: "If the buyer falls short, ..."."""
    comma = text.find(", ", begin)
    if comma < 0 or not _IF.match(text[begin:]) or _VERB.search(text, begin, comma):
        return None
    return comma + 2 if _VERB.search(text, comma) else None


def _acts(part: str, offset: int) -> Iterator[tuple[int, Act]]:
    verbs = list(_VERB.finditer(part))[:_MOST]
    if not verbs:
        yield offset, _without_verb(part)
        return
    starts = [0, *(_start(part, one.end(), two.start()) for one, two in pairwise(verbs))]
    subject: frozenset[str] = frozenset()
    for verb, start, end in zip(verbs, starts, [*starts[1:], len(part)], strict=True):
        act = _act(verb, part[start : verb.start()], part[verb.end() : end], subject)
        subject = act.actor
        if act.force == "fact" and _ENSURES.search(part[:start]):
            act = replace(act, force="will")
        yield offset + start, replace(act, head=_head(part[verb.end() : end]))


def _without_verb(part: str) -> Act:
    agent = frozenset(_AGENT.findall(part))
    opening = _OPENS.match(part)
    actor = agent or (frozenset(opening[1]) if opening else frozenset[str]())
    force: Force = "right" if _RIGHT_NOUN.search(part) else "fact"
    denial = _DENIES.search(part)
    negated = denial is not None and denial.start() < _NEAR
    force = "will" if force == "fact" and not negated else force
    return Act(force, negated, actor, frozenset(), stems(part), _IF.match(part) is not None)


def _start(part: str, after: int, before: int) -> int:
    """Where the words of the next verb begin: after the last joint between the two, else at the party named last."""
    joints = list(_JOIN.finditer(part, after, before))
    if joints:
        return joints[-1].end()
    names = list(_NAME.finditer(part, after, before))
    return names[-1].start() if names else before


def _act(verb: re.Match[str], before: str, after: str, subject: frozenset[str]) -> Act:
    inverted = _INVERTED.search(before) is not None
    negated = (
        verb[0].lower() == "cannot"
        or verb[0].lower().endswith(("no right", "no right to"))
        or _NEGATED_AFTER.match(after) is not None
        or _NEGATED_BEFORE.search(before) is not None
    )
    force = _force(verb, before + after)
    inverted = inverted or (_TURNED.match(after) is not None and _only_of(before))
    holder = _holders(before) if not inverted else frozenset(_NAME.findall(after)[:1])
    holder = holder or (subject if not before.strip() else frozenset[str]())
    agent = frozenset(_AGENT.findall(after))
    words, conditional = stems(f"{before} {after}"), _IF.match(before) is not None
    if _PASSIVE.match(after) and (agent or force != "right"):
        return Act(force, negated, agent, holder, words, conditional)
    patients = frozenset(_NAME.findall(after)) - holder
    if _RECEIVES.match(verb[0] + after):
        return Act(force, negated, patients, holder, words, conditional)
    return Act(force, negated, holder, patients, words, conditional)


def _only_of(before: str) -> bool:
    """Whether the parties before the verb all stand in what somebody else does something with: "without consent of"."""
    return all(_ASIDE.search(before[: each.start()]) for each in _NAME.finditer(before))


def _head(after: str) -> str:
    """The stem of the first word of its own: "release" of "shall promptly release"."""
    return next((stem for word in _HEAD_WORDS.findall(after[:80]) for stem in stems(word)), "")


def _force(verb: re.Match[str], round_it: str) -> Force:
    if verb["does"]:
        return "will"
    if verb["fact"]:
        return "right" if _RIGHT_NOUN.search(round_it) else "fact"
    return "will" if verb["will"] else "duty" if verb["duty"] else "right"


def _holders(before: str) -> frozenset[str]:
    """Who stands before the verb: the party named last, but not one that something is done to."""
    pair = _PAIR.search(before)
    if pair:
        return frozenset(pair.groups())
    named = list(_NAME.finditer(before))
    own = [each[0] for each in named if not _ASIDE.search(before[: each.start()])]
    of = [each[0] for each in named if _OF.search(before[: each.start()])]
    return frozenset((own or of or [each[0] for each in named])[-1:])
