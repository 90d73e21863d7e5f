import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalai.extract.qualifiers.qualifiers import with_qualifications
from legalai.schema import Clause, Qualification
from tests.extract.qualifiers.contracts import FILLER, SUPPLY, clause, passages_of


def qualifications(*clauses: Clause, text: str = SUPPLY) -> list[tuple[Qualification, ...]]:
    return [found.qualifications for found in with_qualifications(clauses, passages_of(text), text)]


def told(words: str, kind: str = "Exclusivity", text: str = SUPPLY) -> list[tuple[str, str, str, str | None]]:
    (found,) = qualifications(clause(words, kind, text), text=text)
    return [(q.reach, q.kind, q.text[:30], q.via.text if q.via else None) for q in found]


def test_far_a_reference_leads_to_the_section() -> None:
    assert told("Alder shall supply the goods") == [
        ("far", "subordinate", "4.2 Alder need not supply in t", "Section 4.2")
    ]


def test_a_list_of_sections_next_sentence_and_a_carve_out_elsewhere() -> None:
    assert told("Brook shall not resell the goods") == [
        ("near", "subordinate", "Notwithstanding the foregoing,", None),
        ("far", "exception", "3.1 Brook may resell the goods", "Sections 3.1"),
        ("far", "exception", "3.2 Brook may resell goods tha", "3.2"),
        ("reverse", "exception", "The limitations in Section 1.2", "Section 1.2"),
    ]


def test_near_phrases_and_a_far_notwithstanding() -> None:
    assert told("The price is fixed for the term") == [
        ("near", "exception", "other than for fuel", None),
        ("near", "condition", "provided, however, that Alder ", None),
        ("reverse", "subordinate", "4.1 Notwithstanding Section 2.", "Section 2.1"),
    ]


def test_the_clause_that_prevails_links_to_what_it_prevails_over() -> None:
    assert told("the price falls by a tenth") == [("far", "override", "2.1 The price is fixed for the", "Section 2.1")]
    assert told("Brook may give samples away") == [
        ("near", "override", "1.2 Brook shall not resell the", None),
        ("reverse", "exception", "The limitations in Section 1.2", "Section 1.2"),
    ]


def test_what_leads_nowhere_is_still_shown() -> None:
    assert told("liability of Alder shall not exceed the price paid", "Cap On Liability") == [
        ("near", "exception", "Except as stated in Section 9.", None),
        ("reverse", "exception", "5.3 The limitations of liabili", None),
    ]


def test_anything_to_the_contrary_touches_the_clause_that_speaks_of_it() -> None:
    assert told("Neither party shall assign this Agreement", "Anti-Assignment") == [
        ("reverse", "subordinate", "6.1 Notwithstanding anything t", None)
    ]
    assert told("no party is liable for fire", "Cap On Liability")[-1][2].startswith("5.3")


def test_an_item_is_qualified_by_the_sentence_that_opens_its_list() -> None:
    text = f"""TERMS
Read these terms. {FILLER}
3. Except with consent, Licensee shall not:
(a) copy the software; or
(b) sell the software.
"""
    assert told("sell the software", "License Grant", text) == [("near", "exception", "Except with consent", None)]


@pytest.mark.parametrize(
    ("sentence", "qualifies"),
    [
        ("Notwithstanding Section 2, Seller may stop.", True),
        ("The rights granted under Section 2 are subject to payment.", True),
        ("Section 2 shall not apply to samples.", True),
        ("Nothing in Section 2 shall prevent Seller from giving samples away.", True),
        ("Notwithstanding anything in this Agreement to the contrary, Section 2 and Section 3 survive.", False),
        ("Any settlement of a claim under Section 2 is subject to approval.", False),
        ("Use of the marks (as defined in Section 2) shall not extend to samples.", False),
        ("Notwithstanding Section 2(f), Seller may stop.", False),
        ("Notwithstanding Section 2 of the Master Agreement, Seller may stop.", False),
    ],
)
def test_what_is_said_of_a_section_elsewhere(sentence: str, qualifies: bool) -> None:
    text = f"""TERMS
Read these terms. {FILLER}
1. Buyer pays the price in advance.
2. Seller delivers apples every week.
3. {sentence}
"""
    assert bool(told("Seller delivers apples", "Exclusivity", text)) is qualifies


def test_names_and_dates_are_not_qualified() -> None:
    text = "AGREEMENT\n1. Alder Ltd, other than its affiliates, is a party.\n"
    assert qualifications(clause("Alder Ltd", "Parties", text), text=text) == [()]


def test_order_and_fields_of_the_clauses_stay() -> None:
    clauses = [clause("The price is fixed"), clause("Alder shall supply the goods")]
    linked = with_qualifications(clauses, passages_of(), SUPPLY)
    assert [(c.type, c.start, c.end) for c in linked] == [(c.type, c.start, c.end) for c in clauses]
    assert with_qualifications(linked, passages_of(), SUPPLY) == linked


PIECES = [
    "1. A heading",
    "1.1 Subject to Section 2, A shall pay.",
    "2. Notwithstanding Section 1.1, B may wait.",
    "(a) except for Sections 1 through 3, and (b) below.",
    "The foregoing shall not apply to C.",
    "ARTICLE IV MISCELLANEOUS",
    "Nothing in this Article shall prevent A, unless paragraph (a) says so.",
    "SCHEDULE 1",
    "(b) provided that Exhibit A, Schedule 1 and Section 409A of the Code apply.",
]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25), st.data())
@settings(max_examples=60, deadline=None)
def test_every_link_quotes_the_document(lines: list[str], data: st.DataObject) -> None:
    text = "\n".join(lines)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    one = Clause(type="Exclusivity", score=0.5, text=text[start:end], start=start, end=end)
    (found,) = with_qualifications([one], passages_of(text), text)
    for link in found.qualifications:
        assert link.text
        assert text[link.start : link.end] == link.text
        assert link.via is None or text[link.via.start : link.via.end] == link.via.text
    assert len({(q.start, q.end, q.kind) for q in found.qualifications}) == len(found.qualifications)


@pytest.mark.parametrize("count", [200])
def test_time_grows_with_the_length(count: int) -> None:
    line = "{n}.1 Notwithstanding Section {m}.1, each party shall pay, except as set forth in Sections 1.1 and {m}.1.\n"

    def seconds(sections: int) -> float:
        text = "".join(line.format(n=n, m=(n * 7) % sections + 1) for n in range(1, sections + 1))
        passages = passages_of(text)
        clauses = [Clause(type="Exclusivity", score=0.5, text=p.text, start=p.start, end=p.end) for p in passages]
        began = time.process_time()
        with_qualifications(clauses, passages, text)
        return time.process_time() - began

    assert seconds(4 * count) < 10 * (seconds(count) + 0.1)


@pytest.mark.parametrize(
    "unit",
    [
        "in no event ",
        "may in no event ",
        "Section 1 shall not apply ",
        "nothing in Section 1 shall limit ",
        "Section 1 of Section 1 of ",
        "clause (a) ",
        "(a) clause (a) ",
        "subject to Section 1.1, ",
        "except (as set forth in Section 1 ",
        "1.1 A\n",
        "ARTICLE I\n",
        "(a) x\n",
        "Exhibit A\n",
    ],
)
def test_hostile_text_costs_no_more_than_its_length(unit: str) -> None:
    text = "1. A clause. " + unit * (60_000 // len(unit))
    passages = passages_of(text)
    one = Clause(type="Exclusivity", score=0.5, text=text[:9], start=0, end=9)
    began = time.process_time()
    with_qualifications([one], passages, text)
    assert time.process_time() - began < 6
