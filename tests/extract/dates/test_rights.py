"""Rights to end a contract, what outlives it, and how and where notice is given."""

import time
from collections.abc import Callable, Sequence
from datetime import date

import pytest

from legalai.extract.dates.amendments import find_amended_ends
from legalai.extract.dates.beginning.effective_date import Effective
from legalai.extract.dates.exits.break_right import find_break_rights
from legalai.extract.dates.exits.grid_exit import find_grid_exit
from legalai.extract.dates.exits.termination_rights import find_termination_rights
from legalai.extract.dates.life import Given, read_life
from legalai.extract.dates.notice.deemed_receipt import find_deemed_receipts
from legalai.extract.dates.notice.hours import after_hours, with_hours
from legalai.extract.dates.notice.notice_form import find_notice_form
from legalai.extract.dates.orders.orders import find_orders
from legalai.extract.dates.renewal.reminder_words import reminding_parts
from legalai.extract.dates.superseded import standing
from legalai.extract.dates.term.continuation import find_continuation
from legalai.extract.dates.term.survival import find_survival
from legalai.extract.dates.term.year_end import find_year_end
from legalai.extract.dates.values.date_choice import absent
from legalai.extract.dates.values.prevailing import find_prevailing
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clock, NoticeTerms, Party
from tests.extract.passage_builder import document_of, passages_of

PARTIES = (
    Party(name="Acme Ltd", role="Supplier", aliases=("Supplier",), text="Acme Ltd", start=0, end=8),
    Party(name="Widget Ltd", role="Buyer", aliases=("Buyer",), text="Widget Ltd", start=0, end=10),
)


@pytest.mark.parametrize(
    ("texts", "rights"),
    [
        (
            ("Either party may terminate this Agreement for convenience on sixty (60) days' written notice.",),
            [(None, "end the contract at will", 60, None)],
        ),
        (
            ("Buyer may, upon not less than 30 days' notice to Supplier, cancel this contract without cause.",),
            [("Buyer", "end the contract at will", 30, None)],
        ),
        (
            ("Supplier may terminate this Agreement if Buyer breaches it and does not cure within 20 days of notice.",),
            [("Supplier", "end the contract for breach", None, "20 days")],
        ),
        (
            (
                "Either party may terminate this Agreement at once by written notice:",
                "(a) if the other commits a material breach that it fails to remedy within ten (10) Business Days; or",
                "(b) if a receiver is appointed for the other or it becomes insolvent; or",
                "(c) upon a change of control of the other.",
            ),
            [
                (None, "end the contract for breach", None, "10 business days"),
                (None, "end the contract on insolvency", None, None),
                (None, "end the contract on a change of control", None, None),
            ],
        ),
        (
            (
                "Supplier may terminate this Agreement at any time on 90 days' notice and Buyer may terminate this "
                "Agreement at any time on 30 days' notice.",
            ),
            [("Supplier", "end the contract at will", 90, None), ("Buyer", "end the contract at will", 30, None)],
        ),
        (
            (
                "If a breach is not remedied in 14 days, Buyer will have the right, beside other remedies, to end "
                "this Agreement at once.",
            ),
            [("Buyer", "end the contract for breach", None, "14 days")],
        ),
        (
            ("Notice of termination by either party shall be given in writing three months in advance.",),
            [(None, "end the contract at will", 3, None)],
        ),
        # nothing is said of what is ended
        (("2.1 Either party may terminate on 30 days' notice.",), [(None, "end the contract at will", 30, None)]),
        (("Buyer may cancel at any time.",), [("Buyer", "end the contract at will", None, None)]),
        (
            ("Supplier may terminate with immediate effect for any breach not cured within 30 days.",),
            [("Supplier", "end the contract for breach", None, "30 days")],
        ),
        (
            ("Either party has the right, on 45 days' notice, to terminate.",),
            [(None, "end the contract at will", 45, None)],
        ),
        # who may stands behind
        (
            ("This Agreement may be ended by Buyer on 60 days' written notice.",),
            [("Buyer", "end the contract at will", 60, None)],
        ),
        (
            ("This Agreement may be terminated by Buyer on 60 days' notice or by Supplier on 90 days' notice.",),
            [(None, "end the contract at will", 60, None)],
        ),
        (("Terminable by Supplier on 30 days' notice.",), [("Supplier", "end the contract at will", 30, None)]),
        (
            ("The engagement ends when either party gives 14 days' notice.",),
            [(None, "end the contract at will", 14, None)],
        ),
        (("Termination: 3 months' notice to the end of a quarter.",), [(None, "end the contract at will", 3, None)]),
        # other verbs
        (
            ("Supplier may withdraw from the contract if Buyer fails to pay within 14 days of a reminder.",),
            [("Supplier", "end the contract for breach", None, "14 days")],
        ),
        (
            ("Either party may bring this Agreement to an end by giving 90 days' notice.",),
            [(None, "end the contract at will", 90, None)],
        ),
        (
            ("Either party may end the employment by giving not less than three months' written notice.",),
            [(None, "end the contract at will", 3, None)],
        ),
        (
            ("It shall continue until terminated by either party giving the other six months' notice.",),
            [(None, "end the contract at will", 6, None)],
        ),
        (("It continues until terminated by either party by notice 60 days before the end of the term.",), []),
        # something else is ended
        (("Buyer may cancel a meeting on 2 days' notice.",), []),
        (("Bookings are made online. Buyer may cancel at any time.",), []),
        (("Supplier may terminate the employment of any worker on 30 days' notice.",), []),
        (("If Buyer may terminate, it shall tell Supplier on 5 days' notice.",), []),
        (("Neither party may terminate before the end of 60 days' notice.",), []),
        (("Neither party may terminate this Agreement for convenience on any notice.",), []),
        (("Buyer may use the services until the end of the term on thirty days' notice.",), []),
        (("This is without prejudice to the right to terminate this Agreement on 30 days' notice.",), []),
    ],
)
def test_rights_to_end_a_contract(texts: tuple[str, ...], rights: list[tuple[object, ...]]) -> None:
    passages = passages_of(*texts)
    found = find_termination_rights(passages, PARTIES, "main agreement")
    assert [
        (
            clock.party,
            clock.what,
            clock.notice.period.amount if clock.notice.period else None,
            next((step.result for step in clock.proof if step.step == "time to cure"), None),
        )
        for clock in found
    ] == rights
    text = document_of(passages)
    for quote in (quote for clock in found for step in clock.proof for quote in step.quotes):
        assert text[quote.start : quote.end] == quote.text


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "Sections 5, 9.2 (Audit) and 11(b) survive the end of this Agreement for three (3) years.",
            "section 5, 9.2, 11(b) outlives the contract: 3 years",
        ),
        (
            "The following survive any termination: Clauses 3 and 7.",
            "section 3, 7 outlives the contract: no length is stated",
        ),
        (
            "The obligations of confidence survive expiry of this Agreement indefinitely.",
            "what the words name outlives the contract: without end",
        ),
    ],
)
def test_what_outlives_a_contract(text: str, what: str) -> None:
    (clock,) = find_survival(passages_of(text), "main agreement")
    assert clock.what == what
    assert clock.proof[0].quotes[0].text == text
    assert clock.notice_by is None


@pytest.mark.parametrize(
    "text",
    [
        "The surviving corporation assumes all obligations on termination of its rights.",
        "The representations survive the closing and the termination of the rights of the seller.",
        "Whereas the option survives termination of the earlier agreement.",
    ],
)
def test_other_things_survive_too(text: str) -> None:
    assert find_survival(passages_of(text), "main agreement") == ()


@pytest.mark.parametrize(
    ("texts", "form"),
    [
        (
            ("All notices under this Agreement shall be in writing and sent by courier or registered mail.",),
            "in writing, by courier or by registered or certified mail",
        ),
        (
            (
                "Any notice must be in writing and given by hand or by e-mail.",
                "A notice of breach by e-mail is not valid.",
            ),
            "in writing, by hand",
        ),
        (("Notices may be given by e-mail or fax.", "A notice shall not be validly served by fax."), "by e-mail"),
        (("A notice is not effective unless it is sent by certified mail.",), "by registered or certified mail"),
    ],
)
def test_the_form_of_notice(texts: tuple[str, ...], form: str) -> None:
    found = find_notice_form(passages_of(*texts), PARTIES)
    assert found is not None
    assert found.form == form


def test_a_sentence_that_asks_for_a_notice_is_no_clause_on_notices() -> None:
    assert (
        find_notice_form(passages_of("Each party may change its delegate by written notice sent by fax."), ()) is None
    )


def test_notice_goes_to_the_other_party() -> None:
    passages = passages_of(
        "All notices shall be in writing and delivered by courier:",
        "If to Supplier:",
        "Acme Ltd, 12 Mill Lane",
        "Leeds LS1 4DY",
        "If to Buyer:",
        "Widget Ltd, 3 Dock Road, Hull HU1 2AB",
        "with a copy to its counsel at 9 High Street, Hull HU1 1AA",
    )
    found = find_notice_form(passages, PARTIES)
    assert found is not None
    assert found.for_notice_by("Buyer") == "Supplier: Acme Ltd, 12 Mill Lane, Leeds LS1 4DY"
    assert found.for_notice_by("Supplier") == "Buyer: Widget Ltd, 3 Dock Road, Hull HU1 2AB"
    assert found.for_notice_by(None) == (
        "Supplier: Acme Ltd, 12 Mill Lane, Leeds LS1 4DY; Buyer: Widget Ltd, 3 Dock Road, Hull HU1 2AB"
    )


@pytest.mark.parametrize(
    ("texts", "days", "counted"),
    [
        (("A letter is deemed received on the second Business Day after posting.",), 2, "business"),
        (("Notices are deemed given on the business day after they are handed to the courier.",), 1, "business"),
        (("A notice by mail is deemed duly served the tenth (10th) day after the date of mailing.",), 10, "calendar"),
        (
            (
                "A notice shall be deemed received:",
                "(a) if left by hand, at once; or",
                "(b) by post, 3 days after posting.",
            ),
            3,
            "calendar",
        ),
        (("A notice is deemed received on receipt.",), None, None),
    ],
)
def test_deemed_receipt(texts: tuple[str, ...], days: int | None, counted: str | None) -> None:
    found = next(iter(find_deemed_receipts(passages_of(*texts))), None)
    assert (found and found.period.amount, found and found.period.day_count) == (days, counted)


ENDING = Clock(party=None, instrument="", what="end", notice=NoticeTerms(), notice_by=date(2026, 11, 1))


UNDATED = Given(
    agreement=absent(""),
    effective=Effective(absent("")),
    order=None,
    jurisdiction=None,
    as_of=date(2026, 11, 21),
)


def _readers() -> list[Callable[[Sequence[Passage]], object]]:
    return [
        lambda passages: find_termination_rights(passages, PARTIES, ""),
        lambda passages: find_survival(passages, ""),
        lambda passages: find_notice_form(passages, PARTIES),
        find_deemed_receipts,
        after_hours,
        lambda passages: with_hours(ENDING, passages, passages),
        lambda passages: reminding_parts(passages[0].text),
        lambda passages: find_grid_exit(passages, None),
        lambda passages: find_continuation(passages, passages),
        lambda passages: find_amended_ends(passages, None),
        lambda passages: find_break_rights(read_life(passages, (), UNDATED), PARTIES, instrument=""),
        find_orders,
        find_prevailing,
        standing,
        lambda passages: find_year_end(passages[0].text, passages),
    ]


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        " ",
        "1",
        "notice ",
        "may ",
        "section 1, ",
        "end of ",
        "to the ",
        "at\t",
        "by 5 pm ",
        "not by e-mail, ",
        "a copy ",
    ],
)
def test_hostile_text_takes_no_more_time_than_it_is_long(piece: str) -> None:
    passages = passages_of(piece * (20_000 // len(piece)))
    for reader in _readers():
        begun = time.process_time()
        reader(passages)
        assert time.process_time() - begun < 5
