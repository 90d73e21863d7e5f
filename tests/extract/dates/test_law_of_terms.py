"""The last day of a term, by the law that governs the contract."""

from datetime import date

import pytest

from legalai.schema import KeyDates
from tests.extract.dates.key_dates_reader import OPENING, read

AS_OF = date(2024, 6, 1)
RUNS = "This Agreement runs for twelve months from 1 July 2024."


def end(text: str, law: str) -> KeyDates:
    return read('This Agreement is made between Acme Ltd ("Supplier") and Widget Ltd ("Customer").', text,
        jurisdiction=law, as_of=AS_OF)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (RUNS, date(2025, 6, 30)),
        ("This Agreement enters into force on 1 July 2024 and has a term of two years.", date(2026, 6, 30)),
        ("The initial term of this Agreement is 24 months commencing on 15 March 2024.", date(2026, 3, 14)),
        ("This Agreement shall remain in force for one year as from 1 January 2025.", date(2025, 12, 31)),
        ("This Agreement runs for one year from 1 March 2027.", date(2028, 2, 29)),
        # An event in the course of a day, words that put the term behind it, a day that is named itself.
        ("This Agreement continues for three years after 1 July 2024.", date(2027, 7, 1)),
        ("This Agreement ends on the first anniversary of 1 July 2024.", date(2025, 7, 1)),
    ],
)
def test_german_law_counts_a_first_day_that_begins_the_term(text: str, last: date) -> None:
    assert end(text, "de").expiration_date.value == last


def test_the_step_cites_the_code() -> None:
    (step,) = [step for step in end(RUNS, "de").proof if step.step == "expiration date"]
    assert [each.cite for each in step.authorities] == ["BGB s. 187", "BGB s. 188"]


def test_a_term_from_the_signature_does_not_count_its_day() -> None:
    found = read(OPENING, "The term of this Agreement is one year from the date of signature.", jurisdiction="de")
    assert found.expiration_date.value == date(2026, 1, 15)


def test_notice_goes_back_from_the_last_day() -> None:
    renews = (
        "It renews for successive one-year terms unless terminated with three months' notice to the end of the term."
    )
    found = read(OPENING, f"{RUNS} {renews}", jurisdiction="de", as_of=date(2025, 2, 1))
    assert (found.current_term_end, found.notice_deadline) == (date(2025, 6, 30), date(2025, 3, 31))


@pytest.mark.parametrize("law", ["gb-eaw", "us-ny"])
def test_elsewhere_the_anniversary_stands(law: str) -> None:
    assert end(RUNS, law).expiration_date.value == date(2025, 7, 1)
