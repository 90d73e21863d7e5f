"""Uploaded bytes to a review: through a private file that is gone when the reading is done."""

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from legalai.batch.bugs import bug_message
from legalai.errors import EncryptedFile, LegalAIError
from legalai.review import Extracted, ReviewRequest, Workbench
from legalai.ui.desk import Desk, Entry
from legalai.ui.live_words import LiveWords
from legalai.ui.private import contract_file
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


def read_next(desk: Desk) -> None:
    """Review one contract that waits for it, show how far that is, and draw the page again with the outcome."""
    waiting = [entry for entry in desk.entries.values() if entry.pending]
    if not waiting:
        return
    entry = desk.chosen if desk.chosen in waiting else waiting[0]
    turn = len(desk.entries) - len(waiting) + 1
    of = f" ({turn} of {len(desk.entries)})" if len(desk.entries) > 1 else ""
    workbench = the_workbench()
    with st.status(f"Reviewing {markdown(entry.name)}{of}", expanded=True):
        stages, words = st.container(), LiveWords(st.empty())
        review(entry, workbench, lambda stage: _tell(stages, stage), words.hear)
    # The page was drawn before there was a result: draw it again, with the parties to choose from.
    st.rerun()


def _tell(stages: DeltaGenerator, stage: str) -> None:
    """One line for each stage of the work, as it begins."""
    stages.write(f":material/chevron_right: {markdown(_STAGES.get(stage, stage))}")


def review(
    entry: Entry,
    workbench: Workbench,
    progress: Callable[[str], None],
    words: Callable[[str], None] | None = None,
) -> None:
    """Put the outcome into the entry: a review, or what the user can do about it. `words` hears a language model write.

    Streamlit may end this at any word of progress, when the user asks for something else: the entry is pending until
    there is an outcome, and what was extracted stays extracted.
    """
    entry.trouble = None
    try:
        if entry.extracted is None:
            entry.extracted = extract(entry, entry.request, workbench, progress)
            entry.active = None
        entry.reviewed = workbench.advise(entry.extracted, entry.request, progress=progress, words=words)
        entry.wants_password = False
    except EncryptedFile:
        # The error's own words name an option of the command line.
        wrong = entry.request.password is not None
        state = "does not open with this password" if wrong else "is encrypted"
        entry.trouble = f"{entry.name} {state}: give its password at the left and press Review."
        entry.wants_password = True
    except LegalAIError as error:
        entry.trouble = str(error)
    except Exception as error:
        # A fault of ours with one contract leaves the others as they are, and its own words may quote the contract.
        entry.trouble = f"{entry.name}: {bug_message(error)}"
    entry.pending = False


def extract(entry: Entry, request: ReviewRequest, workbench: Workbench, progress: Callable[[str], None]) -> Extracted:
    """What is in the file of an entry, read as a request asks. Raises: LegalAIError."""
    with contract_file(entry.upload_name, entry.data, entry.member) as path:
        return workbench.extract(
            path,
            as_of=request.as_of,
            password=request.password,
            view=request.view,
            triggers=request.triggers,
            progress=progress,
        )


def show_trouble(entry: Entry) -> None:
    """The one place where an error is shown."""
    if entry.trouble:
        st.error(markdown(entry.trouble), icon=":material/error:")
