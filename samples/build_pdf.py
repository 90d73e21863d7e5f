"""A sample as PDF: running header and footer with page numbers, paragraphs that run over pages, tables."""

from collections.abc import Iterator
from io import BytesIO
from xml.sax.saxutils import escape

from notation import Item, Sample, signature_lines
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

PAGES = {"letter": LETTER, "a4": A4}
MARGIN = 72
GREY = HexColor("#595959")
INDENT = 36
FONTS = {"us": ("Times-Roman", "Times-Bold", 11), "uk": ("Helvetica", "Helvetica-Bold", 9.5)}


def build(sample: Sample) -> bytes:
    """The first run counts the pages that the second one prints."""
    _, pages = _run(sample, 0)
    return _run(sample, pages)[0]


def _run(sample: Sample, pages: int) -> tuple[bytes, int]:
    target = BytesIO()
    # invariant: no clock and no random id in the file; uncompressed, because compressors differ.
    document = BaseDocTemplate(
        target,
        pagesize=PAGES[sample.front["page"]],
        title=sample.front["title"],
        author="legalai",
        invariant=1,
        pageCompression=0,
    )
    width, height = document.pagesize
    frame = Frame(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN, 0, 0, 0, 0)

    def furniture(canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.setFillColor(GREY)
        for line, level in ((sample.front["header"], height - 44), (sample.front["footer"], 40)):
            left, right = line.format(page=canvas.getPageNumber(), pages=pages).split(" | ")
            canvas.drawString(MARGIN, level, left)
            canvas.drawRightString(width - MARGIN, level, right)

    document.addPageTemplates(PageTemplate(frames=[frame], onPage=furniture))
    document.build(list(_flowables(sample, width - 2 * MARGIN)))
    return target.getvalue(), document.page


def _flowables(sample: Sample, width: float) -> Iterator[Flowable]:
    styles = _styles(sample.front["style"])
    for item in sample.items:
        if item.kind == "schedule":
            name, title = item.rows[0]
            yield PageBreak()
            yield Paragraph(escape(name), styles["schedule"])
            yield Paragraph(escape(title), styles["schedule title"])
        elif item.kind == "table":
            yield _table(item.rows, styles["cell"], width)
            yield Spacer(1, 12)
        elif item.kind == "signature":
            yield _signatures(item.rows, sample.front["style"], styles["signature"], width)
        else:
            yield _paragraph(item, styles)


def _paragraph(item: Item, styles: dict[str, ParagraphStyle]) -> Paragraph:
    words = "".join(
        f"<b>{escape(run.text)}</b>"
        if run.bold
        else f"<u>{escape(run.text)}</u>"
        if run.underlined
        else escape(run.text)
        for run in item.runs
    )
    name = f"clause {item.level}" if item.kind == "clause" else item.kind
    paragraph = Paragraph(words, styles[name], bulletText=item.number)
    if item.keep_with_next:
        paragraph.keepWithNext = True
    return paragraph


def _table(rows: tuple[tuple[str, ...], ...], style: ParagraphStyle, width: float) -> Table:
    cells = [
        [Paragraph(f"<b>{escape(cell)}</b>" if index == 0 else escape(cell), style) for cell in row]
        for index, row in enumerate(rows)
    ]
    shares = {2: (0.45, 0.55), 4: (0.14, 0.46, 0.18, 0.22)}[len(rows[0])]
    ruled = [("GRID", (0, 0), (-1, -1), 0.5, GREY), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    return Table(cells, [share * width for share in shares], repeatRows=1, style=ruled)


def _signatures(rows: tuple[tuple[str, ...], ...], style: str, line: ParagraphStyle, width: float) -> Table:
    cells = [[Paragraph(escape(words), line) for words in signature_lines(row, style)] for row in rows]
    top = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
    return Table([cells], [width / len(rows)] * len(rows), style=top, spaceBefore=10)


def _styles(style: str) -> dict[str, ParagraphStyle]:
    font, bold, size = FONTS[style]
    base = ParagraphStyle(
        "paragraph",
        fontName=font,
        bulletFontName=font,
        fontSize=size,
        bulletFontSize=size,
        leading=size * 1.35,
        spaceAfter=7,
    )
    base.alignment = TA_JUSTIFY

    def made(name: str, **changes: object) -> ParagraphStyle:
        return ParagraphStyle(name, parent=base, **changes)

    centred = {"alignment": TA_CENTER, "fontName": bold}
    numbered = {"leftIndent": INDENT, "bulletIndent": 0}
    heading = {"fontName": bold, "bulletFontName": bold, "spaceBefore": 8, "keepWithNext": 1, "alignment": 0}
    return {
        "paragraph": base,
        "title": made("title", **centred | {"fontSize": 15, "leading": 20, "spaceAfter": 10}),
        "centered": made("centered", alignment=TA_CENTER, spaceAfter=14),
        "heading": made("heading", **heading),
        "schedule": made("schedule", **centred | {"spaceAfter": 2}),
        "schedule title": made("schedule title", **centred | {"spaceAfter": 12}),
        "party": made("party", **numbered),
        "recital": made("recital", **numbered),
        "definition": made("definition", leftIndent=INDENT),
        "clause 0": made("clause 0", **numbered | heading),
        "clause 1": made("clause 1", **numbered),
        "clause 2": made("clause 2", leftIndent=2 * INDENT, bulletIndent=INDENT),
        "clause 3": made("clause 3", leftIndent=3 * INDENT, bulletIndent=2 * INDENT),
        "cell": made("cell", fontSize=9, leading=11, spaceAfter=0, alignment=0),
        "signature": made("signature", spaceAfter=8, alignment=0),
    }
