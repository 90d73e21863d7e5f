"""Rich text: the body in reading order, list numbers as they stand in the file, tracked changes accepted or undone."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from legalai.errors import DamagedFile
from legalai.ingest.asides import spoken_aside
from legalai.ingest.clause_numbers import bullet_length
from legalai.ingest.markup.flow import Flow, as_note, rendered, table_paragraphs, whole
from legalai.ingest.markup.marks import Marks
from legalai.ingest.markup.rtf_looks import ON_OFF, VALUES, Look, Tables
from legalai.ingest.markup.rtf_pictures import Pictures
from legalai.ingest.markup.rtf_tokens import Token, tokens
from legalai.ingest.ocr.inset_pictures import read_pictures
from legalai.ingest.pieces import Paragraph, assemble, make_document
from legalai.ingest.symbol_fonts import raised
from legalai.ingest.tables import Cell, in_columns
from legalai.ingest.word.numbering import Numbered
from legalai.schema import Document, HiddenText, Issue, View

_DEEPEST = 10_000
# Groups of the file that hold no text of the body. A group that opens with \* is one unless it is named in _READ.
_SILENT = frozenset(
    "fonttbl stylesheet objdata header headerl headerr headerf footer footerl footerr footerf "
    "ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn fldinst nonshppict nonesttables sp tc tcn xe rxe "
    "bkmkstart bkmkend themedata datastore listtable listoverridetable rsidtbl generator template "
    "filetbl xmlnstbl latentstyles pgptbl mmathPr private1 txe comment".split()
)
_READ = frozenset({"shpinst", "revtbl", "shppict", "annotation"})
_APART = {
    "footnote": "note", "shptxt": "box", "listtext": "number", "pntext": "number", "colortbl": "colours",
    "revtbl": "authors", "pict": "picture", "annotation": "comment", "info": "property",
}  # fmt: skip
# In a note or a box these are no part of it.
_NOT_WITHIN = frozenset({"pict", "annotation", "info"})


class RtfReader:
    """Reads rich text (RTF 1.x)."""

    name = "Rich text"
    suffixes: tuple[str, ...] = (".rtf",)
    media_type = "application/rtf"

    def recognises(self, head: bytes, path: Path) -> bool:
        """It begins as rich text does, whatever its name: many files named .doc are rich text."""
        return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf")

    def read(self, path: Path, *, password: str | None = None) -> Document:
        """The document as a word processor shows it; a password plays no part. Raises: DamagedFile."""
        return self.read_view(path, view="accepted", password=password)

    def read_view(self, path: Path, *, view: View, password: str | None = None) -> Document:
        """The document as if its tracked changes were all accepted, or as it was before them.

        The marked view has the text of the accepted one. Raises: DamagedFile.
        """
        walker, paragraphs = _walked(path, view, {})
        pictures = read_pictures(path.name, dict(enumerate(walker.pictures.met)))
        if pictures.paragraphs:
            walker, paragraphs = _walked(path, view, pictures.paragraphs)
        text, drafts, text_map = assemble(paragraphs)
        document = make_document(
            path, media_type=self.media_type, text=text, drafts=drafts, text_map=text_map, pages=None,
            issues=(*_issues(walker), *pictures.issues), ocr=bool(pictures.paragraphs),
        )  # fmt: skip
        document = walker.marks.put_on(document, view, is_tracked=walker.has_tracked_breaks)
        return replace(document, hidden=(*document.hidden, *_spoken(walker)))


def _walked(path: Path, view: View, read: Mapping[int, Sequence[Paragraph]]) -> "tuple[_Walker, list[Paragraph]]":
    """The paragraphs of a file, with what was read of its pictures, by their number."""
    walker = _Walker(path.name, view, read)
    for token in tokens(path.read_bytes()):
        walker.take(token)
    return walker, walker.finish()


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds inside a group: where its text goes ("body", "", or what `_APART` names), and how it is set."""

    goes: str = "body"
    fresh: bool = True
    starred: bool = False
    look: Look = field(default_factory=Look)


@dataclass(slots=True)
class _Properties:
    """What is said of the paragraph, until it is said anew."""

    listed: int = 0
    level: int = 0
    outline: int | None = None
    in_table: bool = False
    # The place of a colour; None where a pattern makes another of it.
    shading: int | None = 0


@dataclass
class _Walker:
    name: str
    view: View = "accepted"
    read: Mapping[int, Sequence[Paragraph]] = field(default_factory=dict[int, Sequence[Paragraph]])
    pictures: Pictures = field(default_factory=Pictures)
    flow: Flow = field(default_factory=Flow)
    tables: Tables = field(default_factory=Tables)
    shaded_cells: bool = False
    has_background: bool = False
    has_tracked_breaks: bool = False
    is_cut: bool = False
    groups: list[_Group] = field(default_factory=lambda: [_Group()])
    properties: _Properties = field(default_factory=_Properties)
    paragraphs: list[Paragraph] = field(default_factory=list)
    cell: list[Paragraph] = field(default_factory=list)
    row: list[Cell] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    # Where the cells of this row end, and those of every row of the table.
    edges: list[int] = field(default_factory=list)
    all_edges: list[list[int]] = field(default_factory=list)
    # Text that stands in the file within a paragraph and is shown elsewhere.
    apart: dict[str, list[str]] = field(
        default_factory=lambda: {"note": [], "box": [], "number": [], "comment": [], "property": []}
    )
    authors: list[str] = field(default_factory=list[str])
    notes: list[str] = field(default_factory=list)
    boxes: list[str | int] = field(default_factory=list[str | int])
    seen: Counter[str] = field(default_factory=Counter[str])

    def __post_init__(self) -> None:
        self.marks = Marks(self.flow)

    def take(self, token: Token) -> None:
        """Go one token further. Raises: DamagedFile where groups nest without end."""
        if token.kind == "open":
            if len(self.groups) > _DEEPEST:
                raise DamagedFile(f"{self.name} nests groups too deep: open it in Word and save it as .docx.")
            self.groups.append(replace(self.groups[-1], fresh=True, starred=False))
        elif token.kind == "close":
            self._leave()
        elif token.kind == "text":
            self._text(token.text)
        else:
            self._word(token.text, token.value)

    def finish(self) -> list[Paragraph]:
        """All paragraphs, the notes last; a file that ends before its groups do is read to its end."""
        self.is_cut = len(self.groups) > 1
        self._end_paragraph()
        self._end_row()
        self._end_table()
        for number, note in enumerate(self.notes, 1):
            self.paragraphs.append(as_note(self.flow.paragraph(note), f"[{number}] "))
        return self.paragraphs

    def _leave(self) -> None:
        if len(self.groups) == 1:
            return
        group = self.groups.pop()
        if group.goes == "authors" != self.groups[-1].goes:
            self.tables.authors = "".join(self.authors).split(";")
        if group.goes == "picture" != self.groups[-1].goes:
            self.boxes.append(self.pictures.take())
        elif group.goes in ("comment", "property"):
            self.apart[group.goes].append("\n")
        if group.goes == self.groups[-1].goes or group.goes not in ("note", "box"):
            return
        text = "".join(self.apart[group.goes]).strip()
        self.apart[group.goes] = []
        if text:
            (self.notes if group.goes == "note" else self.boxes).append(whole(text))
        if text and group.goes == "note" and self.groups[-1].goes == "body":
            self._text(f"[{len(self.notes)}]")

    def _text(self, text: str) -> None:
        group = self.groups[-1]
        if group.fresh and text.strip():
            self.groups[-1] = group = replace(group, fresh=False)
        if group.goes == "colours":
            self.tables.end_colours(text)
        elif group.goes == "authors":
            self.authors.append(text)
        elif group.goes == "picture":
            self.pictures.text(text)
        elif group.goes:
            self._shown_or_not(group, raised(text) if group.look.raised and group.goes == "body" else text)

    def _shown_or_not(self, group: _Group, text: str) -> None:
        changes = self.tables.changes(group.look)
        shown = all(change.is_shown(self.view) for change in changes)
        unseen = self.tables.unseen(group.look, self._shading(group)) if shown else None
        if unseen is not None:
            self.marks.hide(unseen, text)
        elif group.goes != "body":
            if shown:
                self.apart[group.goes].append(text)
        elif changes:
            self.marks.change(changes[0], text, shown=shown, strong=group.look.is_strong)
        else:
            self.flow.add(text, strong=group.look.is_strong)

    def _shading(self, group: _Group) -> int | None:
        """The colour behind a paragraph; nobody knows that of a box, of a page with a background, of shaded cells."""
        if group.goes == "box" or self.has_background or (self.properties.in_table and self.shaded_cells):
            return None
        return self.properties.shading

    def _word(self, word: str, value: int | None) -> None:
        group = self.groups[-1]
        if word == "*":
            self.groups[-1] = replace(group, starred=True)
            return
        if group.fresh:
            self._begin_group(word)
            group = self.groups[-1]
        if not group.goes:
            return
        if group.goes == "colours":
            self.tables.mix(word, value)
        elif group.goes == "picture":
            self.pictures.word(word, value)
        elif word in ON_OFF:
            self.groups[-1] = replace(group, look=replace(group.look, **{ON_OFF[word]: value != 0}))
        elif word in VALUES:
            self.groups[-1] = replace(group, look=replace(group.look, **{VALUES[word]: value or 0}))
        elif word == "ulnone":
            self.groups[-1] = replace(group, look=replace(group.look, underlined=False))
        elif word == "nosupersub":
            self.groups[-1] = replace(group, look=replace(group.look, raised=False))
        elif word == "plain":
            self.groups[-1] = _Group(goes=group.goes, fresh=False)
        elif group.goes == "body":
            self._paragraph_word(word, value)
        elif word in ("par", "sect", "cell", "row"):
            self.apart[group.goes].append("\n")

    def _begin_group(self, word: str) -> None:
        """The first word of a group says where its text goes."""
        group = self.groups[-1]
        goes = group.goes
        if word == "annotation":
            self.seen["comments"] += 1
        elif word == "background":
            self.has_background = True
        if word in _SILENT or (group.starred and word not in _READ):
            goes = ""
        elif goes == "body":
            goes = _APART.get(word, goes)
        elif word in _NOT_WITHIN:
            goes = ""
        if word in ("objdata", "objemb"):
            self.seen["embedded"] += 1
        self.groups[-1] = replace(group, goes=goes, fresh=False)

    def _paragraph_word(self, word: str, value: int | None) -> None:
        properties = self.properties
        if word in ("par", "sect", "nestcell"):
            changes = self.tables.changes(self.groups[-1].look)
            self.has_tracked_breaks |= word == "par" and bool(changes)
            if word == "par" and not all(change.is_shown(self.view) for change in changes):
                # The mark itself is gone: the next paragraph goes on here, with a number of its own.
                self.apart["number"] = []
                return
            self._end_paragraph()
        elif word == "pard":
            self.properties = _Properties()
        elif word == "intbl":
            properties.in_table = True
        elif word == "cbpat":
            properties.shading = value or 0
        elif word == "shading" and value:
            properties.shading = None
        elif word == "ls":
            properties.listed = value or 0
        elif word == "ilvl":
            properties.level = min(max(value or 0, 0), 8)
        elif word == "outlinelevel":
            properties.outline = value if value is not None and 0 <= value < 9 else None
        else:
            self._table_word(word, value)

    def _table_word(self, word: str, value: int | None) -> None:
        if word == "cell":
            self._end_paragraph(in_cell=True)
            self.row.append(Cell(self.cell))
            self.cell = []
        elif word == "row":
            self._end_row()
        elif word in ("trowd", "clcbpat", "clcbpatraw", "clshdng"):
            self.shaded_cells = word != "trowd"
            self.edges = [] if word == "trowd" else self.edges
        elif word == "cellx":
            self.edges.append(value or 0)

    def _end_paragraph(self, *, in_cell: bool = False) -> None:
        number = self._number()
        text_flow = self.flow.close(number=number, outline=self.properties.outline)
        found = [text_flow] if text_flow is not None else []
        for box in self.boxes:
            if isinstance(box, int):
                found += self.read.get(box, ())
            else:
                found += [self.flow.paragraph(line) for line in box.split("\n") if line.strip()]
        self.boxes = []
        if in_cell or self.properties.in_table:
            self.cell.extend(found)
        elif found:
            self._end_table()
            self.paragraphs.extend(found)

    def _end_row(self) -> None:
        if self.cell:
            self.row.append(Cell(self.cell))
        if self.row:
            # Nothing in the file parts one table from the next; a row across the page is none of a table's cells.
            if self.rows and (len(self.rows[-1]) == 1) != (len(self.row) == 1):
                self._take_table()
            self.rows.append(self.row)
            self.all_edges.append(list(self.edges))
        self.cell, self.row = [], []

    def _end_table(self) -> None:
        self._end_row()
        self._take_table()

    def _take_table(self) -> None:
        self.paragraphs.extend(table_paragraphs(in_columns(self.rows, self.all_edges)))
        self.rows, self.all_edges = [], []

    def _number(self) -> Numbered | None:
        """The number that the file says is shown before the paragraph."""
        shown = whole("".join(self.apart["number"])).strip()
        self.apart["number"] = []
        if not shown:
            return None
        if bullet_length(f"{shown} x") or ord(shown[0]) >= 0xE000:
            return Numbered("• ", None)
        place = (f"rtf {self.properties.listed}", self.properties.level)
        return rendered(shown, place=place, value=1, roman=None)


def _spoken(walker: _Walker) -> Iterator[HiddenText]:
    """The sentences of comments and properties that address a reading machine."""
    yield from spoken_aside("comment", "in a comment", ["".join(walker.apart["comment"])])
    yield from spoken_aside("property", "in the properties of the file", ["".join(walker.apart["property"])])


def _issues(walker: _Walker) -> list[Issue]:
    seen, name = walker.seen, walker.name
    issues: list[Issue] = []
    if walker.is_cut:
        message = f"{name} is cut short, and what stood after its last words is lost: have it sent again."
        issues.append(Issue(code="text-lost", severity="error", message=message))
    if seen["comments"]:
        number = f"{seen['comments']} comment{'s' if seen['comments'] > 1 else ''}"
        message = f"{name} has {number}, which are not part of the text."
        issues.append(Issue(code="comments", severity="info", message=message))
    if seen["embedded"]:
        message = f"{name} embeds other documents that were not read: paste them into the contract."
        issues.append(Issue(code="embedded-content", severity="warning", message=message))
    return issues
