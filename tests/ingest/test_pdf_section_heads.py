"""Running lines that name the section of a page, and titles that only look like running lines."""

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tests.ingest.factory import Draw, both, lines, open_file, pdf

FILL = ("What follows is agreed between the parties, who have talked it over at some length,",) * 12
SECTIONS = (("1. Supply", "2. Price"), ("3. Risk",), ("4. Term", "5. Notice"), ("6. Law",))


def head(text: str, page: int) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Italic", 9)
        canvas.drawString(72, 805, text)
        canvas.drawRightString(520, 805, f"Page {page}")

    return draw


def titles_in(folder: Path, pages: list[Draw]) -> list[str | None]:
    document = open_file(pdf(folder / "a.pdf", pages))
    return [block.number for block in document.blocks if block.number]


def test_the_section_named_above_each_page_is_read_where_it_begins(tmp_path: Path) -> None:
    pages: list[Draw] = []
    for number, titles in enumerate(SECTIONS, start=1):
        rows = [row for title in titles for row in (*FILL, "", title, "")]
        pages.append(both(head(titles[-1], number), lines(*rows, *FILL)))
    assert titles_in(tmp_path, pages) == ["1", "2", "3", "4", "5", "6"]


def test_titles_that_begin_a_page_each_stay_though_a_list_of_contents_names_them(tmp_path: Path) -> None:
    names = [titles[0] for titles in SECTIONS]
    pages: list[Draw] = [lines("SUPPLY AGREEMENT", *names), *(lines(name, *FILL) for name in names)]
    assert titles_in(tmp_path, pages)[-4:] == ["1", "3", "4", "6"]


def test_a_clause_number_that_counts_as_the_pages_do_is_no_page_number(tmp_path: Path) -> None:
    pages: list[Draw] = [lines(f"{n}. Clause {n}", f"{n}.1 The parties agree on point {n}.") for n in (1, 2, 3)]
    assert titles_in(tmp_path, pages) == ["1", "1.1", "2", "2.1", "3", "3.1"]


def test_an_order_that_counts_as_the_pages_do_is_still_a_running_line(tmp_path: Path) -> None:
    pages: list[Draw] = [lines(f"{n}  Master Supply Agreement", *FILL) for n in (1, 2, 3)]
    assert "Master" not in open_file(pdf(tmp_path / "a.pdf", pages)).text
