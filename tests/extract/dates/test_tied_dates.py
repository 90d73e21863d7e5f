"""A term runs from the day on which the contract takes effect, where that is tied to another day, or is asked for."""

from datetime import date

import pytest

from tests.extract.dates.key_dates_reader import OPENING, dates_of, read
from tests.extract.passage_builder import passages_of

UNDATED = "This Agreement is made between Acme Ltd and Widget Ltd."
AS_OF = date(2024, 6, 1)
ON_DELIVERY = "This Agreement becomes effective ten (10) days after delivery of the Equipment."
TWO_YEARS = "The initial term of this Agreement is two years."

COMPUTED: list[tuple[tuple[str, ...], date]] = [
    (
        (
            UNDATED,
            "This Agreement is dated 1 March 2024.",
            "This Agreement takes effect five Business Days after the date of this Agreement.",
            "The term of this Agreement is one year from the Effective Date.",
        ),
        date(2025, 3, 8),
    ),
    (
        (
            OPENING,
            ('"Effective Date" means the date thirty (30) days after the date of signature of this Agreement.'),
            "The term of this Agreement is one year from the Effective Date.",
        ),
        date(2026, 2, 14),
    ),
    (
        (
            OPENING,
            (
                "This Agreement shall come into force on the day that is 60 days after the date hereof "
                "and shall continue for one year."
            ),
        ),
        date(2026, 3, 16),
    ),
    (
        (
            OPENING,
            'The "Effective Date" is the third Business Day after January 15, 2025.',
            "The term of this Agreement shall be twelve months from the Effective Date.",
        ),
        date(2026, 1, 21),
    ),
    (
        (
            OPENING,
            '"Commencement Date" means the tenth day after the date of this Agreement.',
            "This Agreement continues for a term of one year from the Commencement Date.",
        ),
        date(2026, 1, 25),
    ),
    (
        (
            OPENING,
            (
                "This Agreement shall become effective on the first day of the month following the date "
                "of this Agreement. Its term is two years."
            ),
        ),
        date(2027, 2, 1),
    ),
]
ASKED: list[tuple[str, ...]] = [
    (
        OPENING,
        "This Agreement becomes effective ten (10) days after delivery of the Equipment.",
        "The initial term of this Agreement is two years.",
    ),
    (
        OPENING,
        (
            "This Agreement takes effect upon delivery of the first unit and continues in force for "
            "three years thereafter."
        ),
    ),
    (
        OPENING,
        (
            "This Agreement enters into effect one month after receipt of regulatory approval and "
            "remains in force for a term of five years."
        ),
    ),
    (
        OPENING,
        '"Commencement Date" means fourteen days after the Customer accepts the System.',
        "This Agreement continues for a term of one year from the Commencement Date.",
    ),
]


@pytest.mark.parametrize(("texts", "end"), COMPUTED)
def test_the_term_runs_from_the_day_computed(texts: tuple[str, ...], end: date) -> None:
    assert read(*texts, as_of=AS_OF).expiration_date.value == end


@pytest.mark.parametrize("texts", ASKED)
def test_the_date_of_the_paper_does_not_stand_in_for_an_event(texts: tuple[str, ...]) -> None:
    found = read(*texts, as_of=AS_OF)
    assert found.expiration_date.value is None
    assert found.asks


def test_the_day_given_for_the_event_is_counted_from() -> None:
    given = {"delivery": date(2025, 3, 1)}
    found = dates_of(passages_of(OPENING, ON_DELIVERY, TWO_YEARS), as_of=AS_OF, triggers=given)
    assert (found.effective_date.value, found.expiration_date.value) == (date(2025, 3, 11), date(2027, 3, 11))


def test_business_days_of_no_known_place_are_asked_for() -> None:
    text = "This Agreement takes effect five Business Days after the date of this Agreement."
    found = read(OPENING, text, TWO_YEARS, jurisdiction=None, as_of=AS_OF)
    assert (found.expiration_date.value, found.asks) == (None, ("effective date",))
    given = {"effective date": date(2025, 1, 22)}
    told = dates_of(passages_of(OPENING, text, TWO_YEARS), jurisdiction=None, as_of=AS_OF, triggers=given)
    assert told.expiration_date.value == date(2027, 1, 22)
