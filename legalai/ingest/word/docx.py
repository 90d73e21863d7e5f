"""Word documents: the body in reading order, numbers as rendered, tracked changes accepted or undone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from legalai.errors import DamagedFile, NoTextLayer
from legalai.ingest.flat import is_flat_opc
from legalai.ingest.guard import MAX_DEPTH, Element
from legalai.ingest.ocr.engines import ENGINES_TO_INSTALL
from legalai.ingest.pieces import Paragraph, Piece, assemble, make_document
from legalai.ingest.tables import Cell, columns_of, paragraphs_of, placed_cells, row_paragraphs
from legalai.ingest.word.changes import undo_changes
from legalai.ingest.word.covers import covering_issues
from legalai.ingest.word.drawings import CHART, OLE_OBJECT
from legalai.ingest.word.insets import Insets
from legalai.ingest.word.margins import unread_addresses
from legalai.ingest.word.marks import Marks
from legalai.ingest.word.notes import NoteMarks
from legalai.ingest.word.numbering import Numbering, Styles, int_of, value_of
from legalai.ingest.word.opc import MC, Package, W, read_package
from legalai.ingest.word.runs import TEXT_BOX, RunReader, UnseenWords, is_strong, one_alternative, unclosed_fields
from legalai.ingest.word.visibility import Unseen, Visibility, page_colour
from legalai.schema import Document, Issue, View

_ROWS = (f"{W}tr",)
_CELLS = (f"{W}tc",)
_TRANSPARENT = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))

_AFTER_EVERY_RUN = 1_000_000
# What begins an archive; programs that send files put lines of their own before it.
_ENTRY = b"PK\x03\x04"
_FLAT_TYPE = "application/xml"


class DocxReader:
    """Reads Office Open XML documents (ISO/IEC 29500), transitional and strict."""

    name = "Word"
    suffixes: tuple[str, ...] = (".docx", ".docm", ".dotx", ".dotm")
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    def __init__(self, nesting: int = 0) -> None:
        """`nesting`: in how many other Word files the ones that it reads stand."""
        self._nesting = nesting

    def recognises(self, head: bytes, path: Path) -> bool:
        """A zip archive with a word-processing part, or a package in one XML file."""
        if is_flat_opc(head):
            return True
        if not head.startswith(_ENTRY) and not (path.suffix.lower() in self.suffixes and _ENTRY in head):
            return False
        try:
            with ZipFile(path) as archive:
                names = (name.replace("\\", "/").lower() for name in archive.namelist())
                return any(name.startswith("word/") and name.endswith(".xml") for name in names)
        except (BadZipFile, OSError, NotImplementedError, ValueError):
            # Cut short, its directory lost: by its first entry it was an office file.
            return path.suffix.lower() in self.suffixes or b"word/" in head or b"[Content_Types].xml" in head

    def read(self, path: Path, *, password: str | None = None) -> Document:
        """The document as Word shows it; a password plays no part, an encrypted Word file is no zip archive.

        Raises: DamagedFile, InputError.
        """
        return self.read_view(path, view="accepted", password=password)

    def read_view(self, path: Path, *, view: View, password: str | None = None) -> Document:
        """The document as if its tracked changes were all accepted, or as it was before them.

        The marked view has the text of the accepted one: deleted words are in no text, but in `Document.changes`.
        Raises: DamagedFile, InputError.
        """
        package = read_package(path)
        body = package.document.find(f"{W}body")
        if body is None:
            raise DamagedFile(f"{path.name} holds no body: open it in Word and save it again.")
        indices = {paragraph: index for index, paragraph in enumerate(body.iter(f"{W}p"))}
        marks = Marks.of(package, body, indices)
        if view == "original":
            for story in (body, package.related.get("footnotes"), package.related.get("endnotes")):
                if story is not None:
                    undo_changes(story)
        insets = Insets.of(package, body, path, view, self._nesting)
        walker = _Walker.over(package, indices, path.name, insets)
        text, drafts, text_map = assemble([*walker.blocks(body), *_notes(package, walker)])
        if insets.unread and not text.strip():
            raise NoTextLayer(f"{path.name} holds pictures and no words, which were not read: {ENGINES_TO_INSTALL}.")
        document = make_document(
            path, media_type=_FLAT_TYPE if package.flat else self.media_type,
            text=text, drafts=drafts, text_map=text_map, pages=None,
            issues=(*_mending_issues(path.name, package), *covering_issues(path.name, body), *insets.issues),
            ocr=insets.ocr or any(chunk.ocr for chunk in insets.chunks.values()),
        )  # fmt: skip
        return marks.put_on(document, view, walker.runs, unread_addresses(package, body))


def _mending_issues(name: str, package: Package) -> Iterator[Issue]:
    if not package.mended:
        return
    without = f", but without {', '.join(package.left_out)}, of which nothing can be read" if package.left_out else ""
    if package.whole:
        message = f"{name} is damaged and was put right{without}: compare what matters with what Word shows."
        yield Issue(code="repaired", severity="warning", message=message)
    else:
        message = f"{name} is damaged, and some of its text is lost{without}: have it sent again."
        yield Issue(code="text-lost", severity="error", message=message)


@dataclass
class _Walker:
    """Walks block content in order. `carried`: pieces of paragraphs whose mark is deleted, for the next one."""

    name: str
    numbering: Numbering
    styles: Styles
    indices: dict[Element, int]
    runs: RunReader
    insets: Insets
    carried: list[Piece] = field(default_factory=list)
    depth: int = 0

    @staticmethod
    def over(package: Package, indices: dict[Element, int], name: str, insets: Insets) -> "_Walker":
        part = package.related.get("styles")
        styles = Styles(part)
        numbering = Numbering(package.related.get("numbering"), styles)
        defaults = part.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if part is not None else None
        ground = page_colour(package.document, package.related.get("settings"))
        stories = (package.document, package.related.get("footnotes"), package.related.get("endnotes"))
        unclosed = {mark for story in stories if story is not None for mark in unclosed_fields(story)}
        notes = NoteMarks(package.related.get("settings"))
        runs = RunReader(Visibility(styles, defaults, ground), notes, unclosed)
        return _Walker(name, numbering, styles, indices, runs, insets)

    def blocks(self, container: Element) -> Iterator[Paragraph]:
        """The paragraphs of a body, cell, text box or note, tables opened up."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise DamagedFile(f"{self.name} nests tables or controls too deep: open it in Word and save it again.")
        for child in container:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in _TRANSPARENT:
                yield from self.blocks(child)
            elif child.tag == f"{MC}AlternateContent":
                chosen = one_alternative(child)
                if chosen is not None:
                    yield from self.blocks(chosen)
            elif child.tag == f"{W}altChunk":
                yield from self._chunk(child)
        self.depth -= 1

    def _chunk(self, element: Element) -> Iterator[Paragraph]:
        """A file of another kind that stands here; what it hides is hidden here."""
        chunk = self.insets.chunk(element)
        if chunk is None:
            self.runs.seen["embedded"] += 1
            return
        before = next(element.itersiblings(f"{W}p", preceding=True), None)
        place = self.indices.get(before) if before is not None else None
        for number, each in enumerate(chunk.hidden):
            # After every run of the paragraph before, and apart from each other.
            after = _AFTER_EVERY_RUN + 2 * number
            self.runs.unseen.append(UnseenWords(Unseen(each.kind, each.why), each.text, place, after))
        yield from chunk.paragraphs

    def _paragraph(self, element: Element) -> Iterator[Paragraph]:
        pieces, boxes = self.runs.read(element, self.indices.get(element))
        mark = element.find(f"{W}pPr/{W}rPr")
        gone = mark is not None and (mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None)
        if gone:
            self.carried.extend(pieces)
        else:
            pieces, self.carried = [*self.carried, *pieces], []
            yield from self._numbered(element, _trimmed(pieces))
        for box in boxes:
            if box.tag == TEXT_BOX:
                yield from self.blocks(box)
            elif box.tag in (OLE_OBJECT, CHART):
                self.runs.seen["embedded"] += 1
            else:
                yield from self.insets.paragraphs(box)

    def _numbered(self, element: Element, pieces: Sequence[Piece]) -> Iterator[Paragraph]:
        # An empty paragraph is counted too: Word shows its number.
        numbered = self.numbering.number(element)
        if not pieces:
            return
        style = self.styles.paragraph_style(element)
        own = is_strong(element)
        strong = (
            own if own is not None else self.styles.run_property(style, "b") or self.styles.run_property(style, "caps")
        )
        shown = Piece(numbered.text, paragraph=self.indices.get(element)) if numbered else None
        yield Paragraph(
            pieces=(shown, *pieces) if shown else tuple(pieces),
            label=numbered.label if numbered else None,
            bullet=len(numbered.text) if numbered and numbered.label is None else 0,
            outline=_outline(element, self.styles.outline(style)),
            strong=strong,
        )

    def _table(self, table: Element) -> Iterator[Paragraph]:
        """A table's paragraphs: the cells of a row on one line where each is one paragraph, else each on its own."""
        rows = placed_cells([list(self._cells(row)) for row in _children(table, _ROWS) if not _is_gone(row)])
        columns = columns_of(rows)
        wide = any(len(row) > 1 for row in rows)
        for row in rows:
            yield from row_paragraphs(row, columns) if wide else paragraphs_of(row)

    def _cells(self, row: Element) -> Iterator[Cell]:
        """The cells of a row; columns that it leaves out, and a cell that is deleted, are empty ones."""
        before = int_of(row, "trPr", "gridBefore")
        if before:
            yield Cell(columns=before)
        for cell in _children(row, _CELLS):
            columns = int_of(cell, "tcPr", "gridSpan") or 1
            covered = value_of(cell, "tcPr", "vMerge") in ("", "continue")
            yield Cell(() if _is_gone(cell) else list(self.blocks(cell)), columns, covered=covered)


def _is_gone(part: Element) -> bool:
    """Whether a row or a cell is deleted."""
    return part.find(f"{W}trPr/{W}del") is not None or part.find(f"{W}tcPr/{W}cellDel") is not None


def _children(element: Element, tags: Sequence[str]) -> Iterator[Element]:
    """The rows of a table or the cells of a row, through content controls and tracked insertions."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _children(child, tags)


def _outline(paragraph: Element, of_style: int | None) -> int | None:
    own = value_of(paragraph, "pPr", "outlineLvl")
    if own and own.isdigit():
        return int(own) if int(own) < 9 else None
    return of_style


def _trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces without the white space at the ends of the paragraph."""
    trimmed = list(pieces)
    while trimmed and not trimmed[-1].text.strip():
        trimmed.pop()
    while trimmed and not trimmed[0].text.strip():
        trimmed.pop(0)
    if trimmed:
        trimmed[-1] = replace(trimmed[-1], text=trimmed[-1].text.rstrip())
        first = trimmed[0]
        cut = len(first.text) - len(first.text.lstrip())
        moved = None if first.offset is None else first.offset + cut
        trimmed[0] = replace(first, text=first.text[cut:], offset=moved)
    return trimmed


def _notes(package: Package, walker: _Walker) -> Iterator[Paragraph]:
    """The notes the body refers to, after it, each with the mark that Word shows."""
    for note in list(walker.runs.notes.met):
        part = package.related.get(note.kind)
        found = None if part is None else next((each for each in part if each.get(f"{W}id") == note.identity), None)
        for number, paragraph in enumerate(walker.blocks(found) if found is not None else ()):
            mark = (Piece(f"{note.mark} "),) if number == 0 and note.mark else ()
            yield replace(
                paragraph, pieces=(*mark, *paragraph.pieces), label=None, is_note=True,
                bullet=len(mark[0].text) if mark else paragraph.bullet,
            )  # fmt: skip
