"""Words that bind, forbid or entitle a side named after them, and duties told as acts ("hereby indemnifies")."""

import pytest

from tests.extract.obligations.duties import stated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Under no circumstances is Lessee permitted to keep fuel in the Premises.", [("Lessee", "prohibition")]),
        ("On no account may Lessee paint the facade.", [("Lessee", "prohibition")]),
        ("It shall not be lawful for Lessee to hang signs.", [("Lessee", "prohibition")]),
        ("It shall be lawful for Lessor at any time thereafter to re-enter the Premises.", [("Lessor", "permission")]),
        ("A second default shall entitle Lessor to end this Lease.", [("Lessor", "entitlement")]),
        ("Late payment entitles Supplier to interest.", [("Supplier", "entitlement")]),
        ("Lessor is under a duty to insure the building.", [("Lessor", "obligation")]),
        ("All rates shall be for the account of Lessee.", [("Lessee", "obligation")]),
        ("The survey shall be at the sole cost and expense of Lessor.", [("Lessor", "obligation")]),
        ("Lessor is under no obligation to insure.", []),
        ("It is incumbent upon Lessee to report leaks.", [("Lessee", "obligation")]),
        ("Lessee shall be answerable to Lessor for the acts of its guests.", [("Lessee", "obligation")]),
        ("Supplier does hereby agree to insure the Goods.", [("Supplier", "obligation")]),
        (
            "Supplier hereby indemnifies Customer and agrees to hold it harmless from claims.",
            [("Supplier", "obligation"), ("Supplier", "obligation")],
        ),
        (
            "Lessee covenants with Lessor to pay the rent and not to assign this Lease.",
            [("Lessee", "obligation"), ("Lessee", "prohibition")],
        ),
        (
            "So long as the Loan is unpaid, Borrower covenants with Lender that it will keep books.",
            [("Borrower", "obligation")],
        ),
        # what entitles nobody states nothing, and who decides not to act is not forbidden to
        ("Failure to object shall not entitle Customer to a refund.", []),
        ("No delay by Lessor shall entitle Lessee to an abatement.", []),
        ("Lessee may choose to renew and not to expand.", [("Lessee", "permission")]),
    ],
)
def test_side_named_after(text: str, expected: list[tuple[str, str]]) -> None:
    assert stated(text, of=()) == expected
