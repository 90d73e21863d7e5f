import pytest

from legalai.extract.incorporated import find_incorporated
from legalai.extract.segmentation.sentences import find_passages
from tests.extract.builders import document_from_text

PROSE = (
    "The Supplier delivers the Goods to the Buyer at the agreed place and on the agreed day, free of any charge. " * 20
)


def incorporated(text: str) -> list[tuple[str, bool]]:
    document = document_from_text(text)
    found = find_incorporated(document, find_passages(document))
    assert all(text[i.start : i.end] == i.text for i in found)
    return [(i.name, i.supplied) for i in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"1. Goods. {PROSE}\nThe goods stand in Exhibit A attached hereto, the prices in Exhibit"
            f" B.\nEXHIBIT A\nBolts, nuts,"
            " screws and washers of every size.\nEXHIBIT B\n[to be attached]\n",
            [("Exhibit A", True), ("Exhibit B", False)],
        ),
        (
            "The Acceptable Use Policy available at https://example.com/aup is incorporated herein by reference.",
            [("Acceptable Use Policy", False)],
        ),
        (
            "This order is placed under the Master Services Agreement dated 1 May 2020 between the parties.",
            [("Master Services Agreement", False)],
        ),
        # the number under which a regulator filed the contract is no annex
        ("Exhibit 10.12\nThis Agreement binds the parties.", []),
        ("This Agreement is the entire agreement.", []),
    ],
)
def test_incorporated(text, expected):
    assert incorporated(text) == expected
