"""Two clauses that give different notice against one renewal: the longest counts, and it is told."""

from datetime import date

import pytest

from legalai.extract.dates.key_dates import key_date_issues
from tests.extract.dates.key_dates_reader import PREAMBLE, dates_of
from tests.extract.passage_builder import passages_of

TERM = "This Agreement begins on the Effective Date and continues for three years."
RENEWS = "It renews for one year at a time unless a party gives sixty days' notice before the end."


def found(*texts: str) -> tuple[date | None, bool]:
    passages = passages_of(PREAMBLE, TERM, RENEWS, *texts)
    dates = dates_of(passages)
    told = any(each.code == "notices-differ" for each in key_date_issues(passages, dates))
    assert dates.notice_deadline is None or isinstance(dates.notice_deadline, date)
    return dates.notice_deadline, told


@pytest.mark.parametrize(
    "other",
    [
        "Notice of non-renewal must be given at least 90 days before the end of the term.",
        "Non-renewal requires ninety days' written notice.",
        "A party that does not wish to renew shall tell the other 90 days before expiry.",
    ],
)
def test_the_longest_is_in_time_by_each_of_them(other: str):
    assert found(other) == (date(2026, 11, 30), True)


@pytest.mark.parametrize(
    "other",
    [
        "Notice of non-renewal is given 60 days before the end.",
        "Either party may terminate for breach on 90 days' notice.",
        "In Section 2 the notice of non-renewal of 90 days is deleted.",
    ],
)
def test_what_agrees_or_is_of_another_matter_changes_nothing(other: str):
    assert found(other) == (date(2026, 12, 30), False)
