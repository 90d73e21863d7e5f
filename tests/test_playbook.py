"""Playbooks: the shipped ones are whole, and a wrong one says where."""

from pathlib import Path

import pytest

from legalai.config_files import read_config
from legalai.drafting.templates import Templates
from legalai.errors import ConfigError
from legalai.jurisdictions import Packs
from legalai.labels import CUAD_CATEGORIES, PROVISION_TYPES
from legalai.playbook import (
    HEAD,
    SHIPPED,
    AddSentence,
    Position,
    PositionsFile,
    load_playbook,
    position_files,
    shipped_playbooks,
)
from legalai.resources import pack_folders

NAMES = (
    "us them customer supplier agreement fees services personal_data confidential_information renewal_term year"
    " deadline renewal_length days_gained cap_in_money"
).split()
POSITIONS = [(name, position) for name in shipped_playbooks() for position in load_playbook(name).positions]
TOPICS = {"liability-cap", "damages-exclusion", "carve-outs", "price-increase", "security-incident", "indemnity"}
TOPICS |= {"assignment", "change-of-control", "convenience", "insurance", "governing-law"}


@pytest.mark.parametrize("name", shipped_playbooks())
def test_the_shipped_playbooks_cover_what_is_negotiated(name: str) -> None:
    playbook = load_playbook(name)
    assert playbook.side == name
    assert {position.topic for position in playbook.positions} >= TOPICS


@pytest.mark.parametrize(("name", "position"), POSITIONS, ids=lambda each: getattr(each, "id", each))
def test_every_template_of_a_position_renders(name: str, position: Position) -> None:
    templates = Templates(pack_folders())
    values = {each: f"<{each}>" for each in NAMES}
    words = [position.title, position.ask, position.rationale, position.note, position.preferred, position.fallback]
    words += [position.walk_away, position.wording or "", *(getattr(edit, "put", "") for edit in position.edits)]
    assert all("{" not in templates.words(each, values, where=name) for each in words)


@pytest.mark.parametrize(("name", "position"), POSITIONS, ids=lambda each: getattr(each, "id", each))
def test_what_the_other_side_reads_names_no_policy(name: str, position: Position) -> None:
    outside = f"{position.ask} {position.rationale} {position.wording or ''}".lower()
    assert not [
        word for word in ("playbook", "policy", "fallback", "walk away", "escalat", "prefer") if word in outside
    ]


@pytest.mark.parametrize(("name", "position"), POSITIONS, ids=lambda each: getattr(each, "id", each))
def test_there_are_words_to_propose_whatever_the_clause_says(name: str, position: Position) -> None:
    """An edit that finds nothing to change leaves a grave finding without an ask."""
    assert position.wording or any(isinstance(edit, AddSentence) for edit in position.edits)


@pytest.mark.parametrize(("name", "position"), POSITIONS, ids=lambda each: getattr(each, "id", each))
def test_clause_types_exist(name: str, position: Position) -> None:
    types = {each for trigger in position.when for each in (*trigger.clause, *trigger.not_found)}
    assert types <= {*CUAD_CATEGORIES, *PROVISION_TYPES}


def test_every_position_is_in_a_focus_that_there_is() -> None:
    focuses = {focus.id for focus in Packs(pack_folders()).load("_base").focuses}
    assert {position.focus for _, position in POSITIONS} <= focuses


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("walk_away = ", "walkaway = "), "walkaway: there is no such key here"),
        (('op = "sentence"', 'op = "sentance"'), "Input tag 'sentance' found using 'op' does not match"),
        (('side = "customer"', 'side = "buyer"'), "side: Input should be 'customer' or 'supplier'"),
        (('id = "cap-one-item"', 'id = "cap-too-low"'), "positions with the same id: cap-too-low"),
    ],
)
@pytest.mark.parametrize("kind", ["file", "folder"])
def test_a_wrong_playbook_says_where(tmp_path: Path, kind: str, change: tuple[str, str], message: str) -> None:
    head = (SHIPPED / "customer" / HEAD).read_text(encoding="utf-8").replace(*change)
    positions = (SHIPPED / "customer" / "liability.toml").read_text(encoding="utf-8").replace(*change)
    if kind == "file":
        path = tmp_path / "mine.toml"
        path.write_text(f"{head}\n{positions}", encoding="utf-8")
    else:
        path = tmp_path
        (path / HEAD).write_text(head, encoding="utf-8")
        (path / "liability.toml").write_text(positions, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        load_playbook(str(path))
    assert message in str(error.value)
    assert str(path) in str(error.value)


def test_a_folder_without_a_head_or_positions_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"playbook\.toml: cannot be read"):
        load_playbook(str(tmp_path))
    (tmp_path / HEAD).write_text((SHIPPED / "customer" / HEAD).read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(ConfigError, match="positions: Tuple should have at least 1 item"):
        load_playbook(str(tmp_path))


@pytest.mark.parametrize(
    "path",
    [path for name in shipped_playbooks() for path in position_files(SHIPPED / name)],
    ids=lambda path: f"{path.parent.name}-{path.stem}",
)
def test_a_shipped_file_holds_one_focus(path: Path) -> None:
    assert {each.focus for each in read_config(path, PositionsFile).positions} == {path.stem}


def test_an_unknown_playbook_lists_the_shipped_ones() -> None:
    with pytest.raises(ConfigError, match="one of: customer, supplier"):
        load_playbook("buyer")


def test_a_list_whose_only_entry_is_wrong_is_not_told_to_be_empty(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('id = "mine"\nname = "Mine"\nside = "customer"\n[[positions]]\nid = "one"\n', encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        load_playbook(str(path))
    lines = str(error.value).splitlines()
    assert f"{path} -> positions -> 0 -> title: this key is missing" in lines
    assert all(" -> positions -> 0 -> " in line for line in lines)
