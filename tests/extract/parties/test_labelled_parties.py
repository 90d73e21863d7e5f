"""Parties named on cover pages, in tables and on order forms."""

import pytest

from legalai.extract.parties.parties import find_parties
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import document_of

BOTH = [("Acme Ltd", "Customer"), ("Beacon Software, Inc.", "Supplier")]


@pytest.mark.parametrize(
    "page",
    [
        "Customer: Acme Ltd | Supplier: Beacon Software, Inc.",
        "Customer\tAcme Ltd\nSupplier\tBeacon Software, Inc.",
        "Customer | Supplier\nAcme Ltd | Beacon Software, Inc.",
        "Customer\n\nSupplier\n\nAcme Ltd\n\nBeacon Software, Inc.",
        "Customer Name: Acme Ltd\nSupplier Name: Beacon Software, Inc.",
        "Customer legal name: Acme Ltd\nCustomer address: 1 High St\nSupplier legal name: Beacon Software, Inc.",
        "Name of Customer: Acme Ltd\nName of Supplier: Beacon Software, Inc.",
        "1. Customer: Acme Ltd\n2. Supplier: Beacon Software, Inc.",
        "The Customer is Acme Ltd, of 1 High Street.\nThe Supplier is Beacon Software, Inc.",
        "Bill To:\nAcme Ltd\n12 High Street\n\nSold by: Beacon Software, Inc.\n\nShip To:\nOak Ltd",
    ],
)
def test_names_beside_labels(page: str) -> None:
    text = f"ORDER FORM\n\n{page}\n\n1. Supply\n1.1 The goods are packed.\n"
    parties = find_parties(find_passages(document_of(text, name="contract.txt")), ())
    assert sorted((party.name, party.role) for party in parties) == BOTH


def test_who_is_billed_has_a_role_and_no_alias() -> None:
    text = "QUOTE\n\nSold to: Acme Ltd\nVendor: Beacon Software, Inc.\n"
    customer, vendor = find_parties(find_passages(document_of(text, name="quote.txt")), ())
    assert (customer.aliases, vendor.aliases) == ((), ("Vendor",))
