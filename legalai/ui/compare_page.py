"""The compare page: what we last sent against what came back, what was changed in silence first, and what to answer."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from legalai.batch.bugs import bug_message
from legalai.comparison import words
from legalai.comparison.page import html_page
from legalai.comparison.text_page import markdown_page
from legalai.errors import EncryptedFile, InputError, LegalAIError
from legalai.export.json import to_json
from legalai.review import Compared, Extracted, ReviewRequest
from legalai.schema import Answer, ChangeAnswer, ClauseChange, Comparison
from legalai.ui.desk import Desk, Entry
from legalai.ui.options import ask_party, ask_playbook
from legalai.ui.private import contract_file
from legalai.ui.reading import extract
from legalai.ui.safe import html, markdown, sentence_case
from legalai.ui.workbench import the_workbench

_ALL = "All"
_TAGS: dict[Answer, str] = {"escalate": "high", "counter": "medium", "accept": "good"}
_FILES: tuple[tuple[str, str, Callable[[Comparison], str], str], ...] = (
    ("Page (HTML)", "html", html_page, "text/html"),
    ("Text (Markdown)", "md", markdown_page, "text/markdown"),
    ("Data (JSON)", "json", to_json, "application/json"),
)


def show(desk: Desk) -> None:
    """The two versions and whom we act for, then what is different."""
    st.html('<div class="head"><h1>Compare two versions</h1></div>')
    if len(desk.entries) < 2:
        st.info(
            "Add both versions at the left: what you last sent, and what came back. They need not be of one format."
        )
        return
    asked = _ask(desk)
    if asked is not None:
        with st.spinner("Comparing the two versions"):
            _compare(desk, *asked)
    done = desk.comparing
    if done.made_of is None or not {*done.made_of[:2]} <= desk.entries.keys():
        return
    if done.trouble is not None:
        st.error(markdown(done.trouble), icon=":material/error:")
    elif done.made is not None:
        _outcome(done.made)


def _ask(desk: Desk) -> tuple[Entry, Entry, ReviewRequest] | None:
    """What the user chose, once the button is pressed. The new version's other choices are those at the left."""
    ids = list(desk.entries)
    sent, came = (desk.comparing.made_of or (ids[0], ids[1]))[:2]
    old_box, new_box, party_box, playbook_box, button = st.columns([5, 5, 5, 4, 2], vertical_alignment="bottom")
    with old_box:
        old = desk.entries[_which("What we last sent", desk, sent)]
    with new_box:
        new = desk.entries[_which("What came back", desk, came)]
    request = desk.comparing.made_of[2] if desk.comparing.made_of else new.request
    with party_box:
        acting_for = ask_party(new, request.acting_for)
    with playbook_box:
        playbook = ask_playbook(request.playbook)
    with button:
        pressed = st.button("Compare", type="primary", width="stretch", disabled=old is new)
    if old is new:
        st.caption("Choose two different files.")
    elif desk.comparing.made_of is None:
        st.caption("Law, focuses and day are those chosen for what came back, on the page Review.")
    if not pressed:
        return None
    return old, new, replace(new.request, acting_for=acting_for, playbook=playbook, view="accepted")


def _which(label: str, desk: Desk, chosen: str) -> str:
    ids = list(desk.entries)
    place = ids.index(chosen) if chosen in ids else 0
    return st.selectbox(label, ids, index=place, format_func=lambda each: desk.entries[each].name)


def _compare(desk: Desk, old: Entry, new: Entry, request: ReviewRequest) -> None:
    """Keep the comparison, or what kept it from being made."""
    done = desk.comparing
    done.made_of, done.made, done.trouble = (old.id, new.id, request), None, None
    workbench = the_workbench()
    try:
        own = [replace(request, password=each.request.password) for each in (old, new)]
        before, after = (_found(entry, asked) for entry, asked in zip((old, new), own, strict=True))
        with contract_file(new.upload_name, new.data, new.member) as path:
            original = workbench.before_marks(path, after.document, own[1])
        done.made = workbench.compare_extracted(before, after, replace(request, drafter="offline"), original=original)
    except LegalAIError as error:
        done.trouble = str(error)
    except Exception as error:
        # Its own words may quote the contract.
        done.trouble = f"{new.name}: {bug_message(error)}"


def _found(entry: Entry, asked: ReviewRequest) -> Extracted:
    """What is in a file, read as the comparison needs it. Raises: LegalAIError."""
    try:
        return entry.found_for(asked) or extract(entry, asked, the_workbench(), lambda _: None)
    except EncryptedFile:
        # The error's own words name an option of the command line.
        raise InputError(f"{entry.name} is encrypted: give its password on the page Review.") from None


def _outcome(made: Compared) -> None:
    comparison = made.comparison
    said, take = st.columns([15, 4], vertical_alignment="center")
    with said:
        st.html(html('<p class="soft">{about}</p>', about=" ".join(words.about(comparison))))
    with take:
        _downloads(comparison)
    for doubt in words.doubts(comparison):
        st.warning(markdown(doubt))
    if comparison.status == "partial":
        st.warning("One of the two was reviewed in part: something could not be read. See the notes on its review.")
    changes, effects = st.columns([15, 8], gap="medium")
    with changes, st.container(key="part"):
        _changes(comparison)
    with effects, st.container(key="make"):
        _effects(comparison)


def _downloads(comparison: Comparison) -> None:
    with st.popover("Download", icon=":material/download:", width="stretch"):
        st.html("<h3>For our side only</h3>")
        st.caption("These files hold our positions and answers.")
        for label, suffix, made, media_type in _FILES:
            st.download_button(
                label,
                lambda made=made: made(comparison),
                file_name=f"compare.{suffix}",
                mime=media_type,
                key=f"compare-{suffix}",
                on_click="ignore",
                width="stretch",
            )


@st.fragment
def _changes(comparison: Comparison) -> None:
    """The changes with their answers; what is not tracked stands first."""
    answers = {each.change: each for each in comparison.answers}
    changes = words.shown(comparison)
    wanted = _wanted(comparison.answers)
    shown = [each for each in changes if wanted is None or answers[each.id].answer == wanted]
    for title, group in _groups(comparison, shown):
        st.html(html("<h2>{title} ({count})</h2>", title=title, count=len(group)))
        for change in group:
            _card(change, answers.get(change.id))


def _wanted(answers: Sequence[ChangeAnswer]) -> Answer | None:
    """The answer whose changes are asked for; None for all of them."""
    if not answers:
        return None
    counted = Counter(each.answer for each in answers)
    names: dict[str, Answer | None] = {f"{_ALL} ({len(answers)})": None}
    names |= {f"{sentence_case(each)} ({counted[each]})": each for each in _TAGS if counted[each]}
    chosen = st.segmented_control(
        "Answer", list(names), default=next(iter(names)), required=True, label_visibility="collapsed"
    )
    return names[chosen] if chosen else None


def _groups(comparison: Comparison, changes: Sequence[ClauseChange]) -> Iterator[tuple[str, list[ClauseChange]]]:
    silent = [each for each in changes if each.tracked != "yes"]
    marked = [each for each in changes if each.tracked == "yes"]
    if silent:
        yield "Changed without tracking" if comparison.new_has_tracked_changes else "Changes", silent
    if marked:
        yield "Tracked changes", marked


def _card(change: ClauseChange, answer: ChangeAnswer | None) -> None:
    number = change.id.removeprefix("change-")
    tag = _TAGS[answer.answer] if answer else "info"
    with st.container(border=True, key=f"card-{tag}-{change.id}"):
        head = html('<span class="tag {tag}">{answer}</span>', tag=tag, answer=answer.answer) if answer else ""
        st.html(
            html(
                '<h3>{head}{number}. {place}</h3><p class="soft">{what}</p><div class="change"><p>{marked}</p></div>',
                head=head,
                number=number,
                place=words.place(change),
                what=words.what(change),
                marked=_marked(words.pieces(change)),
            )
        )
        unmarked = _marked(words.unmarked_pieces(change))
        if unmarked:
            st.html(
                html(
                    '<p class="soft">Of it, without a tracked change:</p><div class="change"><p>{unmarked}</p></div>',
                    unmarked=unmarked,
                )
            )
        if answer is not None:
            _answer(answer)


def _answer(answer: ChangeAnswer) -> None:
    st.html(html('<p class="sentence">{why}</p>', why=answer.why))
    if answer.ask is not None:
        st.html(html('<p class="sentence"><b>Ask:</b> {ask}</p>', ask=answer.ask))
    if answer.proposed_text is not None:
        with st.expander("Words to propose"):
            st.html(html("<blockquote>{words}</blockquote>", words=answer.proposed_text))


def _effects(comparison: Comparison) -> None:
    st.html("<h2>What it does to the findings</h2>")
    if not comparison.findings:
        st.caption("Nothing: the findings are those of before.")
    for each in comparison.findings:
        severity = each.severity_after or each.severity_before or "info"
        tied = words.ties(comparison, each.changes)
        st.html(
            html(
                '<p class="check"><span class="tag {tag}">{kind}</span>{title} ({severity}){tied}</p>',
                tag="good" if each.kind in ("gone", "better") else severity,
                kind=each.kind,
                title=each.title,
                severity=severity,
                tied=html('<br><span class="soft">Change {tied}</span>', tied=tied) if tied else "",
            )
        )
    if comparison.facts:
        st.html("<h2>Dates, parties, sums and law</h2>")
    for fact in comparison.facts:
        st.html(html('<p class="check">{fact}</p>', fact=sentence_case(words.fact(fact))))


def _marked(pieces: Iterator[words.Piece]) -> Markup:
    templates = {"": "{text}", "del": "<del>{text}</del>", "ins": "<ins>{text}</ins>"}
    return Markup("").join(html(templates[mark], text=text) for mark, text in pieces if text)
