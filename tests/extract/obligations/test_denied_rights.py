"""A right denied is none, liberties and given rights are told, and a duty may be somebody's at the sentence's end."""

import pytest

from legalai.extract.obligations.obligations import find_obligations
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Party

PARTIES = [
    Party(text="", start=0, end=0, name="Elm Shops Ltd", role="Tenant"),
    Party(text="", start=0, end=0, name="Oak Estates Ltd", role="Landlord"),
]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tenant shall not have the right to withhold Rent for such delay.", [("Tenant", "prohibition")]),
        ("Tenant shall have no right to any rebate of Rent.", []),
        ("Landlord shall in no circumstances be answerable for theft from the yard.", []),
        ("Landlord is at liberty to sell the Building.", [("Landlord", "permission")]),
        ("Landlord is hereby given the right to remedy such breach.", [("Landlord", "entitlement")]),
        ("Upkeep of the yard is Tenant's sole responsibility.", [("Tenant", "obligation")]),
        ("The Tenant to return all keys at the end of the Term.", [("Tenant", "obligation")]),
    ],
)
def test_told(text: str, told: list[tuple[str, str]]) -> None:
    passage = Passage(text=text, start=0, end=len(text), block=0)
    duties = find_obligations([passage], PARTIES)
    assert [(duty.obligor.removeprefix("The "), duty.modality) for duty in duties] == told
