"""Footnotes of a PDF are no clauses, and what is left of a seal is no heading."""

import math
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tests.ingest.factory import both, lines, open_file, pdf

BODY = (
    "4. Warranty",
    "4.1 The Goods are free of defects1 for a year.",
    "4.2 Wear is not covered.",
    "5. Term",
    "6. Law",
)


def numbers(path: Path) -> list[str]:
    return [block.number or "-" for block in open_file(path).blocks]


def test_footnotes_in_small_type_are_no_clauses(tmp_path: Path) -> None:
    notes = lines("1 Defects are departures from the specification.", "2 Set-off is a deduction.", top=700, size=8)
    assert numbers(pdf(tmp_path / "a.pdf", [both(lines(*BODY), notes)])) == ["4", "4.1", "4.2", "5", "6", "-", "-"]


def test_clauses_in_small_type_stay_clauses(tmp_path: Path) -> None:
    rows = [f"{number} Each party does what clause {number} says." for number in range(1, 9)]
    head = lines("Order form", "Seller: Ash Ltd", size=11)
    path = pdf(tmp_path / "a.pdf", [both(head, lines(*rows, top=300, size=8))])
    assert [number for number in numbers(path) if number != "-"] == [str(number) for number in range(1, 9)]


def test_numbered_clauses_in_one_type_stay(tmp_path: Path) -> None:
    rows = ["1 Sale", "The Seller sells the land.", "2 Price", "The Buyer pays for it.", "3 Law", "It is that of Elm."]
    assert numbers(pdf(tmp_path / "a.pdf", [lines(*rows)])) == ["1", "-", "2", "-", "3", "-"]


def _seal(canvas: Canvas) -> None:
    canvas.setFont("Helvetica-Bold", 10)
    for place, letter in enumerate("NOTARY PUBLIC * CITY OF ELMS *"):
        angle = math.radians(200 - place * 12)
        canvas.saveState()
        canvas.translate(400 + 40 * math.cos(angle), 400 + 40 * math.sin(angle))
        canvas.rotate(math.degrees(angle) - 90)
        canvas.drawString(0, 0, letter)
        canvas.restoreState()


def test_the_letters_of_a_round_seal_are_no_headings(tmp_path: Path) -> None:
    document = open_file(pdf(tmp_path / "a.pdf", [both(lines(*BODY), _seal)]))
    assert all(block.number for block in document.blocks if block.kind == "heading")
