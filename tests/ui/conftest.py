"""What the tests of the app share: a workbench that needs no model."""

from collections.abc import Iterator

import pytest
import streamlit as st

from legalai.ui import workbench
from tests.ui.builders import FakeWorkbench


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeWorkbench]:
    fake = FakeWorkbench()
    st.cache_resource.clear()
    monkeypatch.setattr(workbench, "open_workbench", lambda: fake)
    yield fake
    st.cache_resource.clear()
