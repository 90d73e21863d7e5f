"""The compare page without a browser: two versions, what changed in silence first, and what to answer."""

import io
from zipfile import ZipFile

import pytest
from streamlit.testing.v1 import AppTest

from legalai.review import Workbench
from legalai.ui import workbench
from tests.ui.builders import CAP, SAAS, FakeWorkbench
from tests.ui.driving import choose, opened, pages, press, show

CUSTOMER = "Harrow & Pell Logistics LLC"
RATE, HIGHER = "one and one-half percent (1.5%) per month", "three percent (3%) per month"
INSERTED = (
    '<w:p><w:ins w:id="7" w:author="Their Lawyer" w:date="2026-11-02T09:00:00Z"><w:r><w:t>Customer shall give Provider '
    "&lt;b&gt;references&lt;/b&gt; each month.</w:t></w:r></w:ins></w:p>"
)


class ComparingWorkbench(FakeWorkbench):
    """The one that needs no model, and compares as the real one does."""

    before_marks = Workbench.before_marks
    compare_extracted = Workbench.compare_extracted


@pytest.fixture(autouse=True)
def comparing(fake: FakeWorkbench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbench, "open_workbench", ComparingWorkbench)


def came_back(*, tracked: bool) -> tuple[str, bytes]:
    """The sample with its late interest changed in silence, and with a clause that is put in as a tracked change."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(SAAS[1])) as sample, ZipFile(made, "w") as changed:
        for name in sample.namelist():
            data = sample.read(name)
            if name == "word/document.xml":
                body = data.decode()
                assert RATE in body
                body = body.replace(RATE, HIGHER)
                before, section, after = body.rpartition("<w:sectPr")
                data = (before + INSERTED + section + after if tracked else body).encode()
            changed.writestr(name, data)
    return "came-back.docx", made.getvalue()


def compared(*, tracked: bool = True, acting_for: str | None = CUSTOMER) -> AppTest:
    app = opened(SAAS, came_back(tracked=tracked))
    show(app, "Compare")
    if acting_for:
        choose(app, "We act for", acting_for)
    press(app, "Compare")
    assert not app.error
    return app


def test_what_was_changed_in_silence_comes_first() -> None:
    shown = pages(compared())
    silent, marked = shown.index("Changed without tracking (1)"), shown.index("Tracked changes (1)")
    assert silent < shown.index("<ins>three percent (3%)</ins>") < marked
    assert marked < shown.index("Customer shall give Provider &lt;b&gt;references")
    assert "<b>references" not in shown
    assert "The changed words reach our walk-away: “Late payment costs more than one percent a month”" in shown


def test_a_file_without_marks_is_one_list() -> None:
    shown = pages(compared(tracked=False))
    assert "Changes (1)" in shown
    assert "marks none of what follows" in shown


def test_without_a_side_nothing_is_answered() -> None:
    app = compared(acting_for=None)
    assert "Nobody is acted for" in pages(app)
    assert "tag high" not in pages(app)


def test_the_answers_can_be_shown_one_kind_at_a_time() -> None:
    app = compared()
    show(app, "Escalate (1)")
    assert "three percent (3%)" in pages(app)
    assert "references" not in pages(app)


def test_the_files_are_those_of_the_command() -> None:
    labels = [each.proto.label for each in compared().get("download_button")]
    assert labels == ["Page (HTML)", "Text (Markdown)", "Data (JSON)"]


def test_one_version_is_not_enough() -> None:
    app = opened(SAAS)
    show(app, "Compare")
    assert "Add both versions" in app.info[0].value


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (("locked.pdf", b"%PDF-1.7"), "locked.pdf is encrypted: give its password on the page Review."),
        (("broken.txt", b"words"), "broken.txt"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(file: tuple[str, bytes], said: str) -> None:
    app = opened(SAAS, file)
    show(app, "Compare")
    press(app, "Compare")
    assert len(app.error) == 1
    assert said in app.error[0].value.replace("\\", "")
    assert CAP not in app.error[0].value
