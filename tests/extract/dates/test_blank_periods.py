"""A length that a form leaves open is told apart from one that is not there, and asked for."""

from datetime import date

import pytest

from legalai.extract.dates.key_dates import find_key_dates, key_date_issues
from legalai.schema import KeyDates
from tests.extract.dates.key_dates_reader import PREAMBLE, dates_of, read
from tests.extract.passage_builder import passages_of

AS_OF = date(2024, 6, 1)
RENEWS = "The initial term is one year from the Effective Date. This Agreement renews automatically for successive "


def asked(*texts: str) -> list[str]:
    passages = passages_of(PREAMBLE, *texts)
    found = find_key_dates(passages, (), parties=(), defined_terms=(), governing_law=None, as_of=AS_OF)
    return [issue.message for issue in key_date_issues(passages, found) if issue.code == "period-blank"]


def told(*texts: str) -> KeyDates:
    return read(PREAMBLE, *texts, as_of=AS_OF)


@pytest.mark.parametrize(
    "text",
    [
        "The initial term of this Agreement is ____ months from the Effective Date.",
        "This Agreement shall continue for an initial term of [●] years from the Effective Date.",
        "This Agreement has a term of ______ (__) years.",
        "The term of this Agreement shall be [___] ([__]) months commencing on the Effective Date.",
        "This Agreement remains in force for [number] years after the Effective Date.",
        "This Agreement shall run for a period of .......... years.",
        "The term of this Agreement shall be XX months.",
        "It continues for ___ (___) year(s) from the Effective Date. This Agreement is in force for that time.",
    ],
)
def test_the_length_of_the_term(text: str) -> None:
    assert "initial term" in asked(text)[0]
    found = told(text)
    assert (found.expiration_date.value, found.initial_term) == (None, None)


def test_the_end_can_be_given() -> None:
    passages = passages_of(PREAMBLE, "The initial term of this Agreement is ____ months from the Effective Date.")
    assert told(passages[1].text).asks == ("end of the term",)
    given = dates_of(passages, as_of=AS_OF, triggers={"end of the term": date(2025, 8, 31)})
    assert given.expiration_date.value == date(2025, 8, 31)


@pytest.mark.parametrize("notice", ["[●] days' notice", "____ days' prior written notice", "[___] (__) months' notice"])
def test_the_length_of_the_notice_is_not_taken_from_elsewhere(notice: str) -> None:
    texts = (
        f"{RENEWS}one-year terms unless either party gives {notice} before the end of the term.",
        "Either party may terminate this Agreement for convenience on thirty (30) days' written notice.",
    )
    assert "notice period" in asked(*texts)[0]
    assert told(*texts).notice_deadline is None


def test_the_length_of_a_renewal() -> None:
    text = f"{RENEWS}periods of ____ months unless a party gives 30 days' notice before the end of the term."
    assert "renewal term" in asked(text)[0]
    assert told(text).renewal.term is None


@pytest.mark.parametrize("words", ["thirty (__) months", "______ (30) months", "[thirty] months", "Section [30] days"])
def test_a_number_in_words_or_figures_leaves_nothing_open(words: str) -> None:
    assert asked(f"The initial term of this Agreement is {words} from the Effective Date.") == []
