"""An order form without its master has a clock of its own, where its own words give start and term."""

from datetime import date

import pytest

from legalai.extract.dates.key_dates import find_key_dates
from legalai.extract.segmentation.sentences import find_passages
from legalai.schema import KeyDates
from tests.extract.builders import document_from_text
from tests.extract.dates.key_dates_reader import TODAY


def read(*lines: str) -> KeyDates:
    passages = find_passages(document_from_text("\n".join(lines) + "\n"))
    return find_key_dates(passages, (), parties=(), defined_terms=(), governing_law=None, as_of=TODAY)


@pytest.mark.parametrize(
    ("lines", "end", "last_day"),
    [
        (
            (
                "Order Form No. 3", "Subscription Start Date: 1 July 2026", "Subscription End Date: 30 June 2027",
                "Auto-renewal: yes, 12 months", "Notice of non-renewal: 90 days",
            ),
            date(2027, 6, 30), date(2027, 4, 1),
        ),
        (
            ("ORDER FORM", "Subscription Term: March 15, 2026 through March 14, 2027", "Renewal Term: 12 months",
             "Non-renewal notice: 30 days"),
            date(2027, 3, 14), date(2027, 2, 12),
        ),
        (
            (
                "STATEMENT OF WORK NO. 1", "1. The work begins on February 2, 2026 and ends on February 1, 2027.",
                "2. This Statement of Work is extended automatically for one year at a time unless Bolt gives Acme"
                " sixty days' written notice before the end.",
            ),
            date(2027, 2, 1), date(2026, 12, 3),
        ),
        (
            (
                "ORDER FORM", "Effective Date of this Order: April 10, 2026",
                "Term: This Order runs for two years from its effective date and then renews automatically year by year"
                " unless a party gives three months' notice.",
            ),
            date(2028, 4, 10), date(2028, 1, 10),
        ),
    ],
)  # fmt: skip
def test_an_order_form_alone(lines: tuple[str, ...], end: date, last_day: date) -> None:
    found = read(*lines)
    assert (found.current_term_end, found.notice_deadline) == (end, last_day)
    assert [clock.notice_by for clock in found.clocks] == [last_day]


def test_no_renewal_by_label_and_an_end_that_is_no_day_of_signing() -> None:
    found = read("Work Order A", "Start date: 1 September 2026", "End date: 31 August 2027", "Auto-renewal: no")
    assert (found.renewal.kind, found.agreement_date.value) == ("none", None)


def test_the_length_of_a_renewal_is_no_first_term() -> None:
    text = "This order will automatically renew for one-year periods unless you notify us 45 days before its end."
    assert read("Quote", text).initial_term is None
