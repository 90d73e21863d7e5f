"""From blocks to passages: the sentences of a document, each with the clause and the part it stands in."""

import re
from collections.abc import Iterator
from dataclasses import replace

from legalai.extract.parts.annex_names import read_title
from legalai.extract.parts.annexes import body_end
from legalai.extract.segmentation.clause_numbers import ClauseNumbers
from legalai.extract.segmentation.passages import Passage
from legalai.extract.segmentation.sentence_ends import split_sentences
from legalai.schema import Block, BlockPart, Document

_NUMBERED = re.compile(
    r"(?P<number>(?:(?:ARTICLE|Article|SECTION|Section|CLAUSE|Clause)\s{1,3}(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVXL]{1,7}|[A-Z])\b[.:]?"
    r"|\d{1,3}(?:\.\d{1,3}){1,4}\.?|\d{1,2}[.)]|\([A-Za-z]{1,4}\)|\(\d{1,2}\)|[a-z]\)|[IVX]{1,5}\.))\s{0,20}[-–—:]?\s{0,20}"
)
_SCHEDULE = re.compile(
    r"(?P<name>(?:EXHIBIT|SCHEDULE|ANNEX|APPENDIX|ATTACHMENT|Exhibit|Schedule|Annex|Appendix|Attachment)"
    r"\s{1,3}(?:No\.\s{0,2})?[\"“'-]?(?:[A-Z]{1,2}|\d{1,2}|[IVX]{1,5})(?:-\d{1,2}|\.\d)?)(?=[\"”']?(?:[\s:.–—-]|$))"
)
_SIGNATURES = re.compile(r"IN WITNESS WHEREOF|In Witness Whereof|In witness whereof")
_SMALL_WORDS = re.compile(
    r"(?:a|an|and|as|at|but|by|for|from|in|into|nor|of|on|or|the|to|upon|via|vs|with|without)", re.IGNORECASE
)
_VERB = re.compile(r"\b(?:shall|will|may|must|is|are|was|has|have|means?|agrees?|includes?)\b")
# Characters of prose after which an annex may begin; what comes earlier is a table of contents.
_FRONT_MATTER = 1500
_HEADING = re.compile(r"[^.:;–—\n]{2,80}?(?=[.:]\s|[.:]?$|\s[-–—]{1,3}\s|\s{3,})")
_MAX_HEADING = 100
# A tab for each empty cell at the end of a row.
_EMPTY_CELLS = re.compile(r"\t+(?:\n|\Z)")
_RULE = re.compile(r"[-_=]{3,}")


def find_passages(document: Document) -> tuple[Passage, ...]:
    """The sentences of a document in order, with clause numbers and headings also where they stand inside a line."""
    reader = _Reader(document)
    passages = [passage for index, block in enumerate(document.blocks) for passage in reader.read(index, block)]
    # A contents page that names schedules begins none: what follows it is the body, up to the first of them.
    first = body_end(passages)
    return tuple(replace(p, part="body") if i < first and p.part == "schedule" else p for i, p in enumerate(passages))


class _Reader:
    """Walks the blocks of one document and keeps the clause and the part it is in."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._clauses = ClauseNumbers()
        self._part: BlockPart = "body"
        self._block_part: BlockPart = "body"
        self._number_alone = False
        self._prose = 0

    def read(self, index: int, block: Block) -> Iterator[Passage]:
        if block.part != self._block_part:
            self._part = self._block_part = block.part
            self._leave()
        text = self._document.text[block.start : block.end]
        sentences = split_sentences(text)
        for position, (start, end) in enumerate(sentences):
            yield self._passage(
                index, block, text[start:end], block.start + start, alone=len(sentences) == 1, first=position == 0
            )

    def _passage(self, index: int, block: Block, text: str, start: int, *, alone: bool, first: bool) -> Passage:
        is_heading = self._move(block, text, alone=alone, first=first)
        self._prose += len(text) if len(text) > _MAX_HEADING else 0
        return Passage(
            text=text,
            start=start,
            end=start + len(text),
            block=index,
            number=self._clauses.number,
            heading=self._clauses.heading,
            part=self._part,
            page=self._document.text_map.page(start),
            is_heading=is_heading,
            left_empty=block.kind == "table_cell" and _EMPTY_CELLS.match(self._document.text, block.end) is not None,
            beside=block.kind == "table_cell" and first and self._document.text.endswith("\t", 0, start),
        )

    def _move(self, block: Block, text: str, *, alone: bool, first: bool) -> bool:
        """Enter the clause that this sentence opens, if it opens one. Returns whether the sentence is a heading."""
        heading_block = block.kind == "heading" and alone
        if self._enter_part(text, first=first):
            return heading_block or len(text) <= _MAX_HEADING
        label, words = _label_and_words(block, text, first=first)
        heading = _heading(words, sure=heading_block, alone=alone)
        whole = heading is not None and len(words) <= len(heading) + 4
        if label and (first or self._clauses.may_follow(label)):
            self._clauses.enter(label, heading=heading)
            self._number_alone = not words
            return heading is not None and whole
        after_number, self._number_alone = self._number_alone, False
        if after_number and heading and whole and block.kind != "table_cell":
            self._clauses.name(heading)  # "ARTICLE IV" and its title stand on two lines
            return True
        if block.kind == "table_cell" or heading is None or not whole or not first:
            return False
        if heading_block or not alone:
            self._leave(heading)
            return True
        return False

    def _leave(self, title: str | None = None) -> None:
        self._clauses.restart(title)
        self._number_alone = False

    def _enter_part(self, text: str, *, first: bool) -> bool:
        if self._part in ("body", "order_form") and _SIGNATURES.match(text):
            self._part = "signature_page"
            self._leave()
            return False
        found = _SCHEDULE.match(text)
        if not found or not (found[0].isupper() or (first and len(text) <= _MAX_HEADING)) or not read_title(text):
            return False
        if self._prose < _FRONT_MATTER:
            return False
        self._part = "schedule"
        self._leave(_clean(text[:_MAX_HEADING]))
        return True


def _label_and_words(block: Block, text: str, *, first: bool) -> tuple[str | None, str]:
    """The number in front of a sentence, from the block where it opens one, and the words after it."""
    if first and block.number:
        return block.number, text[max(0, block.body_start - block.start) :].strip()
    found = _NUMBERED.match(text)
    if found and block.kind != "table_cell":
        return found["number"], text[found.end() :].strip()
    return None, text


def _heading(words: str, *, sure: bool, alone: bool) -> str | None:
    """The heading in these words: all of them, or a title before a full stop, a colon or a dash."""
    if sure:
        return _clean(words[:_MAX_HEADING])
    cut = _HEADING.match(words[:_MAX_HEADING])
    title = _clean(cut[0]) if cut else None
    whole_sentence = alone and words.endswith(".")
    return title if title and _is_title(title, capitals=whole_sentence) else None


def _is_title(words: str, *, capitals: bool) -> bool:
    """Capitals on every word that can bear one or, unless `capitals` are needed, a few words without a verb."""
    tokens = words.split()
    if not (words[0].isalpha() or words[0] == "[") or len(tokens) > 12:
        return False
    counted = [t for t in tokens if t[0].isalpha() and not _SMALL_WORDS.fullmatch(t.strip("(),/&"))]
    if not capitals and len(tokens) <= 5 and words[0].isupper():
        return not _VERB.search(words)
    return bool(counted) and all(t[0].isupper() for t in counted)


def _clean(words: str) -> str | None:
    return " ".join(_RULE.sub(" ", words).split()).strip(" .:;-–—") or None
