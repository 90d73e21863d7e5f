"""Provision types beyond CUAD, by heading and wording."""

import pytest

from legalai.extract.clauses.provision_types import PROVISION_TYPES
from legalai.extract.clauses.provisions import HEADING_AND_WORDING, WORDING_ONLY, find_provisions
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clause


def read(*sentences: tuple[str | None, str]) -> tuple[Clause, ...]:
    passages: list[Passage] = []
    text = ""
    for block, (heading, sentence) in enumerate(sentences):
        start = len(text)
        passages.append(
            Passage(
                text=sentence,
                start=start,
                end=start + len(sentence),
                block=block,
                heading=heading,
                is_heading=sentence == heading,
            )
        )
        text += sentence + "\n\n"
    found = find_provisions(passages, text)
    assert all(text[clause.start : clause.end] == clause.text for clause in found)
    return found


SENTENCES = {
    "Indemnification": "Supplier shall indemnify and hold harmless Customer from third-party claims.",
    "Confidentiality": "The recipient shall keep the other party's Confidential Information in strict confidence.",
    "Data Protection": "Supplier handles personal data only on the documented orders of Customer.",
    "Payment Terms": "Customer shall pay each correct invoice within thirty days of its receipt.",
    "Late Payment": "Overdue sums bear interest at two per cent above the base rate each month.",
    "Price Increase": "Supplier may increase its fees once a year by no more than three per cent.",
    "Force Majeure": "No party is liable for a delay that is caused by an act of God or a flood.",
    "Warranty Disclaimer": "Supplier disclaims every implied warranty of merchantability and of fitness.",
    "Exclusion Of Damages": "Neither party is liable for indirect or consequential damages of any sort.",
    "Limitation Of Remedies": "Repair is Customer's sole and exclusive remedy for a defect in the Goods.",
    "Dispute Resolution": "Any dispute under this contract shall be finally settled by arbitration in Oslo.",
    "Entire Agreement": "This is the entire agreement between the parties and supersedes all prior drafts.",
    "Amendment": "This Agreement may be amended only by a writing that both parties have signed.",
    "Notices": "All notices under this Agreement must be in writing and sent by courier.",
    "Severability": "If a provision is invalid, the remaining provisions keep their full effect.",
    "Waiver": "No delay in the use of a right shall be construed as its waiver by a party.",
    "Survival": "Clauses 4, 7 and 9 shall survive the end of this Agreement for any reason.",
    "Termination For Cause": "Either party may terminate if the other is in material breach and does not cure it.",
    "Service Levels": "Supplier shall meet the service levels, and pays service credits where it does not.",
    "Subcontracting": "Supplier may not subcontract any part of the work without Customer's consent.",
    "Publicity": "Neither party may issue a press release about this Agreement on its own.",
    "Security Incident": "Supplier tells Customer of every security incident within one day of its discovery.",
}


def test_every_type_has_its_sentence() -> None:
    assert {kind.name for kind in PROVISION_TYPES} == set(SENTENCES)


@pytest.mark.parametrize("kind", SENTENCES)
def test_sentence_states_a_provision(kind: str) -> None:
    found = read(("Miscellaneous", SENTENCES[kind]))
    assert (kind, WORDING_ONLY) in {(clause.type, clause.score) for clause in found}


def test_heading_takes_the_whole_clause() -> None:
    found = read(
        ("Force Majeure", "Force Majeure"),
        ("Force Majeure", "No party is liable for a delay caused by an act of God."),
        ("Force Majeure", "The party concerned tells the other at once and does what it can."),
        ("Governing Law", "The laws of Norway apply to everything in this contract."),
    )
    [clause] = found
    assert (clause.type, clause.score, clause.heading) == ("Force Majeure", HEADING_AND_WORDING, "Force Majeure")
    assert clause.text.startswith("No party")
    assert clause.text.endswith("what it can.")


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        # a contents page
        ("Force Majeure", "Neither party is liable in cases of force majeure ............ 17"),
        # a definition
        ("Interpretation", '"Confidential Information" means confidential information of either party.'),
        # a list of what survives
        ("Definitions", "Section 9 (No consequential damages), which no party may waive in any manner;"),
        # a heading without words that fit
        ("Confidentiality", "The parties shall meet once in every calendar quarter at the site."),
        # a notice of something is no clause on notices
        ("Term", "Either party may end this Agreement by notice in writing to the other one."),
        # a press release that somebody must issue is no rule on publicity
        ("Marketing", "The parties shall issue a press release after the signing of this Agreement."),
    ],
)
def test_mention_is_no_provision(heading: str, sentence: str) -> None:
    assert read((heading, sentence)) == ()


def test_neighbouring_sentences_are_one_clause() -> None:
    [clause] = read(
        (None, "Supplier shall indemnify and hold harmless Customer from all claims."),
        (None, "Customer shall indemnify and hold harmless Supplier from all taxes."),
    )
    assert clause.type == "Indemnification"


@pytest.mark.parametrize(
    "word", ["not ", "dispute ", "shall indemnify ", "interest late ", "provision ", "a", " ", "notice "]
)
@pytest.mark.timeout(20)
def test_hostile_text_costs_linear_time(word: str) -> None:
    read((None, word * (40_000 // len(word)) + "x" * 50))
