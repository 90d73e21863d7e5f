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


@pytest.mark.parametrize("pack_id", PACKS.ids)
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


def test_an_item_that_was_broken_is_named(workbench: Workbench) -> None:
    pack = PACKS.load("_base")
    (broken,) = (each for each in pack.checklists if each.id == "scc-2021-914")
    items = tuple(each.model_copy(update={"says": (("zebra",),)}) for each in broken.items)
    others = tuple(each for each in pack.checklists if each is not broken)
    worse = replace(pack, checklists=(*others, broken.model_copy(update={"items": items})))
    found = failed_cases(worse, PACKS, workbench.extract_text)
    assert len(found) == len(items)
    assert all(f"scc-2021-914: {item.id} is absent, not present" in "\n".join(found) for item in items)


def test_a_list_that_is_not_gone_through_is_named(workbench: Workbench) -> None:
    pack = PACKS.load("_base")
    lists = tuple(each.model_copy(update={"when": (), "matters": ()}) for each in pack.checklists)
    found = failed_cases(replace(pack, checklists=lists), PACKS, workbench.extract_text)
    asked = [each for each in pack.chain[0].checklist_cases if each.items]
    assert sum("is not gone through" in line for line in found) == len(asked)
