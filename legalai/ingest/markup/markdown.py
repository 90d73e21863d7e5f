"""Markdown: the page it stands for, read as one."""

import re
from pathlib import Path

from markdown_it import MarkdownIt

from legalai.errors import InputError
from legalai.ingest.clause_numbers import read_label
from legalai.ingest.guard import MAX_CHARACTERS
from legalai.ingest.markup.html import page_of
from legalai.ingest.pieces import assemble, make_document
from legalai.ingest.text import TextReader, decode
from legalai.schema import Document

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:[^\r\n]*\r?\n){0,200}?---[ \t]*(?:\r?\n|$)")
_ENDED = re.compile(r"[.:;!?][\"”’')\]*_]*[ \t]*$|[;,] (?:and|or)[ \t]*$")
# The parser leaves out what nests deeper; no contract does.
_DEEPEST = 100


class MarkdownReader:
    """Reads Markdown (CommonMark with tables) without its marks, its list numbers as a page of it shows them."""

    # Not "Markdown": plugins that read another dialect have that name, and are asked first.
    name = "CommonMark"
    suffixes: tuple[str, ...] = (".md", ".markdown")
    media_type = "text/markdown"

    def __init__(self) -> None:
        self._text = TextReader()

    def recognises(self, head: bytes, path: Path) -> bool:
        """Text that is named so: nothing in its content tells Markdown from text."""
        return path.suffix.lower() in self.suffixes and self._text.recognises(head, path)

    def read(self, path: Path, *, password: str | None = None) -> Document:
        """The document in a Markdown file; a password plays no part. Raises: DamagedFile, InputError."""
        source, issues = decode(path)
        if len(source) > MAX_CHARACTERS:
            raise InputError(f"{path.name} has {len(source)} characters and the limit is {MAX_CHARACTERS}: split it.")
        front = _FRONT_MATTER.match(source)
        parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
        body = _with_clauses_apart(source[front.end() if front else 0 :])
        page = f"<html><body>{parser.render(body)}</body></html>"
        found = page_of(page, path.name, "accepted")
        text, drafts, text_map = assemble(found.paragraphs)
        document = make_document(
            path, media_type=self.media_type, text=text, drafts=drafts, text_map=text_map, pages=None, issues=issues
        )
        return found.put_on(document, "accepted")


def _with_clauses_apart(source: str) -> str:
    """A blank line before each line that begins with a number: Markdown would run it on after the one before."""
    lines: list[str] = []
    for line in source.splitlines():
        before = lines[-1] if lines else ""
        label = read_label(line) if before.strip() else None
        if label is not None and not label.weak and (label.absolute or _ENDED.search(before)):
            lines.append("")
        lines.append(line)
    return "\n".join(lines)
