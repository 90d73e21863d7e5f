import time

import pytest

from legalai.extract.amounts import find_amounts
from tests.extract.passage_builder import document_of, passages_of


@pytest.mark.parametrize(
    ("text", "value", "currency", "words"),
    [
        ("£2.5 million", 2_500_000, "GBP", "£2.5 million"),
        ("US$10,000.00", 10_000, "USD", "US$10,000.00"),
        ("EUR 5m", 5_000_000, "EUR", "EUR 5m"),
        ("one hundred thousand dollars ($100,000)", 100_000, "USD", "one hundred thousand dollars ($100,000)"),
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
