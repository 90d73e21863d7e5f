from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from legalai.errors import ConfigError
from legalai.export.calendar_events import Event, events_of, in_calendar
from legalai.export.calendar_file import CalendarFile, calendar, read_calendar
from legalai.export.calendar_merge import Scheduled
from legalai.export.calendar_states import Mark
from legalai.schema import Clock, Contract, Execution, NoticeTerms, Party, Period, ProofStep, Quote
from tests.export.samples import contract

TODAY = date(2026, 11, 1)
NOTICE_BY, SEND_BY, OPENS, END = date(2026, 12, 3), date(2026, 11, 28), date(2026, 11, 10), date(2027, 3, 3)


def hosting(**changes: Any) -> Contract:
    """A signed contract with one clock; changes of the clock by name, or `execution`."""
    status = changes.pop("execution", "signed")
    made = contract()
    clock = Clock(
        party=None,
        instrument="main agreement",
        what="stop automatic renewal",
        notice=NoticeTerms(period=Period(amount=90, unit="day")),
        window_opens=OPENS,
        notice_by=NOTICE_BY,
        send_by=SEND_BY,
        effective_on=END,
        proof=made.key_dates.proof,
    )
    dates = replace(
        made.key_dates, clocks=(replace(clock, **changes),), notice_deadline=changes.get("notice_by", NOTICE_BY)
    )
    return replace(made, execution=Execution(status=status), key_dates=dates)


def days(of: Contract, mark: Mark | None = None, as_of: date = TODAY) -> list[tuple[date, str]]:
    return [(event.day, event.summary) for event in events_of("a.pdf", of, mark, as_of)]


class Year:
    """A calendar file that is brought up to date as days go by."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "calendar.ics"

    def write(self, *contracts: Scheduled, as_of: date = TODAY, **options: Any) -> "Year":
        self.path.write_bytes(calendar(contracts, read_calendar(self.path), as_of=as_of, **options))
        return self

    def entries(self) -> dict[str, tuple[str, int, str]]:
        """Summary up to the colon -> (day, sequence, status)."""
        return {
            str(e["SUMMARY"]).split(":")[0]: (e["DTSTART"].dt.isoformat(), int(e["SEQUENCE"]), str(e["STATUS"]))
            for e in self.events()
        }

    def events(self) -> Sequence[Any]:
        return Calendar.from_ical(self.path.read_bytes()).walk("VEVENT")

    def uids(self) -> list[str]:
        return sorted(str(event["UID"]) for event in self.events())


@pytest.fixture
def year(tmp_path: Path) -> Year:
    return Year(tmp_path)


def scheduled(of: Contract, mark: Mark | None = None, as_of: date = TODAY, **changes: Any) -> Scheduled:
    name = changes.get("name", "a.pdf")
    return Scheduled(name, changes.get("sha256", "ab" * 32), events_of(name, of, mark, as_of))


# --------------------------------------------------------------------------------------------------------------- events


def test_the_days_of_a_renewing_contract() -> None:
    assert days(hosting()) == [
        (OPENS, "First day to give notice against renewal: a.pdf"),
        (SEND_BY, "Last day to send off what must arrive in time to give notice against renewal: a.pdf"),
        (NOTICE_BY, "Last day to give notice against renewal: a.pdf"),
        (END, "Term ends, and renews unless notice was given in time: a.pdf"),
    ]


def test_other_clocks_say_whose_and_what() -> None:
    option = hosting(party="Brook Retail plc", instrument="Order Form 2", what="extend the term", effective_on=None)
    assert "Last day to extend the term (Order Form 2, for Brook Retail plc): a.pdf" in [
        each for _, each in days(option)
    ]


@pytest.mark.parametrize(
    ("send_by", "as_of", "alarmed"),
    [
        (SEND_BY, TODAY, ["send-by"]),
        (NOTICE_BY, TODAY, ["last-day"]),
        (None, TODAY, ["last-day"]),
        # too late for the post: the last day itself is what is left
        (SEND_BY, date(2026, 11, 30), ["last-day"]),
    ],
)
def test_the_first_day_to_act_on_is_alarmed(send_by: date | None, as_of: date, alarmed: list[str]) -> None:
    events = events_of("a.pdf", hosting(send_by=send_by), None, as_of)
    assert [event.kind for event in events if event.alarmed and event.day >= as_of] == alarmed


def test_a_draft_has_no_days_until_it_is_marked_live() -> None:
    draft = hosting(execution="unsigned")
    assert days(draft) == []
    assert len(days(draft, Mark(state="live", on=TODAY))) == 4


@pytest.mark.parametrize(
    ("execution", "remark"), [("unknown", "signature not seen"), ("partly", "not signed by all"), ("signed", None)]
)
def test_a_signature_that_was_not_seen_is_told(execution: str, remark: str | None) -> None:
    endings = {words.partition(": ")[2] for _, words in days(hosting(execution=execution))}
    assert endings == {f"a.pdf ({remark})" if remark else "a.pdf"}


@pytest.mark.parametrize(
    ("mark", "left"),
    [
        (Mark(state="terminated", on=TODAY), []),
        (Mark(state="superseded", on=TODAY), []),
        # it ends in December: what is to be done before is still to be done
        (Mark(state="terminated", on=date(2026, 12, 1)), [OPENS, SEND_BY]),
        (Mark(state="notice-served", on=TODAY), [END]),
    ],
)
def test_what_a_state_leaves(mark: Mark, left: list[date]) -> None:
    assert [day for day, _ in days(hosting(), mark)] == left


def test_a_term_that_would_follow_served_notice_does_not() -> None:
    served = Mark(state="notice-served", on=date(2025, 11, 1))
    # the renewal term of one year that ends on 3 March 2027 began after notice was served
    assert days(hosting(), served) == []
    assert days(hosting(), Mark(state="notice-served", on=date(2026, 11, 1)))[0][1].startswith(
        "Contract ends (notice served on 2026-11-01)"
    )


def test_days_without_a_clock_are_there() -> None:
    bare = replace(hosting(), key_dates=replace(hosting().key_dates, clocks=()))
    assert [day for day, _ in days(bare)] == [NOTICE_BY, END]


@pytest.mark.parametrize(
    ("execution", "notice_by", "mark", "told"),
    [
        ("signed", NOTICE_BY, None, "4 entries"),
        ("signed", None, None, "CHECK: renews, no last day for notice to come is known"),
        # its last day has passed, and only the end of the term is to come
        ("signed", date(2026, 10, 1), None, "CHECK: renews, no last day for notice to come is known"),
        ("unsigned", None, None, "no: draft"),
        ("signed", None, Mark(state="terminated", on=TODAY), "no: settled"),
        ("signed", NOTICE_BY, Mark(state="notice-served", on=TODAY), "1 entry"),
    ],
)
def test_a_table_tells_what_the_calendar_has(
    execution: str, notice_by: date | None, mark: Mark | None, told: str
) -> None:
    of = hosting(execution=execution, notice_by=notice_by)
    assert in_calendar(of, mark, events_of("a.pdf", of, mark, TODAY), TODAY) == told


# ----------------------------------------------------------------------------------------------------------------- file


def test_an_entry(year: Year) -> None:
    year.write(scheduled(hosting()))
    last = next(e for e in year.events() if str(e["SUMMARY"]).startswith("Last day to give"))
    assert last["DTSTART"].params["VALUE"] == "DATE"
    assert (last["DTEND"].dt, str(last["TRANSP"]), str(last["CLASS"])) == (
        NOTICE_BY + timedelta(days=1),
        "TRANSPARENT",
        "CONFIDENTIAL",
    )
    assert "“three years”" in str(last["DESCRIPTION"])
    send = next(e for e in year.events() if str(e["SUMMARY"]).startswith("Last day to send"))
    assert [alarm["TRIGGER"].dt.days for alarm in send.walk("VALARM")] == [-14, -3]
    written = year.path.read_bytes()
    assert b"TZID" not in written
    assert b"ATTACH" not in written


def test_the_same_again_is_the_same_bytes(year: Year) -> None:
    first = year.write(scheduled(hosting())).path.read_bytes()
    assert year.write(scheduled(hosting())).path.read_bytes() == first
    assert year.write(scheduled(hosting()), as_of=TODAY + timedelta(days=3)).path.read_bytes() == first


def test_a_deadline_that_moves_keeps_its_entry(year: Year) -> None:
    before = year.write(scheduled(hosting())).uids()
    year.write(scheduled(hosting(notice_by=date(2026, 12, 10))))
    assert year.uids() == before
    assert year.entries()["Last day to give notice against renewal"] == ("2026-12-10", 1, "CONFIRMED")
    assert year.entries()["First day to give notice against renewal"][1] == 1  # its words name the last day


def test_a_new_scan_or_another_name_changes_no_entry(year: Year) -> None:
    before = year.write(scheduled(hosting())).uids()
    assert year.write(scheduled(hosting(), sha256="cd" * 32)).uids() == before
    assert year.write(scheduled(hosting(), sha256="cd" * 32, name="b.pdf")).uids() == before


def test_two_files_that_swap_names_take_their_entries_with_them(year: Year) -> None:
    one, two = hosting(), hosting(notice_by=date(2026, 12, 20))
    year.write(scheduled(one, sha256="1" * 64), scheduled(two, sha256="2" * 64, name="b.pdf"))
    swapped = year.write(scheduled(one, sha256="1" * 64, name="b.pdf"), scheduled(two, sha256="2" * 64))
    days_of = {e["UID"][:2]: e["DTSTART"].dt for e in swapped.events() if "Last day to give" in e["SUMMARY"]}
    assert days_of == {"11": NOTICE_BY, "22": date(2026, 12, 20)}


def test_copies_of_a_file_have_entries_of_their_own(year: Year) -> None:
    year.write(scheduled(hosting()), scheduled(hosting(), name="copy.pdf"))
    assert len(set(year.uids())) == 8
    before = year.uids()
    assert year.write(scheduled(hosting()), scheduled(hosting(), name="copy.pdf")).uids() == before


def test_what_is_withdrawn_is_cancelled_once(year: Year) -> None:
    year.write(scheduled(hosting()))
    served = Mark(state="notice-served", on=TODAY)
    once = year.write(scheduled(hosting(), served)).path.read_bytes()
    assert year.write(scheduled(hosting(), served)).path.read_bytes() == once
    assert {words: entry[1:] for words, entry in year.entries().items()} == {
        "First day to give notice against renewal": (1, "CANCELLED"),
        "Last day to send off what must arrive in time to give notice against renewal": (1, "CANCELLED"),
        "Last day to give notice against renewal": (1, "CANCELLED"),
        "Contract ends (notice served on 2026-11-01)": (1, "CONFIRMED"),
    }
    assert sum(len(event.walk("VALARM")) for event in year.events()) == 0


def test_what_comes_back_goes_on_counting(year: Year) -> None:
    year.write(scheduled(hosting()))
    year.write(scheduled(hosting(), Mark(state="terminated", on=TODAY)))
    year.write(scheduled(hosting()))
    assert {entry[1:] for entry in year.entries().values()} == {(2, "CONFIRMED")}


@pytest.mark.parametrize(
    ("unread", "status"), [((), "CANCELLED"), (["a.pdf"], "CONFIRMED"), (None, "CONFIRMED"), (["b.pdf"], "CANCELLED")]
)
def test_only_what_was_read_can_be_withdrawn(year: Year, unread: Sequence[str] | None, status: str) -> None:
    year.write(scheduled(hosting()))
    year.write(unread=unread)
    assert {entry[2] for entry in year.entries().values()} == {status}


def test_what_has_passed_stays_without_alarm_and_the_next_term_has_entries_of_its_own(year: Year) -> None:
    year.write(scheduled(hosting()))
    later = date(2027, 6, 1)
    following = hosting(
        **{
            "notice_by": date(2027, 12, 3),
            "send_by": date(2027, 11, 28),
            "window_opens": date(2027, 11, 10),
            "effective_on": date(2028, 3, 3),
        }
    )
    following = replace(following, key_dates=replace(following.key_dates, current_term_end=date(2028, 3, 3)))
    year.write(scheduled(following, as_of=later), as_of=later)
    assert len(set(year.uids())) == 8
    assert {str(event["STATUS"]) for event in year.events()} == {"CONFIRMED"}
    assert {e["DTSTART"].dt.year for e in year.events() if e.walk("VALARM")} == {2027}
    assert [e["DTSTART"].dt for e in year.events() if e.walk("VALARM")] == [date(2027, 11, 28)]


def test_a_day_that_has_passed_is_not_entered(year: Year) -> None:
    year.write(scheduled(hosting(), as_of=date(2027, 1, 1)), as_of=date(2027, 1, 1))
    assert list(year.entries()) == ["Term ends, and renews unless notice was given in time"]


def test_a_deadline_that_was_missed_is_followed_by_the_next(year: Year) -> None:
    later = date(2026, 12, 10)
    missed = hosting()
    missed = replace(missed, key_dates=replace(missed.key_dates, next_notice_deadline=date(2027, 12, 3)))
    year.write(scheduled(hosting()))
    year.write(scheduled(missed, as_of=later), as_of=later)
    last = {e["DTSTART"].dt: e for e in year.events() if str(e["SUMMARY"]).startswith("Last day to give")}
    assert list(last) == [NOTICE_BY, date(2027, 12, 3)]
    assert [len(event.walk("VALARM")) for event in last.values()] == [0, 2]
    assert len({str(event["UID"]) for event in last.values()}) == 2


def test_alarms_stay_as_they_were_asked_for_and_are_no_change(year: Year) -> None:
    year.write(scheduled(hosting()))
    year.write(scheduled(hosting()), alarm_days=(30,))
    year.write(scheduled(hosting()))
    alarms = [alarm["TRIGGER"].dt.days for event in year.events() for alarm in event.walk("VALARM")]
    assert alarms == [-30]
    assert {entry[1] for entry in year.entries().values()} == {0}


@pytest.mark.parametrize(
    "content",
    [b"", b"BEGIN:VCALENDAR\n", b"\xff\xfe", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR"],
)
def test_another_file_of_that_name_is_not_overwritten(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "calendar.ics").write_bytes(content)
    with pytest.raises(ConfigError, match=r"calendar\.ics is no calendar that can be brought up to date"):
        read_calendar(tmp_path / "calendar.ics")


# ---------------------------------------------------------------------------------------------------- hostile contracts

HOSTILE = st.text(max_size=120) | st.sampled_from(
    [
        "x\r\nATTACH:https://evil.example/a",
        "\nEND:VEVENT\nBEGIN:VEVENT",
        "\\nATTACH:x\\",
        ';,:"\\N',
        "https://evil.example/y",
        "\u2028SUMMARY:z",
        "é" * 90,
    ]
)
PROPERTIES = {
    *("UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "CATEGORIES"),
    *("CLASS", "TRANSP", "STATUS", "X-LEGALAI-CONTRACT", "X-LEGALAI-SHA256"),
}


@given(HOSTILE, HOSTILE, HOSTILE)
def test_no_text_breaks_out_of_its_property(name: str, words: str, quote: str) -> None:
    proof = (ProofStep(step="s", result=words, quotes=(Quote(text=quote, start=0, end=len(quote)),), rule=words),)
    made = hosting(what=words, instrument=quote, party=words, enforceability=quote, proof=proof)
    made = replace(made, title=quote, parties=(Party(name=words, text="", start=0, end=0),))
    events = events_of(name, made, None, TODAY)
    written = calendar([Scheduled(name, "ab" * 32, events)], CalendarFile(), as_of=TODAY)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert b"\n" not in written.replace(b"\r\n", b"")
    read = Calendar.from_ical(written).walk("VEVENT")
    assert [set(event) for event in read] == [PROPERTIES] * len(events)
    assert sorted((str(e["SUMMARY"]), str(e["DESCRIPTION"])) for e in read) == sorted(
        (event.summary, event.description) for event in events
    )
    # The name is the user's own path; whatever the contract says leads nowhere.
    if "//" not in name:
        assert "//" not in "".join(str(e["SUMMARY"]) + str(e["DESCRIPTION"]) for e in read)


EVENTS = st.builds(
    Event,
    kind=st.just("last-day"),
    slot=st.sampled_from(["a", "b", "c"]),
    day=st.dates(TODAY, date(2026, 12, 31)),
    summary=st.sampled_from(["x", "y"]),
    description=st.just("d"),
    alarmed=st.booleans(),
)


@given(st.lists(st.lists(EVENTS, max_size=3, unique_by=lambda event: event.slot), min_size=2, max_size=6))
def test_sequences_rise_when_and_only_when_an_entry_changes(runs: list[list[Event]]) -> None:
    old, seen = CalendarFile(), dict[str, tuple[object, int]]()
    for events in runs:
        written = calendar([Scheduled("a.pdf", "ab" * 32, tuple(events))], old, as_of=TODAY)
        read = Calendar.from_ical(written).walk("VEVENT")
        assert set(seen) <= {str(event["UID"]) for event in read}
        for event in read:
            content, uid = (event["DTSTART"].dt, str(event["SUMMARY"]), str(event["STATUS"])), str(event["UID"])
            before = seen.get(uid)
            expected = 0 if before is None else before[1] + (before[0] != content)
            assert int(event["SEQUENCE"]) == expected
            seen[uid] = (content, expected)
        old = read_back(written)


def read_back(written: bytes) -> CalendarFile:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder) / "calendar.ics"
        path.write_bytes(written)
        return read_calendar(path)
