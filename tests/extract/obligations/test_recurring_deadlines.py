"""What must be done again and again, in the words of leases, loans and plans."""

import pytest

from legalai.extract.obligations.obligation_deadlines import find_deadline


@pytest.mark.parametrize(
    ("text", "recurring"),
    [
        ("pay the rent on the usual quarter days", "on the usual quarter days"),
        ("test the alarms every six months", "every six months"),
        ("test the alarms every 90 days", "every 90 days"),
        ("repay the Loan in twenty-four equal monthly instalments", "in twenty-four equal monthly instalments"),
        ("pay interest on the last day of March, June and September", "on the last day of March, June and September"),
        ("submit timesheets on Fridays", "on Fridays"),
        ("pay on 1 March and within ten days after each delivery", None),
    ],
)
def test_recurring(text: str, recurring: str | None) -> None:
    found = find_deadline(text, 0, len(text))
    assert (found.deadline.recurring if found else None) == recurring
