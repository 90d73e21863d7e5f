"""Contracts that take effect on being signed, and the day on which they say they were."""

from datetime import date

import pytest

from tests.extract.dates.key_dates_reader import read


@pytest.mark.parametrize(
    ("signed", "effect"),
    [
        ("Signed by both parties in Bremen on 5 May 2020.", "This agreement enters into force on signature."),
        ("Executed in Paris, on 5 May 2020, in two originals.", "This Agreement takes effect on signature."),
        ("Done at Geneva on 5 May 2020 between A SA and B SA.", "This Agreement starts on the date of its signature."),
        ("Signed by the parties in Austin, this 5th day of May, 2020.", "This Agreement is effective when signed."),
        ("Signed at London on 5 May 2020 by A Ltd and B Ltd.", "This contract is effective upon signing."),
        ("This Agreement is dated May 5, 2020 between A and B.", "The contract shall commence upon its due execution."),
    ],
)  # fmt: skip
def test_it_takes_effect_on_the_day_of_signing(signed: str, effect: str) -> None:
    found = read(signed, effect)
    assert found.agreement_date.value == found.effective_date.value == date(2020, 5, 5)
    assert found.effective_date.status == "computed"


@pytest.mark.parametrize(
    ("signed", "effect"),
    [
        ("Signed copies must reach us on 1 May 2010.", "This agreement enters into force on signature."),
        ("The lease signed by A in Bremen on 1 May 2010 is at an end.", "This agreement starts on signature."),
        ("This Agreement is dated May 5, 2020.", "This Agreement takes effect on signature of the Lease."),
        ("This Agreement is dated May 5, 2020.", "This Agreement starts upon execution and receipt of the deposit."),
        ("This Agreement is dated May 5, 2020.", "The work begins on signature."),
    ],
)  # fmt: skip
def test_another_signing_is_no_day_of_effect(signed: str, effect: str) -> None:
    assert read(signed, effect).effective_date.value is None


def test_a_term_from_when_it_is_signed() -> None:
    found = read(
        "Signed by the parties in Austin, Texas, this 5th day of May, 2020.",
        "This Agreement becomes effective when signed and runs for one year.",
    )
    assert found.expiration_date.value == date(2021, 5, 5)
