"""Law that was to be looked at again: our own file says so, the other side's does not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from legalai.redline import Redlined, RedlineRequest, redline
from legalai.schema import Issue, Recipient
from tests.export import samples
from tests.ingest.factory import docx, p
from tests.redline.builders import finding, point, read

STALE = Issue(code="stale-pack", severity="warning", message="The law of the pack was to be looked at again.")
CAP = "Liability is limited to three months of fees."


Make = Callable[[Recipient], Redlined]


@pytest.fixture
def made(tmp_path: Path) -> Make:
    path = docx(tmp_path / "contract.docx", p(CAP) + p("End."))
    document = read(path)
    points = (point(document, CAP, CAP.replace("three", "twelve")),)
    review = replace(samples.review(samples.TEXT, issues=(STALE,)), negotiation_points=points, findings=(finding(),))

    def make(recipient: Recipient) -> Redlined:
        request = RedlineRequest(recipient=recipient, author="A", now=datetime.now(UTC), libreoffice=False)
        return redline(path, document, review, request)

    return make


def test_our_own_file_says_so(made: Make) -> None:
    redlined = made("internal")
    assert redlined.proof.issues == (STALE,)
    assert STALE.message in redlined.html


def test_the_other_side_is_not_told(made: Make) -> None:
    redlined = made("counterparty")
    assert redlined.proof.issues == ()
    assert STALE.message not in redlined.html
