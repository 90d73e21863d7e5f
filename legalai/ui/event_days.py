"""The form that asks for the days of events that a contract runs from, where its text cannot know them."""

from dataclasses import replace
from datetime import date

import streamlit as st

from legalai.review import Reviewed
from legalai.ui.desk import Entry
from legalai.ui.safe import html, markdown


def ask(entry: Entry, reviewed: Reviewed) -> None:
    """The days asked for and those given; nothing is computed until the user asks for it."""
    given: dict[str, date | None] = dict(entry.request.triggers)
    for event in reviewed.review.contract.key_dates.asks:
        given.setdefault(event, None)
    if not given:
        return
    st.html(html("<h3>Days that the text does not give</h3>"))
    with st.form(f"days-{entry.id}", border=False):
        days = {
            event: st.date_input(
                f"Day of: {markdown(event)}", day, help="The term runs from it: give its day, and the rest is computed."
            )
            for event, day in given.items()
        }
        if st.form_submit_button("Compute the dates"):
            known = tuple((event, day) for event, day in days.items() if day is not None)
            entry.ask(replace(entry.request, triggers=known))
            st.rerun()
