"""Documents bound into a file after the first."""

from datetime import date

import pytest

from legalai.extract.parts.several_documents import find_bound_documents, several_documents_issues
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import document_of
from legalai.schema import KeyDate, KeyDates, Party, Renewal

FIRST = (
    "DELIVERY AGREEMENT\n\nThis Delivery Agreement is made on 3 March 2021 by and between Amber Mills Ltd and Birch "
    "Foods Inc.\n\n" + "The Supplier brings the flour to the gate of the Buyer on the day that the Buyer names. " * 20
)
SIGNED = "IN WITNESS WHEREOF, the parties have signed.\n\nBy: ________ Name: Ada Amber"
TERMS = "1. The price of the flour rises by two percent from the day on which this paper is signed by both sides. " * 6
OPENS = "This Amendment No. 2 is entered into on 4 April 2022 by and between Amber Mills Ltd and Birch Foods Inc."


@pytest.mark.parametrize(
    ("after", "titles"),
    [
        ([SIGNED, "AMENDMENT TO THE DELIVERY AGREEMENT", OPENS, TERMS], ["AMENDMENT TO THE DELIVERY AGREEMENT"]),
        ([SIGNED, "ORDER FORM", TERMS, SIGNED], ["ORDER FORM"]),
        # signed exhibits end with their signatures
        (["EXHIBIT A", "THE GOODS", TERMS, SIGNED, "AMENDMENT NO. 2", OPENS, TERMS], ["AMENDMENT NO. 2"]),
        # an exhibit, a form, what nobody signs, and the entire agreement
        ([SIGNED, "EXHIBIT B", "AMENDMENT NO. 2", OPENS, TERMS, SIGNED], []),
        ([SIGNED, "EXHIBIT B - FORM OF AMENDMENT", OPENS, TERMS, SIGNED], []),
        ([SIGNED, "FORM OF AMENDMENT", OPENS, TERMS, SIGNED], []),
        ([SIGNED, "ORDER FORM", TERMS], []),
        (["AMENDMENT NO. 2", OPENS, TERMS], []),
        ([SIGNED, "This Agreement is the entire agreement between the parties."], []),
        ([SIGNED], []),
    ],
)  # fmt: skip
def test_documents_after_the_first(after: list[str], titles: list[str]):
    document = document_of("\n\n".join([FIRST, *after]), name="a.txt")
    assert [each.title for each in find_bound_documents(find_passages(document))] == titles


def test_the_issue_says_where_parties_and_dates_come_from():
    text = "\n\n".join([FIRST, SIGNED, "AMENDMENT NO. 2", OPENS, TERMS])
    passages = find_passages(document_of(text, name="a.txt"))
    start, day = text.index("Amber Mills"), text.index("4 April 2022")
    absent = KeyDate(value=None, status="absent")
    (issue,) = several_documents_issues(
        passages,
        parties=[Party(name="Amber Mills Ltd", text="Amber Mills", start=start, end=start + 11)],
        key_dates=KeyDates(
            agreement_date=KeyDate(
                value=date(2022, 4, 4), status="stated", text="4 April 2022", start=day, end=day + 12
            ),
            effective_date=absent,
            expiration_date=absent,
            initial_term=None,
            renewal=Renewal(kind="unknown"),
            notice_period=None,
            as_of=date(2026, 1, 1),
        ),
    )
    assert issue.code == "several-documents"
    assert "holds 2 documents; after the first they begin after 7" in issue.message
    assert "parties are taken from the first, the key dates from number 2:" in issue.message


def test_a_long_run_of_one_character_takes_no_time():
    passages = find_passages(
        document_of(f"{FIRST}\n\n{SIGNED}\n\nTHIS {'A ' * 50_000}\n\n{'_' * 100_000}", name="a.txt")
    )
    assert find_bound_documents(passages) == ()
