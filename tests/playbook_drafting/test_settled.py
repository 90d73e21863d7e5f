"""The three places of a position, from the values that contracts have."""

import pytest

from legalai.playbook import SideName
from legalai.playbook_drafting.catalogue import QUANTITIES
from legalai.playbook_drafting.quantities import Value
from legalai.playbook_drafting.settled import Settled, settle

BY_ID = {quantity.id: quantity for quantity in QUANTITIES}


@pytest.mark.parametrize(
    ("quantity", "side", "values", "expected"),
    [
        # the best that a quarter has; what most have; the worst
        ("payment-days", "customer", [30, 30, 30, 45, 60, 60, 15], Settled(60, 30, 15)),
        ("payment-days", "supplier", [30, 30, 30, 45, 60, 60, 15], Settled(30, 30, 60)),
        # one in five is not a quarter
        ("payment-days", "customer", [30, 30, 30, 30, 90], Settled(30, 30, 30)),
        # all differ: each is a quarter, and the median is accepted as often as any
        ("cap-months", "customer", [6, 12, 24], Settled(24, 12, 6)),
        # none is a quarter: the median is preferred, unless more have something better
        ("cap-months", "customer", [1, 2, 3, 4, 5, 6, 7, 8, 9], Settled(5, 5, 1)),
        ("cap-months", "customer", [1, 2, 3, 4, 5, 6, 7, 9, 9], Settled(9, 9, 1)),
        (
            "assignment",
            "customer",
            ["consent", "consent", "reasonable", "group"],
            Settled("group", "consent", "consent"),
        ),
        ("governing-law", "customer", ["Ohio", "Ohio", "Iowa"], Settled("Ohio", "Iowa", "Ohio")),
        ("governing-law", "customer", ["Ohio", "Ohio", "Ohio"], Settled("Ohio", "Ohio", "Ohio")),
    ],
)
def test_settled(quantity: str, side: SideName, values: list[Value], expected: Settled) -> None:
    assert settle(BY_ID[quantity], values, side) == expected
