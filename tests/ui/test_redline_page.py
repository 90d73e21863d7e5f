"""The redline page without a browser: what is asked for is what is in the file, and nothing of ours beside it."""

import io
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from streamlit.testing.v1 import AppTest

from legalai.export.issues_list import IssuesListExporter
from legalai.ingest import read
from legalai.plugins.host import PluginHost
from legalai.redline import Redlined
from legalai.review import ReviewRequest
from tests.ui.builders import CAP, FALLBACK, NDA, SAAS, TODAY, WALK_AWAY, FakeWorkbench
from tests.ui.driving import choose, opened, pages, press, show

CUSTOMER = "Harrow & Pell Logistics LLC"
OURS = (FALLBACK, WALK_AWAY, "Three months of fees are next to nothing.")


@pytest.fixture(autouse=True)
def without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it makes of a redline is tested where redlines are made."""
    monkeypatch.setattr("legalai.ui.redline_page.find_libreoffice", lambda: None)


def settling(file: tuple[str, bytes] = SAAS) -> AppTest:
    """The redline page of a contract that is reviewed for the customer."""
    app = opened(file)
    choose(app, "We act for", CUSTOMER)
    press(app, "Review")
    show(app, "Redline")
    return app


def for_whom(app: AppTest, whom: str) -> None:
    next(each for each in app.radio if each.label == "Who will read it?").set_value(whom)
    app.run()


def made(app: AppTest) -> Redlined:
    press(app, "Make the redline")
    assert not app.error
    (entry,) = app.session_state["desk"].entries.values()
    assert entry.draft.made is not None
    return entry.draft.made


def everything_in(redlined: Redlined) -> str:
    with ZipFile(io.BytesIO(redlined.docx)) as archive:
        parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
    return "\n".join([*parts, redlined.html, repr(redlined.proof)])


def button(app: AppTest, label: str) -> Any:
    return next(each for each in app.button if each.label == label)


def test_there_is_no_reader_until_one_is_chosen(fake: FakeWorkbench) -> None:
    app = settling()
    assert next(each for each in app.radio if each.label == "Who will read it?").value is None
    assert button(app, "Make the redline").disabled
    for_whom(app, "counterparty")
    assert not button(app, "Make the redline").disabled


def test_every_point_is_taken_and_shown_as_it_will_read(fake: FakeWorkbench) -> None:
    app = settling()
    taken = [each for each in app.checkbox if each.key and each.key.startswith("redline-take")]
    assert [each.value for each in taken] == [True, True]
    assert "SHALL NOT EXCEED <ins>TWICE </ins>THE FEES PAID BY CUSTOMER" in pages(app)


@pytest.mark.parametrize(("whom", "told"), [("counterparty", False), ("internal", True)])
def test_our_positions_are_in_our_own_file_only(whom: str, told: bool, fake: FakeWorkbench) -> None:
    app = settling()
    for_whom(app, whom)
    redlined = made(app)
    text = everything_in(redlined)
    assert "TWICE" in text
    assert [words in text for words in OURS[:2]] == [told, told]
    assert redlined.proof.recipient == whom
    assert redlined.proof.author == CUSTOMER
    assert f"All {len(redlined.proof.checks)} checks passed" in app.success[0].value
    assert all(check.name[1:] in pages(app) for check in redlined.proof.checks)
    files = [each.proto.label for each in app.get("download_button")]
    assert files[-3:] == ["Redline (Word)", "Proof (JSON)", "Redline as a page (HTML)"]


def test_a_point_left_out_is_not_in_the_file(fake: FakeWorkbench) -> None:
    app = settling()
    next(each for each in app.checkbox if "Except fraud" in each.label).set_value(False)
    for_whom(app, "counterparty")
    assert {each.point for each in made(app).proof.revisions} == {"p-cap"}


def test_words_of_the_user_go_through_the_same_proof(fake: FakeWorkbench) -> None:
    app = settling()
    app.text_area[0].set_value("SHALL NOT EXCEED THRICE THE FEES PAID BY CUSTOMER")
    for_whom(app, "counterparty")
    assert "<ins>THRICE </ins>" in pages(app)
    redlined = made(app)
    assert [each.new_text for each in redlined.proof.revisions if each.point == "p-cap"] == ["THRICE "]
    # what is typed is still there when the user comes back to the page
    show(app, "Review")
    show(app, "Redline")
    assert "THRICE" in (app.text_area[0].value or "")
    press(app, "Back to the words proposed")
    assert "TWICE" in (app.text_area[0].value or "")
    assert not app.success


def test_our_fallback_typed_into_words_for_the_other_side_stops_the_file(fake: FakeWorkbench) -> None:
    app = settling()
    app.text_area[1].set_value(f"10.2A {FALLBACK}")
    for_whom(app, "counterparty")
    press(app, "Make the redline")
    assert len(app.error) == 1
    assert "the redline was not written" in app.error[0].value
    (entry,) = app.session_state["desk"].entries.values()
    assert entry.draft.made is None


@pytest.mark.parametrize(("file", "said"), [(SAAS, "choose the party you act for"), (NDA, "No party was found")])
def test_without_a_party_one_sentence_says_what_to_do(file: tuple[str, bytes], said: str, fake: FakeWorkbench) -> None:
    app = opened(file)
    show(app, "Redline")
    assert said in app.info[0].value


def test_the_list_for_the_other_side_holds_nothing_of_ours(fake: FakeWorkbench, tmp_path: Path) -> None:
    path = tmp_path / SAAS[0]
    path.write_bytes(SAAS[1])
    found = fake.extract(path, as_of=TODAY, password=None, view="accepted", triggers=(), progress=lambda _: None)
    request = ReviewRequest(as_of=TODAY, acting_for=CUSTOMER)
    review = fake.advise(found, request, progress=lambda _: None).review
    listed = tmp_path / "list.docx"
    listed.write_bytes(IssuesListExporter().export(found.document, review))
    text = read(listed, PluginHost.load().readers()).text
    assert "Raise the cap" in text
    assert [words in text for words in OURS] == [False, False, False]


def test_downloads_are_told_apart(fake: FakeWorkbench) -> None:
    app = opened(SAAS)
    labels = [each.proto.label for each in app.get("download_button")]
    assert "Memo (Word)" in labels
    assert "List of our points (Word)" not in labels
    choose(app, "We act for", CUSTOMER)
    press(app, "Review")
    assert "List of our points (Word)" in [each.proto.label for each in app.get("download_button")]
    assert "For the other side" in pages(app)
    assert CAP in app.session_state["desk"].chosen.reviewed.document.text
