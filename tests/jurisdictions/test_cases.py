"""Every shipped rule fires on the clauses it must and on none it must not, through the whole program."""

from dataclasses import replace

import pytest

from legalai.advise.pack_cases import failed_cases
from legalai.jurisdictions import Packs
from legalai.resources import pack_folders
from legalai.review import Workbench

PACKS = Packs(pack_folders())


@pytest.fixture(scope="module")
def workbench() -> Workbench:
    return Workbench.open()


@pytest.mark.parametrize("pack_id", [each for each in PACKS.ids if each != "_base"])
def test_the_cases_of_a_pack_hold(pack_id: str, workbench: Workbench) -> None:
    assert failed_cases(PACKS.load(pack_id), PACKS, workbench.extract_text) == []


def test_a_rule_that_was_broken_is_named(workbench: Workbench) -> None:
    pack = PACKS.load("us-ny")
    rule = pack.rules[0].model_copy(update={"when": pack.rules[1].when})
    profile = pack.profile.model_copy(update={"rules": (rule, *pack.profile.rules[1:])})
    broken = replace(pack, chain=(replace(pack.chain[0], profile=profile), *pack.chain[1:]))
    wanted = [n for n, case in enumerate(pack.chain[0].cases, start=1) if case.rule == rule.id and case.fires]
    found = failed_cases(broken, PACKS, workbench.extract_text)
    assert wanted
    assert all(any(line.startswith(f"case {n}: rule {rule.id}: does not fire on") for line in found) for n in wanted)
