"""Citations one can click: the words they name light up in the contract text."""

from collections import Counter
from collections.abc import Iterable, Sequence

import streamlit as st

from legalai.export.words import numbered
from legalai.schema import Citation, Quote
from legalai.ui.desk import Entry
from legalai.ui.safe import markdown, shortened

_TOOLTIP = 220


def show(entry: Entry, citations: Iterable[Quote], key: str) -> None:
    """A row of buttons, one for each citation. `key` is unique on the page."""
    with st.container(horizontal=True, gap="small", key=f"cites-{key}"):
        quotes = list(dict.fromkeys(citations))
        for number, (quote, shown) in enumerate(zip(quotes, labels(quotes), strict=True)):
            button(entry, quote, f"{key}-{number}", shown)


def button(entry: Entry, quote: Quote, key: str, shown: str = "") -> None:
    """One citation as a button that names its place, or says what is to be shown, and has its words on hovering."""
    st.button(
        markdown(shown or label(quote)),
        key=f"cite-{key}",
        help=markdown(f"“{shortened(quote.text, _TOOLTIP)}”"),
        type="tertiary",
        icon=":material/format_quote:",
        on_click=entry.show_quote,
        args=(quote,),
    )


def label(quote: Quote) -> str:
    """Where the quote is: its clause and page, or its first words where it has neither."""
    return (numbered(quote) if isinstance(quote, Citation) else "") or f"“{shortened(quote.text, 32)}”"


def labels(quotes: Sequence[Quote]) -> list[str]:
    """Where each quote is; of those in one place also the first words, so that they can be told apart."""
    places = [label(quote) for quote in quotes]
    shared = {place for place, times in Counter(places).items() if times > 1}
    return [
        f"{place} “{shortened(quote.text, 20)}”" if place in shared and not place.startswith("“") else place
        for place, quote in zip(places, quotes, strict=True)
    ]
