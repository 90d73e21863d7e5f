"""The calendar that the page offers with a contract's dates."""

from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from legalai.schema import Execution, ExecutionStatus
from tests.export.samples import contract

PAGE = """
import streamlit as st
from legalai.review import ReviewRequest
from legalai.ui import calendar_download
from legalai.ui.desk import Entry

contract = st.session_state["contract"]
entry = Entry(id="1", name="hosting.txt", data=b"", request=ReviewRequest(as_of=contract.key_dates.as_of))
calendar_download.show(entry, contract)
"""


@pytest.mark.parametrize(
    ("status", "as_of", "button", "caption"),
    [
        ("signed", date(2026, 11, 21), "Calendar (2 entries)", None),
        ("unknown", date(2027, 1, 1), "Calendar (1 entry)", None),
        ("signed", date(2028, 1, 1), None, "No day to come is known"),
        ("unsigned", date(2026, 11, 21), None, "Not signed, as far as its text shows"),
    ],
)
def test_the_calendar_of_a_contract(
    status: ExecutionStatus, as_of: date, button: str | None, caption: str | None
) -> None:
    made = contract()
    page = AppTest.from_string(PAGE, default_timeout=60)
    page.session_state["contract"] = replace(
        made, execution=Execution(status=status), key_dates=replace(made.key_dates, as_of=as_of)
    )
    page.run()
    assert not page.exception
    assert [each.proto.label for each in page.get("download_button")] == ([button] if button else [])
    assert [each.value.startswith(caption or "") for each in page.caption] == ([True] if caption else [])
