import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalai.extract.segmentation.sentence_ends import split_sentences
from legalai.extract.segmentation.sentences import find_passages
from tests.extract.builders import document_from_text


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # abbreviations end no sentence
        ("Pay Acme Inc. and Beta Corp. under Sec. 5 (e.g. fees).", 1),
        ("The award in Roe v. Doe, No. 12 of 2001, binds J. R. Smith in the U.S. courts.", 1),
        # a company's name ends one only before a word that begins one
        ("The Goods are made by Acme Inc. The Buyer resells them.", 2),
        # a section number inside a sentence, and at its end
        ("As stated in Section 4.2.1 the fee is due. It is final.", 2),
        ("Fees are due under Section 4.2. The Customer pays them.", 2),
        # amounts and ellipses
        ("The price is $1,250.00 plus $0.05 per unit ... and no more.", 1),
        # an enumeration stays in its sentence
        ("The Supplier shall (i) deliver the Goods; (ii) insure them; and (iii) invoice monthly.", 1),
        # closing quotes belong to the sentence they end
        ('Each is a "Party." They agree as follows.', 2),
        # an annex letter is no initial
        ("The rates stand in Exhibit B. The parties may change them.", 2),
    ],
)
def test_number_of_sentences(text, expected):
    assert len(sentences(text)) == expected


def test_a_text_without_line_breaks_is_cut_at_its_clause_numbers():
    text = (
        "This Agreement binds both parties. 1. Term. It runs for one year. 2. FEES 2.1 The Customer pays $5."
        " 2.2 Interest "
        "accrues daily. ARTICLE 3. LAW 3.1 The laws of Utah apply to Section 2.1 above."
    )
    assert sentences(text) == [
        "This Agreement binds both parties.",
        "1. Term.",
        "It runs for one year.",
        "2. FEES",
        "2.1 The Customer pays $5.",
        "2.2 Interest accrues daily.",
        "ARTICLE 3. LAW",
        "3.1 The laws of Utah apply to Section 2.1 above.",
    ]


@pytest.mark.parametrize(
    "text",
    ["." * 100_000, "a. " * 40_000, "1. " * 40_000, "1.1 A " * 20_000, "(" * 100_000, " " * 100_000, '" ' * 50_000],
)
def test_hostile_text_takes_linear_time(text):
    began = time.process_time()
    split_sentences(text)
    assert time.process_time() - began < 5


@given(st.text(alphabet='aA1.(); "\n§,', max_size=300))
def test_sentences_are_ordered_slices_that_lose_only_white_space(text):
    spans = split_sentences(text)
    assert all(start < end for start, end in spans)
    assert [s for s, _ in spans] == sorted(s for s, _ in spans)
    assert "".join("".join(text[s:e].split()) for s, e in spans) == "".join(text.split())


CONTRACT = """SUPPLY AGREEMENT

1. DEFINITIONS
"Goods" means the goods in Schedule 1. They are sold as is.
2. PAYMENT
2.1 Price. The Buyer pays the price.
2.2 The Buyer shall:
(a) pay within 30 days; and
(b) bear the following taxes:
(i) sales tax;
(ii) duties.
2.3 Late payment bears interest.
ARTICLE III
TERMINATION
Either party may terminate.
"""


def test_passages_know_their_clause():
    document = document_from_text(CONTRACT)
    found = {p.text: (p.number, p.heading, p.is_heading) for p in find_passages(document)}
    assert found["They are sold as is."] == ("1", "DEFINITIONS", False)
    assert found["2.1 Price."] == ("2.1", "Price", True)
    assert found["The Buyer pays the price."] == ("2.1", "Price", False)
    assert found["(a) pay within 30 days; and"] == ("2.2(a)", "PAYMENT", False)
    assert found["(ii) duties."] == ("2.2(b)(ii)", "PAYMENT", False)
    assert found["2.3 Late payment bears interest."] == ("2.3", "PAYMENT", False)
    assert found["TERMINATION"] == ("III", "TERMINATION", True)
    assert found["Either party may terminate."] == ("III", "TERMINATION", False)


def test_numbers_inside_a_line_are_followed_only_where_they_can_come_next():
    text = (
        "3. Scope. The Agent sells. 3.1 The Agent reports to the Principal. 9.7 Index points were lost. 4. Fees. None."
    )
    numbers = [p.number for p in find_passages(document_from_text(text))]
    assert numbers == ["3", "3", "3.1", "3.1", "4", "4"]


def test_every_passage_is_a_slice_of_the_text_and_has_its_page():
    document = document_from_text("1. First. One.\n\f2. Second. Two.\n")
    passages = find_passages(document)
    assert all(document.text[p.start : p.end] == p.text for p in passages)
    assert [p.page for p in passages] == [1, 1, 2, 2]


def test_annex_and_signatures_are_other_parts():
    prose = (
        "The Supplier delivers the Goods to the Buyer at the agreed place and on the agreed day, free of charge. " * 20
    )
    text = f"1. Delivery. {prose}\nIN WITNESS WHEREOF, the parties sign.\nSCHEDULE A\nThe Goods are bolts."
    parts = {p.part for p in find_passages(document_from_text(text))}
    assert parts == {"body", "signature_page", "schedule"}
