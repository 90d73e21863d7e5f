"""The uploader, and the choice among several contracts."""

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from legalai.ingest.containers.members import files_in
from legalai.ui.desk import Desk, Entry, Upload
from legalai.ui.private import on_disk
from legalai.ui.safe import markdown
from legalai.ui.workbench import the_workbench


def ask_files(desk: Desk) -> None:
    """Let the user add contracts and say which one to look at."""
    kinds = "DOCX, PDF, ODT, RTF, HTML, text, pictures, ZIP archives of documents and more, up to 50 MB each."
    files = st.file_uploader("Contracts", accept_multiple_files=True, help=kinds)
    # Bytes stay in the uploader's memory; the desk only refers to them.
    desk.keep({file.file_id: _kept(desk, file.file_id) or _opened(desk, file) for file in files})
    for line in (line for upload in desk.uploads.values() for line in upload.passed_over):
        st.caption(markdown(line))
    if len(desk.entries) > 1:
        desk.chosen_id = st.selectbox(
            "Show",
            list(desk.entries),
            index=list(desk.entries).index(desk.chosen_id) if desk.chosen_id else 0,
            format_func=lambda each: _state(desk.entries[each]),
        )


def _kept(desk: Desk, identity: str) -> Upload | None:
    """An upload as it was looked into; None where the user has given another password since."""
    upload = desk.uploads.get(identity)
    return upload if upload is not None and upload.password == desk.password_for(identity) else None


def _opened(desk: Desk, file: UploadedFile) -> Upload:
    return opened(file.name, file.getvalue(), desk.password_for(file.file_id))


def opened(name: str, data: bytes, password: str | None = None) -> Upload:
    """An upload with what is in it, where it is an archive, e-mail or PDF of several contracts."""
    if not data.startswith((b"PK", b"%PDF-")) and not name.lower().endswith(".eml"):
        return Upload(name, data, password=password)
    with on_disk(name, data) as path:
        paths, passed_over = files_in(path, the_workbench().plugins.readers, password)
        members = tuple("" if each == path else each.relative_to(path).as_posix() for each in paths)
    return Upload(name, data, members, passed_over, password)


def _state(entry: Entry) -> str:
    """Its name, and before it what keeps it from being shown: long names are cut at the end of the box."""
    if entry.reviewed is not None:
        return entry.name
    return f"Waiting: {entry.name}" if entry.pending else f"Not read: {entry.name}"
