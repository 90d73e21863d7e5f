"""Usury: who borrows, and how much, takes a rule out where the contract shows it; else the finding states it."""

from dataclasses import replace
from datetime import date

import pytest

from legalai.advise import choose_jurisdiction
from legalai.advise.acting_for import take_side
from legalai.advise.findings import raised_rules
from legalai.advise.reading import Reading
from legalai.jurisdictions import Packs
from legalai.resources import pack_folders
from legalai.schema import Amount, KeyDate
from tests.advise.builders import contract_of, document_of, no_dates, party, quote

PACKS = Packs(pack_folders())
LAWS = {"us-ny": ("us-ny-16", "USD"), "us-tx": ("us-tx-15", "USD"), "ca-on": ("ca-on-11", "CAD")}
COMPANY, SOMEBODY = "Fjell Trading, Inc.", "Ann Moss"
LENDS = "Lender lends Borrower {}."


def supposed(pack: str, borrower: str, lends: str, rate: str, *, sum_lent: str = "$100,000") -> set[str] | None:
    """The facts that the usury rule of a pack supposes of a loan; None where it is not raised."""
    rule, currency = LAWS[pack]
    text = (
        f'This Loan Agreement is between Harrow Capital LLC ("Lender") and {borrower} ("Borrower").\n'
        f"1. {lends.format(sum_lent)}\n2. The loan bears interest at {rate}.\n"
    )
    document, found = document_of(text), quote(text, sum_lent)
    value = float(sum_lent.replace(",", "").lstrip("$"))
    contract = contract_of(
        document,
        key_dates=replace(no_dates(), agreement_date=KeyDate(value=date(2026, 1, 5), status="stated")),
        parties=(party(text, "Harrow Capital LLC", "Lender"), party(text, borrower, "Borrower")),
        amounts=(
            Amount(text=sum_lent, start=found.start, end=found.end, value=value, currency=currency, kind="other"),
        ),
    )
    choice = choose_jurisdiction(PACKS, contract, pack)
    rules = raised_rules(Reading(document, contract, take_side(contract, None)), choice, ("payment",)).rules
    raised = next((each for each in rules if each.source.id == rule), None)
    facts = choice.jurisdiction.facts
    return {fact.id for fact in facts if fact.assumption in raised.assumptions} if raised is not None else None


@pytest.mark.parametrize(
    ("pack", "borrower", "rate", "sum_lent", "expected"),
    [
        ("us-ny", COMPANY, "24% per annum", "$5,000,000", None),
        ("us-ny", COMPANY, "30% per annum", "$5,000,000", None),
        ("us-ny", SOMEBODY, "3% per month", "$5,000,000", None),
        ("us-ny", COMPANY, "24% per annum", "$100,000", None),
        ("us-ny", COMPANY, "30% per annum", "$100,000", {"ny-below-criminal-size"}),
        ("us-ny", SOMEBODY, "24% per annum", "$1,000,000", None),
        (
            *("us-ny", SOMEBODY, "two percent (2%) per month", "$100,000"),
            {"private-borrower", "ny-below-civil-size", "ny-below-criminal-size"},
        ),
        ("us-tx", COMPANY, "24% per annum", "$5,000,000", None),
        ("us-tx", COMPANY, "30% per annum", "$5,000,000", set()),
        ("us-tx", COMPANY, "24% per annum", "$100,000", {"tx-usual-debt"}),
        ("us-tx", SOMEBODY, "24% per annum", "$5,000,000", {"tx-usual-debt"}),
        ("ca-on", COMPANY, "60% per annum", "$5,000,000", None),
        ("ca-on", COMPANY, "40% per annum", "$100,000", None),
        ("ca-on", COMPANY, "40% per annum", "$5,000", {"ca-below-free-size", "ca-below-commercial-size"}),
        ("ca-on", COMPANY, "60% per annum", "$100,000", {"ca-below-free-size"}),
    ],
)
def test_what_is_supposed_of_a_loan(
    pack: str, borrower: str, rate: str, sum_lent: str, expected: set[str] | None
) -> None:
    assert supposed(pack, borrower, LENDS, rate, sum_lent=sum_lent) == expected


@pytest.mark.parametrize(
    "lends",
    [
        "Lender shall make a loan to Borrower in the principal amount of {}.",
        "Borrower promises to repay the principal sum of {}.",
        "Lender agrees to advance up to {} to Borrower.",
        "Lender opens a revolving line of credit of up to {}.",
        "The amount of the Loan is {}.",
        "Borrower hereby borrows from Lender the sum of {}.",
        "Lender has agreed to provide a term loan of {}.",
        "The Facility shall not exceed {}.",
        "Lender lends an aggregate of {}.",
    ],
)
def test_words_for_the_sum_that_is_lent(lends: str) -> None:
    assert supposed("us-ny", COMPANY, lends, "30% per annum", sum_lent="$5,000,000") is None


@pytest.mark.parametrize(
    "says",
    [
        "While the Loan is outstanding, Borrower keeps a net worth of {}.",
        "Borrower's yearly turnover is {}.",
        "Lender lends Borrower a modest sum; Borrower owns machines worth {}.",
    ],
)
def test_other_sums_show_nothing(says: str) -> None:
    assert supposed("us-ny", COMPANY, says, "30% per annum", sum_lent="$5,000,000") == {"ny-below-criminal-size"}
