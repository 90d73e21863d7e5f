"""The prompts as they were rendered, so that one can see what a language model would be told, or change them."""

import streamlit as st

from legalai.review import Reviewed
from legalai.ui.desk import Entry
from legalai.ui.safe import markdown


def show(entry: Entry, reviewed: Reviewed) -> None:
    """Every prompt with its file, version and hash."""
    made = reviewed.review.provenance
    st.caption(
        f"Drafter: {markdown(made.drafter)}. These prompts were rendered from the files named. To change them, copy a "
        "pack: `legalai jurisdictions copy ID DIR`."
    )
    for prompt in reviewed.prompts:
        what = f"{prompt.task}, {prompt.focus}" if prompt.focus else prompt.task
        with st.expander(f"{markdown(what)} · {markdown(prompt.file)}"):
            st.caption(f"Version {prompt.version}, sha256 {prompt.sha256[:16]}")
            st.code(prompt.text, language=None, wrap_lines=True)
