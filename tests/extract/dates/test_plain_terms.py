"""Terms in plain words: weekdays before dates, weeks, grants from a day to a day, renewals by an adjective."""

from datetime import date

import pytest

from tests.extract.dates.key_dates_reader import PREAMBLE, dates_of, read
from tests.extract.passage_builder import clause_at, passages_of

AS_OF = date(2024, 4, 1)


@pytest.mark.parametrize(
    ("term", "end"),
    [
        (
            "The Employee is engaged for a maximum term of six months, starting on Monday, 2 September 2024.",
            "2025-03-02",
        ),
        ("This Agreement runs for one year from Friday, March 15, 2024.", "2025-03-15"),
        ("The engagement starts on April 8, 2024 and lasts twenty-six (26) weeks.", "2024-10-07"),
        ("This Contract begins on April 8, 2024 and runs ten weeks.", "2024-06-17"),
        ("Term: ten years from and including 1 October 2024.", "2034-09-30"),
        ("The term is three years on and from 1 July 2024.", "2027-06-30"),
        ("Owner licenses six stalls to Licensee from August 1, 2024 to July 31, 2025.", "2025-07-31"),
        ("The Landlord lets the Premises to the Tenant from 1 May 2024 until 30 April 2026.", "2026-04-30"),
        (
            "It commences on March 20, 2024 and remains in effect until the end of the current calendar year.",
            "2024-12-31",
        ),
        (
            "This Agreement starts on the Effective Date and runs through the last day of the then-current month.",
            "2024-03-31",
        ),
    ],
)
def test_ends(term: str, end: str):
    found = read(PREAMBLE, f"2. Term. {term}", as_of=AS_OF)
    assert str(found.expiration_date.value) == end


@pytest.mark.parametrize(
    "term",
    [
        "This Agreement and the licence granted in it remain in effect until terminated.",
        "“Term” means the time commencing on the Effective Date and continuing thereafter indefinitely.",
    ],
)
def test_no_end(term: str):
    passages = passages_of(PREAMBLE, term)
    clauses = (clause_at(passages, "Expiration Date", term),)
    assert dates_of(passages, clauses).expiration_date.value == "perpetual"


@pytest.mark.parametrize(
    ("renewal", "length"),
    [
        ("with automatic annual renewals after that", "1 year"),
        ("with automatic monthly renewals unless a party objects", "1 month"),
        ("and will then roll over for further terms of six months each", "6 months"),
        ("and rolls over for another year each time unless either side objects", "1 year"),
    ],
)
def test_renewals(renewal: str, length: str):
    found = read(PREAMBLE, f"The term of this Agreement is two years from the Effective Date, {renewal}.", as_of=AS_OF)
    assert found.renewal.term is not None
    assert (found.renewal.kind, f"{found.renewal.term.amount} {found.renewal.term.unit}") == (
        "automatic",
        length.removesuffix("s"),
    )


def test_notice_before_the_renewal_date_counts_from_the_anniversary():
    text = (
        "The term of this Agreement is one year from the Effective Date, with automatic annual renewals unless a party "
        "gives sixty (60) days' notice before the renewal date."
    )
    assert read(PREAMBLE, text, as_of=AS_OF).notice_deadline == date(2024, 12, 31)


@pytest.mark.parametrize(
    "renewal",
    [
        "It renews automatically each year unless you tell us at least 14 days before the end of the year that you do "
        "not want it to.",
        "It renews automatically for a further year unless either side opts out 14 days before the end.",
        "It renews by itself for another year each time unless one of us writes to the other at least 14 days before "
        "the end of the current year.",
        "Your plan renews automatically for a year unless you object 14 days before the end of the term.",
        "It renews automatically for a year unless you let us know 14 days before the end of the term.",
    ],
)
def test_notice_in_plain_words(renewal: str):
    found = read("Your plan starts on 1 June 2024 and ends on 31 May 2025.", renewal, as_of=AS_OF)
    assert (str(found.effective_date.value), str(found.notice_deadline)) == ("2024-06-01", "2025-05-17")


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Your membership starts on Saturday 18 May 2024 and lasts for a minimum of twelve months.", "2025-05-18"),
        ("Your tenancy begins on and includes 1 May 2024 and lasts for six months.", "2024-10-31"),
        ("The Employee’s employment will begin on Monday, 6 May 2024 and end on 30 April 2025.", "2025-04-30"),
    ],
)
def test_terms_told_to_a_person(text: str, end: str):
    found = read(f"1. {text}", as_of=AS_OF)
    assert str(found.expiration_date.value) == end
