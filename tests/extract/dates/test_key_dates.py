"""How long a contract runs, whether it renews, and by when notice must be given."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalai.extract.dates.key_dates import find_key_dates, key_date_issues
from legalai.schema import Period
from tests.extract.dates.key_dates_reader import PREAMBLE, TODAY, dates_of, read
from tests.extract.passage_builder import clause_at, document_of, passages_of

RENEWS = (
    "The initial term of this Agreement begins on the Effective Date and continues for two (2) years, and thereafter "
    "this Agreement shall automatically renew for successive one (1) year terms unless either party gives at least "
    "sixty (60) "
    "days' prior written notice of non-renewal before the end of the then-current term."
)


def test_the_whole_life_of_a_contract_that_renews():
    found = read(PREAMBLE, RENEWS)
    assert (found.agreement_date.value, found.agreement_date.status) == (date(2024, 3, 1), "stated")
    assert (found.effective_date.value, found.effective_date.status) == (date(2024, 3, 1), "stated")
    assert (found.expiration_date.value, found.expiration_date.status) == (date(2026, 3, 1), "computed")
    assert found.initial_term is not None
    assert (found.initial_term.amount, found.initial_term.unit) == (2, "year")
    assert "two" in found.initial_term.text.lower()
    assert (found.renewal.kind, found.renewal.term, found.renewal.successive) == (
        "automatic",
        Period(amount=1, unit="year"),
        True,
    )
    assert found.notice_period is not None
    assert (found.notice_period.amount, found.notice_period.unit) == (60, "day")
    # One renewal has begun; notice is counted from the last day read strictly, 28 February.
    assert found.current_term_end == date(2027, 3, 1)
    assert found.notice_deadline == found.send_by == date(2026, 12, 30)
    (clock,) = found.clocks
    assert (clock.notice_by, clock.effective_on, clock.what) == (
        date(2026, 12, 30),
        date(2027, 3, 1),
        "stop automatic renewal",
    )


def test_a_computed_date_shows_every_input():
    passages = passages_of(PREAMBLE, RENEWS)
    found = dates_of(passages)
    text = document_of(passages)
    steps = {step.step: step for step in found.proof}
    quoted = [quote.text for quote in steps["expiration date"].quotes]
    assert "March 1, 2024" in quoted
    assert "two (2) years" in quoted
    assert "anniversary" in steps["expiration date"].rule
    assert steps["notice deadline"].result == "2026-12-30"
    for step in found.proof:
        for quote in step.quotes:
            assert text[quote.start : quote.end] == quote.text


@pytest.mark.parametrize(
    ("term", "value", "status"),
    [
        ("This Agreement shall remain in effect until December 31, 2026.", date(2026, 12, 31), "stated"),
        (
            "Unless earlier terminated, this Agreement shall take effect on June 1, 2024 and expire on May 31, 2025.",
            date(2025, 5, 31),
            "stated",
        ),
        (
            "The term of this Agreement shall end on the fifth (5th) anniversary of the Effective Date.",
            date(2029, 3, 1),
            "computed",
        ),
        (
            "The term of this Agreement ends on the day prior to the second anniversary of the Effective Date.",
            date(2026, 2, 28),
            "computed",
        ),
        ("The term of this Agreement is 36 months from April 15, 2024.", date(2027, 4, 15), "computed"),
        # "such date" is the one named before; a rule of dashes is no word
        (
            "The initial term commences on the Effective Date and will continue until five (5) years from such date.",
            date(2029, 3, 1),
            "computed",
        ),
        (
            "This Agreement shall be effective upon the ------- Effective Date and shall be in force for one year.",
            date(2025, 3, 1),
            "computed",
        ),
        (
            "This Agreement shall last until one year subsequent to the Effective Date.",
            date(2025, 3, 1),
            "computed",
        ),
        ("This contract remains in effect for a two (2) year term from the date signed.", date(2026, 3, 1), "computed"),
        (
            "The term of this Agreement ends on the last day of the month five (5) years from the Effective Date.",
            date(2029, 3, 31),
            "computed",
        ),
        ("This Agreement shall expire on the last day of February 2028.", date(2028, 2, 29), "stated"),
        ("This Agreement shall continue in perpetuity.", "perpetual", "stated"),
        (
            "This Agreement is effective today and shall govern the parties thereafter, unless terminated.",
            "perpetual",
            "stated",
        ),
        ("This Agreement shall continue until terminated by either party.", "perpetual", "stated"),
        # What it runs from is an event: no date.
        ("The term of this Agreement is three (3) years from the first commercial sale.", None, "absent"),
        ('The term of this Agreement is three years from the "Launch Date".', None, "absent"),
        ("The term of this Agreement shall expire upon the later of the closing and May 31, 2026.", None, "absent"),
        ("The term of this Agreement is twenty (30) months from the Effective Date.", None, "absent"),
        ("The Supplier keeps records for five (5) years.", None, "absent"),
        ("For two years after the term of this Agreement neither party shall solicit staff.", None, "absent"),
    ],
)
def test_the_expiration_date(term: str, value: date | str | None, status: str):
    found = read(PREAMBLE, term).expiration_date
    assert (found.value, found.status) == (value, status)
    assert found.value or found.reason


def test_a_named_date_is_looked_up():
    found = read(
        PREAMBLE,
        'The service starts on April 10, 2024 (the "Launch Date").',
        "The term of this Agreement is two years from the Launch Date.",
    )
    assert found.expiration_date.value == date(2026, 4, 10)


@pytest.mark.parametrize(
    ("text", "kind", "term", "successive"),
    [
        (
            "Thereafter this Agreement shall automatically renew for successive periods of six (6) months.",
            "automatic",
            Period(amount=6, unit="month"),
            True,
        ),
        (
            "After that this Agreement will automatically renew from year to year.",
            "automatic",
            Period(amount=1, unit="year"),
            True,
        ),
        (
            "This Agreement shall be automatically renewed for one (1) additional twelve month period.",
            "automatic",
            Period(amount=12, unit="month"),
            False,
        ),
        (
            "The Customer may extend the term of this Agreement for an additional period of two (2) years.",
            "optional",
            Period(amount=2, unit="year"),
            False,
        ),
        (
            "Thereafter this Agreement shall automatically renew for successive terms of the same duration.",
            "automatic",
            Period(amount=1, unit="year"),
            True,
        ),
        (
            "This Agreement will automatically renew for an additional term equal to the initial term.",
            "automatic",
            Period(amount=1, unit="year"),
            False,
        ),
        (
            "This Agreement will automatically renew on the same terms and conditions.",
            "automatic",
            None,
            False,
        ),
        ("The term of this Agreement may be renewed by mutual written agreement.", "optional", None, False),
        ("This Agreement shall not be renewed.", "none", None, False),
    ],
)
def test_renewal(text: str, kind: str, term: Period | None, successive: bool):
    passages = passages_of(PREAMBLE, "The term of this Agreement is one year from the Effective Date.", text)
    found = dates_of(passages, (clause_at(passages, "Renewal Term", text),)).renewal
    assert (found.kind, found.term, found.successive) == (kind, term, successive)


def test_a_renewal_of_the_same_length_carries_the_last_day_for_notice():
    found = read(
        PREAMBLE,
        "The initial term of this Agreement is five (5) years from the Effective Date.",
        "After it this Agreement shall automatically renew for successive terms of the same duration, unless either "
        "party gives written notice not less than ninety (90) days before the end of the then-current term.",
    )
    assert (found.current_term_end, found.notice_deadline) == (date(2029, 3, 1), date(2028, 12, 1))


def test_a_further_period_is_not_the_initial_term():
    found = read(
        '"Commencement Date" means 1 April 2024.',
        "This agreement begins on the Commencement Date and continues for an initial period of three (3) years.",
        'At its end it is extended automatically for a further period of twelve (12) months (the "Term").',
    )
    assert found.initial_term
    assert (found.initial_term.amount, found.initial_term.unit) == (3, "year")
    assert found.renewal.term == Period(amount=12, unit="month")


def test_no_word_of_renewal_is_unknown():
    found = read(PREAMBLE, "The term of this Agreement is one year from the Effective Date.")
    assert found.renewal.kind == "unknown"
    assert (found.current_term_end, found.notice_deadline, found.clocks) == (None, None, ())


def test_a_window_has_two_ends():
    text = RENEWS.replace("at least sixty (60) days'", "not more than ninety (90) days nor less than sixty (60) days")
    found = read(PREAMBLE, text)
    # The term ends on 28 February or 1 March: the window is the part of it that holds on both readings.
    assert (found.window_opens, found.notice_deadline) == (date(2026, 12, 1), date(2026, 12, 30))
    assert [step.result for step in found.proof if step.step == "notice window"] == ["from 2026-12-01"]


def test_deemed_receipt_brings_the_day_to_send_forward():
    found = read(
        PREAMBLE, RENEWS, "A notice is deemed received three (3) days after mailing and one (1) day after transmission."
    )
    assert (found.notice_deadline, found.send_by) == (date(2026, 12, 30), date(2026, 12, 27))


def test_england_counts_clear_days():
    assert read(PREAMBLE, RENEWS, jurisdiction="gb-eaw").notice_deadline == date(2026, 12, 29)


def test_business_days_wait_for_a_calendar():
    text = RENEWS.replace("sixty (60) days'", "thirty (30) Business Days'")
    assert read(PREAMBLE, text, jurisdiction=None).notice_deadline is None
    assert read(PREAMBLE, text, jurisdiction="us").notice_deadline == date(2027, 1, 14)


def test_an_option_that_nobody_told_us_of_leaves_the_current_term_open():
    text = "The term of this Agreement is one year from the Effective Date and the Customer may extend it for a year."
    assert read(PREAMBLE, text).current_term_end is None


def test_notice_that_contradicts_itself_is_an_issue_and_no_deadline():
    passages = passages_of(PREAMBLE, RENEWS.replace("sixty (60)", "sixty (90)"))
    found = dates_of(passages)
    assert (found.notice_period, found.notice_deadline) == (None, None)
    assert [issue.code for issue in key_date_issues(passages, found)] == ["conflicting-figures"]


def test_an_empty_document_has_no_dates_and_says_why():
    found = find_key_dates((), (), parties=(), defined_terms=(), governing_law=None, as_of=TODAY)
    for key_date in (found.agreement_date, found.effective_date, found.expiration_date):
        assert key_date.status == "absent"
        assert key_date.reason


@given(st.dates(min_value=date(2024, 3, 1), max_value=date(2090, 1, 1)))
def test_the_current_term_covers_the_day_asked_for(as_of: date):
    found = read(PREAMBLE, RENEWS, as_of=as_of)
    assert found.current_term_end is not None
    assert found.notice_deadline is not None
    assert found.current_term_end >= as_of
    assert found.notice_deadline < found.current_term_end


def test_a_clause_that_outlives_the_contract_gives_it_no_term():
    survives = "This Section continues for two (2) years after the Term ends."
    passages = passages_of(PREAMBLE, survives, RENEWS)
    shown = (clause_at(passages, "Expiration Date", survives), clause_at(passages, "Expiration Date", RENEWS))
    found = dates_of(passages, shown)
    assert found.initial_term is not None
    assert found.initial_term.start == passages[2].start + RENEWS.index("two (2) years")
    assert dates_of(passages[:2], shown[:1]).initial_term is None


def test_a_term_runs_from_the_day_beside_its_label():
    term = "The initial term of this Agreement begins on its Launch Date and continues for thirty-six (36) months."
    found = read(PREAMBLE, term, "Launch Date", "July 1, 2024")
    assert (found.expiration_date.value, found.expiration_date.status) == (date(2027, 7, 1), "computed")
    assert {q.text for step in found.proof for q in step.quotes} >= {"July 1, 2024"}
    unknown = read(PREAMBLE, term)
    assert (unknown.expiration_date.value, unknown.expiration_date.status) == (None, "absent")


def test_a_cover_page_that_is_filled_in() -> None:
    found = read(
        "Effective Date",
        "1 March 2025",
        "Initial Term",
        "How long it runs at first",
        "24 months",
        "Renewal Term",
        "Automatic renewal for successive terms of 12 months",
        "Non-Renewal Notice Period",
        "60 days",
        "Fees",
        "USD 100",
    )
    assert found.effective_date.value == date(2025, 3, 1)
    assert (found.initial_term and found.initial_term.amount) == 24
    assert found.expiration_date.value == date(2027, 3, 1)
    assert (found.renewal.kind, found.renewal.term) == ("automatic", Period(amount=12, unit="month"))
    assert (found.notice_period and found.notice_period.amount) == 60
    assert found.notice_deadline == date(2026, 12, 30)


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        (("Expiration Date", "June 30, 2027"), date(2027, 6, 30)),
        (("Effective Date: May 1, 2024", "Term: 3 years"), date(2027, 5, 1)),
        (("Term", "1 May 2024 to 30 April 2026"), date(2026, 4, 30)),
        (("Term", "[ x ]\tContinues until terminated by either party.", "[ ]\tOne year"), "perpetual"),
        # two entries that differ: none is chosen
        (("Effective Date: May 1, 2024", "Term: 3 years", "Purpose", "Term: 5 years"), None),
    ],
)
def test_the_end_of_a_form(texts: tuple[str, ...], value: object) -> None:
    assert read(*texts).expiration_date.value == value


DELIVERY = (
    "The initial term is two (2) years from the Delivery Date, which is the day on which the Machine is delivered."
)


@pytest.mark.parametrize("name", ["delivery", "Delivery Date", "delivered"])
def test_a_term_that_runs_from_an_event_is_computed_once_its_day_is_given(name: str) -> None:
    passages = passages_of(PREAMBLE, DELIVERY)
    asking = dates_of(passages)
    assert (asking.expiration_date.value, asking.asks) == (None, ("delivery",))
    assert [issue.code for issue in key_date_issues(passages, asking)] == ["day-needed"]
    given = dates_of(passages, triggers={name: date(2026, 3, 1)})
    assert (given.expiration_date.value, given.asks) == (date(2028, 3, 1), ())
    assert "the day given for “delivery”" in given.proof[0].rule
