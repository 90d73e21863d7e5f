"""A deadline of hours is told in its words, with what it counts from."""

import pytest

from tests.extract.obligations.duties import duties


@pytest.mark.parametrize(
    ("text", "deadline", "anchor"),
    [
        ("Supplier shall report a fault within 24 hours after becoming aware of it.", None, "becoming aware of it"),
        ("Supplier must reply within four (4) hours of a call.", "within four (4) hours of a call", "a call"),
        ("Supplier shall, within 36 hours from receipt, replace the part.", "within 36 hours from receipt", "receipt"),
        ("3.1 Within two hours of an alarm the Supplier shall attend.", "Within two hours of an alarm", "an alarm"),
        ("Supplier shall repair the pump no later than 72 hours after discovery.", None, "discovery"),
        ("Customer may cancel a visit upon 24 hours' written notice.", "upon 24 hours' written notice", "notice"),
        (
            "Supplier shall answer each call in not more than 8 business hours.",
            "in not more than 8 business hours",
            None,
        ),
        ("Supplier shall reply in no more than two hours from a call.", None, "a call"),
        ("Supplier shall reply within thirty minutes.", "within thirty minutes", None),
    ],
)
def test_hours_are_a_deadline(text: str, deadline: str | None, anchor: str | None) -> None:
    [duty] = duties(text)
    assert duty.deadline
    assert duty.deadline.anchor == anchor
    assert deadline in (None, duty.deadline.text)
    assert "hours" not in duty.action


@pytest.mark.parametrize(
    "text",
    [
        "Supplier shall work at least 40 hours per week.",
        "Supplier shall train its staff for not more than 8 hours.",
        "Supplier shall be available 24 hours a day.",
        "Supplier shall provide not less than 20 hours of training.",
    ],
)
def test_hours_that_say_how_much_are_no_deadline(text: str) -> None:
    assert [duty.deadline for duty in duties(text)] == [None]
