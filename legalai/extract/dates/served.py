"""A notice that the paper itself says was given: acknowledged, endorsed, or stamped on it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from legalai.extract.dates.values.dates import DateOrder, find_dates
from legalai.extract.segmentation.passages import Passage

_NEAR = r"[^;]{0,160}?"
_NOT_TO_RENEW = (
    r"(?:non[-\s]?renewal|not\s+to\s+(?:renew|extend|prolong)|against\s+(?:the\s+)?(?:renewal|extension)"
    r"|(?:will|would|shall|is|are)\s+not\s+(?:be\s+)?(?:to\s+be\s+)?(?:renew|extend|prolong)\w*"
    r"|(?:does|do|did)\s+not\s+(?:wish|want|intend|mean)\s+(?:to\s+(?:renew|extend|prolong)|(?:the\s+)?\w+\s+to\s+(?:be\s+)?(?:renew|continue))\w*"
    r"|(?:intention|decision|election|wish)\s+not\s+to\s+(?:renew|extend|prolong|continue)"
    r"|elect(?:s|ed|ing)\s+not\s+to\s+(?:renew|extend|prolong)|(?:wishes|intends)\s+not\s+to\s+(?:renew|extend))"
)
_TO_END = r"(?:termination|cancellation|to\s+(?:terminate|cancel|end))"
_AGAINST = rf"(?P<against>{_NOT_TO_RENEW})"
_OF_WHAT = rf"(?:{_AGAINST}|(?P<ends>{_TO_END}))"
_HAS = r"(?:has\s+(?:now\s+|since\s+|already\s+)?|have\s+|had\s+)?"
_SERVED = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        rf"\b(?:acknowledg|confirm)(?:es|e|ed|s)?\b{_NEAR}\bnotice\b{_NEAR}\b{_OF_WHAT}",
        rf"\b{_HAS}(?:gave|given|served|delivered|sent|received|issued)\b{_NEAR}\bnotice\b[^;]{{0,80}}?\b{_OF_WHAT}",
        rf"\bnotice\s+(?:of|that|to|not)?\s*{_NEAR}{_OF_WHAT}{_NEAR}\b(?:was|has\s+been|were)\s+(?:duly\s+|validly\s+)?(?:given|served|received|delivered|sent)\b",
        rf"\bhas\s+notified\b{_NEAR}{_AGAINST}",
        rf"\bnotified\s+(?:the\s+)?[A-Z][\w’'.-]*{_NEAR}{_AGAINST}",
        rf"^\W*(?:written\s+)?notice\s+(?:of\s+|that\s+|to\s+)?{_OF_WHAT}\s*[-–:,]*\s*(?:was\s+)?(?:received|served|given)\b",
    )
)
# "Notice served 14 October 2024" over the paper: nothing else in the line but a day, or who served it.
_STAMP = re.compile(
    r"\W*notice\s+(?:against\s+renewal\s+|of\s+non[-\s]?renewal\s+)?(?:served|given|received)\b[^.;]{0,60}",
    re.IGNORECASE,
)
# What makes it a case that may arise.
_MAY_BE = re.compile(
    r"\b(?:if|unless|(?-i:may)|must|upon|where|when|whenever|until|once|should|could|can|in\s+the\s+event|in\s+case|either|any|each"
    r"|every|such|shall(?!\s+not\s+(?:be\s+)?(?:renew|extend|prolong))|provided|having|being|at\s+least|no\s+party|neither|not\s+(?:yet\s+)?(?:given"
    r"|served|received)|no\s+(?:\w+\s+)?notice|whether|absen\w+|fail\w*)\b",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(r"\b(?:prior|previous|original|earlier|former|predecessor)\b", re.IGNORECASE)
_DAY_OF_PAPER = re.compile(
    r"\b(?:agreement|contract|lease|licen[cs]e|order(?:\s+form)?)(?:,)?\s+(?:dated|of|made)(?:\s+as)?(?:\s+(?:on|of))?\s*$",
    re.IGNORECASE,
)
_LAST_DAY = re.compile(
    r"\b(?:ends?|expires?|terminates?|ended|expired|terminated|lapses?|runs?\s+out|cease[sd]?|effect(?:ive)?|effective)\s+"
    r"(?:\w+\s+){0,3}?(?:on|as\s+of|as\s+at|at\s+the\s+end\s+of|from|with|by)?\s*(?:the\s+)?(?:end\s+of\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Served:
    """A notice to end or not to renew the contract that a passage says was given.

    `day`: of its receipt or giving. `ends_on`: the last day of the contract, where the passage names it.
    `against_renewal`: it stops a renewal; else it ends the contract sooner.
    """

    passage: Passage
    day: date | None
    ends_on: date | None
    against_renewal: bool


def find_served(passages: Sequence[Passage], order: DateOrder | None = None) -> Served | None:
    """The first notice that the passages say was given, with one of its days; one that may yet be given is none."""
    return next((found for passage in passages if (found := _read(passage, order))), None)


def _read(passage: Passage, order: DateOrder | None) -> Served | None:
    said = _STAMP.fullmatch(passage.text) or next((m for each in _SERVED if (m := each.search(passage.text))), None)
    if said is None or _MAY_BE.search(passage.text, 0, said.end()) or _OF_ANOTHER.search(passage.text):
        return None
    day = ends_on = None
    for found in find_dates(passage.text, order=order):
        before = passage.text[: found.start]
        if found.value is None or _DAY_OF_PAPER.search(before):
            continue
        if _LAST_DAY.search(before):
            ends_on = ends_on or found.value
        else:
            day = day or found.value
    if day is None and ends_on is None:
        return None
    ends = said.groupdict().get("ends")
    return Served(passage, day, ends_on, against_renewal=ends is None)
