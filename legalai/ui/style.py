"""The page's own style sheet: two panes that scroll by themselves, and the looks of cards."""

from functools import cache
from importlib.resources import files

import streamlit as st

_ASSETS = files("legalai.ui") / "assets"


@cache
def asset(name: str) -> str:
    """A style sheet or script of ours."""
    return (_ASSETS / name).read_text(encoding="utf-8")


def apply() -> None:
    """Put the style sheet on the page."""
    st.html(f"<style>{asset('page.css')}</style>")
