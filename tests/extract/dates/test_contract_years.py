"""Terms counted in years that the contract defines."""

from datetime import date

import pytest

from tests.extract.dates.key_dates_reader import PREAMBLE, read

AS_OF = date(2024, 4, 1)
FROM_EFFECT = (
    '"Contract Year" means each period of twelve (12) consecutive months beginning on the Effective Date or on an '
    "anniversary of it."
)
IN_JULY = (
    '"Lease Year" means the twelve months beginning on July 1 and ending on June 30, the first Lease Year beginning on '
    "July 1, 2024."
)
UNEVEN = (
    '"Contract Year" means a period of twelve months from the Effective Date, except that the first Contract Year '
    "ends on December 31, 2024."
)


@pytest.mark.parametrize(
    ("defined", "term", "end"),
    [
        (FROM_EFFECT, "This Agreement is in force until the end of the fifth (5th) Contract Year.", date(2029, 3, 1)),
        (FROM_EFFECT, "The term of this Agreement is for three Contract Years.", date(2027, 3, 1)),
        (FROM_EFFECT, "This Agreement continues through the end of Contract Year 4.", date(2028, 3, 1)),
        (IN_JULY, "This Lease commences on July 1, 2024 and continues for seven (7) Lease Years.", date(2031, 6, 30)),
        (
            '"Year 1" means the twelve months commencing on the Effective Date, and "Year 2" the twelve months after.',
            "This Agreement ends at the end of Year 2.",
            date(2026, 3, 1),
        ),
    ],
)
def test_years_of_twelve_months(defined: str, term: str, end: date):
    found = read(PREAMBLE, defined, term, as_of=AS_OF)
    assert found.expiration_date.value == end


@pytest.mark.parametrize(
    "defined",
    [
        UNEVEN,
        '"Contract Year" means a calendar year.',
        '"Contract Year" means a period of ten months beginning on the Effective Date.',
        "Each party shall name a contact for every Contract Year.",
    ],
)
def test_other_years_are_not_counted(defined: str):
    found = read(PREAMBLE, defined, "This Agreement ends at the end of the third Contract Year.", as_of=AS_OF)
    assert found.expiration_date.value is None


def test_a_year_from_an_event_asks_for_it():
    defined = '"Contract Year" means each period of twelve months beginning on the Opening Date or its anniversary.'
    found = read(PREAMBLE, defined, "This Agreement runs until the end of the second Contract Year.", as_of=AS_OF)
    assert (found.expiration_date.value, found.asks) == (None, ("opening",))
