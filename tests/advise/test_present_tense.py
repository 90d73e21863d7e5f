"""Who acts in a sentence without a word of duty: a party whose name a verb in the present tense follows."""

import pytest

from legalai.advise.acting_for import take_side
from legalai.advise.present_tense import with_duties_and_rights
from legalai.advise.reading import Reading
from tests.advise.builders import contract_of, document_of, party

OPENING = 'This Agreement is between Alder Works Ltd (the "Provider") and Birch Stores Ltd (the "Client").\n'


def _view(sentence: str) -> str:
    document = document_of(OPENING + sentence)
    parties = (party(OPENING, "Alder Works Ltd", "Provider"), party(OPENING, "Birch Stores Ltd", "Client"))
    contract = contract_of(document, parties=parties)
    reading = Reading(document, contract, take_side(contract, "Birch Stores Ltd"))
    return reading.party(reading.places.cite(len(OPENING), len(OPENING) + len(sentence)))


@pytest.mark.parametrize(
    ("sentence", "view"),
    [
        ("The Client pays every sum in full.", "us"),
        ("The Client hereby irrevocably waives its lien.", "us"),
        ("The Client, at its own cost, insures the goods.", "us"),
        ("Sums that the Provider holds the Client repays within a week.", "us"),
        ("At the end the Provider deletes all records.", "them"),
        ("The Provider does not answer questions at night.", "them"),
        ("The Provider keeps the tools; the Client keeps the results.", "both"),
        ("Title passes to the Client.", "unknown"),
        ("Sums that the Client owes bear interest.", "unknown"),
        ("If the Client pays late, interest runs.", "unknown"),
    ],
)
def test_who_does_something_now_is_who_acts(sentence: str, view: str) -> None:
    assert _view(sentence) == view


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("supplier tells customer of each breach", "supplier shall tell customer of each breach"),
        ("customer, at its own cost, insures the goods", "customer, at its own cost, shall insure the goods"),
        ("supplier freely adjusts the prices", "supplier freely may adjust the prices"),
        ("supplier changes the service", "supplier may change the service"),
        ("supplier changes are listed below", "supplier changes are listed below"),
        ("sums that customer owes", "sums that customer owes"),
        ("if customer pays late", "if customer pays late"),
        ("supplier never tells", "supplier never tells"),
    ],
)
def test_an_act_is_told_as_a_duty_or_a_right(words: str, told: str) -> None:
    assert with_duties_and_rights(words) == told
