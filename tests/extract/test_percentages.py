"""Percentages in words, in figures and in both."""

import pytest

from legalai.extract.percentages import find_percentages, percentage_issues
from tests.extract.passage_builder import passages_of


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("interest of one and one-half percent (1.5%) a month", 1.5, "one and one-half percent (1.5%)"),
        ("interest of one and one-half percent a month", 1.5, "one and one-half percent"),
        ("five percent (5%) of sales", 5.0, "five percent (5%)"),
        ("five (5%) percent of sales", 5.0, "five (5%) percent"),
        ("ten per cent. of sales", 10.0, "ten per cent"),
        ("12.5% of sales", 12.5, "12.5%"),
        ("12,5 % of sales", 12.5, "12,5 %"),
        ("18 percent per annum", 18.0, "18 percent"),
        ("one-half of one percent (0.5%)", 0.5, "one-half of one percent (0.5%)"),
        ("two point five percent (2.5%)", 2.5, "two point five percent (2.5%)"),
        ("thirty-three and one third percent (33.33%)", 33 + 1 / 3, "thirty-three and one third percent (33.33%)"),
        ("33 1/3% of sales", 33 + 1 / 3, "33 1/3%"),
        ("12½% of sales", 12.5, "12½%"),
        ("12 ½ % of sales", 12.5, "12 ½ %"),
        ("½ % of sales", 0.5, "½ %"),
        ("66-2/3% of the Notes", 66 + 2 / 3, "66-2/3%"),
        ("1/2% a month", 0.5, "1/2%"),
        ("1/8 of 1% a year", 0.125, "1/8 of 1%"),
        (".5% of sales", 0.5, ".5%"),
        ("one and one-half percent (1- 1/2%) a month", 1.5, "one and one-half percent (1- 1/2%)"),
        ("one and one-half percent (1 ½%) a month", 1.5, "one and one-half percent (1 ½%)"),
        ("one-quarter of one percent (1/4 of 1%)", 0.25, "one-quarter of one percent (1/4 of 1%)"),
        ("twelve and a half per cent of the price", 12.5, "twelve and a half per cent"),
        ("twelve-and-a-half per cent of the price", 12.5, "twelve-and-a-half per cent"),
        ("a margin of 7 bps", 0.07, "7 bps"),
        ("a margin of 12.5 basis points", 0.125, "12.5 basis points"),
        ("a 50-basis-point fee", 0.5, "50-basis-point"),
        ("seven basis points", 0.07, "seven basis points"),
        ("seven (7) basis points", 0.07, "seven (7) basis points"),
        ("five basis points (0.05%)", 0.05, "five basis points (0.05%)"),
        ("plus two percentage points", 2.0, "two percentage points"),
        ("1‰ of the sum", 0.1, "1‰"),
        ("two per mille of the sum", 0.2, "two per mille"),
    ],
)
def test_percentage(text: str, value: float, words: str) -> None:
    [found] = find_percentages(passages_of(text))
    assert (found.value, found.text) == (pytest.approx(value), words)
    assert percentage_issues(passages_of(text)) == ()


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("five percent (6%) of sales", "5 and as 6"),
        ("one and one-half percent (1%) a month", "1.5 and as 1"),
        ("five basis points (0.5%)", "0.05 and as 0.5"),
        ("twelve and a half per cent (12¼%)", "12.5 and as 12.25"),
    ],
)
def test_words_and_figure_that_differ_are_an_issue_and_no_choice(text: str, readings: str) -> None:
    assert find_percentages(passages_of(text)) == ()
    [issue] = percentage_issues(passages_of(text))
    assert issue.code == "conflicting-figures"
    assert readings in issue.message


@pytest.mark.parametrize(
    "text",
    [
        "one half of the fee",
        "ten (10) days",
        "a fee of 5 dollars",
        "[●]% of sales",
        "on a cost basis points count",
        "½ of the fee",
        "3 points",
    ],
)
def test_no_percentage(text: str) -> None:
    assert find_percentages(passages_of(text)) == ()


@pytest.mark.parametrize(
    "piece", ["one ", "one-half ", "5 ", "1,", "ten percent (", "% ", "1/2 of 1", "1-", "½ ", "5 bps ("]
)
def test_hostile_text_costs_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece)) + "%"
    assert find_percentages(passages_of(text)) is not None
