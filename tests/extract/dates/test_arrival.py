"""Given, sent or received: a notice that counts only once it is there has no day to send without a time to travel."""

from datetime import date

import pytest

from tests.extract.dates.test_clocks import TERM, read

STOP = (
    "It renews automatically for a year at a time unless notice is given at least 60 days before the end of the term."
)


@pytest.mark.parametrize(
    ("said", "send_by"),
    [
        ("Notices take effect when they are received.", None),
        ("A notice counts only if it has actually been received.", None),
        ("Notices are effective at the moment of receipt.", None),
        ("All notices are deemed given upon delivery.", None),
        ("A notice is effective once it reaches the addressee.", None),
        (
            "A notice must be in writing and delivered by nationally recognized overnight courier to the address of "
            "the recipient stated above, marked for the attention of its General Counsel, and takes effect on receipt.",
            None,
        ),
        ("Notices are effective on dispatch.", date(2026, 11, 1)),
        ("Notices are given by sending them.", date(2026, 11, 1)),
        (
            "All notices shall be in writing and sent by overnight courier to the addresses that the parties have "
            "given to each other for that purpose, and shall be effective upon the second calendar day after deposit.",
            date(2026, 10, 30),
        ),
        ("Notices count when received; a letter is deemed received two days after posting.", date(2026, 10, 30)),
    ],
)
def test_the_day_to_send(said: str, send_by: date | None) -> None:
    found = read(TERM, STOP, said, law="us-tx")
    assert (found.notice_deadline, found.send_by) == (date(2026, 11, 1), send_by)


def test_under_german_law_a_last_day_on_a_sunday_stays() -> None:
    # BGB s. 193 moves the end of a time to act, not of a notice: 16 May 2027 is Whit Sunday.
    found = read(
        "2. Term. The term begins on January 1, 2025 and ends on May 31, 2027.",
        "It renews automatically for one year at a time unless notice is given at least 15 days before it ends.",
        law="de",
        as_of=date(2027, 1, 1),
    )
    assert found.notice_deadline == date(2027, 5, 16)


def test_blank_boxes_of_an_order_form_give_no_day() -> None:
    found = read(
        "ORDER FORM",
        "Start date: 1 March 2025",
        "Initial term: 12 months",
        "Auto-renewal: [ ] yes [ ] no",
        "Notice of non-renewal: ____ days before the end of the term",
    )
    assert (found.renewal.term, found.notice_period, found.notice_deadline) == (None, None, None)
    assert found.clocks == ()
