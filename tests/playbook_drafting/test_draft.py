"""A playbook drafted from contracts whose figures are known."""

import re
import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from legalai.errors import ConfigError
from legalai.playbook import PlaybookFile, load_playbook
from legalai.playbook_drafting import DraftedPlaybook, Source, draft_playbook, practice_of
from legalai.playbook_drafting.check import check_playbook
from legalai.review import Workbench
from tests.advise.builders import document_of
from tests.playbook_drafting.own_contracts import CUSTOMER, FIRM, as_found, write_firm

DRAFTS = Path(__file__).parents[2] / "legalai/playbook_drafting/drafts"


def sources() -> list[Source]:
    return [as_found(name, terms) for name, terms in FIRM.items()]


@cache
def drafted(*, include_unsigned: bool = False) -> DraftedPlaybook:
    practice = practice_of(sources(), acting_for=[CUSTOMER], side="customer", include_unsigned=include_unsigned)
    return draft_playbook(practice, playbook_id="ours", unread=["broken\n.pdf"])


def position(playbook: DraftedPlaybook, wanted: str) -> dict[str, Any]:
    return next(each for each in tomllib.loads(playbook.text)["positions"] if each["id"] == wanted)


def comments(playbook: DraftedPlaybook, wanted: str) -> str:
    return playbook.text.split(f'\nid = "{wanted}"')[0].rpartition("[[positions]]\n")[2]


@pytest.mark.parametrize(
    ("wanted", "preferred", "fallback", "walk_away", "bound"),
    [
        ("cap-too-low", "24 months", "12 months", "6 months", ("months_under", 12)),
        ("renewal-trap", "60 days", "60 days", "90 days", ("notice_over_days", 61)),
        ("renewal-trap", "12 months", "12 months", "24 months", ("renewal_term_over_months", 12)),
        ("payment-short", "45 days", "30 days", "30 days", ("days_under", 30)),
        ("law-unfamiliar", "Delaware", "New York", "Delaware or New York", ("without", ["Delaware", "New York"])),
    ],
)
def test_a_position_says_what_the_contracts_have(
    wanted: str, preferred: str, fallback: str, walk_away: str, bound: tuple[str, object]
) -> None:
    playbook = drafted()
    found = position(playbook, wanted)
    assert wanted in playbook.drawn
    assert preferred in found["preferred"]
    assert fallback in found["fallback"]
    assert walk_away in found["walk_away"]
    assert bound[1] in [trigger.get(bound[0]) for trigger in found["when"]]


@pytest.mark.parametrize(
    ("wanted", "walk_away_when"),
    [
        ("cap-too-low", [{"months_under": 6}]),
        ("renewal-trap", [{"renewal_term_over_months": 24}, {"notice_over_days": 91}]),
        # In other words than the shipped one, which is what its own trigger reads.
        ("late-interest", None),
    ],
)
def test_a_walk_away_is_evaluated_by_the_worst_that_was_signed(wanted: str, walk_away_when: object) -> None:
    found = next((each for each in tomllib.loads(drafted().text)["positions"] if each["id"] == wanted), {})
    assert found.get("walk_away_when") == walk_away_when


def test_comments_give_the_counts_and_the_clauses_and_no_words_of_a_contract() -> None:
    playbook = drafted()
    said = comments(playbook, "cap-too-low")
    assert "# Fees in the limit of liability: read in 4 contracts." in said
    assert "#   12 months (2): alder.txt 4.1; cedar.txt 4.1" in said
    assert "Tamarisk" not in playbook.text
    assert "Alder" not in playbook.text


def test_what_no_contract_settles_stays_as_shipped_and_says_so() -> None:
    playbook = drafted()
    shipped = {each.id: each for each in load_playbook("customer").positions}
    loaded = PlaybookFile.model_validate(tomllib.loads(playbook.text))
    untouched = [each for each in loaded.positions if each.id in shipped and each.id not in playbook.drawn]
    assert len(untouched) > len(shipped) / 2
    assert all("As shipped: not drawn" in comments(playbook, each.id) for each in untouched)
    assert [
        each.id for each in untouched if each != shipped[each.id] and "Its bound" not in comments(playbook, each.id)
    ] == []
    assert {each.id for each in loaded.positions} >= set(shipped)


def test_a_position_beside_it_does_not_object_to_what_is_mostly_accepted() -> None:
    slow = [as_found(f"{n}.txt", replace(terms, payment="ninety (90)")) for n, terms in enumerate(FIRM.values())]
    practice = practice_of(slow, acting_for=["Supplier"], side="supplier")
    playbook = draft_playbook(practice, playbook_id="ours")
    assert position(playbook, "payment-slow")["when"][0]["days_over"] == 91
    assert position(playbook, "payment-very-slow")["when"][0]["days_over"] == 91
    assert "Its bound is what our contracts mostly have" in comments(playbook, "payment-very-slow")


def test_unsigned_contracts_are_left_out_and_counted() -> None:
    assert "Left out as not signed, or not shown to be (1): unsigned.txt." in drafted().text
    with_it = drafted(include_unsigned=True)
    assert "Left out as not signed" not in with_it.text
    assert "3 months" in position(with_it, "cap-too-low")["walk_away"]


def test_what_else_does_not_count() -> None:
    of_others = as_found("others.txt", FIRM["alder.txt"])
    of_others = replace(of_others, contract=replace(of_others.contract, parties=of_others.contract.parties[:1]))
    of_others = replace(of_others, document=document_of(of_others.document.text + "x", name="others.txt"))
    copy = replace(as_found("alder.txt", FIRM["alder.txt"]), name="copy.txt")
    practice = practice_of([*sources(), of_others, copy], acting_for=["Nobody", CUSTOMER], side="customer")
    assert [(each.name, each.reason) for each in practice.left_out] == [
        ("unsigned.txt", "unsigned"),
        ("others.txt", "not a party"),
        ("copy.txt", "copy"),
    ]
    turned = practice_of(sources(), acting_for=[CUSTOMER], side="supplier")
    assert {each.reason for each in turned.left_out} == {"other side"}
    with pytest.raises(ConfigError, match="No contract counts"):
        draft_playbook(turned, playbook_id="ours")


def test_the_file_loads_checks_and_reads_back_the_same(tmp_path: Path) -> None:
    playbook = drafted()
    path = tmp_path / "ours.toml"
    path.write_text(playbook.text, encoding="utf-8")
    assert load_playbook(str(path)).contents == PlaybookFile.model_validate(tomllib.loads(playbook.text))
    assert check_playbook(str(path)) == []
    assert "broken .pdf" in playbook.text
    assert load_playbook(str(path)).contents.id == "ours"


def test_an_id_that_is_none_is_refused() -> None:
    practice = practice_of(sources(), acting_for=[CUSTOMER], side="customer")
    with pytest.raises(ConfigError, match="--id"):
        draft_playbook(practice, playbook_id="Our Own")


@pytest.mark.parametrize("side", ["customer", "supplier"])
def test_what_the_other_side_reads_gives_no_fallback_away(side: str) -> None:
    for draft in tomllib.loads((DRAFTS / f"{side}.toml").read_text(encoding="utf-8"))["drafts"]:
        whole = draft.get("position", {})
        outside = [str(whole.get(key, "")) for key in ("title", "ask", "rationale", "edits", "wording")]
        assert re.findall(r"\$\{[a-z-]+\.(?!preferred)[a-z_]+\}", " ".join(outside)) == []


@pytest.mark.parametrize("side", ["customer", "supplier"])
def test_every_draft_finds_its_place_in_the_shipped_playbook(side: str) -> None:
    topics = {each.topic for each in load_playbook(side).positions}
    for draft in tomllib.loads((DRAFTS / f"{side}.toml").read_text(encoding="utf-8"))["drafts"]:
        assert "position" in draft or topics & set(draft["topics"]), draft["quantities"]


def test_the_figures_are_found_by_reading_the_files(tmp_path: Path) -> None:
    from datetime import date

    write_firm(tmp_path)
    bench = Workbench.open(threads=1)
    read = [
        bench.extract(tmp_path / name, as_of=date(2026, 1, 1)) for name in ("alder.txt", "birch.txt", "dogwood.txt")
    ]
    found = [Source(each.document.facts.name, each.document, each.contract) for each in read]
    playbook = draft_playbook(practice_of(found, acting_for=[CUSTOMER], side="customer"), playbook_id="ours")
    assert {"cap-too-low", "renewal-trap", "payment-short", "law-unfamiliar"} <= set(playbook.drawn)
    assert position(playbook, "cap-too-low")["preferred"] == "The {{ fees }} paid and payable in 24 months."
    assert position(playbook, "cap-too-low")["walk_away"] == "Less than the {{ fees }} of 6 months."
