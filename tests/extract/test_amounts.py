import time
from dataclasses import replace

import pytest

from legalai.extract.amounts import amount_issues, find_amounts
from tests.extract.passage_builder import document_of, passages_of


@pytest.mark.parametrize(
    ("text", "value", "currency", "words"),
    [
        ("£2.5 million", 2_500_000, "GBP", "£2.5 million"),
        ("$2.5M", 2_500_000, "USD", "$2.5M"),
        ("$2.5MM", 2_500_000, "USD", "$2.5MM"),
        ("USD 40K", 40_000, "USD", "USD 40K"),
        ("US$10,000.00", 10_000, "USD", "US$10,000.00"),
        ("EUR 5m", 5_000_000, "EUR", "EUR 5m"),
        ("one hundred thousand dollars ($100,000)", 100_000, "USD", "one hundred thousand dollars ($100,000)"),
        ("Rs. 10 lakh", 1_000_000, "INR", "Rs. 10 lakh"),
        ("INR 2.5 crores", 25_000_000, "INR", "INR 2.5 crores"),
        ("₹5,00,000", 500_000, "INR", "₹5,00,000"),
        ("NOK 12 500", 12_500, "NOK", "NOK 12 500"),
        ("1 000 000 SEK", 1_000_000, "SEK", "1 000 000 SEK"),
        ("2,5 Mio. EUR", 2_500_000, "EUR", "2,5 Mio. EUR"),
        ("100.000,- EUR", 100_000, "EUR", "100.000,- EUR"),
        ("CAD $5,000", 5_000, "CAD", "CAD $5,000"),
        ("US Dollars 5,000", 5_000, "USD", "US Dollars 5,000"),
        ("$.05", 0.05, "USD", "$.05"),
        ("Five Hundred and No/100 Dollars ($500.00)", 500, "USD", "Five Hundred and No/100 Dollars ($500.00)"),
        (
            "one million, two hundred thousand dollars ($1,200,000)",
            1_200_000,
            "USD",
            "one million, two hundred thousand dollars ($1,200,000)",
        ),
        ("$0.00001", 0.00001, "USD", "$0.00001"),
        ("$1.85", 1.85, "USD", "$1.85"),
        ("RMB10 million", 10_000_000, "CNY", "RMB10 million"),
        ("500,000 euros", 500_000, "EUR", "500,000 euros"),
        ("HK$1,200", 1_200, "HKD", "HK$1,200"),
        ("$10k", 10_000, "USD", "$10k"),
        ("3.000 EUR", 3_000, "EUR", "3.000 EUR"),
        ("€ 3.000", 3_000, "EUR", "€ 3.000"),
        ("EUR 1.250.000,50", 1_250_000.5, "EUR", "EUR 1.250.000,50"),
        ("12,50 EUR", 12.5, "EUR", "12,50 EUR"),
        ("€ 0.125", 0.125, "EUR", "€ 0.125"),
        ("$3.125", 3.125, "USD", "$3.125"),
        ("€ 3,000.50", 3_000.5, "EUR", "€ 3,000.50"),
        ("CHF 735’000", 735_000, "CHF", "CHF 735’000"),
        ("CHF 1'250'000.50", 1_250_000.5, "CHF", "CHF 1'250'000.50"),
        ("'500 dollars", 500, "USD", "500 dollars"),
        ("12'000 Swiss francs", 12_000, "CHF", "12'000 Swiss francs"),
        ("CAD 99.95", 99.95, "CAD", "CAD 99.95"),
        ("5 million pounds sterling", 5_000_000, "GBP", "5 million pounds sterling"),
    ],
)
def test_a_sum_in_every_form(text: str, value: float, currency: str, words: str):
    passages = passages_of("Preamble.", f"It is {text}.")
    (amount,) = find_amounts(passages)
    assert (amount.value, amount.currency, amount.text) == (value, currency, words)
    assert document_of(passages)[amount.start : amount.end] == amount.text


def test_words_and_figure_that_disagree_are_two_sums():
    found = find_amounts(passages_of("a price of Four Thousand Nine Hundred Dollars ($4,950.00)"))
    assert [a.value for a in found] == [4900, 4950]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Customer pays a fee of $500.", "fee"),
        ("In no event shall the liability of either party exceed $1,000,000 in the aggregate.", "cap"),
        ("The Supplier maintains general liability insurance of $2,000,000 per occurrence.", "insurance"),
        ("Employers Liability $500,000 each accident.", "insurance"),
        ("Liquidated damages are $100 for each day.", "penalty"),
        ("The Tenant places a security deposit of £3,000.", "deposit"),
        ("The yearly rent is £24,000.", "rent"),
        ("The purchase price is EUR 70,000.", "price"),
        ("The price is payable in common stock, $0.001 par value.", "par value"),
        ("Each buyer takes up shares of $0.01 per share par value for cash.", "par value"),
        ("The purchase is of shares with a nominal value of £1 each.", "par value"),
        ("It weighs like $5.", "other"),
    ],
)
def test_what_a_sum_is_for(text: str, kind: str):
    (amount,) = find_amounts(passages_of(text))
    assert amount.kind == kind


@pytest.mark.parametrize("text", ["Section 2.5", "30 days", "the dollar", "1,000 units", ""])
def test_what_is_no_sum(text: str):
    assert find_amounts(passages_of(text)) == ()


@pytest.mark.parametrize("piece", ["$", "1,", "1'000", "1.000", "1", "one hundred ", "$1,000 ", "US"])
def test_hostile_text_is_read_in_linear_time(piece: str):
    text = piece * (20_000 // len(piece))
    started = time.process_time()
    find_amounts(passages_of(text))
    assert time.process_time() - started < 20


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a fee of $5-10 million", [5_000_000, 10_000_000]),
        ("a fee of from $5 to $10 million", [5_000_000, 10_000_000]),
        ("a fee between $10,000 and $20,000", [10_000, 20_000]),
        ("$500 and $2 million", [500, 2_000_000]),
        ("pay $10-15 days after delivery", [10]),
        ("one of three (3) million dollars ($3,000,000)", [3_000_000]),
    ],
)
def test_both_ends_of_a_range(text: str, values: list[int]) -> None:
    assert [amount.value for amount in find_amounts(passages_of(text))] == values


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The fee is ten thousand dollars ($15,000).", ["conflicting-figures"]),
        ("The fee is ten thousand dollars ($10,000).", []),
        ("The fee is ten thousand dollars ($10,000.50).", []),
        ("The fee is four and one-half million dollars ($4,500,000).", []),
        ("The fee is thirty thousand dollars ($30, 000).", []),
        ("The fee is ten dollars and the fine $15.", []),
        ("The fee is $______ a month.", ["amount-blank"]),
        ("The fee is EUR [●] a month and USD [insert amount] a year.", ["amount-blank"]),
        ("The fee is ______ dollars.", ["amount-blank"]),
        ("The fee is $100.", []),
        ("Signed: ______", []),
    ],
)
def test_issues(text: str, codes: list[str]) -> None:
    assert [issue.code for issue in amount_issues(passages_of(text))] == codes


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Annual Fees", "fee"),
        ("Set-up charge", "fee"),
        ("Commission", "fee"),
        ("Yearly rent", "rent"),
        ("Security deposit", "deposit"),
        ("Unit price", "price"),
        ("Liability cap", "cap"),
        ("Public liability insurance", "insurance"),
        ("Late payment charge", "penalty"),
        ("Users", "other"),
        ("Fees of $90, now", "other"),
    ],
)
def test_the_cell_before_names_a_sum_in_a_row(label: str, kind: str) -> None:
    name, value = passages_of(label, "£120,000")
    assert find_amounts((name, replace(value, beside=True)))[-1].kind == kind
    assert find_amounts((name, value))[-1].kind == "other"
