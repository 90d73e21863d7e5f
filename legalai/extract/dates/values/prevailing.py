"""Whether words or figures count where they disagree, by the contract's own rule."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from legalai.extract.dates.notice.notice_period import NoticeReading
from legalai.extract.dates.term.term_reading import TermReading
from legalai.extract.dates.values.periods import FoundPeriod
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Period

Writing = Literal["words", "figures"]

_PREVAIL = re.compile(
    r"\b(?:prevails?|governs?|controls?|take(?:s)?\s+precedence|(?:is|are|be)\s+decisive|shall\s+apply|applies|appl(?:y|ied))\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\b(?:words?|wording|written\s+out|spelled|letters)\b", re.IGNORECASE)
_FIGURES = re.compile(r"\b(?:figures?|numerals?|digits?|numbers?)\b", re.IGNORECASE)
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Prevailing:
    """What counts, and the passage that says so."""

    writing: Writing
    passage: Passage

    def choice(self, found: FoundPeriod) -> Period:
        """The reading that counts; a period has its words before its figure."""
        return found.readings[0 if self.writing == "words" else -1]


def find_prevailing(passages: Sequence[Passage]) -> Prevailing | None:
    """The rule of a contract on words against figures; None where it has none."""
    for passage in passages:
        text = passage.text
        if not (_WORDS.search(text) and _FIGURES.search(text)):
            continue
        for prevail in _PREVAIL.finditer(text):
            before = text[max(prevail.start() - _NEAR, 0) : prevail.start()]
            words = max((m.end() for m in _WORDS.finditer(before)), default=-1)
            figures = max((m.end() for m in _FIGURES.finditer(before)), default=-1)
            if words != figures:
                return Prevailing("words" if words > figures else "figures", passage)
    return None


def settled_notice(notice: NoticeReading | None, rule: Prevailing | None) -> NoticeReading | None:
    """The notice with the period that counts, where words and figure disagree and the contract has a rule for that."""
    if notice is None or notice.conflicting is None or rule is None:
        return notice
    found, choice = notice.conflicting, rule.choice(notice.conflicting)
    offset = notice.passage.start
    period = choice.said(found.text, offset + found.start, offset + found.end)
    return replace(notice, period=period)


def settled_terms(terms: Sequence[TermReading], rule: Prevailing | None) -> tuple[TermReading, ...]:
    """The readings of the term with the length that counts, by the same rule."""
    if rule is None:
        return tuple(terms)
    return tuple(
        replace(each, length=rule.choice(each.conflicting), conflicting=None) if each.conflicting else each
        for each in terms
    )
