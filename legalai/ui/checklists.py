"""Check lists of regulations: what the contract has to contain, and the words that say it."""

from collections import Counter

import streamlit as st

from legalai.review import Reviewed
from legalai.schema import ChecklistItem, ChecklistResult
from legalai.ui import citations
from legalai.ui.desk import Entry
from legalai.ui.findings import show_authorities
from legalai.ui.safe import html, sentence_case

_STATUSES = ("absent", "partial", "present")
_SEVERITY = {"absent": "high", "partial": "medium", "present": "good"}


def show(entry: Entry, reviewed: Reviewed) -> None:
    """Every list that was gone through, item by item in the regulation's own order."""
    results = reviewed.review.checklists
    if not results:
        st.info(
            "No check list applies to this contract. There is one for contracts on the processing of personal data; "
            "to have it gone through, choose that kind of contract at the left."
        )
    for result in results:
        _list(entry, result)


def _list(entry: Entry, result: ChecklistResult) -> None:
    counted = Counter(item.status for item in result.items)
    said = ", ".join(f"{counted[status]} {status}" for status in _STATUSES if counted[status])
    st.html(
        html(
            '<h3>{title}</h3><p class="soft">{said} of {total}</p>{assumes}',
            title=result.title,
            said=said,
            total=len(result.items),
            assumes=html("").join(html("<p><b>Assumes</b> {words}</p>", words=each) for each in result.assumptions),
        )
    )
    show_authorities(result.authorities)
    for item in result.items:
        _item(entry, item, f"{result.id}-{item.id}")


def _item(entry: Entry, item: ChecklistItem, key: str) -> None:
    with st.container(border=True, key=f"card-{_SEVERITY[item.status]}-{key}"):
        st.html(
            html(
                '<p><span class="tag {severity}">{status}</span>{what}</p><p class="law">{cite}</p>',
                severity=_SEVERITY[item.status],
                status=item.status,
                what=sentence_case(item.what),
                cite=item.cite,
            )
        )
        citations.show(entry, item.citations, f"checklist-{key}")
