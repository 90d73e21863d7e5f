"""Schedules that are referred to and missing, blank, or left out on purpose."""

import re

import pytest

from legalai.extract.parts.annex_issues import annex_issues
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import document_of

OPENING = (
    "SUPPLY AGREEMENT\n\nThis Supply Agreement is made on 3 March 2021 by and between Amber Mills Ltd and Birch "
    "Foods Inc.\n\nThe parties have traded with each other for years and wish to put their dealings on a firm footing. "
    + "The Supplier brings the flour to the gate of the Buyer on the day that the Buyer names, at its own cost. "
    * 15
)
CONTENT = "Wheat flour of type 550 in sacks of twenty-five kilograms, packed on pallets, free of dust and of insects."


def issues(*paragraphs: str) -> list[tuple[str, str]]:
    text = "\n\n".join([OPENING, *paragraphs])
    document = document_of(text, name="contract.txt")
    found = annex_issues(document, find_passages(document))
    return [(issue.code.removeprefix("schedule-"), name_in(issue.message)) for issue in found]


def name_in(message: str) -> str:
    found = re.match(r"\w+ \S*?(?=,? )", message)
    return found[0] if found else message


@pytest.mark.parametrize(
    ("sentence", "missing"),
    [
        ("1. The prices are set out in Schedule 2.", ["Schedule 2"]),
        ("1. The goods are listed in Schedules 1, 2 and 4.", ["Schedule 1", "Schedule 2", "Schedule 4"]),
        ("1. See Exhibits A and B, attached hereto.", ["Exhibit A", "Exhibit B"]),
        ("1. The forms are in Schedules 1 to 3.", ["Schedule 1", "Schedule 2", "Schedule 3"]),
        ("1. The rates in Exhibit A-1 apply.", ["Exhibit A-1"]),
        ("1. The parties sign an escrow agreement in the form of Exhibit F.", ["Exhibit F"]),
        ("1. The report is filed with the registration statement on Form S-1 as Exhibit F.", []),
        ("1. The claims are listed in Schedule 2.1(b).", ["Schedule 2.1(b)"]),
        ("1. The plan is in Annex I and the map in Appendix 3.", ["Annex I", "Appendix 3"]),
        ("1. The forecast stands in Attachment C, made a part hereof.", ["Attachment C"]),
        ("1. The land is described in the First Schedule and in the Second Schedule.", ["Schedule 1", "Schedule 2"]),
        ('1. The rates stand in Schedule "3" to this Agreement.', ["Schedule 3"]),
        ("1. The site plan is Annexure B to this Agreement.", ["Annex B"]),
        # the schedules of others, and what is no schedule
        ("1. As defined in Exhibit A to the Master Lease dated 1 May 2019.", []),
        ("1. The persons listed on Exhibit C of the Side Letter.", []),
        ("1. The Buyer has filed a Schedule 13D with the Commission.", []),
        ("1. A copy was filed as Exhibit 10.4 to the annual report on Form 10-K.", []),
        ("1. The duties under Annex I to Directive 2011/65/EU apply.", []),
        ("1. Part 2 of Schedule 1 to the Companies Act applies.", []),
        ("1. The rules in Appendix F are available at https://example.com/rules.", []),
        ("1. The parties schedule a meeting every month, and a schedule of works follows.", []),
        ("1. There are no schedules to this Agreement.", []),
    ],
)  # fmt: skip
def test_schedules_referred_to_and_not_there(sentence: str, missing: list[str]):
    assert issues(sentence) == [("missing", name) for name in missing]


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        (CONTENT, []),
        ("USA.", []),
        ("", [("blank", "Exhibit A")]),
        ("[to be attached]", [("blank", "Exhibit A")]),
        ("None.", []),
        ("None provided", [("blank", "Exhibit A")]),
        ("See attached.", [("blank", "Exhibit A")]),
        ("Start date: ____________\n\nFee: [●]", [("blank", "Exhibit A")]),
        ("[Intentionally omitted]", [("omitted", "Exhibit A")]),
        ("RESERVED", [("omitted", "Exhibit A")]),
    ],
)
def test_what_stands_below_the_title_of_an_exhibit(below: str, expected: list[tuple[str, str]]):
    assert issues("1. The goods are those of Exhibit A.", "EXHIBIT A", "THE GOODS", below) == expected


@pytest.mark.parametrize(
    "title",
    [
        "EXHIBIT A",
        'Exhibit "A" - The Goods',
        "Exhibit A to the Supply Agreement",
        "THIS IS EXHIBIT A TO THE SUPPLY AGREEMENT",
        "SCHEDULE A",
    ],
)
def test_an_exhibit_is_there_under_every_spelling_of_its_title(title: str):
    assert issues("1. The goods are those of Exhibit A.", title, CONTENT) == []


def test_roman_and_arabic_numbers_are_the_same():
    assert issues("1. See Annex II.", "ANNEX 2", CONTENT) == []


def test_a_part_of_an_annex_stands_in_it():
    assert issues("1. See Annex II and Annex II.A.", "ANNEX II", CONTENT) == []


def test_a_line_of_the_contents_page_is_no_schedule():
    front = "Schedules\n\nSchedule 1 Goods 7\n\nSchedule 2 Prices 9"
    document = document_of(
        "\n\n".join([front, OPENING, "1. See Schedule 1 and Schedule 2.", "SCHEDULE 1", CONTENT]), name="a.txt"
    )
    assert [i.message.partition(" is")[0] for i in annex_issues(document, find_passages(document))] == ["Schedule 2"]


def test_in_an_amendment_the_exhibits_are_those_of_the_contract_it_amends():
    opening = "AMENDMENT NO. 1\n\nThis Amendment No. 1 is made by and between Amber Mills Ltd and Birch Foods Inc.\n\n"
    document = document_of(
        opening + "1. Exhibit B of the Agreement is replaced by Exhibit C attached to this Amendment.", name="a.txt"
    )
    found = annex_issues(document, find_passages(document))
    assert [i.message.partition(" is")[0] for i in found] == ["Exhibit C"]


def test_many_missing_schedules_are_gathered():
    found = issues("1. The forms are in Schedules 1 to 12.")
    assert len(found) == 9
    assert found[-1][1].startswith("The same")


def test_the_sentence_names_the_clause():
    document = document_of(f"{OPENING}\n\n4.2 Prices. The prices are set out in Schedule 2.", name="a.txt")
    (issue,) = annex_issues(document, find_passages(document))
    assert issue.message.startswith("Schedule 2 is referred to in clause 4.2 and is not in this file")
    assert issue.severity == "warning"


def test_a_letter_is_no_roman_number_of_hundreds():
    assert [message.partition(" is")[0] for _, message in issues(f"1. See Annex C.\nANNEX 100\n{CONTENT}")] == [
        "Annex C"
    ]
    assert issues(f"1. See Annex X.\nANNEX 10\n{CONTENT}") == []


def test_line_that_says_something_beside_a_blank_is_substance() -> None:
    agreement = "1. The parties sign the agreement in Exhibit C."
    assert issues(agreement, "EXHIBIT C\nEscrow\n\nThe Bank shall hold $[amount] for the parties.") == []
