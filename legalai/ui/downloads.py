"""The review as files to keep."""

import streamlit as st

from legalai.export.exporter import Exporter
from legalai.export.html import HtmlExporter
from legalai.export.json import JsonExporter
from legalai.export.markdown import MarkdownExporter
from legalai.export.memo import MemoExporter
from legalai.review import Reviewed
from legalai.ui.desk import Entry

_FORMATS: tuple[tuple[str, Exporter, str], ...] = (
    ("Memo (Word)", MemoExporter(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("Page (HTML)", HtmlExporter(), "text/html"),
    ("Text (Markdown)", MarkdownExporter(), "text/markdown"),
    ("Data (JSON)", JsonExporter(), "application/json"),
)


def show(entry: Entry, reviewed: Reviewed) -> None:
    """A menu with one download for each format; a file is made when it is asked for."""
    with st.popover("Download", icon=":material/download:", width="stretch"):
        st.caption("For our side only: the files may hold our fallback positions.")
        for label, exporter, media_type in _FORMATS:
            st.download_button(
                label,
                lambda exporter=exporter: exporter.export(reviewed.document, reviewed.review),
                file_name=exporter.file_name,
                mime=media_type,
                key=f"download-{exporter.name}-{entry.id}",
                on_click="ignore",
                width="stretch",
            )
