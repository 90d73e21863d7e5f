"""References to clauses that stand at the beginning of a line are no clauses."""

from pathlib import Path

import pytest

from tests.ingest.factory import lines, open_file, pdf

FIRST = "1.1 The words of this Agreement have the meanings that are given to them in the first annex and in law."
LAST = "They agree on nothing else about it, orally or in writing."


def numbers(path: Path, *rows: str) -> list[str]:
    document = open_file(pdf(path, [lines(*rows, size=10)]))
    return [block.number for block in document.blocks if block.number]


@pytest.mark.parametrize(
    ("row", "reference"),
    [
        ("The Supplier repairs each defect at its own cost as set out in Section", "7.2 of this Agreement."),
        ("Payments are made within the periods that are described in detail in", "12.3 above, and not later."),
        ("The rights of the Buyer on account of paragraphs 3.1 and", "3.4 of the Schedule survive."),
        ("Each party may end this Agreement by notice of a breach of its duties under", "4.2, 4.3 or 4.7 hereof."),
        (
            "The fees rise by the percentage that is found in the manner described by Article",
            "IV. The Customer is told.",
        ),
        ("The Accounts are drawn up pursuant to", "6.4(a) below and audited by the Auditors."),
        ("A Force Majeure Event suspends the duties of a party (subject always to Section", "15.1) while it lasts."),
        (
            "The obligations set forth in this part do not apply to what is known (see",
            "8.4 below), nor to what is public.",
        ),
    ],
)
def test_a_reference_goes_on(tmp_path: Path, row: str, reference: str) -> None:
    assert numbers(tmp_path / "a.pdf", FIRST, row, reference, LAST) == ["1.1"]


@pytest.mark.parametrize(
    ("row", "clause"),
    [
        ("7.1 The note on each parcel says what it holds", "7.2 Whatever it holds, the carrier signs for it."),
        ("The Supplier bears the risk until they have arrived.", "7.2 The Customer examines the Goods."),
        ("The parties set out the order of deliveries in the plan;", "7.2 Of the Goods one in ten is examined."),
        ("Each party complies with the law and with the Code of Conduct", "7.2 Above all, no child works there."),
    ],
)
def test_a_clause_begins(tmp_path: Path, row: str, clause: str) -> None:
    assert numbers(tmp_path / "a.pdf", FIRST, row, clause, LAST)[-1] == "7.2"


def test_items_without_full_stops_stay_items(tmp_path: Path) -> None:
    items = ("a) a list of what was shipped", "b) the number of the order", "c) the day of shipment", "d) the carrier")
    assert numbers(tmp_path / "a.pdf", FIRST, *items, LAST) == ["1.1", "1.1(a)", "1.1(b)", "1.1(c)", "1.1(d)"]
