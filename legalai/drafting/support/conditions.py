"""Exceptions and conditions: what a sentence takes back from its rule, and whether another still takes it back."""

import re
from typing import Literal

Lost = Literal["exception", "condition"]

_EMPTY = re.compile(
    r"\b(?:(?:except|unless)(?:\sas)?\s(?:otherwise\s)?(?:expressly\s)?(?:otherwise\s)?(?:provided|stated|set\sforth|specified|agreed|permitted|required)"
    r"(?:\sby\s(?:law|applicable\slaw|the\sparties|\ue0ff))?"
    r"(?:\s(?:in\swriting|herein|hereunder|elsewhere|(?:in|by|under)\sthis\s(?:\w{2,20}\s){0,2}\w{2,20}))?(?:\sby\s\ue0ff)?"
    r"|subject\sto\s(?:the\s)?(?:other\s)?(?:terms|provisions)(?:\sand\sconditions)?\s(?:of\sthis\s\w{2,20}|hereof|herein|set\sforth\sherein)"
    r"|unless\s(?:sooner|earlier|otherwise|previously)\sterminated(?:\s(?:pursuant|in\saccordance|as|by|under)\b[^,.;]{0,160})?"
    r"|if\s(?:any|applicable|so|necessary)|where\sapplicable|other\sthan\sas\sset\sforth\sherein)\b",
    re.IGNORECASE,
)
_EXCEPTION = re.compile(
    r"\bexcept(?:ing|ions?)?\b|\bunless\b|\bother\sthan\b|\bsubject\sto\b|\bsave\s(?:for|as|that|where)\b|\bexcluding\b"
    r"|\bapart\sfrom\b|\bprovided,?\s(?:however,?\s)?that\b|\bwithout\s(?:the\s|its\s|such\s)?(?:prior\s|express\s|written\s|[^\s]{1,20}\s){0,5}?(?:consent|approval|permission)\b"
    r"|\b(?:does|do|shall|will)\snot\sapply\b",
    re.IGNORECASE,
)
_TAKES_BACK = re.compile(
    r"\bexcept|\bunless\b|\bother\sthan\b|\bsubject\sto\b|\bsave\b|\bexclud|\bapart\sfrom\b|\bprovided\b|\bwithout\b|\bonly\b"
    r"|\bnot\sapply\b|\bif\b|\bbut\s|\boutside\b|\bconsent|\bapprov|\baside\sfrom\b|\bbarring\b|\bbar\b|\bneeds?\b|\brequires?\b|\bhowever\b|\bdoes\snot\scover\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\bif\b|\bin\sthe\sevent\s(?:that|of)\b|\bonly\s(?:if|when|where|after|upon)\b|\bon\s(?:the\s)?condition\b|\b(?:so|as)\slong\sas\b",
    re.IGNORECASE,
)
_CONDITIONED = re.compile(
    r"\bif\b|\bwhen\b|\bwhere\b|\bwhenever\b|\bin\scase\b|\bevent\b|\bshould\b|\bprovided\b|\bonce\b|\b(?:so|as)\slong\sas\b"
    r"|\bunless\b|\buntil\b|\bsubject\sto\b|\bcondition|\bonly\b|\bfailing\b|\bupon\b|\bexcept|\bafter\b|\bfollowing\b|\bon\s(?:a|an|any|the\sother)\b|\bfor\s(?:a|an|any|uncured)\b",
    re.IGNORECASE,
)


def lost(told: str, source: str) -> Lost | None:
    """What a sentence that restates another leaves out: its exception or its condition; None where it leaves none."""
    source = _EMPTY.sub(" ", source)
    if _EXCEPTION.search(source) and not _TAKES_BACK.search(told):
        return "exception"
    if _CONDITION.search(source) and not _CONDITIONED.search(told):
        return "condition"
    return None
