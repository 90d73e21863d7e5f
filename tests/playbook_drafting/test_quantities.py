"""What each quantity is read as, in one sentence of a contract."""

import pytest

from legalai.advise.acting_for import Stance
from legalai.advise.reading import Reading
from legalai.playbook import SideName
from legalai.playbook_drafting.catalogue import QUANTITIES
from tests.advise.builders import clause, contract_of, document_of, party

BY_ID = {quantity.id: quantity for quantity in QUANTITIES}
OPENING = 'This Agreement is between Alder Hosting, Inc. ("Supplier") and Tamarisk Foods LLC ("Customer").'


def values(quantity: str, kind: str | None, sentence: str, side: SideName = "customer") -> list[object]:
    text = f"{OPENING}\n1.1 {sentence}\n"
    document = document_of(text)
    supplier, customer = party(text, "Alder Hosting, Inc.", "Supplier"), party(text, "Tamarisk Foods LLC", "Customer")
    us, them = (customer, supplier) if side == "customer" else (supplier, customer)
    found = contract_of(
        document, parties=(supplier, customer), clauses=(clause(text, kind, sentence, "1.1"),) if kind else ()
    )
    seen = BY_ID[quantity].read(Reading(document, found, Stance(us=us, them=(them,), side=side)), side)
    return [each.value for each in seen]


CAP = "Cap On Liability"
CASES = [
    (
        "cap-months",
        CAP,
        "Supplier's liability shall not exceed the fees paid in the six (6) months before the claim.",
        [6],
    ),
    (
        "cap-months",
        CAP,
        "Each party's liability shall not exceed two times the fees paid in the prior 12 months.",
        [24],
    ),
    ("cap-months", CAP, "Supplier's liability is limited to the charges of one year paid under this Agreement.", [12]),
    ("cap-months", CAP, "Customer's liability shall not exceed the fees paid in the six (6) months before.", []),
    ("cap-months", CAP, "Supplier shall not be liable for lost profits, including but not limited to fees.", []),
    ("cap-basis", CAP, "Supplier's liability shall not exceed the fees paid and payable in a year.", ["payable"]),
    ("cap-basis", CAP, "Supplier's liability shall not exceed the fees actually paid in a year.", ["paid"]),
    ("cap-sides", CAP, "Supplier's liability shall not exceed the fees paid in a year.", ["them"]),
    ("cap-sides", CAP, "Neither party's liability shall exceed the fees paid in a year.", ["both"]),
    (
        "carve-outs",
        CAP,
        "Except for fraud or breach of confidentiality, Supplier's liability shall not exceed the fees paid in a year.",
        ["fraud", "confidentiality"],
    ),
    ("carve-outs", CAP, "Supplier's liability shall not exceed the fees paid in a year.", ["nothing"]),
    ("carve-outs", None, "Supplier keeps confidential information, except for what is public.", []),
    ("payment-days", None, "Customer shall pay each invoice within thirty (30) days after receipt.", [30]),
    ("payment-days", None, "Invoices are payable net 45 from their date.", [45]),
    ("payment-days", None, "Customer may dispute an invoice within ten (10) days after it is due for payment.", []),
    ("payment-days", None, "Supplier shall pay the rebate within ninety (90) days after the year ends.", []),
    ("late-interest", None, "Overdue amounts shall bear interest at 1.5% per month.", [18]),
    ("late-interest", None, "Any sum not paid when due shall bear interest at eight percent (8%) per annum.", [8]),
    ("late-interest", None, "Overdue amounts shall bear interest at 4% per annum above the base rate.", []),
    ("price-rise", None, "Supplier may increase the fees once a year by no more than 5%.", [5]),
    ("price-rise", None, "Supplier shall increase its output by up to 20% on request.", []),
    ("exit-notice", "Termination For Convenience", "Customer may terminate for convenience on 60 days' notice.", [60]),
    ("exit-notice", "Termination For Convenience", "Either party may terminate on three (3) months' notice.", [90]),
    ("exit-notice", "Termination For Convenience", "Supplier may terminate for convenience on 30 days' notice.", []),
    (
        "exit-sides",
        "Termination For Convenience",
        "Supplier may terminate for convenience on 30 days' notice.",
        ["them"],
    ),
    (
        "cure-days",
        None,
        "Either party may terminate this Agreement if a material breach is not cured within thirty (30) days.",
        [30],
    ),
    ("cure-days", None, "Supplier shall remedy each defect within five (5) days.", []),
    (
        "confidentiality-years",
        None,
        "The duties of confidentiality shall survive for three (3) years after this Agreement ends.",
        [3],
    ),
    ("confidentiality-years", None, "Supplier shall keep confidential what was learned in the last 10 years.", []),
    ("incident-hours", None, "Supplier shall notify Customer of a security incident within 48 hours.", [48]),
    ("incident-hours", None, "Supplier shall repair the Services within 48 hours.", []),
    ("indemnity-sides", "Indemnification", "Supplier shall indemnify Customer against claims.", ["them"]),
    ("indemnity-sides", "Indemnification", "Each party shall indemnify the other against claims.", ["both"]),
    (
        "assignment",
        "Anti-Assignment",
        "Neither party may assign this Agreement without consent, except to an affiliate or successor.",
        ["group"],
    ),
    (
        "assignment",
        "Anti-Assignment",
        "Customer may not assign this Agreement without consent, not to be unreasonably withheld.",
        ["reasonable"],
    ),
    ("assignment", "Anti-Assignment", "Customer may not assign this Agreement without prior consent.", ["consent"]),
    (
        "assignment",
        "Anti-Assignment",
        "This Agreement is binding upon successors and assigns, and may not be assigned without consent.",
        ["consent"],
    ),
    ("insurance", "Insurance", "Supplier shall maintain liability insurance of USD 1,000,000.", ["required"]),
    ("insurance", "Insurance", "Customer shall maintain property insurance.", []),
]


@pytest.mark.parametrize(("quantity", "kind", "sentence", "expected"), CASES)
def test_what_a_sentence_settles(quantity: str, kind: str | None, sentence: str, expected: list[object]) -> None:
    assert values(quantity, kind, sentence) == expected


@pytest.mark.parametrize(
    ("quantity", "kind", "sentence", "expected"),
    [
        ("cap-months", CAP, "Supplier's liability shall not exceed the fees paid in the six (6) months before.", [6]),
        ("cap-sides", CAP, "Supplier's liability shall not exceed the fees paid in a year.", ["us"]),
        ("exit-notice", "Termination For Convenience", "Customer may terminate on 60 days' notice.", [60]),
        ("insurance", "Insurance", "Supplier shall maintain liability insurance.", ["required"]),
    ],
)
def test_a_supplier_sees_the_same_from_its_chair(
    quantity: str, kind: str, sentence: str, expected: list[object]
) -> None:
    assert values(quantity, kind, sentence, "supplier") == expected


@pytest.mark.parametrize("quantity", QUANTITIES, ids=lambda each: each.id)
def test_a_hostile_text_takes_no_long_time(quantity: object) -> None:
    for piece in ("shall not limit ", "within 30 days invoice pay ", "liable "):
        values(BY_ID[getattr(quantity, "id", "")].id, CAP, (piece * 6_000).strip() + ".")
