"""A length that a form leaves open is asked for, and counted with once the user gives it."""

from datetime import date

import pytest

from legalai.extract.dates.key_dates import key_date_issues
from legalai.extract.given_values import GivenValue, read_given, written
from legalai.schema import KeyDates, Period
from tests.extract.dates.key_dates_reader import PREAMBLE, dates_of
from tests.extract.passage_builder import passages_of

AS_OF = date(2024, 6, 1)
TERM = "The initial term is one year from the Effective Date. "


def read(text: str, **given: GivenValue) -> tuple[KeyDates, list[str]]:
    passages = passages_of(PREAMBLE, text)
    found = dates_of(passages, as_of=AS_OF, triggers={name.replace("_", " "): value for name, value in given.items()})
    return found, [issue.message for issue in key_date_issues(passages, found) if issue.code == "period-blank"]


@pytest.mark.parametrize(
    "notice",
    [
        "unless either party gives [●] days' notice before the end of the term",
        "unless terminated upon ____ days' prior written notice before its end",
        "unless a party gives notice of non-renewal at least [number] days before the end of the term",
        "unless either party gives sixty (90) days' notice before the end of the term",
    ],
)
def test_the_notice_against_renewal(notice: str) -> None:
    text = f"{TERM}This Agreement renews automatically for successive one-year terms {notice}."
    asked, _ = read(text)
    assert (asked.asks, asked.notice_deadline) == (("notice period",), None)
    found, messages = read(text, notice_period=Period(amount=60, unit="day"))
    assert (found.asks, found.notice_deadline, messages) == ((), date(2024, 12, 31), [])
    step = next(step for step in found.proof if step.step == "notice deadline")
    assert "was given" in step.rule


@pytest.mark.parametrize("length", ["[●] months", "____ years", "[insert number] months"])
def test_the_length_of_a_renewal(length: str) -> None:
    text = f"{TERM}This Agreement renews automatically for periods of {length} unless a party gives 30 days' notice."
    asked, messages = read(text)
    assert asked.asks == ("renewal term",)
    assert "--trigger" in messages[0]
    found, messages = read(text, renewal_term=Period(amount=12, unit="month"))
    assert (found.renewal.term, messages) == (Period(amount=12, unit="month"), [])


def test_the_length_of_the_first_term() -> None:
    text = "The initial term of this Agreement is ____ months from the Effective Date."
    found, messages = read(text, initial_term=Period(amount=24, unit="month"))
    assert (found.expiration_date.value, messages) == (date(2026, 3, 1), [])
    assert "was given" in next(step.rule for step in found.proof if step.step == "expiration date")


def test_a_length_the_text_gives_is_not_replaced() -> None:
    text = f"{TERM}It renews automatically for one-year terms unless a party gives 30 days' notice before its end."
    found, _ = read(text, notice_period=Period(amount=90, unit="day"))
    assert found.notice_period is not None
    assert found.notice_period.amount == 30


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("2026-03-01", date(2026, 3, 1)),
        ("60 days", Period(amount=60, unit="day")),
        ("10 business days", Period(amount=10, unit="day", day_count="business")),
        ("2 years", Period(amount=2, unit="year")),
    ],
)
def test_what_is_given_is_written_as_it_is_read(said: str, value: GivenValue) -> None:
    assert read_given(said) == value
    assert written(value) == said


@pytest.mark.parametrize("said", ["soon", "60", "60 days or 2 months", "2026-02-30"])
def test_what_is_neither_a_day_nor_a_length(said: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_given(said)
