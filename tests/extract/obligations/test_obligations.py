"""Who must, must not, may or is entitled to do what, sentence by sentence."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalai.extract.obligations.obligations import find_obligations
from legalai.schema import Period
from tests.extract.obligations.duties import SUPPLY, duties
from tests.extract.passage_builder import document_of, passages_of


@pytest.mark.parametrize(
    ("text", "obligor", "modality", "action"),
    [
        ("Supplier shall deliver the Goods.", "Supplier", "obligation", "deliver the Goods"),
        ("The Customer must insure the Equipment.", "Customer", "obligation", "insure the Equipment"),
        ("Acme will host the Platform.", "Acme", "obligation", "host the Platform"),
        ("Beta Corp. agrees to buy the Goods.", "Beta Corp.", "obligation", "buy the Goods"),
        ("Supplier undertakes to train the staff.", "Supplier", "obligation", "train the staff"),
        ("Supplier covenants that it shall keep records.", "Supplier", "obligation", "keep records"),
        ("Customer is required to keep its password safe.", "Customer", "obligation", "keep its password safe"),
        ("Customer is responsible for all taxes.", "Customer", "obligation", "responsible for all taxes"),
        ("Supplier is obligated to repair defects.", "Supplier", "obligation", "repair defects"),
        # "shall not", "may not" and "agrees not to" forbid
        ("Supplier shall not assign this Agreement.", "Supplier", "prohibition", "assign this Agreement"),
        ("Customer may not copy the Software.", "Customer", "prohibition", "copy the Software"),
        ("Customer agrees not to copy the Software.", "Customer", "prohibition", "copy the Software"),
        ("Supplier is prohibited from reselling the Data.", "Supplier", "prohibition", "reselling the Data"),
        ("Neither party shall solicit the other's staff.", "Neither party", "prohibition", "solicit the other's staff"),
        ("No party may assign this Agreement.", "No party", "prohibition", "assign this Agreement"),
        ("In no event shall Supplier sell the Data.", "Supplier", "prohibition", "sell the Data"),
        ("Customer shall not be entitled to withhold payment.", "Customer", "prohibition", "withhold payment"),
        # "may" permits; a right entitles
        ("Either party may terminate this Agreement.", "Either party", "permission", "terminate this Agreement"),
        ("Supplier is permitted to use subcontractors.", "Supplier", "permission", "use subcontractors"),
        ("Supplier reserves the right to change prices.", "Supplier", "entitlement", "change prices"),
        ("Customer shall be entitled to receive a refund.", "Customer", "entitlement", "receive a refund"),
        ("Customer has the right to inspect the site.", "Customer", "entitlement", "inspect the site"),
        # the passive binds its agent
        ("Fees shall be paid by Customer.", "Customer", "obligation", "Fees shall be paid by Customer"),
        (
            "This Agreement may be ended by either party.",
            "either party",
            "permission",
            "This Agreement may be ended by either party",
        ),
        ("Supplier shall be reimbursed for travel.", "Supplier", "entitlement", "be reimbursed for travel"),
        # the subject stands before a relative clause, an insertion or a parenthesis
        ("Supplier, which is based in Kiel, shall deliver.", "Supplier", "obligation", "deliver"),
        ("Supplier, at its own cost, shall insure the Goods.", "Supplier", "obligation", "insure the Goods"),
        ("Supplier (or a delegate that may act) shall attend.", "Supplier", "obligation", "attend"),
        ("Supplier and its Affiliates shall comply.", "Supplier and its Affiliates", "obligation", "comply"),
        (
            "Employees of Supplier shall wear badges.",
            "Employees of Supplier",
            "obligation",
            "wear badges",
        ),
        # a name after "by" joins nothing to the subject that follows the comma
        ("Unless told otherwise by Customer, Supplier shall sail.", "Supplier", "obligation", "sail"),
        (
            "Customer, its staff and its agents must wear badges.",
            "Customer, its staff and its agents",
            "obligation",
            "wear badges",
        ),
    ],
)
def test_sentence_states_one_modality(text: str, obligor: str, modality: str, action: str) -> None:
    [found] = duties(text)
    assert (found.obligor, found.modality, found.action) == (obligor, modality, action)
    assert found.text == text.rstrip(".") or found.text == text


@pytest.mark.parametrize(
    "text",
    [
        "This Agreement shall be governed by the laws of England.",
        '"Services" shall mean what Supplier shall provide.',
        "Supplier shall be deemed to have accepted.",
        "The Services may be interrupted.",
        "Supplier may be liable for damages.",
        "Customer is not required to pay disputed sums.",
        "In no event shall either party be liable for lost profits.",
        "If Supplier shall fail to deliver, the order lapses.",
        "The price includes any tax that Customer may owe.",
        "WHEREAS, Supplier shall want to sell;",
        "Supplier represents that it has the right to enter into this Agreement.",
        "The invoice shall be sent promptly.",
        "Customer may become insolvent.",
        "In no event shall a party's liability be greater than the Price.",
        "Customer shall have no right to or interest in the Marks.",
    ],
)
def test_sentence_binds_nobody(text: str) -> None:
    assert duties(text) == ()


def test_each_clause_has_its_own_subject() -> None:
    first, second = duties("Supplier shall deliver the Goods and Customer shall pay the Price.")
    assert (first.obligor, first.text) == ("Supplier", "Supplier shall deliver the Goods")
    assert (second.obligor, second.text) == ("Customer", "Customer shall pay the Price.")


def test_second_verb_goes_on_with_the_subject() -> None:
    first, second = duties("Supplier shall insure the Goods and shall not cancel the policy unless Customer agrees.")
    assert (first.modality, second.modality) == ("obligation", "prohibition")
    assert (second.obligor, second.obligee) == ("Supplier", "Customer")
    assert second.condition == "unless Customer agrees"


def test_act_shared_by_two_prohibitions() -> None:
    first, _ = duties("Customer shall not, and shall not permit others to, decompile the Software.")
    assert first.action == "decompile the Software"


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("If Customer defaults, Supplier may stop work.", "If Customer defaults"),
        ("Supplier shall repair the Goods unless they were misused.", "unless they were misused"),
        ("Subject to Clause 4, Supplier shall insure the Goods.", "Subject to Clause 4"),
        ("Supplier shall, upon request, show its books.", "upon request"),
        ("Customer may cancel, provided that the Goods are unused.", "provided that the Goods are unused"),
        ("Customer shall rely upon the report.", None),
    ],
)
def test_condition(text: str, condition: str | None) -> None:
    [found] = duties(text)
    assert found.condition == condition


def test_proviso_is_a_condition_and_a_duty() -> None:
    first, second = duties("Supplier shall ship the Goods, provided that Customer shall pay in advance.")
    assert first.condition == "provided that Customer shall pay in advance"
    assert (second.obligor, second.action) == ("Customer", "pay in advance")


@pytest.mark.parametrize(
    ("text", "period", "anchor", "action"),
    [
        (
            "Customer shall pay within ten (10) Business Days of receipt of invoice.",
            Period(amount=10, unit="day", day_count="business"),
            "receipt of invoice",
            "pay",
        ),
        (
            "Either party may terminate on 30 days' notice.",
            Period(amount=30, unit="day"),
            "notice",
            "terminate",
        ),
        (
            "Customer may cancel not less than 90 days prior to the end of the Term.",
            Period(amount=90, unit="day"),
            "prior to the end of the Term",
            "cancel",
        ),
        ("Supplier shall promptly repair the Goods.", None, None, "repair the Goods"),
        # the period of a cure is no deadline of the right to end
        ("Supplier may leave if Customer does not pay within ten days.", None, None, "leave"),
    ],
)
def test_deadline(text: str, period: Period | None, anchor: str | None, action: str) -> None:
    [found] = duties(text)
    assert found.action == action
    assert (found.deadline and found.deadline.period) == period
    assert (found.deadline and found.deadline.anchor) == anchor


def test_deadline_on_a_day() -> None:
    [found] = duties("Customer shall return the Equipment no later than 30 June 2026.")
    assert found.deadline is not None
    assert (found.deadline.day, found.deadline.text) == (date(2026, 6, 30), "no later than 30 June 2026")


@pytest.mark.parametrize(
    ("text", "obligor_party", "obligee", "obligee_party"),
    [
        ("Acme shall notify the Client.", "Acme Ltd", "Client", "Beta Corp."),
        ("Customer shall pay the Price.", "Beta Corp.", None, "Acme Ltd"),
        ("Supplier shall notify the other party.", "Acme Ltd", "the other party", "Beta Corp."),
        ("Each party shall notify the other party.", None, "the other party", None),
        ("Supplier and Customer shall keep records.", None, None, None),
        ("Supplier shall not use Customer's logo.", "Acme Ltd", "Customer", "Beta Corp."),
    ],
)
def test_sides(text: str, obligor_party: str | None, obligee: str | None, obligee_party: str | None) -> None:
    [found] = duties(text)
    assert (found.obligor_party, found.obligee, found.obligee_party) == (obligor_party, obligee, obligee_party)


def test_list_completes_its_lead() -> None:
    found = duties(
        "2.1 If the Goods are late, the Supplier shall:",
        "(a) tell Customer the reason;",
        "(b) within 5 days of request, send a substitute; and",
        "(c) bear the cost.",
        "The Goods are sold as new.",
    )
    assert [o.action for o in found] == ["tell Customer the reason", "send a substitute", "bear the cost"]
    assert {o.obligor for o in found} == {"Supplier"}
    assert {o.condition for o in found} == {"If the Goods are late"}
    assert found[1].deadline is not None
    assert found[1].deadline.period == Period(amount=5, unit="day")
    assert [o.text for o in found] == [
        "tell Customer the reason",
        "within 5 days of request, send a substitute",
        "bear the cost.",
    ]


def test_list_of_things_leaves_its_lead_whole() -> None:
    [found] = duties("Supplier shall provide the following services:", "(a) hosting; and", "(b) support.")
    assert found.action == "provide the following services"


def test_list_inside_a_sentence() -> None:
    found = duties("Supplier shall use reasonable efforts to (i) repair defects, and (ii) restore service.")
    assert [o.action for o in found] == [
        "use reasonable efforts to repair defects",
        "use reasonable efforts to restore service",
    ]


def test_item_that_says_not_forbids() -> None:
    found = duties("Supplier will (and its staff will): (a) keep records; and (b) not disclose them to others.")
    assert [(o.modality, o.action) for o in found] == [
        ("obligation", "keep records"),
        ("prohibition", "disclose them to others"),
    ]


def test_actor_is_known_by_what_it_is_bound_to() -> None:
    texts = ["Zenobia shall pay the Fee.", "Zenobia shall provide a report.", "Zenobia may end this Agreement."]
    found = duties(*texts, of=())
    assert [(o.obligor, o.obligor_party) for o in found] == [("Zenobia", None)] * 3


@pytest.mark.parametrize(
    "text",
    [
        "hereby " * 20_000 + "shall",
        "Supplier " + ", " * 50_000 + "shall pay",
        "(" * 100_000,
        "Supplier shall " * 5_000,
        "jointly " * 12_000 + "shall pay",
        "if " * 30_000,
        " " * 100_000,
        "not " * 25_000,
        "a" * 100_000,
    ],
    ids=range(9),
)
@pytest.mark.timeout(20)
def test_hostile_text_costs_linear_time(text: str) -> None:
    duties(text)


WORDS = st.sampled_from(
    "Supplier Customer shall may not must if , ; : . (a) (b) ( ) and provided that upon within ten 10 days of notice "
    "by pay each party agrees to be paid entitled the neither in no event which promptly".split()
)


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_every_quote_is_its_slice(text: str) -> None:
    passages = passages_of(text, "(c) deliver the Goods;")
    whole = document_of(passages)
    for found in find_obligations(passages, SUPPLY):
        assert whole[found.start : found.end] == found.text
        assert found.text.strip()
