"""The page: uploads and choices at the side, the review and the contract text next to each other."""

import streamlit as st

from legalai.errors import LegalAIError
from legalai.review import Reviewed
from legalai.ui import compare_page, law, overview, redline_page, sections, style, text_view
from legalai.ui.desk import Desk, Entry, the_desk
from legalai.ui.options import ask_options
from legalai.ui.reading import read_next, show_trouble
from legalai.ui.safe import markdown
from legalai.ui.upload import ask_files

_REVIEW, _REDLINE, _COMPARE, _LAW = "Review", "Redline", "Compare", "Law"
_PAGES = (_REVIEW, _REDLINE, _COMPARE, _LAW)


def main() -> None:
    """Draw the page once; Streamlit calls this at every interaction."""
    st.set_page_config(page_title="Contract review", layout="wide", initial_sidebar_state="expanded")
    style.apply()
    try:
        _page(the_desk())
    except LegalAIError as error:
        # A pack, a plugin or a model that is broken, whatever the contract.
        st.error(markdown(str(error)), icon=":material/error:")


def _page(desk: Desk) -> None:
    with st.sidebar:
        st.title("Contract review", anchor=False)
        page = st.segmented_control(
            "Page", _PAGES, default=_REVIEW, required=True, label_visibility="collapsed", width="stretch"
        )
        ask_files(desk)
        entry = desk.chosen
        # Two versions are compared by the choices of the page, and by those a review of the new one was asked with.
        if entry is not None and (page != _COMPARE or entry.wants_password):
            ask_options(entry)
    if entry is not None and entry.pending:
        # In the place of the content, so that nothing old stands greyed below the progress.
        st.empty()
        read_next(desk)
    with st.container():
        _content(desk, entry, page or _REVIEW)
    # The others wait until this one can be looked at.
    with st.sidebar:
        read_next(desk)


def _content(desk: Desk, entry: Entry | None, page: str) -> None:
    if page == _LAW:
        law.show(entry)
    elif page == _COMPARE:
        compare_page.show(desk)
    elif entry is None:
        _welcome()
    else:
        show_trouble(entry)
        if entry.reviewed is not None:
            _contract(entry, entry.reviewed, page)


def _contract(entry: Entry, reviewed: Reviewed, page: str) -> None:
    overview.show(entry, reviewed)
    if page == _REDLINE:
        redline_page.show(entry, reviewed)
    else:
        _panes(entry)


@st.fragment
def _panes(entry: Entry) -> None:
    """Review and text; a click on a citation redraws these two and nothing else."""
    if entry.reviewed is None:
        return
    review, text = st.columns([12, 10], gap="medium")
    with review, st.container(key="review"):
        sections.show(entry, entry.reviewed)
    with text, st.container(key="contract"):
        text_view.show(entry, entry.reviewed)


def _welcome() -> None:
    st.header("Review a contract", anchor=False)
    st.markdown(
        "Add one or more contracts (Word, PDF, scans and photographs, text and more) at the left. Each is read on this "
        "machine; nothing is sent anywhere, and the file is deleted from disk as soon as it has been read.\n\n"
        "You get a summary in which every sentence cites the contract, findings with their authority, key dates with "
        "the computation behind them, and the obligations of each side. Choose the party you act for to get "
        "negotiation points, and a redline of the Word file with its proof."
    )


if __name__ == "__main__":
    main()
