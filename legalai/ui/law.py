"""The law page: the packs there are, the rules of one of them, and the prompts rendered for the contract at hand."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import streamlit as st

from legalai.jurisdictions import BASE, Jurisdiction
from legalai.ui import pack_view, prompts
from legalai.ui.desk import Entry
from legalai.ui.findings import show_authorities
from legalai.ui.pack_view import PackSummary, RuleView
from legalai.ui.safe import html, sentence_case
from legalai.ui.tables import choosable
from legalai.ui.workbench import focuses, law_name, loaded_packs, the_packs

_CHOSEN = "law-pack"
_VIEWS = ("Packs", "Prompts of this contract")


def show(entry: Entry | None) -> None:
    """Packs or prompts."""
    st.html('<div class="head"><h1>Law and prompts</h1></div>')
    view = st.segmented_control("View", _VIEWS, default=_VIEWS[0], required=True, label_visibility="collapsed")
    if view == _VIEWS[0]:
        _packs(_of_the_review(entry))
    elif entry is None or entry.reviewed is None:
        st.info("Add a contract to see the prompts that were rendered for it.")
    else:
        prompts.show(entry, entry.reviewed)


def _of_the_review(entry: Entry | None) -> str | None:
    return entry.reviewed.review.jurisdiction.id if entry is not None and entry.reviewed is not None else None


def _packs(applied: str | None) -> None:
    today = date.today()
    loaded = loaded_packs()
    laws = (pack_view.summary(pack, today) for each, pack in loaded.items() if each != BASE)
    found = sorted(laws, key=lambda each: sentence_case(each.name))
    st.caption("Choose a row to read its rules. To change a pack, copy it: `legalai jurisdictions copy ID DIR`.")

    def choose(row: int) -> None:
        st.session_state[_CHOSEN] = found[row].id

    choosable(
        [_row(each) for each in found],
        choose,
        key="packs",
        widths={
            "Law of": 190,
            "Pack": 70,
            "Includes": 190,
            "Law as of": 90,
            "Look at again by": 120,
            "Own rules": 80,
            "Included rules": 105,
            "Test clauses": 95,
            "State": 140,
        },
    )
    chosen = st.session_state.get(_CHOSEN, applied)
    if chosen in loaded and chosen != BASE:
        _pack(loaded[chosen], today, the_packs().folders)


def _row(pack: PackSummary) -> dict[str, str]:
    return {
        "Law of": sentence_case(pack.name),
        "Pack": pack.id,
        "Includes": sentence_case(" and ".join(pack.parents)) or "-",
        "Law as of": str(pack.as_of or "-"),
        "Look at again by": str(pack.review_by or "-"),
        "Own rules": str(pack.own_rules),
        "Included rules": str(pack.rules - pack.own_rules),
        "Test clauses": str(pack.cases),
        "State": "Overdue: check first" if pack.stale else "In date",
    }


def _pack(pack: Jurisdiction, today: date, folders: tuple[Path, ...]) -> None:
    facts = pack_view.summary(pack, today)
    found = pack_view.rules(pack, folders, today)
    st.html(html("<h2>{name}</h2>", name=sentence_case(facts.name)))
    if facts.stale:
        st.warning(
            f"The law of this pack was to be looked at again by {facts.review_by}. Check it before you rely on it."
        )
    st.caption(_about(facts, found))
    titles = focuses()
    by_focus, by_words = st.columns(2)
    wanted = by_focus.multiselect(
        "Risk focuses",
        sorted({rule.focus for rule in found}),
        format_func=lambda each: titles.get(str(each), str(each)),
        placeholder="All",
    )
    words = by_words.text_input("Words", placeholder="Search rules and authorities")
    shown = pack_view.matching(found, focuses=wanted, words=words)
    if len(shown) < len(found):
        st.caption(f"{len(shown)} of {len(found)} rules")
    with st.container(key="rules"):
        for rule in shown:
            _rule(rule, pack.id, titles.get(rule.focus, rule.focus))


def _about(facts: PackSummary, found: Sequence[RuleView]) -> str:
    authorities = {each.cite: each for rule in found for each in rule.authorities}.values()
    checked = sum(each.checked_on is not None for each in authorities)
    return (
        f"Law as of {facts.as_of}, to be looked at again by {facts.review_by}. {len(found)} rules, {checked} of "
        f"{len(authorities)} authorities checked against their source, {facts.cases} test clauses of its own."
    )


def _rule(rule: RuleView, pack_id: str, focus: str) -> None:
    home = f", from {law_name(rule.pack)}" if rule.pack != pack_id else ""
    rows = [
        ("Look at", rule.check),
        ("Only for", ", ".join(rule.applies_to)),
        *(("Asks first", question) for question in rule.needs),
        *(("Supposes", sentence) for sentence in rule.supposes),
    ]
    with st.container(border=True, key=f"card-{rule.severity}-{rule.id}"):
        st.html(
            html(
                '<h3><span class="tag {severity}">{severity}</span>{title}</h3>'
                '<p class="soft">{about}</p><p>{statement}</p>{rows}<p class="soft">{cases}</p>',
                severity=rule.severity,
                title=rule.title,
                about=f"{focus} · {rule.effect} · certainty {rule.certainty} · {rule.id}{home}"
                + ("" if rule.in_force else " · not in force today"),
                statement=rule.statement,
                rows=html("").join(
                    html("<p><b>{what}</b> {words}</p>", what=what, words=said) for what, said in rows if said
                ),
                cases=f"Test clauses: {rule.fires} must raise it, {rule.stays_silent} must not.",
            )
        )
        show_authorities(rule.authorities)
