"""A contract that has ended: the calendar says so, and nobody is called to act."""

from dataclasses import replace
from datetime import date

from legalai.export.calendar_events import events_of, in_calendar
from legalai.export.words import ending, facts
from legalai.schema import Contract, Ending
from tests.export.samples import TEXT, review
from tests.export.test_calendar import TODAY, hosting

LAST = date(2025, 3, 31)


def ended(on: date | None = LAST) -> Contract:
    contract = hosting()
    over = Ending(why="terminated", on=on)
    dates = replace(
        contract.key_dates, ending=over, as_of=TODAY, current_term_end=on, notice_deadline=None, send_by=None, clocks=()
    )
    return replace(contract, key_dates=dates)


def test_the_entry_of_its_last_day_says_that_it_ended() -> None:
    (event,) = events_of("a.pdf", ended(), None, TODAY)
    assert (event.day, event.summary.split(":")[0]) == (LAST, "Contract ended")


def test_the_overview_says_so_and_does_not_ask_to_check_a_renewal() -> None:
    assert in_calendar(ended(), None, events_of("a.pdf", ended(), None, TODAY), TODAY).startswith("no: ended on")


def test_one_that_ended_on_a_day_not_given_has_no_entry() -> None:
    assert events_of("a.pdf", ended(None), None, TODAY) == ()


def test_the_first_facts_of_a_review_say_it() -> None:
    of = ended()
    told = dict(facts(replace(review(TEXT), contract=of)))
    assert told["Ended"] == ending(of.key_dates)
    assert "Current term ends" not in told
