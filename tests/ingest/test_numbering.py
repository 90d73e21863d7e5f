"""Automatic numbers as Word shows them."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from legalai.ingest.word.number_forms import format_number
from tests.ingest.factory import abstract, docx, level, num, open_file, p

LEGAL = abstract(
    1,
    level(0, "decimal", "%1."),
    level(1, "decimal", "%1.%2"),
    level(2, "lowerLetter", "(%3)"),
    level(3, "lowerRoman", "(%4)"),
)
WORD_DEFAULT = abstract(
    2,
    level(0, "decimal", "%1."),
    level(1, "lowerLetter", "%2."),
    level(2, "lowerRoman", "%3."),
    level(3, "decimal", "%4."),
)
ARTICLES = abstract(
    3,
    level(0, "upperRoman", "ARTICLE %1"),
    level(1, "decimal", "Section %1.%2", "<w:isLgl/>"),
    level(2, "lowerLetter", "(%3)"),
)
RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
OTHERS = [
    abstract(4, level(0, "decimalZero", "%1"), level(1, "ordinal", "%2"), level(2, "none", "Note:")),
    abstract(5, level(0, "bullet", "\uf0b7")),
    abstract(
        6, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"),
        level(2, "lowerRoman", "(%3)", '<w:lvlRestart w:val="0"/>')
    ),
    abstract(7, level(0, "decimal", "%1.", start=3)),
    abstract(8, level(0, "ordinalText", "%1"), level(1, "cardinalText", "Part %2")),
    abstract(9, level(0, "decimal", "%1.", '<w:pStyle w:val="ClauseOne"/>'),
             level(1, "decimal", "%1.%2", '<w:pStyle w:val="ClauseTwo"/>')),
    abstract(10, more='<w:numStyleLink w:val="LegalList"/>'),
    abstract(11, level(0, "upperLetter", "%1."), level(1, "decimal", "%1%2"), more='<w:styleLink w:val="LegalList"/>'),
    abstract(12, level(0, "decimal", "%1.", "<w:suff w:val='nothing'/>")),
    abstract(13, level(0, "upperRoman", "Article %1."), level(1, "decimalZero", "Section %1.%2", "<w:isLgl/>")),
]  # fmt: skip
NUMBERING = "".join(
    [LEGAL, WORD_DEFAULT, ARTICLES, *OTHERS, *(num(n, n) for n in range(1, 14)), num(21, 1, RESTART), num(22, 1)]
)


def style(kind: str, name: str, content: str, based_on: str = "") -> str:
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{based}<w:pPr>{content}</w:pPr></w:style>'
    )


def of_list(number: int) -> str:
    return f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'


STYLES = (
    style("paragraph", "ClauseOne", of_list(9))
    + style("paragraph", "ClauseTwo", "", based_on="ClauseOne")
    + style("paragraph", "Plain", of_list(0), based_on="ClauseOne")
    + style("numbering", "LegalList", of_list(11))
)

CASES: dict[str, tuple[list[tuple[int, int]], list[str], list[str | None]]] = {
    "levels of a contract": (
        [(1, 0), (1, 1), (1, 2), (1, 2), (1, 3), (1, 1), (1, 2), (1, 0), (1, 1)],
        ["1.", "1.1", "(a)", "(b)", "(i)", "1.2", "(a)", "2.", "2.1"],
        ["1", "1.1", "1.1(a)", "1.1(b)", "1.1(b)(i)", "1.2", "1.2(a)", "2", "2.1"],
    ),
    "Word's own outline": (
        [(2, 0), (2, 1), (2, 2), (2, 3), (2, 1), (2, 0)],
        ["1.", "a.", "i.", "1.", "b.", "2."],
        ["1", "1.a", "1.a.i", "1.a.i.1", "1.b", "2"],
    ),
    "articles, and sections in legal style": (
        [(3, 0), (3, 0), (3, 1), (3, 2), (3, 1)],
        ["ARTICLE I", "ARTICLE II", "Section 2.1", "(a)", "Section 2.2"],
        ["Article I", "Article II", "2.1", "2.1(a)", "2.2"],
    ),
    "Word's own articles and sections": (
        [(13, 0), (13, 1), (13, 1), (13, 0), (13, 1)],
        ["Article I.", "Section 1.01", "Section 1.02", "Article II.", "Section 2.01"],
        ["Article I", "1.01", "1.02", "Article II", "2.01"],
    ),
    "a level above that was never used": ([(1, 1), (1, 1)], ["1.1", "1.2"], ["1.1", "1.2"]),
    "another list of the same definition goes on": ([(1, 0), (22, 0)], ["1.", "2."], ["1", "2"]),
    "a start override starts anew, once": (
        [(1, 0), (1, 0), (21, 0), (21, 0)],
        ["1.", "2.", "1.", "2."],
        ["1", "2", "1", "2"],
    ),
    "a level that is never restarted": (
        [(6, 0), (6, 1), (6, 2), (6, 1), (6, 2), (6, 0), (6, 1)],
        ["1.", "(a)", "(i)", "(b)", "(ii)", "2.", "(a)"],
        ["1", "1(a)", "1(a)(i)", "1(b)", "1(b)(ii)", "2", "2(a)"],
    ),
    "a start of three": ([(7, 0), (7, 0)], ["3.", "4."], ["3", "4"]),
    "leading zeros, ordinals, no number": ([(4, 0), (4, 1), (4, 2)], ["01", "1st", "Note:"], ["01", "1st", "Note"]),
    "numbers in words": ([(8, 0), (8, 0), (8, 1)], ["First", "Second", "Part One"], ["First", "Second", "Part One"]),
    "bullets": ([(5, 0), (5, 0)], ["•", "•"], [None, None]),
    "a list by its style": ([(10, 0), (10, 1)], ["A.", "A1"], ["A", "A1"]),
    "lists side by side": ([(1, 0), (5, 0), (2, 0), (1, 1)], ["1.", "•", "1.", "1.1"], ["1", None, "1", "1.1"]),
}


# LibreOffice 7.4 reads neither w:isLgl nor a w:lvlRestart of 0: ISO/IEC 29500-1 §17.9.4, §17.9.10 say what Word does.
NOT_IN_LIBREOFFICE = {
    "articles, and sections in legal style",
    "Word's own articles and sections",
    "a level that is never restarted",
}


@pytest.mark.parametrize("case", CASES)
def test_a_list_is_shown_as_word_shows_it(tmp_path: Path, case: str) -> None:
    places, labels, numbers = CASES[case]
    body = "".join(p("the parties agree", place) for place in places)
    document = open_file(docx(tmp_path / "a.docx", body, numbering=NUMBERING, styles=STYLES))
    assert document.text.split("\n") == [f"{label} the parties agree" for label in labels]
    assert [document.text[b.body_start : b.end] for b in document.blocks] == ["the parties agree"] * len(places)
    assert [block.number for block in document.blocks] == numbers


def test_a_style_gives_list_and_level(tmp_path: Path) -> None:
    body = (
        p("one", style="ClauseOne")
        + p("two", style="ClauseTwo")
        + p("none", style="Plain")
        + p("three", style="ClauseTwo")
    )
    document = open_file(docx(tmp_path / "a.docx", body, numbering=NUMBERING, styles=STYLES))
    assert document.text == "1. one\n1.1 two\nnone\n1.2 three"


def test_an_empty_paragraph_is_counted_and_a_deleted_one_is_not(tmp_path: Path) -> None:
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>'
        '<w:del w:id="2" w:author="A"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>'
    )
    body = p("one", (1, 0)) + p("", (1, 0)) + gone + p("three", (1, 0))
    document = open_file(docx(tmp_path / "a.docx", body, numbering=NUMBERING, styles=STYLES))
    assert document.text == "1. one\n3. three"


def test_no_space_where_the_definition_wants_none(tmp_path: Path) -> None:
    document = open_file(docx(tmp_path / "a.docx", p("Term", (12, 0)), numbering=NUMBERING, styles=STYLES))
    assert document.text == "1. Term"


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [(1, "decimal", "1"), (27, "lowerLetter", "aa"), (28, "upperLetter", "BB"), (4, "lowerRoman", "iv"),
     (1999, "upperRoman", "MCMXCIX"), (7, "decimalZero", "07"), (11, "ordinal", "11th"), (22, "ordinal", "22nd"),
     (0, "lowerLetter", "0"), (5, "none", ""), (3, "unheardOf", "3")],
)  # fmt: skip
def test_formats(value: int, form: str, shown: str) -> None:
    assert format_number(value, form) == shown


@pytest.mark.libreoffice
def test_libreoffice_shows_the_same(tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("soffice is not installed")
    cases = [case for case in CASES if case not in NOT_IN_LIBREOFFICE]
    paths = [
        docx(
            tmp_path / f"{number}.docx",
            "".join(p("the parties agree", place) for place in CASES[case][0]),
            numbering=NUMBERING,
            styles=STYLES,
        )
        for number, case in enumerate(cases)
    ]
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--convert-to",
        "txt:Text (encoded):UTF8",
    ]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), *map(str, paths)], check=True, capture_output=True, timeout=200
    )
    differ: dict[str, list[str]] = {}
    for case, path in zip(cases, paths, strict=True):
        theirs = path.with_suffix(".txt").read_text(encoding="utf-8-sig").replace("\uf0b7", "•").strip()
        rows = [re.sub(r"\s+", " ", row.strip()) for row in theirs.splitlines()]
        if rows != open_file(path).text.splitlines():
            differ[case] = rows
    assert differ == {}
