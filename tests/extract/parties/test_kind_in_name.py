"""A name's legal form tells what kind of entity it is; no form, or one of several meanings, tells nothing."""

import pytest

from legalai.extract.parties.parties import find_parties
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import document_of


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("Acme, Inc.", "corporation"),
        ("Dunmore Paper Corp.", "corporation"),
        ("Bolton Mills LLC", "limited liability company"),
        ("Hartwell Holdings, L.P.", "limited partnership"),
        ("Redcliffe Pty Ltd", "private limited company"),
        ("Gale plc", "public limited company"),
        ("Muster GmbH & Co. KG", "limited partnership"),
        ("Kestrel GmbH", "limited liability company"),
        ("Rossi Meccanica S.p.A.", "public limited company"),
        ("Van Dorp Handel B.V.", "private limited company"),
        ("Vik AS", None),
        ("Northgate Trust Company", None),
    ],
)
def test_kind(name: str, entity: str | None) -> None:
    text = f'This Agreement is made between {name} ("Supplier") and Oak Group Limited ("Customer").\n'
    supplier, customer = find_parties(find_passages(document_of(text, name="contract.txt")), ())
    assert (supplier.name, supplier.entity, supplier.place) == (name, entity, None)
    assert customer.entity == "limited company"


def test_the_text_goes_before_the_name() -> None:
    text = 'This Agreement is between Ames Inc., a Delaware benefit corporation ("Seller"), and Oak Ltd ("Buyer").\n'
    seller, _ = find_parties(find_passages(document_of(text, name="contract.txt")), ())
    assert (seller.entity, seller.place) == ("benefit corporation", "Delaware")
