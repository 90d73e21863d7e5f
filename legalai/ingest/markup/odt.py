"""OpenDocument texts: the body in reading order, list numbers as rendered, tracked changes as if accepted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from legalai.errors import DamagedFile, UnsupportedFormat
from legalai.ingest.guard import MAX_DEPTH, Element, open_archive, parse_xml, read_part
from legalai.ingest.markup.flow import Flow, as_note, rendered, table_paragraphs
from legalai.ingest.markup.odt_styles import OUTLINE, TEXT, OdtStyles, render
from legalai.ingest.pieces import Paragraph, assemble, make_document
from legalai.ingest.word.numbering import Numbered
from legalai.schema import Document, Issue

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_TYPE = b"application/vnd.oasis.opendocument.text"

_TRANSPARENT = frozenset(
    {f"{TEXT}section", f"{TEXT}index-body", f"{TEXT}index-title", f"{TEXT}numbered-paragraph", f"{_DRAW}a"}
    | {f"{TEXT}{kind}" for kind in (
        "table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index",
        "bibliography",
    )}
)  # fmt: skip
# Inside a paragraph: what shows no words of the contract, or is read elsewhere.
_SILENT = frozenset({f"{_OFFICE}annotation", f"{_OFFICE}annotation-end", f"{TEXT}hidden-text", f"{TEXT}number"})
_ROW_GROUPS = frozenset(f"{_TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group"))


class OdtReader:
    """Reads OpenDocument texts (ISO/IEC 26300)."""

    name = "OpenDocument"
    suffixes: tuple[str, ...] = (".odt", ".ott")
    media_type = "application/vnd.oasis.opendocument.text"

    def recognises(self, head: bytes, path: Path) -> bool:
        """A zip archive that says so in its first part, or that holds an OpenDocument body and is named so."""
        if not head.startswith(b"PK\x03\x04"):
            return False
        if _TYPE in head[:200]:
            return True
        try:
            with ZipFile(path) as archive:
                return "mimetype" in archive.namelist() and archive.getinfo("mimetype").file_size < 200 and (
                    archive.read("mimetype").startswith(_TYPE)
                )  # fmt: skip
        except (BadZipFile, OSError, NotImplementedError, ValueError, RuntimeError):
            return path.suffix.lower() in self.suffixes

    def read(self, path: Path, *, password: str | None = None) -> Document:
        """The document as a word processor shows it. Raises: DamagedFile, InputError."""
        content, styles = _parts(path)
        body = content.find(f"{_OFFICE}body/{_OFFICE}text")
        if body is None:
            raise DamagedFile(f"{path.name} holds no text: open it in LibreOffice and save it again.")
        walker = _Walker(path.name, OdtStyles(*(root for root in (styles, content) if root is not None)))
        paragraphs = [*walker.blocks(body), *walker.notes()]
        text, drafts, text_map = assemble(paragraphs)
        return make_document(
            path, media_type=self.media_type, text=text, drafts=drafts, text_map=text_map, pages=None,
            issues=_issues(body, walker),
        )  # fmt: skip


def _parts(path: Path) -> tuple[Element, Element | None]:
    with open_archive(path) as archive:
        names = archive.namelist()
        if "META-INF/manifest.xml" in names and b"encryption-data" in read_part(
            archive, "META-INF/manifest.xml", path.name
        ):
            raise UnsupportedFormat(
                f"{path.name} is protected with a password: open it in LibreOffice and save it without one."
            )
        if "content.xml" not in names:
            raise DamagedFile(f"{path.name} lacks its part content.xml: open it in LibreOffice and save it again.")
        content = parse_xml(read_part(archive, "content.xml", path.name), path.name)
        styles = parse_xml(read_part(archive, "styles.xml", path.name), path.name) if "styles.xml" in names else None
    return content, styles


@dataclass
class _Counter:
    """How far a list was counted, by depth from 1."""

    key: str
    counts: dict[int, int] = field(default_factory=dict)


@dataclass
class _Item:
    """A list item that is open: the number its first paragraph shows is still to be taken."""

    counter: _Counter
    style: str
    depth: int
    start: int | None
    taken: bool


@dataclass
class _Walker:
    name: str
    styles: OdtStyles
    flow: Flow = field(default_factory=Flow)
    # Counters by the id of a list, and the last one of each list style.
    by_id: dict[str, _Counter] = field(default_factory=dict)
    by_style: dict[str, _Counter] = field(default_factory=dict)
    items: list[_Item] = field(default_factory=list)
    footnotes: list[tuple[str, Element]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    counted: int = 0
    depth: int = 0
    hidden: int = 0
    comments: int = 0

    def blocks(self, container: Element) -> Iterator[Paragraph]:
        """The paragraphs of a body, section, cell, note or text box."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise DamagedFile(f"{self.name} nests lists or tables too deep: open it in LibreOffice and save it again.")
        for child in container:
            if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                yield from self._paragraph(child)
            elif child.tag == f"{TEXT}list":
                yield from self._list(child)
            elif child.tag == f"{_TABLE}table":
                yield from table_paragraphs([[self._cell(cell) for cell in row] for row in _rows(child)])
            elif child.get(f"{TEXT}display") == "none":
                self.hidden += 1
            elif child.tag in _TRANSPARENT:
                yield from self.blocks(child)
            elif child.tag == f"{_DRAW}frame":
                for box in child.iter(f"{_DRAW}text-box"):
                    yield from self.blocks(box)
        self.depth -= 1

    def notes(self) -> Iterator[Paragraph]:
        """The footnotes and endnotes, each with its mark, for the end of the document."""
        for mark, body in self.footnotes:
            for place, paragraph in enumerate(list(self.blocks(body))):
                yield as_note(paragraph, f"[{mark}] " if place == 0 else "")

    def _cell(self, cell: Element) -> list[Paragraph]:
        items, self.items = self.items, []
        paragraphs = list(self.blocks(cell))
        self.items = items
        return paragraphs

    def _list(self, element: Element) -> Iterator[Paragraph]:
        outer = self.items[-1] if self.items else None
        style = element.get(f"{TEXT}style-name") or (outer.style if outer else "")
        counter = outer.counter if outer else self._counter(element, style)
        depth = outer.depth + 1 if outer else 1
        self.by_style[style] = counter
        self.by_id[element.get(_XML_ID, "")] = counter
        for child in element:
            if child.tag not in (f"{TEXT}list-item", f"{TEXT}list-header"):
                continue
            value = child.get(f"{TEXT}start-value", "")
            start = int(value) if value.isdigit() and len(value) < 7 else None
            self.items.append(_Item(counter, style, depth, start, taken=child.tag == f"{TEXT}list-header"))
            yield from self.blocks(child)
            self.items.pop()

    def _counter(self, element: Element, style: str) -> _Counter:
        """A list goes on with the one it names, or with the last one of its style where it says so."""
        named = element.get(f"{TEXT}continue-list")
        if named in self.by_id:
            return self.by_id[named]
        if element.get(f"{TEXT}continue-numbering") == "true" and style in self.by_style:
            return self.by_style[style]
        self.counted += 1
        return _Counter(f"odt {self.counted}")

    def _paragraph(self, element: Element) -> Iterator[Paragraph]:
        style = element.get(f"{TEXT}style-name", "")
        number = self._numbered(element)
        if self.styles.is_hidden("paragraph", style):
            self.hidden += 1
        else:
            self._inline(element, self.styles.is_strong("paragraph", style, inherited=False))
        level = element.get(f"{TEXT}outline-level", "1") if element.tag == f"{TEXT}h" else ""
        outline = int(level) - 1 if level.isdigit() and len(level) < 3 else self.styles.outline(style)
        paragraph = self.flow.close(number=number, outline=outline)
        if paragraph is not None:
            yield paragraph
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            yield from self.blocks(box)

    def _numbered(self, element: Element) -> Numbered | None:
        """Count a paragraph, an empty one too, and render its number; None where none is shown."""
        if self.items:
            item = self.items[-1]
            if item.taken:
                return None
            item.taken = True
            return self._count(item.counter, item.style, item.depth, item.start)
        level = element.get(f"{TEXT}outline-level", "")
        unnumbered = element.get(f"{TEXT}is-list-header") == "true"
        if element.tag != f"{TEXT}h" or unnumbered or not level.isdigit() or len(level) > 2:
            return None
        return self._count(self.by_style.setdefault(OUTLINE, _Counter(OUTLINE)), OUTLINE, int(level), None)

    def _count(self, counter: _Counter, style: str, depth: int, start: int | None) -> Numbered | None:
        levels = self.styles.levels(style)
        level = levels.get(depth)
        if level is None:
            return None
        counts = counter.counts
        counts[depth] = counts.get(depth, level.start - 1) + 1 if start is None else start
        for below in [other for other in counts if other > depth]:
            del counts[below]
        if level.form == "bullet":
            return Numbered("• ", None)
        shown = render(levels, depth, counts).strip()
        if not shown:
            return None
        return rendered(shown, place=(counter.key, depth - 1), value=counts[depth], roman=level.form.endswith("Roman"))

    def _inline(self, element: Element, strong: bool) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise DamagedFile(f"{self.name} nests text too deep: open it in LibreOffice and save it again.")
        self._text(element.text, strong)
        for child in element:
            self._child(child, strong)
            self._text(child.tail, strong)
        self.depth -= 1

    def _child(self, child: Element, strong: bool) -> None:
        tag = child.tag
        if tag == f"{TEXT}s":
            count = child.get(f"{TEXT}c", "1")
            self.flow.add(" " * (min(int(count), 200) if count.isdigit() and len(count) < 6 else 1), strong=strong)
        elif tag == f"{TEXT}tab":
            self.flow.add("\t", strong=strong)
        elif tag == f"{TEXT}line-break":
            self.flow.add("\n", strong=strong)
        elif tag == f"{TEXT}note":
            self._note(child)
        elif tag == f"{_DRAW}frame":
            self.boxes.extend(child.iter(f"{_DRAW}text-box"))
        elif tag in _SILENT or (tag.startswith(_DRAW) and tag != f"{_DRAW}a"):
            self.comments += tag == f"{_OFFICE}annotation"
            self.hidden += tag == f"{TEXT}hidden-text"
        else:
            name = child.get(f"{TEXT}style-name", "")
            if tag == f"{TEXT}span" and self.styles.is_hidden("text", name):
                self.hidden += 1
            else:
                self._inline(child, self.styles.is_strong("text", name, inherited=strong) if name else strong)

    def _text(self, text: str | None, strong: bool) -> None:
        """White space in the file is one space, and none after a space: §6.1.2 of the source."""
        if not text:
            return
        words = " ".join(text.replace("\t", " ").replace("\r", " ").split("\n"))
        while "  " in words:
            words = words.replace("  ", " ")
        self.flow.add(words, strong=strong)

    def _note(self, note: Element) -> None:
        body = note.find(f"{TEXT}note-body")
        if body is not None:
            citation = note.find(f"{TEXT}note-citation")
            mark = "".join(citation.itertext()).strip() if citation is not None else ""
            self.footnotes.append((mark or str(len(self.footnotes) + 1), body))


def _rows(table: Element) -> Iterator[list[Element]]:
    for child in table:
        if child.tag == f"{_TABLE}table-row":
            yield [cell for cell in child if cell.tag == f"{_TABLE}table-cell"]
        elif child.tag in _ROW_GROUPS:
            yield from _rows(child)


def _issues(body: Element, walker: _Walker) -> list[Issue]:
    issues: list[Issue] = []
    changes = len(body.findall(f"{TEXT}tracked-changes/{TEXT}changed-region"))
    if changes:
        message = f"{walker.name} has {changes} open tracked changes: it was read as if all were accepted."
        issues.append(Issue(code="tracked-changes", severity="info", message=message))
    if walker.comments:
        number = f"{walker.comments} comment{'s' if walker.comments > 1 else ''}"
        message = f"{walker.name} has {number}, which are not part of the text."
        issues.append(Issue(code="comments", severity="info", message=message))
    if walker.hidden:
        message = f"{walker.name} has hidden text in {walker.hidden} places, which was left out."
        issues.append(Issue(code="hidden-text", severity="warning", message=message))
    return issues
