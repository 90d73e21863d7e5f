"""What every rule of proofreading reads: the document with its passages, terms, parties and cross-references."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from legalai.extract.parties.parties import find_parties
from legalai.extract.qualifiers.other_documents import OtherDocuments
from legalai.extract.qualifiers.resolution import Resolver
from legalai.extract.segmentation.passages import Passage
from legalai.extract.segmentation.sentences import find_passages
from legalai.proofread.definitions import Definition, find_definitions
from legalai.schema import Citation, Document, Mistake, MistakeKind, MistakeSeverity, Party

_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Source:
    """One document as the rules read it; `margins` are its headers, footers and properties, which its text lacks."""

    document: Document
    margins: tuple[str, ...] = ()

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The sentences in order."""
        return find_passages(self.document)

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """Every definition, also of a term that is defined before."""
        return find_definitions(self.passages)

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """Who is bound."""
        return find_parties(self.passages, ())

    @cached_property
    def resolver(self) -> Resolver:
        """What cross-references lead to."""
        return Resolver(self.passages)

    @cached_property
    def amends(self) -> bool:
        """Whether the document amends another, and so refers to that one's clauses and terms."""
        return OtherDocuments(self.passages).amends

    def prose(self) -> Iterable[tuple[int, Passage]]:
        """The sentences of clauses with their indexes: no headings, contents pages, signature lines or table cells."""
        contents = self.resolver.outline.contents
        for index, passage in enumerate(self.passages):
            cell = self.document.blocks[passage.block].kind == "table_cell"
            if not (passage.is_heading or cell or passage.part == "signature_page" or index in contents):
                yield index, passage

    def cite(self, start: int, end: int) -> Citation:
        """Characters [start, end) of the document with page and clause number."""
        passage = self.passages[self.resolver.outline.at(start)]
        return Citation(
            text=self.document.text[start:end],
            start=start,
            end=end,
            page=self.document.text_map.page(start),
            number=passage.number,
        )

    def mistake(
        self,
        kind: MistakeKind,
        severity: MistakeSeverity,
        sentence: str,
        *spans: tuple[int, int],
        advice: str | None = None,
    ) -> Mistake:
        """A mistake at these characters of the document."""
        citations = tuple(self.cite(start, end) for start, end in spans)
        return Mistake(kind=kind, severity=severity, sentence=sentence, citations=citations, advice=advice)


def shown(words: str, most: int = 80) -> str:
    """Words of the contract for a sentence: on one line, cut where they are long."""
    flat = " ".join(words.split())
    return flat if len(flat) <= most else f"{flat[: most - 1].rstrip()}…"


def in_capitals(text: str) -> bool:
    """Whether most letters are capitals, so that a capital at the head of a word says nothing."""
    letters = _LETTERS.findall(text)
    return sum(letter.isupper() for letter in letters) > 0.5 * len(letters)
