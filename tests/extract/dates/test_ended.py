"""A contract that has ended is told as one: by its own words, or because its last term has run out."""

from datetime import date

import pytest

from tests.extract.dates.key_dates_reader import OPENING, TERM, read

RENEWS = "This Agreement renews automatically for successive one-year terms unless either party gives 60 days' notice."
AS_OF = date(2026, 6, 1)

OVER: list[tuple[tuple[str, ...], str, date | None]] = [
    (
        (
            TERM,
            "This Agreement shall not renew.",
        ),
        "expired",
        date(2026, 1, 31),
    ),
    ((TERM,), "expired", date(2026, 1, 31)),
    (
        (
            TERM,
            ("Either party may terminate this Agreement for material breach not cured within 30 days of notice."),
        ),
        "expired",
        date(2026, 1, 31),
    ),
    (
        (
            TERM,
            RENEWS,
            "This Agreement was terminated by mutual consent with effect from 30 September 2025.",
        ),
        "terminated",
        date(2025, 9, 30),
    ),
    (
        (
            TERM,
            RENEWS,
            "TERMINATED",
        ),
        "terminated",
        None,
    ),
    (
        (
            "SUPERSEDED by agreement of 1 May 2025",
            TERM,
            RENEWS,
        ),
        "superseded",
        date(2025, 5, 1),
    ),
    (
        (
            TERM,
            RENEWS,
            ("Note to file: the Agreement has been superseded by the Master Supply Agreement dated June 3, 2025."),
        ),
        "superseded",
        date(2025, 6, 3),
    ),
    (
        (
            TERM,
            RENEWS,
            "The parties hereby terminate this Agreement effective as of August 31, 2025.",
        ),
        "terminated",
        date(2025, 8, 31),
    ),
    (
        (
            TERM,
            RENEWS,
            ("The parties acknowledge that this Agreement expired on January 31, 2026 and has not been renewed."),
        ),
        "expired",
        date(2026, 1, 31),
    ),
    (
        (
            TERM,
            RENEWS,
            ("The parties agree that this Agreement is hereby terminated with effect from December 31, 2026."),
        ),
        "terminated",
        date(2026, 12, 31),
    ),
    (
        (
            TERM,
            RENEWS,
            "Status: Terminated (30 June 2025)",
        ),
        "terminated",
        date(2025, 6, 30),
    ),
    (
        (
            TERM,
            RENEWS,
            "This Contract is no longer in force since 1 March 2026.",
        ),
        "terminated",
        date(2026, 3, 1),
    ),
    (
        (
            TERM,
            RENEWS,
            "By letter dated 3 March 2025 the Agreement was cancelled as of 30 June 2025.",
        ),
        "terminated",
        date(2025, 6, 30),
    ),
]
GOING_ON: list[tuple[str, ...]] = [
    (
        TERM,
        "The Customer may renew this Agreement for one further year.",
    ),
    (
        TERM,
        RENEWS,
    ),
    (
        TERM,
        RENEWS,
        ("If this Agreement is terminated on a day that is not a Business Day, the Supplier shall refund the fees."),
    ),
    (
        TERM,
        RENEWS,
        "Upon receipt of such notice this Agreement is terminated.",
    ),
    (
        TERM,
        RENEWS,
        "The prior agreement dated January 1, 2020 is hereby terminated.",
    ),
    (
        TERM,
        RENEWS,
        "Sections 8 and 9 apply after this Agreement has expired or been terminated.",
    ),
    (
        TERM,
        RENEWS,
        "WHEREAS the licence agreement was terminated on 3 March 2024;",
    ),
    (
        TERM,
        "Thereafter the parties may continue month to month.",
    ),
]


@pytest.mark.parametrize(("texts", "why", "on"), OVER)
def test_a_contract_that_has_ended_has_no_day_to_act_on(texts: tuple[str, ...], why: str, on: date | None) -> None:
    found = read(OPENING, *texts, jurisdiction=None, as_of=AS_OF)
    assert found.ending is not None
    assert (found.ending.why, found.ending.on) == (why, on)
    assert found.notice_deadline is None
    assert not [clock for clock in found.clocks if clock.notice_by]


@pytest.mark.parametrize("texts", GOING_ON)
def test_words_on_another_contract_or_a_case_that_may_arise_end_nothing(texts: tuple[str, ...]) -> None:
    assert read(OPENING, *texts, jurisdiction=None, as_of=AS_OF).ending is None


def test_the_last_day_of_a_term_still_runs() -> None:
    assert read(OPENING, TERM, jurisdiction=None, as_of=date(2026, 1, 31)).ending is None


def test_an_end_to_come_stands_in_place_of_the_renewal() -> None:
    said = "The parties agree that this Agreement is hereby terminated with effect from December 31, 2026."
    found = read(OPENING, TERM, RENEWS, said, jurisdiction=None, as_of=AS_OF)
    assert found.current_term_end == date(2026, 12, 31)
    assert found.ending
    assert not found.ending.is_past(AS_OF)
