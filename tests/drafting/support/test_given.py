"""What a sentence may rest on: its quotes, what qualifies them, and facts; a template's words bring no number."""

from dataclasses import replace

import pytest

from legalai.drafting.reply import Drafted
from legalai.drafting.support.given import Given, Linked
from legalai.drafting.support.statement import LONGEST, fault
from legalai.schema import Citation
from tests.drafting.support.contract import CLAUSES, GIVEN, NAMES, SOURCES, TEXT, reply


def fault_of(drafted: Drafted, given: Given) -> str | None:
    quotes = SOURCES.quotes(drafted)
    assert quotes is not None
    return fault(drafted, quotes, given, TEXT)


@pytest.mark.parametrize(
    ("cites", "expected"),
    [(("payment",), None), (("payment", "law"), None), (("law",), "number"), (("cap",), "number")],
)
def test_a_fact_holds_where_its_quotes_are_cited(cites: tuple[str, ...], expected: str | None) -> None:
    fact = Drafted("The last day is 3 May 2027.", (NAMES.index("payment") + 1,))
    assert fault_of(reply("The last day is 3 May 2027.", *cites), replace(GIVEN, facts=(fact,))) == expected


def test_a_template_establishes_no_number_by_writing_it() -> None:
    line = Drafted("Client must pay each invoice within 45 days.", (NAMES.index("payment") + 1,))
    assert fault_of(line, replace(GIVEN, lines=(line,))) == "number"


def test_a_template_says_what_no_quote_says_in_words() -> None:
    line = Drafted("Looked for and not found: a duty to insure.", (NAMES.index("law") + 1,))
    assert fault_of(line, GIVEN) is not None
    assert fault_of(line, replace(GIVEN, lines=(line,))) is None


def test_what_is_linked_to_a_clause_bears_a_sentence_out() -> None:
    told = reply("The limits do not apply to the indemnity for patents.", "cap")
    assert fault_of(told, GIVEN) is None
    assert fault_of(told, replace(GIVEN, linked=())) is not None
    assert fault_of(told, replace(GIVEN, linked=(Linked(start=0, end=5, text="The limits do not apply."),))) is not None


def test_a_name_that_two_parties_share_is_neither() -> None:
    shared = tuple(replace(each, names=(*each.names, "Partner")) for each in GIVEN.parties)
    assert fault_of(reply("Partner must pay each invoice.", "payment"), replace(GIVEN, parties=shared)) is None


def test_a_reply_without_end_is_refused() -> None:
    assert fault_of(reply("Fees are not refundable. " * (LONGEST // 20), "refund"), GIVEN) == "subject"


@pytest.mark.parametrize(
    "piece", ["a ", "1,", "one ", '"', "not ", "Client shall ", "in no event shall ", "Act ", "A. ", "§ "]
)
def test_hostile_text_costs_little(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    quote = Citation(text=text, start=0, end=len(text))
    assert fault(Drafted("Client shall pay 5 invoices.", (1,)), [quote], GIVEN, text) is not None


def test_the_clauses_of_the_table_stand_in_its_contract() -> None:
    assert all(
        TEXT[each.start : each.end] == CLAUSES[name] for name, each in zip(NAMES, SOURCES.citations, strict=True)
    )
