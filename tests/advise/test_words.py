"""Phrases, periods, sums and places: the small things that rules rest on."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalai.advise.measures import figure, hours, in_words, money, percentages, periods, stated
from legalai.advise.phrases import first_phrase, mentions
from legalai.advise.places import Places
from tests.advise.builders import document_of


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("Neither party is liable for GROSS\n  Negligence.", "gross negligence", True),
        ("grossly negligent", "gross negligence", False),
        ("shall indemnify", "indemnif*", True),
        ("the indemnifying party", "indemnif*", True),
        ("a third-party claim", "third party", True),
        ("attorneys’ fees", "attorneys' fees", True),
        ("deathly silence", "death", False),
        ("an increase of 3% a year", "%", True),
        ("within forty-eight (48) hours", "(48) hours", True),
        ("disallowed", "allow", False),
    ],
)
def test_phrases_are_whole_words(text: str, phrase: str, found: bool) -> None:
    assert mentions(text, [phrase]) is found
    assert (first_phrase(text, [phrase]) is not None) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("three (3) months", [(3, "month", "words_and_figures")]),
        ("12 months and two years", [(12, "month", "figures"), (2, "year", "words")]),
        ("a twelve-month period", [(12, "month", "words")]),
        ("one hundred twenty (120) days' notice", [(120, "day", "words_and_figures")]),
        ("twenty-four (24) months", [(24, "month", "words_and_figures")]),
        ("ten (10) Business Days", [(10, "day", "words_and_figures")]),
        ("clause 12 monthly fees", []),
        ("no period", []),
    ],
)
def test_periods(text: str, found: list[tuple[int, str, str]]) -> None:
    assert [(each.amount, each.unit, each.style) for each in periods(text)] == found
    assert all(text[each.start : each.end].strip() == text[each.start : each.end] for each in periods(text))


@pytest.mark.parametrize(
    ("amount", "unit", "style", "words"),
    [
        (3, "month", "words_and_figures", "three (3) months"),
        (1, "year", "words", "one year"),
        (45, "day", "figures", "45 days"),
        (120, "day", "words", "one hundred and twenty days"),
    ],
)
def test_a_period_is_stated_in_the_style_of_the_contract(amount: int, unit: str, style: str, words: str) -> None:
    assert stated(amount, unit, style) == words


@given(st.integers(1, 99), st.sampled_from(["day", "week", "month", "year"]))
def test_what_is_stated_is_read_back(amount: int, unit: str) -> None:
    for style in ("words_and_figures", "words", "figures"):
        assert [(each.amount, each.unit) for each in periods(stated(amount, unit, style))] == [(amount, unit)]


@given(st.integers(1, 999))
def test_numbers_in_words_differ(number: int) -> None:
    assert in_words(number) != in_words(number - 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a sum of $1,000,000.", ["$1,000,000"]),
        ("USD 120,000 a year and £2 million", ["USD 120,000", "£2 million"]),
        ("CHF 735’000 once", ["CHF 735’000"]),
        ("clause 12,3", []),
        ("up to $2.5M or $40K, and $5 M Street", ["$2.5M", "$40K", "$5"]),
    ],
)
def test_sums_of_money(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in money(text)] == found


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (70_000, "70,000"),
        (0.001, "0.001"),
        (0.00001, "0.00001"),
        (1.5, "1.50"),
        (1_250_000.5, "1,250,000.50"),
        (0, "0"),
    ],
)
def test_a_sum_is_written_with_all_its_decimals(value: float, words: str) -> None:
    assert figure(value) == words


@pytest.mark.parametrize(
    "text", ["one " * 50_000, "$1," * 40_000, "(" * 100_000, "1" * 100_000, "a" * 100_000, " -" * 50_000]
)
def test_no_text_makes_them_slow(text: str) -> None:
    begun = time.process_time()
    periods(text)
    money(text)
    first_phrase(text, ["a a a b", "indemnif*"])
    list(Places(document_of(text + ".")).sentences())
    assert time.process_time() - begun < 5


@given(st.text(alphabet="ab. ;:\n(1)AB\"'", min_size=1, max_size=200))
def test_sentences_are_slices_in_order_that_leave_no_word_out(text: str) -> None:
    document = document_of(text)
    places = Places(document)
    spans = list(places.sentences())
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert all(document.text[slice(*span)] == document.text[slice(*span)].strip() for span in spans)


def test_a_section_ends_where_the_next_one_begins() -> None:
    text = "1. One\n1.1 First thing.\n1.2 Second thing.\n2. Two\n2.1 Third thing.\n"
    places = Places(document_of(text))
    start = text.index("First")
    low, high = places.section(start, start + 5)
    assert text[low:high] == "1. One\n1.1 First thing.\n1.2 Second thing."
    assert places.number(start) == "1.1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("within seventy-two (72) hours, or 24 hours", [72.0, 24.0]),
        ("forty-eight hours' notice", [48.0]),
        ("72-hour notice", [72.0]),
        ("three days", []),
    ],
)
def test_hours_are_read_in_words_and_figures(text: str, expected: list[float]) -> None:
    assert hours(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.5% per month", [1.5]),
        ("ten percent (10%) of the fees", [10.0]),
        ("five per cent or 12.5 percent", [5.0, 12.5]),
        ("12,000 items", []),
    ],
)
def test_percentages_are_read_once(text: str, expected: list[float]) -> None:
    assert percentages(text) == expected
