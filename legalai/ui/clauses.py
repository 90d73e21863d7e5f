"""Clauses by type, and the types that were not found."""

import streamlit as st

from legalai.export import words
from legalai.review import Reviewed
from legalai.ui import citations
from legalai.ui.desk import Entry
from legalai.ui.safe import html
from legalai.ui.tables import choosable


def show(entry: Entry, reviewed: Reviewed) -> None:
    """A table of what was found; under it what was not, with the nearest candidates."""
    contract = reviewed.review.contract
    found = sorted(contract.clauses, key=lambda clause: (clause.start, clause.type))
    if found:
        st.caption(
            f"{len(found)} clauses of {len({clause.type for clause in found})} types. Choose a row to see its words."
        )
        rows = [
            {
                "Type": clause.type,
                "Words": " ".join(clause.text.split()),
                "Where": words.numbered(clause),
                "Qualified by": "; ".join(words.qualification(q) for q in clause.qualifications),
                "Score": f"{clause.score:.2f}{', ' + words.TO_CHECK if clause.to_check else ''}",
            }
            for clause in found
        ]
        choosable(
            rows,
            lambda row: entry.show_quote(found[row]),
            key=f"clauses-{entry.id}",
            widths={"Type": 150, "Words": 180, "Where": 80, "Qualified by": 100, "Score": 90},
        )
    else:
        st.info("No clause was found.")
    if not contract.not_found:
        return
    with st.expander(f"Not found: {len(contract.not_found)} types"):
        st.caption("Not found is not absent: each type says how often the model overlooks it, and what came nearest.")
        for number, missing in enumerate(contract.not_found):
            st.html(
                html(
                    '<p><b>{type}</b> <span class="soft">{rate}</span></p>',
                    type=missing.type,
                    rate=words.miss_rate(missing.miss_rate),
                )
            )
            if missing.candidates:
                citations.show(entry, missing.candidates, f"missing-{number}")
