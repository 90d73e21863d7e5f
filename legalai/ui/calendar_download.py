"""A contract's days as a file for a calendar program."""

import streamlit as st

from legalai.export.calendar_events import events_of
from legalai.export.calendar_file import FILE_NAME, CalendarFile, calendar_of
from legalai.export.calendar_states import is_draft
from legalai.schema import Contract
from legalai.ui.desk import Entry


def show(entry: Entry, contract: Contract) -> None:
    """A button for the days to come, or why there is none."""
    as_of = contract.key_dates.as_of
    coming = [event for event in events_of(entry.name, contract, None, as_of) if event.day >= as_of]
    if is_draft(contract, None):
        st.caption("Not signed, as far as its text shows: a draft's days are not offered for a calendar.")
    elif not coming:
        st.caption("No day to come is known, so there is nothing for a calendar.")
    else:
        st.download_button(
            f"Calendar ({len(coming)} {'entry' if len(coming) == 1 else 'entries'})",
            lambda: calendar_of(contract, None, CalendarFile(), as_of=as_of),
            file_name=FILE_NAME,
            mime="text/calendar",
            icon=":material/event:",
            key=f"calendar-{entry.id}",
            on_click="ignore",
        )
