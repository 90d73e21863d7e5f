"""What a right to break turns on is told beside its last day, and never taken to be met."""

from datetime import date

import pytest

from tests.extract.dates.test_clocks import read

TERM = "The term begins on 1 January 2025 and ends on 31 December 2029."
BREAK = "Buyer may terminate this Agreement on 31 December 2027 by giving not less than six months' written notice"


@pytest.mark.parametrize(
    ("texts", "conditions"),
    [
        ((f"{BREAK}, provided that all sums due have been paid.",), ["provided that all sums due have been paid."]),
        ((f"{BREAK}, on condition that it is not in breach.",), ["on condition that it is not in breach."]),
        (
            (f"{BREAK} and upon payment of a fee of three months' rent.",),
            ["upon payment of a fee of three months' rent."],
        ),
        ((f"{BREAK}, so long as no default is continuing.",), ["so long as no default is continuing."]),
        (
            (f"{BREAK}.", "The break shall be of no effect unless Buyer gives vacant possession on that day."),
            ["The break shall be of no effect unless Buyer gives vacant possession on that day."],
        ),
        (
            (f"{BREAK}.", "This right may only be exercised if the rent is paid to date."),
            ["This right may only be exercised if the rent is paid to date."],
        ),
        ((f"{BREAK}.", "The rent is payable unless the premises are destroyed."), []),
        ((f"{BREAK}, subject to clause 4.",), []),
        ((f"{BREAK}.",), []),
    ],
)
def test_the_conditions_of_a_break(texts: tuple[str, ...], conditions: list[str]) -> None:
    found = read(TERM, *texts, law="us-tx")
    (clock,) = [each for each in found.clocks if each.what == "end the contract on its break day"]
    assert clock.notice_by == date(2027, 6, 30)
    told = [step for step in clock.proof if step.step == "conditions of the break"]
    assert [quote.text for step in told for quote in step.quotes] == conditions
    assert all(step.result == "not known whether they are met" for step in told)
