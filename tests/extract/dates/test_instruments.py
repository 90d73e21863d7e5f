"""Amendments, later agreements, order forms, break rights, and figures against words."""

from datetime import date

import pytest

from tests.extract.dates.key_dates_reader import TERM, told_of

Case = tuple[tuple[str, ...], str | None, date, dict[str, object]]
AMENDMENTS: list[Case] = [
    (
        (
            TERM,
            "AMENDMENT NO. 1 dated December 1, 2025",
            "As amended, the Term is extended to and including March 31, 2027.",
        ),
        None,
        date(2026, 5, 1),
        {"expiration": date(2027, 3, 31)},
    ),
    (
        (
            TERM,
            "It renews automatically for a year at a time unless notice is given at least ninety (90) "
            "days before it ends.",
            "FIRST AMENDMENT dated December 1, 2025",
            "1. The Term is extended, so that it now ends on March 31, 2027.",
            '2. In Section 2 the words "ninety (90) days" are replaced by "forty-five (45) days".',
        ),
        None,
        date(2026, 5, 1),
        {"expiration": date(2027, 3, 31), "notice": "45 day", "deadline": date(2027, 2, 14)},
    ),
    (
        (
            TERM,
            "It renews automatically for a year at a time unless notice is given at least ninety (90) "
            "days before it ends.",
            "AMENDMENT dated December 1, 2025",
            "The notice period for non-renewal is shortened from ninety (90) days to thirty (30) days. "
            "All other terms stay the same.",
        ),
        None,
        date(2026, 5, 1),
        {"expiration": date(2026, 1, 31), "notice": "30 day", "deadline": date(2027, 1, 1)},
    ),
    (
        (
            TERM,
            "It renews automatically for a year at a time unless notice is given at least ninety (90) "
            "days before it ends.",
            "AMENDED AND RESTATED SERVICES AGREEMENT",
            "This Amended and Restated Services Agreement is made on March 1, 2026 and replaces in its "
            "entirety the Services Agreement of January 15, 2025.",
            "2. Term. The term begins on March 1, 2026 and ends on August 31, 2027.",
            "It renews automatically for six (6) months at a time unless notice is given at least thirty "
            "(30) days before it ends.",
        ),
        None,
        date(2026, 5, 1),
        {"expiration": date(2027, 8, 31), "notice": "30 day", "renewal": "6 month", "deadline": date(2027, 8, 1)},
    ),
]
ORDERS: list[Case] = [
    (
        (
            "This Master Agreement remains in effect while any Order Form is in force.",
            "ORDER FORM NO. 1",
            "The subscription begins on March 1, 2025 and ends on February 28, 2027. It renews "
            "automatically for one year at a time unless Customer gives notice sixty (60) days before its "
            "end.",
            "ORDER FORM NO. 2",
            "The subscription begins on June 1, 2025 and ends on May 31, 2027. It renews automatically "
            "for one year at a time unless Customer gives notice ninety (90) days before its end.",
        ),
        None,
        date(2026, 5, 1),
        {"clocks": {date(2026, 12, 30), date(2027, 3, 2)}},
    ),
    (
        (
            "This agreement applies until all Statements of Work have ended.",
            "STATEMENT OF WORK A",
            "Term: from May 1, 2025 to April 30, 2027, extended automatically by twelve months at a time "
            "unless Customer objects in writing at least one (1) month before the end.",
            "STATEMENT OF WORK B",
            "Term: this Statement of Work has the same end date as Statement of Work A; notice against "
            "its extension is to be given at least two (2) months before the end.",
        ),
        None,
        date(2026, 5, 1),
        {"clocks": {date(2027, 2, 28), date(2027, 3, 30)}},
    ),
    (
        (
            "The term begins on 1 April 2025 and ends on 31 March 2030. There is no renewal.",
            "The Customer may end this agreement on 31 March 2028 by giving at least six months' prior "
            "written notice, provided all fees are paid.",
        ),
        None,
        date(2026, 5, 1),
        {"expiration": date(2030, 3, 31), "clocks": {date(2027, 9, 30)}, "end": date(2030, 3, 31)},
    ),
    (
        (
            "The term is five (5) years from April 1, 2025.",
            "Widget Ltd has a one-off right to terminate with effect from April 1, 2028 upon ninety (90) "
            "days' notice to Acme Ltd.",
        ),
        None,
        date(2026, 5, 1),
        {"expiration": date(2030, 4, 1), "clocks": {date(2028, 1, 2)}},
    ),
]
FIGURES: list[Case] = [
    (
        (
            TERM,
            "It renews automatically for a year at a time unless notice is given at least forty-five (54) "
            "days before it ends.",
            "Where a number is written in words and in figures, the words prevail.",
        ),
        None,
        date(2026, 5, 1),
        {"notice": "45 day", "deadline": date(2026, 12, 17)},
    ),
    (
        (
            TERM,
            "It renews automatically for a year at a time unless notice is given at least forty-five (54) "
            "days before it ends.",
            "In the event of a discrepancy between words and figures, figures shall govern.",
        ),
        None,
        date(2026, 5, 1),
        {"notice": "54 day", "deadline": date(2026, 12, 8)},
    ),
    (
        (
            TERM,
            "It renews automatically for a year at a time unless notice is given at least 30 days before it ends.",
            "A notice sent by courier is deemed received two (2) days after dispatch. A copy goes by "
            "first-class mail to counsel, which is deemed received five (5) days after mailing, and no "
            "notice is effective until the copy is received.",
        ),
        None,
        date(2026, 5, 1),
        {"deadline": date(2027, 1, 1), "send_by": date(2026, 12, 27)},
    ),
]


def test_what_may_yet_be_agreed_changes_no_end() -> None:
    told = told_of(
        TERM, "The parties may agree to extend the Term to December 31, 2027.", law=None, as_of=date(2025, 5, 1)
    )
    assert told["expiration"] == date(2026, 1, 31)


@pytest.mark.parametrize(("texts", "law", "as_of", "answer"), [*AMENDMENTS, *ORDERS, *FIGURES])
def test_what_is_told(texts: tuple[str, ...], law: str | None, as_of: date, answer: dict[str, object]) -> None:
    told = told_of(*texts, law=law, as_of=as_of)
    assert {key: told[key] for key in answer} == answer
