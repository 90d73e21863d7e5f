"""A clean Word file of a contract that came as something else: its headings, numbers as text, and tables."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from zipfile import ZIP_DEFLATED, ZipInfo

from lxml import etree

from legalai.ingest.guard import Element
from legalai.ingest.word.opc import W
from legalai.redline.package import WordFile
from legalai.redline.writing import SPACE
from legalai.schema import Block, Document
from legalai.text_map import Home, TextMap

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" \
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>\
<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/><Override PartName="/word/header1.xml" \
ContentType="{_TYPE}.header+xml"/></Types>"""
_RELS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>"""
_RELATION = '<Relationship Id="{}" Type="' + _REL + '/{}" Target="{}"/>'
_STYLES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>\
<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="22"/></w:rPr>\
</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>\
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr>\
<w:keepNext/><w:spacing w:before="240"/></w:pPr><w:rPr><w:b/></w:rPr></w:style></w:styles>"""
_INDENT_TWIPS = 360
_TEXT_TWIPS = 9026


def rebuilt(document: Document) -> tuple[WordFile, Document]:
    """A Word file with the words of a document, and the document with its places in that file.

    The text and its offsets stay; only the way home leads to the new paragraphs, each of one run.
    """
    homes: list[Home] = []
    paragraphs: dict[int, str] = {}
    empty = 0
    for index, block in enumerate(document.blocks):
        empty += _empty_cells(document, index)
        paragraphs[index] = _lay_out(document.text, block, index + empty, homes)
    mapped = replace(document, text_map=TextMap(tuple(_tiled(homes, len(document.text)))))
    return _file(document, paragraphs), mapped


def _empty_cells(document: Document, index: int) -> int:
    """How many empty cells stand before a cell in its row: a tab each, besides the one that parts two cells."""
    blocks = document.blocks
    if blocks[index].kind != "table_cell":
        return 0
    between = document.text[blocks[index - 1].end if index else 0 : blocks[index].start]
    starts_row = "\n" in between or not index
    # Tabs at the end of the row before stand for its own.
    return max(between.rpartition("\n")[2].count("\t") - (0 if starts_row else 1), 0)


def _lay_out(text: str, block: Block, paragraph: int, homes: list[Home]) -> str:
    """The words of a block in one line, lines joined by single spaces; their places go to `homes`."""
    held: list[str] = []
    offset = 0
    for is_space, characters in groupby(range(block.start, block.end), key=lambda at: text[at].isspace()):
        span = list(characters)
        start, end = span[0], span[-1] + 1
        words = text[start:end]
        if is_space:
            words = "\t" if words == "\t" else " "
        words = "".join(character if _fits(character) else "\ufffd" for character in words)
        kept = start + len(words)
        homes.append(Home(start, kept, paragraph=paragraph, run=0, offset=offset))
        if kept < end:
            homes.append(Home(kept, end, paragraph=paragraph, run=0))
        held.append(words)
        offset += len(words)
    return "".join(held)


def _fits(character: str) -> bool:
    """Whether XML can hold a character (XML 1.0, production 2)."""
    code = ord(character)
    return code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000


def _tiled(homes: Sequence[Home], length: int) -> Iterator[Home]:
    """The homes, and between blocks places that belong to the paragraph before."""
    position, last = 0, Home(0, 1, paragraph=0, run=0)
    for home in homes:
        if home.start > position:
            yield Home(position, home.start, paragraph=last.paragraph, run=0)
        yield home
        position, last = home.end, home
    if position < length:
        yield Home(position, length, paragraph=last.paragraph, run=0)


def _file(document: Document, paragraphs: dict[int, str]) -> WordFile:
    note = f"Rebuilt from {document.facts.name}, which was no Word file: the words are its own, the layout is not."
    parts = {
        "[Content_Types].xml": _TYPES.encode(),
        "_rels/.rels": _RELS.format(_RELATION.format("rId1", "officeDocument", "word/document.xml")).encode(),
        "word/_rels/document.xml.rels": _RELS.format(
            _RELATION.format("rId1", "styles", "styles.xml") + _RELATION.format("rId2", "header", "header1.xml")
        ).encode(),
        "word/document.xml": _bytes(_body(document, paragraphs)),
        "word/styles.xml": _STYLES.encode(),
        "word/header1.xml": _bytes(_header(note)),
    }
    infos = tuple(ZipInfo(name, (1980, 1, 1, 0, 0, 0)) for name in parts)
    for info in infos:
        info.compress_type = ZIP_DEFLATED
    return WordFile(document.facts.name, infos, parts, "word/document.xml", False)


def _body(document: Document, paragraphs: dict[int, str]) -> Element:
    root = etree.Element(f"{W}document", nsmap={"w": W[1:-1], "r": _REL})
    body = etree.SubElement(root, f"{W}body")
    blocks = document.blocks
    for in_table, group in groupby(range(len(blocks)), key=lambda index: blocks[index].kind == "table_cell"):
        made = [(index, _paragraph(blocks[index], paragraphs[index])) for index in group]
        if in_table:
            body.append(_table(document, made))
            if made[-1][0] + 1 == len(blocks):
                etree.SubElement(body, f"{W}p")
        else:
            body.extend(paragraph for _, paragraph in made)
    section = etree.SubElement(body, f"{W}sectPr")
    etree.SubElement(section, f"{W}headerReference", {f"{W}type": "default", f"{_R}id": "rId2"})
    etree.SubElement(section, f"{W}pgSz", {f"{W}w": "11906", f"{W}h": "16838"})
    margins = dict.fromkeys(("top", "right", "bottom", "left"), "1440") | {
        "header": "708",
        "footer": "708",
        "gutter": "0",
    }
    etree.SubElement(section, f"{W}pgMar", {f"{W}{name}": value for name, value in margins.items()})
    return root


def _table(document: Document, cells: Sequence[tuple[int, Element]]) -> Element:
    """Cells as a table: those of one line of the text are a row."""
    rows: list[list[Element]] = []
    end = None
    for index, paragraph in cells:
        block = document.blocks[index]
        if end is None or "\n" in document.text[end : block.start]:
            rows.append([])
        rows[-1].extend(etree.Element(f"{W}p") for _ in range(_empty_cells(document, index)))
        rows[-1].append(paragraph)
        end = block.end
    table = etree.Element(f"{W}tbl")
    borders = etree.SubElement(etree.SubElement(table, f"{W}tblPr"), f"{W}tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        etree.SubElement(borders, f"{W}{side}", {f"{W}val": "single", f"{W}sz": "4"})
    columns = max(map(len, rows))
    grid = etree.SubElement(table, f"{W}tblGrid")
    for _ in range(columns):
        etree.SubElement(grid, f"{W}gridCol", {f"{W}w": str(_TEXT_TWIPS // columns)})
    for row in rows:
        line = etree.SubElement(table, f"{W}tr")
        for number, paragraph in enumerate(row):
            cell = etree.SubElement(line, f"{W}tc")
            if number + 1 == len(row) < columns:
                properties = etree.SubElement(cell, f"{W}tcPr")
                etree.SubElement(properties, f"{W}gridSpan", {f"{W}val": str(columns - number)})
            cell.append(paragraph)
    return table


def _paragraph(block: Block, words: str) -> Element:
    paragraph = etree.Element(f"{W}p")
    if block.kind == "heading" or block.level:
        properties = etree.SubElement(paragraph, f"{W}pPr")
        if block.kind == "heading":
            etree.SubElement(properties, f"{W}pStyle", {f"{W}val": "Heading1"})
        elif block.level:
            etree.SubElement(properties, f"{W}ind", {f"{W}left": str(block.level * _INDENT_TWIPS)})
    run = etree.SubElement(paragraph, f"{W}r")
    for number, piece in enumerate(words.split("\t")):
        if number:
            etree.SubElement(run, f"{W}tab")
        if piece:
            etree.SubElement(run, f"{W}t", {SPACE: "preserve"}).text = piece
    return paragraph


def _header(note: str) -> Element:
    root = etree.Element(f"{W}hdr", nsmap={"w": W[1:-1]})
    run = etree.SubElement(etree.SubElement(root, f"{W}p"), f"{W}r")
    etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}i")
    etree.SubElement(run, f"{W}t").text = note
    return root


def _bytes(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
