import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalai.extract.dates.values.dates import DateOrder, customary_order, find_dates, is_blank, written_order


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("made as of the 6th day of April, 1999 by", "6th day of April, 1999", date(1999, 4, 6)),
        ("dated April 6, 1999.", "April 6, 1999", date(1999, 4, 6)),
        ("on 6 April 1999", "6 April 1999", date(1999, 4, 6)),
        ("July 11 , 2006", "July 11 , 2006", date(2006, 7, 11)),
        ("June 1,1999", "June 1,1999", date(1999, 6, 1)),
        ("Dec. 8, 2005", "Dec. 8, 2005", date(2005, 12, 8)),
        ("DECEMBER 1ST, 2015", "DECEMBER 1ST, 2015", date(2015, 12, 1)),
        ("the 1st day of January 2020", "1st day of January 2020", date(2020, 1, 1)),
        ("this fifth day of January 2026", "fifth day of January 2026", date(2026, 1, 5)),
        ("twenty-first (21st) day of June 2000", "twenty-first (21st) day of June 2000", date(2000, 6, 21)),
        ("20th day of Friday, March 2020", "20th day of Friday, March 2020", date(2020, 3, 20)),
        # Superscripts set apart in the text layer of a PDF.
        ("20t h day of November, 2018", "20t h day of November, 2018", date(2018, 11, 20)),
        ("18/9/2008", "18/9/2008", date(2008, 9, 18)),
        ("3-14-18", "3-14-18", date(2018, 3, 14)),
        ("05/05/98", "05/05/98", date(1998, 5, 5)),
        ("2019-02-10", "2019-02-10", date(2019, 2, 10)),
        ("1-Jan-99", "1-Jan-99", date(1999, 1, 1)),
        ("until the last day in February, 2023", "last day in February, 2023", date(2023, 2, 28)),
        ("18 mai 2019", "18 mai 2019", date(2019, 5, 18)),
        ("6. Oktober 2019", "6. Oktober 2019", date(2019, 10, 6)),
    ],
)
def test_a_day_in_every_form(text: str, words: str, day: date):
    (found,) = find_dates(text, offset=7)
    assert (found.text, found.kind, found.value) == (words, "day", day)
    assert text[found.start - 7 : found.end - 7] == words


@pytest.mark.parametrize(
    ("order", "value", "kind"),
    [("mdy", date(1999, 4, 6), "day"), ("dmy", date(1999, 6, 4), "day"), (None, None, "ambiguous")],
)
def test_a_numeric_date_is_read_in_the_order_known_or_not_at_all(
    order: DateOrder | None, value: date | None, kind: str
):
    (found,) = find_dates("Signed 04/06/99", order=order)
    assert (found.value, found.kind) == (value, kind)
    if value is None:
        assert set(found.readings) == {date(1999, 4, 6), date(1999, 6, 4)}


@pytest.mark.parametrize(("order", "value"), [("mdy", None), ("dmy", date(2011, 4, 1)), (None, None)])
def test_dots_are_not_read_month_first(order: DateOrder | None, value: date | None):
    (found,) = find_dates("effective as of 1.4.2011", order=order)
    assert found.value == value


@pytest.mark.parametrize(
    ("text", "order"),
    [("18/9/2008 and 01/02/2008", "dmy"), ("9/18/2008", "mdy"), ("9/18/2008, 18/9/2008", None), ("01/02/2008", None)],
)
def test_the_document_shows_its_own_order(text: str, order: DateOrder | None):
    assert written_order(text) == order


@pytest.mark.parametrize(
    ("jurisdiction", "order"), [("us-ny", "mdy"), ("gb-eaw", "dmy"), ("ca-on", None), (None, None)]
)
def test_the_order_of_a_jurisdiction(jurisdiction: str | None, order: DateOrder | None):
    assert customary_order(jurisdiction) == order


@pytest.mark.parametrize(
    "text",
    [
        "____ day of ____, 20__",
        "___ day of May, 2019",
        "[DATE]",
        "[insert date]",
        "[●] day of [●] 2020",
        "________, 2020",
        "June __, 2005",
        "April 30, 20__",
        "[     ], 2019",
        "XX/XX/XXXX",
        "MM/DD/YYYY",
    ],
)
def test_a_blank_is_not_an_absence(text: str):
    (found,) = find_dates(f"dated {text} between")
    assert (found.text, found.kind, found.value) == (text, "blank", None)


@pytest.mark.parametrize(
    ("text", "blank"), [("[●]", True), ("______", True), (" [***] ", True), ("May", False), ("", False)]
)
def test_a_mark_alone_is_a_blank(text: str, blank: bool):
    assert is_blank(text) is blank


def test_a_month_without_a_day_is_partial():
    (found,) = find_dates("in May 2019")
    assert (found.text, found.kind, found.value) == ("May 2019", "partial", None)


@pytest.mark.parametrize(
    "text",
    ["Section 2.1 may", "ten (10)", "clause 12.1.10", "February 30, 2019", "31/31/2019", "1st day of each month", ""],
)
def test_what_is_no_date(text: str):
    assert [d for d in find_dates(text) if d.kind == "day"] == []
    assert [d for d in find_dates(text) if d.kind == "blank"] == []


@given(st.dates(min_value=date(1961, 1, 1), max_value=date(2060, 12, 31)))
def test_every_day_is_read_back(day: date):
    for text in (f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%b} {day.year}", day.isoformat()):
        (found,) = find_dates(text)
        assert found.value == day


@pytest.mark.parametrize("piece", ["_", "_ ", "[", "1 ", "1/", " ", "[date ", "19", "may ", ".", "1 day of "])
def test_hostile_text_is_read_in_linear_time(piece: str):
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    find_dates(text)
    assert time.process_time() - started < 20
