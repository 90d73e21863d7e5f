"""Initials of people in cells and below signatures are no letters of clauses; lettered headings are."""

from pathlib import Path

import pytest

from legalai.ingest.text import document_of
from tests.ingest.factory import docx, open_file, p

CLAUSES = p("4. Fees") + p("4.1 The Buyer pays the fees that the table shows.")


def numbers_of_cells(folder: Path, *cells: str) -> list[str | None]:
    rows = "".join(f"<w:tr><w:tc>{p(cell)}</w:tc><w:tc>{p('-')}</w:tc></w:tr>" for cell in cells)
    document = open_file(docx(folder / "a.docx", f"{CLAUSES}<w:tbl>{rows}</w:tbl>"))
    return [block.number for block in document.blocks if document.text[block.start : block.end] in cells]


@pytest.mark.parametrize(
    "name",
    ["A. Fenn", "A. B. Carrow", "A.J. Lindqvist, Director", "A. van der Molen", "A. O’Shea", "A. Ortiz-Vale (CFO)",
     "A. Zieliński"],
)  # fmt: skip
def test_a_person_in_a_cell_is_no_clause(name: str, tmp_path: Path) -> None:
    assert numbers_of_cells(tmp_path, name) == [None]


def test_an_address_of_mail_does_not_make_a_surname_a_word(tmp_path: Path) -> None:
    assert numbers_of_cells(tmp_path, "A. Fenn", "a.fenn@mills.example") == [None, None]


def test_lettered_rows_are_clauses_still(tmp_path: Path) -> None:
    cells = ("A. Fees", "B. The Seller tells the Buyer.")
    assert numbers_of_cells(tmp_path, *cells) == ["4.1.A", "4.1.B"]


def test_a_person_below_a_signature_is_no_clause() -> None:
    document = document_of("2. Law\n\nThe law of Ohio.\n\nBy: ________\n\nA. Fenn\n\nDirector", name="a.txt")
    assert [block.number for block in document.blocks] == ["2", None, None, None, None]


def test_a_lettered_heading_far_from_signatures_stays_one() -> None:
    document = document_of("2. Law\n\nA. Venue\n\nThe courts of Ohio decide.", name="a.txt")
    assert [block.number for block in document.blocks] == ["2", "2.A", None]
