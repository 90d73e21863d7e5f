"""The words by which one text qualifies another, and how far the phrase that they begin goes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from legalai.schema import QualificationKind

_TERMS = (
    r"(?:(?:all|any|each)\s(?:of\s)?)?(?:(?:the|this|these|those|such|its|certain|other|any|all|clause|your|our|compliance|payment|availability|receipt"
    r"|approval|prior|applicable|section|article|paragraph|sub-?section|sub-?clause|exhibit|schedule|annex|appendix|§)\b|[A-Z][\w&.-]{0,30}['’]s?\s)"
)
_CUES: tuple[tuple[QualificationKind, str], ...] = (
    (
        "override",
        r"notwithstanding(?:\sanything\s(?:to\sthe\scontrary|contained|in|else|set\sforth|herein)\b)?"
        r"|despite\s(?=anything|the\sforegoing|section|article|clause|any\sother)",
    ),
    (
        "condition",
        r"provided(?:\s{0,3},\s{0,3}|\s{1,4})"
        r"(?:(?:however|further|always|also|in\seach\scase|in\sany\sevent)\b[\s,]{0,4}){0,3}that\b"
        r"|provided(?:\s{0,3},\s{0,3}|\s{1,4})(?:however|further)\b",
    ),
    (
        "condition",
        r"(?:up)?on\s(?:the\s)?(?:express\s)?condition\sthat|conditioned\s(?:up)?on|contingent\s(?:up)?on"
        r"|(?:so|as)\slong\sas(?!\sit\stakes)|only\s(?:if|to\sthe\sextent)\b",
    ),
    (
        "subordinate",
        r"subject(?:,\s(?:however|in\sall\s(?:cases|respects)),?"
        r"|\s(?:always|only|in\sall\srespects|however|at\sall\stimes|further))?\sto\b",
    ),
    (
        "exception",
        r"except(?:ing)?\b(?:\s(?:as|for|that|to\sthe\sextent|with\srespect\sto|where|if|when|in|upon|pursuant\sto"
        r"|under|by|insofar\sas|only)\b){0,2}",
    ),
    (
        "exception",
        r"with\sthe\s(?:sole\s|only\s|limited\s)?exceptions?\sof"
        r"|other\sthan(?!\s(?:the\s)?(?:states?|laws?|commonwealth|those\sof\sthe\sstate)\b)"
        r"|save\s(?:as|for|that|where|to\sthe\sextent|and\sexcept)\b|unless\b|excluding\b|but\snot\sincluding\b"
        r"|apart\sfrom\b",
    ),
    ("preservation", r"without\sprejudice\sto\b"),
    ("limit", r"in\sno\sevent\b|under\sno\scircumstances?\b|in\sno\scase\b"),
)
_ANY = re.compile("|".join(f"(?P<k{i}>(?<![\\w-])(?:{cue}))" for i, (_, cue) in enumerate(_CUES)), re.IGNORECASE)
_OBJECT = re.compile(r"\s{1,4}" + _TERMS, re.IGNORECASE)
# "is subject to the laws of", "becomes subject to a bankruptcy", "products subject to this Agreement": no qualifiers.
_NOT_A_QUALIFIER = re.compile(
    r"\s{1,4}(?:(?:the\s|any\s|all\s)?(?:(?:exclusive|non-exclusive|personal|applicable|voluntary|involuntary|such)\s)?(?:jurisdiction|laws?\b|bankruptcy|tax(?:es|ation)?\b"
    r"|process|claims?\b|interpretation|change\b|arbitration|audit\b|(?:a|an)\s(?:bankruptcy|petition|claim|lien|third)))",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:shall|will|may|must|can|cannot|agrees?|is|are|hereby|has|have|does|do|represents?|acknowledges?|grants?|remains?|constitutes?)\b",
    re.IGNORECASE,
)
_RESUMES = re.compile(
    r",\s{1,4}(?:(?:then|and|but|or|nor|which|such|it|they|he|the\s\w{1,20}|each\s\w{1,20}|either\s\w{1,20}|neither\s\w{1,20}|no\s\w{1,20}|in\swhich\scase|[A-Z]\w{1,30}(?:\s[A-Z]\w{1,30}){0,3})\s)"
    r"(?:(?:also|hereby|not|in\sno\sevent|thereafter)\s)?(?:shall|will|may|must|agreed?|agrees|hereby|is|are|has|have)\b"
)
_UNIT = r"(?:sub-?)?(?:section|article|clause|paragraph|exhibit|schedule|annex|appendix|attachment|§)s?"
_LIST_GOES_ON = re.compile(
    r",\s{1,3}(?:(?:and|or|and/or)\s{1,3}(?:in\s)?(?:this\s)?)?(?:" + _UNIT + r"\b|\d|\([a-z\d]{1,4}\))", re.IGNORECASE
)
_ENDS_IN_REFERENCE = re.compile(
    r"(?:this\s(?:agreement|contract|lease)|herein|hereunder|hereof|hereto|the\sforegoing|(?:its|the)\sterms)$|"
    + _UNIT
    + r"\s{1,3}[\w.()-]{1,20}(?:\s{1,2}(?:\([^()]{1,60}\)|\[[^\[\]]{1,60}\]|hereof|above|below|of\sthis\s\w{1,20}))?$",
    re.IGNORECASE,
)
_ADDED = re.compile(r"(?:[;(]|\b(?:but|and|which|that))\s{1,4}$", re.IGNORECASE)
# "Anything to the contrary and in addition to Section 2": what follows is not prevailed over.
_CONTRARY = re.compile(r"\bto\sthe\scontrary(?=\s{0,3},|\s{1,3}and\b)", re.IGNORECASE)
_SUBJECT = re.compile(
    r",\s{1,3}(?:this\sagreement|neither|nothing|no|either|each|the\sparties|such|it|they)\b", re.IGNORECASE
)
_LONGEST = 1500
# No sentence has so many; a hostile one costs no more than this.
_MOST = 100


@dataclass(frozen=True, slots=True)
class Phrase:
    """A qualifying phrase of a passage. Offsets: characters [start, end) of its text; the cue is [start, cue_end)."""

    kind: QualificationKind
    start: int
    cue_end: int
    end: int


def find_phrases(text: str) -> tuple[Phrase, ...]:
    """The qualifying phrases of a sentence in order; one may stand inside another."""
    return tuple(islice(_phrases(text), _MOST))


def _phrases(text: str) -> Iterator[Phrase]:
    for match in _ANY.finditer(text):
        group = match.lastgroup
        assert group
        kind = _CUES[int(group[1:])][0]
        if kind == "subordinate" and not _qualifies(text, match):
            continue
        if kind == "limit" and not _is_added(text, match.start()):
            continue  # "In no event shall ..." is the clause itself
        yield Phrase(kind, match.start(), match.end(), _end(text, match, kind))


def _is_added(text: str, start: int) -> bool:
    """Whether a limit is put to a sentence that already has its verb: "Seller may enter but in no event at night"."""
    if not _ADDED.search(text, max(0, start - 10), start):
        return False
    return _MODAL.search(text, max(0, start - _LONGEST), start) is not None


def _qualifies(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 12) : match.start()].lower()
    if re.search(r"\b(?:becom(?:e|es|ing|ed)|not|the|been)\s{1,3}$", before) or _NOT_A_QUALIFIER.match(
        text, match.end()
    ):
        return False
    introduced = not before.strip() or before.rstrip()[-1] in ",;:(–—]." or re.search(r"\b(?:and|but)\s{1,3}$", before)
    return bool(introduced or _OBJECT.match(text, match.end()))


def _end(text: str, match: re.Match[str], kind: QualificationKind) -> int:
    """Where the phrase ends: with its sentence at the latest; before the main clause where it stands in front of it."""
    limit = min(len(text), match.start() + _LONGEST)
    bracket = _closing(text, match.start(), limit)
    stop = bracket if bracket is not None else limit
    semicolon = _first(text, ";", match.end(), stop)
    stop = semicolon if semicolon is not None else stop
    if kind == "limit" or match[0].lower().startswith("provided"):
        return _trimmed(text, match.end(), stop)
    if kind == "override" and (contrary := _CONTRARY.search(text, match.start(), stop)):
        return contrary.end()
    if (comma := _after_reference(text, match.end(), stop, always=kind == "override")) is not None:
        return _trimmed(text, match.end(), comma)
    if len(text[: match.start()].split()) <= 4:
        return _trimmed(text, match.end(), _main_clause(text, match.end(), stop))
    resumed = _RESUMES.search(text, match.end(), stop)
    return _trimmed(text, match.end(), resumed.start() if resumed else stop)


def _after_reference(text: str, start: int, stop: int, *, always: bool) -> int | None:
    """The comma that ends "subject to Section 2.2,": the first, unless the list of sections goes on after it."""
    comma = _first(text, ",", start, stop)
    while comma is not None and _LIST_GOES_ON.match(text, comma) and _ENDS_IN_REFERENCE.search(text, start, comma):
        comma = _first(text, ",", comma + 1, stop)
    if comma is None or not (always or _ENDS_IN_REFERENCE.search(text, start, comma)):
        return None
    return comma


def _main_clause(text: str, start: int, stop: int) -> int:
    """The comma before the main clause that follows an opening phrase."""
    comma = _first(text, ",", start, stop)
    if comma is None:
        return stop
    modal = _MODAL.search(text, comma, stop)
    if modal is None:
        return comma
    if subject := _SUBJECT.search(text, comma, modal.start()):
        return subject.start()
    last = text.rfind(",", start, modal.start())
    return last if last >= comma and not _inside_brackets(text, start, last) else comma


def _first(text: str, mark: str, start: int, stop: int) -> int | None:
    """The first such mark outside brackets."""
    depth = 0
    for index in range(start, stop):
        character = text[index]
        depth += (character in "([") - (character in ")]" and depth > 0)
        if character == mark and depth == 0:
            return index
    return None


def _closing(text: str, start: int, stop: int) -> int | None:
    """The bracket that closes around this place, if it was opened before and in this sentence."""
    opened = text.rfind("(", max(0, start - 300), start)
    if opened < 0 or ")" in text[opened:start]:
        return None
    depth = 0
    for index in range(start, stop):
        if text[index] == "(":
            depth += 1
        elif text[index] == ")":
            if depth == 0:
                return index
            depth -= 1
    return None


def _inside_brackets(text: str, start: int, index: int) -> bool:
    piece = text[start:index]
    return piece.count("(") > piece.count(")")


def _trimmed(text: str, start: int, stop: int) -> int:
    return max(start, start + len(text[start:stop].rstrip(" \t\n,;")))
