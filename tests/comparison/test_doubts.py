"""Law that was to be looked at again, or the other side's playbook: whoever reads the comparison is told."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from legalai.cli import main
from legalai.comparison import Version, compare
from legalai.comparison.page import html_page
from legalai.comparison.text_page import markdown_page
from legalai.review import Extracted, Reviewed, ReviewRequest, Workbench
from legalai.schema import Comparison, Issue
from tests.comparison.test_command import Bench
from tests.export import samples

STALE = Issue(code="stale-pack", severity="warning", message="The law of the pack was to be looked at again.")
FACT = Issue(code="fact-needed", severity="info", message="Is it in standard terms?")


def compared(before: tuple[Issue, ...], after: tuple[Issue, ...]) -> Comparison:
    old, new = (Version(samples.document(), samples.review(samples.TEXT, issues=each)) for each in (before, after))
    return compare(old, new)


def test_what_both_reviews_warn_of_is_told_once() -> None:
    made = compared((STALE, FACT), (FACT, STALE))
    assert made.issues == (STALE,)
    assert all(page(made).count(STALE.message) == 1 for page in (html_page, markdown_page))


def test_what_one_of_them_warns_of_is_told() -> None:
    assert compared((), (STALE,)).issues == (STALE,)


class Late(Bench):
    """A workbench whose pack was to be looked at again."""

    def advise(self, extracted: Extracted, request: ReviewRequest, **_: Any) -> Reviewed:
        found = super().advise(extracted, request)
        return replace(found, review=replace(found.review, issues=(STALE,)))


def test_the_command_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Workbench, "open", lambda *_, **__: Late())
    assert main(["compare", "sent.txt", "came-back.txt", "--out", str(tmp_path)]) == 0
    assert capsys.readouterr().err.splitlines() == [f"legalai: {STALE.message}"]
