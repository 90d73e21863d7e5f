"""Tables of PDF files: rows whose cells have several lines, empty cells, and rules of every kind."""

from collections.abc import Mapping
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tests.ingest.factory import Draw, both, lines, open_file, pdf, shown


def _columns(tops: Mapping[float, tuple[str, ...]], size: float = 9.0) -> Draw:
    """Words set in a column from each left edge, a line for each of its texts."""
    return both(*(lines(*rows, left=left, top=100, size=size, leading=11) for left, rows in tops.items()))


def _lines_of(path: Path) -> list[str]:
    return open_file(path).text.split("\n")


def test_cells_of_several_lines_are_read_one_by_one(tmp_path: Path) -> None:
    page = _columns(
        {
            72: ("Event", "", "", "Delivery date:", "", "1 May 2027", ""),
            190: ("Trial", "", "", "The days that begin with the", "installation of the goods at the", "site: 30"),
            330: (
                "Help",
                "",
                "",
                "While this order is in force",
                "the seller answers the phone",
                "every working",
                "day.",
            ),
            470: ("Guarantee", "", "", "24 months"),
        }
    )
    assert _lines_of(pdf(tmp_path / "a.pdf", [both(page, lines("The fee is due at once.", top=300))])) == [
        "Event\tTrial\tHelp\tGuarantee",
        "Delivery date: 1 May 2027\tThe days that begin with the installation of the goods at the site: 30\t"
        "While this order is in force the seller answers the phone every working day.\t24 months",
        "The fee is due at once.",
    ]


def test_a_narrow_gap_parts_cells_where_other_rows_show_the_columns(tmp_path: Path) -> None:
    page = _columns(
        {
            72: ("Deliverable", "", "Specification", "", "Manual"),
            200: ("Reviewer", "", "the head of the department", "that has ordered it", "Users of the equipment"),
            306: ("Period", "", "ten days from the", "day of receipt", "five days"),
        }
    )
    assert _lines_of(pdf(tmp_path / "a.pdf", [page])) == [
        "Deliverable\tReviewer\tPeriod",
        "Specification\tthe head of the department that has ordered it\tten days from the day of receipt",
        "Manual\tUsers of the equipment\tfive days",
    ]


def test_rows_of_one_line_stay_rows(tmp_path: Path) -> None:
    page = _columns({72: ("Service", "hosting", "support"), 250: ("unit", "month", "hour"), 400: ("fee", "40", "12")})
    assert _lines_of(pdf(tmp_path / "a.pdf", [page])) == [
        "Service\tunit\tfee",
        "hosting\tmonth\t40",
        "support\thour\t12",
    ]


def test_an_empty_cell_leaves_its_place_in_a_row_without_rules(tmp_path: Path) -> None:
    page = _columns(
        {
            72: ("Fee", "Setup", "Release", "Audit"),
            200: ("Amount", "100", "", "20"),
            300: ("Owner", "all", "nil", "half"),
            400: ("Licensee", "", "all", "half"),
        }
    )
    rows = ["Fee\tAmount\tOwner\tLicensee", "Setup\t100\tall\t", "Release\t\tnil\tall", "Audit\t20\thalf\thalf"]
    assert _lines_of(pdf(tmp_path / "a.pdf", [page])) == rows


def test_typed_rules_part_the_rows_of_a_table(tmp_path: Path) -> None:
    rule = "- " + "-" * 70
    draws = (
        lines("SERVICE", rule, "1  Release (with", "   costs of the holder)", rule, "2  Update", rule, size=9),
        lines("OWNER", "", "", "", "", "half", left=250, size=9),
        lines("LICENSEE", "", "", "all", "", "half", left=350, size=9),
    )
    assert _lines_of(pdf(tmp_path / "a.pdf", [both(*draws)])) == [
        "SERVICE\tOWNER\tLICENSEE",
        "1 Release (with costs of the holder)\t\tall",
        "2 Update\thalf\thalf",
    ]


def _ruled(canvas: Canvas) -> None:
    canvas.grid((72, 200, 330, 460), (700, 680, 660, 640))
    for x, y, text in (
        (75, 685, "Task"), (205, 685, "Seller"), (335, 685, "Buyer"), (75, 665, "Backup"), (335, 665, "does"),
        (205, 645, "does"), (335, 645, "helps"),
    ):  # fmt: skip
        canvas.drawString(x, y, text)


def _as_form(canvas: Canvas) -> None:
    canvas.beginForm("page")
    _ruled(canvas)
    canvas.endForm()
    canvas.translate(30, -40)
    canvas.scale(0.9, 0.9)
    canvas.doForm("page")


def test_an_empty_cell_leaves_its_place_between_rules_on_a_page_and_in_a_form(tmp_path: Path) -> None:
    rows = ["Task\tSeller\tBuyer", "Backup\t\tdoes", "\tdoes\thelps"]
    for draw in (_ruled, _as_form):
        assert _lines_of(pdf(tmp_path / "a.pdf", [draw])) == rows


def test_fields_to_sign_in_a_cell_keep_their_lines(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid((72, 300, 530), (700, 640, 620))
        lines("Alder Limited", "Name: Ann Field", "Title: Director", left=75, top=155)(canvas)
        lines("Birch Inc.", "Name: Bob Hill", "Title: President", left=305, top=155)(canvas)

    texts = [text for _, _, text in shown(open_file(pdf(tmp_path / "a.pdf", [draw])))]
    assert texts == [
        "Alder Limited",
        "Name: Ann Field",
        "Title: Director",
        "Birch Inc.",
        "Name: Bob Hill",
        "Title: President",
    ]
