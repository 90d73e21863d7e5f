"""Markdown: its words without its marks, numbers as a page of it shows them."""

from pathlib import Path

import pytest

from legalai.errors import DamagedFile
from tests.ingest.factory import open_file, shown

SOURCE = """---
title: not in the text
---
# Services Agreement

The **Supplier** shall <span class="defined">deliver</span> the
Goods.<!-- not this -->

3. Fees
    1. The Customer pays.
    2. No interest is due.
4. Term

| Item | Fee  |
|------|------|
| Seat | € 10 |

- dot
"""


def test_the_words_and_numbers_of_a_page(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(SOURCE)
    document = open_file(path)
    assert [(kind, number, text) for kind, number, text in shown(document)] == [
        ("heading", None, "Services Agreement"),
        ("paragraph", None, "The Supplier shall deliver the Goods."),
        ("heading", "3", "3. Fees"),
        ("list_item", "3.1", "1. The Customer pays."),
        ("list_item", "3.2", "2. No interest is due."),
        ("heading", "4", "4. Term"),
        ("table_cell", None, "Item"), ("table_cell", None, "Fee"),
        ("table_cell", None, "Seat"), ("table_cell", None, "€ 10"),
        ("list_item", None, "• dot"),
    ]  # fmt: skip
    assert document.facts.media_type == "text/markdown"
    assert document.issues == ()


def test_a_clause_on_the_next_line_is_a_paragraph(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "1.1 The Customer pays under Section\n2.1 of the Order.\n1.2 No set-off:\n(a) at all; or\n(b) in part."
    )
    assert open_file(path).text.split("\n") == [
        "1.1 The Customer pays under Section 2.1 of the Order.", "1.2 No set-off:", "(a) at all; or", "(b) in part.",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["> " * 5_000, "- " * 5_000, "*a_" * 5_000, "[a](" * 5_000, "---\n" * 5_000])
def test_hostile_markdown(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"Fee\n\n{text}")
    assert open_file(path).text.startswith("Fee")


def test_a_name_makes_no_text_of_other_files(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(bytes(range(256)))
    with pytest.raises(DamagedFile, match="no CommonMark file"):
        open_file(path)
