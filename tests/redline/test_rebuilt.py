from dataclasses import replace
from pathlib import Path

import pytest

from legalai.ingest.word.libreoffice import find_libreoffice
from legalai.redline.rebuild import rebuilt
from legalai.redline.revision import Planner
from tests.ingest.factory import docx, open_file, p
from tests.ingest.test_pdf_files import carrying
from tests.redline.builders import NOW, accepted_text, make, opened, point, read

TEXT = """SUPPLY AGREEMENT

1. LIABILITY

1.1 The Supplier's liability is limited to three (3)
    months of the fees that the Buyer paid.

1.2 Nothing limits liability for fraud.

2. TERM

2.1 This agreement lasts for two years.
"""
OLD = "is limited to three (3)\n    months of the fees"


def source(folder: Path) -> Path:
    path = folder / "deal & <b>.txt"
    path.write_text(TEXT)
    return path


def test_a_text_becomes_a_word_file_with_its_clauses(tmp_path: Path) -> None:
    document = open_file(source(tmp_path))
    file, mapped = rebuilt(document)
    path = tmp_path / "rebuilt.docx"
    path.write_bytes(file.as_bytes())
    again = read(path)
    assert " ".join(again.text.split()) == " ".join(document.text.split())
    assert [block.number for block in again.blocks] == [block.number for block in document.blocks]
    assert (mapped.text, mapped.blocks) == (document.text, document.blocks)


def test_a_table_stays_one(tmp_path: Path) -> None:
    rows = f"<w:tr><w:tc>{p('Part')}</w:tc><w:tc>{p('Price')}</w:tc></w:tr><w:tr><w:tc>{p('Bolt')}</w:tc></w:tr>"
    document = read(docx(tmp_path / "contract.docx", p("The prices are these.") + f"<w:tbl>{rows}</w:tbl>"))
    file, mapped = rebuilt(document)
    path = tmp_path / "rebuilt.docx"
    path.write_bytes(file.as_bytes())
    assert read(path).text == mapped.text == "The prices are these.\nPart\tPrice\nBolt"
    assert [block.kind for block in read(path).blocks] == [block.kind for block in document.blocks]


def test_an_empty_cell_stays_one_and_words_after_it_are_found(tmp_path: Path) -> None:
    path = tmp_path / "fees.html"
    path.write_text(
        "<p>The fees are these.</p><table><tr><td></td><td>Owner</td><td>Licensee</td></tr>"
        "<tr><td>Copy</td><td></td><td>the whole fee</td></tr></table><p>No fee is due before delivery.</p>"
    )
    document = open_file(path)
    made = make(path, [point(document, "before delivery", "before acceptance")], document=document)
    assert "No fee is due before acceptance." in accepted_text(made, tmp_path)
    cells = opened(made, tmp_path).parts["word/document.xml"].count(b"<w:tc>")
    assert cells == 6


def test_words_change_across_the_lines_of_a_text(tmp_path: Path) -> None:
    path = source(tmp_path)
    document = open_file(path)
    new = "is limited to twelve (12) weeks of the fees"
    made = make(path, [point(document, OLD, new)], document=document, recipient="counterparty")
    assert not made.proof.source_is_word
    assert "is limited to twelve (12) weeks of the fees that the Buyer paid." in accepted_text(made, tmp_path)
    assert "was no Word file" in made.html
    assert "deal &amp; &lt;b&gt;.txt was no Word file" in made.html
    assert "was no Word file" in opened(made, tmp_path).parts["word/header1.xml"].decode()


def test_a_new_clause_in_a_text_has_a_typed_number(tmp_path: Path) -> None:
    path = source(tmp_path)
    document = open_file(path)
    asked = point(document, "that the Buyer paid.", "1.1A Data has a limit of its own.", edit="insert_after")
    made = make(path, [asked], document=document)
    assert "paid. 1.1A Data has a limit of its own. 1.2 Nothing" in accepted_text(made, tmp_path)


def test_the_page_shows_what_goes_and_what_comes(tmp_path: Path) -> None:
    path = docx(tmp_path / "contract.docx", p("The cap is &lt;b&gt; three (3) months.") + p("End."))
    document = read(path)
    asked = point(document, "three (3) months", "twelve (12) months")
    made = make(path, [replace(asked, rationale="Why <script>not</script>?")], document=document)
    assert "The cap is &lt;b&gt; <del>three (3)</del><ins>twelve (12)</ins> months." in made.html
    assert "Why &lt;script&gt;not&lt;/script&gt;?" in made.html
    assert f"{NOW:%Y-%m-%d}, for our own side only." in made.html


def test_the_intended_text_leaves_rendered_numbers_out(tmp_path: Path) -> None:
    path = docx(tmp_path / "contract.docx", p("First.") + p("Second."))
    assert Planner(read(path)).intended(()) == "First. Second."


@pytest.mark.libreoffice
@pytest.mark.skipif(find_libreoffice() is None, reason="needs soffice")
def test_libreoffice_opens_a_redline(tmp_path: Path) -> None:
    path = docx(tmp_path / "contract.docx", p("The cap is three (3) months.") + p("End."))
    made = make(path, [point(read(path), "three (3)", "nine (9)")], libreoffice=True)
    assert made.proof.libreoffice == "opened"


def test_a_contract_within_a_pdf_with_a_password_is_redlined_with_it(tmp_path: Path) -> None:
    path = carrying(tmp_path / "bundle.pdf", TEXT.encode(), "open sesame") / "fee.txt"
    document = open_file(path, "open sesame")
    change = point(document, "two years", "three years", name="term")
    made = make(path, (change,), document=document, password="open sesame")
    assert "lasts for three years" in accepted_text(made, tmp_path)
