"""A sentence that would follow a clause, put into a clause of its own: after a list, and pointing back by number."""

import pytest

from legalai.advise.acting_for import take_side
from legalai.advise.contradictions import standing_alone
from legalai.advise.reading import Reading
from legalai.ingest.text import document_of
from tests.advise.builders import contract_of, party

TEXT = (
    'This Lease is made between Alder Systems Ltd (the "Lessor") and Birch Holdings Ltd (the "Lessee").\n'
    "4. Default\n"
    "4.1 On default the Lessor may:\n"
    "(a) declare all rent due;\n"
    "(b) Lessor in good faith deems itself insecure.\n"
    "4.2 The Lessee shall:\n"
    "(a) The Lessee shall keep the goods dry.\n"
)


def reading() -> Reading:
    document = document_of(TEXT, name="lease.txt")
    sides = (party(TEXT, "Alder Systems Ltd", "Lessor"), party(TEXT, "Birch Holdings Ltd", "Lessee"))
    contract = contract_of(document, parties=sides)
    return Reading(document, contract, take_side(contract, "Lessee"))


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("This applies only to a material breach.", "Clause 4.1(a) applies only to a material breach."),
        ("This restraint binds both parties.", "The restraint under clause 4.1(a) binds both parties."),
        ("However, this sum is due once.", "The sum under clause 4.1(a) is due once."),
        ("Such a decision binds neither party.", "A decision under clause 4.1(a) binds neither party."),
        ("Such payments are due once.", "Payments under clause 4.1(a) are due once."),
        ("The Lessee may pay early.", "The Lessee may pay early."),
    ],
)
def test_it_names_the_clause_that_it_points_back_at(words: str, own: str) -> None:
    [clause] = reading().passages(("all rent due",))
    assert standing_alone(reading(), words, clause) == own


@pytest.mark.parametrize(("words", "completes"), [("all rent", True), ("insecure", True), ("goods dry", False)])
def test_an_item_without_a_verb_that_binds_is_a_piece_of_its_list(words: str, completes: bool) -> None:
    [clause] = reading().passages((words,))
    assert reading().completes_list(clause) is completes
