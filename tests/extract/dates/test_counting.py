"""How days off move the last day for notice, and whose business days count."""

from datetime import date

import pytest

from tests.extract.dates.key_dates_reader import dates_of
from tests.extract.passage_builder import passages_of

OPENING = (
    'This Services Agreement is made on January 15, 2025 between Acme Ltd ("Supplier") and Widget Ltd ("Customer").'
)
# Thirty-nine days before the last day of 2026 is Sunday, 22 November.
ON_A_SUNDAY = (
    "2. Term. The term begins on January 1, 2025 and ends on December 31, 2026. It renews automatically for one year "
    "at a time unless a party gives written notice at least thirty-nine (39) days before the end of the term."
)
MONDAY_TO_FRIDAY = '"Business Day" means Monday to Friday, whether or not the day is a public holiday.'
FRIDAY, SUNDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 22), date(2026, 11, 23)


@pytest.mark.parametrize(
    ("said", "last_day"),
    [
        (
            "A notice that arrives on a day that is not a Business Day is deemed received on the next Business Day.",
            FRIDAY,
        ),
        (
            "Any notice received on a day other than a business day shall be deemed given on the next business day.",
            FRIDAY,
        ),
        ("Notices delivered on a non-Business Day are treated as served on the following Business Day.", FRIDAY),
        (
            "A notice received after 17:00, or on a day that is not a Business Day, counts from the next Business Day.",
            FRIDAY,
        ),
        ("If that time is outside business hours, notice is deemed received when business hours resume.", FRIDAY),
        (
            "If the last day of a notice period is not a Business Day, it is extended to the next Business Day.",
            MONDAY,
        ),
        (
            "Notice on a day which is not a Business Day counts as given on the next Business Day, and the period "
            "of notice runs from then.",
            FRIDAY,
        ),
        (
            "If the last day to give notice is not a Business Day, it may be given on the next Business Day and is "
            "deemed given in time.",
            MONDAY,
        ),
        ("If an invoice is due on a day that is not a Business Day, it is payable on the next Business Day.", SUNDAY),
    ],
)
def test_a_last_day_on_a_day_off_moves_as_the_words_say(said: str, last_day: date) -> None:
    found = dates_of(passages_of(OPENING, MONDAY_TO_FRIDAY, ON_A_SUNDAY, said), jurisdiction="us-ny")
    assert found.notice_deadline == last_day


def test_later_receipt_outweighs_an_extension_said_elsewhere() -> None:
    later = "Notice that comes on a day that is not a Business Day is deemed received on the next Business Day."
    extended = (
        "If a period for notice expires on a day that is not a Business Day, it is extended to the next Business Day."
    )
    found = dates_of(passages_of(OPENING, MONDAY_TO_FRIDAY, ON_A_SUNDAY, extended, later), jurisdiction="us-ny")
    assert found.notice_deadline == FRIDAY
    assert any("moved back to a business day" in step.rule for step in found.proof)


def test_without_a_calendar_nothing_is_told_of_a_day_that_may_be_off() -> None:
    later = "Notice that comes on a day that is not a business day is deemed received on the next business day."
    found = dates_of(passages_of(OPENING, ON_A_SUNDAY, later), jurisdiction=None)
    assert found.notice_deadline is None
    assert found.proof[-1].result == "not known"


def last_day(defined: str, end: str, law: str | None) -> tuple[date | None, str]:
    term = (
        f"2. Term. The term begins on January 1, 2025 and ends on {end}. It renews automatically for a year at a time "
        "unless a party gives written notice at least ten (10) Business Days before the end of the term."
    )
    found = dates_of(passages_of(OPENING, defined, term), jurisdiction=law)
    return found.notice_deadline, found.proof[-1].rule


@pytest.mark.parametrize(
    ("where", "end", "law", "deadline"),
    [
        # Ascension (6 May) and Whit Monday (17 May) in Paris.
        ("a day on which banks in Paris are open", "May 20, 2027", "us-ny", date(2027, 5, 4)),
        # Corpus Christi (27 May) in Hesse only.
        ("a day on which banks in Frankfurt am Main are open", "June 10, 2027", "ch", date(2027, 5, 26)),
        (
            "a day other than a Saturday, Sunday or bank holiday in Hamburg, Germany",
            "June 10, 2027",
            "ch",
            date(2027, 5, 27),
        ),
        # Canada Day, not Independence Day (observed on 5 July).
        (
            "a day other than a Saturday, Sunday or statutory holiday in Toronto, Ontario",
            "July 9, 2027",
            "us-ny",
            date(2027, 6, 24),
        ),
        ("a day on which banks are open in London and New York", "July 9, 2027", None, date(2027, 6, 24)),
        ("a day on which banks are open in New York", "May 10, 2027", None, date(2027, 4, 26)),
        ("a day on which banks are open in both New York and London", "May 10, 2027", None, date(2027, 4, 23)),
        (
            "a day other than a Saturday, Sunday or public holiday in Munich",
            "August 20, 2029",
            "us-ny",
            date(2029, 8, 3),
        ),
        ("any TARGET day", "May 20, 2027", "us-ny", date(2027, 5, 6)),
    ],
)
def test_business_days_are_those_of_the_places_named(where: str, end: str, law: str | None, deadline: date) -> None:
    assert last_day(f'"Business Day" means {where}.', end, law)[0] == deadline


@pytest.mark.parametrize(
    "where",
    [
        "a day on which banks are open in Vaduz",
        "a day on which banks are open in London, Vaduz and Paris",
        "a day other than a Saturday, Sunday or public holiday in the place of receipt",
        "a day other than a Saturday, Sunday or Ruritanian bank holiday",
        "a day other than a Saturday, Sunday or public holiday in Germany",
        "a day on which banks are open in Strelsau, Switzerland",
    ],
)
def test_the_law_never_stands_in_for_a_place_that_is_not_known(where: str) -> None:
    deadline, rule = last_day(f'"Business Day" means {where}.', "May 20, 2027", "gb-eaw")
    assert deadline is None
    assert "of a place whose holidays are not known here" in rule


# Saturday is a day of work in Hong Kong's own calendar.
@pytest.mark.parametrize(
    ("where", "deadline"),
    [
        ("a day (other than a Saturday or Sunday) on which banks are open in Hong Kong", date(2027, 7, 16)),
        ("any day except Sundays, Saturdays and public holidays in Hong Kong", date(2027, 7, 16)),
        ("Monday to Friday, excluding public holidays in Hong Kong", date(2027, 7, 16)),
        ("a weekday that is not a general holiday in Hong Kong", date(2027, 7, 16)),
        ("a day on which banks in Hong Kong are open, weekends excluded", date(2027, 7, 16)),
        ("a day that is not a Saturday, a Sunday or a general holiday in Hong Kong", date(2027, 7, 16)),
        ("a day, including Saturdays, on which banks are open in Hong Kong", date(2027, 7, 19)),
        ("a day other than a Sunday, but including a Saturday, on which Hong Kong works", date(2027, 7, 19)),
    ],
)
def test_saturdays_count_only_where_the_contract_lets_them(where: str, deadline: date) -> None:
    assert last_day(f'"Business Day" means {where}.', "July 30, 2027", "us-ny")[0] == deadline


def test_a_sentence_on_days_off_defines_no_business_day() -> None:
    said = "A notice on a day that is not a Business Day is deemed received on the next Business Day."
    assert last_day(said, "January 12, 2027", "us-ny")[0] == date(2026, 12, 28)
