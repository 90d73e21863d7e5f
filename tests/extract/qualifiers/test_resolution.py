import pytest

from legalai.extract.qualifiers.resolution import Resolver
from tests.extract.qualifiers.contracts import FILLER, SUPPLY, passages_of


def resolved(text: str, words: str) -> list[tuple[str, str | None]]:
    """The outcome, and the text led to, of every reference in the passage that holds these words."""
    passages = passages_of(text)
    resolver = Resolver(passages)
    index = next(i for i, passage in enumerate(passages) if words in passage.text)
    return [(r.outcome, text[r.target.start : r.target.end] if r.target else None) for r in resolver.references(index)]


@pytest.mark.parametrize(
    ("words", "outcome", "begins"),
    [
        ("Subject to Section 4.2", "resolved", "4.2 Alder need not"),
        ("the events listed in paragraph (b)", "resolved", "(b) no party is liable for fire"),
        ("to the place named in Schedule 2", "resolved", "SCHEDULE 2"),
        ("as set out in Section 7 of the Framework Agreement", "other_document", None),
        ("The limitations in Section 1.2", "resolved", "1.2 Brook shall not"),
        ("This Section applies as follows", "resolved", "5.1 This Section"),
    ],
)
def test_where_a_reference_leads(words: str, outcome: str, begins: str | None) -> None:
    ((found, target),) = resolved(SUPPLY, words)
    assert found == outcome
    assert (target or "").startswith(begins or "")
    assert (target is None) == (begins is None)


def test_missing_sections_and_statutes_are_told_apart() -> None:
    assert resolved(SUPPLY, "Except as stated") == [("no_such_section", None), ("other_document", None)]


CONTENTS = f"""LICENSE AGREEMENT
ARTICLE I GRANT
ARTICLE II FEES
ARTICLE III TERM
ARTICLE IV MISCELLANEOUS
This Agreement is made today between the parties named below. {FILLER}
ARTICLE I GRANT
Section 1.1 Licensor grants a license, subject to Article III.
ARTICLE II FEES
Section 2.1 Licensee pays a fee. The fee in this Article is net of tax.
ARTICLE III TERM
Section 3.1 The term is one year.
ARTICLE IV MISCELLANEOUS
Section 4.1 Notices are in writing, as Article 2 of this Agreement says.
"""


@pytest.mark.parametrize(
    ("words", "begins", "holds"),
    [
        ("subject to Article III", "ARTICLE III TERM", "The term is one year."),
        ("in this Article", "ARTICLE II FEES", "Licensee pays a fee."),
        ("as Article 2", "ARTICLE II FEES", "Licensee pays a fee."),
    ],
)
def test_a_contents_page_catches_no_reference(words: str, begins: str, holds: str) -> None:
    ((outcome, target),) = resolved(CONTENTS, words)
    assert outcome == "resolved"
    assert target is not None
    assert target.startswith(begins)
    assert holds in target


@pytest.mark.parametrize(
    "sentence",
    [
        "as defined in Section 409A of the Code",
        "under Section 5 of the Securities Act of 1933",
        "within the meaning of California Civil Code Section 1542",
        "as Section 5 thereof requires",
        "see Section 3 of such agreement",
        "under Section 3.1 of the Master Services Agreement",
        "as the Credit Agreement, Section 3 says",
        "according to 11 U.S.C. Section 3",
        "pursuant to Section 3 of the MSA",
    ],
)
def test_other_documents_are_not_looked_for_here(sentence: str) -> None:
    text = SUPPLY.replace("Brook may resell the goods to its affiliates.", f"Brook resells {sentence} only.")
    assert {outcome for outcome, _ in resolved(text, "Brook resells")} == {"other_document"}


@pytest.mark.parametrize("sentence", ["of this Agreement", "hereof", "above", "of the Agreement", "(Resale)"])
def test_this_contract_by_its_names(sentence: str) -> None:
    text = SUPPLY.replace("Brook may resell the goods to its affiliates.", f"Brook obeys Section 2.1 {sentence}.")
    ((outcome, target),) = resolved(text, "Brook obeys")
    assert outcome == "resolved"
    assert (target or "").startswith("2.1 The price")


def test_a_number_that_stands_twice_leads_nowhere() -> None:
    text = f"""CONDITIONS
Part one. {FILLER}
2.1 Goods are sold as seen. {FILLER}
3.1 Something else is agreed, see Section 2.1 below.
2.1 Goods are returned unseen. {FILLER}
"""
    assert resolved(text, "Something else") == [("several", None)]
