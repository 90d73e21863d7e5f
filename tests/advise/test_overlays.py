"""What an overlay brings beside its rules counts in the review: the facts that its rules wait for, its check lists."""

from pathlib import Path

import pytest

from legalai.advise import Advice, advise, choose_jurisdiction
from legalai.jurisdictions import Packs
from legalai.resources import pack_folders
from tests.advise.builders import SAAS, saas

PROFILE = """
id = "us-wa"
name = "Washington"
parent = "us"
legal_system = "common_law"
language = "en"
as_of = 2026-07-01
review_by = 2027-06-30
governing_law = ["us-wa"]

[[rules]]
id = "us-wa-01"
title = "A restraint below the threshold is void"
focus = "restraint"
clause_types = ["Non-Compete"]
effect = "void"
severity = "high"
party_view = "both"
statement = "A covenant not to compete is void below a threshold of pay."
check = "The contract restrains employees."
reach = ["contract", "workplace"]
requires = ["paid-below"]
in_force_from = 2020-01-01

[[rules.when]]
passage = ["shall not compete"]

[[rules.authorities]]
cite = "RCW 49.62.020"
as_of = 2026-07-01
"""
FACTS = """
[[facts]]
id = "paid-below"
question = "Is the worker paid less than the threshold?"
assumption = "The worker is paid less than the threshold."
"""
CHECKLIST = """
id = "wages"
title = "Wages"
focus = "restraint"

[[when]]
passage = ["shall not compete"]

[[authorities]]
cite = "RCW 49.58"
as_of = 2026-07-01

[[items]]
id = "pay"
what = "the pay of each grade"
cite = "s. 110"
says = [["pay of each grade"]]
severity = "medium"
ask = "State the pay of each grade."
"""
TEXT = SAAS + "7. Restraint\n7.1 Staff of Customer shall not compete with Vendor.\n"


@pytest.fixture
def packs(tmp_path: Path) -> Packs:
    folder = tmp_path / "us-wa"
    (folder / "checklist").mkdir(parents=True)
    (folder / "profile.toml").write_text(PROFILE, encoding="utf-8")
    (folder / "facts.toml").write_text(FACTS, encoding="utf-8")
    (folder / "checklist" / "wages.toml").write_text(CHECKLIST, encoding="utf-8")
    return Packs((tmp_path, *pack_folders()))


def review(packs: Packs, facts: dict[str, bool]) -> Advice:
    document, contract = saas(TEXT)
    choice = choose_jurisdiction(packs, contract, "us-ny", overlays=[("workplace", "us-wa")])
    return advise(document, contract, choice=choice, facts=facts)


def test_a_version_of_its_own_is_told_beside_that_of_the_governing_law() -> None:
    packs = Packs(pack_folders())
    choice = choose_jurisdiction(packs, saas()[1], "fr", overlays=[("workplace", "ie")])
    told = {rule.id: rule.statement for rule in choice.rules()}
    assert len({told["eu-19"], told["eu-19-ie"]}) == 2


def test_what_both_inherit_alike_is_told_once() -> None:
    packs = Packs(pack_folders())
    choice = choose_jurisdiction(packs, saas()[1], "fr", overlays=[("data-subjects", "de")])
    told = [rule.id for rule in choice.rules()]
    assert "eu-17" in told
    assert "eu-17-de" not in told


def test_a_rule_of_an_overlay_waits_for_a_fact_of_its_own(packs: Packs) -> None:
    asked = [each for each in review(packs, {}).issues if each.code == "fact-needed"]
    assert any("paid-below" in each.message for each in asked)


def test_and_is_raised_once_the_fact_is_given(packs: Packs) -> None:
    found = [each.id for each in review(packs, {"paid-below": True}).findings]
    assert any("us-wa-01" in each for each in found)


def test_a_check_list_of_an_overlay_is_gone_through(packs: Packs) -> None:
    assert "wages" in [each.id for each in review(packs, {}).checklists]
