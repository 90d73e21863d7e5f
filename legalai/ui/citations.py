"""Citations one can click: the words they name light up in the contract text."""

from collections.abc import Iterable

import streamlit as st

from legalai.export.words import place
from legalai.schema import Citation, Quote
from legalai.ui.desk import Entry
from legalai.ui.safe import markdown, shortened

_TOOLTIP = 220


def show(entry: Entry, citations: Iterable[Quote], key: str) -> None:
    """A row of buttons, one for each citation. `key` is unique on the page."""
    with st.container(horizontal=True, gap="small", key=f"cites-{key}"):
        for number, citation in enumerate(dict.fromkeys(citations)):
            button(entry, citation, f"{key}-{number}")


def button(entry: Entry, quote: Quote, key: str) -> None:
    """One citation as a button that names its place and shows its words on hovering."""
    st.button(
        markdown(label(quote)),
        key=f"cite-{key}",
        help=markdown(f"“{shortened(quote.text, _TOOLTIP)}”"),
        type="tertiary",
        icon=":material/format_quote:",
        on_click=entry.show_quote,
        args=(quote,),
    )


def label(quote: Quote) -> str:
    """Where the quote is: its clause and page, or its first words where it has neither."""
    if isinstance(quote, Citation) and (quote.number or quote.page):
        return place(quote)
    return f"“{shortened(quote.text, 32)}”"
