"""E-mail that a text refuses, or keeps for other messages, is no way to give notice."""

import pytest

from tests.extract.dates.test_notice_form import form_of

NOTICES = "Notices shall be delivered by hand or by courier."


@pytest.mark.parametrize(
    "said",
    [
        "A notice of non-renewal sent by e-mail has no effect.",
        "A notice transmitted by e-mail is null and void.",
        "Fax and e-mail lack effect as notice.",
        "E-mail may be used for everyday messages only.",
        "E-mail is reserved for operational questions.",
        "Emails are for day-to-day contact and do not count as notices.",
        "The parties may use e-mail for routine matters, but not for notices.",
    ],
)
def test_refused_e_mail_is_no_notice(said: str) -> None:
    form = form_of(f"{NOTICES} {said}")
    assert form.form == "by hand or by courier"
    assert form.not_by is not None
    assert "by e-mail" in form.not_by


@pytest.mark.parametrize(
    "said",
    ["Cancellation by e-mail is not accepted.", "Any purported termination by email will be disregarded."],
)
def test_it_is_refused_wherever_that_is_said(said: str) -> None:
    assert form_of(NOTICES, said).not_by == "by e-mail"


def test_everyday_talk_by_e_mail_allows_nothing() -> None:
    form = form_of(f"{NOTICES} Project managers may talk to each other by e-mail.")
    assert (form.form, form.not_by) == ("by hand or by courier", None)


@pytest.mark.parametrize(
    "said",
    [
        "A notice by e-mail takes effect when it leaves the outbox.",
        "A notice by e-mail has no effect until receipt is confirmed.",
        "A notice of non-renewal may be sent by e-mail.",
    ],
)
def test_e_mail_that_counts_stays(said: str) -> None:
    form = form_of(f"{NOTICES} {said}")
    assert (form.form, form.not_by) == ("by hand, by courier or by e-mail", None)
