"""The days on which a contract may be broken before its end, each with its last day for notice."""

from datetime import date

import pytest

from legalai.schema import Clock
from tests.extract.dates.key_dates_reader import dates_of
from tests.extract.passage_builder import document_of, passages_of

LEASE = (
    'This Lease is made on December 10, 2024 between Acme Ltd ("Landlord") and Bolt Ltd ("Tenant").',
    'The term begins on 1 January 2025 (the "Commencement Date") and ends on 31 December 2034.',
)
SERVICES = (
    'This Agreement is made as of March 1, 2024 (the "Effective Date") between Acme Ltd and Bolt Ltd.',
    "This Agreement commences on the Effective Date and continues for seven years.",
)
RENEWED = (*SERVICES, "It then renews automatically for one year at a time.")
CONTRACT_YEARS = (
    *SERVICES,
    '"Contract Year" means each period of twelve months beginning on the Effective Date or on an anniversary of it.',
)
NAMED = (*LEASE, '"Break Date" means 24 June 2027 or 24 June 2030.')


def _clocks(*texts: str) -> tuple[Clock, ...]:
    passages = passages_of(*texts)
    found = dates_of(passages, jurisdiction="us-tx", as_of=date(2026, 11, 21)).clocks
    document = document_of(passages)
    for step in (step for clock in found for step in clock.proof):
        assert all(document[quote.start : quote.end] == quote.text for quote in step.quotes)
    return found


@pytest.mark.parametrize(
    ("before", "right", "days"),
    [
        (LEASE, "Tenant may break it on the fifth anniversary of the Commencement Date on six months' notice.",
         {"2030-01-01": "2029-07-01"}),
        (LEASE, "Tenant may, on nine months' notice, end it on the 3rd or 5th anniversary of the Commencement Date.",
         {"2028-01-01": "2027-04-01", "2030-01-01": "2029-04-01"}),
        (LEASE, "Tenant may end this Lease on 30 June 2027 or 30 June 2029 on at least six months' prior notice.",
         {"2027-06-30": "2026-12-30", "2029-06-30": "2028-12-30"}),
        (LEASE, "Tenant may determine this lease at the expiry of its third or fifth year by six months' notice.",
         {"2027-12-31": "2027-06-30", "2029-12-31": "2029-06-30"}),
        (LEASE, "Tenant may terminate this lease on the day before the fifth anniversary of the Commencement Date on "
         "six months' notice.", {"2029-12-31": "2029-06-30"}),
        (LEASE, "Tenant may terminate this Lease effective as of the end of the eighty-fourth (84th) calendar month "
         "of the Term on nine months' notice.", {"2031-12-31": "2031-03-31"}),
        (NAMED, "The Tenant may terminate this lease on a Break Date by giving at least six months' notice.",
         {"2027-06-24": "2026-12-24", "2030-06-24": "2029-12-24"}),
        (CONTRACT_YEARS, "Bolt may terminate the contract at the end of the third Contract Year by 90 days' notice.",
         {"2027-02-28": "2026-11-30"}),
        (SERVICES, "Bolt can end the contract as of the end of year three by telling Acme in writing at least 90 days "
         "ahead.",
         {"2027-02-28": "2026-11-30"}),
        (SERVICES, "On the third anniversary of the date of this Agreement, Bolt may terminate it on 90 days' notice.",
         {"2027-03-01": "2026-12-01"}),
        (SERVICES, "Either party may terminate it on any anniversary of the Effective Date upon 60 days' notice.",
         {"2027-03-01": "2026-12-31"}),
        (RENEWED, "It may be terminated on the first or any later anniversary of the Effective Date on 60 days notice.",
         {"2027-03-01": "2026-12-31"}),
    ],
)  # fmt: skip
def test_each_day_with_its_last_day_for_notice(before: tuple[str, ...], right: str, days: dict[str, str]) -> None:
    clocks = _clocks(*before, right)
    breaks = {str(clock.effective_on): str(clock.notice_by) for clock in clocks if "break" in clock.what}
    assert breaks == days
    assert not [clock for clock in clocks if "at will" in clock.what or "ground" in clock.what]


def test_a_window_has_its_first_day() -> None:
    clocks = _clocks(
        *LEASE,
        "Tenant may end this Lease on 31 March 2027 by not less than six and not more than twelve months' notice.",
    )
    assert [(clock.window_opens, clock.notice_by) for clock in clocks] == [(date(2026, 3, 31), date(2026, 9, 30))]


@pytest.mark.parametrize(
    "right",
    [
        "Tenant may break this lease on the fifth anniversary of the Rent Start Date on six months' notice.",
        "Tenant may break this lease on the Break Date on six months' notice.",
        "Tenant may end this lease at the end of the 84th month after the Commencement Date on six months' notice.",
    ],
)
def test_a_day_the_text_does_not_give_is_no_right_at_will(right: str) -> None:
    (clock,) = _clocks(*LEASE, right)
    assert (clock.what, clock.effective_on, clock.notice_by) == ("end the contract on its break day", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "After the second anniversary of the Effective Date, either party may end the contract on 90 days' notice.",
        "Either party may terminate the contract at any time on or after 1 March 2027 upon 90 days' notice.",
        "Either party may terminate the contract on 30 June 2028 or at any time thereafter by six months' notice.",
        "Bolt may terminate the contract on 30 days' notice; fees paid on the first anniversary stay.",
        "Acme may terminate if what is due on the second anniversary of the Effective Date is not paid.",
        "Bolt may terminate the contract for convenience by thirty days' notice given on 1 June 2026 or later.",
        "Bolt may cancel the insurance policy at the end of the second year on 30 days' notice.",
        "Either party may terminate the contract upon 90 days' notice, and on 1 March 2026 the fee rises by 5%.",
        "Bolt may terminate the Services on thirty days' notice at the rates in force on 1 May 2026.",
    ],
)
def test_a_day_of_another_thing_is_no_break_day(text: str) -> None:
    assert not [clock for clock in _clocks(*SERVICES, text) if "break" in clock.what]


@pytest.mark.parametrize("words", ["that date", "the start of the term", "the date on which the term begins"])
def test_an_anniversary_of_the_day_the_term_runs_from_is_not_counted_from_another(words: str):
    made = 'This Lease is made as of March 1, 2024 (the "Effective Date") between Acme Ltd and Bolt Ltd.'
    term = "The term runs for ten years from 1 January 2024."
    may = f"Either party may end this Lease on the third anniversary of {words} by six months' notice."
    found = dates_of(passages_of(made, term, may), jurisdiction="us-tx", as_of=date(2026, 3, 1)).clocks
    assert [each.notice_by for each in found if each.effective_on] == [date(2026, 7, 1)]
