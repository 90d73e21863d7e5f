"""A last day on a day off moves back where the contract says so, and never for what it says of payments."""

from dataclasses import replace
from datetime import date

import pytest

from tests.extract.dates.key_dates_reader import PREAMBLE, dates_of, read
from tests.extract.passage_builder import passages_of

TERM = (
    "1. Term. The initial term ends on January 31, 2027 and renews for successive one-year terms unless notice is given"
    " at least 30 days before its end."
)


@pytest.mark.parametrize(
    ("rule", "last_day"),
    [
        (
            "If the last day for giving any notice falls on a day that is not a business day, the notice must be given"
            " on the preceding business day.",
            date(2026, 12, 31),
        ),
        (
            "Where a deadline falls on a weekend or public holiday, it is brought forward to the last business day"
            " before.",
            date(2026, 12, 31),
        ),
        (
            "Any notice period that would end on a non-business day ends on the previous working day.",
            date(2026, 12, 31),
        ),
        (
            "Should the day for a notice not be a Business Day, notice is due by the Business Day immediately prior.",
            date(2026, 12, 31),
        ),
        ("If a payment date is not a business day, payment is due on the preceding business day.", date(2027, 1, 1)),
    ],
)
def test_a_last_day_on_new_years_day(rule: str, last_day: date) -> None:
    assert read(PREAMBLE, TERM, f"2. {rule}").notice_deadline == last_day


def test_a_stamp_with_a_day_below_a_clause_ends_the_contract() -> None:
    passages = passages_of(PREAMBLE, TERM, "TERMINATED as of August 31, 2026")
    found = dates_of((*passages[:-1], replace(passages[-1], number="1")))
    assert found.ending is not None
    assert (found.ending.on, found.notice_deadline) == (date(2026, 8, 31), None)
