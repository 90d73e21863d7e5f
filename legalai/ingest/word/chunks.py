"""Files of other kinds that stand in the text of a Word file and that Word shows there: web pages, rich text, Word.

Source: ISO/IEC 29500-1 §17.17.2 (altChunk).
"""

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from legalai.errors import InputError
from legalai.ingest.pieces import Paragraph, paragraphs_in
from legalai.ingest.reader import Reader, read
from legalai.schema import Document, HiddenText, Issue, View

# A file in a file in a file: Word makes one level, when documents are merged.
_DEEPEST = 3
# What is said of any file, or of its name, which is ours.
_NOT_OF_THE_WHOLE = frozenset({"not-english", "one-view", "type-mismatch", "inner-file", "hidden-text"})
_ENDINGS = {".mht": ".eml", ".mhtml": ".eml", ".xhtml": ".html", ".htm": ".html", ".dat": ""}


@dataclass(frozen=True, slots=True)
class Chunk:
    """What a file says that stands in another one, what of it no reader is shown, and what is to be told of it."""

    paragraphs: tuple[Paragraph, ...]
    hidden: tuple[HiddenText, ...]
    issues: tuple[Issue, ...]
    ocr: bool


def read_chunk(part: str, data: bytes, name: str, view: View, nesting: int) -> Chunk | None:
    """What the file in a part of `name` says; None where it cannot be read, or stands too deep."""
    if nesting >= _DEEPEST:
        return None
    ending = PurePosixPath(part).suffix.lower()
    with tempfile.TemporaryDirectory(prefix="legalai-") as folder:
        path = Path(folder) / f"part{_ENDINGS.get(ending, ending)}"
        path.write_bytes(data)
        try:
            document = read(path, _readers(nesting + 1), view=view)
        except InputError:
            return None
    return Chunk(
        tuple(paragraphs_in(document)), document.hidden, tuple(_told(document, path.name, name)), document.facts.ocr
    )


def _readers(nesting: int) -> tuple[Reader, ...]:
    # Not at the top: those of them that read Word files read what stands in them by this module.
    from legalai.ingest.containers.eml import EmlReader
    from legalai.ingest.markup.html import HtmlReader
    from legalai.ingest.markup.rtf import RtfReader
    from legalai.ingest.text import TextReader
    from legalai.ingest.word.docx import DocxReader

    html, text = HtmlReader(), TextReader()
    return DocxReader(nesting), RtfReader(), html, EmlReader(()), text


def _told(document: Document, inner: str, name: str) -> list[Issue]:
    kind = document.facts.media_type
    message = f"{name} holds a file of another kind ({kind}) that Word shows in its place: it was read there."
    kept = [issue for issue in document.issues if issue.code not in _NOT_OF_THE_WHOLE]
    return [
        Issue(code="inner-file", severity="info", message=message),
        *(replace(issue, message=issue.message.replace(inner, name)) for issue in kept),
    ]
