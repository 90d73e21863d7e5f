"""The start of an order, by its label or in a table, gives the order a clock."""

from datetime import date

import pytest

from legalai.extract.dates.key_dates import find_key_dates
from legalai.extract.segmentation.sentences import find_passages
from legalai.schema import KeyDates
from tests.extract.builders import document_from_text
from tests.extract.dates.key_dates_reader import read

MASTER = (
    'This Master Agreement is made on 1 January 2025 between Acme Ltd ("Supplier") and Bolt Ltd ("Customer").\n'
    "1. Term. This Agreement continues until terminated by either party on 90 days' notice.\n"
)
RENEWS = (
    "This Order renews automatically for successive 12-month periods unless either party gives 60 days' notice before "
    "the end of the then-current term.\n"
)


def told(text: str) -> KeyDates:
    passages = find_passages(document_from_text(text))
    return find_key_dates(passages, (), parties=(), defined_terms=(), governing_law=None, as_of=date(2026, 5, 1))


@pytest.mark.parametrize(
    ("lines", "start", "end"),
    [
        ("Order Start Date: 1 March 2026\nTerm: 12 months", date(2026, 3, 1), date(2027, 3, 1)),
        ("Subscription Start: 1 April 2026\nSubscription Term: 36 months", date(2026, 4, 1), date(2029, 4, 1)),
        ("Service Commencement Date: 15 May 2026\nInitial Term: 2 years", date(2026, 5, 15), date(2028, 5, 15)),
        ("Contract Start: 1 July 2026\nMinimum term: 12 months", date(2026, 7, 1), date(2027, 7, 1)),
        ("Start of Services: 1 July 2026\nContract length: 12 months", date(2026, 7, 1), date(2027, 7, 1)),
        ("Start | 1 March 2026\nEnd | 28 February 2027", date(2026, 3, 1), date(2027, 2, 28)),
        (
            "Start Date | End Date | Term\n1 March 2026 | 28 February 2027 | 12 months",
            date(2026, 3, 1),
            date(2027, 2, 28),
        ),
        (
            "Service | Start | End | Term\nHosting | 2026-03-01 | 2027-02-28 | 12 months",
            date(2026, 3, 1),
            date(2027, 2, 28),
        ),
    ],
)
def test_an_order_form_alone(lines: str, start: date, end: date) -> None:
    found = told(f"Order Form\n{lines}\n{RENEWS}")
    assert (found.effective_date.value, found.expiration_date.value) == (start, end)
    assert found.notice_deadline is not None


def ends(text: str) -> dict[str, date | None]:
    return {clock.instrument: clock.effective_on for clock in told(text).clocks if "order" in clock.instrument.lower()}


def test_each_order_under_a_master_has_its_clock() -> None:
    orders = "Order Form A\nOrder Start Date: 1 March 2026\nTerm: 12 months\n"
    orders += "Order Form B\nSubscription Start Date: 1 June 2026\nTerm: 24 months\n"
    assert ends(MASTER + orders) == {"Order Form A": date(2027, 3, 1), "Order Form B": date(2028, 6, 1)}


def test_so_has_one_order_and_the_master_does_not_start_with_it() -> None:
    text = f"{MASTER}Order Form No. 1\nOrder Start Date: 1 March 2026\nTerm: 12 months\n{RENEWS}"
    assert ends(text) == {"Order Form No. 1": date(2027, 3, 1)}
    assert told(text).effective_date.value is None


def test_each_row_of_a_table_has_its_clock() -> None:
    table = "Service | Start | End\nHosting | 1 March 2026 | 28 February 2027\nSupport | 1 April 2026 | 31 March 2028\n"
    assert ends(f"{MASTER}Order Form 1\n{table}") == {
        "Order Form 1: Hosting": date(2027, 2, 28),
        "Order Form 1: Support": date(2028, 3, 31),
    }


def test_the_phases_of_a_project_have_none() -> None:
    table = "Service | Start | End\nPhase 1 | 1 March 2026 | 28 April 2026\nPhase 2 | 1 May 2026 | 31 July 2026\n"
    assert ends(f"{MASTER}SOW 1\n{table}") == {}


def test_one_order_whose_renewal_stands_in_the_master_is_one_life_with_it() -> None:
    found = read(
        'This Master Agreement is made on June 14, 2024 (the "Effective Date").',
        "11.2 The initial term of an Order Form begins on its Subscription Start Date and continues for 36 months.",
        "11.3 Each Order Form renews for successive terms of 24 months, unless either Party gives notice of "
        "non-renewal at least 120 days before the end of the then-current term.",
        "ORDER FORM NO. 1",
        "Subscription Start Date: July 1, 2024",
        "Initial term: 36 months from the Subscription Start Date",
    )
    assert found.notice_deadline == date(2027, 3, 2)


@pytest.mark.parametrize("label", ["Order Start Date", "Start Date", "Subscription Start Date", "Commencement Date"])
def test_the_length_of_one_order_runs_from_the_start_beside_it(label: str) -> None:
    found = read(
        'This Services Agreement (this "Agreement") is entered into as of March 1, 2024 (the "Effective Date").',
        "1.1 This Agreement starts on the Effective Date and continues while an Order Form is in force.",
        "1.2 Each Order Form renews automatically for successive periods of 12 months unless either party gives at "
        "least 60 days' notice before the end of its current term.",
        "ORDER FORM NO. 1",
        f"{label}: 1 January 2026",
        "Initial Term: 24 months",
    )
    assert (found.effective_date.value, found.expiration_date.value) == (date(2024, 3, 1), date(2028, 1, 1))


def test_two_starts_beside_it_leave_it_to_the_agreement() -> None:
    found = read(
        'This Services Agreement (this "Agreement") is entered into as of March 1, 2024 (the "Effective Date").',
        "Start Date: 1 January 2026",
        "Commencement Date: 1 February 2026",
        "Initial Term: 24 months",
    )
    assert found.expiration_date.value != date(2028, 1, 1)
