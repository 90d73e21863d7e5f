"""The workbench all sessions share: models and packs, and never a contract."""

import streamlit as st

from legalai.jurisdictions import BASE, Packs
from legalai.resources import pack_folders
from legalai.review import Workbench


def open_workbench() -> Workbench:
    """Load models and plugins."""
    return Workbench.open()


@st.cache_resource(show_spinner="Loading the models")
def the_workbench() -> Workbench:
    """The workbench, opened once for the life of the server."""
    return open_workbench()


@st.cache_resource(show_spinner=False)
def _packs() -> Packs:
    return Packs(pack_folders())


def jurisdictions() -> dict[str, str]:
    """The jurisdictions to choose from: id -> name."""
    return {each: _packs().load(each).profile.name for each in _packs().ids}


def law_name(pack_id: str) -> str:
    """The law of a pack as one says it."""
    return "none" if pack_id == BASE else jurisdictions().get(pack_id, pack_id)


def focuses() -> dict[str, str]:
    """The risk focuses to choose from: id -> title."""
    return {focus.id: focus.title for focus in _packs().load("_base").focuses}
