"""Sentences of PDF files that a page, a column or a raised letter interrupts."""

from pathlib import Path

import pytest

from tests.ingest.factory import Draw, both, lines, open_file, pdf

_LONG = "The Supplier shall deliver the goods that are described in the order on the terms of the"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("and shall bear the cost of the", "Goods until they are accepted."),
        ("and shall mark them with words such as", '"sold by Alder" on every box.'),
        ("and pays all that is owed by", "Birch; (iii) every tax on them."),
    ],
)
def test_a_sentence_that_cannot_end_goes_on_over_the_page(tmp_path: Path, before: str, after: str) -> None:
    pages = [lines(_LONG, before), lines(after, "", "2. Price")]
    assert f"{before} {after}" in open_file(pdf(tmp_path / "a.pdf", pages)).text


def test_a_sentence_goes_on_from_the_last_column_of_a_page_to_the_first_of_the_next(tmp_path: Path) -> None:
    def column(name: str, end: str) -> list[str]:
        return [f"{name}{row} that the seller shall deliver goods" for row in range(9)] + [end]

    first = both(
        lines(*column("a", "without delay and in good order"), left=50),
        lines(*column("b", "to the place that is written"), left=320),
    )
    second = both(
        lines("down in the order of the buyer itself.", *column("c", "of it."), left=50),
        lines(*column("d", "the end."), left=320),
    )
    assert "that is written down in the order" in open_file(pdf(tmp_path / "a.pdf", [first, second])).text


def test_raised_endings_of_numbers_belong_to_them(tmp_path: Path) -> None:
    page = both(
        lines("made on the 17"), lines("th", left=138.5, top=96.5, size=7), lines("day of May and the 2", left=148),
        lines("nd", left=242.5, top=96.5, size=7), lines(") of June", left=249.6),
    )  # fmt: skip
    assert open_file(pdf(tmp_path / "a.pdf", [page])).text == "made on the 17th day of May and the 2nd) of June"


def test_a_title_with_a_number_is_kept_though_the_foot_has_the_number_too(tmp_path: Path) -> None:
    def page(number: int, *rows: str) -> Draw:
        foot = both(
            lines("Alder", top=800, size=11),
            lines("Amendment N° 1", left=250, top=800),
            lines(f"Page {number}/4", left=450, top=800),
        )
        return both(lines("Signing version", top=40), lines(*rows, top=90), foot)

    body = [f"{number}. Goods number {number} are delivered at once." for number in range(2, 9)]
    pages = [page(1, "Amendment n° 01", "", *body), *(page(number, *body) for number in (2, 3, 4))]
    assert open_file(pdf(tmp_path / "a.pdf", pages)).text.startswith("Amendment n° 01\n")


def test_what_closes_a_list_is_none_of_its_last_item(tmp_path: Path) -> None:
    item = "(b) the goods are not of the kind that was ordered by the buyer, or are not of the"
    page = both(
        lines("(a) the goods are late;", left=100, top=100),
        lines(item, left=100, top=128, size=10),
        lines("quality that he may expect of such goods at such a price, and", left=115, top=142, size=10),
        lines("provided that the buyer has told the seller of it in writing within ten days.", top=170, size=10),
    )
    texts = open_file(pdf(tmp_path / "a.pdf", [page])).text.split("\n")
    assert [text[:8] for text in texts] == ["(a) the ", "(b) the ", "provided"]


def test_a_field_to_sign_runs_over_two_lines(tmp_path: Path) -> None:
    signed = "By: Alder Trust Company of the North and of the South, which signs not in its own name"
    page = lines(signed, "but as trustee alone", "Name: A. Field")
    assert open_file(pdf(tmp_path / "a.pdf", [page])).text.endswith("own name but as trustee alone\nName: A. Field")


def test_an_empty_bracket_is_no_gap_between_cells(tmp_path: Path) -> None:
    page = both(lines("The price of [", top=100), lines("] is paid at once.", left=250, top=100))
    assert open_file(pdf(tmp_path / "a.pdf", [page])).text == "The price of [ ] is paid at once."
