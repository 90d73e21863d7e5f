"""Who must, must not or may do what: a table with filters; a row chosen is shown in the text."""

import streamlit as st

from legalai.export.words import pointer
from legalai.review import Reviewed
from legalai.schema import Modality, Obligation
from legalai.ui.desk import Entry
from legalai.ui.tables import choosable

_MODALITIES: tuple[Modality, ...] = ("obligation", "prohibition", "permission", "entitlement")


def show(entry: Entry, reviewed: Reviewed) -> None:
    """The table of obligations."""
    duties = reviewed.review.contract.obligations
    if not duties:
        st.info("No obligation was found.")
        return
    who_column, kind_column = st.columns(2)
    who = who_column.multiselect("Party", sorted({_who(duty) for duty in duties}), placeholder="Everybody")
    kinds = kind_column.multiselect("Kind", _MODALITIES, placeholder="All kinds")
    text_column, timed_column = st.columns([3, 2], vertical_alignment="bottom")
    words = text_column.text_input("Words", placeholder="Search").casefold()
    timed = timed_column.toggle("With a deadline")
    shown = [
        duty
        for duty in duties
        if (not who or _who(duty) in who)
        and (not kinds or duty.modality in kinds)
        and (not timed or duty.deadline is not None)
        and words in duty.text.casefold()
    ]
    st.caption(f"{len(shown)} of {len(duties)}. Choose a row to see its words in the contract.")
    rows = [_row(duty) for duty in shown]
    choosable(
        rows,
        lambda row: entry.show_quote(shown[row]),
        key=f"obligations-{entry.id}",
        widths={"Who": 105, "Kind": 85, "What": 190, "Deadline": 100, "If": 110, "Where": 90},
    )


def _row(duty: Obligation) -> dict[str, str]:
    return {
        "Who": duty.obligor,
        "Kind": duty.modality,
        "What": duty.action,
        "Deadline": duty.deadline.text if duty.deadline else "",
        "If": "; ".join(filter(None, (duty.condition, duty.exception))),
        "Where": pointer(duty),
    }


def _who(duty: Obligation) -> str:
    return duty.obligor_party or duty.obligor
