"""The uploader, and the choice among several contracts."""

import streamlit as st

from legalai.ui.desk import Desk, Entry


def ask_files(desk: Desk) -> None:
    """Let the user add contracts and say which one to look at."""
    kinds = "DOCX, PDF, ODT, RTF, HTML, text and more, up to 50 MB each."
    files = st.file_uploader("Contracts", accept_multiple_files=True, help=kinds)
    # Bytes stay in the uploader's memory; the desk only refers to them.
    desk.keep({file.file_id: (file.name, file.getvalue()) for file in files})
    if len(desk.entries) > 1:
        desk.chosen_id = st.selectbox(
            "Show",
            list(desk.entries),
            index=list(desk.entries).index(desk.chosen_id) if desk.chosen_id else 0,
            format_func=lambda each: _state(desk.entries[each]),
        )


def _state(entry: Entry) -> str:
    """Its name, and before it what keeps it from being shown: long names are cut at the end of the box."""
    if entry.reviewed is not None:
        return entry.name
    return f"Waiting: {entry.name}" if entry.pending else f"Not read: {entry.name}"
