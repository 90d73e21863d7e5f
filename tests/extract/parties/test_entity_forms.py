"""Legal forms with "&", spaces, strokes and small letters: the whole name, what it is, and where."""

import pytest

from legalai.extract.parties.parties import find_parties
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import document_of


@pytest.mark.parametrize(
    ("name", "described", "entity", "place"),
    [
        ("Muster GmbH & Co. KG", "a limited partnership organised under the laws of Germany", "partnership", "Germany"),
        ("Fresnel AG & Co. KGaA", "a partnership limited by shares under German law", "partnership", "Germany"),
        ("Kestrel Holdings S.à r.l.", "a private company incorporated in Luxembourg", "private company", "Luxembourg"),
        ("Zielony Sp. z o.o.", "a Polish limited liability company", "limited liability company", "Poland"),
        ("Nordvik A/S", "a Danish company", "company", "Denmark"),
        ("Harrow Foods Pty Ltd", "a company incorporated in Victoria, Australia", "company", "Victoria, Australia"),
        ("Sakura Denki K.K.", "a Japanese kabushiki kaisha", "kabushiki kaisha", "Japan"),
        ("Bluewater Partners LLLP", "a Delaware limited partnership", "limited partnership", "Delaware"),
        ("Orange Bank N.V./S.A.", "a Belgian public limited company", "public limited company", "Belgium"),
        ("Tres Hermanos S.A. de C.V.", "a Mexican company", "company", "Mexico"),
        ("Kova s.r.o.", "a company registered in the Czech Republic", "company", "Czech Republic"),
        ("Vik AS", "reg. no. 955 000 000, a Norwegian company", "company", "Norway"),
        # the act under which it was formed is no place
        ("Mehta Private Limited", "a company incorporated under the Companies Act, 2013", "company", None),
    ],
)
def test_form(name: str, described: str, entity: str, place: str | None) -> None:
    text = f'This Agreement is made between {name}, {described} ("Supplier"), and Oak Inc. ("Customer").\n'
    supplier, customer = find_parties(find_passages(document_of(text, name="contract.txt")), ())
    assert (supplier.name, supplier.role, supplier.place) == (name, "Supplier", place)
    assert supplier.entity is not None
    assert supplier.entity.endswith(entity)
    assert customer.name == "Oak Inc."
