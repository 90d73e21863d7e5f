"""How often a renewal comes, where the words bound it: "not more than twice", "on two occasions only"."""

from datetime import date

import pytest

from legalai.extract.dates.renewal.how_often import most_renewals
from tests.extract.dates.key_dates_reader import read

RENEWS = "2. Term. It runs for one year from 1 January 2024 and then renews for a year at a time"


@pytest.mark.parametrize(
    ("words", "most"),
    [
        ("not more than twice", 2),
        ("on two occasions only", 2),
        ("once only", 1),
        ("at most twice", 2),
        ("never more than three times", 3),
        ("on three occasions and no more", 3),
        ("two times at most", 2),
        ("not exceeding two renewals", 2),
        ("with no more than two such renewals", 2),
    ],
)
def test_words_that_bound_how_often_it_renews(words: str, most: int) -> None:
    found = read(f"{RENEWS}, {words}, unless a party gives 60 days' notice.", as_of=date(2027, 6, 10))
    assert found.renewal.most == most
    assert found.notice_deadline is None or found.notice_deadline > date(2027, 6, 10)


@pytest.mark.parametrize(
    "text",
    [
        f"{RENEWS}, not more than once a year.",
        "It renews yearly and the Customer may audit not more than twice.",
        "It renews for one year, but only once notice of the fees was given.",
        "It renews for 12 months, at most twice the initial term.",
    ],
)
def test_what_is_bounded_must_be_the_renewals(text: str) -> None:
    assert most_renewals(text) is None
