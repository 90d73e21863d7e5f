"""When a contract is made and when it takes effect, and places left open."""

from datetime import date

import pytest

from legalai.extract.dates.key_dates import key_date_issues
from legalai.schema import Clause
from tests.extract.dates.key_dates_reader import dates_of, read
from tests.extract.passage_builder import document_of, passages_of


@pytest.mark.parametrize(
    ("texts", "effective", "status"),
    [
        (
            ("This Agreement is dated May 5, 2020 by and between A and B and is effective as of June 1, 2020.",),
            date(2020, 6, 1),
            "stated",
        ),
        (
            ("This Agreement is made on May 5, 2020 between A and B.", '"Effective Date" means July 1, 2020.'),
            date(2020, 7, 1),
            "stated",
        ),
        (
            (
                "This Agreement is made on May 5, 2020 between A and B.",
                "This Agreement shall become effective on the date first written above.",
            ),
            date(2020, 5, 5),
            "computed",
        ),
        (
            (
                "This Agreement is made on May 5, 2020 between A and B.",
                '"Effective Date" means the date of the last signature.',
            ),
            None,
            "absent",
        ),
        (
            ('"Commencement Date" means 1 April 2024.', "This agreement begins on the Commencement Date and goes on."),
            date(2024, 4, 1),
            "stated",
        ),
        (
            (
                'On May 3, 2021 (the "Service Start Date") work starts.',
                "This Agreement shall commence on the Service Start Date.",
            ),
            date(2021, 5, 3),
            "stated",
        ),
        (
            ('"Commencement Date" means 1 April 2024.', "The works begin on the Commencement Date."),
            None,
            "absent",
        ),
        (("This Agreement is made on May 5, 2020 between A and B.",), None, "absent"),
        (('This Agreement is made on [●] (the "Effective Date") between A and B.',), None, "blank"),
    ],
)
def test_the_effective_date(texts: tuple[str, ...], effective: date | None, status: str):
    found = read(*texts).effective_date
    assert (found.value, found.status) == (effective, status)
    assert found.value or found.reason


@pytest.mark.parametrize(
    ("text", "value", "status"),
    [
        (
            "This Agreement is entered into as of the 6th day of April, 1999 by and between A and B.",
            date(1999, 4, 6),
            "stated",
        ),
        ("This Agreement is made this ___ day of May, 2019 between A and B.", None, "blank"),
        ("This Agreement is dated 04/06/99 and made between A and B.", date(1999, 4, 6), "stated"),
        ("This Agreement is made between A and B.", None, "absent"),
    ],
)
def test_the_agreement_date(text: str, value: date | None, status: str):
    found = read("AGREEMENT", text).agreement_date
    assert (found.value, found.status) == (value, status)


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        # the words of making count for more than an effective date, an earlier agreement or an event
        (
            (
                "This Agreement is effective as of May 1, 2020 and is made this 10th day of January, 2020 between A and"
                " B.",
            ),
            10,
        ),
        (
            (
                "This Amendment to the Supply and Service Agreement dated January 1, 2019 between A and B is made on"
                " 10 January 2020.",
            ),
            10,
        ),
        (("The fair is on January 22, 2020, and this Agreement dated as of January 10, 2020 is made by A and B.",), 10),
        # an address that looks like the end of a sentence
        (("This Agreement is between A, and B, of Strada Lunga, Nr.", "11, as of January 10, 2020."), 10),
        # the title page
        (("RESELLER AGREEMENT January 10, 2020 Orrin Tools appoints Pell as its reseller.",), 10),
        (("HOSTING AGREEMENT", "Dated 10 January 2020"), 10),
        # the last of the days under the signatures, unless they are forms of another year or can be read in two ways
        (
            (
                "AGREEMENT",
                "A and B agree.",
                "By: /s/ Jo Roe",
                "Date: 1/9/2020",
                "By: /s/ Al Poe",
                "Date: January 10, 2020",
            ),
            10,
        ),
        # words that say no more than when it takes effect, or what another letter is dated, give way to signatures
        (
            ("This Agreement is effective 1 May 2020 between A and B.", "By: /s/ Jo Roe", "Date: January 10, 2020"),
            10,
        ),
        (
            (
                "This Agreement is entered into by A and B effective January 10, 2020.",
                "By: /s/ Jo Roe",
                "Date: January 20, 2020",
            ),
            10,
        ),
        (
            (
                "By letter dated May 3, 2019 A asked B to make this contract.",
                "By: /s/ Jo Roe",
                "Date: January 10, 2020",
            ),
            10,
        ),
        # days above the lines that were signed on, and a line ruled in the middle of a date
        (("AGREEMENT", "A and B agree.", "/s/ Jo Roe 01/08/20 01/10/20 ______________ ____________ Date Date"), 10),
        (("This Agreement is made this 10th day of   ---   January, 2020 by and between A and B.",), 10),
        # an exhibit that stands by itself
        (("This Exhibit B is entered into as of the 10th day of January 2020 by and between A and B.",), 10),
        (("AGREEMENT", "A and B agree.", "By: /s/ Jo Roe", "Date: March 9, 2015", "Date: January 10, 2020"), None),
        (("AGREEMENT", "A and B agree.", "Deliveries by date: January 10, 2020"), None),
        (("AGREEMENT", "Source: a filing of January 10, 2020", "A and B agree."), None),
    ],
)
def test_where_the_agreement_date_stands(texts: tuple[str, ...], value: int | None):
    passages = passages_of(*texts, same_block=len(texts) == 2 and texts[0].endswith("Nr."))
    found = dates_of(passages).agreement_date
    assert found.value == (date(2020, 1, value) if value else None)
    assert found.text is None or found.text in document_of(passages)


@pytest.mark.parametrize(
    ("said", "effective"),
    [
        ("This Agreement takes effect on the date of the last signature.", date(2020, 1, 10)),
        ("This Agreement takes effect on the day after the date of the last signature.", None),
    ],
)
def test_a_contract_takes_effect_on_its_last_signature(said: str, effective: date | None):
    signatures = ("By: /s/ Jo Roe", "Date: January 9, 2020", "By: /s/ Al Poe", "Date: January 10, 2020")
    found = read("AGREEMENT", f'"Effective Date" is named below. {said}', *signatures)
    assert found.effective_date.value == effective
    if effective:
        assert [q.text for q in found.proof[0].quotes] == ["date of the last", "January 10, 2020"]


def test_an_ambiguous_numeric_date_is_not_given():
    found = read("This Agreement is dated 04/06/99 and made between A and B.", jurisdiction=None).agreement_date
    assert (found.value, found.status) == (None, "blank")
    assert found.text == "04/06/99"


@pytest.mark.parametrize(
    ("texts", "field", "text"),
    [
        (("Effective Date", "{effective_date}"), "effective_date", "{effective_date}"),
        (("Start Date: [insert date]",), "effective_date", "[insert date]"),
        (("Subscription Term", "[ x ]\tExpires {term} from Effective Date."), "expiration_date", "{term}"),
        (("Date of Agreement", "__________"), "agreement_date", "__________"),
    ],
)
def test_a_form_left_blank(texts: tuple[str, ...], field: str, text: str) -> None:
    passages = passages_of(*texts)
    found = getattr(dates_of(passages), field)
    assert (found.value, found.status, found.text) == (None, "blank", text)
    assert document_of(passages)[found.start : found.end] == text


def test_a_form_that_takes_effect_on_the_last_signature() -> None:
    found = read("Effective Date", "( x )\tDate of last signature on this Order Form", "(   )\t{start_date}")
    assert found.effective_date.status == "absent"
    assert "last signature" in (found.effective_date.reason or "")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("This Agreement is made this ___ day of May, 2019 between A and B.", "date of the agreement"),
        ("This Agreement is made on May 5, 2020 between A and B.", None),
    ],
)
def test_a_date_left_open_is_an_issue(text: str, named: str | None):
    passages = passages_of("AGREEMENT", text)
    issues = [each for each in key_date_issues(passages, dates_of(passages)) if each.code == "date-blank"]
    assert [named in each.message for each in issues if named] == ([True] if named else [])
    assert bool(issues) == (named is not None)


@pytest.mark.parametrize(
    ("score", "term", "effective"),
    [
        (0.9, "", date(2020, 8, 9)),
        (0.35, "", date(2020, 8, 9)),
        (0.35, "The initial term begins on February 1, 2025 and ends on January 31, 2026.", date(2025, 2, 1)),
    ],
)
def test_a_day_that_is_hardly_marked_counts_where_nothing_else_tells(score: float, term: str, effective: date) -> None:
    passages = passages_of("This Agreement is made between Acme and Bolt.", "The parties met on August 9, 2020.", term)
    said = passages[1]
    clause = Clause(type="Effective Date", score=score, text=said.text, start=said.start, end=said.end)
    assert dates_of(passages, (clause,)).effective_date.value == effective
