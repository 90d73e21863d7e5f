"""PDF files: where a paragraph ends beside bold titles, recitals, columns of signatures and running notices."""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.ingest.factory import Draw, lines, open_file, pdf

FULL = "The Supplier shall deliver the goods described in the order within thirty days after the order and"
BOLD, PLAIN = "Times-Bold", "Times-Roman"


def printed(*rows: tuple[float, str] | tuple[float, str, str], top: float = 100, leading: float = 14) -> Draw:
    """Draws a row for each x and text, in a font where one is named."""

    def draw(canvas: Canvas) -> None:
        for number, row in enumerate(rows):
            canvas.setFont(row[2] if len(row) == 3 else PLAIN, 11)
            canvas.drawString(row[0], A4[1] - top - number * leading, row[1])

    return draw


def texts(tmp_path: Path, *pages: Draw) -> list[str]:
    document = open_file(pdf(tmp_path / "a.pdf", pages))
    return [document.text[block.start : block.end] for block in document.blocks]


def test_a_bold_title_after_a_full_line_begins_something_new(tmp_path: Path) -> None:
    end = "The price is that of the list which the parties have signed, and it is fixed for all of one long year."
    page = printed((72, FULL), (72, end), (72, "ATTACHMENT A", BOLD), (72, "LIST OF GOODS", BOLD), (72, FULL))
    assert texts(tmp_path, page) == [f"{FULL} {end}", "ATTACHMENT A", "LIST OF GOODS", FULL]


def test_a_party_in_bold_left_of_a_signatory_is_not_his_title(tmp_path: Path) -> None:
    block = [(72.0, "Alder One LP", BOLD), (84, "Ann Field"), (84, "Chief Compliance Officer")]
    found = texts(tmp_path, printed(*block, (72, "Alder Two Holdings LP", BOLD), *block[1:]))
    assert [text for text in found if "Officer" in text] == ["Chief Compliance Officer"] * 2


def test_a_reference_in_bold_stays_in_its_sentence(tmp_path: Path) -> None:
    rows = [(90.0, '1.1 "Initial Term" shall have for all the purposes of this agreement the meaning set forth in')]
    found = texts(tmp_path, printed((72, FULL), *rows, (72, "Section 10.1 (Term).", BOLD), (90, f"1.2 {FULL}")))
    assert f"{rows[0][1]} Section 10.1 (Term)." in found


def test_a_sentence_that_stops_at_an_article_goes_on_over_a_gap(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        printed((72, FULL), (72, FULL), (72, "a report prepared by a"))(canvas)
        printed((72, "skilled person of the Supplier who knows the goods."), top=150)(canvas)

    assert texts(tmp_path, page) == [
        f"{FULL} {FULL} a report prepared by a skilled person of the Supplier who knows the goods."
    ]


def test_each_recital_is_a_paragraph(tmp_path: Path) -> None:
    first = "WHEREAS, the Supplier makes goods of many kinds and wishes to sell them on the terms set forth herein;"
    second = "WHEREAS, the Customer wishes to buy them."
    assert texts(tmp_path, printed((72, first), (72, second), (72, FULL))) == [first, second, FULL]


def columns(*rows: tuple[str, str], right: float) -> list[Draw]:
    sides = zip(*rows, strict=True)
    return [
        printed(*((x, text) for text in side), top=400, leading=18) for x, side in zip((72, right), sides, strict=True)
    ]


SIGNATURES = (
    ("Alder Limited", "Birch Limited"), ("By: ______", "By: ______"), ("Name: Ann", "Name: Ben"),
    ("Title: CEO", "Title: CFO"),
)  # fmt: skip
IN_ORDER = [*(left for left, _ in SIGNATURES), *(right for _, right in SIGNATURES)]


def test_a_footer_is_not_the_end_of_the_left_signature(tmp_path: Path) -> None:
    footer = printed((72, "Source: a filing of Alder Limited"), top=790)

    def page(canvas: Canvas) -> None:
        for draw in (printed((72, FULL), (72, "it.")), *columns(*SIGNATURES, right=320), footer):
            draw(canvas)

    assert texts(tmp_path, page)[-9:] == [*IN_ORDER, "Source: a filing of Alder Limited"]


def test_signatures_side_by_side_in_the_left_half_of_a_page(tmp_path: Path) -> None:
    narrow = "The parties have signed this agreement today."

    def page(canvas: Canvas) -> None:
        for draw in (printed((72, narrow), (72, narrow)), *columns(*SIGNATURES, right=190)):
            draw(canvas)

    assert texts(tmp_path, page)[-8:] == IN_ORDER


def test_a_notice_at_every_page_end_goes_though_no_gap_parts_it(tmp_path: Path) -> None:
    notice = "[*] The portions so marked have been left out of this copy and are kept by the registry alone."

    def page(number: int) -> Draw:
        rows = [(72.0, f"{number}.{row} {FULL} {'xyzvwk'[number - 1] * row}") for row in range(1, 30)]
        return printed(*rows, (72, notice))

    found = texts(tmp_path, *(page(number) for number in range(1, 7)))
    assert not any(notice in text for text in found)
    assert len(found) == 6 * 29
    # On two pages of six it is text as any other.
    few = texts(tmp_path, *(page(n) if n < 3 else printed((72, f"{n}.1 {FULL} {'x' * n}")) for n in range(1, 7)))
    assert sum(notice in text for text in few) == 2


def test_clauses_whose_numbers_go_up_with_the_pages_are_no_headers(tmp_path: Path) -> None:
    rows = [f"{{0}}.{n} The carrier unloads lot {{0}}{n} at the place that the buyer has named." for n in range(1, 6)]
    text = open_file(pdf(tmp_path / "a.pdf", [lines(*[row.format(page) for row in rows]) for page in (1, 2)])).text
    assert text.count("The carrier unloads lot") == 10


def test_pages_that_hold_nothing_but_what_repeats_are_kept(tmp_path: Path) -> None:
    page = lines("Delivery note of the carrier for the goods of the buyer", "received in good order and signed for")
    assert "received in good order" in open_file(pdf(tmp_path / "a.pdf", [page] * 3)).text


def test_an_enumeration_in_running_text_is_no_list_though_its_numbers_begin_lines(tmp_path: Path) -> None:
    page = lines(
        "1.1 The Buyer may (i) use the ware in its own works and in those of its firms,",
        "(ii) sell on what it has made of the ware, whole or in parts, here and abroad, and",
        "(iii) keep a sample of each batch of the ware that it was sent. No other use may",
        "be made of the ware.",
    )
    (block,) = open_file(pdf(tmp_path / "a.pdf", [page])).blocks
    assert block.number == "1.1"
