"""Packs: what loads, what is refused and how it says so, what is inherited, and that every shipped one is sound."""

import re
from datetime import date
from pathlib import Path

import pytest

from legalai.drafting.pack_check import check_pack
from legalai.errors import ConfigError
from legalai.jurisdictions import Packs, Rule, copy_pack, load_pack
from legalai.labels import CUAD_CATEGORIES, PROVISION_TYPES
from legalai.resources import model_folder, pack_folders

SHIPPED = Packs(pack_folders())

RULE = """
[[rules]]
id = "x-1"
title = "T"
focus = "liability"
clause_types = ["Cap On Liability"]
effect = "void"
statement = "S."
check = "C."
party_view = "both"
when = [{ clause = ["Cap On Liability"] }]
authorities = [{ cite = "Act s.1", as_of = 2026-01-01 }]
"""
HEAD = """
id = "us-zz"
name = "Z"
parent = "us"
legal_system = "common_law"
language = "en"
as_of = 2026-01-01
review_by = 2027-01-01
governing_law = ["us-zz"]
"""


def pack(folder: Path, text: str, name: str = "us-zz") -> Path:
    place = folder / name
    place.mkdir(parents=True)
    (place / "profile.toml").write_text(text)
    return place


@pytest.mark.parametrize("pack_id", SHIPPED.ids)
def test_every_shipped_pack_is_sound(pack_id: str) -> None:
    assert check_pack(SHIPPED.place(pack_id), SHIPPED) == []


def test_the_packs_that_ship() -> None:
    wanted = "au ca-on de eu fr gb-eaw ie in sg us us-ca us-de us-ny us-tx"
    assert SHIPPED.ids == ("_base", *wanted.split())
    assert [each.profile.id for each in SHIPPED.load("us-ny").chain] == ["us-ny", "us", "_base"]
    assert [each.profile.id for each in SHIPPED.load("de").chain] == ["de", "eu", "_base"]


def test_focuses_and_kinds_of_matter() -> None:
    base = SHIPPED.load("_base")
    focuses = (
        "assignment confidentiality data-protection e-sign forum indemnity ip liability limitation liquidated-damages "
        "payment renewal restraint third-parties unfair-terms"
    )
    assert [focus.id for focus in base.focuses] == focuses.split()
    matters = "consulting distribution dpa employment lease licence marketing nda saas services supply"
    assert [matter.id for matter in base.matters] == matters.split()
    for matter in base.matters:
        assert {*matter.focuses, *(each.focus for each in matter.expected)} <= set(focuses.split())
        looked_for = {each for expected in matter.expected for each in expected.clause_types}
        assert looked_for <= {*CUAD_CATEGORIES, *PROVISION_TYPES}


@pytest.mark.parametrize("pack_id", SHIPPED.ids)
def test_no_rule_has_a_rate_of_the_day_in_its_prose(pack_id: str) -> None:
    """A figure that a table has is told from the table, with its days."""
    pack = SHIPPED.load(pack_id)
    figures = {value.text for rate in pack.rates for value in rate.values if re.search(r"\d", value.text)}
    asks = [(rule.id, ask) for rule in pack.rules for ask in rule.ask.by_side.values()]
    words = [(rule.id, f"{rule.title} {rule.statement} {rule.check} {rule.assumes}") for rule in pack.rules]
    words += [(rule_id, f"{ask.text} {ask.rationale} {ask.wording}") for rule_id, ask in asks]
    assert not [(rule_id, figure) for figure in figures for rule_id, each in words if figure in each]


@pytest.mark.parametrize("pack_id", SHIPPED.ids)
def test_no_watch_item_is_stated_as_law(pack_id: str) -> None:
    assert all(rule.effect != "watch" for rule in SHIPPED.load(pack_id).rules)


@pytest.mark.parametrize(
    ("law", "pack_id"),
    [("us-ny", "us-ny"), ("gb-eaw", "gb-eaw"), ("us-nv", None), ("gb-sct", None), ("gb-nir", None), ("us-n", None)],
)
def test_a_law_is_answered_by_its_own_pack_only(law: str, pack_id: str | None) -> None:
    assert SHIPPED.answering_to(law) == pack_id


def test_a_pack_that_does_not_load_is_in_the_way_of_its_own_law_only(tmp_path: Path) -> None:
    pack(tmp_path, HEAD + RULE.replace("statement", "statment"))
    packs = Packs((tmp_path, *SHIPPED.folders))
    assert packs.answering_to("us-ny") == "us-ny"
    assert packs.answering_to("us-zz") == "us-zz"
    with pytest.raises(ConfigError):
        packs.load("us-zz")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD + RULE.replace("statement", "statment"), "rules -> 0 -> statment: there is no such key"),
        (HEAD + RULE.replace('"void"', '"illegal"'), "rules -> 0 -> effect: Input should be"),
        (HEAD + RULE.replace('[{ cite = "Act s.1", as_of = 2026-01-01 }]', "[]"), "rules -> 0 -> authorities: Tuple"),
        (
            HEAD + RULE.replace("[{ clause = [", "[{ claus = ["),
            "rules -> 0 -> when -> 0 -> claus: there is no such key",
        ),
        (HEAD + RULE.replace('clause = ["Cap On Liability"] }', "}"), "a trigger needs at least one condition"),
        (HEAD + RULE + RULE, "rules with the same id: x-1"),
        (HEAD.replace('"us-zz"', '"us-yy"', 1), "id: 'us-yy' does not match its folder 'us-zz'"),
        (HEAD.replace("as_of = 2026-01-01\n", "") + RULE, "a pack with rules needs as_of"),
        (
            HEAD + RULE.replace("as_of = 2026-01-01 }", 'as_of = 2026-01-01, url = "ftp://x" }'),
            "url: String should match",
        ),
        ("id = ", "is not TOML"),
    ],
)
def test_a_wrong_profile_says_where(tmp_path: Path, text: str, message: str) -> None:
    place = pack(tmp_path, text)
    with pytest.raises(ConfigError) as error:
        load_pack(place)
    assert message in str(error.value)
    assert str(place / "profile.toml") in str(error.value)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("liability", "liabilities"), "focus 'liabilities' has no file in focus/"),
        (('["Cap On Liability"] }', '["Cap On Libility"] }'), "clause type 'Cap On Libility' is not one"),
        (('check = "C."', 'check = "{{ rate.uk_bank }}"'), "check, line 1: 'dict object' has no attribute 'uk_bank'"),
        (
            (
                'party_view = "both"',
                'party_view = "both"\nask.customer.text = "Ask."\nask.customer.wording = "{{ agreemnt }}"',
            ),
            "x-1: ask.customer.wording, line 1: 'agreemnt' is undefined",
        ),
        (('title = "T"', 'title = "{{ suppler }} may"'), "x-1: title, line 1: 'suppler' is undefined"),
    ],
)
def test_check_finds_what_loading_cannot(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    place = pack(tmp_path, HEAD + RULE.replace(*change))
    assert any(message in problem for problem in check_pack(place, SHIPPED))


def test_check_knows_the_facts_that_a_kind_of_matter_shows(tmp_path: Path) -> None:
    place = pack(tmp_path, HEAD)
    (place / "matter").mkdir()
    shipped = SHIPPED.place("_base") / "matter" / "nda.toml"
    text = shipped.read_text(encoding="utf-8")
    (place / "matter" / "nda.toml").write_text(text.replace("premises = false", "premisses = false"), encoding="utf-8")
    assert any("nda -> shows: 'premisses' is not in facts.toml" in problem for problem in check_pack(place, SHIPPED))


@pytest.mark.parametrize(
    ("template", "message"),
    [
        (
            '{% extends "_base/prompts/summary.v1.jinja" %}{% block law %}{{ nothing }}{% endblock %}',
            "'nothing' is undefined",
        ),
        (
            '{% extends "_base/prompts/summary.v1.jinja" %}{% block law %}{{ law.nothing }}{% endblock %}',
            "no attribute",
        ),
        ("no blocks", "the block 'parties' is missing"),
        ("{% if %}", "line 1"),
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
        ("x" * 70_000, "a prompt may have 64000"),
        ("{% for a in range(9999) %}{% for b in range(9999) %}xxxx{% endfor %}{% endfor %}", "renders more than"),
    ],
)
def test_check_renders_every_prompt(tmp_path: Path, template: str, message: str) -> None:
    place = pack(tmp_path, HEAD)
    (place / "prompts").mkdir()
    (place / "prompts" / "summary.v1.jinja").write_text(template)
    assert any(message in problem for problem in check_pack(place, SHIPPED))


@pytest.mark.parametrize(
    ("files", "pin", "focus", "wanted"),
    [
        ((), None, "liability", "_base/prompts/summary.v1.jinja"),
        (("summary.v1.jinja",), None, "liability", "us-zz/prompts/summary.v1.jinja"),
        (("summary.v2.jinja", "summary.v10.jinja"), None, "liability", "us-zz/prompts/summary.v10.jinja"),
        (("summary.v2.jinja", "summary.v10.jinja"), 2, "liability", "us-zz/prompts/summary.v2.jinja"),
        (
            ("summary.v2.jinja", "liability/summary.v1.jinja"),
            None,
            "liability",
            "us-zz/prompts/liability/summary.v1.jinja",
        ),
        (("liability/summary.v1.jinja",), None, "renewal", "_base/prompts/summary.v1.jinja"),
        (("liability/summary.v1.jinja",), None, None, "_base/prompts/summary.v1.jinja"),
    ],
)
def test_which_prompt(tmp_path: Path, files: tuple[str, ...], pin: int | None, focus: str | None, wanted: str) -> None:
    place = pack(tmp_path, HEAD + (f"\n[prompts]\nsummary = {pin}\n" if pin else ""))
    for name in files:
        (place / "prompts" / name).parent.mkdir(parents=True, exist_ok=True)
        (place / "prompts" / name).write_text("{# #}")
    packs = Packs((tmp_path, *SHIPPED.folders))
    assert packs.load("us-zz").prompt("summary", focus).name == wanted


def test_a_pin_without_its_file_is_an_error(tmp_path: Path) -> None:
    place = pack(tmp_path, HEAD + "\n[prompts]\nsummary = 7\n")
    (place / "prompts").mkdir()
    (place / "prompts" / "summary.v1.jinja").write_text("{# #}")
    with pytest.raises(ConfigError, match="version 7 is pinned"):
        Packs((tmp_path, *SHIPPED.folders)).load("us-zz").prompt("summary")


def test_a_circle_of_parents_is_an_error(tmp_path: Path) -> None:
    pack(tmp_path, HEAD.replace('parent = "us"', 'parent = "us-zz"'))
    with pytest.raises(ConfigError, match="its own ancestor"):
        Packs((tmp_path, *SHIPPED.folders)).load("us-zz")


def test_an_own_pack_stands_before_the_shipped_one(tmp_path: Path) -> None:
    pack(tmp_path, HEAD.replace("us-zz", "us-ny"), "us-ny")
    packs = Packs((tmp_path, *SHIPPED.folders))
    assert packs.load("us-ny").profile.name == "Z"
    assert packs.load("us-ca").profile.name == "California"


def test_a_copy_is_complete_and_is_not_overwritten(tmp_path: Path) -> None:
    folder = copy_pack(SHIPPED, "us-ny", tmp_path)
    tasks = sorted(path.name.split(".")[0] for path in folder.glob("prompts/*"))
    assert tasks == ["findings", "negotiate", "redline", "summary"]
    assert check_pack(folder, SHIPPED) == []
    with pytest.raises(ConfigError, match="exists already"):
        copy_pack(SHIPPED, "us-ny", tmp_path)


@pytest.mark.parametrize("pack_id", ["us-xx", "../us", "", "US-NY"])
def test_an_unknown_pack_lists_the_known_ones(pack_id: str) -> None:
    with pytest.raises(ConfigError, match="Known: _base, au, ca-on"):
        SHIPPED.load(pack_id)


@pytest.mark.parametrize(
    ("timing", "signed", "in_force"),
    [
        ("contract", None, True),
        ("contract", date(2025, 6, 30), False),
        ("contract", date(2025, 7, 1), True),
        ("conduct", date(2025, 6, 30), True),
    ],
)
def test_a_rule_about_contracts_looks_at_the_day_of_signing(timing: str, signed: date | None, in_force: bool) -> None:
    rule = next(rule for rule in SHIPPED.load("us-ca").rules if rule.id == "us-ca-16")
    rule = Rule.model_validate(rule.model_dump() | {"timing": timing})
    assert rule.in_force(date(2026, 1, 1), signed) is in_force
    assert not rule.in_force(date(2025, 6, 30), signed)


def test_folders_of_packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack(tmp_path / "one", HEAD)
    pack(tmp_path / "two", HEAD)
    monkeypatch.setenv("LEGALAI_JURISDICTIONS", str(tmp_path / "two"))
    assert pack_folders(tmp_path / "one")[:2] == (tmp_path / "one", tmp_path / "two")
    with pytest.raises(ConfigError, match="no pack in it"):
        pack_folders(tmp_path)
    with pytest.raises(ConfigError, match="no such folder"):
        pack_folders(tmp_path / "three")


def test_folder_of_a_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine").mkdir()
    monkeypatch.setenv("LEGALAI_MODELS", str(tmp_path))
    assert model_folder("mine") == tmp_path / "mine"
    assert model_folder("other", tmp_path / "mine") == tmp_path / "mine"
    with pytest.raises(ConfigError, match="The model 'other' was not found"):
        model_folder("other")
    with pytest.raises(ConfigError, match="no model folder here"):
        model_folder("mine", tmp_path / "gone")
