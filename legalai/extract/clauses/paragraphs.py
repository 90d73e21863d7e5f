"""Paragraphs, the sentences of one numbered clause, and clause units, all paragraphs below one heading."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from legalai.extract.segmentation.passages import Passage

# Characters. A heading such as "Services" in an unnumbered text may hold pages: a clause is no longer than this.
LONGEST_UNIT = 12_000
# Characters. Long clauses are cut between their items, so that each part speaks of one thing.
_LONG = 1_500
_SHORTEST = 40
# A line of a contents page names provisions without being one.
_CONTENTS_LINE = re.compile(r"\.{4}|(?:\s\.){4}|_{4}|\s\d{1,3}$")
_LABEL = re.compile(r"[\W\d]{0,12}(?:(?:article|section|clause)\s)?[\divxl.()]{0,10}[a-z]?[\W\d]{0,12}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Consecutive passages of one clause and its items, without the lines of its heading."""

    passages: tuple[Passage, ...]

    @property
    def heading(self) -> str | None:
        """The heading of the clause."""
        return self.passages[0].heading

    @property
    def start(self) -> int:
        """Characters of the document's text."""
        return self.passages[0].start

    @property
    def end(self) -> int:
        """Characters of the document's text, behind the last."""
        return self.passages[-1].end

    def own_words(self) -> Passage:
        """The paragraph as one passage without heading, also where the heading stands on its first line."""
        first = self.passages[0]
        words = " ".join(" ".join(passage.text.split()) for passage in self.passages)
        return Passage(text=_without_heading(words, first.heading), start=self.start, end=self.end, block=first.block)


def paragraphs(passages: Sequence[Passage]) -> Iterator[Paragraph]:
    """The paragraphs of a document in order; scraps, contents pages and signature pages are none."""
    current: list[Passage] = []
    for passage in passages:
        if passage.is_heading or passage.part == "signature_page":
            continue
        if current and _ends(current, passage):
            yield from _worth_reading(current)
            current = []
        current.append(passage)
    if current:
        yield from _worth_reading(current)


def units(read: Iterable[Paragraph]) -> Iterator[tuple[Paragraph, ...]]:
    """Consecutive paragraphs below one heading, or below none."""
    for _, group in groupby(read, key=lambda paragraph: paragraph.heading):
        yield tuple(group)


def joined(read: Sequence[Paragraph]) -> Paragraph:
    """Consecutive paragraphs as one."""
    return Paragraph(tuple(passage for paragraph in read for passage in paragraph.passages))


def _ends(current: Sequence[Passage], following: Passage) -> bool:
    first, last = current[0], current[-1]
    if (first.heading, first.part, _section(first)) != (following.heading, following.part, _section(following)):
        return True
    between_items = last.block != following.block or last.number != following.number
    return between_items and following.end - first.start > _LONG


def _section(passage: Passage) -> str:
    """The number of a clause without its items: "7.2" for "7.2(b)(i)"."""
    return (passage.number or "").partition("(")[0]


def _worth_reading(passages: Sequence[Passage]) -> Iterator[Paragraph]:
    long_enough = passages[-1].end - passages[0].start >= _SHORTEST
    if long_enough and not _CONTENTS_LINE.search(passages[-1].text[-80:]):
        yield Paragraph(tuple(passages))


def _without_heading(words: str, heading: str | None) -> str:
    if not heading:
        return words
    at = words.lower().find(heading.lower(), 0, len(heading) + 36)
    if at < 0 or not _LABEL.fullmatch(words[:at]):
        return words
    return words[at + len(heading) :].lstrip(" .:;-–—") or words
