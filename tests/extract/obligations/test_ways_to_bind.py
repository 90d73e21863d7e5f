"""Who is bound, and how, where a sentence says so in other words than "shall"."""

import pytest

from tests.extract.obligations.duties import duties, side

SIDES = (side("Fenn Widgets Limited", "Supplier", "Supplier"), side("Glade Foods GmbH", "Customer", "Customer"))


@pytest.mark.parametrize(
    ("text", "obligor", "modality", "inferred"),
    [
        ("2.1 No amendment shall be made by either party without consent.", "either party", "prohibition", False),
        ("Nothing may be published by Supplier without approval.", "Supplier", "prohibition", False),
        ("It is Supplier's responsibility to maintain the site.", "Supplier", "obligation", False),
        ("It is for Customer to obtain licences.", "Customer", "obligation", False),
        ("Customer's only duty is to pay the fees.", None, None, False),
        ("Customer's obligation is to pay the fees.", "Customer", "obligation", False),
        ("The onus is on Customer to check the goods.", "Customer", "obligation", False),
        ("Customer bears the risk of loss.", "Customer", "obligation", False),
        ("Customer has to keep the goods dry.", "Customer", "obligation", False),
        ("The right that Customer has to sue is kept.", None, None, False),
        ("Supplier to deliver by 1 May 2026.", "Supplier", "obligation", False),
        ("The parties are each to bear their own costs.", "parties", "obligation", False),
        ("Customer is required to be given notice by Supplier.", "Supplier", "obligation", False),
        # who hands over what the other has to be given is told by nobody, and is the other one of two
        ("The equipment must be returned to Supplier on termination.", "Customer", "obligation", True),
        ("The equipment must be returned to Supplier by the carrier.", None, None, False),
        ("The equipment must be returned to Supplier and Customer.", None, None, False),
        ("Neither party shall be prevented from hiring.", None, None, False),
    ],
)
def test_other_ways_to_bind(text: str, obligor: str | None, modality: str | None, inferred: bool) -> None:
    found = duties(text, of=SIDES)
    assert [(o.obligor, o.modality, o.inferred) for o in found] == ([(obligor, modality, inferred)] if obligor else [])


@pytest.mark.parametrize(
    "text",
    [
        "Supplier shall have vacated the site by noon on the last day of the Term.",
        "Supplier must have delivered the pumps by 30 June 2026.",
        "Supplier shall have paid the fee by the tenth day of May.",
    ],
)
def test_what_shall_have_been_done_by_a_day_is_a_duty(text: str) -> None:
    [duty] = duties(text)
    assert (duty.obligor, duty.modality) == ("Supplier", "obligation")
    assert duty.action.startswith("have ")


@pytest.mark.parametrize(
    "text",
    [
        "Customer shall have received the certificate by 30 June 2026.",
        "The following are conditions: Supplier shall have performed its obligations to be performed before Closing.",
        "Customer may renew, provided that Supplier shall have given 120 days' notice to Customer.",
        "This clause holds where the other is in breach and shall have failed to end it within 14 days of a notice.",
        "If Supplier shall have paid the fee by 30 June 2026, this clause ends.",
        "Supplier shall have made an assignment for the benefit of its creditors.",
    ],
)
def test_what_shall_have_happened_is_no_duty(text: str) -> None:
    assert not [duty for duty in duties(text) if duty.modality != "permission"]


def test_access_that_is_unlimited_is_a_right() -> None:
    [duty] = duties("Customer shall have unlimited access to the records of Supplier.")
    assert duty.modality == "entitlement"


def test_no_right_given_is_no_entitlement() -> None:
    assert not duties("Customer is granted no right to alter the pumps.")
