"""Entries of a cover page, an order form or a table of key terms: a label, and what is filled in beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from legalai.extract.segmentation.blanks import find_blank, find_box
from legalai.extract.segmentation.labels import Subject, label_of
from legalai.extract.segmentation.passages import Passage
from legalai.extract.segmentation.term_tables import find_rows
from legalai.schema import Quote

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
    rows = find_rows(passages)
    in_tables = {cell.start for row in rows for cell in (*row.header, *row.cells)}
    for row in rows:
        for subject, value in row.values.items():
            yield Entry(subject, subject, (value,))
    for index, passage in enumerate(passages):
        if passage.start in in_tables:
            continue
        if subject := label_of(passage.text):
            yield Entry(subject, _plain(passage.text), _chosen(list(_beside(passages, index))))
        elif (found := _WITH_VALUE.match(passage.text)) and (subject := label_of(found["label"])):
            value = _part(passage, found.end())
            if len(value.text) <= _MAX_VALUE:
                yield Entry(subject, _plain(found["label"]), _chosen([value]))


def _beside(passages: Sequence[Passage], index: int) -> Iterator[Passage]:
    """What follows a label, up to the next label, a clause of prose, or the next row; nothing beside an empty cell."""
    note = False
    if passages[index].left_empty:
        return
    for passage in passages[index + 1 : index + 1 + _REACH]:
        if label_of(passage.text) or len(passage.text) > _MAX_VALUE or (passage.is_heading and passage.number):
            return
        if (found := _WITH_VALUE.match(passage.text)) and label_of(found["label"]):
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
