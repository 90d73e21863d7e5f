import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalai.export.calendar_text import LINK_REMOVED, linkless, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Alder\r\nCloud\tLtd", "Alder Cloud Ltd"),
        ("a\u2028b\u00a0c", "a b c"),
        # a right-to-left override shows "fdp.exe" the other way round
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("no\u200btice", "notice"),
        ("\ud800broken", "broken"),
    ],
)
def test_plain(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize(
    "link",
    [
        "https://evil.example/x",
        "ht\u200btps://evil.example",
        "(www.evil.example)".strip("()"),
        "\uff48\uff54\uff54\uff50\uff53\uff1a\uff0f\uff0fevil.example",
        "evil.example/login",
        "javascript:alert(1)",
        "mailto:a@evil.example",
        "\\\\server\\share",
        "data:text/html;base64,AA",
    ],
)
def test_no_link_is_left(link: str) -> None:
    assert linkless(f"Notices go to {link} only.") == f"Notices go to {LINK_REMOVED} only."


@pytest.mark.parametrize("text", ["contract.pdf", "Section 2.1(a)/(b)", "30/60 days", "and/or", "U.S. Inc., 1:30"])
def test_what_is_no_link_stays(text: str) -> None:
    assert linkless(text) == text


@given(st.text())
def test_one_line_of_bounded_length(text: str) -> None:
    shown = linkless(text, 50)
    assert len(shown) <= 50
    assert all(each.isprintable() for each in shown)


@pytest.mark.parametrize("text", ["a" * 100_000, "/" * 99_999 + "x", "." * 100_000, ".a" * 50_000, "www" * 33_000])
def test_long_words_take_no_time(text: str) -> None:
    began = time.perf_counter()
    linkless(text)
    assert time.perf_counter() - began < 2
