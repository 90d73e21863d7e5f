"""What a calendar says of how notice is given, and the days on which one side must remind the other."""

from dataclasses import replace
from datetime import date

from legalai.export.calendar_events import Event, events_of, in_calendar
from legalai.export.words import facts
from legalai.schema import Authority, Clock, Contract, NoticeTerms, Period, ProofStep
from tests.export.samples import TEXT, review
from tests.export.test_calendar import NOTICE_BY, TODAY, hosting

TERMS = NoticeTerms(
    period=Period(amount=90, unit="day"),
    form="in writing, by registered or certified mail",
    not_by="by e-mail",
    address="Supplier: 12 Mill Lane, Leeds LS1 4DY",
    copy_to="Kline LLP (the copy is no notice)",
    hour="by 5 pm (London time)",
)
SAID = (
    "Form of notice: in writing, by registered or certified mail",
    "Not notice: by e-mail",
    "Notice to: Supplier: 12 Mill Lane, Leeds LS1 4DY",
    "Copy to: Kline LLP (the copy is no notice)",
    "Hour: by 5 pm (London time)",
)
LAW = Authority(cite="BGB s. 188", url="https://www.example.org/188", as_of=TODAY, checked_on=None)


def last_day(of: Contract) -> Event:
    return next(event for event in events_of("a.pdf", of, None, TODAY) if event.kind == "last-day")


def test_the_entry_says_how_notice_is_given_and_what_is_none() -> None:
    assert set(SAID) <= set(last_day(hosting(notice=TERMS)).description.split("\n"))


def test_the_first_facts_of_a_review_say_it_too() -> None:
    whole = review(TEXT)
    of = replace(whole, contract=hosting(notice=TERMS))
    assert set(SAID) <= {f"{what}: {words}" for what, words in facts(of)}


def test_the_law_behind_a_step_is_named() -> None:
    step = ProofStep(step="notice deadline", result="2026-12-03", quotes=(), rule="months run out", authorities=(LAW,))
    assert "Law: BGB s. 188" in last_day(hosting(proof=(step,))).description


def with_reminder(by: date) -> Contract:
    """A contract that renews, whose supplier must remind, and whose last day for notice is not known."""
    reminder = Clock(
        party="Supplier",
        instrument="main agreement",
        what="remind of the renewal",
        notice=NoticeTerms(),
        window_opens=TODAY,
        notice_by=by,
    )
    made = hosting(notice_by=None, send_by=None, window_opens=None)
    return replace(made, key_dates=replace(made.key_dates, clocks=(*made.key_dates.clocks, reminder)))


def test_a_reminder_has_its_days_and_alarm() -> None:
    events = events_of("a.pdf", with_reminder(NOTICE_BY), None, TODAY)
    told = [(event.kind, event.day, event.summary, event.alarmed) for event in events if "remind" in event.summary]
    assert told == [
        ("opens", TODAY, "First day to remind of the renewal (for Supplier): a.pdf", False),
        ("remind", NOTICE_BY, "Last day to remind of the renewal (for Supplier): a.pdf", True),
    ]


def test_a_reminder_is_no_day_to_act_against_the_renewal() -> None:
    of = with_reminder(NOTICE_BY)
    events = events_of("a.pdf", of, None, TODAY)
    assert in_calendar(of, None, events, TODAY).startswith("CHECK")
