"""Wordings of terms, renewals and open-ended contracts, class by class, as other drafters would put them."""

from datetime import date

import pytest

from tests.extract.dates.key_dates_reader import TERM, told_of

Case = tuple[tuple[str, ...], str | None, date, dict[str, object]]
OPEN_ENDED: list[Case] = [
    (
        (
            TERM,
            "Afterwards this Agreement continues from month to month until either party ends it at the "
            "end of a calendar month by thirty (30) days' written notice.",
        ),
        None,
        date(2026, 5, 10),
        {
            "kind": "automatic",
            "renewal": "1 month",
            "notice": "30 day",
            "end": date(2026, 6, 30),
            "deadline": date(2026, 5, 31),
        },
    ),
    (
        (
            TERM,
            "On expiry of the initial term the services continue on a month-to-month basis, and either "
            "party may stop them as of the last day of any month upon not less than 20 days' prior notice.",
        ),
        None,
        date(2026, 5, 20),
        {
            "kind": "automatic",
            "renewal": "1 month",
            "notice": "20 day",
            "end": date(2026, 6, 30),
            "deadline": date(2026, 6, 10),
        },
    ),
    (
        (
            "The contract starts on 1 March 2025 and runs for an indefinite period.",
            "Either party may terminate it with three months' notice to the end of a calendar quarter.",
        ),
        "de",
        date(2026, 5, 10),
        {
            "kind": "none",
            "notice": "3 month",
            "end": date(2026, 9, 30),
            "deadline": date(2026, 6, 30),
            "expiration": "perpetual",
        },
    ),
    (
        (
            "This Agreement commences on March 1, 2025 and is concluded for an unlimited period.",
            "It may be terminated by giving six weeks' written notice, effective as of the end of any quarter.",
        ),
        None,
        date(2026, 5, 10),
        {
            "kind": "none",
            "notice": "6 week",
            "end": date(2026, 6, 30),
            "deadline": date(2026, 5, 19),
            "expiration": "perpetual",
        },
    ),
    (
        (
            TERM,
            "Afterwards it is of indefinite duration and may be terminated by either party at the end of "
            "any calendar year by giving three (3) months' notice in writing.",
        ),
        None,
        date(2026, 5, 10),
        {"kind": "automatic", "notice": "3 month", "end": date(2026, 12, 31), "deadline": date(2026, 9, 30)},
    ),
    (
        (
            "This agreement begins on 1 April 2025 and continues for an initial period of two years, and "
            "after that until terminated by either party by not less than three months' written notice, "
            "which may not expire before the end of the initial period.",
        ),
        "gb-eaw",
        date(2026, 5, 10),
        {"kind": "automatic", "notice": "3 month"},
    ),
    (
        (
            "The initial term starts on April 1, 2025 and ends on March 31, 2027.",
            "Following the initial term this Agreement remains in force until ended by a party upon six "
            "(6) months' prior written notice, expiring on or after the last day of the initial term.",
        ),
        None,
        date(2026, 5, 10),
        {"kind": "automatic", "notice": "6 month", "end": date(2027, 3, 31), "deadline": date(2026, 9, 30)},
    ),
    (
        (
            "This Agreement is in effect from the date above and shall continue until terminated by "
            "either party on ninety (90) days' notice.",
        ),
        None,
        date(2026, 5, 1),
        {"expiration": "perpetual", "kind": "none"},
    ),
    (
        (
            "The arrangement has no fixed term. Each party may end it at any time on sixty days' written "
            "notice to the other.",
        ),
        None,
        date(2026, 5, 1),
        {"expiration": "perpetual", "kind": "none"},
    ),
]
RENEWALS: list[Case] = [
    (
        (
            TERM,
            "The contract is prolonged by a further year each time, unless a party cancels it in writing "
            "at least three months before it ends.",
        ),
        None,
        date(2026, 5, 10),
        {
            "kind": "automatic",
            "renewal": "1 year",
            "notice": "3 month",
            "end": date(2027, 1, 31),
            "deadline": date(2026, 10, 31),
        },
    ),
    (
        (
            TERM,
            "On expiry a new term of twelve months begins, and so on, unless one of the parties has told "
            "the other in writing 45 days before that it does not wish to continue.",
        ),
        None,
        date(2026, 5, 10),
        {
            "kind": "automatic",
            "renewal": "12 month",
            "notice": "45 day",
            "end": date(2027, 1, 31),
            "deadline": date(2026, 12, 17),
        },
    ),
    (
        (
            TERM,
            "It shall be renewed tacitly for equal periods of one year unless cancelled in writing at "
            "least two (2) months in advance of its end.",
        ),
        None,
        date(2026, 5, 10),
        {
            "kind": "automatic",
            "renewal": "1 year",
            "notice": "2 month",
            "end": date(2027, 1, 31),
            "deadline": date(2026, 11, 30),
        },
    ),
    (
        (
            TERM,
            "It renews automatically once for a period of three (3) years and thereafter for successive "
            "periods of one (1) year each, unless notice is given at least 60 days before the end of the "
            "current period.",
        ),
        None,
        date(2030, 5, 10),
        {"kind": "automatic", "notice": "60 day", "end": date(2031, 1, 31), "deadline": date(2030, 12, 2)},
    ),
    (
        (
            TERM,
            "The term shall renew automatically. The first renewal term shall be two (2) years and each "
            "later renewal term one (1) year.",
            "Either party may prevent a renewal by written notice sixty (60) days before the end of the "
            "term then running.",
        ),
        None,
        date(2027, 5, 10),
        {"kind": "automatic", "notice": "60 day", "end": date(2028, 1, 31), "deadline": date(2027, 12, 2)},
    ),
    (
        (
            TERM,
            "It may be renewed for a further year only by a written agreement signed by both parties.",
        ),
        None,
        date(2026, 1, 1),
        {"kind": "optional", "renewal": "1 year", "deadline": None},
    ),
]
YEARS: list[Case] = [
    (
        (
            "This Agreement enters into force on the day of signature and runs until December 31 of the "
            "year following the year of signature.",
        ),
        None,
        date(2026, 1, 10),
        {"expiration": date(2026, 12, 31)},
    ),
    (
        ("The Agreement starts on May 2, 2025 and continues until June 30 of the next calendar year.",),
        None,
        date(2026, 1, 10),
        {"expiration": date(2026, 6, 30)},
    ),
    (
        (
            '"Fiscal Year" means the twelve months ending on September 30.',
            "The term begins on May 2, 2025 and expires at the end of the second full Fiscal Year after that date.",
        ),
        None,
        date(2026, 1, 10),
        {"expiration": date(2027, 9, 30)},
    ),
    (
        (
            "The Company's fiscal year runs from April 1 to March 31.",
            "The initial term of this Agreement begins on May 2, 2025 and ends with the close of the "
            "first full fiscal year thereafter.",
        ),
        None,
        date(2026, 1, 10),
        {"expiration": date(2027, 3, 31)},
    ),
    (
        (
            "The initial term of this Agreement begins on May 2, 2025 and ends at the end of the second "
            "full calendar year thereafter.",
        ),
        None,
        date(2026, 1, 10),
        {"expiration": date(2027, 12, 31)},
    ),
]
WORDINGS: list[Case] = [
    (
        (
            "The term of this Agreement begins on February 1, 2025, ends on January 31, 2026 and shall "
            "continue thereafter for successive one-year terms until either party terminates it by sixty "
            "(60) days' notice prior to the end of a term.",
        ),
        None,
        date(2026, 5, 1),
        {"kind": "automatic", "renewal": "1 year", "notice": "60 day"},
    ),
    (
        (
            TERM,
            "It renews automatically each year. Either party may terminate it at the expiration of any "
            "such year upon thirty days' notice.",
        ),
        None,
        date(2026, 5, 1),
        {"notice": "30 day", "deadline": date(2027, 1, 1)},
    ),
    (
        (
            TERM,
            "It is extended for further years unless cancelled in writing at least ten (10) weeks before "
            "the end of a year.",
        ),
        None,
        date(2026, 5, 1),
        {"notice": "10 week", "renewal": "1 year"},
    ),
    (
        ('"Term" means the period of three (3) years beginning on February 1, 2025.',),
        None,
        date(2026, 5, 1),
        {"expiration": date(2028, 2, 1)},
    ),
    (('"Expiration Date" means June 30, 2028.',), None, date(2026, 5, 1), {"expiration": date(2028, 6, 30)}),
    (
        ('"Expiry Date" means the fourth anniversary of February 1, 2025.',),
        None,
        date(2026, 5, 1),
        {"expiration": date(2029, 2, 1)},
    ),
    (
        ("This contract shall have a duration of thirty (30) months from the date of its signature.",),
        None,
        date(2026, 5, 1),
        {"expiration": date(2027, 7, 15)},
    ),
]


@pytest.mark.parametrize(("texts", "law", "as_of", "answer"), [*OPEN_ENDED, *RENEWALS, *YEARS, *WORDINGS])
def test_what_is_told(texts: tuple[str, ...], law: str | None, as_of: date, answer: dict[str, object]) -> None:
    told = told_of(*texts, law=law, as_of=as_of)
    assert {key: told[key] for key in answer} == answer
