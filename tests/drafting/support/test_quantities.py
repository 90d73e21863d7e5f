"""Numbers as contracts and drafters write them: what is the same, and what is not."""

import pytest

from legalai.drafting.support.quantities import quantities, stands_among


def told(sentence: str, source: str) -> bool:
    found = quantities(sentence)
    assert found
    return all(stands_among(each, quantities(source)) for each in found)


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("30 days", "thirty (30) days"),
        ("thirty days", "30 days"),
        ("a term of one year", "twelve (12) months"),
        ("24 months", "two years"),
        ("fourteen days", "two (2) weeks"),
        ("120 days", "one hundred and twenty (120) days"),
        ("10 business days", "ten (10) working days"),
        ("USD 1,500,000", "US$1.5 million"),
        ("$500", "USD 500.00"),
        ("£70,000", "GBP 70,000"),
        ("5 percent", "five percent (5%)"),
        ("1.5%", "1.50 per cent"),
        ("31 December 2026", "December 31st, 2026"),
        ("31 December 2026", "the 31st day of December, 2026"),
        ("2026-12-31", "31 December 2026"),
        ("December 2026", "31 December 2026"),
        ("5 March 2026", "03/05/2026"),
        ("3 May 2026", "03/05/2026"),
        ("at least 60 days", "not less than sixty (60) days"),
        ("no more than 60 days", "up to sixty days"),
        ("monthly", "each month"),
        ("a year", "per annum"),
        ("clause 7.2", "Section 7.2(a)"),
        ("twice the fees", "two times the fees"),
    ],
)
def test_the_same_number(sentence: str, source: str) -> None:
    assert told(sentence, source)


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("30 months", "thirty (30) days"),
        ("30 days", "thirty (30) business days"),
        ("30 business days", "30 days"),
        ("one year", "thirteen months"),
        ("CAD 500", "USD 500"),
        ("€500", "£500"),
        ("500 euros", "$500"),
        ("$500", "500 days"),
        ("5%", "15%"),
        ("30 December 2026", "31 December 2026"),
        ("31 December 2026", "December 2026"),
        ("13 May 2026", "03/05/2026"),
        ("at most 60 days", "at least 60 days"),
        ("60 days after the end", "60 days before the end"),
        ("monthly", "annually"),
        ("clause 7.3", "clause 7.2"),
        ("clause 7.2", "7.2 days"),
        ("USD 1.5 million", "USD 1.5 thousand"),
        ("three times the fees", "twice the fees"),
    ],
)
def test_another_number(sentence: str, source: str) -> None:
    assert not told(sentence, source)
