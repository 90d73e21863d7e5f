"""Titles of schedules, and what stands below them."""

import time

import pytest

from legalai.extract.parts.annex_issues import annex_issues
from legalai.extract.parts.annex_names import annex_name, read_title
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import document_of


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("SCHEDULE 2", "Schedule 2"),
        ("Exhibit A-1: Fees", "Exhibit A-1"),
        ('EXHIBIT "B"', "Exhibit B"),
        ("Annex IV - Works", "Annex IV"),
        ("THE SECOND SCHEDULE", "Schedule 2"),
        ("Schedule One", "Schedule 1"),
        ("Annexure 3", "Annex 3"),
        ("Schedule 2.1(b) Claims", "Schedule 2.1(b)"),
        ("Attachment C", "Attachment C"),
        ("THIS IS EXHIBIT A", "Exhibit A"),
        ("Exhibit A sets out the fees.", None),
        ("Schedule 2 shall be updated each year.", None),
        ("Appendix B, which the parties signed", None),
        ("EXHIBIT TO THE LEASE", None),
        ("schedule 2", None),
        ("Exhibits", None),
    ],
)
def test_title_lines(line: str, name: str | None):
    found = read_title(line)
    assert (str(found.name) if found else None) == name


@pytest.mark.parametrize("line", ["Exhibit A, Page 2", "Exhibit A - 3", "Schedule 1 (continued)"])
def test_the_name_in_a_margin_is_a_footer(line: str):
    found = read_title(line)
    assert found is not None
    assert found.footer


@pytest.mark.parametrize(("label", "filed"), [("10.4", True), ("99.1", True), ("(k)(1)", True), ("10", False)])
def test_exhibit_numbers_of_filings(label: str, filed: bool):
    assert annex_name("exhibit", label).filed is filed


@pytest.mark.parametrize(
    "text", ["Exhibit A " * 10_000, "EXHIBIT " + "A" * 100_000, "[" * 100_000, "see Schedule 1, " * 6_000]
)
def test_long_runs_take_no_time(text: str):
    document = document_of(text, name="a.txt")
    passages = find_passages(document)
    begun = time.perf_counter()
    annex_issues(document, passages)
    assert time.perf_counter() - begun < 5
