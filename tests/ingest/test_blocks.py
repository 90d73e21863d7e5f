"""Typed blocks: headings, schedules, signature pages."""

import time
from itertools import pairwise

import pytest

from legalai.ingest.blocks import type_blocks
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


FORM = """ORDER FORM No. 2

Customer: Northwind Trading Ltd

Order Form Effective Date: 1 May 2026

Subscription Term: 24 months

Fees: USD 12,000 a year

Payment terms: 30 days

This Order Form is governed by the Master Services Agreement.

By: ____________

Name: Ann Field

"""
TERMS = """MASTER SERVICES AGREEMENT

1. Order Forms

1.1 The Supplier provides the Services that an Order Form describes.

ORDER FORM

Order Form means a document that both parties have signed and that names the Services.

"""


def parts_of(text: str) -> list[tuple[str, str]]:
    """The parts in order, each with the first words of its first block."""
    found = [(block.part, text) for block, text in blocks(text)]
    return [each for before, each in pairwise([("", ""), *found]) if each[0] != before[0]]


def test_order_forms_are_parts_of_their_own() -> None:
    first = FORM.replace("No. 2", "No. 1")
    assert parts_of(first + TERMS + FORM + CONTRACT[CONTRACT.index("SCHEDULE 1") :]) == [
        ("order_form", "ORDER FORM No. 1"),
        ("signature_page", "By: ____________"),
        ("body", "MASTER SERVICES AGREEMENT"),
        ("order_form", "ORDER FORM No. 2"),
        ("signature_page", "By: ____________"),
        ("schedule", "SCHEDULE 1"),
    ]
    # Two in a row, the second without signatures before it.
    unsigned = first[: first.index("By:")]
    assert [part for part, _ in parts_of(unsigned + FORM)] == ["order_form", "signature_page"]


def test_a_definition_and_an_exhibit_are_no_order_forms() -> None:
    assert {part for part, _ in parts_of(TERMS)} == {"body"}
    assert parts_of(f"{TERMS}EXHIBIT A\n\n{FORM}")[1] == ("schedule", "EXHIBIT A")


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


CONTENTS = """SUPPLY AGREEMENT

TABLE OF CONTENTS

ARTICLE I
GENERAL
Section 1.01. Definitions 1
ARTICLE II
SALE
Section 2.01. Price 4
SCHEDULE A
Products 9
SCHEDULE B
Prices 10

ARTICLE I
GENERAL

Section 1.01. Definitions. In this agreement "Goods" means what Schedule A lists.

ARTICLE II
SALE

Section 2.01. Price. The Buyer pays what Schedule B says.

SCHEDULE A
Products

Tea and ink of the qualities that the Seller has shown to the Buyer before the signing of this agreement.

SCHEDULE B
Prices

Four euros a pound.
"""


def test_what_a_contents_page_lists_has_its_number_and_its_part_where_it_stands() -> None:
    found = blocks(CONTENTS)
    assert [block.number for block, _ in found if block.number] == ["Article I", "1.01", "Article II", "2.01"]
    assert [block.part for block, text in found if text.startswith("SCHEDULE")] == ["body", "body"] + 2 * ["schedule"]
    assert {block.part for block, text in found if text.startswith(("ARTICLE", "Section"))} == {"body"}


@pytest.mark.parametrize(
    "text",
    ["Contents\n" * 8_000, "Contents\n" + "1. Price 2\n2. Term 3\n" * 4_000, f"Contents\n1. Price {'.' * 200_000}x\n",
     "Contents\n" + "".join(f"{n}. Word {n}\n" for n in range(1, 300)) * 20, "Order Form\nFees: 1\n" * 4_000],
)  # fmt: skip
def test_hostile_lists_take_no_time(text: str) -> None:
    begun = time.process_time()
    document_of(text, name="a.txt")
    assert time.process_time() - begun < 5


def test_a_heading_of_that_name_above_clauses_hides_none() -> None:
    text = CONTENTS.split("Prices 10")[1].replace("ARTICLE I\nGENERAL", "CONTENTS\n\nARTICLE I\nGENERAL")
    assert [block.number for block, _ in blocks(text) if block.number] == ["Article I", "1.01", "Article II", "2.01"]


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


def test_a_document_without_paragraphs_has_no_blocks() -> None:
    assert type_blocks([]) == ()
