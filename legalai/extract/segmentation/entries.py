"""Entries of a cover page, an order form or a table of key terms: a label, and what is filled in beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from legalai.extract.segmentation.blanks import find_blank, find_box
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Quote

Subject = Literal["law", "forum", "agreement", "effective", "expiration", "term", "renewal", "notice", "other"]

_DEAL = r"(?:nda|agreement|contract|lease|licen[cs]e|order|subscription|pilot|services?|engagement|employment|project)"
_LABELS: tuple[tuple[Subject, str], ...] = (
    (
        "law",
        r"(?:governing|applicable|proper|chosen)\s+laws?(?:\s+(?:and|&|/)\s+(?:jurisdiction|courts?|venue|forum))?"
        r"|choice\s+of\s+law",
    ),
    (
        "forum",
        r"(?:(?:chosen|exclusive|competent|agreed)\s+)?(?:courts?|jurisdiction|venue|forum)"
        r"|(?:place\s+of|courts\s+and)\s+jurisdiction|jurisdiction\s+and\s+venue",
    ),
    ("effective", rf"(?:{_DEAL}\s+)?(?:effective|start|starting|commencement)\s+date"),
    ("agreement", rf"(?:{_DEAL}\s+)date|date\s+of\s+(?:this\s+)?{_DEAL}"),
    ("expiration", rf"(?:{_DEAL}\s+)?(?:expir(?:y|ation)|end|termination)\s+date|end\s+of\s+(?:the\s+)?term"),
    ("renewal", r"(?:auto(?:matic)?-?\s?)?renewals?(?:\s+(?:terms?|periods?))?"),
    (
        "notice",
        r"(?:non-?\s?renewal|cancell?ation|termination|renewal)\s+notice(?:\s+period)?|notice\s+of\s+non-?\s?renewal"
        r"|notice\s+period(?:\s+for\s+(?:non-?\s?renewal|termination))?",
    ),
    (
        "term",
        rf"(?:initial\s+)?(?:{_DEAL}\s+)?(?:term|period)(?:\s+length)?|(?:{_DEAL}\s+)?duration"
        rf"|(?:initial\s+)?term\s+of\s+(?:this\s+|the\s+)?{_DEAL}",
    ),
    # The labels that only end an entry.
    (
        "other",
        r"purpose|product|fees?|price|pricing|payment(?:\s+(?:terms|process|period))?|overview|services?|deliverables"
        r"|description|scope|customer|client|provider|supplier|vendor|licensor|licensee|discloser|recipient|buyer|seller"
        r"|company|contractor|consultant|signatures?|by|(?:print\s+)?name(?:\s+and\s+title)?|title|date"
        r"|(?:notice\s+)?address|e-?mail|subject|attention|initial\s+order|confidentiality(?:\s+(?:term|period))?"
        r"|term\s+of\s+confidentiality|general\s+cap(?:\s+amount)?|additional\s+terms|attachments?"
        r"|warranty(?:\s+period)?|changes\s+to\s+standard\s+terms|insurance|territory|quantity|currency|invoic\w+",
    ),
)
_LABEL = re.compile(
    r"\W{0,3}(?:"
    + "|".join(f"(?P<{subject}>{words})" for subject, words in _LABELS)
    + r")\W{0,3}(?:\([^()\n]{0,60}\)\W{0,3})?",
    re.IGNORECASE,
)
_WITH_VALUE = re.compile(r"(?P<label>[^:：\t\n]{3,60}?)\s{0,3}(?:[:：]\s{0,6}|\t\s{0,6})(?=\S)")
_NOTE = re.compile(r"\[(?:drafting\s+)?notes?\b", re.IGNORECASE)
_REACH = 6
_MAX_VALUE = 240


@dataclass(frozen=True, slots=True)
class Entry:
    """A label and the options, hints and blanks beside it, those that are ticked only where some are.

    `values` are passages, or the part of one that follows its label or its box.
    """

    subject: Subject
    label: str
    values: tuple[Passage, ...]

    @property
    def blank(self) -> Quote | None:
        """The first place left open."""
        for value in self.values:
            if span := find_blank(value.text):
                start, end = span
                return Quote(text=value.text[start:end], start=value.start + start, end=value.start + end)
        return None


def find_entries(passages: Sequence[Passage], *subjects: Subject) -> tuple[Entry, ...]:
    """The entries about these subjects, in text order."""
    return tuple(entry for entry in _entries(passages) if entry.subject in subjects and entry.values)


def _entries(passages: Sequence[Passage]) -> Iterator[Entry]:
    for index, passage in enumerate(passages):
        if subject := _label(passage.text):
            yield Entry(subject, _plain(passage.text), _chosen(list(_beside(passages, index))))
        elif (found := _WITH_VALUE.match(passage.text)) and (subject := _label(found["label"])):
            value = _part(passage, found.end())
            if len(value.text) <= _MAX_VALUE:
                yield Entry(subject, _plain(found["label"]), _chosen([value]))


def _label(text: str) -> Subject | None:
    """What a label is about; None for any other words."""
    found = _LABEL.fullmatch(text) if len(text) < 90 else None
    return next((subject for subject, _ in _LABELS if found[subject]), None) if found else None


def _beside(passages: Sequence[Passage], index: int) -> Iterator[Passage]:
    """What follows a label, up to the next label, a clause of prose, or the next row."""
    note = False
    for passage in passages[index + 1 : index + 1 + _REACH]:
        if _label(passage.text) or len(passage.text) > _MAX_VALUE or (passage.is_heading and passage.number):
            return
        if (found := _WITH_VALUE.match(passage.text)) and _label(found["label"]):
            return
        note = note or _NOTE.match(passage.text) is not None
        if not note:
            yield passage
        elif passage.text.endswith("]"):
            note = False


def _chosen(values: Sequence[Passage]) -> tuple[Passage, ...]:
    """The values, without their boxes; of boxes the ticked ones, and none where none is ticked."""
    boxes = [find_box(value.text) for value in values]
    if not any(boxes):
        return tuple(values)
    pairs = zip(values, boxes, strict=True)
    return tuple(_part(value, box.words_start) if box else value for value, box in pairs if box is None or box.ticked)


def _part(passage: Passage, start: int) -> Passage:
    return replace(passage, text=passage.text[start:], start=passage.start + start)


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" :*.")
