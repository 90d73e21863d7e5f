"""Numbers below lettered items keep their parents; clauses that begin again at 1 are clauses."""

import pytest

from legalai.ingest.text import document_of


def numbers(*paragraphs: str) -> list[str]:
    """The clause numbers of a text of these paragraphs; "-" where one has none."""
    return [block.number or "-" for block in document_of("\n\n".join(paragraphs), name="a.txt").blocks]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            ["4. Payment", "4.1 Fees", "A. The fee is due.", "B. These apply:", "1. The Buyer pays.",
             "2. The Seller waits.",
             "C. No set-off is made.", "4.2 Taxes", "5. Term"],
            ["4", "4.1", "4.1.A", "4.1.B", "4.1.B.1", "4.1.B.2", "4.1.C", "4.2", "5"],
        ),
        (
            ["7. Insurance", "(a) The Tenant insures.", "(b) The policy covers:", "1. fire;", "2. flood; and",
             "3. theft.",
             "(c) The Landlord is named.", "8. Notices"],
            ["7", "7(a)", "7(b)", "7(b).1", "7(b).2", "7(b).3", "7(c)", "8"],
        ),
        (
            ["4. Orders", "4.1 Changes", "4.1.C These apply:", "1. They are written.", "2. They are signed.",
             "4.1.D Delay is told.", "4.2 Price"],
            ["4", "4.1", "4.1.C", "4.1.C.1", "4.1.C.2", "4.1.D", "4.2"],
        ),
        (
            ["6. Exit", "6.1 Plan", "(i) persons who:", "1. know the system;", "2. hold keys;",
             "(ii) places.", "7. Law"],
            ["6", "6.1", "6.1(i)", "6.1(i).1", "6.1(i).2", "6.1(ii)", "7"],
        ),
        (["8.1(a) The fee is due.", "(b) It is final.", "8.2 Tax"], ["8.1(a)", "8.1(b)", "8.2"]),
    ],
)  # fmt: skip
def test_items_below_letters(paragraphs: list[str], expected: list[str]) -> None:
    assert numbers(*paragraphs) == expected


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["A. The Seller owns it.", "The parties agree:", "1. Sale", "2. Price"], ["A", "-", "1", "2"]),
        (["1. Grant", "(a) A licence.", "(b) Limits.", "2. Fees", "3. Term"], ["1", "1(a)", "1(b)", "2", "3"]),
        (["9. Copies", "(a) One each.", "GENERAL TERMS", "1. The Buyer pays.", "2. The Seller waits."],
         ["9", "9(a)", "-", "1", "2"]),
        (["9. Copies", "(a) One each.", "1. Definitions", "2. Price"], ["9", "9(a)", "1", "2"]),
    ],
)  # fmt: skip
def test_clauses_that_begin_again(paragraphs: list[str], expected: list[str]) -> None:
    assert numbers(*paragraphs) == expected


@pytest.mark.parametrize(
    ("shown", "cited"),
    [
        ("4.1.C Orders", "4.1.C"),
        ("7.2(b) The fee", "7.2(b)"),
        ("7.2.(iv) The fee", "7.2.(iv)"),
        ("3.1.a Staff", "3.1.a"),
    ],
)
def test_a_decimal_number_with_a_letter(shown: str, cited: str) -> None:
    assert numbers(shown) == [cited]
