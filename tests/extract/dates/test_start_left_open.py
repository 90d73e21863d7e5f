"""A term whose first day the text leaves open asks for that day, and takes the day given."""

from datetime import date

import pytest

from legalai.extract.dates.key_dates import key_date_issues
from tests.extract.dates.key_dates_reader import OPENING, dates_of
from tests.extract.passage_builder import passages_of


@pytest.mark.parametrize(
    "start",
    [
        "This Agreement begins on the ____ day of ____________ 20__ and continues for two years.",
        "This Agreement commences on [●] 2025 and runs for two years.",
        "The term is two years commencing on ____________.",
    ],
)
def test_a_start_left_open_is_asked_for_and_can_be_given(start: str) -> None:
    passages = passages_of(OPENING, f"1. Term. {start}")
    found = dates_of(passages)
    assert (found.expiration_date.value, found.asks) == (None, ("start",))
    assert "period-blank" not in {issue.code for issue in key_date_issues(passages, found)}
    given = dates_of(passages, triggers={"start": date(2025, 6, 1)})
    assert (given.expiration_date.value, given.asks) == (date(2027, 6, 1), ())


def test_a_last_signature_without_its_day_is_asked_for() -> None:
    term = "1. Term. This Agreement is effective on the date last signed below and lasts one year."
    found = dates_of(passages_of(OPENING, term))
    assert (found.expiration_date.value, found.asks) == (None, ("last signature",))


@pytest.mark.parametrize(
    ("term", "end"),
    [
        ("This Agreement runs for 730 days commencing on 1 March 2024.", date(2026, 2, 28)),
        ("This Agreement runs for ninety (90) days beginning on April 1, 2024.", date(2024, 6, 29)),
        ("This Agreement runs for 730 days from 1 March 2024.", date(2026, 3, 1)),
    ],
)
def test_days_that_begin_with_a_day_count_it(term: str, end: date) -> None:
    assert dates_of(passages_of(OPENING, f"1. Term. {term}")).expiration_date.value == end
