"""Sentences that qualify text elsewhere: "Notwithstanding Section 5, ...", "The foregoing shall not apply to ..."."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from legalai.extract.qualifiers.cues import Phrase
from legalai.extract.qualifiers.resolution import Resolved
from legalai.schema import QualificationKind

# What is qualified: a section referred to, what stands before, the sentence before, the whole contract, or liability
# limits wherever they stand.
Aim = Literal["reference", "foregoing", "sentence_before", "everything", "liability"]

_FOREGOING = re.compile(
    r"\b(?:the\s)?(?:(?:immediately\s)?foregoing|(?<=the\s)(?:aforesaid|aforementioned)|(?:immediately\s)?(?:preceding|previous|prior)\s(?:sentence|paragraph|provision|clause)s?"
    r"|the\sabove(?!\smentioned\s[A-Z]))\b",
    re.IGNORECASE,
)
_SENTENCE_BEFORE = re.compile(r"(?:preceding|previous|prior)\ssentence", re.IGNORECASE)
_EVERYTHING = re.compile(
    r"\b(?:anything|any\s(?:other\s)?(?:provisions?|terms?|thing|statement|language|clause)|(?:any|all)\sother|any\scontrary)\b",
    re.IGNORECASE,
)
# "Anything to the contrary" in this contract, not in another document.
_HERE = re.compile(
    r"\b(?:this\s(?:[A-Z][\w-]{0,20}\s){0,3}[A-Z]\w{2,20}|herein|hereof|hereunder|hereto|elsewhere)\b|contrary[\s,]{0,3}$|(?:other\sprovisions?|notwithstanding)[\s,]{0,3}$"
)
_NOT_APPLY = re.compile(
    r"\b(?:shall|will|does|do|is|are|would)\s(?:also\s)?not\s(?:be\s)?(?:apply|applicable|extend)\b|\bnot\sapply\b|\bshall\sbe\sinapplicable\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\bnothing\s(?:(?:contained|set\sforth|stated|provided|else)\s)?(?:in|herein|hereunder|under)\b", re.IGNORECASE
)
_ALSO_NOTHING = re.compile(
    r"\bshall\s(?:(?:in\sany\sway|be\s(?:deemed|construed|interpreted|taken)(?:\s(?:to|as))?)\s){0,2}(?:limit|prevent|prohibit|restrict|preclude|exclude|require|obligate|impair|affect|prejudice)",
    re.IGNORECASE,
)
_HOWEVER = re.compile(
    r"\W{0,3}however\b|\W{0,3}(?:except|provided)\s{0,2},?\s{0,2}(?:however,?\s)?that\b", re.IGNORECASE
)
_LIABILITY = re.compile(
    r"\b(?:limit\w{0,8}|exclusions?|caps?|disclaimers?)\b[^.;]{0,80}\b(?:liabilit|damages|remed)[^.;]{0,160}$",
    re.IGNORECASE,
)
_BEING = re.compile(
    r"\b(?:is|are|be)\s(?:(?:expressly|further|hereby|also|at\sall\stimes|in\sall\srespects)\s)?$", re.IGNORECASE
)
# What a section gives or takes, in front of its number: "the rights granted in Section 2".
_RIGHTS = re.compile(
    r"\b(?:rights?|licen[sc]es?|grants?|obligations?|provisions?|covenants?|limit(?:ation)?s?|restrictions?|exclusions?"
    r"|exclusivity|indemni\w{2,12}|warrant\w{1,8}|remed(?:y|ies)|terms?|caps?|prohibitions?|requirements?|disclaimers?)\b"
    r"[^,;.]{0,70}$",
    re.IGNORECASE,
)
_DIRECT = 25
_BREAK = re.compile(r"[,;()]")
# "This limitation shall not apply": the sentence speaks of what its section has said.
_THIS_ONE = re.compile(
    r"\bthis\s(?:limit(?:ation)?|exclusion|restriction|obligation|provision|exclusivity|covenant|prohibition|requirement)\b"
    r"(?:\sof\s\w{1,20})?\s{1,3}$",
    re.IGNORECASE,
)
_NEAR_VERB = 60
# No sentence says so more often; a hostile one costs no more than this.
_MOST = 20
_OPENING = 90
_SUBJECT = 260


@dataclass(frozen=True, slots=True)
class Backward:
    """A sentence that qualifies something before it or elsewhere. The cue's offsets are the passage's text's."""

    kind: QualificationKind
    aim: Aim
    cue: tuple[int, int]
    via: Resolved | None = None


def find_backward(text: str, phrases: Sequence[Phrase], references: Sequence[Resolved]) -> tuple[Backward, ...]:
    """What a sentence qualifies besides itself. `phrases` and `references` are its own."""
    found: dict[tuple[object, ...], Backward] = {}
    for backward in (
        *_carve_outs(text, references),
        *_overrides(text, phrases, references),
        *_nothing(text, references),
        *_conditions(text, phrases, references),
        *_however(text),
    ):
        target = backward.via.reference.start if backward.via else None
        found.setdefault((backward.aim, target), backward)
    return tuple(found.values())


def says_foregoing(words: str) -> bool:
    """Whether these words speak of what stands before: "the foregoing", "the preceding sentence"."""
    return _FOREGOING.search(words) is not None


def _overrides(text: str, phrases: Sequence[Phrase], references: Sequence[Resolved]) -> Iterator[Backward]:
    """ "Notwithstanding ...": what the sentence prevails over is subordinate to it."""
    for phrase in phrases:
        if phrase.kind != "override":
            continue
        cue = (phrase.start, phrase.cue_end)
        words = text[phrase.start : phrase.end]
        named = [r for r in references if phrase.start <= r.reference.start < phrase.end]
        if named:
            yield from (Backward("subordinate", "reference", cue, r) for r in named if _led(r))
        elif phrase.start <= _OPENING and (match := _FOREGOING.search(words)):
            aim: Aim = "sentence_before" if _SENTENCE_BEFORE.search(match[0]) else "foregoing"
            yield Backward("subordinate", aim, cue)
        elif _EVERYTHING.search(words) and _HERE.search(words):
            yield Backward("subordinate", "everything", cue)


def _carve_outs(text: str, references: Sequence[Resolved]) -> Iterator[Backward]:
    """ "The limitations in Section 11 shall not apply to ..."."""
    for match in islice(_NOT_APPLY.finditer(text), _MOST):
        begin = max(0, match.start() - _SUBJECT, text.rfind(";", 0, match.start()) + 1)
        subject = text[begin : match.start()]
        named = [r for r in references if begin <= r.reference.start < match.start() and _is_subject(text, r, match)]
        if named:
            yield from (Backward("exception", "reference", match.span(), r) for r in named)
        elif begin <= _OPENING and (_FOREGOING.search(subject) or _THIS_ONE.search(subject)):
            yield Backward("exception", "foregoing", match.span())
        elif _LIABILITY.search(subject):
            yield Backward("exception", "liability", match.span())


def _is_subject(text: str, resolved: Resolved, verb: re.Match[str]) -> bool:
    """Whether a reference can be what does not apply: not one in brackets, nor one before a proviso."""
    between = text[resolved.reference.tail : verb.start()]
    direct = len(between) <= _DIRECT or _RIGHTS.search(
        text, max(0, resolved.reference.head - _SUBJECT), resolved.reference.head
    )
    return _led(resolved) and bool(direct) and between.count(")") <= between.count("(") and "provided" not in between


def _led(resolved: Resolved) -> bool:
    """Whether the very section is known: what is said of 4(i) is not said of the whole of 4."""
    return resolved.outcome == "resolved"


def _nothing(text: str, references: Sequence[Resolved]) -> Iterator[Backward]:
    """ "Nothing in Section 5 shall prevent ..."."""
    for match in islice(_NOTHING.finditer(text), _MOST):
        stop = _ALSO_NOTHING.search(text, match.end(), match.end() + _SUBJECT)
        if stop is None:
            continue
        named = [r for r in references if match.end() <= r.reference.start < stop.start() and _led(r)]
        if named:
            yield from (Backward("exception", "reference", match.span(), r) for r in named)
        elif match.start() <= _OPENING and _FOREGOING.search(text, match.end(), stop.start()):
            yield Backward("exception", "foregoing", match.span())
        elif _HERE.search(text[match.start() : stop.start()]):
            yield Backward("exception", "everything", match.span())


def _conditions(text: str, phrases: Sequence[Phrase], references: Sequence[Resolved]) -> Iterator[Backward]:
    """ "The licence granted in Section 2.1 is subject to ..."."""
    for phrase in phrases:
        if phrase.kind not in ("subordinate", "condition") or not _BEING.search(
            text, max(0, phrase.start - 40), phrase.start
        ):
            continue
        for resolved in references:
            head, tail = resolved.reference.head, resolved.reference.tail
            is_subject = not text[:head].strip() or _RIGHTS.search(text, max(0, head - _NEAR_VERB), head)
            close = tail < phrase.start <= tail + _NEAR_VERB and not _BREAK.search(text, tail, phrase.start)
            if _led(resolved) and is_subject and close:
                yield Backward(phrase.kind, "reference", (phrase.start, phrase.cue_end), resolved)


def _however(text: str) -> Iterator[Backward]:
    if match := _HOWEVER.match(text):
        yield Backward("exception", "sentence_before", match.span())
