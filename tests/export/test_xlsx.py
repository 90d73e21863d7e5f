import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from legalai.export.xlsx import Sheet, Value, inert, workbook


def page(*rows: tuple[Value, ...]) -> Worksheet:
    made = workbook([Sheet("Clocks", ("File", "Notice by"), rows)], made_on=date(2026, 11, 1))
    return load_workbook(io.BytesIO(made))["Clocks"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("plain, with comma", "plain, with comma"),
        ("two\nlines\u2028three", "two lines three"),
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+44 20", "'+44 20"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("＝1", "'＝1"),
        ("", ""),
    ],
)
def test_inert(value: str, shown: str) -> None:
    assert inert(value) == shown


@given(st.text() | st.sampled_from(["=1+1", "\x00=1", "\x07@x", "\ufeff=1", "12", "2026-01-01", "#REF!", "TRUE"]))
def test_text_is_text(value: str) -> None:
    cell = page((value, None))["A2"]
    assert cell.value is None or cell.data_type == "s"
    assert not str(cell.value or "").startswith(("=", "+", "-", "@"))


def test_days_are_days_and_the_header_stays_in_sight() -> None:
    sheet = page(("a.pdf", date(2026, 12, 3)), ("b.pdf", None))
    assert (sheet["B2"].is_date, sheet["B2"].number_format, sheet["B3"].value) == (True, "yyyy-mm-dd", None)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:B3")
    assert sheet["A1"].font.bold
