"""The head of the page: which contract this is, how complete the review, what to take away."""

import streamlit as st

from legalai.review import Reviewed
from legalai.schema import AppliedJurisdiction, Issue
from legalai.ui import answers, downloads
from legalai.ui.desk import Entry
from legalai.ui.safe import html, markdown
from legalai.ui.workbench import law_name

_WORST_FIRST = ("error", "warning", "info")


def show(entry: Entry, reviewed: Reviewed) -> None:
    """Title, the facts of one line, downloads, and everything the user must know before relying on the rest."""
    review = reviewed.review
    contract = review.contract
    facts = [
        contract.document.name,
        _pages(contract.document.pages),
        f"for {review.acting_for}" if review.acting_for else "for nobody in particular",
        f"as of {contract.key_dates.as_of}",
    ]
    name = contract.title or contract.contract_type or contract.document.name
    head, ask, notes, take = st.columns([11, 4, 3, 4], vertical_alignment="center")
    with head:
        st.html(html('<div class="head"><h1 title="{name}">{name}</h1></div>', name=name))
    with ask:
        answers.ask_facts(entry, review)
    with notes:
        _issues(tuple(issue for issue in review.issues if issue.code != answers.FACT_NEEDED))
    with take:
        downloads.show(entry, reviewed)
    st.html(
        html(
            '<div class="head"><p class="soft">{facts}</p><p class="soft">{law}</p></div>',
            facts=" · ".join(fact for fact in facts if fact),
            law=f"Law applied: {_law(review.jurisdiction)}. {review.jurisdiction.why}",
        )
    )
    if review.status == "partial":
        st.warning("This review is partial: something could not be read or done. See the notes.")


def _law(applied: AppliedJurisdiction) -> str:
    """The law applied, with that of other places beside it."""
    beside = dict.fromkeys(law_name(each.partition("=")[2]) for each in applied.overlays)
    return f"{law_name(applied.id)}, with {' and '.join(beside)}" if beside else law_name(applied.id)


def _pages(count: int | None) -> str | None:
    return f"{count} page{'' if count == 1 else 's'}" if count else None


def _issues(issues: tuple[Issue, ...]) -> None:
    """What the reader should know of the reading itself, the worst first."""
    if not issues:
        return
    icon = ":material/warning:" if any(issue.severity != "info" for issue in issues) else ":material/info:"
    with st.popover(f"Notes ({len(issues)})", icon=icon, width="stretch"):
        for issue in sorted(issues, key=lambda each: _WORST_FIRST.index(each.severity)):
            where = f" (page {issue.page})" if issue.page else ""
            st.markdown(f"- **{issue.severity}**: {markdown(issue.message)}{where}")
