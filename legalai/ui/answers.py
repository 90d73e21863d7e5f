"""What rules of law turn on and the contract does not show: asked of the user, and answered without reading again."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from legalai.jurisdictions import Fact
from legalai.review import ReviewRequest
from legalai.schema import Issue, Review
from legalai.ui.desk import Entry
from legalai.ui.safe import markdown
from legalai.ui.workbench import known_facts

FACT_NEEDED = "fact-needed"
_ANSWERS: dict[str, bool | None] = {"Yes": True, "No": False, "Not known": None}
_NOT_KNOWN = "Not known"


def asked(issues: Sequence[Issue], request: ReviewRequest, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts that a review asks for, and those that were answered: an answer can be taken back."""
    waiting = [issue.message for issue in issues if issue.code == FACT_NEEDED]
    answered = dict(request.facts)
    return tuple(
        fact for fact in facts if fact.id in answered or any(each.startswith(fact.question) for each in waiting)
    )


def answered(request: ReviewRequest, answers: dict[str, bool | None]) -> ReviewRequest:
    """The request with answers put in; what is not known is left to be asked."""
    given = dict(request.facts) | answers
    return replace(request, facts=tuple((fact, holds) for fact, holds in given.items() if holds is not None))


def ask_facts(entry: Entry, review: Review) -> None:
    """A form of the questions; nothing where none is open or answered."""
    facts = asked(review.issues, entry.request, known_facts(review.jurisdiction.id))
    if not facts:
        return
    given = dict(entry.request.facts)
    to_answer = sum(fact.id not in given for fact in facts)
    label = f"Questions ({to_answer})" if to_answer else "Answers"
    with st.popover(label, icon=":material/help:", width="stretch"), st.form(f"facts-{entry.id}", border=False):
        st.html("<h3>What do you know of this deal?</h3>")
        st.caption("Rules of law turn on this, and the contract does not show it.")
        chosen = {fact.id: _ask(entry, fact, given.get(fact.id)) for fact in facts}
        if st.form_submit_button("Apply", type="primary"):
            entry.ask(answered(entry.request, chosen))
            st.rerun()


def _ask(entry: Entry, fact: Fact, holds: bool | None) -> bool | None:
    said = next(words for words, value in _ANSWERS.items() if value is holds)
    words = st.radio(
        markdown(fact.question),
        list(_ANSWERS),
        index=list(_ANSWERS).index(said),
        horizontal=True,
        key=f"fact-{fact.id}-{entry.id}",
    )
    return _ANSWERS[words or _NOT_KNOWN]
