"""How a notice is given, what is none, and who gets a copy, with the words that say so."""

import pytest

from legalai.extract.dates.notice.notice_form import NoticeForm, find_notice_form
from legalai.schema import Clock
from tests.extract.dates.test_clocks import TERM, read
from tests.extract.dates.test_rights import PARTIES
from tests.extract.passage_builder import passages_of

RENEWS = "It renews automatically for a year at a time unless"
STOP = f"{RENEWS} a party gives notice at least 60 days before the end of the term."


def form_of(*texts: str) -> NoticeForm:
    found = find_notice_form(passages_of(*texts), PARTIES)
    assert found is not None
    return found


def stop_of(*texts: str) -> Clock:
    return next(clock for clock in read(TERM, *texts).clocks if clock.what == "stop automatic renewal")


@pytest.mark.parametrize(
    ("text", "form", "not_by"),
    [
        (
            "All notices must be submitted through the Vendor Portal; what is sent by any other means is not valid.",
            "through a portal",
            "in any other way",
        ),
        (
            "Notices of non-renewal are valid only if they are entered in the admin console.",
            "through a portal",
            "in any other way",
        ),
        ("Any notice to Supplier must be raised as a ticket with its help desk.", "by support ticket", None),
        (
            "To be valid, a notice must be lodged via the self-service account; faxes and e-mails will be disregarded.",
            "through a portal",
            "by fax or by e-mail",
        ),
        (
            "Notices shall be delivered by hand or sent by registered post; e-mail does not constitute valid notice.",
            "by hand or by registered or certified mail",
            "by e-mail",
        ),
        ("Neither fax nor e-mail is valid notice; notices shall be by hand.", "by hand", "by fax or by e-mail"),
        (
            "Notices shall be by recorded delivery; fax and electronic mail shall not be a valid means of service.",
            "by registered or certified mail",
            "by fax or by e-mail",
        ),
        ("Notices may not be sent by fax but must be sent by courier.", "by courier", "by fax"),
        ("No notice shall be valid other than by courier.", "by courier", None),
        ("Notices require written form; text form does not suffice.", "in writing", "in text form"),
        ("Notices must be in text form; written form is not needed.", "in text form", None),
        ("All notices shall be in writing (which does not include email).", "in writing", "by e-mail"),
        ("Notices need not be sent by registered post and may be made by e-mail.", "by e-mail", None),
        (
            "Notices may be by hand or by e-mail, provided that a notice of termination may not be given by e-mail.",
            "by hand",
            "by e-mail",
        ),
        ("Notices shall be sent both by e-mail and by first class post.", "by post and by e-mail", None),
        ("Notices shall be sent by e-mail and confirmed by courier.", "by courier and by e-mail", None),
        ("Notices may be sent by e-mail and by courier.", "by courier or by e-mail", None),
        ("Notices must be sent by courier, with a copy by e-mail.", "by courier, with a copy by e-mail", None),
        ("Notices, if this Agreement does not say otherwise, shall be sent by courier.", "by courier", None),
        ("Notices go by hand or, if that day is not a Sunday, by courier.", "by hand or by courier", None),
        ("Notices if not so delivered count on the next day or, if sent by courier, on the third.", "by courier", None),
        (
            "Notices are by fax confirmed by letter or by courier.",
            "by courier or by fax (one of them to be confirmed)",
            None,
        ),
        ("Notices are sent by certified mail, postage prepaid.", "by registered or certified mail", None),
        ("Notices are sent by courier, and Supplier shall not be liable for its delay.", "by courier", None),
        ("Notices are by hand, but the addressee shall not refuse them.", "by hand", None),
        ("Notices shall be given no later than the last day, by e-mail.", "by e-mail", None),
    ],
)  # fmt: skip
def test_the_ways_allowed_and_ruled_out(text: str, form: str, not_by: str | None) -> None:
    found = form_of(text)
    assert (found.form, found.not_by) == (form, not_by)


@pytest.mark.parametrize(
    "detail",
    [
        "Fax: 020 7946 0000",
        "E-mail: legal@acme.example",
        "E-mail addresses are given for convenience only.",
        "Routine communications may be sent by e-mail.",
        "A notice of breach may be given by e-mail.",
        "If Buyer does not hear of notices to it, Supplier may tell it by e-mail.",
    ],
)
def test_what_says_nothing_of_our_notice_allows_nothing(detail: str) -> None:
    assert form_of("Notices shall be sent by courier.", detail).form == "by courier"


@pytest.mark.parametrize(
    ("texts", "copy_to"),
    [
        (
            ("Notices go by courier to Buyer at 3 Dock Road, Hull HU1 2AB, with a copy (which shall not constitute "
             "notice) to Kline LLP, 9 High Street, Hull HU1 1AA.",),
            "Kline LLP, 9 High Street, Hull HU1 1AA (the copy is no notice)",
        ),
        (
            ("Notices must be sent by courier, with copies to General Counsel, Acme Ltd, 12 Mill Lane, Leeds LS1 4DY, "
             "which copies shall not be deemed notice.",),
            "General Counsel, Acme Ltd, 12 Mill Lane, Leeds LS1 4DY (the copy is no notice)",
        ),
        (
            ("All notices must be given by courier.", "If to Buyer:", "Widget Ltd, 3 Dock Road, Hull HU1 2AB",
             "with a copy to:", "Kline LLP", "9 High Street, Hull HU1 1AA"),
            "Kline LLP, 9 High Street, Hull HU1 1AA",
        ),
    ],
)  # fmt: skip
def test_the_copy_is_told_with_whether_it_is_notice(texts: tuple[str, ...], copy_to: str) -> None:
    assert "; ".join(copy.words for copy in form_of(*texts).copies) == copy_to


def test_a_copy_belongs_to_the_notices_of_the_address_it_stands_under() -> None:
    found = form_of(
        "All notices must be given by courier.",
        "If to Supplier: Acme Ltd, 12 Mill Lane, Leeds LS1 4DY",
        "with a copy to: Kline LLP, 9 High Street, Hull HU1 1AA",
        "If to Buyer: Widget Ltd, 3 Dock Road, Hull HU1 2AB",
        "with a copy to: Brook & Lane LLP, 4 Market Place, Hull HU1 3AA",
    )
    assert [copy.words.partition(",")[0] for copy in found.copies_for("Buyer")] == ["Kline LLP"]
    assert [copy.words.partition(",")[0] for copy in found.copies_for(None)] == ["Kline LLP", "Brook & Lane LLP"]


@pytest.mark.parametrize(
    "said",
    [
        "A copy of the report shall be sent to the regulator.",
        "Supplier keeps copies of all notices and shall be liable to Buyer for their loss.",
        "with a copy to: ____________",
    ],
)
def test_other_copies_are_none(said: str) -> None:
    assert form_of("All notices must be given by courier.", said).copies == ()


def test_each_party_has_the_ways_that_are_said_of_its_notices() -> None:
    found = form_of(
        "Supplier may give notice to Buyer by posting it on the portal.", "Notices to Supplier must be sent by courier."
    )
    assert (found.form_by("Buyer", ()), found.form_by("Supplier", ())) == ("by courier", "through a portal")


def test_the_clause_that_asks_for_the_notice_goes_before_the_clause_on_all_notices() -> None:
    stop = stop_of(
        f"{RENEWS} Buyer cancels through its account settings at least 60 days before the end of the term.",
        "All notices shall be in writing and sent by courier.",
    )
    assert stop.notice.form == "in writing, through a portal"


def test_form_and_what_is_no_notice_stand_in_the_clock_with_their_quotes() -> None:
    said = "All notices shall be sent by registered post; e-mail is not valid notice."
    stop = stop_of(STOP, said)
    assert (stop.notice.form, stop.notice.not_by) == ("by registered or certified mail", "by e-mail")
    quotes = {step.step: [quote.text for quote in step.quotes] for step in stop.proof}
    assert quotes["form of notice"] == quotes["no notice"] == [said]
