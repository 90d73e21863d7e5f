"""Uploaded bytes to a review: through a private file that is gone when the reading is done."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from legalai.errors import EncryptedFile, LegalAIError
from legalai.review import Workbench
from legalai.ui.desk import Desk, Entry
from legalai.ui.safe import markdown
from legalai.ui.workbench import the_workbench

# What the stages of a review are called on the page; a stage that is not here shows its own name.
_STAGES = {
    "reading": "Reading the file",
    "extracting": "Finding parties, dates, clauses and obligations",
    "advising": "Choosing the law that applies",
    "findings": "Comparing with the law and the playbook",
    "points": "Writing negotiation points",
    "summary": "Writing the summary",
}


def read_pending(desk: Desk) -> None:
    """Review every contract that waits for it, and show how far that is."""
    waiting = [entry for entry in desk.entries.values() if entry.pending]
    if not waiting:
        return
    workbench = the_workbench()
    with st.status("Reviewing", expanded=True) as status:
        for number, entry in enumerate(waiting, 1):
            of = f" ({number} of {len(waiting)})" if len(waiting) > 1 else ""
            status.update(label=f"Reviewing {markdown(entry.name)}{of}", expanded=True)
            review(entry, workbench, _tell)
        status.update(label="Done", state="complete", expanded=False)
    # The page above was drawn before there was a result: draw it again, with the parties to choose from.
    st.rerun()


def _tell(stage: str) -> None:
    """One line for each stage of the work, as it begins."""
    st.write(f":material/chevron_right: {markdown(_STAGES.get(stage, stage))}")


def review(entry: Entry, workbench: Workbench, progress: Callable[[str], None]) -> None:
    """Put the outcome into the entry: a review, or what the user can do about it."""
    entry.pending = False
    entry.trouble = None
    try:
        # mkdtemp makes a folder that only this user may enter; the name is the uploader's, without its path.
        with tempfile.TemporaryDirectory(prefix="legalai-") as folder:
            path = Path(folder) / (Path(entry.name.replace("\\", "/")).name or "contract")
            path.write_bytes(entry.data)
            entry.reviewed = workbench.review(path, entry.request, progress=progress)
        entry.wants_password = False
        entry.active = None
    except LegalAIError as error:
        entry.trouble = str(error)
        entry.wants_password = entry.wants_password or isinstance(error, EncryptedFile)


def show_trouble(entry: Entry) -> None:
    """The one place where an error is shown."""
    if entry.trouble:
        st.error(markdown(entry.trouble), icon=":material/error:")
