"""Words and figures that disagree are told with both readings and their place, and neither is chosen."""

import pytest

from legalai.extract.amounts import amount_issues
from legalai.extract.dates.key_dates import key_date_issues
from legalai.extract.percentages import percentage_issues
from legalai.schema import Issue
from tests.extract.dates.key_dates_reader import dates_of
from tests.extract.dates.test_clocks import TERM, read
from tests.extract.passage_builder import document_of, passages_of

STOP = "It renews automatically for a year at a time unless notice is given at least 60 days before it ends."


def issues_of(*texts: str) -> tuple[Issue, ...]:
    passages = passages_of(*texts)
    found = (*key_date_issues(passages, dates_of(passages)), *amount_issues(passages), *percentage_issues(passages))
    return tuple(issue for issue in found if issue.code == "conflicting-figures")


@pytest.mark.parametrize(
    ("text", "words", "readings"),
    [
        ("Customer pays each invoice within thirty (60) days.", "thirty (60) days", ("30 day", "60 day")),
        (
            "Supplier cures a breach within 10 (fifteen) Business Days.",
            "10 (fifteen) Business Days",
            ("15 business day", "10 business day"),
        ),
        ("The term is three (2) years.", "three (2) years", ("3 year", "2 year")),
        (
            "The fee is one hundred thousand dollars ($10,000).",
            "one hundred thousand dollars ($10,000)",
            ("100000", "10000"),
        ),
        ("Interest is twelve percent (10%) a year.", "twelve percent (10%)", ("12", "10")),
    ],
)
def test_a_conflict_is_told_with_its_place(text: str, words: str, readings: tuple[str, ...]) -> None:
    texts = ("1. Nothing stands here.", text)
    (issue,) = issues_of(*texts)
    document = document_of(passages_of(*texts))
    assert issue.start is not None
    assert issue.end is not None
    assert words.startswith(document[issue.start : issue.end].rstrip(")"))
    assert all(reading in issue.message for reading in readings)
    assert words not in issue.message


@pytest.mark.parametrize(
    "text",
    ["Within one hundred          twenty (120) days.", "A fee of ten thousand dollars ($10,000).", "Thirty (30) days."],
)
def test_what_agrees_is_no_issue(text: str) -> None:
    assert issues_of(text) == ()


def test_a_time_to_arrive_that_contradicts_itself_gives_no_day_to_send() -> None:
    found = read(TERM, STOP, "A letter is deemed received three (5) days after posting.", law="us-ny")
    assert found.notice_deadline is not None
    assert found.send_by is None
    assert found.proof[-1].result == "not known"
