"""The app without a browser: what is asked of the workbench, and what is shown of its answer."""

import io
import re
import tempfile
from datetime import date
from pathlib import Path
from typing import Any, cast
from zipfile import ZipFile

import pytest
from streamlit.runtime.scriptrunner import RerunData, RerunException
from streamlit.testing.v1 import AppTest

from legalai.errors import ConfigError
from legalai.review import ReviewRequest, Workbench
from legalai.ui import options
from legalai.ui.desk import Entry
from legalai.ui.reading import review
from legalai.ui.safe import markdown
from tests.ingest.factory import docx, r
from tests.ingest.test_pdf_files import FEE, carrying
from tests.ui.builders import CAP, FALLBACK, HOSTILE, LEASE, NDA, SAAS, TODAY, FakeWorkbench
from tests.ui.driving import choose, opened, pages, press, show, text_pane, upload


def give_password(app: AppTest, password: str) -> None:
    next(field for field in app.text_input if field.label == "Password").set_value(password)
    press(app, "Review")


def test_a_contract_is_reviewed_as_soon_as_it_is_uploaded(fake: FakeWorkbench) -> None:
    app = opened(SAAS)
    (path,), (request,) = fake.read, fake.asked
    assert (path.name, request.jurisdiction, request.acting_for) == ("saas-us-ny.docx", "auto", None)
    assert "MASTER SUBSCRIPTION AGREEMENT" in pages(app)


def test_the_uploaded_file_is_gone_when_it_has_been_read(fake: FakeWorkbench) -> None:
    opened(SAAS)
    (path,) = fake.read
    assert path.is_relative_to(tempfile.gettempdir())
    assert not path.parent.exists()


def test_the_choices_reach_the_workbench_and_other_points_come_back(fake: FakeWorkbench) -> None:
    app = opened(SAAS)
    choose(app, "We act for", "Harrow & Pell Logistics LLC")
    choose(app, "Jurisdiction", "gb-eaw")
    press(app, "Review")
    first, second = fake.asked
    assert second == ReviewRequest(as_of=first.as_of, jurisdiction="gb-eaw", acting_for="Harrow & Pell Logistics LLC")
    show(app, "Points")
    assert "Raise the cap (gb-eaw)" in pages(app)
    assert FALLBACK in pages(app)


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
    for part in ("Findings", "Points", "Check lists", "Dates", "Obligations", "Clauses", "Summary"):
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
    assert len(fake.read) == 2
    shown = next(box for box in app.selectbox if box.label == "Show")
    shown.set_value(shown.proto.options and list(app.session_state["desk"].entries)[1])
    app.run()
    assert "MUTUAL CONFIDENTIALITY AGREEMENT" in pages(app)
    assert len(fake.read) == len(fake.asked) == 2


def zipped(*files: tuple[str, bytes]) -> bytes:
    made = io.BytesIO()
    with ZipFile(made, "w") as archive:
        for name, data in files:
            archive.writestr(name, data)
    return made.getvalue()


def test_every_contract_of_an_archive_is_an_entry(fake: FakeWorkbench) -> None:
    app = opened(("deals.zip", zipped(SAAS, (f"old/{NDA[0]}", NDA[1]), ("__MACOSX/._a.docx", b"x"))))
    assert [entry.name for entry in app.session_state["desk"].entries.values()] == [
        "deals.zip/saas-us-ny.docx",
        "deals.zip/old/nda-gb.docx",
    ]
    assert not app.error
    assert "1 file of an operating system" in " ".join(caption.value for caption in app.caption)
    assert len(fake.read) == len(fake.asked) == 2
    assert "MASTER SUBSCRIPTION AGREEMENT" in pages(app)


def test_an_encrypted_file_is_told_once_and_asks_for_its_password(fake: FakeWorkbench) -> None:
    app = opened(LEASE)
    assert len(app.error) == 1
    assert "is encrypted" in app.error[0].value
    give_password(app, "wrong")
    assert "does not open with this password" in app.error[0].value
    give_password(app, "secret")
    assert fake.asked[-1].password == "secret"
    assert not app.error


def test_the_password_of_a_pdf_shows_the_contracts_within_it(fake: FakeWorkbench, tmp_path: Path) -> None:
    app = opened(("bundle.pdf", carrying(tmp_path / "bundle.pdf", FEE, "secret").read_bytes()))
    assert [entry.name for entry in app.session_state["desk"].entries.values()] == ["bundle.pdf"]
    give_password(app, "secret")
    assert [entry.name for entry in app.session_state["desk"].entries.values()] == ["bundle.pdf", "bundle.pdf/fee.txt"]
    assert fake.asked[-1].password == "secret"
    assert not app.error


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Jurisdiction", "gb-eaw"),
        ("We act for", "Harrow & Pell Logistics LLC"),
        ("Playbook", "customer"),
        ("Risk focuses", ["liability"]),
        ("Kind of contract", "dpa"),
        ("Where people work", "us-ca"),
    ],
)
def test_another_choice_is_advised_on_and_not_extracted_again(label: str, value: Any, fake: FakeWorkbench) -> None:
    app = opened(SAAS)
    choose(app, label, value)
    press(app, "Review")
    assert (len(fake.read), len(fake.asked)) == (1, 2)


def test_another_day_is_extracted_again(fake: FakeWorkbench) -> None:
    app = opened(SAAS)
    app.date_input[0].set_value(date(2026, 1, 1))
    press(app, "Review")
    assert len(fake.read) == 2
    assert fake.asked[-1].as_of == date(2026, 1, 1)


def test_the_view_is_asked_for_where_there_are_tracked_changes(fake: FakeWorkbench, tmp_path: Path) -> None:
    inserted = f'<w:ins w:id="1" w:author="A" w:date="2026-01-02T00:00:00Z">{r(" on demand")}</w:ins>'
    tracked = docx(tmp_path / "a.docx", f"<w:p>{r('The Fee is due')}{inserted}{r('.')}</w:p>").read_bytes()
    app = opened(("tracked.docx", tracked))
    assert "on demand" in text_pane(app)
    choose(app, "Tracked changes", "original")
    press(app, "Review")
    assert fake.asked[-1].view == "original"
    assert len(fake.read) == 2
    assert "on demand" not in text_pane(app)
    assert "Tracked changes" in [box.label for box in app.selectbox]
    upload(app, SAAS)
    assert "Tracked changes" not in [box.label for box in app.selectbox]


def test_a_file_of_the_same_name_with_other_bytes_is_extracted(fake: FakeWorkbench) -> None:
    app = opened(SAAS)
    upload(app, (SAAS[0], NDA[1]))
    assert len(fake.read) == 2
    assert "MUTUAL CONFIDENTIALITY AGREEMENT" in pages(app)


def test_one_bad_file_is_one_line_and_leaves_the_others_alone(
    fake: FakeWorkbench, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    app = opened(("bug.txt", b"words"), SAAS)
    (trouble,) = app.error
    assert trouble.value.startswith(r"bug\.txt\: an error in legalai itself \(KeyError in ")
    shown = next(box for box in app.selectbox if box.label == "Show")
    shown.set_value(list(app.session_state["desk"].entries)[1])
    app.run()
    assert "MASTER SUBSCRIPTION AGREEMENT" in pages(app)
    assert not app.error
    # what the fault said were words of the contract
    assert CAP not in caplog.text + "".join(capfd.readouterr())


def test_a_review_that_was_interrupted_goes_on(fake: FakeWorkbench) -> None:
    entry = Entry("id", *SAAS, ReviewRequest(as_of=TODAY))

    def interrupt(stage: str) -> None:
        if stage == "advising":
            raise RerunException(RerunData())

    with pytest.raises(RerunException):
        review(entry, cast(Workbench, fake), interrupt)
    assert entry.pending
    review(entry, cast(Workbench, fake), lambda _: None)
    assert not entry.pending
    assert entry.reviewed is not None
    assert len(fake.read) == 1


def test_a_broken_pack_is_one_line(fake: FakeWorkbench, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> dict[str, str]:
        raise ConfigError("us-ny/profile.toml: no such key.")

    monkeypatch.setattr(options, "jurisdictions", broken)
    app = opened(SAAS)
    assert [error.value for error in app.error] == [markdown("us-ny/profile.toml: no such key.")]
