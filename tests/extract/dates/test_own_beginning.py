"""The day on which a contract begins that names no effective date, and the one that is no beginning."""

from datetime import date

import pytest

from legalai.schema import Clause
from tests.extract.dates.key_dates_reader import dates_of
from tests.extract.dates.test_clocks import read
from tests.extract.passage_builder import passages_of


@pytest.mark.parametrize(
    ("texts", "day"),
    [
        (["The Employee starts on 1 September 2026 as production editor."], date(2026, 9, 1)),
        (["The Executive shall commence employment with the Company on 1 September 2026."], date(2026, 9, 1)),
        (["You will join the Company as an engineer on 1 September 2026."], date(2026, 9, 1)),
        (["The tenancy begins on 1 September 2026 and goes on from quarter to quarter."], date(2026, 9, 1)),
        # The day that the term runs from, where it has a name of its own.
        (
            [
                '"Commencement Date" means 1 September 2026.',
                '"Anniversary Date" means each anniversary of the Commencement Date.',
                "The initial term ends on the first Anniversary Date.",
            ],
            date(2026, 9, 1),
        ),
        # The work, one of several, a day that may be another.
        (["Birch shall start the works on 1 September 2026."], None),
        (["The lease starts on 1 May 2026.", "The licence starts on 1 June 2026."], None),
        (["Your employment will begin on 1 September 2026 or such other day as is agreed."], None),
        (["If Birch agrees, the engagement starts on 1 September 2026."], None),
    ],
)
def test_where_the_contract_begins(texts: list[str], day: date | None) -> None:
    assert read(*texts).effective_date.value == day


def hardly_marked(*texts: str) -> date | str | None:
    """The effective date where the model hardly marks the date of the paper as one."""
    opening = "This Supply Agreement is dated October 6, 2025 and made between Acme Ltd and Widget Ltd."
    passages = passages_of(opening, *texts)
    start = opening.index("October")
    marked = Clause(type="Effective Date", text="October 6, 2025", start=start, end=start + 15, score=0.4)
    return dates_of(passages, (marked,)).effective_date.value


def test_the_date_of_the_paper_stands_in_only_where_the_term_runs_from_no_other_day() -> None:
    assert hardly_marked("The price is fixed.") == date(2025, 10, 6)
    assert hardly_marked("The term of this Agreement is three years from Acceptance.") is None
    named = '"Commencement Date" means 1 May 2026.'
    assert hardly_marked(named, "2. Term. The term is one year from the Commencement Date.") == date(2026, 5, 1)


def test_a_date_behind_the_parties_is_that_of_the_contract() -> None:
    passages = passages_of(
        "Contract of employment", 'Between Ash Ltd (the "Employer") and Ms Birch, dated 3 August 2026.'
    )
    assert dates_of(passages).agreement_date.value == date(2026, 8, 3)
    no_contract = passages_of("Minutes", "Between the meetings, dated 3 August 2026, nothing was done.")
    assert dates_of(no_contract).agreement_date.value is None
