"""A term that runs from a day the text gives a name, in the same breath or in a form."""

from datetime import date

import pytest

from tests.extract.dates.key_dates_reader import read

MADE = "This Agreement is made on July 30, 2024 between Acme Ltd and Bolt Ltd."


@pytest.mark.parametrize(
    "texts",
    [
        ("The term commences on the Acceptance Date, which the parties agree is August 20, 2024, and runs 48 months.",),
        ("The initial term is 48 months from the Commencement Date (being 20 August 2024).",),
        ("The initial term is 48 months from the Start Date, namely August 20, 2024.",),
        ("Delivery Date, which was August 20, 2024.", "The initial term is 48 months from the Delivery Date."),
        ("Service start: August 20, 2024", "The initial term is 48 months from the service start."),
        ("Subscription Start Date: August 20, 2024", "The term shall be 48 months from the subscription start date."),
    ],
)
def test_the_day_that_has_the_name(texts: tuple[str, ...]) -> None:
    assert read(MADE, *texts).expiration_date.value == date(2028, 8, 20)
