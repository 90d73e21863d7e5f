"""What a duty depends on, and whom it is owed, where a sentence says more than one thing."""

import pytest

from tests.extract.obligations.duties import duties


@pytest.mark.parametrize(
    ("text", "actions", "condition"),
    [
        (
            "The Supplier shall mend the pumps, and, subject to clause 2.2, shall refund the price.",
            ["mend the pumps", "refund the price"],
            "subject to clause 2.2",
        ),
        (
            "The Supplier shall mend the pumps and, if the Customer asks, shall replace them.",
            ["mend the pumps", "replace them"],
            "if the Customer asks",
        ),
    ],
)
def test_condition_set_off_before_a_second_duty_is_its_own(text: str, actions: list[str], condition: str) -> None:
    found = duties(text)
    assert [duty.action for duty in found] == actions
    assert [duty.condition for duty in found] == [None, condition]


def test_lead_in_holds_for_a_second_duty_of_the_same_side() -> None:
    found = duties("1.1 If it rains, the Supplier shall cover the pumps and shall call the Customer.")
    assert [duty.condition for duty in found] == ["If it rains"] * 2


def test_lead_in_is_told_once_where_the_second_duty_has_two_verbs() -> None:
    found = duties("If it rains, the Supplier shall stop the test and shall cover the pumps and keep a log.")
    assert [duty.condition for duty in found] == ["If it rains"] * 3


def test_lead_in_does_not_reach_a_sentence_of_its_own() -> None:
    _, second = duties("If it rains, the Supplier shall cover the pumps. The Supplier shall keep a log.")
    assert second.condition is None


def test_act_that_is_forbidden_and_secured_is_both() -> None:
    first, second = duties("The Supplier shall not, and shall ensure that its staff do not, disclose the plans.")
    assert (first.modality, first.action) == ("prohibition", "disclose the plans")
    assert second.modality == "obligation"


def test_where_somebody_fails_is_a_condition() -> None:
    [duty] = duties("The Supplier may stop work where the Customer fails to pay.")
    assert (duty.action, duty.condition) == ("stop work", "where the Customer fails to pay")


def test_where_behind_a_place_is_no_condition() -> None:
    [duty] = duties("The Supplier shall clean the premises where the Customer has stored pumps.")
    assert duty.condition is None


@pytest.mark.parametrize("exception", ["except to an Affiliate", "save to an Affiliate", "other than to the Customer"])
def test_duty_is_not_owed_to_whom_the_exception_names(exception: str) -> None:
    [duty] = duties(f"The Supplier shall not disclose the plans {exception}.")
    assert duty.obligee is None


@pytest.mark.parametrize(
    "day", ["no later than the fifth day of each month", "not later than the 3rd of every quarter"]
)
def test_latest_day_of_a_cycle_is_a_whole_deadline(day: str) -> None:
    [duty] = duties(f"The Supplier shall send a bill {day}.")
    assert (duty.action, duty.deadline and duty.deadline.text) == ("send a bill", day)
