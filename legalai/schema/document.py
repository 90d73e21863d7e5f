"""A document as read: its text, its blocks, and the way home for every character."""

from dataclasses import dataclass
from typing import Literal

from legalai.text_map import TextMap

IssueSeverity = Literal["info", "warning", "error"]
BlockKind = Literal["paragraph", "heading", "list_item", "table_cell"]
BlockPart = Literal["body", "schedule", "signature_page", "order_form"]
View = Literal["accepted", "original", "marked"]
ChangeKind = Literal["insertion", "deletion", "move_from", "move_to"]
HiddenKind = Literal[
    "marked_hidden",
    "same_colour",
    "tiny",
    "off_page",
    "covered",
    "invisible_characters",
    "reordered",
    "comment",
    "property",
    "alt_text",
    "furniture",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Trouble the user should know of. `code` is listed in docs/issues.md; messages hold no contract text.

    Characters [start, end) of the document's text are what it is about, where that is one place.
    """

    code: str
    severity: IssueSeverity
    message: str
    page: int | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFacts:
    """What is known of a file without its text. `characters` counts code points of the text.

    `view` says which view of a file with tracked changes was read; None where it holds none.
    """

    name: str
    sha256: str
    media_type: str
    pages: int | None
    characters: int
    language: str
    ocr: bool = False
    view: View | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenText:
    """Words a file holds that a person who reads it is not shown; they are no part of the text.

    `anchor` is where in the text they stand, or what they stand next to. `text` is as hostile as it was made: it may
    hold characters that show nothing or reorder what is shown. `why` says in a few words what hides it.
    """

    kind: HiddenKind
    text: str
    anchor: int
    why: str
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedChange:
    """An open change of a file with tracked changes.

    Characters [start, end) of the text are its words where the view that was read shows them; else both are the place
    where they would stand. `author` and `date` are as the file says, empty where it does not.
    """

    kind: ChangeKind
    text: str
    start: int
    end: int
    author: str = ""
    date: str = ""


@dataclass(frozen=True, kw_only=True)
class Document:
    """A contract as read: its text, its blocks in order, and the way home for every character."""

    facts: DocumentFacts
    text: str
    blocks: tuple[Block, ...]
    text_map: TextMap
    issues: tuple[Issue, ...] = ()
    hidden: tuple[HiddenText, ...] = ()
    changes: tuple[TrackedChange, ...] = ()

    def __post_init__(self) -> None:
        if len(self.text_map) != len(self.text):
            raise ValueError(f"the text has {len(self.text)} characters and its map {len(self.text_map)}")
