"""A right denied is none, liberties and given rights are told, and a duty may be somebody's at the sentence's end."""

import pytest

from tests.extract.obligations.duties import LEASE, duties


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
    found = duties(text, of=LEASE)
    assert [(duty.obligor.removeprefix("The "), duty.modality) for duty in found] == told
