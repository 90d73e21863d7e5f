"""Whole paragraphs: where the ends of sentences are those of English, a paragraph is read as one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from legalai.extract.segmentation.passages import Passage
from legalai.schema import Document

# "31. Dezember" ends no sentence.
_SENTENCE = re.compile(r"(?<!\b\d\.)(?<!\b\d\d\.)(?<=[.;!?])\s+(?=[A-ZÀ-ÞĀ-Ž„«“\"(])")


def find_paragraphs(document: Document, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages of each block as one."""
    return tuple(_joined(document, list(group)) for _, group in groupby(passages, key=lambda each: each.block))


def _joined(document: Document, group: Sequence[Passage]) -> Passage:
    first, last = group[0], group[-1]
    return Passage(
        text=document.text[first.start : last.end],
        start=first.start,
        end=last.end,
        block=first.block,
        number=last.number,
        heading=last.heading,
        part=first.part,
        page=first.page,
        is_heading=all(each.is_heading for each in group),
    )


def sentences(paragraph: Passage) -> Iterator[Passage]:
    """The sentences of a paragraph, each a passage of its own."""
    start = 0
    for end in (*(m.start() for m in _SENTENCE.finditer(paragraph.text)), len(paragraph.text)):
        text = paragraph.text[start:end]
        lead = len(text) - len(text.lstrip())
        begin = paragraph.start + start + lead
        if text.strip():
            yield replace(paragraph, text=text.strip(), start=begin, end=begin + len(text.strip()))
        start = end
