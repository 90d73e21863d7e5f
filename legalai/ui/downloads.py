"""The review as files to keep."""

from collections.abc import Iterable

import streamlit as st

from legalai.export.exporter import Exporter
from legalai.export.html import HtmlExporter
from legalai.export.issues_list import IssuesListExporter
from legalai.export.json import JsonExporter
from legalai.export.markdown import MarkdownExporter
from legalai.export.memo import MemoExporter
from legalai.review import Reviewed
from legalai.ui.desk import Entry

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FOR_US: tuple[tuple[str, Exporter, str], ...] = (
    ("Memo (Word)", MemoExporter(), _WORD),
    ("Page (HTML)", HtmlExporter(), "text/html"),
    ("Text (Markdown)", MarkdownExporter(), "text/markdown"),
    ("Data (JSON)", JsonExporter(), "application/json"),
)
_FOR_THEM: tuple[tuple[str, Exporter, str], ...] = (("List of our points (Word)", IssuesListExporter(), _WORD),)


def show(entry: Entry, reviewed: Reviewed) -> None:
    """A menu with one download for each format; a file is made when it is asked for."""
    with st.popover("Download", icon=":material/download:", width="stretch"):
        st.html("<h3>For our side only</h3>")
        st.caption("These files may hold our fallback positions.")
        _buttons(entry, reviewed, _FOR_US)
        st.html("<h3>For the other side</h3>")
        if reviewed.review.negotiation_points:
            st.caption("Holds nothing of our positions: what we ask for, why, and the words we propose.")
            _buttons(entry, reviewed, _FOR_THEM)
        else:
            st.caption("There is a list to send once there are negotiation points: choose the party you act for.")


def _buttons(entry: Entry, reviewed: Reviewed, formats: Iterable[tuple[str, Exporter, str]]) -> None:
    for label, exporter, media_type in formats:
        st.download_button(
            label,
            lambda exporter=exporter: exporter.export(reviewed.document, reviewed.review),
            file_name=exporter.file_name,
            mime=media_type,
            key=f"download-{exporter.name}-{entry.id}",
            on_click="ignore",
            width="stretch",
        )
