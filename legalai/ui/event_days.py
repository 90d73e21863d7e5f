"""The form that asks for what the text of a contract cannot know or leaves open: days of events, and lengths."""

from dataclasses import replace
from datetime import date

import streamlit as st

from legalai.extract.dates.values.given_lengths import LENGTHS
from legalai.extract.given_values import GivenValue, read_given, written
from legalai.review import Reviewed
from legalai.schema import Period
from legalai.ui.desk import Entry
from legalai.ui.safe import html, markdown


def ask(entry: Entry, reviewed: Reviewed) -> None:
    """What is asked for and what was given; nothing is computed until the user asks for it."""
    given: dict[str, GivenValue | None] = dict(entry.request.triggers)
    for asked in reviewed.review.contract.key_dates.asks:
        given.setdefault(asked, None)
    if not given:
        return
    st.html(html("<h3>What the text does not give</h3>"))
    with st.form(f"days-{entry.id}", border=False):
        told = {name: _field(name, value) for name, value in given.items()}
        if st.form_submit_button("Compute the dates"):
            try:
                known = tuple((name, value) for name, said in told.items() if (value := _read(said)) is not None)
            except ValueError:
                st.error("A length is written as 60 days, 10 business days, 12 months or 2 years.")
                return
            entry.ask(replace(entry.request, triggers=known))
            st.rerun()


def _field(name: str, value: GivenValue | None) -> date | str | None:
    """A field for the day of an event, or for a length in words."""
    if name in LENGTHS or isinstance(value, Period):
        said = written(value) if value is not None else ""
        return st.text_input(f"Length: {markdown(name)}", said, help="The text leaves it open: 60 days, 12 months.")
    day = value if isinstance(value, date) else None
    return st.date_input(
        f"Day of: {markdown(name)}", day, help="The term runs from it: give its day, and the rest is computed."
    )


def _read(said: date | str | None) -> GivenValue | None:
    if said is None or said == "":
        return None
    return said if isinstance(said, date) else read_given(said)
