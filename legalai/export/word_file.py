"""A Word file made from headings, paragraphs and tables, on the template of a firm or on a plain one of ours."""

import io
import os
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from lxml import etree

from legalai.errors import ConfigError

TEMPLATE_VARIABLE = "LEGALAI_MEMO_TEMPLATE"
# What XML 1.0 has no place for, and signs that turn the direction of what follows.
_UNPRINTABLE = re.compile(
    r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069\ufeff]"
)


class WordFile:
    """Collects parts in order; `content` is the finished file. Text is put in as text: it cannot become markup."""

    def __init__(self, template: Path | None = None) -> None:
        """Start from a template, whose styles, header and footer are kept and whose body is not.

        Raises: ConfigError where the template cannot be opened.
        """
        self._document = _opened(template) if template is not None else _plain()

    @classmethod
    def from_environment(cls) -> "WordFile":
        """Start from the template that the user's environment names, or from ours."""
        named = os.environ.get(TEMPLATE_VARIABLE)
        return cls(Path(named).expanduser() if named else None)

    def title(self, text: str) -> None:
        """The title of the file."""
        self._paragraph(text, "Title")

    def heading(self, text: str) -> None:
        """A heading within the file."""
        self._paragraph(text, "Heading 1")

    def paragraph(self, text: str, *, bold: bool = False) -> None:
        """A paragraph."""
        self._paragraph(text, "Normal", bold=bold)

    def bullets(self, lines: Iterable[str]) -> None:
        """A list."""
        for line in lines:
            self._paragraph(line, "List Bullet")

    def pairs(self, rows: Sequence[tuple[str, str]]) -> None:
        """A table of two columns without a head: what, and its value."""
        self._table((), rows, (3.6, 13.4))

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        """A table with a head that is repeated on each page. Widths are centimetres."""
        self._table(columns, rows, widths)

    def content(self) -> bytes:
        """The file."""
        made = io.BytesIO()
        self._document.save(made)
        return made.getvalue()

    def _paragraph(self, text: str, style: str, *, bold: bool = False) -> None:
        known = {each.name for each in self._document.styles}
        paragraph = self._document.add_paragraph(style=style if style in known else None)
        paragraph.add_run(printable(text)).bold = bold or None

    def _table(self, columns: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        table = self._document.add_table(rows=0, cols=len(widths))
        known = {each.name for each in self._document.styles}
        table.style = "Table Grid" if "Table Grid" in known else None
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for index, row in enumerate([columns, *rows] if columns else list(rows)):
            head = bool(columns) and index == 0
            cells = table.add_row().cells
            for cell, text, width in zip(cells, row, widths, strict=True):
                cell.width = Cm(width)
                _fill(cell.paragraphs[0], text, bold=head or (not columns and cell is cells[0]))
        _lay_out_rows(self._document, head=bool(columns))
        self._document.add_paragraph().paragraph_format.space_after = Pt(0)


def printable(text: str) -> str:
    """Text without what a Word file cannot hold or what would show it in another order."""
    return _UNPRINTABLE.sub("", text)


def _fill(paragraph: Paragraph, text: str, *, bold: bool) -> None:
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(printable(text))
    run.font.size = Pt(8.5)
    run.bold = bold or None


def _lay_out_rows(document: WordDocument, *, head: bool) -> None:
    """Have each row of the last table stand on one page, and its head repeated (ISO/IEC 29500-1, 17.4.6, 17.4.78)."""
    for index, row in enumerate(list(document.element.iter(qn("w:tbl")))[-1].iter(qn("w:tr"))):
        properties = etree.SubElement(row, qn("w:trPr"))
        row.insert(0, properties)
        etree.SubElement(properties, qn("w:cantSplit"))
        if head and index == 0:
            etree.SubElement(properties, qn("w:tblHeader"))


def _opened(template: Path) -> WordDocument:
    try:
        document = docx.Document(str(template))
    except Exception as error:
        raise ConfigError(
            f"{template}: cannot be opened as a Word template. Name a DOCX in {TEMPLATE_VARIABLE}."
        ) from error
    body = next(document.element.iter(qn("w:body")))
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    return document


def _plain() -> WordDocument:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.0)
    section.top_margin = section.bottom_margin = Cm(1.8)
    for name, size, before in (("Normal", 10, 0), ("Title", 18, 0), ("Heading 1", 12, 8)):
        style = document.styles[name]
        if isinstance(style, ParagraphStyle):
            style.font.name, style.font.size = "Calibri", Pt(size)
            style.font.color.rgb = RGBColor(0x1F, 0x2A, 0x44) if name != "Normal" else RGBColor(0, 0, 0)
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(3)
    properties = document.core_properties
    properties.author, properties.comments, properties.title = "legalai", "", ""
    properties.created = properties.modified = datetime.now(UTC).replace(microsecond=0, tzinfo=None)
    return document
