"""What fonts of symbols, formulas, notes and broken fields show to a reader of a Word file."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from legalai.ingest.symbol_fonts import as_printed, as_shown, symbol_font
from tests.ingest.factory import docx, open_file, p, r, rezip

MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def run_of(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def formula(inner: str) -> str:
    return f"<m:oMath {MATH}>{inner}</m:oMath>"


def symbol(font: str, code: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def set_in(font: str, text: str) -> str:
    return r(text, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (symbol("Wingdings", "F0FE") + r(" gas ") + symbol("Wingdings", "F0A8") + r(" oil"), "☒ gas ☐ oil"),
        (set_in("Wingdings", "\uf0fe") + r(" gas ") + set_in("Wingdings", "\uf0a8") + r(" oil"), "☒ gas ☐ oil"),
        (set_in("Wingdings", "þ") + r(" gas ") + set_in("Wingdings", "o") + r(" oil"), "☒ gas ☐ oil"),
        (set_in("Wingdings 2", "R") + r(" gas ") + set_in("Wingdings 2", "\uf0a3") + r(" oil"), "☒ gas ☐ oil"),
        (r("Rent ") + symbol("Symbol", "F0B3") + r(" 5, ") + set_in("Symbol", "a") + r(" 2"), "Rent ≥ 5, α 2"),
        (r("Under ") + symbol("Times New Roman", "00A7") + r(" 4"), "Under § 4"),
        (r("Odd ") + symbol("Wingdings", "F021") + r(" and ") + symbol("Wingdings", "zz"), "Odd □ and □"),
        (set_in("Arial", "þ and o"), "þ and o"),
    ],
)
def test_symbols_are_what_is_shown(tmp_path: Path, body: str, text: str) -> None:
    assert open_file(docx(tmp_path / "a.docx", f"<w:p>{body}</w:p>")).text == text


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (run_of("R × d"), "Interest is R × d each time."),
        (
            f"<m:f><m:num>{run_of('R × d')}</m:num><m:den>{run_of('360')}</m:den></m:f>",
            "Interest is (R × d)/360 each time.",
        ),
        (
            f"<m:sSup><m:e><m:d><m:e>{run_of('1 + i')}</m:e></m:d></m:e><m:sup>{run_of('n')}</m:sup></m:sSup>",
            "Interest is (1 + i)^n each time.",
        ),
        (
            f"<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>{run_of('k')}</m:sub><m:sup/>"
            f"<m:e>{run_of('x')}</m:e></m:nary>",
            "Interest is ∑_k x each time.",
        ),
        (f"<m:rad><m:deg/><m:e>{run_of('a+b')}</m:e></m:rad>", "Interest is √(a+b) each time."),
    ],
)
def test_a_formula_is_told_on_one_line(tmp_path: Path, inner: str, text: str) -> None:
    body = f"<w:p>{r('Interest is ')}{formula(inner)}{r(' each time.')}</w:p>"
    assert open_file(docx(tmp_path / "a.docx", body)).text == text


def test_a_formula_that_stands_alone_is_a_paragraph(tmp_path: Path) -> None:
    body = f"<w:p><m:oMathPara {MATH}>{formula(run_of('F = 2k'))}</m:oMathPara></w:p>"
    assert open_file(docx(tmp_path / "a.docx", p("Fee:") + body)).text == "Fee:\nF = 2k"


def test_a_field_that_nothing_ends_hides_nothing(tmp_path: Path) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    body = f"<w:p>{r('One')}{begin}</w:p>" + p("Two") + p("Three")
    assert open_file(docx(tmp_path / "a.docx", body)).text == "One\nTwo\nThree"


def test_words_with_their_reading_above_are_read_without_it(tmp_path: Path) -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('けいやく')}</w:rt><w:rubyBase>{r('契約')}</w:rubyBase></w:ruby></w:r>"
    assert open_file(docx(tmp_path / "a.docx", f"<w:p>{r('本')}{ruby}{r('は')}</w:p>")).text == "本契約は"


def notes(folder: Path, body: str, more: str = "") -> str:
    plain = docx(folder / "plain.docx", body)
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with ZipFile(plain) as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode()
        settings = archive.read("word/settings.xml").decode()
    told = "".join(f'<Relationship Id="rN{k}" Type="{kinds}/{k}s" Target="{k}s.xml"/>' for k in ("footnote", "endnote"))
    changes = {
        "word/_rels/document.xml.rels": relations.replace("</Relationships>", f"{told}</Relationships>").encode(),
        "word/settings.xml": settings.replace("</w:settings>", f"{more}</w:settings>").encode(),
        **{
            f"word/{kind}s.xml": (
                f'<w:{kind}s {space}><w:{kind} w:id="1">{p("first")}</w:{kind}>'
                f'<w:{kind} w:id="2">{p("second")}</w:{kind}></w:{kind}s>'
            ).encode()
            for kind in ("footnote", "endnote")
        },
    }
    return open_file(rezip(plain, folder / "a.docx", changes)).text


def reference(kind: str, identity: int, more: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{identity}" {more}/></w:r>'


def test_the_mark_of_a_note_stands_where_the_note_belongs(tmp_path: Path) -> None:
    body = (
        f"<w:p>{r('Rent')}{reference('footnote', 2)}{r(' and tax')}{reference('endnote', 1)}{r('.')}</w:p>"
        f"<w:p>{r('Term')}{reference('footnote', 1)}</w:p>"
    )
    assert notes(tmp_path, body) == "Rent[1] and tax[i].\nTerm[2]\n[1] second\n[i] first\n[2] first"


def test_notes_are_numbered_as_the_settings_say(tmp_path: Path) -> None:
    more = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>'
    assert notes(tmp_path, f"<w:p>{r('Rent')}{reference('footnote', 1)}</w:p>", more) == "Rent[c]\n[c] first"


def test_a_mark_that_is_typed_stays_and_a_deleted_reference_goes(tmp_path: Path) -> None:
    own = reference("footnote", 1, 'w:customMarkFollows="1"')
    typed = f"<w:p>{r('Rent')}{own}{r('*')}</w:p>"
    deleted = f'<w:p>{r("Tax")}<w:del w:id="1" w:author="A">{reference("footnote", 2)}</w:del></w:p>'
    assert notes(tmp_path, typed + deleted) == "Rent*\nTax\nfirst"


@pytest.mark.parametrize(
    ("name", "font"),
    [("ABCDEF+Wingdings-Regular", "wingdings"), ("SymbolMT", "symbol"), ("Wingdings2", "wingdings2"), ("Arial", None)],
)
def test_how_a_pdf_names_them(name: str, font: str | None) -> None:
    assert symbol_font(name) == font


def test_letters_of_a_pdf_in_such_fonts() -> None:
    assert [
        as_printed(*each) for each in (("\uf0fe", None), ("þ", "wingdings"), ("☒", "wingdings"), ("α", "symbol"))
    ] == [
        "☒",
        "☒",
        "☒",
        "α",
    ]
    assert as_shown("plain \uf0b7 text") == "plain • text"
