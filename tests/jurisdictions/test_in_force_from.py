"""From when a rule is law: a day, or for old law a year alone; no rule of a pack is silent about it."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from legalai.drafting.pack_check import check_pack
from legalai.jurisdictions import Packs, Rule
from legalai.resources import pack_folders
from tests.jurisdictions.test_packs import HEAD, RULE, pack

REVIEWED = date(2026, 11, 22)


def rule(since: str, timing: str = "contract") -> Rule:
    table = f'\nin_force_from = {since}\ntiming = "{timing}"\n'
    return Rule.model_validate(tomllib.loads(RULE + table)["rules"][0])


@pytest.mark.parametrize(
    ("since", "timing", "signed", "holds"),
    [
        ("2016-10-01", "contract", date(2016, 9, 30), False),
        ("2016-10-01", "contract", date(2016, 10, 1), True),
        ("1977", "contract", date(1977, 6, 1), False),
        ("1977", "contract", date(1978, 1, 1), True),
        ("2015-11-04", "conduct", date(1998, 1, 1), True),
        ("2027-01-01", "conduct", date(1998, 1, 1), False),
        ("1977", "contract", None, True),
    ],
)
def test_a_rule_holds_for_contracts_or_conduct_from_its_day(
    since: str, timing: str, signed: date | None, holds: bool
) -> None:
    assert rule(since, timing).in_force(REVIEWED, signed) is holds


@pytest.mark.parametrize(
    ("timing", "signed", "holds"),
    [
        ("contract", date(2018, 5, 1), True),
        ("contract", date(2019, 4, 26), False),
        ("contract", None, False),
        ("conduct", date(2018, 5, 1), False),
    ],
)
def test_replaced_law_still_holds_for_the_contracts_of_its_time(timing: str, signed: date | None, holds: bool) -> None:
    replaced = rule("2008-08-06\nin_force_until = 2019-04-25", timing)
    assert replaced.in_force(REVIEWED, signed) is holds


@pytest.mark.parametrize("since", ["2000", "2016", "16", "true"])
def test_a_year_alone_is_for_old_law(since: str) -> None:
    with pytest.raises(ValidationError, match="in_force_from"):
        rule(since)


def test_check_asks_each_rule_for_its_day(tmp_path: Path) -> None:
    place = pack(tmp_path, HEAD + RULE)
    problems = check_pack(place, Packs(pack_folders()))
    assert any("x-1: in_force_from is missing" in problem for problem in problems)
