"""Negotiation points: what to ask of the other side, in order of what it costs."""

import streamlit as st

from legalai.advise.acting_for import bound
from legalai.export import words
from legalai.review import Reviewed
from legalai.schema import NegotiationPoint
from legalai.ui import citations
from legalai.ui.desk import Entry
from legalai.ui.findings import show_authorities
from legalai.ui.safe import html


def show(entry: Entry, reviewed: Reviewed) -> None:
    """One card for each point; without a party there are none."""
    review = reviewed.review
    if not bound(review.contract):
        st.info("No party was found in this document, so there is nobody to write negotiation points for.")
    elif review.acting_for is None:
        st.info("Choose the party you act for at the left and press Review to get negotiation points.")
    elif not review.negotiation_points:
        st.info("There is nothing to ask for.")
    for point in sorted(review.negotiation_points, key=lambda each: each.priority):
        _card(entry, point)


def _card(entry: Entry, point: NegotiationPoint) -> None:
    with st.container(border=True, key=f"point-{point.id}"):
        st.html(
            html(
                '<h3><span class="tag point">{priority}</span>{ask}</h3>'
                "<p>{rationale}</p><p><b>{edit}</b></p><blockquote>{text}</blockquote>{fallback}",
                priority=point.priority,
                ask=point.ask,
                rationale=point.rationale,
                edit=words.EDITS[point.edit],
                text=point.proposed_text,
                fallback=html('<p class="inside"><b>For us only: fallback</b> {words}</p>', words=point.fallback)
                if point.fallback
                else "",
            )
        )
        show_authorities(point.authorities)
        citations.show(entry, point.citations, f"point-{point.id}")
