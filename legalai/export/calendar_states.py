"""What the user says of a contract's life: notice served, terminated, superseded, or live after all."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from legalai.config_files import Settings, read_config
from legalai.schema import Contract

StateName = Literal["live", "notice-served", "terminated", "superseded"]

STATES: tuple[StateName, ...] = ("live", "notice-served", "terminated", "superseded")
FILE_NAME = "states.toml"
DRAFT = "draft: not in the calendar"
_HEAD = "# What became of each contract. `legalai calendar mark` writes this file anew, without comments of yours.\n"
_EXECUTION = {
    "signed": "live",
    "partly": "live: not signed by all",
    "unknown": "live: signature not seen",
    "unsigned": DRAFT,
}


class Mark(Settings):
    """A state a contract is in since a day, or will be from a day on."""

    state: StateName
    on: date
    note: str = ""


class _States(Settings):
    contracts: Mapping[str, Mark] = MappingProxyType({})


def read_states(path: Path) -> Mapping[str, Mark]:
    """The marks of a folder, by the contract's name in it; none where there is no file. Raises: ConfigError."""
    return read_config(path, _States).contracts if path.exists() else {}


def states_toml(marks: Mapping[str, Mark]) -> str:
    """The marks as TOML, by name."""
    return _HEAD + "".join(_table(name, mark) for name, mark in sorted(marks.items()))


def is_draft(contract: Contract, mark: Mark | None) -> bool:
    """Whether it is an unsigned draft, and nobody said that it is more than that."""
    return mark is None and contract.execution.status == "unsigned"


def state_words(contract: Contract, mark: Mark | None) -> str:
    """The state as a table shows it."""
    if mark is None:
        return _EXECUTION[contract.execution.status]
    if mark.state == "live":
        return "live"
    return f"{mark.state.replace('-', ' ')} on {mark.on}"


def _table(name: str, mark: Mark) -> str:
    note = f"note = {_string(mark.note)}\n" if mark.note else ""
    return f'\n[contracts.{_string(name)}]\nstate = "{mark.state}"\non = {mark.on}\n{note}'


def _string(text: str) -> str:
    """A basic string; JSON writes it as TOML does but for DEL (TOML 1.0, "String")."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
