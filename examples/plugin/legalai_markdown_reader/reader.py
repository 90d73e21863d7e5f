"""Markdown files as documents: headings and list items become blocks, Markdown's own marks are left out of the text."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from legalai.errors import DamagedFile
from legalai.schema import Block, BlockKind, Document, DocumentFacts
from legalai.text_map import Home, TextMap

_HEADING = re.compile(r"#{1,6}[ \t]+")
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+")
_NUMBER = re.compile(r"[ \t]*(\d+(?:\.\d+)*)[.)]?[ \t]+")
_EMPHASIS = re.compile(r"\*\*|__")


@dataclass(frozen=True, slots=True)
class MarkdownReader:
    """Reads `.md`. The kind is told by the file's name: Markdown looks like any other text."""

    name: str = "Markdown"
    suffixes: tuple[str, ...] = (".md", ".markdown")
    media_type: str = "text/markdown"

    def recognises(self, head: bytes, path: Path) -> bool:
        """Whether the name says Markdown and nothing in the file speaks against text."""
        return path.suffix.lower() in self.suffixes and b"\0" not in head

    def read(self, path: Path, *, password: str | None = None) -> Document:
        """The document in the file, one block per line. Raises: DamagedFile when it is not UTF-8."""
        data = path.read_bytes()
        try:
            source = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise DamagedFile(f"{path.name} is not UTF-8 text: save it as UTF-8.") from None
        text = _Text()
        position = 0
        for line in source.splitlines(keepends=True):
            _read_line(text, line, position)
            position += len(line)
        return text.document(path.name, hashlib.sha256(data).hexdigest(), self.media_type)


class _Text:
    """The text so far, its blocks, and where its characters stood in the file."""

    def __init__(self) -> None:
        self.text = ""
        self.homes: list[Home] = []
        self.blocks: list[Block] = []

    def add(self, words: str, offset: int | None) -> None:
        """Add characters that stood at `offset` of the file; None for those that the file does not hold."""
        if words:
            start = len(self.text)
            self.text += words
            self.homes.append(Home(start=start, end=len(self.text), offset=offset))

    def document(self, name: str, sha256: str, media_type: str) -> Document:
        """Everything added, as a document."""
        facts = DocumentFacts(
            name=name, sha256=sha256, media_type=media_type, pages=None, characters=len(self.text), language="en"
        )
        return Document(facts=facts, text=self.text, blocks=tuple(self.blocks), text_map=TextMap(tuple(self.homes)))


def _read_line(text: _Text, line: str, position: int) -> None:
    """Add one line of the file, which begins at `position`, as a block; a blank line adds nothing."""
    body = line.rstrip()
    if not body:
        return
    if text.text:
        text.add("\n", None)
    start = len(text.text)
    kind, shown_from = _kind(body)
    numbered = _NUMBER.match(body, shown_from)
    last = shown_from
    for mark in [*_EMPHASIS.finditer(body, shown_from), None]:
        until = mark.start() if mark else len(body)
        text.add(body[last:until], position + last)
        last = mark.end() if mark else last
    if len(text.text) > start:
        body_start = start + (numbered.end() - shown_from if numbered else 0)
        number = numbered[1] if numbered else None
        text.blocks.append(Block(kind=kind, start=start, end=len(text.text), body_start=body_start, number=number))


def _kind(body: str) -> tuple[BlockKind, int]:
    """What a line is, and where its words begin after Markdown's mark."""
    heading = _HEADING.match(body)
    if heading:
        return "heading", heading.end()
    bullet = _BULLET.match(body)
    if bullet:
        return "list_item", bullet.end()
    return ("list_item" if _NUMBER.match(body) else "paragraph"), 0
