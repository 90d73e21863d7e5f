"""Whose notice a clause gives, what is no notice against renewal, where a term ends without its day, and sending."""

from datetime import date

import pytest

from legalai.extract.dates.term.term import find_terms
from tests.extract.dates.test_clocks import TERM, read
from tests.extract.passage_builder import clause_at, passages_of

RENEWS = "It renews automatically for successive one-year terms unless"
STOP = f"{RENEWS} Buyer gives sixty (60) days written notice before the end of the term."


@pytest.mark.parametrize(
    ("unless", "clocks"),
    [
        (
            "the Buyer gives thirty (30) days or the Supplier gives one hundred eighty (180) days written notice "
            "before the end of the then-current term.",
            {"Buyer": date(2026, 12, 1), "Supplier": date(2026, 7, 4)},
        ),
        (
            "Buyer gives thirty (30) days, or Supplier gives one hundred eighty (180) days, written notice before "
            "the end of the then-current term.",
            {"Buyer": date(2026, 12, 1), "Supplier": date(2026, 7, 4)},
        ),
        (
            "cancelled by Buyer (60 days) or Supplier (120 days) in writing before the end of the term.",
            {"Buyer": date(2026, 11, 1), "Supplier": date(2026, 9, 2)},
        ),
        (
            "terminated by the Supplier on not less than 120 days' or the Buyer on not less than 60 days' notice "
            "before the end of the term.",
            {"Buyer": date(2026, 11, 1), "Supplier": date(2026, 9, 2)},
        ),
        ("a party gives sixty (60) days or more written notice before the end of the term.", {None: date(2026, 11, 1)}),
    ],
)
def test_two_parties_share_the_words_of_one_notice(unless: str, clocks: dict[str | None, date]) -> None:
    found = read(TERM, f"{RENEWS} {unless}", law="us-ny")
    assert {c.party: c.notice_by for c in found.clocks if c.what == "stop automatic renewal"} == clocks


@pytest.mark.parametrize(
    ("fees", "told_by"),
    [
        (
            "Supplier may increase the Fees for any renewal term by notice given at least thirty (30) days before the "
            "end of the current term.",
            "2026-12-01",
        ),
        ("The prices of the next term are announced by written notice ten (10) days before it begins.", "2026-12-21"),
        (
            "Supplier may adjust its rates for a renewal by ninety (90) days notice before the end of the term.",
            None,
        ),
    ],
)
def test_a_notice_of_prices_is_no_notice_against_renewal(fees: str, told_by: str | None) -> None:
    found = read(TERM, STOP, f"3. Fees. {fees}", law="us-ny")
    (stop,) = [clock for clock in found.clocks if clock.what == "stop automatic renewal"]
    assert stop.notice_by == date(2026, 11, 1)
    assert next((s.result for s in stop.proof if s.step == "price of the renewal"), None) == told_by


@pytest.mark.parametrize(
    "runs",
    [
        "from 1 January 2025 to but excluding 1 January 2027",
        "from 1 January 2025 until but not including 1 January 2027",
        "from 1 January 2025 up to but not including 1 January 2027",
        "from and including 1 January 2025 to, but excluding, 1 January 2027",
        "from 1 January 2025 until 1 January 2027 (exclusive)",
        "from 1 January 2025 until but not including the second anniversary of 1 January 2025",
        "from 1 January 2025 until and including 31 December 2026",
    ],
)
def test_a_day_that_is_left_out_is_not_the_last(runs: str) -> None:
    found = read(f"2. Term. This Agreement runs {runs} and renews automatically for one year at a time unless a party "
        "gives 30 days notice before the end of the term.")  # fmt: skip
    assert found.expiration_date.value == found.current_term_end == date(2026, 12, 31)
    assert found.notice_deadline == date(2026, 12, 1)


@pytest.mark.parametrize("as_of", [date(2028, 5, 1), date(2031, 5, 1)])
@pytest.mark.parametrize("terms", ["one-year terms", "one (1) year periods", "12-month terms", "terms of one year"])
def test_terms_in_the_plural_follow_each_other(terms: str, as_of: date) -> None:
    found = read(TERM, f"This Agreement shall automatically renew for {terms} unless a party gives 60 days notice "
        "before the end of the term.", as_of=as_of)  # fmt: skip
    assert found.current_term_end == date(as_of.year, 12, 31)


def test_terms_that_are_counted_do_not_go_on() -> None:
    found = read(TERM, "This Agreement shall automatically renew for two one-year terms.", as_of=date(2031, 5, 1))
    assert found.current_term_end is None


@pytest.mark.parametrize(
    ("notice", "notices", "send_by"),
    [
        ("which must be received at least 60 days before the end of the term", "", None),
        ("that the other party receives at least 60 days before the end of the term", "", None),
        ("at least 60 days before the end of the term", "Notices are effective only upon actual receipt.", None),
        (
            "which must be received at least 60 days before the end of the term",
            "Notices are deemed received three days after posting.",
            date(2026, 10, 29),
        ),
        (
            "which must be received at least 59 days before the end of the term",
            "What is received on a day that is not a Business Day is deemed received on the next Business Day.",
            None,
        ),
        ("at least 60 days before the end of the term", "", date(2026, 11, 1)),
    ],
)
def test_a_notice_that_must_arrive_has_no_day_to_send_without_a_time_to_travel(
    notice: str, notices: str, send_by: date | None
) -> None:
    found = read(TERM, f"{RENEWS} a party gives written notice {notice}.", f"3. Notices. {notices}", law="us-ny")
    assert found.notice_deadline in (date(2026, 11, 1), date(2026, 11, 2))
    assert found.send_by == send_by
    assert (found.proof[-1].result == "not known") is (send_by is None)


def test_the_terms_that_follow_are_not_the_first() -> None:
    passages = passages_of("It is followed by terms of one year each, unless a party has given three months' notice.")
    clause = clause_at(passages, "Expiration Date", "terms of one year each")
    assert find_terms(passages, (clause,), None) == ()
