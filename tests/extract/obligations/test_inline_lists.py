"""A list inside a sentence gives a row for each of its items."""

import pytest

from tests.extract.obligations.duties import duties


@pytest.mark.parametrize(
    "opening",
    [
        "2.1 Upon termination the Supplier shall: ",
        "2.1 During the Term the Supplier must ",
        "The Supplier agrees to: ",
        "The Supplier undertakes to ",
        "If the pumps fail the Supplier shall: ",
    ],
)
def test_items_of_a_list_are_duties(opening: str) -> None:
    found = duties(f"{opening}(a) return the keys; (b) delete the data; and (c) pay the Fees.")
    assert [(duty.obligor, duty.action) for duty in found] == [
        ("Supplier", "return the keys"),
        ("Supplier", "delete the data"),
        ("Supplier", "pay the Fees"),
    ]


def test_item_may_begin_with_its_deadline() -> None:
    first, second = duties("The Supplier shall: (i) stop work; and (ii) within five days, hand over the keys.")
    assert (first.action, second.action) == ("stop work", "hand over the keys")
    assert second.deadline
    assert second.deadline.text == "within five days"
