"""Where a party is organised: by its law, its register or its seat, and never by an office, a street or an act."""

import pytest

from legalai.extract.parties.description import description_in
from legalai.extract.parties.parties import find_parties
from legalai.extract.segmentation.sentences import find_passages
from legalai.schema import Party
from tests.extract.builders import document_from_text


def parties(described: str) -> tuple[Party, ...]:
    text = (
        f'This Agreement is made between Kestrel Holdings Ltd, {described} ("Supplier"), and Oak Inc., a Texas'
        ' corporation ("Customer").\n1. Supplier shall deliver the pumps.\n'
    )
    return find_parties(find_passages(document_from_text(text)), ())


@pytest.mark.parametrize(
    ("described", "place"),
    [
        ("incorporated in New South Wales", "New South Wales"),
        ("(ABN 11 222 333 444), incorporated in Queensland, Australia", "Queensland, Australia"),
        ("having its seat in Utrecht", "Utrecht"),
        ("having its corporate seat (statutaire zetel) in Amsterdam, the Netherlands", "Amsterdam, the Netherlands"),
        ("having its registered seat at Utrecht, Domplein 3", "Utrecht"),
        ("a company limited by shares, with registered seat in Geneva, Switzerland", "Geneva, Switzerland"),
        ("a company whose statutory seat is at Ghent", "Ghent"),
        ("a foundation seated in Vienna", "Vienna"),
        ("a company domiciled in Singapore", "Singapore"),
        ("established under the laws of Portugal", "Portugal"),
        ("a body corporate constituted under the laws of Canada", "Canada"),
        ("a company incorporated in accordance with the laws of Kenya", "Kenya"),
        ("a corporation organized under the laws of the state of California", "California"),
        ("a Corporation organized under the laws of Florida", "Florida"),
        ("a company incorporated under the laws of the People's Republic of China", "China"),
        ("a company registered in Scotland (SC123456)", "Scotland"),
        ("a company registered in Scotland, Registered Number SC1", "Scotland"),
        ("a company registered in England No. 473456", "England"),
        ("a company registered under number 12345 in Jersey", "Jersey"),
        ("a company incorporated in Trinidad and Tobago", "Trinidad and Tobago"),
        ("is a company registered in the United Kingdom", "United Kingdom"),
        ("a newly formed Maryland corporation", "Maryland"),
        ("a Maryland-chartered savings bank", "Maryland"),
        # the law goes before the seat
        ("a company organised under Dutch law having its seat in Utrecht", "Netherlands"),
    ],
)
def test_place(described: str, place: str) -> None:
    supplier, customer = parties(described)
    assert (supplier.name, supplier.place, customer.place) == ("Kestrel Holdings Ltd", place, "Texas")


@pytest.mark.parametrize(
    "described",
    [
        "with its principal place of business in Ohio",
        "the registered office of which is in Dublin",
        "with its seat at Hauptstrasse 5, Munich",
        "registered in the name of its founder",
        "registered under No. 4711",
        "registered with the commercial register of the local court of Munich under HRB 12345",
        "a company registered in the Commercial Register of Zug",
        "a company registered in accordance with the Companies Act 2006",
        "a Nasdaq listing company",
        "an individual domiciled in Ohio",
    ],
)
def test_no_place(described: str) -> None:
    assert [party.place for party in parties(described)] == [None, "Texas"]


@pytest.mark.parametrize(
    "tail",
    [
        ", a company organized under the laws of Ireland and Pell Ltd, a company",
        ", a company incorporated in Ireland, Pell Ltd, a company",
    ],
)
def test_the_next_party_is_no_place(tail: str) -> None:
    assert description_in(tail).place == "Ireland"
