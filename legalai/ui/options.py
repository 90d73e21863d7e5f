"""What the user chooses for one contract: law, kind, focuses, party, playbook, day, view of changes, drafter."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from legalai.advise.acting_for import bound
from legalai.errors import LegalAIError
from legalai.jurisdictions import BASE, OVERLAY_REACHES, Reach
from legalai.playbook import shipped_playbooks
from legalai.review import ReviewRequest, chosen_drafter
from legalai.schema import Party, View
from legalai.ui.desk import Entry
from legalai.ui.workbench import focuses, jurisdictions, matters, reaching, the_workbench

_AUTO = "auto"
_OFFLINE = "offline"
_VIEWS: Mapping[View, str] = {
    "accepted": "As if all were accepted",
    "original": "As it was before them",
    "marked": "Accepted, each one shown",
}
_REACHES: Mapping[Reach, str] = {
    "workplace": "Where people work",
    "data-subjects": "Where the people live whose data it is",
    "site": "Where the site or building is",
}


def ask_options(entry: Entry) -> None:
    """The form of choices; nothing changes until the user asks for the review."""
    asked = entry.request
    with st.form(f"options-{entry.id}", border=False):
        jurisdiction = _jurisdiction(asked.jurisdiction)
        overlays = _overlays(dict(asked.overlays))
        matter = _matter(entry)
        chosen = _focuses(asked.focuses)
        acting_for = ask_party(entry, asked.acting_for)
        playbook = ask_playbook(asked.playbook)
        as_of = st.date_input("As of", asked.as_of, help="The day from which deadlines are counted.")
        view = _view(asked.view) if _has_changes(entry) else asked.view
        drafter, allow_remote, redact = _drafter(entry)
        password = st.text_input("Password", type="password") if entry.wants_password else ""
        if st.form_submit_button("Review", type="primary", width="stretch"):
            _ask(
                entry,
                replace(
                    asked,
                    jurisdiction=jurisdiction,
                    overlays=overlays,
                    matter_type=matter,
                    focuses=tuple(chosen),
                    acting_for=acting_for,
                    playbook=playbook,
                    as_of=as_of,
                    view=view,
                    password=password or asked.password,
                    drafter=drafter,
                    allow_remote=allow_remote,
                    redact=redact,
                ),
            )


def _ask(entry: Entry, request: ReviewRequest) -> None:
    """Ask for the review, unless the drafter may not be used: then nothing is read for it, and nothing sent."""
    try:
        chosen_drafter(the_workbench().plugins, request)
    except LegalAIError as error:
        entry.trouble = str(error)
        return
    entry.ask(request)


def _drafter(entry: Entry) -> tuple[str, bool, bool]:
    """What writes; whether the contract may be sent to it, asked for each contract; and whether with placeholders."""
    asked = entry.request
    with st.expander("Drafter", expanded=asked.drafter != _OFFLINE):
        name = st.text_input(
            "Drafter",
            asked.drafter,
            label_visibility="collapsed",
            help="offline writes on this machine, from the contract and the law alone. A language model is named as "
            "ollama:NAME, openai-compatible:NAME, openai:NAME, anthropic:NAME or azure:NAME.",
        )
        allow_remote = st.checkbox(
            "Send this contract to that drafter, if it is not on this machine",
            asked.allow_remote,
            help="The text leaves this machine for the provider that you named, under its terms.",
        )
        redact = st.checkbox(
            "Send placeholders for names, sums and addresses",
            asked.redact,
            help="A language model is sent PARTY_1 for a name; the names are put back into what it writes.",
        )
    return name.strip() or _OFFLINE, allow_remote, redact


def _has_changes(entry: Entry) -> bool:
    """Whether the file was seen to have open tracked changes: any other has one view."""
    return entry.reviewed is not None and entry.reviewed.document.facts.view is not None


def _view(asked: View) -> View:
    return st.selectbox(
        "Tracked changes",
        list(_VIEWS),
        index=_place(asked, _VIEWS),
        format_func=_VIEWS.__getitem__,
        help="Which view of the file is read; the third shows each change among the findings.",
    )


def _parties(entry: Entry) -> tuple[Party, ...]:
    return bound(entry.reviewed.review.contract) if entry.reviewed else ()


def _jurisdiction(asked: str) -> str:
    names = {_AUTO: "Follow the governing law"} | jurisdictions()
    return st.selectbox("Jurisdiction", list(names), index=_place(asked, names), format_func=names.__getitem__)


def _overlays(asked: Mapping[Reach, str]) -> tuple[tuple[Reach, str], ...]:
    """The law of other places that counts beside the law chosen: what brings it there, and its pack."""
    found: list[tuple[Reach, str]] = []
    with st.expander("Law of other places", expanded=bool(asked)):
        st.caption("Some law applies wherever the contract is governed: choose it where it does.")
        for reach in OVERLAY_REACHES:
            names = {None: "None"} | reaching(reach)
            chosen = st.selectbox(
                _REACHES[reach], list(names), index=_place(asked.get(reach), names), format_func=names.__getitem__
            )
            if chosen is not None:
                found.append((reach, chosen))
    return tuple(found)


def _matter(entry: Entry) -> str | None:
    """The kind of contract, which says what each side expects to find in it."""
    applied = entry.reviewed.review.jurisdiction.id if entry.reviewed else BASE
    titles = matters(applied)
    names = {None: _by_its_title(entry, titles)} | titles
    return st.selectbox(
        "Kind of contract",
        list(names),
        index=_place(entry.request.matter_type, names),
        format_func=names.__getitem__,
        help="It says which clauses each side expects to find, and what matters most.",
    )


def _by_its_title(entry: Entry, titles: Mapping[str, str]) -> str:
    """What the kind is where the user leaves it to the title."""
    if entry.reviewed is None or entry.request.matter_type is not None:
        return "Go by its title"
    found = titles.get(entry.reviewed.review.matter_type or "")
    return f"By its title: {found}" if found else "By its title: none known"


def _focuses(asked: tuple[str, ...]) -> list[str]:
    titles = focuses()
    return st.multiselect(
        "Risk focuses",
        list(titles),
        default=[each for each in asked if each in titles],
        format_func=titles.__getitem__,
        placeholder="All",
    )


def ask_party(entry: Entry, asked: str | None) -> str | None:
    """Whom we act for, among the parties found in a contract."""
    parties = _parties(entry)
    names = {None: _nobody(parties, entry.reviewed is not None)} | {party.name: _called(party) for party in parties}
    return st.selectbox(
        "We act for",
        list(names),
        index=_place(asked, names),
        format_func=names.__getitem__,
        help="Negotiation points are written for this party.",
        disabled=not parties,
    )


def _nobody(parties: tuple[Party, ...], read: bool) -> str:
    if parties:
        return "Nobody: describe both sides"
    return "Nobody: no party was found" if read else "Known once the file is read"


def _called(party: Party) -> str:
    called = party.role or next(iter(party.aliases), None)
    # The role first: long names are cut at the end of the box.
    return f"{called}: {party.name}" if called and called != party.name else party.name


def ask_playbook(asked: str | None) -> str | None:
    """The playbook, by its name."""
    names = {None: "The shipped one for our side"} | {name: name.capitalize() for name in shipped_playbooks()}
    return st.selectbox("Playbook", list(names), index=_place(asked, names), format_func=names.__getitem__)


def _place(asked: str | None, names: Mapping[str, str] | Mapping[View, str] | Mapping[str | None, str]) -> int:
    return next((place for place, name in enumerate(names) if name == asked), 0)
