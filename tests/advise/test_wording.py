"""Proposed words: the clause changed as little as possible, in its own style."""

import pytest

from legalai.advise.acting_for import take_side
from legalai.advise.reading import Reading
from legalai.advise.wording import edited, names, new_number, whole_sentence
from legalai.drafting.contexts import NAMES
from legalai.playbook import AddSentence, AddWords, Edit, MakeMutual, ReplacePeriod, ReplaceWords
from tests.advise.builders import contract_of, document_of, party, saas


def reading() -> Reading:
    document, contract = saas()
    return Reading(document, contract, take_side(contract, "Customer"))


@pytest.mark.parametrize(
    ("clause", "edit", "expected"),
    [
        (
            "Liability shall not exceed the fees of three (3) months.",
            ReplacePeriod(op="period", unit="month", to=12),
            "Liability shall not exceed the fees of twelve (12) months.",
        ),
        ("the fees of 3 months", ReplacePeriod(op="period", unit="month", to=12), "the fees of 12 months"),
        ("FEES OF THREE MONTHS", ReplacePeriod(op="period", unit="month", to=12), "FEES OF TWELVE MONTHS"),
        ("the 6-month period", ReplacePeriod(op="period", unit="month", to=12), "the 12-month period"),
        ("the fees of twelve (12) months", ReplacePeriod(op="period", unit="month", to=12), None),
        ("no period at all", ReplacePeriod(op="period", unit="month", to=12), None),
        (
            "renews for twenty-four (24) months unless at least one hundred twenty (120) days' notice is given",
            ReplacePeriod(op="period", of="notice", unit="day", to=30),
            "renews for twenty-four (24) months unless at least thirty (30) days' notice is given",
        ),
        ("notice within 14 days", ReplacePeriod(op="period", of="notice", unit="day", to=30), None),
        ("unless it objects within those five (5) days", ReplacePeriod(op="period", unit="day", to=30), None),
        (
            "The Lesser of A and B",
            ReplaceWords(op="words", find=("lesser of",), put="greater of"),
            "The Greater of A and B",
        ),
        ("the sum", ReplaceWords(op="words", find=("lesser of",), put="greater of"), None),
        (
            "not exceed USD 5,000 in all",
            AddWords(op="add", put="or more"),
            "not exceed USD 5,000 or more in all",
        ),
        (
            "fees paid last year",
            AddWords(op="add", after=("fees paid",), put="and payable"),
            "fees paid and payable last year",
        ),
        (
            "fees paid or payable",
            AddWords(op="add", after=("fees paid",), put="and payable", unless=("payable",)),
            None,
        ),
        (
            "all claims, losses, and fees (legal costs included) arising from it",
            AddWords(op="add", after=("all claims",), put="of third parties"),
            "all claims, losses, and fees (legal costs included) of third parties arising from it",
        ),
        (
            "all claims that arise and all losses",
            AddWords(op="add", after=("all claims",), put="of third parties"),
            "all claims of third parties that arise and all losses",
        ),
        (
            "Fees are non-refundable and due at once.",
            AddWords(op="add", after=("non-refundable",), put=", except on breach,"),
            "Fees are non-refundable, except on breach, and due at once.",
        ),
        (
            "Fees are non-refundable.",
            AddWords(op="add", after=("non-refundable",), put=", except on breach,"),
            "Fees are non-refundable, except on breach.",
        ),
        (
            "within one hundred twenty (120) days following the notice",
            ReplacePeriod(op="period", of="notice", unit="day", to=30),
            None,
        ),
        ("It renews.", AddSentence(op="sentence", put="{us} is told."), "It renews. Customer is told."),
        ("IT RENEWS.", AddSentence(op="sentence", put="{us} is told."), "IT RENEWS. CUSTOMER IS TOLD."),
        ("It renews:", AddSentence(op="sentence", put="More."), None),
        ("It reminds.", AddSentence(op="sentence", put="More.", unless=("remind*",)), None),
        (
            "Vendor may terminate on notice to Customer.",
            MakeMutual(op="mutual"),
            "Either party may terminate on notice to the other party.",
        ),
        (
            "In no event shall Vendor be liable to Customer.",
            MakeMutual(op="mutual"),
            "In no event shall either party be liable to the other party.",
        ),
    ],
)
def test_an_edit(clause: str, edit: Edit, expected: str | None) -> None:
    assert edited(reading(), clause, (edit,), lambda words: words.replace("{us}", "Customer")) == expected


@pytest.mark.parametrize(
    ("number", "new"),
    [("11.2", "11.2A"), ("7.2(b)", "7.2A"), ("Section 4", "4A"), ("3.", "3A"), ("(a)", None), (None, None)],
)
def test_a_new_clause_takes_a_letter_and_renumbers_nothing(number: str | None, new: str | None) -> None:
    assert new_number(number, set()) == new


def test_two_new_clauses_after_one_take_two_letters() -> None:
    taken: set[str] = set()
    assert [new_number("5.1", taken) for _ in range(3)] == ["5.1A", "5.1B", "5.1C"]


@pytest.mark.parametrize(
    ("text", "us", "them", "agreement"),
    [
        (
            "Alpha Ltd (Customer) and Beta Ltd (Supplier). Customer pays. This is this Agreement.",
            "Customer",
            "Supplier",
            "this Agreement",
        ),
        (
            "Alpha Ltd (Customer) and Beta Ltd (Supplier). The Customer pays the Supplier under this Supply Agreement. "
            "The Supplier delivers. The Customer accepts.",
            "the Customer",
            "the Supplier",
            "this Supply Agreement",
        ),
    ],
)
def test_the_contracts_own_names(text: str, us: str, them: str, agreement: str) -> None:
    parties = (party(text, "Alpha Ltd", "Customer"), party(text, "Beta Ltd", "Supplier"))
    document = document_of(text)
    contract = contract_of(document, parties=parties)
    found = names(Reading(document, contract, take_side(contract, "Customer")))
    assert (found["us"], found["them"], found["agreement"]) == (us, them, agreement)
    assert (found["customer"], found["supplier"]) == (us, them)


def test_a_clause_that_stops_short_is_carried_on_to_its_full_stop() -> None:
    text = "1. Cap\n1.1 The cap is the fees of 3 months before the claim. Another sentence.\n"
    document = document_of(text)
    reading = Reading(document, contract_of(document), take_side(contract_of(document), None))
    start = text.index("The cap")
    found = whole_sentence(reading, reading.places.cite(start, text.index(" before")))
    assert found.text == "The cap is the fees of 3 months before the claim."


def test_the_names_that_packs_are_checked_with_are_those_of_a_review() -> None:
    document, contract = saas()
    assert set(names(Reading(document, contract, take_side(contract, "Customer")))) == NAMES


def test_a_name_in_capitals_on_the_cover_is_written_as_the_terms_write_it() -> None:
    document = document_of("Signed for PROVIDER.\n1. Provider provides the Product. Buyer pays Provider.\n")
    parties = (party(document.text, "PROVIDER", "PROVIDER"), party(document.text, "Buyer", "Buyer"))
    contract = contract_of(document, parties=parties)
    assert names(Reading(document, contract, take_side(contract, "Buyer")))["them"] == "Provider"
