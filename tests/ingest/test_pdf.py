"""PDF files: reading order, paragraphs, furniture, hyphens, and a box for every word."""

from pathlib import Path

import pdfplumber
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4

from legalai.ingest.pdf.furniture import without_furniture
from legalai.ingest.pdf.layout import Line, Sheet, page_lines
from legalai.ingest.pdf.word import Word
from tests.ingest.factory import Draw, both, lines, open_file, pdf, shown

PROSE = (
    "The Supplier shall deliver the goods described in the order within thirty days after",
    "it has received the order, and shall bear the cost of carriage and insurance until the",
    "goods have been accepted by the Customer.",
)


def test_lines_of_a_paragraph_are_joined(tmp_path: Path) -> None:
    page = lines("1. Delivery", "", *PROSE, "", "2. Price", "", "The price is fixed.")
    document = open_file(pdf(tmp_path / "a.pdf", [page]))
    assert shown(document) == [
        ("heading", "1", "1. Delivery"),
        ("paragraph", None, " ".join(PROSE)),
        ("heading", "2", "2. Price"),
        ("paragraph", None, "The price is fixed."),
    ]


def test_clauses_without_space_between_are_parted(tmp_path: Path) -> None:
    page = lines(
        "1.1 " + PROSE[0], PROSE[1], PROSE[2], "1.2 " + PROSE[0], PROSE[1] + " (a)", "(b) and section", PROSE[2]
    )
    assert [number for _, number, _ in shown(open_file(pdf(tmp_path / "a.pdf", [page])))] == ["1.1", "1.2"]


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("until the agree-", "ment ends. An agreement is", "until the agreement ends."),
        ("until a third-", "party claim ends. A third-party is", "until a third-party claim ends."),
        ("against every third-", "party claim that is", "every third-party claim"),
        ("an arm\u2019s-", "length bargain is", "arm\u2019s-length bargain"),
        ("on a line-by-", "line basis, each line of which", "on a line-by-line basis"),
        ("free of royalty-", "bearing code, as bearing such code is", "royalty-bearing code"),
        ("without the con-", "sent of the other, though sent in time,", "the consent of"),
        ("to make no ten-", "der for the works is", "no tender for"),
        ("the non-", "exclusive licence of the exclusive", "the non-exclusive licence"),
        ("Acme-", "Widget Limited", "Acme-Widget Limited"),
        ("by direct-", "current-to-current conversion", "by direct-current-to-current conversion"),
    ],
)
def test_hyphens_at_the_end_of_a_line(tmp_path: Path, first: str, second: str, text: str) -> None:
    filler = "The Supplier shall deliver the goods described in the order and go on to deliver them "
    page = lines(filler + first, second + " is what the parties have agreed to do")
    document = open_file(pdf(tmp_path / "a.pdf", [page]))
    assert text in document.text
    assert "\n" not in document.text


def test_a_sentence_goes_on_over_a_page_and_its_furniture(tmp_path: Path) -> None:
    def page(number: int, *rows: str) -> Draw:
        header = lines("Acme Limited - Master Services Agreement", top=40, size=9)
        return both(header, lines(*rows), lines(f"Page {number} of 3", top=800, left=270, size=9))

    document = open_file(
        pdf(
            tmp_path / "a.pdf",
            [page(1, *PROSE[:2]), page(2, *PROSE[2:], "", *PROSE[:2]), page(3, "goods have been paid.")],
        )
    )
    assert document.text == " ".join(PROSE) + "\n" + " ".join([*PROSE[:2], "goods have been paid."])
    assert [document.text_map.page(document.text.index(word)) for word in ("Supplier", "goods have")] == [1, 2]


def test_page_numbers_of_an_original_print_amid_the_pages(tmp_path: Path) -> None:
    rows = [row for number in range(1, 5) for row in (*PROSE * 4, "", f"- {number} -", "", "")]
    document = open_file(
        pdf(tmp_path / "a.pdf", [lines(*rows[:30], size=9, leading=11), lines(*rows[30:], size=9, leading=11)])
    )
    assert document.text.count("accepted by the Customer.") == 16
    assert not any(mark in document.text for mark in ("- 1 -", "- 2 -", "- 3 -", "- 4 -"))


def test_a_page_that_ends_in_its_number_and_one_that_begins_with_its_own(tmp_path: Path) -> None:
    rows = [row for number in range(2, 6) for row in (*PROSE * 4, "", f"{number}", f"{number + 1}", "")]
    pages = [lines(*rows[:32], size=9, leading=11), lines(*rows[32:], size=9, leading=11)]
    document = open_file(pdf(tmp_path / "a.pdf", pages))
    assert not any(char.isdigit() for char in document.text)


def test_one_line_over_the_edge_does_not_cut_the_others(tmp_path: Path) -> None:
    long = lines(
        "The Supplier shall bear every cost of the carriage of the goods and of their insurance until then", top=86
    )
    rows = lines(*[row[:60] for row in PROSE * 4])
    plain, over = (open_file(pdf(tmp_path / "a.pdf", [page])).text for page in (rows, both(long, rows)))
    assert over.count("\n") <= plain.count("\n") + 1


def test_a_number_inside_a_sentence_begins_no_clause(tmp_path: Path) -> None:
    page = lines(
        "The parties are (1) the Supplier named above and its affiliates in every country, and",
        "(2) the Customer named above, who have agreed on what follows here.",
        "1.1 The price is set forth in Exhibit B and is not to be changed but as it says in Exhibit B.",
        "1.2 The price is paid on delivery.",
    )
    document = open_file(pdf(tmp_path / "a.pdf", [page]))
    assert [number for _, number, _ in shown(document)] == [None, "1.1", "1.2"]


def test_a_clause_that_stands_where_furniture_stands_is_kept(tmp_path: Path) -> None:
    document = open_file(
        pdf(tmp_path / "a.pdf", [lines(*PROSE, top=30), lines("2. Price", "The price is 100.", top=30)])
    )
    assert "2. Price" in document.text
    assert document.text.startswith(PROSE[0])


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [f"{number}. The parties agree on this here" for number in range(1, 11)]
    right = [f"{number}. The parties agree on that here" for number in range(11, 21)]
    page = both(lines("SOFTWARE LICENCE", top=70, left=230), lines(*left, left=50), lines(*right, left=320))
    document = open_file(pdf(tmp_path / "a.pdf", [page]))
    assert [number for _, number, _ in shown(document)] == [None, *map(str, range(1, 21))]


def test_a_page_of_few_rows_goes_on_in_the_columns_of_the_page_before(tmp_path: Path) -> None:
    def columns(letter: str, rows: int) -> Draw:
        left = [f"{letter}{n} the seller delivers all of the goods" for n in range(rows)]
        right = [f"{letter}{n + 50} the buyer pays on the day for them" for n in range(rows)]
        return both(lines(*left), lines(*right, left=320))

    text = open_file(pdf(tmp_path / "a.pdf", [columns("P", 30), columns("Q", 4)])).text
    assert text.index("Q3 the seller") < text.index("Q50 the buyer")


def test_signature_blocks_side_by_side_are_read_one_after_the_other(tmp_path: Path) -> None:
    page = both(
        lines("IN WITNESS WHEREOF the parties have signed this agreement on the day stated above.", top=80),
        lines("ACME LIMITED", "By: ____________", "Name: Ann Field", "Title: Director", left=72),
        lines("WIDGET INC.", "By: ____________", "Name: Bob Hill", "Title: President", left=340),
    )
    document = open_file(pdf(tmp_path / "a.pdf", [page]))
    assert (
        document.text.index("Title: Director")
        < document.text.index("WIDGET INC.")
        < document.text.index("Name: Bob Hill")
    )
    assert {block.part for block in document.blocks} == {"signature_page"}


def test_a_table_row_is_a_line_of_cells(tmp_path: Path) -> None:
    page = both(
        lines("Year", "First year", "Second year", left=72),
        lines("Fee", "$100", "$200, payable in", left=300),
        lines("", "", "", "two parts", left=300),
    )
    document = open_file(pdf(tmp_path / "a.pdf", [page]))
    assert document.text == "Year\tFee\nFirst year\t$100\nSecond year\t$200, payable in two parts"
    assert {block.kind for block in document.blocks} == {"table_cell"}


SENTENCE = st.lists(
    st.sampled_from(["Fees", "are", "due", "(a)", "1.2", "on", "re-", "ceipt", "the", "Term."]), min_size=1, max_size=14
)


@given(st.lists(st.lists(SENTENCE.map(" ".join), min_size=1, max_size=8), min_size=1, max_size=3))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_character_has_a_page_and_every_word_a_box_on_it(tmp_path: Path, pages: list[list[str]]) -> None:
    path = pdf(tmp_path / "a.pdf", [lines("The parties agree:", *rows) for rows in pages])
    document = open_file(path)
    with pdfplumber.open(path) as opened:
        for home in document.text_map.homes:
            assert home.page is not None
            if home.box is not None:
                page = opened.pages[home.page - 1]
                box = (home.box.x0 - 1, home.box.top - 1, home.box.x1 + 1, home.box.bottom + 1)
                printed = page.crop(box).extract_text().strip().rstrip("-")
                assert document.text[home.start : home.end].strip().rstrip("-") == printed
    end = 0
    for block in document.blocks:
        assert end <= block.start <= block.body_start <= block.end <= len(document.text)
        end = block.end


def word(text: str, x0: float, top: float) -> Word:
    return Word(text=text, x0=x0, top=top, x1=x0 + 5 * len(text), bottom=top + 10, size=10, bold=False)


def test_a_justified_line_of_few_words_is_no_table() -> None:
    row = [word("including", 50, 100), word("all", 140, 100), word("changes", 200, 100)]
    row = [row[0], word("all", row[0].x1 + 40, 100), word("changes", row[0].x1 + 95, 100)]
    assert len(page_lines(row, Sheet(1))[0].cells) == 1
    assert len(page_lines([word("Fee", 50, 100), word("$100", 300, 100)], Sheet(1))[0].cells) == 2


def test_a_raised_word_stays_on_its_line() -> None:
    raised = Word(text="st", x0=72, top=97, x1=78, bottom=103, size=6, bold=False)
    page = page_lines([word("the", 50, 100), raised, word("day", 85, 100), word("next", 50, 115)], Sheet(1))
    assert [line.text for line in page] == ["the st day", "next"]


def test_a_repeated_title_of_another_size_is_no_running_header() -> None:
    def line(text: str, page: int, top: float, size: float = 10) -> Line:
        printed = Word(text=text, x0=50, top=top, x1=200, bottom=top + size, size=size, bold=False)
        return Line(page=page, cells=((printed,),), left=50, right=500)

    title = line("Amendment No. 1", 1, 40, size=16)
    pages = [[title, line("The parties agree", 1, 300)]]
    pages += [[line("Amendment No. 1", page, 40), line(f"Words of page {'x' * page}", page, 300)] for page in (2, 3, 4)]
    kept = without_furniture(pages, [A4[1]] * 4)
    assert kept[0] == pages[0]
    assert [len(page) for page in kept[1:]] == [1, 1, 1]


def test_signature_blocks_on_every_page_are_no_footers(tmp_path: Path) -> None:
    pages = [
        lines(f"Certificate {'x' * number}", "", "ACME TRUST", "By: ________", "Name: Ann Field", top=600)
        for number in range(1, 6)
    ]
    assert open_file(pdf(tmp_path / "a.pdf", pages)).text.count("Name: Ann Field") == 5
