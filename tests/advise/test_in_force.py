"""Law in time: a rule for contracts made from some day on is raised for those alone, and says what it assumes."""

from dataclasses import replace
from datetime import date

import pytest

from legalai.advise.acting_for import take_side
from legalai.advise.findings import raised_rules
from legalai.advise.jurisdiction_choice import Choice
from legalai.advise.reading import Reading
from legalai.jurisdictions import Packs
from legalai.resources import pack_folders
from legalai.schema import KeyDate
from tests.advise.builders import SAAS, saas

PACKS = Packs(pack_folders())
HARDSHIP = "\n9. Risk. Each party accepts the risk of changed circumstances and waives its rights under article 1195.\n"
ASSUMED = "The contract was made on or after 2016-10-01."


def raised(made: date | None, takes_effect: date | None) -> tuple[str, ...] | None:
    """The assumptions of the French rule on a waiver of hardship; None where it is not raised."""
    document, contract = saas(SAAS + HARDSHIP)
    days = [KeyDate(value=day, status="stated" if day else "absent") for day in (made, takes_effect)]
    dates = replace(contract.key_dates, agreement_date=days[0], effective_date=days[1], as_of=date(2026, 3, 1))
    reading = Reading(document, replace(contract, key_dates=dates), take_side(contract, None))
    found = raised_rules(reading, Choice(PACKS, PACKS.load("fr"), ""), ("payment", "renewal", "unfair-terms")).rules
    return next((each.assumptions for each in found if each.source.id == "fr-21a"), None)


@pytest.mark.parametrize(
    ("made", "takes_effect", "assumptions"),
    [
        (date(2016, 10, 1), None, ()),
        (date(2016, 9, 30), None, None),
        (date(2016, 9, 30), date(2017, 1, 1), None),
        (None, date(2015, 1, 1), None),
        (None, date(2017, 1, 1), (ASSUMED,)),
        (None, None, (ASSUMED,)),
    ],
)
def test_a_rule_is_law_for_contracts_made_from_its_day(
    made: date | None, takes_effect: date | None, assumptions: tuple[str, ...] | None
) -> None:
    assert raised(made, takes_effect) == assumptions
