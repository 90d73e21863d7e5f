"""The form on the page of dates: the day of an event is asked for, given, and can be changed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from legalai.review import Extracted, Progress
from legalai.schema import View
from legalai.ui import workbench
from tests.ui.builders import SAAS, FakeWorkbench
from tests.ui.driving import opened, press, show

MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)
LABEL = "Day of: delivery"


class AskingWorkbench(FakeWorkbench):
    """Finds that the term runs from delivery, and asks for its day until it is given."""

    def extract(
        self,
        path: Path,
        *,
        as_of: date,
        password: str | None,
        view: View,
        triggers: tuple[tuple[str, date], ...],
        progress: Progress,
    ) -> Extracted:
        found = super().extract(path, as_of=as_of, password=password, view=view, triggers=triggers, progress=progress)
        dates = replace(found.contract.key_dates, asks=() if triggers else ("delivery",))
        return Extracted(found.document, replace(found.contract, key_dates=dates))


@pytest.fixture
def asking(monkeypatch: pytest.MonkeyPatch) -> Iterator[AskingWorkbench]:
    made = AskingWorkbench()
    st.cache_resource.clear()
    monkeypatch.setattr(workbench, "open_workbench", lambda: made)
    yield made
    st.cache_resource.clear()


def give(app: AppTest, day: date) -> None:
    next(each for each in app.date_input if each.label == LABEL).set_value(day)
    press(app, "Compute the dates")


def test_a_day_that_is_given_is_read_with_and_can_be_changed(asking: AskingWorkbench) -> None:
    app = opened(SAAS)
    show(app, "Dates")
    give(app, MARCH)
    assert asking.asked[-1].triggers == (("delivery", MARCH),)
    assert len(asking.read) == 2
    show(app, "Dates")
    give(app, APRIL)
    assert asking.asked[-1].triggers == (("delivery", APRIL),)


def test_another_review_keeps_the_day(asking: AskingWorkbench) -> None:
    app = opened(SAAS)
    show(app, "Dates")
    give(app, MARCH)
    press(app, "Review")
    assert asking.asked[-1].triggers == (("delivery", MARCH),)


def test_nothing_is_asked_where_no_day_is_missing(fake: FakeWorkbench) -> None:
    app = opened(SAAS)
    show(app, "Dates")
    assert LABEL not in [each.label for each in app.date_input]
    assert "Compute the dates" not in [button.label for button in app.button]
