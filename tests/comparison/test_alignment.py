from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalai.comparison.alignment import align
from legalai.comparison.clauses import ComparedClause, clauses_of
from legalai.comparison.word_edits import word_edits
from tests.extract.builders import document_from_text

CAP = "The Supplier's liability under this Agreement is limited to the fees paid in twelve months."
LAW = "This Agreement is governed by the laws of the State of Oregon without its conflict rules."
PAY = "The Customer shall pay each undisputed invoice within thirty days of its receipt."
DATA = "The Supplier shall keep all personal data of the Customer within the European Union."


def clauses(*lines: str) -> tuple[ComparedClause, ...]:
    return clauses_of(document_from_text("\n".join(lines)))


def told(old: tuple[str, ...], new: tuple[str, ...]) -> list[tuple[int | None, int | None, bool]]:
    return [(row.old, row.new, row.moved) for row in align(clauses(*old), clauses(*new))]


@pytest.mark.parametrize(
    ("old", "new", "rows"),
    [
        pytest.param(
            (f"1. {PAY}", f"2. {CAP}"),
            (f"1. {PAY}", f"2. {DATA}", f"3. {CAP}"),
            [(0, 0, False), (None, 1, False), (1, 2, False)],
            id="a new clause renumbers the one after it",
        ),
        pytest.param(
            (f"1. {PAY}", f"2. {CAP}", f"3. {LAW}"),
            (f"1. {PAY}", f"2. {LAW}"),
            [(0, 0, False), (1, None, False), (2, 1, False)],
            id="a clause taken out",
        ),
        pytest.param(
            (f"1. {PAY}", f"2. {CAP}", f"3. {LAW}", f"4. {DATA}"),
            (f"1. {LAW}", f"2. {PAY}", f"3. {CAP}", f"4. {DATA}"),
            [(2, 0, True), (0, 1, False), (1, 2, False), (3, 3, False)],
            id="a clause moved to the front",
        ),
        pytest.param(
            (f"1. {PAY}", f"2. {CAP}", f"3. {LAW}"),
            (f"1. {LAW.replace('Oregon', 'Utah')}", f"2. {PAY}", f"3. {CAP}"),
            [(2, 0, True), (0, 1, False), (1, 2, False)],
            id="a clause moved and changed",
        ),
        pytest.param(
            ("1. The Fee is ten.", f"2. {CAP}"),
            ("1. The Price shall be twelve.", f"2. {CAP}"),
            [(0, None, False), (None, 0, False), (1, 1, False)],
            id="the same number is not enough where next to no word is the same",
        ),
        pytest.param(
            (f"1. {PAY}",),
            (f"1. {PAY.replace('thirty days of its receipt', 'ninety days from the end of the month')}",),
            [(0, 0, False)],
            id="reworded under the same number",
        ),
    ],
)
def test_which_clause_is_which(
    old: tuple[str, ...], new: tuple[str, ...], rows: list[tuple[int | None, int | None, bool]]
) -> None:
    assert told(old, new) == rows


WORDS = st.sampled_from("pay fee term loss law notice data the of shall not thirty ninety breach".split())
CLAUSES = st.lists(
    st.builds(
        lambda number, words: ComparedClause(" ".join(words), number),
        st.none() | st.integers(1, 9).map(str),
        st.lists(WORDS, max_size=9),
    ),
    max_size=14,
)


@given(CLAUSES, CLAUSES)
def test_every_clause_of_both_versions_is_in_exactly_one_row(
    old: list[ComparedClause], new: list[ComparedClause]
) -> None:
    rows = align(old, new)
    assert sorted(row.old for row in rows if row.old is not None) == list(range(len(old)))
    assert [row.new for row in rows if row.new is not None] == list(range(len(new)))
    assert all(row.old is not None or row.new is not None for row in rows)


@given(CLAUSES)
def test_a_version_against_itself_is_unchanged(clauses: list[ComparedClause]) -> None:
    assert [(row.old, row.new, row.moved) for row in align(clauses, clauses)] == [
        (i, i, False) for i in range(len(clauses))
    ]


@given(CLAUSES, CLAUSES)
def test_the_other_way_round_what_was_added_is_removed(old: list[ComparedClause], new: list[ComparedClause]) -> None:
    there, back = align(old, new), align(new, old)
    assert {(row.old, row.new) for row in there} == {(row.new, row.old) for row in back}


SPACES = st.sampled_from([" ", "  ", "\n", "\u00a0"])
TEXTS = st.lists(
    st.tuples(st.sampled_from(["pay", "“fee”", '"fee"', "three (3)", "it's", "it’s", "(a)", "§"]), SPACES), max_size=14
).map(lambda pairs: "".join(word + space for word, space in pairs))


@settings(max_examples=200)
@given(TEXTS, TEXTS)
def test_edits_name_the_words_of_both_versions_and_skip_what_is_the_same(old: str, new: str) -> None:
    edits = word_edits(old, new)
    made, position = "", 0
    for edit in edits:
        assert old[edit.start : edit.end] == edit.text
        assert new[edit.new_start : edit.new_end] == edit.new_text
        made += old[position : edit.start] + edit.new_text
        position = edit.end
    made += old[position:]
    assert ComparedClause("".join(made.split())).key == ComparedClause("".join(new.split())).key
    assert [edit.new_start for edit in edits] == sorted(edit.new_start for edit in edits)


@pytest.mark.parametrize("like", [True, False], ids=["a word changed in each", "no word in common"])
def test_two_thousand_clauses_take_seconds(like: bool) -> None:
    common = " ".join(f"word{number % 7}" for number in range(30))
    old = [ComparedClause(f"{common} clause{i} thing{i}", str(i)) for i in range(2_000)]
    new = [
        ComparedClause(f"{common} clause{i} other{i}" if like else f"new{i} a{i} b{i}", str(i)) for i in range(2_000)
    ]
    began = perf_counter()
    rows = align(old, new)
    assert len(rows) == (2_000 if like else 4_000)
    assert perf_counter() - began < 10
