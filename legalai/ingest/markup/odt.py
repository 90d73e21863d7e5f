"""OpenDocument texts: the body in reading order, list numbers as rendered, tracked changes accepted or undone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from legalai.errors import DamagedFile
from legalai.ingest.guard import MAX_DEPTH, Element
from legalai.ingest.markup.flow import Flow, as_note, rendered, table_paragraphs
from legalai.ingest.markup.marks import Change, Marks
from legalai.ingest.markup.odf import DRAW, OFFICE, TABLE, TEXT
from legalai.ingest.markup.odt_changes import Changes, Region
from legalai.ingest.markup.odt_parts import is_odt, odt_parts, spoken_outside
from legalai.ingest.markup.odt_pictures import OBJECTS, insets_in, is_drawn, pictures_of
from legalai.ingest.markup.odt_styles import OUTLINE, Look, OdtStyles, is_not_displayed, render, words_of
from legalai.ingest.pieces import Paragraph, assemble, make_document
from legalai.ingest.symbol_fonts import raised
from legalai.ingest.tables import Cell
from legalai.ingest.word.numbering import Numbered
from legalai.ingest.word.visibility import Unseen
from legalai.schema import Document, Issue, View

_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

_TRANSPARENT = frozenset(
    {f"{TEXT}section", f"{TEXT}index-body", f"{TEXT}index-title", f"{TEXT}numbered-paragraph", f"{DRAW}a"}
    | {f"{TEXT}{kind}" for kind in (
        "table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index",
        "bibliography",
    )}
)  # fmt: skip
# Inside a paragraph: what shows no words of the contract, or is read elsewhere.
_SILENT = frozenset({f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{OFFICE}binary-data", f"{TEXT}number"})
_CHANGES = frozenset(f"{TEXT}{name}" for name in ("change", "change-start", "change-end"))
_HIDDEN = Unseen("marked_hidden", "marked as hidden text")
_ROW_GROUPS = frozenset(f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group"))
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")


class OdtReader:
    """Reads OpenDocument texts (ISO/IEC 26300)."""

    name = "OpenDocument"
    suffixes: tuple[str, ...] = (".odt", ".ott", ".fodt")
    media_type = "application/vnd.oasis.opendocument.text"

    def recognises(self, head: bytes, path: Path) -> bool:
        """A zip archive that says so in its first part, or is named so; or the same in one XML file."""
        return is_odt(head, path, self.suffixes)

    def read(self, path: Path, *, password: str | None = None) -> Document:
        """The document as a word processor shows it. Raises: DamagedFile, InputError."""
        return self.read_view(path, view="accepted", password=password)

    def read_view(self, path: Path, *, view: View, password: str | None = None) -> Document:
        """The document as if its tracked changes were all accepted, or as it was before them.

        The marked view has the text of the accepted one. Raises: DamagedFile, InputError.
        """
        content, styles, meta = odt_parts(path)
        body = content.find(f"{OFFICE}body/{OFFICE}text")
        if body is None:
            raise DamagedFile(f"{path.name} holds no text: open it in LibreOffice and save it again.")
        read_styles = OdtStyles(*(root for root in (styles, content) if root is not None))
        pictures = pictures_of(path, body)
        walker = _Walker(path.name, read_styles, Changes.of(body, view), pictures.paragraphs)
        paragraphs = [*walker.blocks(body), *walker.notes()]
        text, drafts, text_map = assemble(paragraphs)
        document = make_document(
            path, media_type=self.media_type, text=text, drafts=drafts, text_map=text_map, pages=None,
            issues=(*_issues(walker), *pictures.issues), ocr=bool(pictures.paragraphs),
        )  # fmt: skip
        changes = walker.changes
        document = walker.marks.put_on(document, view, formatting=changes.formatting, is_tracked=changes.there_are)
        return replace(document, hidden=(*document.hidden, *spoken_outside(content, styles, meta)))


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


@dataclass(frozen=True, slots=True)
class _Head:
    """What a paragraph of the file says of the one it begins."""

    number: Numbered | None = None
    outline: int | None = None


@dataclass
class _Walker:
    name: str
    styles: OdtStyles
    changes: Changes
    pictures: Mapping[Element, Sequence[Paragraph]]
    flow: Flow = field(default_factory=Flow)
    # Counters by the id of a list, and the last one of each list style.
    by_id: dict[str, _Counter] = field(default_factory=dict)
    by_style: dict[str, _Counter] = field(default_factory=dict)
    items: list[_Item] = field(default_factory=list)
    footnotes: list[tuple[str, Element]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    counted: int = 0
    depth: int = 0
    comments: int = 0
    embedded: int = 0
    # Paragraphs that ended within another one of the file, and the number and level of one that goes on in the next.
    ended: list[Paragraph] = field(default_factory=list[Paragraph])
    head: _Head | None = None

    def __post_init__(self) -> None:
        self.marks = Marks(self.flow)
        self.ground = self.styles.page

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
            elif child.tag == f"{TABLE}table":
                yield from self._closed()
                yield from table_paragraphs([list(self._cells(row, child)) for row in _rows(child)])
            elif child.tag in _CHANGES:
                yield from self._change_between(child)
            elif is_not_displayed(child):
                self.marks.hide(_HIDDEN, words_of(child))
            elif child.tag in _TRANSPARENT:
                yield from self.blocks(child)
            elif is_drawn(child):
                yield from self._boxes(insets_in(child))
        self.depth -= 1

    def notes(self) -> Iterator[Paragraph]:
        """What is left at the end of the body: the footnotes and endnotes, each with its mark."""
        yield from self._closed()
        for mark, body in self.footnotes:
            for place, paragraph in enumerate(list(self.blocks(body))):
                yield as_note(paragraph, f"[{mark}] " if place == 0 else "")

    def _cells(self, row: Element, table: Element) -> Iterator[Cell]:
        """The cells of a row; places that a cell beside or above them covers are empty ones."""
        covered = 0
        for cell in (each for each in row if each.tag in _CELLS):
            times, columns = (_count(cell, f"number-columns-{name}") for name in ("repeated", "spanned"))
            if cell.tag == _CELLS[0]:
                covered = columns - 1
                yield Cell(self._cell(cell, table), columns * times)
            else:
                # The places beside a cell of several columns stand in the file as well.
                yield Cell(columns=times - covered)
                covered = max(covered - times, 0)

    def _cell(self, cell: Element, table: Element) -> list[Paragraph]:
        items, ground, self.items = self.items, self.ground, []
        parts = (("table-cell", cell), ("table-row", cell.getparent()), ("table", table))
        shades = (self.styles.shade(family, each.get(f"{TABLE}style-name", "")) for family, each in parts)
        self.ground = next((shade for shade in shades if shade is not None), ground)
        paragraphs = [*self.blocks(cell), *self._closed()]
        self.items, self.ground = items, ground
        return paragraphs

    def _boxes(self, boxes: Iterable[Element]) -> Iterator[Paragraph]:
        """The paragraphs of text boxes and pictures; what fills a box or lies behind it is not known."""
        ground, self.ground = self.ground, None
        for box in boxes:
            yield from self._closed()
            self.embedded += box.tag in OBJECTS
            yield from () if box.tag in OBJECTS else self.pictures.get(box) or self.blocks(box)
        self.ground = ground

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
        goes_on = not self.changes.is_shown
        if not goes_on:
            head = _Head(self._numbered(element), self._outline(element, style))
            self.head = self.head or head
        look = self.styles.look("paragraph", style, Look(ground=self.styles.shade("paragraph", style) or self.ground))
        if look.hidden or any(is_not_displayed(each) for each in element.iter(f"{TEXT}hidden-paragraph")):
            self.marks.hide(_HIDDEN, words_of(element))
        else:
            self._inline(element, look)
        yield from self._ended()
        # Where the break after a paragraph is not of the view, the next one goes on with it.
        if self.changes.is_shown:
            yield from self._closed()
        boxes, self.boxes = self.boxes, []
        yield from self._boxes(boxes)

    def _closed(self) -> Iterator[Paragraph]:
        head, self.head = self.head or _Head(), None
        paragraph = self.flow.close(number=head.number, outline=head.outline)
        if paragraph is not None:
            yield paragraph

    def _ended(self) -> Iterator[Paragraph]:
        ended, self.ended = self.ended, []
        yield from ended

    def _outline(self, element: Element, style: str) -> int | None:
        level = element.get(f"{TEXT}outline-level", "1") if element.tag == f"{TEXT}h" else ""
        return int(level) - 1 if level.isdigit() and len(level) < 3 else self.styles.outline(style)

    def _change_between(self, mark: Element) -> Iterator[Paragraph]:
        self._change(mark, Look(ground=self.ground))
        yield from self._ended()
        if self.changes.is_shown:
            yield from self._closed()

    def _change(self, mark: Element, look: Look) -> None:
        """Where an insertion begins or ends, or something was deleted."""
        identity = mark.get(f"{TEXT}change-id", "")
        if mark.tag == f"{TEXT}change-start":
            self.changes.begin(identity)
        elif mark.tag == f"{TEXT}change-end":
            self.changes.end(identity)
        else:
            region = self.changes.take_deleted(identity)
            if region is not None and region.deleted is not None:
                self._deleted(region, region.deleted, look)

    def _deleted(self, region: Region, change: Change, look: Look) -> None:
        """Words that were deleted: shown as they stood, in paragraphs of their own, or marked in their place."""
        key = f"deleted {id(region)}"
        self.changes.open |= {f"{key} inserted": region.inserted} if region.inserted else {}
        self.changes.open[key] = change
        # Whole paragraphs were deleted before this one, or this one was cut in two.
        head = self.head if self.flow.ends_in("") and len(region.gone) > 1 else None
        self.head = None if head else self.head
        for place, paragraph in enumerate(region.gone):
            if place and self.changes.is_shown:
                self.ended.extend(self._closed())
            self._inline(paragraph, look)
        self.head = head or self.head
        self.changes.open.pop(key)
        self.changes.open.pop(f"{key} inserted", None)

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

    def _inline(self, element: Element, look: Look) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise DamagedFile(f"{self.name} nests text too deep: open it in LibreOffice and save it again.")
        self._text(element.text, look)
        for child in element:
            self._child(child, look)
            self._text(child.tail, look)
        self.depth -= 1

    def _child(self, child: Element, look: Look) -> None:
        tag = child.tag
        if tag == f"{TEXT}s":
            count = child.get(f"{TEXT}c", "1")
            self._show(" " * (min(int(count), 200) if count.isdigit() and len(count) < 6 else 1), look)
        elif tag == f"{TEXT}tab":
            self._show("\t", look)
        elif tag == f"{TEXT}line-break":
            self._show("\n", look)
        elif tag == f"{TEXT}note":
            self._note(child, look)
        elif is_drawn(child):
            self.boxes.extend(insets_in(child))
        elif tag in _CHANGES:
            self._change(child, look)
        elif tag == f"{TEXT}hidden-text":
            self.marks.hide(_HIDDEN, child.get(f"{TEXT}string-value") or words_of(child))
        elif tag in _SILENT:
            self.comments += tag == f"{OFFICE}annotation"
        else:
            name = child.get(f"{TEXT}style-name", "")
            self._inline(child, self.styles.look("text", name, look) if name and tag == f"{TEXT}span" else look)

    def _text(self, text: str | None, look: Look) -> None:
        """White space in the file is one space, and none after a space: §6.1.2 of the source."""
        if not text:
            return
        words = " ".join(text.replace("\t", " ").replace("\r", " ").split("\n"))
        while "  " in words:
            words = words.replace("  ", " ")
        self._show(words, look)

    def _show(self, words: str, look: Look) -> None:
        """Words as they are set; those that no reader sees, or not in this view, are marked and left out."""
        words = raised(words) if look.raised else words
        unseen = look.unseen if self.changes.is_shown else None
        if unseen is not None:
            self.marks.hide(unseen, words)
        elif self.changes.current is not None:
            self.marks.change(self.changes.current, words, shown=self.changes.is_shown, strong=look.strong)
        else:
            self.flow.add(words, strong=look.strong)

    def _note(self, note: Element, look: Look) -> None:
        body = note.find(f"{TEXT}note-body")
        if body is not None and self.changes.is_shown:
            citation = note.find(f"{TEXT}note-citation")
            mark = "".join(citation.itertext()).strip() if citation is not None else ""
            mark = mark or str(len(self.footnotes) + 1)
            self._show(f"[{mark}]", look)
            self.footnotes.append((mark, body))


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in _ROW_GROUPS:
            yield from _rows(child)


def _count(cell: Element, name: str) -> int:
    value = cell.get(f"{TABLE}{name}", "")
    return int(value) if value.isdecimal() and len(value) < 5 else 1


def _issues(walker: _Walker) -> Iterator[Issue]:
    if walker.comments:
        number = f"{walker.comments} comment{'s' if walker.comments > 1 else ''}"
        message = f"{walker.name} has {number}, which are not part of the text."
        yield Issue(code="comments", severity="info", message=message)
    if walker.embedded:
        message = f"{walker.name} embeds {walker.embedded} objects (formulas, sheets, files) that were not read."
        yield Issue(code="embedded-content", severity="warning", message=message)
