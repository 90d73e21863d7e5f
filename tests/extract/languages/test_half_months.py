"""German contracts that can be left on the fifteenth or at the end of a month."""

from datetime import date

import pytest

from tests.extract.languages.test_foreign import key_dates

PAPER = (
    "DIENSTVERTRAG\nzwischen der Kranich GmbH und der Weidenhof AG\n§ 1 Laufzeit\nEr läuft auf unbestimmte Zeit. {}\n"
    "Es gilt deutsches Recht."
)


@pytest.mark.parametrize(
    "exits",
    [
        "Er kann mit einer Frist von vier Wochen zum Fünfzehnten oder zum Monatsende gekündigt werden.",
        "Er ist mit einer Frist von vier Wochen zum 15. oder zum Ende eines Kalendermonats kündbar.",
        "Die Kündigungsfrist beträgt vier Wochen zum 15. eines Monats oder zum Monatsletzten.",
        "Er kann mit vier Wochen Frist zum Ende eines Monats oder zum Fünfzehnten gekündigt werden.",
        "Die Kündigungsfrist beträgt vier Wochen zur Monatsmitte oder zum Monatsende.",
    ],
)
@pytest.mark.parametrize(
    ("as_of", "end", "by"),
    [
        # Four weeks that end on 31 March begin on 4 March, those that end on 15 April on 19 March.
        (date(2027, 3, 3), "2027-03-31", "2027-03-03"),
        (date(2027, 3, 4), "2027-04-15", "2027-03-18"),
    ],
)
def test_exits_in_the_middle_of_a_month(exits: str, as_of: date, end: str, by: str):
    found = key_dates(PAPER.format(exits), as_of, "de")
    assert (str(found.current_term_end), str(found.notice_deadline)) == (end, by)


def test_other_days_beside_the_end_of_a_month_give_no_day():
    exits = "Er kann mit einer Frist von vier Wochen zum Zehnten oder zum Monatsende gekündigt werden."
    assert key_dates(PAPER.format(exits), date(2027, 3, 1), "de").notice_deadline is None
