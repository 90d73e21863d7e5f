"""Word files: what of the XML is text, in which order, and where every character came from."""

from pathlib import Path
from zipfile import ZipFile

import docx as python_docx
import pytest
from docx.text.run import Run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legalai.errors import DamagedFile, InputError
from tests.ingest.factory import docx, open_file, p, r, rezip, shown

INS = '<w:ins w:id="1" w:author="A" w:date="2024-01-01T00:00:00Z">{}</w:ins>'
DEL = '<w:del w:id="2" w:author="A"><w:r><w:delText>old </w:delText></w:r></w:del>'
BOX = "<w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent>"
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("one") + p("two"), "one\ntwo"),
        (p("one") + p("") + p("  two  "), "one\ntwo"),
        (f"<w:p>{r('a')}{INS.format(r(' new'))}{DEL}{r(' b')}</w:p>", "a new b"),
        ('<w:p><w:moveFrom w:id="1" w:author="A"><w:r><w:t>x</w:t></w:r></w:moveFrom></w:p>'
         '<w:p><w:moveTo w:id="2" w:author="A"><w:r><w:t>moved</w:t></w:r></w:moveTo></w:p>', "moved"),
        (f'<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="A"/></w:rPr></w:pPr>{r("joined ")}</w:p>{p("to this")}',
         "joined to this"),
        (f"<w:p>{r('see ')}<w:hyperlink>{r('the site')}</w:hyperlink></w:p>", "see the site"),
        (f"<w:p>{r('by ')}<w:sdt><w:sdtPr/><w:sdtContent>{r('Acme')}</w:sdtContent></w:sdt></w:p>", "by Acme"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{p('controlled')}</w:sdtContent></w:sdt>", "controlled"),
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>",
         "a\tb\nc-d"),
        ('<w:p><w:r><w:t>agree</w:t><w:softHyphen/><w:t>ment</w:t></w:r><w:r><w:br w:type="page"/></w:r></w:p>',
         "agreement"),
        (p("co\u00adoperate"), "cooperate"),
        (f"<w:p>{FIELD.format('begin')}<w:r><w:instrText> REF _x </w:instrText></w:r>"
         f"{FIELD.format('separate')}{r('12.1')}{FIELD.format('end')}{r(' applies')}</w:p>", "12.1 applies"),
        (f"<w:p>{FIELD.format('begin')}{r('IF hidden')}{FIELD.format('end')}{r('shown')}</w:p>", "shown"),
        ('<w:p><w:fldSimple w:instr="DATE"><w:r><w:t>1 May</w:t></w:r></w:fldSimple></w:p>', "1 May"),
        ('<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>'
         "<w:default w:val=\"0\"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>"
         f"{FIELD.format('end')}{r(' yes')}</w:p>", "☒ yes"),
        ('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A8"/><w:t> no</w:t></w:r></w:p>', "☐ no"),
        (f"<w:p>{r('seen')}{r(' unseen', '<w:vanish/>')}</w:p>", "seen"),
        (f"<w:p>{r('before')}<w:r><mc:AlternateContent>"
         f"<mc:Choice Requires='wps'><w:drawing>"
         f"<wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox>"
         f"</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>{p('after')}",
         "before\nboxed\nafter"),
    ],
)  # fmt: skip
def test_what_is_text(tmp_path: Path, body: str, text: str) -> None:
    assert open_file(docx(tmp_path / "a.docx", body)).text == text


def cell(*content: str) -> str:
    return f"<w:tc>{''.join(content)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_a_table_is_read_by_rows(tmp_path: Path) -> None:
    body = p("Fees") + table(cell(p("Year 1")) + cell(p("$100")), cell(p("Year 2")) + cell(p("$200"))) + p("end")
    document = open_file(docx(tmp_path / "a.docx", body))
    assert document.text == "Fees\nYear 1\t$100\nYear 2\t$200\nend"
    assert [kind for kind, _, _ in shown(document)] == ["paragraph", *["table_cell"] * 4, "paragraph"]


def test_cells_of_several_paragraphs_and_nested_tables(tmp_path: Path) -> None:
    inner = table(cell(p("x")) + cell(p("y")))
    body = table(cell(p("a"), p("b")) + cell(inner, p("")) + cell(p("c")))
    assert open_file(docx(tmp_path / "a.docx", body)).text == "a\nb\nx\ty\nc"


def test_a_table_of_one_column_is_a_frame(tmp_path: Path) -> None:
    document = open_file(docx(tmp_path / "a.docx", table(cell(p("The parties agree.")))))
    assert shown(document) == [("paragraph", None, "The parties agree.")]


def test_trouble_is_reported_and_never_quotes(tmp_path: Path) -> None:
    body = f"<w:p>{r('kept')}{INS.format(r(' secret'))}{DEL}{r('secret', '<w:vanish/>')}</w:p>"
    path = docx(tmp_path / "a.docx", body)
    document = python_docx.Document(str(path))
    run = document.paragraphs[0].runs[0]
    document.add_comment(run, text="secret", author="A", initials="A")
    document.save(str(path))
    issues = open_file(path).issues
    assert [(issue.code, issue.severity) for issue in issues] == [
        ("tracked-changes", "info"), ("open-change", "info"), ("open-change", "info"),
        ("comments", "info"), ("open-comment", "info"), ("hidden-text", "warning"),
    ]  # fmt: skip
    assert "1 insertion, 1 deletion" in issues[0].message
    assert issues[1].message == "Open insertion of 1 word by A on 2024-01-01 in paragraph 1."
    assert all("secret" not in issue.message for issue in issues)


def test_headers_and_footers_are_not_in_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    document = python_docx.Document()
    document.add_paragraph("body")
    document.sections[0].header.paragraphs[0].text = "Confidential draft"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.save(str(path))
    assert open_file(path).text == "body"


def test_footnotes_follow_the_body(tmp_path: Path) -> None:
    plain = docx(
        tmp_path / "plain.docx", f'<w:p>{r("Fees")}<w:r><w:footnoteReference w:id="2"/></w:r>{r(" are due.")}</w:p>'
    )
    with ZipFile(plain) as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode()
    relation = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" '
        'Target="footnotes.xml"/></Relationships>'
    )
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:footnote w:id="-1" w:type="separator">{p("---")}</w:footnote>'
        f'<w:footnote w:id="2">{p("Net of tax.")}</w:footnote>'
        f'<w:footnote w:id="3">{p("unused")}</w:footnote></w:footnotes>'
    )
    changes = {
        "word/_rels/document.xml.rels": relations.replace("</Relationships>", relation).encode(),
        "word/footnotes.xml": notes.encode(),
    }
    document = open_file(rezip(plain, tmp_path / "a.docx", changes))
    assert document.text == "Fees[1] are due.\n[1] Net of tax."
    assert document.text_map.home(len(document.text) - 1).paragraph is None


def test_headings_by_style_and_by_shape(tmp_path: Path) -> None:
    body = (
        p("Purpose and scope", style="Heading1")
        + f"<w:p>{r('Governing law', '<w:b/>')}</w:p>"
        + p("TERM AND TERMINATION")
        + p("4. Fees and Payment")
        + p("4.1 Fees. The Customer pays the fees that are set out in the order form, monthly.")
        + p("the Customer shall pay;", style="Heading2")
    )  # fmt: skip
    kinds = [(kind, number) for kind, number, _ in shown(open_file(docx(tmp_path / "a.docx", body)))]
    assert kinds == [
        ("heading", None),
        ("heading", None),
        ("heading", None),
        ("heading", "4"),
        ("list_item", "4.1"),
        ("paragraph", None),
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE x [<!ENTITY a 'aaaa'>]><x>&a;</x>",
        b"<!DOCTYPE x SYSTEM 'file:///etc/hostname'><x/>",
        b"<not closed",
        b"",
    ],
)
def test_hostile_xml_is_refused(tmp_path: Path, data: bytes) -> None:
    good = docx(tmp_path / "good.docx", p("x"))
    with pytest.raises(DamagedFile, match="XML"):
        open_file(rezip(good, tmp_path / "a.docx", {"word/document.xml": data}))


def test_an_archive_bomb_is_refused_unopened(tmp_path: Path) -> None:
    good = docx(tmp_path / "good.docx", p("x"))
    with pytest.raises(InputError, match="unpacks to"):
        open_file(rezip(good, tmp_path / "a.docx", {"word/media/a.bin": bytes(60 * 2**20)}))


def test_endless_nesting_is_refused(tmp_path: Path) -> None:
    deep = "<w:sdt><w:sdtContent>" * 220 + p("x") + "</w:sdtContent></w:sdt>" * 220
    good = docx(tmp_path / "good.docx", p("x"))
    document = f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{deep}</w:body></w:document>'
    with pytest.raises(DamagedFile):
        open_file(rezip(good, tmp_path / "a.docx", {"word/document.xml": document.encode()}))


def test_a_cut_file_is_damaged(tmp_path: Path) -> None:
    data = docx(tmp_path / "good.docx", p("x")).read_bytes()
    (tmp_path / "a.docx").write_bytes(data[: data.index(b"word/document.xml")])
    with pytest.raises(DamagedFile, match=r"a\.docx"):
        open_file(tmp_path / "a.docx")


# -------------------------------------------------------------------------------------------------------- the way home

WORD = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="<&>"), max_size=12)
RUN = st.one_of(
    WORD.map(r),
    WORD.map(lambda text: INS.format(r(text))),
    st.just(DEL),
    st.just("<w:r><w:tab/><w:t>x</w:t><w:br/><w:t>y</w:t><w:noBreakHyphen/></w:r>"),
    st.just(f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>"),
)
PARAGRAPH = st.lists(RUN, max_size=4).map(lambda runs: f"<w:p>{''.join(runs)}</w:p>")
BLOCK = st.one_of(
    PARAGRAPH, st.lists(PARAGRAPH, min_size=1, max_size=3).map(lambda cells: table("".join(map(cell, cells))))
)


@given(st.lists(BLOCK, min_size=1, max_size=6))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_character_of_a_run_is_found_in_that_run(tmp_path: Path, blocks: list[str]) -> None:
    path = docx(tmp_path / "a.docx", p("The parties agree") + "".join(blocks))
    document = open_file(path)
    body = python_docx.Document(str(path)).element.body
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    paragraphs = list(body.iter(f"{word}p"))
    for home in document.text_map.homes:
        if home.run is None or home.offset is None or home.paragraph is None:
            continue
        paragraph = paragraphs[home.paragraph]
        runs = [run for run in paragraph.iter(f"{word}r") if next(run.iterancestors(f"{word}p")) is paragraph]
        held = Run(runs[home.run], None).text  # pyright: ignore
        assert held[home.offset : home.offset + home.end - home.start] == document.text[home.start : home.end]
    end = 0
    for block in document.blocks:
        assert end <= block.start <= block.body_start <= block.end <= len(document.text)
        assert document.text[block.start : block.end].strip()
        end = block.end


def test_a_new_page_within_a_paragraph_parts_words(tmp_path: Path) -> None:
    page, column = ('<w:r><w:br w:type="page"/></w:r>', '<w:r><w:br w:type="column"/></w:r>')
    body = f"<w:p>{r('ends')}{page}{r('begins')}{column}{r('goes on')}</w:p><w:p>{page}{r('Last.')}</w:p>"
    assert open_file(docx(tmp_path / "a.docx", body)).text == "ends\nbegins\ngoes on\nLast."


def test_a_linked_part_of_a_master_document_is_told(tmp_path: Path) -> None:
    document = open_file(docx(tmp_path / "a.docx", f"{p('Words.')}<w:p><w:subDoc/></w:p>"))
    assert [issue.code for issue in document.issues] == ["embedded-content"]


def test_a_number_above_the_line_is_no_digit_of_the_one_before(tmp_path: Path) -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    body = f"<w:p>{r('EUR 500')}{r('1', raised)}{r(' by the 1')}{r('st', raised)}</w:p>"
    assert open_file(docx(tmp_path / "a.docx", body)).text == "EUR 500¹ by the 1st"
