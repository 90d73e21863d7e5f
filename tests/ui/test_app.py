"""The app without a browser: what is asked of the workbench, and what is shown of its answer."""

import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from legalai.review import ReviewRequest
from legalai.ui import APP, workbench
from tests.ui.builders import CAP, HOSTILE, FakeWorkbench

SAMPLES = Path(__file__).parents[2] / "samples"
SAAS = ("saas-us-ny.docx", (SAMPLES / "saas-us-ny.docx").read_bytes())
NDA = ("nda-gb.docx", (SAMPLES / "nda-gb.docx").read_bytes())
LEASE = ("lease-us-ca.pdf", (SAMPLES / "lease-us-ca.pdf").read_bytes())


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeWorkbench]:
    fake = FakeWorkbench([])
    st.cache_resource.clear()
    monkeypatch.setattr(workbench, "open_workbench", lambda: fake)
    yield fake
    st.cache_resource.clear()


def opened(*files: tuple[str, bytes]) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    app.file_uploader[0].set_value([(name, data, "application/octet-stream") for name, data in files])
    app.run()
    assert not app.exception
    return app


def choose(app: AppTest, label: str, value: Any) -> None:
    next(box for box in app.selectbox if box.label == label).set_value(value)


def press(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label == label).click()
    app.run()
    assert not app.exception


def show(app: AppTest, part: str) -> None:
    next(each for each in app.button_group if part in each.options).set_value(part)
    app.run()
    assert not app.exception


def pages(app: AppTest) -> str:
    return " ".join(each.proto.body for each in app.get("html"))


def text_pane(app: AppTest) -> str:
    (pane,) = app.get("bidi_component")
    return json.loads(pane.proto.json)["html"]


def test_a_contract_is_reviewed_as_soon_as_it_is_uploaded(fake: FakeWorkbench) -> None:
    app = opened(SAAS)
    path, request = fake.seen[0]
    assert (path.name, request.jurisdiction, request.acting_for) == ("saas-us-ny.docx", "auto", None)
    assert "MASTER SUBSCRIPTION AGREEMENT" in pages(app)
    assert len(fake.seen) == 1


def test_the_uploaded_file_is_gone_when_it_has_been_read(fake: FakeWorkbench) -> None:
    opened(SAAS)
    path, _ = fake.seen[0]
    assert path.is_relative_to(tempfile.gettempdir())
    assert not path.parent.exists()


def test_the_choices_reach_the_workbench_and_other_points_come_back(fake: FakeWorkbench) -> None:
    app = opened(SAAS)
    choose(app, "We act for", "Harrow & Pell Logistics LLC")
    choose(app, "Jurisdiction", "gb-eaw")
    press(app, "Review")
    _, request = fake.seen[-1]
    assert request == ReviewRequest(
        as_of=fake.seen[0][1].as_of, jurisdiction="gb-eaw", acting_for="Harrow & Pell Logistics LLC"
    )
    show(app, "Points")
    assert "Raise the cap (gb-eaw)" in pages(app)
    assert "Twelve months" in pages(app)


def test_without_a_party_the_page_says_how_to_get_points(fake: FakeWorkbench) -> None:
    app = opened(SAAS)
    show(app, "Points")
    assert "Choose the party you act for" in app.info[0].value


def test_a_citation_clicked_marks_its_words_in_the_text(fake: FakeWorkbench) -> None:
    app = opened(SAAS)
    assert "active-quote" not in text_pane(app)
    next(button for button in app.button if button.key == "cite-summary-0-0").click()
    app.run()
    assert re.search(f'<mark id="active-quote">(<span [^>]*>)?{CAP}(</span>)?</mark>', text_pane(app))


@pytest.mark.parametrize("file", [SAAS, NDA], ids=["full", "empty"])
def test_every_part_of_a_review_is_drawn(file: tuple[str, bytes], fake: FakeWorkbench) -> None:
    app = opened(file)
    for part in ("Findings", "Points", "Dates", "Obligations", "Clauses", "Prompts", "Summary"):
        show(app, part)
        assert not app.error


def test_hostile_words_of_a_review_are_text(fake: FakeWorkbench) -> None:
    app = opened(SAAS)
    assert HOSTILE not in pages(app)
    assert "&lt;img src=" in pages(app)
    show(app, "Findings")
    assert "javascript:" not in pages(app)


def test_obligations_are_filtered(fake: FakeWorkbench) -> None:
    app = opened(SAAS)
    show(app, "Obligations")
    assert list(app.dataframe[0].value["Who"]) == ["Customer", "Provider"]
    app.toggle[0].set_value(True)
    app.run()
    assert list(app.dataframe[0].value["What"]) == ["pay each invoice"]
    app.toggle[0].set_value(False)
    next(box for box in app.multiselect if box.label == "Party").set_value(["Provider"])
    app.run()
    assert list(app.dataframe[0].value["Who"]) == ["Provider"]


def test_the_deadline_stands_first_among_the_dates(fake: FakeWorkbench) -> None:
    app = opened(SAAS)
    show(app, "Dates")
    assert "Last day for notice 2027-03-02" in pages(app)


def test_several_contracts_are_kept_apart(fake: FakeWorkbench) -> None:
    app = opened(SAAS, NDA)
    assert len(fake.seen) == 2
    shown = next(box for box in app.selectbox if box.label == "Show")
    shown.set_value(shown.proto.options and list(app.session_state["desk"].entries)[1])
    app.run()
    assert "MUTUAL CONFIDENTIALITY AGREEMENT" in pages(app)
    assert len(fake.seen) == 2


def test_an_encrypted_file_is_told_once_and_asks_for_its_password(fake: FakeWorkbench) -> None:
    app = opened(LEASE)
    assert len(app.error) == 1
    assert "is encrypted" in app.error[0].value
    next(field for field in app.text_input if field.label == "Password").set_value("secret")
    press(app, "Review")
    assert fake.seen[-1][1].password == "secret"
    assert not app.error
