"""A sample as DOCX: automatic numbering, styles, header and footer with page fields, tables.

The XML is written here and not by a library, so that the bytes depend on nothing but the text: no clock, no random id,
and the parts are stored, because compressors differ.
"""

from collections.abc import Iterator
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from notation import Item, Run, Sample, signature_lines

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PAGES = {"letter": (12240, 15840), "a4": (11906, 16838)}  # twentieths of a point
FONTS = {"us": ("Times New Roman", 22), "uk": ("Arial", 20)}  # half points
LANGUAGES = {"us": "en-US", "uk": "en-GB"}
MARGIN = 1440

# What each level prints, and its indent and hanging indent in twentieths of a point.
CLAUSE_LEVELS = (
    ("decimal", "%1.", 720, 720),
    ("decimal", "%1.%2", 720, 720),
    ("lowerLetter", "(%3)", 1440, 720),
    ("lowerRoman", "(%4)", 2160, 720),
)
CLAUSES, PARTIES, RECITALS = 1, 2, 3
FIRST_SCHEDULE = 4


def build(sample: Sample) -> bytes:
    schedules = sum(item.kind == "schedule" for item in sample.items)
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            [
                (f"{LINK}/officeDocument", "word/document.xml"),
                (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ]
        ),
        "docProps/core.xml": _properties(sample),
        "word/document.xml": _document(sample),
        "word/_rels/document.xml.rels": _relationships(
            [
                (f"{LINK}/{part.rstrip('1')}", f"{part}.xml")
                for part in ("styles", "numbering", "settings", "header1", "footer1")
            ]
        ),
        "word/styles.xml": _styles(sample.front["style"]),
        "word/numbering.xml": _numbering(schedules),
        "word/settings.xml": f'{XML}<w:settings {W}><w:defaultTabStop w:val="720"/></w:settings>',
        "word/header1.xml": f"{XML}<w:hdr {W}>{_furniture('Header', sample.front['header'])}</w:hdr>",
        "word/footer1.xml": f"{XML}<w:ftr {W}>{_furniture('Footer', sample.front['footer'])}</w:ftr>",
    }
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as package:
        for name, xml in parts.items():
            package.writestr(ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0)), xml.encode())
    return target.getvalue()


# ------------------------------------------------------------------------------------------------------------- the body


def _document(sample: Sample) -> str:
    width, height = PAGES[sample.front["page"]]
    blocks = "".join(_blocks(sample, width - 2 * MARGIN))
    sides = " ".join(f'w:{side}="{MARGIN}"' for side in ("top", "right", "bottom", "left"))
    margins = f'{sides} w:header="720" w:footer="720" w:gutter="0"'
    section = (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar {margins}/></w:sectPr>'
    )
    return f"{XML}<w:document {W} {R}><w:body>{blocks}{section}</w:body></w:document>"


def _blocks(sample: Sample, width: int) -> Iterator[str]:
    numbering = CLAUSES
    for item in sample.items:
        if item.kind == "schedule":
            numbering = max(numbering + 1, FIRST_SCHEDULE)
            name, title = item.rows[0]
            yield _paragraph("Schedule", name) + _paragraph("ScheduleTitle", title)
        elif item.kind == "table":
            yield _table(item.rows, width) + _paragraph("Normal", "")
        elif item.kind == "signature":
            yield _signatures(item.rows, sample.front["style"], width)
        else:
            yield _item(item, numbering)


def _item(item: Item, numbering: int) -> str:
    if item.kind == "clause":
        # The body's clauses are numbered by their style, a schedule's by the paragraph: word processors write both.
        direct = "" if numbering == CLAUSES else _number(numbering, item.level)
        style = "ClauseHeading" if item.level == 0 else f"Clause{item.level + 1}"
        return _paragraph(style, item.runs, direct)
    if item.kind == "party":
        return _paragraph("Numbered", item.runs, _number(PARTIES, 0))
    if item.kind == "recital":
        return _paragraph("Numbered", item.runs, _number(RECITALS, 0))
    style = {"title": "Title", "centered": "Centered", "heading": "Heading", "definition": "Definition"}
    return _paragraph(style.get(item.kind, "Normal"), item.runs, "<w:keepNext/>" if item.keep_with_next else "")


def _number(numbering: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbering}"/></w:numPr>'


def _paragraph(style: str, words: str | tuple[Run, ...], properties: str = "") -> str:
    runs = (Run(words),) if isinstance(words, str) else words
    body = "".join(_run(run) for run in runs if run.text)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{body}</w:p>'


def _run(run: Run) -> str:
    style = ("<w:b/>" if run.bold else "") + ('<w:u w:val="single"/>' if run.underlined else "")
    properties = f"<w:rPr>{style}</w:rPr>" if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(run.text)}</w:t></w:r>'


def _table(rows: tuple[tuple[str, ...], ...], width: int) -> str:
    """A ruled table; its first row is the head and repeats on the next page."""
    widths = _widths(len(rows[0]), width)
    head = "".join(
        _cell(_paragraph("TableText", (Run(cell, bold=True),)), one) for cell, one in zip(rows[0], widths, strict=True)
    )
    body = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(_cell(_paragraph("TableText", cell), one) for cell, one in zip(row, widths, strict=True))
        + "</w:tr>"
        for row in rows[1:]
    )
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders></w:tblPr>'
        f"{_grid(widths)}"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{body}</w:tbl>"
    )


def _signatures(rows: tuple[tuple[str, ...], ...], style: str, width: int) -> str:
    """Signature blocks side by side in a table without rules, kept on one page."""
    widths = [width // len(rows)] * len(rows)
    cells = "".join(
        _cell("".join(_paragraph("Signature", line) for line in signature_lines(row, style)), one)
        for row, one in zip(rows, widths, strict=True)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/></w:tblPr>{_grid(widths)}'
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
    )


def _widths(columns: int, width: int) -> list[int]:
    first = width // (3 if columns == 2 else columns)
    return [first, *[(width - first) // (columns - 1)] * (columns - 1)]


def _grid(widths: list[int]) -> str:
    return "<w:tblGrid>" + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths) + "</w:tblGrid>"


def _cell(content: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


# ----------------------------------------------------------------------------------------------------- the other parts


def _furniture(style: str, line: str) -> str:
    """A header or footer: left part, tab, right part, with {page} and {pages} as fields."""
    pieces = (
        escape(line).replace(" | ", "\t").replace("{page}", "\0PAGE\0").replace("{pages}", "\0NUMPAGES\0").split("\0")
    )
    runs = "".join(_field(piece) if piece in ("PAGE", "NUMPAGES") else _tabbed(piece) for piece in pieces if piece)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _tabbed(words: str) -> str:
    return "<w:r><w:tab/></w:r>".join(
        f'<w:r><w:t xml:space="preserve">{part}</w:t></w:r>' for part in words.split("\t")
    )


def _field(name: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
    return mark("begin") + code + mark("separate") + "<w:r><w:t>1</w:t></w:r>" + mark("end")


def _numbering(schedules: int) -> str:
    clauses = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:pStyle w:val="{"ClauseHeading" if level == 0 else f"Clause{level + 1}"}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
        for level, (form, text, left, hanging) in enumerate(CLAUSE_LEVELS)
    )
    single = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="(%1)"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="720"/></w:pPr></w:lvl>'
    )
    lists = (clauses, single.format(form="decimal"), single.format(form="upperLetter"))
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{index}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        for index, levels in enumerate(lists)
    )
    numbers = "".join(
        f'<w:num w:numId="{index + 1}"><w:abstractNumId w:val="{index}"/></w:num>' for index in range(len(lists))
    )
    restart = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
        for level in range(len(CLAUSE_LEVELS))
    )
    restarted = "".join(
        f'<w:num w:numId="{FIRST_SCHEDULE + index}"><w:abstractNumId w:val="0"/>{restart}</w:num>'
        for index in range(schedules)
    )
    return f"{XML}<w:numbering {W}>{abstract}{numbers}{restarted}</w:numbering>"


def _styles(style: str) -> str:
    font, size = FONTS[style]
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
        f'<w:sz w:val="{size}"/><w:lang w:val="{LANGUAGES[style]}"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )

    def paragraph_style(name: str, paragraph: str, run: str = "") -> str:
        default = ' w:default="1"' if name == "Normal" else ""
        based = "" if name == "Normal" else '<w:basedOn w:val="Normal"/>'
        return (
            f'<w:style w:type="paragraph"{default} w:styleId="{name}"><w:name w:val="{name}"/>{based}<w:qFormat/>'
            f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        )

    def spaced(before: int, after: int) -> str:
        return f'<w:spacing w:before="{before}" w:after="{after}"/>'

    tab = (
        '<w:tabs><w:tab w:val="right" w:pos="9026"/></w:tabs>'
        if style == "uk"
        else '<w:tabs><w:tab w:val="right" w:pos="9360"/></w:tabs>'
    )
    small = '<w:color w:val="595959"/><w:sz w:val="16"/>'
    justified = '<w:jc w:val="both"/>'
    styles = [
        paragraph_style("Normal", f'<w:spacing w:after="140" w:line="264" w:lineRule="auto"/>{justified}'),
        paragraph_style("Title", f'{spaced(120, 160)}<w:jc w:val="center"/>', '<w:b/><w:sz w:val="30"/>'),
        paragraph_style("Centered", f'{spaced(0, 280)}<w:jc w:val="center"/>'),
        paragraph_style("Heading", f'<w:keepNext/>{spaced(200, 120)}<w:jc w:val="left"/>', "<w:b/>"),
        paragraph_style(
            "Schedule", f'<w:keepNext/><w:pageBreakBefore/>{spaced(0, 60)}<w:jc w:val="center"/>', "<w:b/>"
        ),
        paragraph_style("ScheduleTitle", f'<w:keepNext/>{spaced(0, 240)}<w:jc w:val="center"/>', "<w:b/>"),
        paragraph_style("Numbered", ""),
        paragraph_style("Definition", '<w:ind w:left="720"/>'),
        paragraph_style(
            "ClauseHeading", f'<w:keepNext/>{_number(CLAUSES, 0)}{spaced(240, 120)}<w:jc w:val="left"/>', "<w:b/>"
        ),
        *(paragraph_style(f"Clause{level + 1}", _number(CLAUSES, level)) for level in (1, 2, 3)),
        paragraph_style("TableText", f'{spaced(50, 50)}<w:jc w:val="left"/>', '<w:sz w:val="19"/>'),
        paragraph_style("Signature", f'<w:keepNext/>{spaced(100, 60)}<w:jc w:val="left"/>'),
        paragraph_style("Header", tab + spaced(0, 0), small),
        paragraph_style("Footer", tab + spaced(0, 0), small),
    ]
    return f"{XML}<w:styles {W}>{defaults}{''.join(styles)}</w:styles>"


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{OFFICE}.{kind}+xml"/>'
        for part, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("numbering", "numbering"),
            ("settings", "settings"),
            ("header1", "header"),
            ("footer1", "footer"),
        )
    )
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _relationships(targets: list[tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="rId{index}" Type="{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets, 1)
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def _properties(sample: Sample) -> str:
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(sample.front['title'])}</dc:title><dc:creator>legalai</dc:creator></cp:coreProperties>"
    )
