"""Empty cells of tables in every format but PDF: what stands under which head is what a table says."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from legalai.ingest.markup.html import HtmlReader
from legalai.ingest.markup.odt import OdtReader
from legalai.ingest.markup.rtf import RtfReader
from tests.ingest.factory import docx, open_file, p
from tests.ingest.test_odt import odt

ROWS = (("Service", "Fee", "Owner", "Licensee"), ("Release", "", "none", "all"), ("", "10", "", "half"), ("Copy", "5"))
READ = "Service\tFee\tOwner\tLicensee\nRelease\t\tnone\tall\n\t10\t\thalf\nCopy\t5"


def in_word(folder: Path) -> Path:
    rows = ("".join(f"<w:tc>{p(cell) if cell else '<w:p/>'}</w:tc>" for cell in row) for row in ROWS)
    return docx(folder / "a.docx", "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>")


def in_html(folder: Path) -> Path:
    rows = ("".join(f"<td>{cell or '&nbsp;'}</td>" for cell in row) for row in ROWS)
    path = folder / "a.html"
    path.write_text("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
    return path


def in_opendocument(folder: Path) -> Path:
    rows = ("".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row) for row in ROWS)
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return odt(folder / "a.odt", f"<table:table>{body}</table:table>")


def in_rich_text(folder: Path) -> Path:
    rows = (
        r"\trowd" + "".join(rf"\cellx{2000 * (place + 1)}" for place in range(len(row)))
        + r"\pard\intbl " + "".join(rf"{cell}\cell " for cell in row) + r"\row "
        for row in ROWS
    )  # fmt: skip
    path = folder / "a.rtf"
    path.write_text(r"{\rtf1\ansi " + "".join(rows) + "}")
    return path


@pytest.mark.parametrize("made", [in_word, in_html, in_opendocument, in_rich_text])
def test_an_empty_cell_keeps_its_place(made: Callable[[Path], Path], tmp_path: Path) -> None:
    document = open_file(made(tmp_path))
    assert document.text == READ
    assert {block.kind for block in document.blocks} == {"table_cell"}


def test_a_tab_for_an_empty_cell_belongs_to_no_block(tmp_path: Path) -> None:
    document = open_file(in_word(tmp_path))
    assert all(document.text[block.start : block.end].strip("\t") for block in document.blocks)
    assert document.text_map.homes[-1].end == len(document.text)


def test_a_column_that_is_empty_in_every_row_is_white_space(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<table><tr><td>Rent<td>&nbsp;<td>€ 9</tr><tr><td>Heating<td>&nbsp;<td>€ 2</tr></table>")
    assert HtmlReader().read(path).text == "Rent\t€ 9\nHeating\t€ 2"


def test_a_head_over_two_columns_leaves_none_of_them_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<p>Rates</p><table><tr><td><td colspan=2>Price<td>Term</tr><tr><td>Seats<td>$<td>40<td>a year</tr>"
        "<tr><td rowspan=2>Storage<td>$<td>5<td>a month</tr><tr><td>$<td>50<td>a year</tr></table>"
    )
    assert HtmlReader().read(path).text == (
        "Rates\n\tPrice\tTerm\nSeats\t$\t40\ta year\nStorage\t$\t5\ta month\n\t$\t50\ta year"
    )


def test_a_cell_over_two_columns_of_a_word_table(tmp_path: Path) -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("both") + "</w:tc>"
    rows = (
        f"<w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc><w:tc>{p('c')}</w:tc>",
        f"{wide}<w:tc>{p('third')}</w:tc>",
        f'<w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>{p("second")}</w:tc><w:tc><w:p/></w:tc>',
    )
    body = p("Rates") + "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    assert open_file(docx(tmp_path / "a.docx", body)).text == "Rates\na\tb\tc\nboth\tthird\n\tsecond"


def test_covered_cells_of_an_opendocument_table(tmp_path: Path) -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"

    covered = "<table:covered-table-cell/>"
    rows = (
        cell("a") + cell("b") + cell("c"),
        cell("both", 'table:number-columns-spanned="2"') + covered + cell("third"),
        covered + cell("second") + cell("third"),
    )
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    path = odt(tmp_path / "a.odt", f"<table:table>{body}</table:table>")
    assert OdtReader().read(path).text == "a\tb\tc\nboth\tthird\n\tsecond\tthird"


def test_cells_of_rich_text_that_are_cut_in_two_ways(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_text(
        r"{\rtf1 \trowd\cellx2000\cellx4000\cellx6000\intbl a\cell b\cell c\cell\row"
        r"\trowd\cellx4010\cellx6010\intbl both\cell third\cell\row}"
    )
    assert RtfReader().read(path).text == "a\tb\tc\nboth\tthird"


def test_cells_that_reach_down_a_long_table_do_not_hold_the_reader_up(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    row = "<tr>" + "<td rowspan=60000 colspan=900>x" * 300 + "</tr>"
    path.write_text(f"<table>{row * 20}</table>")
    start = time.process_time()
    assert HtmlReader().read(path).text.count("x") == 6_000
    assert time.process_time() - start < 10


ORDER = (("Effective Date", ""), ("Delivery Date", "1 March 2027"), ("Fee", ""))


@pytest.mark.parametrize("made", [in_word, in_html, in_opendocument, in_rich_text])
def test_an_empty_cell_at_the_end_of_a_row_is_seen(
    made: Callable[[Path], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.ingest.test_tables.ROWS", ORDER)
    assert open_file(made(tmp_path)).text == "Effective Date\t\nDelivery Date\t1 March 2027\nFee"


def test_what_a_merged_cell_covers_is_not_empty(tmp_path: Path) -> None:
    def merged(text: str, kind: str) -> str:
        return f'<w:tc><w:tcPr><w:vMerge w:val="{kind}"/></w:tcPr>{p(text) if text else "<w:p/>"}</w:tc>'

    rows = (
        f"<w:tc>{p('a')}</w:tc>{merged('both', 'restart')}",
        f"<w:tc>{p('b')}</w:tc>{merged('', 'continue')}",
        f"<w:tc>{p('c')}</w:tc><w:tc><w:p/></w:tc>",
        f"<w:tc>{p('d')}</w:tc><w:tc>{p('e')}</w:tc>",
    )
    body = p("Rates") + "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    assert open_file(docx(tmp_path / "a.docx", body)).text == "Rates\na\tboth\nb\nc\t\nd\te"
