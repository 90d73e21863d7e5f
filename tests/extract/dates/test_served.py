"""A notice that the paper says was given: the contract ends with the running term, or on the day the words name."""

from datetime import date

import pytest

from legalai.extract.dates.served import find_served
from legalai.extract.segmentation.passages import Passage
from tests.extract.dates.key_dates_reader import TERM, read

RENEWS = "This Agreement renews automatically for successive one-year terms unless either party gives 60 days' notice."

# Words, the day of the notice, the last day of the contract.
GIVEN = [
    (
        "Supplier acknowledges that on 2 March 2025 it received notice, and that this Agreement will not be renewed.",
        (2, 3),
        None,
    ),
    ("On 3 May 2025 the Customer gave the Supplier notice of non-renewal.", (3, 5), None),
    ("Notice of non-renewal was served by the Tenant on 12 March 2025.", (12, 3), None),
    (
        "By letter dated 1 July 2025 Ashbrook notified Fenwick that it has elected not to renew the Agreement.",
        (1, 7),
        None,
    ),
    ("NOTICE SERVED 14 October 2025", (14, 10), None),
    ("Notice of non-renewal received: 14 October 2025", (14, 10), None),
    ("The Licensee has notified the Licensor on 5 May 2025 of its decision not to renew.", (5, 5), None),
    ("We hereby acknowledge your notice of 7 August 2025 not to extend the contract.", (7, 8), None),
    (
        "Supplier acknowledges that it received on 14 October 2025 the notice that Client does not wish to renew the"
        " Agreement dated 5 January 2024, which will therefore end on 30 January 2026.",
        (14, 10),
        date(2026, 1, 30),
    ),
    (
        "The Customer has given notice to terminate this Agreement with effect from 31 March 2026.",
        None,
        date(2026, 3, 31),
    ),
]

NOT_GIVEN = [
    "If Supplier confirms by March 2, 2025 a notice that this Agreement will not be renewed, it repays the deposit.",
    "This Agreement renews unless a party gives notice of non-renewal by 30 November 2025.",
    "Either party may give notice of termination on or before 31 December 2025.",
    "The notice of non-renewal must be received by 1 October 2025.",
    "The Customer gave notice of non-renewal of the Prior Agreement on 3 May 2024.",
    "Where the Customer has given notice to terminate before 31 March 2025, no fee is due.",
    "No notice of non-renewal was given by 31 March 2025.",
    "A notice given after 1 May 2025 shall not stop the renewal.",
    "Tenant shall have given notice of its election not to renew by 1 May 2025.",
    "Supplier gave notice of a change of its address on 1 May 2025.",
]


def passage(text: str) -> Passage:
    return Passage(text=text, start=0, end=len(text), block=0)


@pytest.mark.parametrize(("text", "day", "ends_on"), GIVEN)
def test_a_notice_that_was_given_is_read_with_its_days(
    text: str, day: tuple[int, int] | None, ends_on: date | None
) -> None:
    found = find_served([passage(text)])
    assert found is not None
    assert found.day == (date(2025, day[1], day[0]) if day else None)
    assert found.ends_on == ends_on


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_a_notice_that_may_come_or_is_of_another_contract_is_none(text: str) -> None:
    assert find_served([passage(text)]) is None


@pytest.mark.parametrize("as_of", [date(2025, 11, 1), date(2027, 6, 1)])
def test_the_term_that_runs_when_notice_is_given_is_the_last(as_of: date) -> None:
    renewing = read(TERM, RENEWS, as_of=as_of)
    found = read(TERM, RENEWS, "On 14 October 2025 the Customer gave notice of non-renewal.", as_of=as_of)
    assert renewing.notice_deadline is not None
    assert found.notice_deadline is None
    assert found.current_term_end == date(2026, 1, 31)
    assert not any(clock.what == "stop automatic renewal" for clock in found.clocks)
    assert "2025-10-14" in found.proof[-1].rule


def test_a_notice_that_names_the_last_day_ends_the_contract_on_it() -> None:
    said = "The Customer has given notice to terminate this Agreement with effect from 31 March 2027."
    found = read(TERM, RENEWS, said, as_of=date(2026, 6, 1))
    assert found.ending is not None
    assert (found.ending.why, found.ending.on) == ("terminated", date(2027, 3, 31))
    assert found.notice_deadline is None
