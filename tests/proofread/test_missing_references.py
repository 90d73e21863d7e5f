"""References to a clause that does not exist, in contracts with few numbers, and references to other documents."""

import pytest

from legalai.ingest.text import document_of
from legalai.proofread.proofread import proofread

OPENING = 'This Agreement is made on March 3, 2025 between Alder Cloud Inc. ("Provider") and Birch Ltd. ("Client").\n\n'
SUBJECTS = ("Supply", "Price", "Delivery", "Risk", "Notices")


def told(reference: str, *, clauses: int = 5, below: int = 2) -> list[str]:
    """What is told of a contract of so many clauses, each with so many numbers below it, that refers to something."""
    text = OPENING
    for number, subject in enumerate(SUBJECTS[:clauses], start=1):
        said = f"The parties shall keep their {subject.lower()} safe"
        refers = f" under {reference}" if number == 2 else ""
        text += f"{number}. {subject.upper()}\n" if below else f"{number}. {said}{refers}.\n"
        text += "".join(f"{number}.{n} {said}{refers if n == 1 else ''}.\n" for n in range(1, below + 1))
    mistakes = proofread(document_of(text, name="contract.txt"), kinds=["reference-missing"])
    return [mistake.citations[0].text for mistake in mistakes]


@pytest.mark.parametrize(
    ("reference", "clauses", "below"),
    [
        ("clause 19.4", 5, 2),
        ("clause 19.4", 5, 0),
        ("clause 3.9", 5, 2),
        ("clause 4.6", 5, 1),
        ("clause 4.6", 5, 0),
        ("Section 7", 3, 0),
        ("clause 5", 2, 0),
        ("cl. 22.1", 5, 2),
    ],
)
def test_a_number_beyond_those_of_the_contract(reference: str, clauses: int, below: int) -> None:
    assert told(reference, clauses=clauses, below=below) == [reference]


@pytest.mark.parametrize(
    "reference",
    [
        "clause 3.2",
        "clause 19.4 of the Master Services Agreement",
        "clause 19.4 of an agreement dated 1 May 2020",
        "the Head Lease (in particular clause 19.4)",
        "the Supplier's terms, section 31",
        "section 12 of the security policy",
        "Clause 17 of the Standard Contractual Clauses",
        "Section 13 or 15(d) of the Exchange Act",
        "Sections 6.8, 6.9 and 6.10 of the Separation Agreement",
        "Section 1.368-1(b) of the Income Tax Regulations",
        "the Sale of Goods Act 1979 (section 14)",
        "section 55 HGB",
        "Article 28 GDPR",
        "Section 73.3555 of the regulator's rules",
        "Section 34.6 or 34.7, respectively, of the applicable Receivables Agreement",
        "Section 47, Township 4 South",
    ],
)
def test_a_reference_that_stands_or_leads_elsewhere(reference: str) -> None:
    assert told(reference) == []


def test_a_number_that_was_lost_in_reading_may_be_there() -> None:
    assert told("clause 3.3; it is fair. 3.3 Goods are packed") == []


GAP = "\n".join(f"{n}. SUBJECT OF {n}\n{n}.1 The parties shall act." for n in (1, 2, 3, 4, 6, 7))


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("8. END\n8.1 This is said in clause 19.", ["clause 19"]),
        ("8. END\n8.1 This is said in clause 5.2.", ["clause 5.2"]),
        # the fifth stands in the middle of a line, where it was overlooked
        ("8. END\n8.1 This is said in clause 5. 5. Goods are packed.", []),
        # and a row with two gaps was not read well
        ("9. END\n9.1 This is said in clause 19.", []),
    ],
)
def test_one_number_left_out_does_not_stop_the_others(more: str, found: list[str]) -> None:
    mistakes = proofread(document_of(f"{OPENING}{GAP}\n{more}", name="contract.txt"), kinds=["reference-missing"])
    assert [mistake.citations[0].text for mistake in mistakes] == found
