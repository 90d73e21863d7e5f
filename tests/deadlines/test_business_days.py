from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalai.deadlines.business_days import add_business_days, has_calendar, is_business_day

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2060, 1, 1))


@pytest.mark.parametrize(
    ("start", "count", "jurisdiction", "end"),
    [
        # Christmas Day, Boxing Day (observed on the 28th in England) and New Year's Day lie between.
        (date(2026, 12, 21), 10, "gb-eaw", date(2027, 1, 7)),
        (date(2026, 12, 21), 10, "us", date(2027, 1, 6)),
        (date(2026, 7, 6), -1, "us", date(2026, 7, 2)),
        (date(2026, 11, 30), -2, "us", date(2026, 11, 25)),
        (date(2026, 11, 21), 1, "de", date(2026, 11, 23)),
        (date(2026, 11, 21), -1, "de", date(2026, 11, 20)),
    ],
)
def test_business_days_skip_weekends_and_holidays(start: date, count: int, jurisdiction: str, end: date):
    assert add_business_days(start, count, jurisdiction) == end


@pytest.mark.parametrize(
    "jurisdiction", ["us", "us-ny", "us-ca", "gb-eaw", "gb-sct", "gb-nir", "ca-on", "au-nsw", "hk", "ie", "sg"]
)
def test_a_calendar_for_every_jurisdiction_with_a_pack(jurisdiction: str):
    assert has_calendar(jurisdiction)
    assert not is_business_day(date(2026, 12, 25), jurisdiction)


@pytest.mark.parametrize("jurisdiction", [None, "zz", "_base", "us-zz", "gb-eaw-x"])
def test_no_calendar_is_no_guess(jurisdiction: str | None):
    assert not has_calendar(jurisdiction)
    with pytest.raises(LookupError):
        is_business_day(date(2026, 1, 2), jurisdiction or "zz")


@given(DAYS, st.integers(min_value=1, max_value=60), st.sampled_from(["us", "gb-eaw", "de"]))
def test_counting_back_reaches_an_earlier_business_day(day: date, count: int, jurisdiction: str):
    earlier = add_business_days(day, -count, jurisdiction)
    assert earlier <= day - timedelta(days=count)
    assert is_business_day(earlier, jurisdiction)
    assert add_business_days(earlier, count, jurisdiction) <= day or not is_business_day(day, jurisdiction)
