"""One row for each duty of a sentence that holds several."""

import pytest

from legalai.extract.obligations.coordination import acts_in
from tests.extract.obligations.duties import duties


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Supplier shall deliver and maintain the pumps.", ["deliver the pumps", "maintain the pumps"]),
        ("Supplier shall deliver the pumps and keep a log.", ["deliver the pumps", "keep a log"]),
        (
            "Supplier shall clean the site, repair any damage and remove its tools.",
            ["clean the site", "repair any damage", "remove its tools"],
        ),
        (
            "Supplier agrees to keep the drawings safe and to return them on request.",
            ["keep the drawings safe", "return them on request"],
        ),
        (
            "Supplier shall, at its own cost, insure the pumps and store them indoors.",
            ["insure the pumps", "store them indoors"],
        ),
        (
            "Supplier shall unload, test and store the pumps.",
            ["unload the pumps", "test the pumps", "store the pumps"],
        ),
        (
            "Supplier shall carry out, record, and report the tests.",
            ["carry out the tests", "record the tests", "report the tests"],
        ),
        ("Supplier shall sell, transfer and deliver the pumps.", ["sell and transfer the pumps", "deliver the pumps"]),
        (
            "Supplier shall supply the pumps, insure them and report losses.",
            ["supply the pumps", "insure them", "report losses"],
        ),
        ("Supplier shall not copy the plans or disclose them.", ["copy the plans", "disclose them"]),
        ("Supplier shall deliver and maintain each pump.", ["deliver each pump", "maintain each pump"]),
        (
            "Supplier shall provide space, store and repair the goods.",
            ["provide space", "store the goods", "repair the goods"],
        ),
        (
            "Supplier shall sweep the yard, wash the windows and answer each call.",
            ["sweep the yard", "wash the windows", "answer each call"],
        ),
        (
            "Supplier shall reply to each call in not more than two days and issue a report.",
            ["reply to each call", "issue a report"],
        ),
        (
            "Supplier shall give notice no later than noon and hand over the keys.",
            ["give notice no later than noon", "hand over the keys"],
        ),
        (
            "Supplier shall send a draft of any notice it intends to issue and consider the comments.",
            ["send a draft of any notice it intends to issue", "consider the comments"],
        ),
    ],
)
def test_each_act_has_its_row(text: str, actions: list[str]) -> None:
    assert [duty.action for duty in duties(text)] == actions


def test_verb_behind_a_comma_shares_the_object() -> None:
    assert [duty.action for duty in duties("Supplier will compile, and send a list of the pumps.")] == [
        "compile a list of the pumps",
        "send a list of the pumps",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Supplier shall use reasonable efforts to market and sell the pumps.",
        "Supplier shall ensure that its staff wear badges and keep a log.",
        "Supplier shall defend, indemnify and hold harmless Customer.",
        "Supplier shall indemnify Customer and hold it harmless.",
        "Supplier shall keep and maintain the log.",
        "Supplier shall pay all taxes, fees and charges.",
        "Supplier shall execute, acknowledge and deliver the deed.",
        "Supplier shall provide design, build and test services.",
        "Supplier shall provide training and support to Customer.",
        "Supplier shall repair or replace the pumps.",
        "Supplier shall not take the keys and leave the site.",
        "Supplier shall cooperate and consult with Customer.",
        "Supplier shall deliver pumps which meet the norm and keep a steady pressure.",
        "Supplier shall provide space, heat and light to Customer.",
        "Supplier shall assist and ensure that the pumps run.",
        "Supplier shall pay for rent, heat and water.",
        "Supplier shall provide storage, wash and repair services.",
        "Supplier shall ask not to store the pumps and repair the racks.",
        "Supplier shall send the list in order to issue and answer the calls.",
    ],
)
def test_one_act_stays_one_row(text: str) -> None:
    assert len(duties(text)) == 1


def test_condition_before_and_behind_holds_for_all() -> None:
    first, second = duties("If it rains, Supplier shall cover the pumps and stop the test, unless Customer objects.")
    assert first.condition == second.condition == "If it rains; unless Customer objects"


def test_condition_of_one_act_is_its_own() -> None:
    first, second = duties("Supplier shall send the bill within ten days and, if Customer objects, withdraw it.")
    assert (first.condition, second.condition) == (None, "if Customer objects")
    assert [duty.deadline and duty.deadline.text for duty in (first, second)] == ["within ten days", None]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "Supplier shall not copy the plans or disclose them without Customer's consent.",
            "without Customer's consent",
        ),
        (
            "Supplier shall not copy the plans, lend them or show them to others, without the approval of Customer.",
            "without the approval of Customer",
        ),
        (
            "Supplier shall not (a) break the law; or (b) assign this Agreement, without Customer's consent.",
            "without Customer's consent",
        ),
    ],
)
def test_consent_behind_several_forbidden_acts_is_to_each(text: str, condition: str) -> None:
    *before, last = duties(text)
    assert before
    assert [duty.condition for duty in before] == [condition] * len(before)
    assert last.action.endswith(condition)


@pytest.mark.parametrize(
    "text",
    [
        "Supplier shall not cause a nuisance or keep animals without Customer's consent.",
        "Supplier shall not (a) copy the plans; or (b) assign this Agreement without Customer's consent.",
        "Supplier shall not (a) copy the plans; or (b) without Customer's consent, assign this Agreement.",
        "Supplier shall not copy the plans without notice or disclose them.",
        "Supplier shall deliver the pumps and install them without Customer's approval.",
        "Supplier shall not copy the plans or disclose them without good reason.",
    ],
)
def test_consent_to_one_act_is_not_to_another(text: str) -> None:
    assert duties(text)[0].condition is None


def test_quotes_show_who_is_bound_and_both_verbs() -> None:
    first, second = duties("Supplier shall deliver and maintain the pumps.")
    assert first.text == second.text == "Supplier shall deliver and maintain the pumps."


def test_deadline_before_verbs_that_share_an_object_holds_for_all() -> None:
    found = duties("Supplier shall promptly test, sign and return the list.")
    assert [duty.deadline and duty.deadline.text for duty in found] == ["promptly"] * 3


def test_proviso_of_a_list_holds_for_its_items() -> None:
    found = duties("Supplier shall (a) move the pumps; and (b) insure them; provided that Customer shall pay the fare.")
    supplier = [duty for duty in found if duty.obligor == "Supplier"]
    assert [duty.condition for duty in supplier] == ["provided that Customer shall pay the fare"] * 2


@pytest.mark.parametrize("piece", ["deliver and ", "and to ", "keep a, ", "x and, y, ", "promptly "])
def test_hostile_text_costs_linear_time(piece: str) -> None:
    words = "deliver the goods " + piece * (100_000 // len(piece))
    assert acts_in(words, 0, len(words), forbidden=False) is not None
