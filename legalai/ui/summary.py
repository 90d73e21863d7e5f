"""The summary: sentences with their citations, and the parties."""

import streamlit as st

from legalai.review import Reviewed
from legalai.ui import citations
from legalai.ui.desk import Entry
from legalai.ui.safe import html


def show(entry: Entry, reviewed: Reviewed) -> None:
    """Every sentence, and under it where it comes from."""
    review = reviewed.review
    if not review.summary:
        st.info("There is nothing to summarise: no fact was found in this document.")
    for number, sentence in enumerate(review.summary):
        st.html(html('<p class="sentence">{sentence}</p>', sentence=sentence.sentence))
        citations.show(entry, sentence.citations, f"summary-{number}")
