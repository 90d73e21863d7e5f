"""Whole paragraphs: where the ends of sentences are those of English, a paragraph is read as one."""

from collections.abc import Sequence
from itertools import groupby

from legalai.extract.segmentation.passages import Passage
from legalai.schema import Document


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
