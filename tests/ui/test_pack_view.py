"""Packs as the page shows them: staleness, figures of the day, what a rule rests on."""

from datetime import date
from pathlib import Path

import pytest

from legalai.jurisdictions import Packs
from legalai.ui.pack_view import matching, rules, summary

PROFILE = """
id = "xx"
name = "Examplia"
legal_system = "common_law"
language = "en"
as_of = 2026-07-01
review_by = 2027-01-31

[[rules]]
id = "xx-1"
title = "Interest on late payment"
focus = "payment"
clause_types = []
effect = "default_rule"
severity = "low"
certainty = "medium"
statement = "Late payment bears {{ rate.xx_interest }}."
check = "No rate is agreed."
applies_to = ["b2b"]
requires = ["abroad"]
supposes = ["large"]
assumes = ["Payment is late."]
party_view = "both"
in_force_until = 2026-12-31
[[rules.when]]
not_found = ["Late Payment"]
[[rules.authorities]]
cite = "Late Payment Act 1999"
url = "https://law.example/1999"
as_of = 2026-07-01
checked_on = 2026-10-01
"""
RATES = """
[[rates]]
id = "xx_interest"
what = "interest"
[[rates.values]]
text = "8% a year"
holds_from = 2026-01-01
holds_until = 2026-06-30
basis = "the Act"
checked_on = 2026-02-01
[[rates.values]]
text = "9% a year"
holds_from = 2026-07-01
basis = "the Act"
checked_on = 2026-08-01
"""
CASES = """
[[cases]]
rule = "xx-1"
fires = true
text = "The Customer pays each invoice within thirty days."
[[cases]]
rule = "xx-1"
fires = false
text = "Late payment bears interest at four percent a year."
[[cases]]
rule = "xx-1"
fires = false
text = "Overdue sums bear interest at five percent a year."
"""
FACTS = """
[[facts]]
id = "abroad"
question = "Are the parties in different countries?"
assumption = "The parties are in different countries."
[[facts]]
id = "large"
question = "Is the sum large?"
assumption = "The sum is large."
"""
BASE = 'id = "_base"\nname = "No law"\nlegal_system = "none"\nlanguage = "en"\n'
TODAY = date(2026, 11, 22)


@pytest.fixture
def packs(tmp_path: Path) -> Packs:
    files = {
        "xx/profile.toml": PROFILE,
        "xx/rates.toml": RATES,
        "xx/cases.toml": CASES,
        "_base/profile.toml": BASE,
        "_base/facts.toml": FACTS,
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return Packs((tmp_path,))


@pytest.mark.parametrize(
    ("day", "stale"), [(date(2026, 11, 22), False), (date(2027, 1, 31), False), (date(2027, 2, 1), True)]
)
def test_a_pack_is_stale_after_its_day(packs: Packs, day: date, stale: bool) -> None:
    found = summary(packs.load("xx"), day)
    assert (found.stale, found.own_rules, found.rules, found.cases, found.parents) == (stale, 1, 1, 3, ())


@pytest.mark.parametrize(("day", "figure"), [(date(2026, 3, 1), "8% a year"), (TODAY, "9% a year")])
def test_the_figure_of_the_day_stands_in_the_statement(packs: Packs, day: date, figure: str) -> None:
    (rule,) = rules(packs.load("xx"), packs.folders, day)
    assert rule.statement.startswith(f"Late payment bears {figure} (")
    assert "{{" not in rule.statement


def test_a_rule_says_what_it_rests_on(packs: Packs) -> None:
    (rule,) = rules(packs.load("xx"), packs.folders, TODAY)
    assert rule.applies_to == ("businesses among themselves",)
    assert rule.needs == ("Are the parties in different countries?",)
    assert rule.supposes == ("The sum is large.", "Payment is late.")
    assert (rule.fires, rule.stays_silent, rule.effect, rule.certainty) == (1, 2, "default rule", "medium")
    assert rule.authorities[0].checked_on == date(2026, 10, 1)


@pytest.mark.parametrize(("day", "in_force"), [(date(2026, 12, 31), True), (date(2027, 1, 1), False)])
def test_a_rule_that_has_run_out_says_so(packs: Packs, day: date, in_force: bool) -> None:
    (rule,) = rules(packs.load("xx"), packs.folders, day)
    assert rule.in_force is in_force


@pytest.mark.parametrize(
    ("focuses", "words", "count"),
    [
        ((), "", 1),
        (("payment",), "", 1),
        (("forum",), "", 0),
        ((), "late payment act", 1),
        ((), "xx-1", 1),
        ((), "surety", 0),
    ],
)
def test_rules_are_searched(packs: Packs, focuses: tuple[str, ...], words: str, count: int) -> None:
    assert len(matching(rules(packs.load("xx"), packs.folders, TODAY), focuses=focuses, words=words)) == count
