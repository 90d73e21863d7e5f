"""The uploader, and the choice among several contracts."""

import streamlit as st

from legalai.ui.desk import Desk


def ask_files(desk: Desk) -> None:
    """Let the user add contracts and say which one to look at."""
    files = st.file_uploader("Contracts", accept_multiple_files=True, help="DOCX, PDF or plain text, up to 50 MB each.")
    # Bytes stay in the uploader's memory; the desk only refers to them.
    desk.keep({file.file_id: (file.name, file.getvalue()) for file in files})
    if len(desk.entries) > 1:
        desk.chosen_id = st.selectbox(
            "Show",
            list(desk.entries),
            format_func=lambda each: desk.entries[each].name,
            key="shown-contract",
        )
