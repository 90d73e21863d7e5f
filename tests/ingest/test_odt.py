"""OpenDocument texts: numbers as rendered, changes as accepted, nothing hidden, limits kept."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from legalai.errors import DamagedFile, InputError, UnsupportedFormat
from legalai.schema import Document
from tests.ingest.factory import open_file, shown

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("dc", "dc"),
    )
)  # fmt: skip
MIMETYPE = "application/vnd.oasis.opendocument.text"
STYLES = """
  <style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
  <style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/></style:style>
  <style:style style:name="Title" style:family="paragraph"/>
  <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
  <text:list-style style:name="L1">
    <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
    <text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>
    <text:list-level-style-number text:level="3" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
  </text:list-style>
  <text:list-style style:name="Dots">
    <text:list-level-style-bullet text:level="1" text:bullet-char="-"/>
  </text:list-style>
"""
OUTLINE = (
    '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>'
    "</text:outline-style>"
)


def odt(path: Path, body: str, styles: str = STYLES, more: dict[str, str] | None = None) -> Path:
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MIMETYPE, compress_type=0)
        for name, data in {"content.xml": content, **(more or {})}.items():
            archive.writestr(name, data)
    return path


def read(tmp_path: Path, body: str, styles: str = STYLES) -> Document:
    return open_file(odt(tmp_path / "a.odt", body, styles))


def item(*content: str, start: int | None = None) -> str:
    begins = f' text:start-value="{start}"' if start else ""
    return f"<text:list-item{begins}>{''.join(content)}</text:list-item>"


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("The  Fee\n is<text:s text:c='3'/>due<text:tab/>now<text:line-break/>here"), "The Fee is   due\tnow\nhere"),
        (p("a<text:span>b<text:bookmark/>c</text:span><text:a>d</text:a>"), "abcd"),
        (p("a") + p("") + p("b"), "a\nb"),
        (f"<text:section>{p('a')}<text:section>{p('b')}</text:section></text:section>", "a\nb"),
        (p("Fee<text:note><text:note-citation>7</text:note-citation><text:note-body><text:p>Net.</text:p>"
           "</text:note-body></text:note> due") + p("b"), "Fee due\nb\n[7] Net."),
        (p("a<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>b") + p("c"), "ab\nbox\nc"),
    ],
)  # fmt: skip
def test_the_words_of_a_text(tmp_path: Path, body: str, text: str) -> None:
    assert read(tmp_path, body).text == text


def test_lists_number_as_shown_and_go_on(tmp_path: Path) -> None:
    deep = item("<text:list>" + item(p("deep")) + "</text:list>")
    lower = "<text:list>" + item(p("b"), p("more of b")) + deep + "</text:list>"
    body = (
        f'<text:list xml:id="one" text:style-name="L1">{item(p("a"), lower)}{item(p(""))}{item(p("c"))}</text:list>'
        f"{p('between')}"
        f'<text:list text:continue-list="one" text:style-name="L1">{item(p("d"))}{item(p("e"), start=9)}</text:list>'
        f'<text:list text:style-name="L1"><text:list-header>{p("h")}</text:list-header>{item(p("f"))}</text:list>'
        f'<text:list text:continue-numbering="true" text:style-name="L1">{item(p("g"))}</text:list>'
        f'<text:list text:style-name="Dots">{item(p("dot"))}</text:list>'
    )
    document = read(tmp_path, body)
    assert document.text.split("\n") == [
        "1. a", "1.1 b", "more of b", "(a) deep", "3. c", "between", "4. d", "9. e", "h", "1. f", "2. g", "• dot",
    ]  # fmt: skip
    assert [number for _, number, text in shown(document) if text == "(a) deep"] == ["1.1(a)"]


def test_headings_have_the_number_of_the_outline(tmp_path: Path) -> None:
    heading = '<text:h text:outline-level="1">{}</text:h>'
    unnumbered = '<text:h text:outline-level="1" text:is-list-header="true">Annex</text:h>'
    title = '<text:p text:style-name="P1">Lease of Land</text:p>'
    blocks = shown(
        read(tmp_path, title + heading.format("Fees") + heading.format("Term") + unnumbered, STYLES + OUTLINE)
    )
    assert [(kind, text) for kind, _, text in blocks] == [
        ("heading", "Lease of Land"), ("heading", "I. Fees"), ("heading", "II. Term"), ("heading", "Annex"),
    ]  # fmt: skip


def test_cells_of_a_row_stand_on_one_line(tmp_path: Path) -> None:
    cell = "<table:table-cell>{}</table:table-cell>"
    row = f"<table:table-row>{cell}{cell}</table:table-row>"
    table = (
        f"<table:table><table:table-header-rows>{row.format(p('Item'), p('Fee'))}</table:table-header-rows>"
        f"{row.format(p('Seat'), p('€ 10'))}</table:table>"
    )
    document = read(tmp_path, p("Fees") + table)
    assert document.text == "Fees\nItem\tFee\nSeat\t€ 10"
    assert [block.kind for block in document.blocks][1:] == ["table_cell"] * 4


def test_changes_comments_and_hidden_text(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>ten</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        + p("within <text:change/>five days<office:annotation><text:p>why?</text:p></office:annotation>")
        + p("and<text:span text:style-name='Gone'> never</text:span> ever")
        + "<text:section text:display='none'><text:p>secret</text:p></text:section>"
    )
    document = read(tmp_path, body)
    assert document.text == "within five days\nand ever"
    assert [issue.code for issue in document.issues] == ["tracked-changes", "comments", "hidden-text"]


@pytest.mark.parametrize(
    ("body", "more", "error", "says"),
    [
        ("<oops>", {}, DamagedFile, "cannot be read"),
        ("", {}, InputError, "no words"),
        (f"{'<text:section>' * 230}{'</text:section>' * 230}", {}, DamagedFile, "too deep"),
        (p("Fee"), {"META-INF/manifest.xml": "<manifest:encryption-data/>"}, UnsupportedFormat, "password"),
        (p("Fee"), {"Pictures/a": "0" * 60_000_000}, InputError, "unpacks to"),
        (p("Fee"), {"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, DamagedFile, "entities"),
    ],
)
def test_hostile_and_damaged_files(
    tmp_path: Path, body: str, more: dict[str, str], error: type[InputError], says: str
) -> None:
    path = odt(tmp_path / "a.odt", body, more=more)
    with pytest.raises(error, match=says) as caught:
        open_file(path)
    assert str(caught.value).startswith("a.odt ")
