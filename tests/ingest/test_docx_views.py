"""Views of a tracked Word file: accepted, as it was before, marked; and the changes in their place in each."""

from pathlib import Path

import pytest

from legalai.ingest import read
from legalai.ingest.word.docx import DocxReader
from legalai.schema import Document, View
from tests.ingest.factory import abstract, docx, level, num, p, r

BY = 'w:author="Ann" w:date="2024-05-01T10:00:00Z"'

UNHIDDEN = r(" before", f'<w:vanish/><w:rPrChange w:id="7" {BY}><w:rPr/></w:rPrChange>')


def ins(*runs: str) -> str:
    return f'<w:ins w:id="1" {BY}>{"".join(runs)}</w:ins>'


def gone(*runs: str) -> str:
    return f'<w:del w:id="2" {BY}>{"".join(runs).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")}</w:del>'


def mark(kind: str) -> str:
    return f'<w:pPr><w:rPr><w:{kind} w:id="3" {BY}/></w:rPr></w:pPr>'


def row(text: str, kind: str = "") -> str:
    changed = f'<w:trPr><w:{kind} w:id="4" {BY}/></w:trPr>' if kind else ""
    return f"<w:tr>{changed}<w:tc>{p(text)}</w:tc></w:tr>"


def opened(path: Path, view: View) -> Document:
    return read(path, (DocxReader(),), view=view)


@pytest.mark.parametrize(
    ("body", "accepted", "original"),
    [
        (f"<w:p>{r('pay ')}{gone(r('10'))}{ins(r('20'))}{r(' days')}</w:p>", "pay 20 days", "pay 10 days"),
        (f"<w:p>{r('a')}{ins(gone(r('never')))}{r('b')}</w:p>", "ab", "ab"),
        (f"<w:p>{mark('del')}{r('one ')}</w:p>{p('two')}", "one two", "one\ntwo"),
        (f"<w:p>{mark('ins')}{ins(r('one'))}</w:p>{p('two')}", "one\ntwo", "two"),
        (f"<w:p>{mark('ins')}{r('one ')}</w:p>{p('two')}", "one\ntwo", "one two"),
        (f'<w:p><w:moveFrom w:id="5" {BY}>{r("here")}</w:moveFrom></w:p>{p("mid")}'
         f'<w:p><w:moveTo w:id="6" {BY}>{r("here")}</w:moveTo></w:p>', "mid\nhere", "here\nmid"),
        (f"<w:tbl>{row('kept')}{row('new', 'ins')}{row('old', 'del')}</w:tbl>", "kept\nnew", "kept\nold"),
        (f"<w:p>{r('seen')}{UNHIDDEN}</w:p>", "seen", "seen before"),
        ('<w:p><w:pPr><w:pPrChange w:id="8" w:author="Ann"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>'
         f"</w:numPr></w:pPr></w:pPrChange></w:pPr>{r('Fees are due.')}</w:p>", "Fees are due.", "1. Fees are due."),
    ],
)  # fmt: skip
def test_each_view_has_its_text(tmp_path: Path, body: str, accepted: str, original: str) -> None:
    numbering = abstract(0, level(0, "decimal", "%1.")) + num(1, 0)
    path = docx(tmp_path / "a.docx", body, numbering=numbering)
    assert opened(path, "accepted").text == accepted
    assert opened(path, "marked").text == accepted
    assert opened(path, "original").text == original


@pytest.mark.parametrize("view", ["accepted", "original", "marked"])
def test_a_change_names_its_words_or_their_place(tmp_path: Path, view: View) -> None:
    body = p("Fees") + f"<w:p>{r('pay in ')}{gone(r('10'), r(' long'))}{ins(r('20'))}{r(' days')}</w:p>"
    document = opened(docx(tmp_path / "a.docx", body), view)
    deleted, inserted = document.changes
    assert [(each.kind, each.text, each.author) for each in document.changes] == [
        ("deletion", "10 long", "Ann"), ("insertion", "20", "Ann")
    ]  # fmt: skip
    shown = [document.text[each.start : each.end] for each in document.changes]
    assert shown == (["10 long", ""] if view == "original" else ["", "20"])
    assert deleted.start == document.text.index("pay in ") + len("pay in ")
    assert inserted.start == deleted.end
    assert document.facts.view == view
    words = {"accepted": "as if all were accepted", "original": "as it was before them", "marked": "with its words"}
    assert words[view] in document.issues[0].message


def test_a_file_without_changes_has_one_view(tmp_path: Path) -> None:
    path = docx(tmp_path / "a.docx", p("The parties agree."))
    assert opened(path, "accepted").issues == ()
    document = opened(path, "original")
    assert document.text == "The parties agree."
    assert [issue.code for issue in document.issues] == ["one-view"]
    assert document.facts.view is None


def test_a_reader_that_knows_no_views_reads_what_there_is(tmp_path: Path) -> None:
    class Plain:
        """A reader as plugins have them."""

        name, suffixes, media_type = "Plain", (".docx",), "text/plain"

        def recognises(self, head: bytes, path: Path) -> bool:
            return True

        def read(self, path: Path, *, password: str | None = None) -> Document:
            return DocxReader().read(path, password=password)

    path = docx(tmp_path / "a.docx", f"<w:p>{gone(r('old'))}{ins(r('new'))}</w:p>")
    assert read(path, (Plain(),), view="original").text == "new"


def test_what_comments_and_changes_say_is_in_no_issue_but_who_and_where(tmp_path: Path) -> None:
    body = p("1. Fees") + "".join(f"<w:p>{r('kept')}{ins(r(f'secret {number}'))}</w:p>" for number in range(40))
    issues = opened(docx(tmp_path / "a.docx", body), "accepted").issues
    assert len(issues) == 32
    assert issues[1].message == "Open insertion of 2 words by Ann on 2024-05-01 in paragraph 2."
    assert issues[-1].message.startswith("10 more open changes")
    assert not any("secret" in issue.message for issue in issues)
