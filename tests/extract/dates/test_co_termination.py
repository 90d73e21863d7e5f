"""Order forms that end with another have its end, and each keeps its own clock."""

from datetime import date

import pytest

from tests.extract.dates.test_clocks import read

FIRST = (
    "Order Form No. 1",
    "The subscription begins on March 1, 2025 and ends on February 28, 2027. It renews automatically for one year at a "
    "time unless Buyer gives notice sixty (60) days before its end.",
)
BY = date(2026, 12, 30)


@pytest.mark.parametrize(
    "said",
    [
        "The added seats begin on June 1, 2025 and shall co-terminate with Order Form No. 1.",
        "The term of this order is co-terminous with the subscription term of Order Form No. 1.",
        "The added seats expire on the same date as the initial Order Form.",
        "The added seats run from June 1, 2025 until the end of the term of Order Form No. 1.",
        "The added modules are coterminous with the first order.",
    ],
)
def test_an_order_ends_with_another_by_its_own_words(said: str) -> None:
    found = read(*FIRST, "Order Form No. 2", said)
    assert {clock.instrument: clock.notice_by for clock in found.clocks if clock.notice_by} == {
        "Order Form No. 1": BY,
        "Order Form No. 2": BY,
    }
    assert [q.text for clock in found.clocks for s in clock.proof if s.step == "co-termination" for q in s.quotes] == [
        said
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Each Order Form co-terminates with the first Order Form.",
        "All additional Order Forms shall be co-terminous with Order Form No. 1.",
    ],
)
def test_the_master_may_say_it_of_all(said: str) -> None:
    found = read(said, *FIRST, "Order Form No. 2", "The added seats begin on June 1, 2025.")
    assert {clock.instrument for clock in found.clocks if clock.notice_by == BY} == {
        "Order Form No. 1",
        "Order Form No. 2",
    }


def test_an_order_with_an_end_of_its_own_keeps_it_against_the_words_for_all() -> None:
    found = read(
        "Each Order Form co-terminates with the first Order Form.",
        *FIRST,
        "Order Form No. 2",
        "The services begin on June 1, 2025 and end on May 31, 2028. There is no renewal.",
    )
    ends = {clock.instrument: clock.effective_on for clock in found.clocks if clock.effective_on}
    assert ends == {"Order Form No. 1": date(2027, 2, 28), "Order Form No. 2": date(2028, 5, 31)}


def test_the_clause_on_notices_holds_for_orders_too() -> None:
    found = read(
        "All notices shall be sent by courier; e-mail is not valid notice.",
        *FIRST,
        "Order Form No. 2",
        "The added seats shall co-terminate with Order Form No. 1.",
    )
    told = {(c.instrument, c.notice.form, c.notice.not_by) for c in found.clocks if c.notice_by}
    assert told == {(f"Order Form No. {number}", "by courier", "by e-mail") for number in (1, 2)}


def test_a_master_lives_as_long_as_its_last_order() -> None:
    found = read(
        "This Agreement remains in force while any Order Form is in effect.",
        *FIRST,
        "Order Form No. 2",
        "The services begin on June 1, 2025 and end on May 31, 2028. There is no renewal.",
    )
    assert (found.current_term_end, found.notice_deadline) == (date(2028, 5, 31), None)
