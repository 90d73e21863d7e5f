"""Paragraphs and clause units: what is read together, and the heading that is cut from it."""

import pytest

from legalai.extract.clauses.paragraphs import joined, paragraphs, units
from legalai.extract.segmentation.passages import Passage

WORDS = "The supplier delivers the goods to the warehouse of the buyer."


def passages(*given: tuple[str | None, str | None, str]) -> list[Passage]:
    result: list[Passage] = []
    for block, (heading, number, text) in enumerate(given):
        start = result[-1].end + 2 if result else 0
        result.append(
            Passage(text=text, start=start, end=start + len(text), block=block, number=number, heading=heading)
        )
    return result


def test_items_belong_to_their_clause_and_numbers_part() -> None:
    read = list(
        paragraphs(passages(("Delivery", "7.1", WORDS), ("Delivery", "7.1(a)", WORDS), ("Delivery", "7.2", WORDS)))
    )
    assert [len(paragraph.passages) for paragraph in read] == [2, 1]
    assert [len(unit) for unit in units(read)] == [2]
    assert joined(read).end == read[-1].end


def test_long_clauses_are_cut_between_items() -> None:
    read = list(paragraphs(passages(*(("Delivery", f"7.1({letter})", WORDS * 10) for letter in "abcd"))))
    assert [len(paragraph.passages) for paragraph in read] == [2, 2]


@pytest.mark.parametrize(
    "text", ["Delivery", "Delivery of the goods to the place ........ 14"], ids=["scrap", "contents"]
)
def test_scraps_and_contents_are_no_paragraphs(text: str) -> None:
    assert not list(paragraphs(passages(("Delivery", "7", text))))


@pytest.mark.parametrize(
    ("heading", "text", "own"),
    [
        ("Delivery", f"7.2 Delivery. {WORDS}", WORDS),
        ("Delivery", f"(a) DELIVERY: {WORDS}", WORDS),
        ("Time of Delivery", f"Section 7.\nTime  of\nDelivery - {WORDS}", WORDS),
        ("Supplier", WORDS, WORDS),
        (None, WORDS, WORDS),
    ],
    ids=["numbered", "lettered", "broken lines", "a word of the sentence", "no heading"],
)
def test_the_heading_is_cut_from_the_first_line(heading: str | None, text: str, own: str) -> None:
    [paragraph] = paragraphs(passages((heading, "7.2", text)))
    assert paragraph.own_words().text == own
    assert paragraph.own_words().heading is None
