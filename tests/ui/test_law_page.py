"""The law page without a browser: packs and rules to read, prompts of the contract at hand, questions answered."""

import re
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from legalai.jurisdictions import BASE
from legalai.ui import APP, law
from legalai.ui.safe import markdown
from legalai.ui.workbench import jurisdictions
from tests.ui.builders import CAP, SAAS, SMALL, FakeWorkbench
from tests.ui.driving import choose, opened, pages, press, show, text_pane


def test_every_pack_is_listed_without_a_contract(fake: FakeWorkbench) -> None:
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    show(app, "Law")
    table = app.dataframe[0].value
    assert set(table["Pack"]) == set(jurisdictions()) - {BASE}
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in table["Look at again by"])


def test_the_rules_of_the_law_applied_are_shown(fake: FakeWorkbench) -> None:
    app = opened(SAAS)
    show(app, "Law")
    shown = pages(app)
    assert "<h2>New York</h2>" in shown
    assert "us-ny-02" in shown
    assert "from the United States (federal law)" in shown
    assert "https://www.nysenate.gov/" in shown
    assert "{{" not in shown


def test_a_pack_that_is_overdue_says_so(fake: FakeWorkbench, monkeypatch: pytest.MonkeyPatch) -> None:
    class Later(date):
        @classmethod
        def today(cls) -> date:
            return date(2035, 1, 1)

    monkeypatch.setattr(law, "date", Later)
    app = opened(SAAS)
    show(app, "Law")
    assert set(app.dataframe[0].value["State"]) == {"Overdue: check first"}
    assert "Check it before you rely on it" in app.warning[0].value


def test_the_prompts_of_a_task_are_shown(fake: FakeWorkbench) -> None:
    app = opened(SAAS)
    show(app, "Law")
    show(app, "Prompts of this contract")
    assert "Summarise under auto" in app.code[0].value
    show(app, "Negotiation")
    assert not app.code
    assert "choose the party you act for" in app.info[0].value


def test_a_question_is_answered_without_reading_again(fake: FakeWorkbench) -> None:
    app = opened(SAAS)
    (question,) = (each for each in app.radio if each.label == markdown(SMALL))
    assert question.value == "Not known"
    assert "--fact" not in " ".join(each.value for each in app.markdown)
    question.set_value("No")
    press(app, "Apply")
    assert (len(fake.read), len(fake.asked)) == (1, 2)
    assert fake.asked[-1].facts == (("small_business", False),)
    (question,) = (each for each in app.radio if each.label == markdown(SMALL))
    assert question.value == "No"
    question.set_value("Not known")
    press(app, "Apply")
    assert fake.asked[-1].facts == ()


def test_kind_and_other_places_reach_the_workbench(fake: FakeWorkbench) -> None:
    app = opened(SAAS)
    choose(app, "Kind of contract", "dpa")
    choose(app, "Where the people live whose data it is", "de")
    press(app, "Review")
    assert (fake.asked[-1].matter_type, fake.asked[-1].overlays) == ("dpa", (("data-subjects", "de"),))


def test_the_words_behind_an_item_of_a_check_list_are_shown_in_the_text(fake: FakeWorkbench) -> None:
    app = opened(SAAS)
    show(app, "Check lists")
    assert "1 absent, 1 present of 2" in pages(app)
    next(button for button in app.button if button.key == "cite-checklist-gdpr-28-b-0").click()
    app.run()
    assert re.search(f'<mark id="active-quote">(<span [^>]*>)?{CAP}', text_pane(app))
