"""A contract whose term is counted from the date it bears takes effect on that date, where it names no other."""

from datetime import date

import pytest

from tests.extract.dates.key_dates_reader import read

MADE = "This Agreement is made on May 5, 2020 between Acme Ltd and Bolt Ltd."


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("This Agreement shall be in effect for one year from the date of this Agreement.", date(2021, 5, 5)),
        ("The term of this Agreement is two (2) years from the date hereof.", date(2022, 5, 5)),
        ("This Agreement continues for a period of three years from the date first written above.", date(2023, 5, 5)),
        ("This contract runs for 18 months from the date of signing.", date(2021, 11, 5)),
        ("The agreement remains in force for five years after the date of this Agreement.", date(2025, 5, 5)),
        ("Term: One year from the date above.", date(2021, 5, 5)),
        ("This Agreement expires on the second anniversary of the date hereof.", date(2022, 5, 5)),
        ("This contract is concluded for nine months, counting from the date on which it is signed.", date(2021, 2, 5)),
        ("This Agreement has a term of one year beginning with the date of its execution.", date(2021, 5, 5)),
    ],
)  # fmt: skip
def test_it_takes_effect_on_its_date(text: str, end: date) -> None:
    found = read(MADE, text)
    assert (found.effective_date.value, found.expiration_date.value) == (date(2020, 5, 5), end)
    assert any(step.step == "effective date" for step in found.proof)


@pytest.mark.parametrize(
    "text",
    [
        "The obligations of confidence last for three years from the date of this Agreement.",
        "Neither party shall solicit staff of the other for two years from the date of this Agreement.",
        "This Agreement shall be in effect for one year from the date on which Supplier delivers the first unit.",
        "Supplier shall keep the prices firm for a period of one year from the date of this Agreement.",
    ],
)
def test_what_is_counted_for_another_thing_is_no_effect(text: str) -> None:
    assert read(MADE, text).effective_date.value is None
