import time

import pytest

from legalai.extract.dates.values.periods import conflicting_figures, find_periods
from legalai.schema import DayCount, Period, Unit


@pytest.mark.parametrize(
    ("text", "words", "amount", "unit", "day_count"),
    [
        ("for thirty-six (36) months after", "thirty-six (36) months", 36, "month", "calendar"),
        ("for a period of one year", "one year", 1, "year", "calendar"),
        ("within ninety (90) Business Days'", "ninety (90) Business Days", 90, "day", "business"),
        ("ten (10) working days", "ten (10) working days", 10, "day", "business"),
        ("a two-year term", "two-year", 2, "year", "calendar"),
        ("an initial 24-month period", "24-month", 24, "month", "calendar"),
        ("upon (60) days notice", "(60) days", 60, "day", "calendar"),
        ("two years (2), unless", "two years (2)", 2, "year", "calendar"),
        ("two (2)-year periods", "two (2)-year", 2, "year", "calendar"),
        (
            "one hundred and twenty (120) calendar days",
            "one hundred and twenty (120) calendar days",
            120,
            "day",
            "calendar",
        ),
        ("one (1) additional twelve month period", "twelve month", 12, "month", "calendar"),
        ("one (1) additional year", "one (1) additional year", 1, "year", "calendar"),
        ("twenty four (24)\n   months", "twenty four (24)\n   months", 24, "month", "calendar"),
        ("eighteen  weeks", "eighteen  weeks", 18, "week", "calendar"),
        ("1.5 years", "1.5 years", 1.5, "year", "calendar"),
        # A scan reads the figure 1 as a letter.
        ("one (I) year", "one (I) year", 1, "year", "calendar"),
    ],
)
def test_a_period_as_contracts_write_it(text: str, words: str, amount: float, unit: Unit, day_count: DayCount):
    (found,) = find_periods(text, offset=100)
    assert found.text == words == text[found.start - 100 : found.end - 100]
    assert found.readings == (Period(amount=amount, unit=unit, day_count=day_count),)
    assert found.period is not None
    assert (found.period.amount, found.period.unit, found.period.text) == (amount, unit, words)


@pytest.mark.parametrize(
    "text", ["2018-2019 years", "the year 2019", "Section 12", "$30 days", "no day", "one one years", ""]
)
def test_what_is_no_period(text: str):
    assert find_periods(text) == ()


def test_words_and_figure_that_disagree_give_both_and_choose_neither():
    found = find_periods("upon thirty (60) days notice, or ninety (90) days")
    assert [[r.amount for r in p.readings] for p in found] == [[30, 60], [90]]
    assert found[0].period is None
    (issue,) = conflicting_figures(found)
    assert issue.code == "conflicting-figures"
    assert "30 days and as 60 days" in issue.message


@pytest.mark.parametrize("piece", ["one ", "(", " ", "1", "and ", "one-", "twenty("])
def test_hostile_text_is_read_in_linear_time(piece: str):
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    find_periods(text)
    assert time.process_time() - started < 20
