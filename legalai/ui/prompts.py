"""The prompts as they were rendered, so that one can see what a language model would be told, or change them."""

from collections.abc import Sequence

import streamlit as st

from legalai.advise import RenderedPrompt
from legalai.drafting.language_model.excerpt import estimated_tokens
from legalai.jurisdictions import TASKS
from legalai.review import Reviewed
from legalai.ui.desk import Entry
from legalai.ui.safe import markdown
from legalai.ui.workbench import focuses

_TITLES = {"summary": "Summary", "findings": "Findings", "negotiate": "Negotiation", "redline": "Words of a redline"}


def show(entry: Entry, reviewed: Reviewed) -> None:
    """The prompts of one task, each with its file, version and hash."""
    made = reviewed.review.provenance
    st.caption(
        f"{markdown(entry.name)}. Drafter: {markdown(made.drafter)}. A language model is given these words; the "
        "offline drafter takes its sentences from the same files. To change them, copy a pack: `legalai jurisdictions "
        "copy ID DIR`."
    )
    task = st.segmented_control(
        "Task", TASKS, default=TASKS[0], required=True, format_func=_title, key=f"task-{entry.id}"
    )
    found = of_task(reviewed.prompts, task or TASKS[0])
    if not found:
        st.info(_none(task or TASKS[0], reviewed))
    titles = focuses()
    for prompt in found:
        about = titles.get(prompt.focus, prompt.focus) if prompt.focus else "All focuses"
        with st.expander(f"{markdown(about)} · {markdown(prompt.file)}", expanded=len(found) == 1):
            tokens = estimated_tokens(prompt.text)
            st.caption(f"Version {prompt.version}, at most {tokens} tokens, sha256 {prompt.sha256[:16]}")
            st.code(prompt.text, language=None, wrap_lines=True)


def of_task(rendered: Sequence[RenderedPrompt], task: str) -> tuple[RenderedPrompt, ...]:
    """The prompts that were rendered for a task, by focus."""
    return tuple(sorted((each for each in rendered if each.task == task), key=lambda each: each.focus or ""))


def _title(task: str) -> str:
    return _TITLES.get(task, task)


def _none(task: str, reviewed: Reviewed) -> str:
    if task in {"negotiate", "redline"} and reviewed.review.acting_for is None:
        return "None was rendered: choose the party you act for and press Review."
    return "None was rendered: there was nothing to write for this task."
