"""Word and PDF files for the ingest tests, made as small as the case allows."""

from collections.abc import Callable, Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx as python_docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from legalai.ingest import read
from legalai.ingest.confined import ConfinedReader
from legalai.ingest.ocr.pictures import PictureReader
from legalai.ingest.pdf.pdf import PdfReader
from legalai.ingest.reader import Reader
from legalai.plugins.builtin_readers import register_readers
from legalai.schema import Document

_REGISTERED: list[Reader] = []
register_readers(_REGISTERED.append)
# Without a process for each file: tests look into what they read with.
_OPEN = {kind.name: kind() for kind in (PdfReader, PictureReader)}
READERS = [_OPEN[reader.name] if isinstance(reader, ConfinedReader) else reader for reader in _REGISTERED]
NAMESPACES = nsdecls("w") + (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
Draw = Callable[[Canvas], None]


def open_file(path: Path, password: str | None = None) -> Document:
    return read(path, READERS, password=password)


def docx(path: Path, body: str, *, numbering: str = "", styles: str = "") -> Path:
    """A Word file with the given XML as its body, added numbering definitions and added styles."""
    document = python_docx.Document()
    element = document.element.body
    for child in list(element):
        if child.tag != qn("w:sectPr"):
            element.remove(child)
    for child in parse_xml(f"<w:body {NAMESPACES}>{body}</w:body>"):
        element.insert(len(element) - 1, child)
    part = document.part.numbering_part.element
    for child in list(part):
        part.remove(child)
    for child in parse_xml(f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>"):
        part.append(child)
    for child in parse_xml(f"<w:styles {NAMESPACES}>{styles}</w:styles>"):
        document.styles.element.append(child)
    document.save(str(path))
    return path


def p(text: str, num: tuple[int, int] | None = None, style: str = "") -> str:
    """A paragraph, numbered by (w:numId, w:ilvl)."""
    numbered = f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>' if num else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{numbered}</w:pPr>{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def level(depth: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    """A w:lvl; `more` are elements that stand between w:numFmt and w:lvlText."""
    shape = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{shape}</w:lvl>'


def abstract(identity: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{identity}">{more}{"".join(levels)}</w:abstractNum>'


def num(identity: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def pdf(path: Path, pages: Sequence[Draw], *, encrypt: object = None) -> Path:
    canvas = Canvas(str(path), pagesize=A4, encrypt=encrypt, invariant=1)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def lines(*rows: str, top: float = 100.0, left: float = 72.0, size: float = 11.0, leading: float = 14.0) -> Draw:
    """Draws rows from the top of the page down; an empty row is a blank line."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", size)
        for number, row in enumerate(rows):
            canvas.drawString(left, A4[1] - top - number * leading, row)

    return draw


def both(*draws: Draw) -> Draw:
    def draw(canvas: Canvas) -> None:
        for one in draws:
            one(canvas)

    return draw


def rezip(source: Path, target: Path, changes: dict[str, bytes]) -> Path:
    """A copy of an archive with some parts replaced or added."""
    with ZipFile(source) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, data in changes.items():
            new.writestr(name, data)
    return target


def shown(document: Document) -> list[tuple[str, str | None, str]]:
    """Kind, number and text of every block."""
    return [(block.kind, block.number, document.text[block.start : block.end]) for block in document.blocks]
