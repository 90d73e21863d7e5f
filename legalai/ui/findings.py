"""Findings: departures from law or playbook, the worst first."""

from collections.abc import Sequence

import streamlit as st

from legalai.export import words
from legalai.export.html import safe_url
from legalai.review import Reviewed
from legalai.schema import SEVERITIES, Authority, Finding, Review
from legalai.ui import citations
from legalai.ui.desk import Entry
from legalai.ui.safe import html


def show(entry: Entry, reviewed: Reviewed) -> None:
    """One card for each finding, filtered by severity."""
    findings = reviewed.review.findings
    if not findings:
        st.info(_nothing(reviewed.review))
        return
    present = [severity for severity in SEVERITIES if any(finding.severity == severity for finding in findings)]
    wanted = present if len(present) == 1 else _ask_severities(present)
    for finding in sorted(findings, key=lambda each: SEVERITIES.index(each.severity)):
        if finding.severity in wanted:
            _card(entry, finding)


def _nothing(review: Review) -> str:
    """What it means that there is no finding: less than that there is nothing to find."""
    said = "No finding: no rule that was applied has anything to raise. Read the contract before relying on that."
    if review.acting_for is None:
        said += " Choose the party you act for to compare with a playbook."
    return said


def _ask_severities(present: Sequence[str]) -> Sequence[str]:
    return st.pills(
        "Severity",
        present,
        selection_mode="multi",
        default=present,
        format_func=str.capitalize,
        label_visibility="collapsed",
    )


def _card(entry: Entry, finding: Finding) -> None:
    with st.container(border=True, key=f"card-{finding.severity}-{finding.id}"):
        st.html(
            html(
                '<h3><span class="tag {severity}">{severity}</span>{title}</h3>'
                '<p class="soft">{about}</p><p>{explanation}</p>{more}',
                severity=finding.severity,
                title=finding.title,
                about=f"{finding.focus} · {words.about(finding)}",
                explanation=finding.explanation,
                more=_more(finding),
            )
        )
        show_authorities(finding.authorities)
        citations.show(entry, finding.citations, f"finding-{finding.id}")


def _more(finding: Finding) -> str:
    rows = [("Assumes", assumption) for assumption in finding.assumptions]
    if finding.deviation:
        rows = [("Our position", finding.deviation.position), *rows]
    if finding.escalate_to:
        rows.append(("Who decides", finding.escalate_to))
    return html("").join(html("<p><b>{what}</b> {words}</p>", what=what, words=value) for what, value in rows)


def show_authorities(authorities: tuple[Authority, ...]) -> None:
    """The law behind it, with a link where the address is known."""
    for authority in authorities:
        url = safe_url(authority.url)
        named = html(
            '<a href="{url}" target="_blank" rel="noreferrer noopener">{cite}</a>',
            url=url,
            cite=words.authority(authority),
        )
        st.html(html('<p class="law">{law}</p>', law=named if url else words.authority(authority)))
