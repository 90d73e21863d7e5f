"""An event that a term runs from is asked for by what happens, and its day gives the rest."""

from datetime import date

import pytest

from tests.extract.dates.key_dates_reader import TODAY, dates_of
from tests.extract.passage_builder import passages_of

MADE = 'This Agreement is made as of January 10, 2026 between Bison Systems Inc. ("Vendor") and Elk Corp. ("Customer").'


@pytest.mark.parametrize(
    ("term", "event", "asked"),
    [
        ("The term begins on the day the Equipment is delivered and runs for three years.", "delivery", "deliver"),
        ("The term begins when the Software goes live and lasts three years.", "go-live", "live"),
        ("This Agreement runs for three years from go-live.", "go-live", "live"),
        ("The term starts on the first day after installation and runs for three years.", "installation", "install"),
        ("The term starts with the first shipment and continues for three years.", "first shipment", "shipment"),
        ("The term begins once the licence key has been sent and continues for three years.", "licence key", "licence"),
    ],
)
def test_the_event(term: str, event: str, asked: str) -> None:
    passages = passages_of(MADE, f"1. Term. {term}")
    silent = dates_of(passages, as_of=TODAY)
    assert silent.expiration_date.value is None
    assert [asked in name for name in silent.asks] == [True]
    given = dates_of(passages, as_of=TODAY, triggers={event: date(2026, 3, 1)})
    assert given.expiration_date.value == date(2029, 3, 1)
