"""Key dates, and how each was arrived at."""

from collections.abc import Iterator

import streamlit as st

from legalai.export import words
from legalai.review import Reviewed
from legalai.schema import Clock, KeyDate, KeyDates, ProofStep, Quote, Renewal
from legalai.ui import calendar_download, citations, event_days
from legalai.ui.desk import Entry
from legalai.ui.findings import show_authorities
from legalai.ui.safe import html, markdown, sentence_case

Row = tuple[str, str, Quote | None]


def show(entry: Entry, reviewed: Reviewed) -> None:
    """What runs out and when, the dates of the contract, the proof, and every other clock."""
    dates = reviewed.review.contract.key_dates
    _deadline(dates)
    event_days.ask(entry, reviewed)
    calendar_download.show(entry, reviewed.review.contract)
    for number, (what, value, quote) in enumerate(_rows(dates)):
        _row(entry, what, value, quote, f"date-{number}")
    if dates.proof:
        st.html("<h3>How the dates were computed</h3>")
        _proof(entry, dates.proof, "proof")
    if dates.clocks:
        st.html("<h3>Clocks</h3>")
    for number, clock in enumerate(dates.clocks):
        _clock(entry, clock, f"clock-{number}")


def _deadline(dates: KeyDates) -> None:
    """The one thing not to miss."""
    if told := words.ending(dates):
        st.html(html('<div class="deadline late"><b>The contract: {told}</b></div>', told=told))
        return
    last = dates.send_by or dates.notice_deadline
    if last is None:
        return
    left = (last - dates.as_of).days
    when = f"{left} days from {dates.as_of}" if left >= 0 else f"{-left} days before {dates.as_of}: it has passed"
    opens = f" Not before {dates.window_opens}." if dates.window_opens else ""
    what = "Send notice by" if dates.send_by else "Last day for notice"
    st.html(
        html(
            '<div class="deadline {late}"><b>{what} {last}</b> ({when}).{opens}</div>',
            **_values(left, what, last, when, opens),
        )
    )


def _values(left: int, what: str, last: object, when: str, opens: str) -> dict[str, object]:
    return {"late": "late" if left < 0 else "", "what": what, "last": last, "when": when, "opens": opens}


def _rows(dates: KeyDates) -> Iterator[Row]:
    yield ("Agreement date", words.key_date(dates.agreement_date), _quoted(dates.agreement_date))
    yield ("Effective date", words.key_date(dates.effective_date), _quoted(dates.effective_date))
    yield ("Expiration date", words.key_date(dates.expiration_date), _quoted(dates.expiration_date))
    yield ("Initial term", words.period(dates.initial_term) or "not found", None)
    yield ("Renewal", words.renewal(dates.renewal), _quoted(dates.renewal))
    yield ("Notice period", words.period(dates.notice_period) or "not found", dates.notice_period)
    for what, value in (
        ("Current term ends", None if dates.ending else dates.current_term_end),
        ("Notice window opens", dates.window_opens),
        ("Last day for notice", words.last_day(dates)),
        ("Send notice by", dates.send_by),
    ):
        if value:
            yield (what, str(value), None)
    for what, said in words.how_notice_is_given(dates):
        yield (what, said, None)


def _quoted(value: KeyDate | Renewal) -> Quote | None:
    if value.text is None or value.start is None or value.end is None:
        return None
    return Quote(text=value.text, start=value.start, end=value.end)


def _row(entry: Entry, what: str, value: str, quote: Quote | None, key: str) -> None:
    name, words_, cite = st.columns([3, 5, 4], vertical_alignment="center")
    name.html(html('<p class="soft">{what}</p>', what=what))
    words_.html(html("<p>{value}</p>", value=value))
    if quote:
        with cite:
            citations.button(entry, quote, key)


def _until(clock: Clock) -> str:
    """The last day to act; a day on which something takes effect is not one."""
    last = clock.send_by or clock.notice_by
    if last:
        return f", by {last}"
    return f", effective {clock.effective_on}" if clock.effective_on else ""


def _proof(entry: Entry, steps: tuple[ProofStep, ...], key: str) -> None:
    for number, step in enumerate(steps):
        st.html(
            html(
                '<p class="step"><b>{number}. {step}:</b> {result}<br><span class="soft">{rule}</span></p>',
                number=number + 1,
                step=sentence_case(step.step),
                result=step.result,
                rule=step.rule,
            )
        )
        show_authorities(step.authorities)
        citations.show(entry, step.quotes, f"{key}-{number}")


def _clock(entry: Entry, clock: Clock, key: str) -> None:
    with st.expander(markdown(sentence_case(f"{clock.instrument}: {clock.what}{_until(clock)}"))):
        facts = (
            ("Party", clock.party),
            ("Notice", words.period(clock.notice.period)),
            ("Form", clock.notice.form),
            ("To", clock.notice.address),
            ("Not by", clock.notice.not_by),
            ("Copy to", clock.notice.copy_to),
            ("Hour", clock.notice.hour),
            ("Window opens", clock.window_opens),
            ("Notice by", clock.notice_by),
            ("Send by", clock.send_by),
            ("Takes effect", clock.effective_on),
            ("Enforceability", clock.enforceability),
        )
        for number, (what, value) in enumerate(facts):
            if value:
                _row(entry, what, str(value), None, f"{key}-{number}")
        _proof(entry, clock.proof, key)
