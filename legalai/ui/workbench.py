"""The workbench all sessions share: models and packs, and never a contract."""

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from legalai.jurisdictions import BASE, Fact, Jurisdiction, Packs, Reach
from legalai.resources import pack_folders
from legalai.review import Workbench

# A pack is files somebody may be editing: what was loaded counts until one of them changes.
Stamp = tuple[tuple[str, int], ...]


def open_workbench() -> Workbench:
    """Load models and plugins."""
    return Workbench.open()


@st.cache_resource(show_spinner="Loading the models")
def the_workbench() -> Workbench:
    """The workbench, opened once for the life of the server."""
    return open_workbench()


def the_packs() -> Packs:
    """The folders of packs, as they are now."""
    return Packs(pack_folders())


def loaded_packs() -> Mapping[str, Jurisdiction]:
    """Every pack with its parents by its id. Raises: ConfigError where one is broken."""
    folders = the_packs().folders
    return _loaded(folders, _stamp(folders))


@st.cache_resource(show_spinner=False, max_entries=1)
def _loaded(folders: tuple[Path, ...], stamp: Stamp) -> Mapping[str, Jurisdiction]:
    packs = Packs(folders)
    return {each: packs.load(each) for each in packs.ids}


def _stamp(folders: tuple[Path, ...]) -> Stamp:
    files = (path for folder in folders for path in folder.glob("**/*") if path.suffix in {".toml", ".jinja"})
    return tuple(sorted((str(path), path.stat().st_mtime_ns) for path in files))


def jurisdictions() -> dict[str, str]:
    """The jurisdictions to choose from: id -> name."""
    return {each: pack.profile.name for each, pack in loaded_packs().items()}


def law_name(pack_id: str) -> str:
    """The law of a pack as one says it."""
    return "none" if pack_id == BASE else jurisdictions().get(pack_id, pack_id)


def reaching(reach: Reach) -> dict[str, str]:
    """The jurisdictions with rules that come to a contract from a place: id -> name."""
    packs = loaded_packs().items()
    return {each: pack.profile.name for each, pack in packs if any(reach in rule.reach for rule in pack.rules)}


def focuses() -> dict[str, str]:
    """The risk focuses to choose from: id -> title."""
    return {focus.id: focus.title for focus in loaded_packs()[BASE].focuses}


def matters(pack_id: str) -> dict[str, str]:
    """The kinds of matter of a pack to choose from: id -> title."""
    return {matter.id: matter.title for matter in loaded_packs().get(pack_id, loaded_packs()[BASE]).matters}


def known_facts(pack_id: str) -> tuple[Fact, ...]:
    """What rules of a pack may turn on."""
    return loaded_packs().get(pack_id, loaded_packs()[BASE]).facts
