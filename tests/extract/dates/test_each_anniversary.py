"""A contract that renews on each anniversary renews more than once."""

from datetime import date

import pytest

from tests.extract.dates.key_dates_reader import read

MADE = "This Agreement is made on November 3, 2021 between Acme Ltd and Bolt Ltd."
TERM = "Its initial term is three (3) years from the date hereof. This Agreement shall"
NOTICE = "unless a party notifies the other in writing at least 45 days prior to the anniversary date."


@pytest.mark.parametrize(
    ("renewal", "end"),
    [
        ("automatically renew on each anniversary thereafter for one (1) year", date(2027, 11, 3)),
        ("automatically be extended for one year on every such anniversary", date(2027, 11, 3)),
        ("automatically renew for one (1) year", None),
    ],
)
def test_the_term_now_running(renewal: str, end: date | None) -> None:
    found = read(MADE, f"{TERM} {renewal} {NOTICE}", as_of=date(2026, 11, 23))
    assert found.current_term_end == end
