"""A document as read: its text, its blocks, and the way home for every character."""

from dataclasses import dataclass
from typing import Literal

from legalai.text_map import TextMap

IssueSeverity = Literal["info", "warning", "error"]
BlockKind = Literal["paragraph", "heading", "list_item", "table_cell"]
BlockPart = Literal["body", "schedule", "signature_page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Trouble the user should know of. `code` is listed in docs/issues.md; messages hold no contract text."""

    code: str
    severity: IssueSeverity
    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFacts:
    """What is known of a file without its text. `characters` counts code points of the text."""

    name: str
    sha256: str
    media_type: str
    pages: int | None
    characters: int
    language: str
    ocr: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, heading, list item or table cell: characters [start, end), its line break not included.

    `number` is the number shown before it ("12.1(a)"), whether typed or rendered by the word processor; it is part of
    the text, and `body_start` is where the words after it begin. `level` counts from 0 for the outermost.
    """

    kind: BlockKind
    start: int
    end: int
    body_start: int
    part: BlockPart = "body"
    number: str | None = None
    level: int | None = None


@dataclass(frozen=True, kw_only=True)
class Document:
    """A contract as read: its text, its blocks in order, and the way home for every character."""

    facts: DocumentFacts
    text: str
    blocks: tuple[Block, ...]
    text_map: TextMap
    issues: tuple[Issue, ...] = ()

    def __post_init__(self) -> None:
        if len(self.text_map) != len(self.text):
            raise ValueError(f"the text has {len(self.text)} characters and its map {len(self.text_map)}")
