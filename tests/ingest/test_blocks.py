"""Typed blocks: headings, schedules, signature pages."""

import pytest

from legalai.ingest.text import document_of
from legalai.schema import Block

CONTRACT = """EXHIBIT 10.7

SUPPLY AGREEMENT

1. Supply

1.1 The Supplier sells the goods listed in Schedule 1 to the Customer.

IN WITNESS WHEREOF the parties have signed this agreement.

ACME LIMITED

By: ____________

Name: Ann Field

SCHEDULE 1

GOODS

1. Widgets of every kind that the Supplier makes in its works.
"""


def blocks(text: str) -> list[tuple[Block, str]]:
    document = document_of(text, name="a.txt")
    return [(block, document.text[block.start : block.end]) for block in document.blocks]


def test_the_parts_of_a_contract() -> None:
    parts = {text: block.part for block, text in blocks(CONTRACT)}
    assert parts["EXHIBIT 10.7"] == "body"
    assert parts["1. Supply"] == "body"
    assert parts["ACME LIMITED"] == parts["Name: Ann Field"] == "signature_page"
    assert parts["SCHEDULE 1"] == parts["GOODS"] == "schedule"


def test_names_of_signatories_are_no_headings() -> None:
    kinds = {text: block.kind for block, text in blocks(CONTRACT)}
    assert kinds["ACME LIMITED"] == "paragraph"
    assert kinds["SCHEDULE 1"] == kinds["SUPPLY AGREEMENT"] == "heading"


def test_numbers_start_anew_in_a_schedule() -> None:
    last = blocks(CONTRACT)[-1][0]
    assert (last.number, last.level) == ("1", 0)


def test_a_table_of_contents_begins_no_schedule() -> None:
    contents = ["TABLE OF CONTENTS", "1. Supply ........ 2", "Schedule 1 ....... 9", "Schedule 2 Prices ...... 11"]
    text = "\n\n".join([*contents, "1. Supply", "The Supplier sells."])
    assert {block.part for block, _ in blocks(text)} == {"body"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("GOVERNING LAW", "heading"),
        ("12. Governing Law", "heading"),
        ("12. Governing law", "heading"),
        ("ARTICLE IV", "heading"),
        ("Section 3.2 Payment of Fees", "heading"),
        ("12.1 The law of England governs this agreement and nothing else does.", "list_item"),
        ("(a) the Goods;", "list_item"),
        ("• the Goods", "list_item"),
        ("The law of England governs this agreement.", "paragraph"),
        ("ALL GOODS ARE SOLD AS THEY ARE; AND", "paragraph"),
        ("Name: ANN FIELD", "paragraph"),
        ("________________", "paragraph"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert [block.kind for block, _ in blocks(text)] == [kind]
