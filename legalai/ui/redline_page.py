"""The redline page: points chosen and reworded, the change seen before it is made, the proved file handed over."""

from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from legalai.batch.bugs import bug_message
from legalai.errors import LegalAIError
from legalai.export import words
from legalai.export.json import to_json
from legalai.ingest.word.libreoffice import find_libreoffice
from legalai.redline import Redlined, RedlineRequest, redline
from legalai.redline.revision import Planner
from legalai.review import Reviewed
from legalai.schema import NegotiationPoint, Recipient, RedlineProof
from legalai.ui import proposals
from legalai.ui.desk import Entry
from legalai.ui.private import contract_file
from legalai.ui.proposals import Settled
from legalai.ui.safe import html, markdown, sentence_case

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FOR: dict[Recipient, str] = {"counterparty": "For the other side", "internal": "For our own side only"}
_HOLDS = (
    "Our words, with reasons and authorities as comments. Nothing of our fallbacks.",
    "The same, and comments with our fallbacks, our limits and who decides.",
)


@st.fragment
def show(entry: Entry, reviewed: Reviewed) -> None:
    """Points at the left, what is made of them at the right."""
    obstacle = proposals.obstacle(reviewed)
    if obstacle is not None:
        st.info(obstacle)
        return
    points = sorted(reviewed.review.negotiation_points, key=lambda each: each.priority)
    choose, make = st.columns([15, 7], gap="medium")
    with choose, st.container(key="part"):
        st.caption("Choose what to ask for, and in which words. Nothing is written into the file before you say so.")
        planner = Planner(reviewed.document, [each.proposed_text for each in points])
        for point in points:
            _point(entry, reviewed, planner, point)
    with make, st.container(key="make"):
        _make(entry, reviewed, proposals.settled_points(points, entry.draft.left_out, entry.draft.words))


def _point(entry: Entry, reviewed: Reviewed, planner: Planner, point: NegotiationPoint) -> None:
    """One point: taken or left out, our words to change, and how the contract will read."""
    draft = entry.draft
    wording = proposals.wording_key(point)
    key = f"{entry.id}-{wording}"
    taken = f"redline-take-{key}"
    worded = f"redline-words-{key}"
    # Streamlit forgets what is typed into a page that is left; the desk does not.
    st.session_state.setdefault(taken, point.id not in draft.left_out)
    st.session_state.setdefault(worded, draft.words.get(wording, point.proposed_text))
    with st.container(border=True, key=f"point-{point.id}"):
        if not st.checkbox(f"**{point.priority}. {markdown(point.ask)}**", key=taken):
            draft.left_out.add(point.id)
            return
        draft.left_out.discard(point.id)
        ours, seen = st.columns(2, gap="medium")
        where = words.pointer(point.citations[0])
        with ours:
            kind = f"New clause after {where}" if point.edit == "insert_after" else f"In place of {where}"
            said = st.text_area(
                markdown(kind),
                key=worded,
                height="content",
                help="Emptied, it strikes the cited words out." if point.edit == "replace" else None,
            )
            if said == point.proposed_text:
                draft.words.pop(wording, None)
            else:
                draft.words[wording] = said
                st.button(
                    "Back to the words proposed",
                    key=f"redline-back-{key}",
                    type="tertiary",
                    icon=":material/undo:",
                    on_click=st.session_state.__setitem__,
                    args=(worded, point.proposed_text),
                )
        with seen:
            changed = proposals.marked_change(planner, reviewed.document, replace(point, proposed_text=said))
            st.html(
                html(
                    '<p class="soft">How the contract will read</p><div class="change">{changed}</div>', changed=changed
                )
            )


def _make(entry: Entry, reviewed: Reviewed, points: tuple[NegotiationPoint, ...]) -> None:
    draft = entry.draft
    recipient = st.radio(
        "Who will read it?",
        list(_FOR),
        index=list(_FOR).index(draft.recipient) if draft.recipient else None,
        format_func=_FOR.__getitem__,
        captions=_HOLDS,
        key=f"redline-for-{entry.id}",
    )
    author = st.text_input(
        "In whose name",
        draft.author or reviewed.review.acting_for or "",
        key=f"redline-author-{entry.id}",
        help="Word shows this name beside each change.",
    )
    draft.recipient, draft.author = recipient, author
    libreoffice = find_libreoffice() is not None and st.checkbox(
        "Have LibreOffice open it too", True, key=f"redline-libreoffice-{entry.id}", help="It takes some seconds more."
    )
    missing = proposals.missing(points, recipient, author)
    if st.button("Make the redline", type="primary", width="stretch", disabled=missing is not None) and recipient:
        settled = Settled(points=points, recipient=recipient, author=author, libreoffice=libreoffice)
        with st.spinner("Writing the changes and proving them"):
            _redline(entry, reviewed, settled)
    if missing is not None:
        st.caption(missing)
    elif recipient is not None:
        _outcome(entry, reviewed, Settled(points=points, recipient=recipient, author=author, libreoffice=libreoffice))


def _redline(entry: Entry, reviewed: Reviewed, settled: Settled) -> None:
    """Make the redline and keep it, or what kept it from being made."""
    draft = entry.draft
    draft.made_of, draft.made, draft.trouble = (reviewed, settled), None, None
    asked = RedlineRequest(
        recipient=settled.recipient,
        author=settled.author,
        now=datetime.now(UTC),
        libreoffice=settled.libreoffice,
        password=entry.request.password,
    )
    try:
        with contract_file(entry.upload_name, entry.data, entry.member) as path:
            review = replace(reviewed.review, negotiation_points=settled.points)
            draft.made = redline(path, reviewed.document, review, asked)
    except LegalAIError as error:
        draft.trouble = str(error)
    except Exception as error:
        # Its own words may quote the contract.
        draft.trouble = f"{entry.name}: {bug_message(error)}"


def _outcome(entry: Entry, reviewed: Reviewed, settled: Settled) -> None:
    """What was made of exactly these choices; of others nothing is shown."""
    draft = entry.draft
    if draft.made_of is None or draft.made_of[0] is not reviewed or draft.made_of[1] != settled:
        return
    if draft.trouble is not None:
        st.error(markdown(draft.trouble), icon=":material/error:")
    elif draft.made is not None:
        _hand_over(entry, draft.made, settled)


def _hand_over(entry: Entry, made: Redlined, settled: Settled) -> None:
    proof = made.proof
    st.success(f"{proposals.told(proof)} All {len(proof.checks)} checks passed.", icon=":material/verified:")
    if not proof.source_is_word:
        st.caption("This contract was no Word file: the changes stand in a Word file rebuilt from its text.")
    for line in proposals.not_in_place(proof, settled.points):
        st.caption(markdown(line))
    stem = proposals.file_stem(proof.source, proof.recipient)
    files: tuple[tuple[str, str, str | bytes, str], ...] = (
        ("Redline (Word)", "docx", made.docx, _WORD),
        ("Proof (JSON)", "proof.json", to_json(proof), "application/json"),
        ("Redline as a page (HTML)", "html", made.html, "text/html"),
    )
    for label, suffix, data, media_type in files:
        st.download_button(
            label,
            data,
            file_name=f"{stem}.{suffix}",
            mime=media_type,
            key=f"redline-{suffix}-{entry.id}",
            on_click="ignore",
            width="stretch",
            type="primary" if suffix == "docx" else "secondary",
        )
    with st.expander("What was proved"):
        _checks(proof)


def _checks(proof: RedlineProof) -> None:
    for check in proof.checks:
        st.html(
            html(
                '<p class="check"><b>{mark} {name}</b><br><span class="soft">{detail}</span></p>',
                mark="✓" if check.passed else "✗",
                name=sentence_case(check.name),
                detail=check.detail,
            )
        )
    opened = "LibreOffice opened it." if proof.libreoffice == "opened" else "It was not opened in LibreOffice."
    st.caption(opened)
