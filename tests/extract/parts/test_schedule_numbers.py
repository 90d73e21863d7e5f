"""Clause numbers inside schedules."""

from datetime import date

import pytest

from legalai.advise.places import Places
from legalai.extract.assemble import assemble
from legalai.extract.dates.key_dates import find_key_dates
from legalai.extract.facts import ContractFacts
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import document_of
from legalai.schema import Clause

TEXT = f"""4.1 Price. {"The price of the flour is that of the list which the Supplier sends each year. " * 25}

SCHEDULE 2

DELIVERY

4.1 Rain. No flour is brought in the rain, and the Buyer waits for a dry day.

EXHIBIT A-1

(b) Sacks. Every sack is of linen and holds as much as one person can carry.
"""


PLACES = pytest.mark.parametrize(
    ("words", "number"),
    [("price of the flour", "4.1"), ("No flour", "Sch 2 para 4.1"), ("Every sack", "Exh A-1 para (b)")],
)


@PLACES
def test_a_quote_of_a_finding_is_numbered_in_the_same_way(words: str, number: str):
    start = TEXT.index(words)
    assert Places(document_of(TEXT, name="a.txt")).cite(start, start + len(words)).number == number


@PLACES
def test_a_clause_in_a_schedule_is_numbered_as_of_it(words: str, number: str):
    document = document_of(TEXT, name="a.txt")
    passages = find_passages(document)
    start = TEXT.index(words)
    passage = next(p for p in passages if p.start <= start < p.end)
    clause = Clause(type="Other", score=1.0, text=words, start=start, end=start + len(words), number=passage.number)
    facts = ContractFacts(document=document, passages=passages, as_of=date(2026, 1, 1), clauses=[clause])
    facts.key_dates = find_key_dates(
        passages, (), parties=(), defined_terms=(), governing_law=None, as_of=date(2026, 1, 1)
    )
    contract = assemble(facts)
    assert [clause.number for clause in contract.clauses] == [number]
