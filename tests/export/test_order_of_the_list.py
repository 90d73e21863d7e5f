"""The list for the other side follows the contract: the order of our points would tell what costs us most."""

import io
from dataclasses import replace

import docx

from legalai.export.issues_list import IssuesListExporter
from tests.export.samples import LINES, TEXT, cite, document, review

REVIEW = review()
POINT = REVIEW.negotiation_points[0]
LAST_FIRST = tuple(
    replace(
        POINT, id=f"point-{priority}", priority=priority, ask=f"Ask {priority}.", citations=(cite(TEXT, words, "1"),)
    )
    for priority, words in enumerate((LINES[5][3:], LINES[2][3:], LINES[4][3:]), start=1)
)


def test_points_are_numbered_in_the_order_of_the_contract() -> None:
    content = IssuesListExporter().export(document(), replace(REVIEW, negotiation_points=LAST_FIRST))
    rows = docx.Document(io.BytesIO(content)).tables[0].rows[1:]
    assert [(row.cells[0].text, row.cells[2].text) for row in rows] == [
        ("1", "Ask 2."),
        ("2", "Ask 3."),
        ("3", "Ask 1."),
    ]
