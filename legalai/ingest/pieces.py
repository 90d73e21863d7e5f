"""Putting a document together: paragraphs of pieces, each piece with its place in the file."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from legalai.ingest.blocks import Draft, type_blocks
from legalai.ingest.clause_numbers import Label
from legalai.ingest.language import language_of
from legalai.schema import Document, DocumentFacts, Issue
from legalai.text_map import Box, Home, TextMap


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters and the place they came from, as in `Home`."""

    text: str
    page: int | None = None
    box: Box | None = None
    paragraph: int | None = None
    run: int | None = None
    offset: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph to be: its pieces, the rendered number included; `separator` stands between it and the next.

    `lead` follows the separator of the one before: a tab for each empty cell of a table in front of it.
    The other fields are `Draft`'s.
    """

    pieces: tuple[Piece, ...]
    label: Label | None = None
    bullet: int = 0
    outline: int | None = None
    strong: bool = False
    is_cell: bool = False
    is_note: bool = False
    separator: str = "\n"
    lead: str = ""


def paragraphs_in(document: Document) -> Iterator[Paragraph]:
    """The paragraphs of a document, to stand in another one, which has no places of its own for them."""
    for number, block in enumerate(document.blocks, start=1):
        following = document.blocks[number].start if number < len(document.blocks) else len(document.text)
        yield Paragraph(
            pieces=(Piece(document.text[block.start : block.end]),),
            bullet=block.body_start - block.start if block.number is None and block.kind == "list_item" else 0,
            strong=block.kind == "heading",
            is_cell=block.kind == "table_cell",
            separator=document.text[block.end : following] or "\n",
        )


def assemble(paragraphs: Sequence[Paragraph]) -> tuple[str, tuple[Draft, ...], TextMap]:
    """The text of the paragraphs, what is known of each, and the way home; a separator belongs to the place it ends."""
    texts: list[str] = []
    drafts: list[Draft] = []
    homes: list[Home] = []
    position = 0
    for number, paragraph in enumerate(paragraphs):
        start = position
        for piece in paragraph.pieces:
            if not piece.text:
                continue
            end = position + len(piece.text)
            homes.append(Home(position, end, piece.page, piece.box, piece.paragraph, piece.run, piece.offset))
            texts.append(piece.text)
            position = end
        drafts.append(
            Draft(
                start=start,
                end=position,
                text="".join(piece.text for piece in paragraph.pieces),
                label=paragraph.label,
                bullet=paragraph.bullet,
                outline=paragraph.outline,
                strong=paragraph.strong,
                is_cell=paragraph.is_cell,
                is_note=paragraph.is_note,
            )
        )
        if number + 1 < len(paragraphs) and homes:
            place = homes[-1]
            between = paragraph.separator + paragraphs[number + 1].lead
            end = position + len(between)
            homes.append(Home(position, end, place.page, None, place.paragraph, place.run, None))
            texts.append(between)
            position = end
    return "".join(texts), tuple(drafts), TextMap(tuple(homes))


def make_document(
    path: Path,
    *,
    media_type: str,
    text: str,
    drafts: Sequence[Draft],
    text_map: TextMap,
    pages: int | None,
    issues: Sequence[Issue],
    ocr: bool = False,
) -> Document:
    """The document of a file, with its facts and typed blocks; `ocr`: some of its words were read off pictures."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    facts = DocumentFacts(
        name=path.name,
        sha256=digest,
        media_type=media_type,
        pages=pages,
        characters=len(text),
        language=language_of(text),
        ocr=ocr,
    )
    return Document(facts=facts, text=text, blocks=type_blocks(drafts), text_map=text_map, issues=tuple(issues))
