"""A cell of a ruled PDF table that holds several paragraphs keeps them; one whose words were wrapped is one."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.ingest.factory import open_file, pdf, shown


def texts_of(folder: Path, *rows: str, right: int = 500) -> list[tuple[str | None, str]]:
    def draw(canvas: Canvas) -> None:
        canvas.grid((72, 200, right), (700, 680, 600))
        for x, y, text in ((75, 685, "Item"), (205, 685, "Terms"), (75, 665, "Help")):
            canvas.drawString(x, y, text)
        for number, text in enumerate(rows):
            canvas.drawString(205, 665 - 14 * number, text)

    document = open_file(pdf(folder / "a.pdf", [draw]))
    return [(number, text) for _, number, text in shown(document)][2:]


@pytest.mark.parametrize(
    "rows",
    [
        ("(a) The Seller answers in a day.", "(b) The Seller mends in a week.", "(c) No fee is due."),
        ("1. The Seller answers in a day.", "2. The Seller mends in a week.", "3. No fee is due."),
    ],
)
def test_a_list_in_a_cell_is_read_item_by_item(rows: tuple[str, ...], tmp_path: Path) -> None:
    read = texts_of(tmp_path, *rows)
    assert [text for _, text in read] == ["Help", *rows]
    assert all(number is not None for number, _ in read[1:])


def test_the_lines_of_an_address_stay_lines(tmp_path: Path) -> None:
    address = ("Mill & Weir Ltd", "12 Lock Lane", "Leeds LS1 4QT", "E-mail: law@weir.example")
    assert [text for _, text in texts_of(tmp_path, *address)] == ["Help", *address]


def test_wrapped_words_are_one_cell_of_their_row(tmp_path: Path) -> None:
    rows = ("The Seller answers the", "telephone on working", "days of the Buyer.")
    assert texts_of(tmp_path, *rows, right=330) == [(None, "Help"), (None, " ".join(rows))]


def test_a_head_broken_in_two_is_one_cell(tmp_path: Path) -> None:
    assert texts_of(tmp_path, "Price", "(in euro)") == [(None, "Help"), (None, "Price (in euro)")]


def test_a_remark_in_brackets_stays_with_its_label(tmp_path: Path) -> None:
    rows = ("Price", "(in euro)", "(for a year)")
    assert texts_of(tmp_path, *rows) == [(None, "Help"), (None, " ".join(rows))]
