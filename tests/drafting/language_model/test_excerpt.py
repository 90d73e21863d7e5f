"""Excerpts: the wanted words are in it, in order, with what stands round them, and never more than the budget."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalai.drafting.language_model.excerpt import estimated_tokens, excerpt
from legalai.schema import Block
from legalai.schema.document import BlockKind


def contract(*paragraphs: str, headings: tuple[int, ...] = ()) -> tuple[str, list[Block]]:
    """A text of paragraphs and its blocks."""
    blocks: list[Block] = []
    text = ""
    for place, words in enumerate(paragraphs):
        kind: BlockKind = "heading" if place in headings else "paragraph"
        start = len(text)
        blocks.append(Block(kind=kind, start=start, end=start + len(words), body_start=start))
        text += words + "\n"
    return text, blocks


LONG = [f"Paragraph {number} says what it has to say about goods." for number in range(100)]


def test_a_contract_that_fits_is_given_whole() -> None:
    text, blocks = contract("One.", "Two.")
    assert excerpt(text, blocks, [(0, 3)], budget_tokens=100) == text


def test_a_paragraph_comes_with_its_neighbours_and_its_heading_and_gaps_are_marked() -> None:
    text, blocks = contract(*LONG[:20], "12. Liability", *LONG[21:], headings=(20,))
    given_ = excerpt(text, blocks, [(blocks[40].start + 5, blocks[40].end)], budget_tokens=200)
    lines = given_.splitlines()
    assert lines[0] == "[20 paragraphs left out here]"
    assert lines[1] == "12. Liability"
    assert lines[2].endswith("paragraphs left out here]")
    assert [line for line in lines if line in LONG] == LONG[38:43]
    assert lines[-1] == "[57 paragraphs left out here]"


def test_what_matters_most_comes_first_where_there_is_no_room_for_all() -> None:
    text, blocks = contract(*LONG)
    wanted = [(blocks[place].start, blocks[place].end) for place in (90, 10, 50, 30)]
    given_ = excerpt(text, blocks, wanted, budget_tokens=85)
    assert [line for line in given_.splitlines() if line in LONG] == [LONG[10], LONG[90]]


def test_a_paragraph_without_end_is_cut_round_the_quote_at_words() -> None:
    quote = "THE QUOTED WORDS"
    text, blocks = contract("alpha " * 2000 + quote + " omega" * 2000, "after")
    start = text.index(quote)
    given_ = excerpt(text, blocks, [(start, start + len(quote))], budget_tokens=100)
    assert given_.startswith("[...] alpha alpha")
    assert quote in given_
    assert given_.splitlines()[0].endswith("omega [...]")


def test_without_blocks_nothing_is_taken() -> None:
    assert excerpt("x" * 1000, [], [(0, 5)], budget_tokens=10) == ""


@given(
    st.lists(st.text("abc def\u00e9", min_size=1, max_size=80), min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 3000)), max_size=6),
    st.integers(0, 400),
)
@pytest.mark.parametrize("headings", [(), (0, 7, 20)])
def test_an_excerpt_is_within_budget_and_of_the_contract(
    headings: tuple[int, ...], paragraphs: list[str], wanted: list[tuple[int, int]], budget: int
) -> None:
    text, blocks = contract(*paragraphs, headings=headings)
    given_ = excerpt(text, blocks, wanted, budget_tokens=budget)
    assert estimated_tokens(given_) <= max(budget, estimated_tokens("[1000 paragraphs left out here]"))
    at = 0
    for line in given_.splitlines() if given_ != text else ():
        if not line.endswith("left out here]"):
            words = line.removeprefix("[...] ").removesuffix(" [...]")
            at = text.index(words, at)
