"""Exceptions and conditions: what a sentence takes back from its rule, and whether another still takes it back."""

import re
from typing import Literal

from legalai.drafting.support.plain import stems

Lost = Literal["exception", "condition"]

_EMPTY = re.compile(
    r"\b(?:(?:except|unless)(?:\sas)?\s(?:otherwise\s)?(?:expressly\s)?(?:otherwise\s)?(?:provided|stated|set\sforth|specified|agreed|permitted|required)"
    r"(?:\sby\s(?:law|applicable\slaw|the\sparties|\ue0ff))?"
    r"(?:\s(?:in\swriting|herein|hereunder|elsewhere|(?:in|by|under)\sthis\s(?:\w{2,20}\s){0,2}\w{2,20}))?(?:\sby\s\ue0ff)?"
    r"|subject\sto\s(?:the\s)?(?:other\s)?(?:terms|provisions)(?:\sand\sconditions)?\s(?:of\sthis\s\w{2,20}|hereof|herein|set\sforth\sherein)"
    r"|unless\s(?:(?:sooner|earlier|otherwise|previously)\sterminated|(?:terminated|ended)\s(?:sooner|earlier|otherwise))(?:\s(?:pursuant|in\saccordance|as|by|under)\b[^,.;]{0,160})?"
    r"|if\s(?:any|applicable|so|necessary)(?=[,.;)])|where\s(?:applicable|lawful|practicable|possible|permitted|(?:the\s)?law\s(?:allows|permits|requires))|other\sthan\sas\sset\sforth\sherein)\b",
    re.IGNORECASE,
)
_EXCEPTION = re.compile(
    r"\bexcept(?:ing|ions?)?\b|\bunless\b|\bother\sthan\b|\bsubject\sto\b|\bsave\s(?:for|as|that|where|when|if|in|to|with|by|under)\b|\bwith\sthe\sexception\b|\bbut\snot\b|\bexcluding\b"
    r"|\bapart\sfrom\b|\bprovided,?\s(?:however,?\s)?that\b|\bwithout\s(?:the\s|its\s|such\s)?(?:prior\s|express\s|written\s|[^\s]{1,20}\s){0,5}?(?:consent|approval|permission)\b"
    r"|\b(?:does|do|shall|will)\snot\sapply\b",
    re.IGNORECASE,
)
_TAKES_BACK = re.compile(
    r"\bexcept|\bunless\b|\bother\sthan\b|\bsubject\sto\b|\bsave\b|\bexclud|\bapart\sfrom\b|\bprovided\b|\bwithout\b|\bonly\b"
    r"|\bnot\sapply\b|\bif\b|\bbut\s|\boutside\b|\bconsent|\bapprov|\baside\sfrom\b|\bbarring\b|\bbar\b|\bneeds?\b|\brequires?\b|\bhowever\b|\bdoes\snot\scover\b|\bwith\sthe\sexception\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\bif\b|\bin\sthe\sevent\s(?:that|of)\b|\bonly\s(?:if|when|where|after|upon)\b|\bon\s(?:the\s)?condition\b|\b(?:so|as)\slong\sas\b"
    r"|\bwhere\b|\bto\sthe\sextent\b|\bso\sfar\sas\b|\bin\sthe\scourse\sof\b",
    re.IGNORECASE,
)
_CONDITIONED = re.compile(
    r"\bif\b|\bwhen\b|\bwhere\b|\bwhenever\b|\bin\scase\b|\bevent\b|\bshould\b|\bprovided\b|\bonce\b|\b(?:so|as)\slong\sas\b"
    r"|\bunless\b|\buntil\b|\bsubject\sto\b|\bcondition|\bonly\b|\bfailing\b|\bupon\b|\bexcept|\bafter\b|\bfollowing\b|\bon\s(?:a|an|any|the\sother)\b|\bfor\s(?:a|an|any|uncured)\b|^\W*for\b|\bwhile\b",
    re.IGNORECASE,
)


_DENIED = re.compile(r"\b(?:not|no|neither|nor|never|cannot)\b", re.IGNORECASE)
_TAIL_END = re.compile(r"[,;.](?!\d)|\s(?:but|and\sshall|and\smay)\s", re.IGNORECASE)


def lost(told: str, source: str) -> Lost | None:
    """What a sentence that restates another leaves out: its exception or its condition; None where it leaves none."""
    source = _EMPTY.sub(" ", source)
    if _is_left_out(told, source, _EXCEPTION, _TAKES_BACK):
        return "exception"
    if _is_left_out(told, source, _CONDITION, _CONDITIONED):
        return "condition"
    return None


def _is_left_out(told: str, source: str, pattern: re.Pattern[str], kept_by: re.Pattern[str]) -> bool:
    """Whether one of the exceptions is not told: neither by a word that takes back, nor by any word of its own."""
    matches = [match for match in pattern.finditer(source) if not _is_leave(source, match)]
    tails = [_own_words(source, match) for match in matches]
    if not tails:
        return False
    said = stems(told)
    if pattern is _CONDITION:
        # Conditions often stand side by side; one of them may be told. "A late invoice" tells "if an invoice is late".
        named = kept_by.search(told) is not None
        return not any(
            (named and not own) or len(own & said) >= (1 if named else max(1, len(own) / 2)) for own in tails
        )
    rest = [own for own, match in zip(tails, matches, strict=True) if not match[0].lower().startswith("without")]
    if any(2 * len(own & said) > len(said) for own in rest):
        # It speaks of the exception itself.
        return False
    return kept_by.search(told) is None or any(own and not own & said for own in tails)


def _is_leave(source: str, match: re.Match[str]) -> bool:
    """Whether "without consent" takes nothing back, as in "may assign without consent"."""
    return match[0].lower().startswith("without") and _DENIED.search(source[: match.start()]) is None


def _own_words(source: str, match: re.Match[str]) -> frozenset[str]:
    """The words of an exception or condition that the rule before it does not use as well."""
    begin = match.start() + len("without") if match[0].lower().startswith("without") else match.end()
    rest = source[begin:].lstrip(" ,")
    end = _TAIL_END.search(rest)
    return stems(rest[: end.start()] if end else rest) - stems(source[: match.start()])
