"""The parts of a review, one shown at a time."""

from collections.abc import Callable

import streamlit as st

from legalai.review import Reviewed
from legalai.ui import checklists, clauses, dates, findings, obligations, points, summary
from legalai.ui.desk import Entry

_SECTIONS: dict[str, Callable[[Entry, Reviewed], None]] = {
    "Summary": summary.show,
    "Findings": findings.show,
    "Points": points.show,
    "Check lists": checklists.show,
    "Dates": dates.show,
    "Obligations": obligations.show,
    "Clauses": clauses.show,
}


def show(entry: Entry, reviewed: Reviewed) -> None:
    """The switch between the parts, and the part chosen. Only that one is drawn: a review may hold hundreds of rows."""
    chosen = st.segmented_control(
        "Part of the review",
        list(_SECTIONS),
        default="Summary",
        required=True,
        key=f"section-{entry.id}",
        label_visibility="collapsed",
    )
    # Named by its part, so that the browser drops what the part before has shown.
    with st.container(key="part"), st.container(key=f"part-{chosen}"):
        _SECTIONS[chosen or "Summary"](entry, reviewed)
