"""The side that is bound stands behind a circumstance that no comma sets off."""

import pytest

from tests.extract.obligations.duties import duties


@pytest.mark.parametrize(
    "text",
    [
        "4.2 Throughout the Warranty Period the Supplier shall repair any fault.",
        "4.2 Within five days the Supplier shall sign the certificate.",
        "4.2 Upon receipt of an order the Supplier shall deliver the pumps.",
        "(b) If requested the Supplier shall attend the meeting.",
        "3. Every month the Supplier shall send a statement.",
        "Immediately upon termination the Supplier shall stop work.",
        "Not later than 1 June 2025 the Supplier shall name a contact.",
        "5.1 At its own cost the Supplier shall insure the pumps.",
        "The pumps are new. With each delivery the Supplier shall send a note.",
        "4.1 For any order the Customer may place the Supplier shall issue a note.",
    ],
)
def test_side_after_a_short_lead_in_is_bound(text: str) -> None:
    assert [(duty.obligor, duty.modality) for duty in duties(text)] == [("Supplier", "obligation")]


def test_lead_in_of_a_later_sentence_is_its_condition() -> None:
    _, second = duties("1.1 The Customer shall pay. During the Term the Supplier shall keep records.")
    assert (second.obligor, second.condition) == ("Supplier", "During the Term")


@pytest.mark.parametrize(
    "text",
    [
        "4.1 Upon delivery to the Customer shall mean at its site.",
        "4.1 During the Term Services ordered from the Supplier shall be charged monthly.",
        "4.1 In this Agreement references to the Supplier shall include its heirs.",
    ],
)
def test_side_that_a_lead_in_only_names_is_not_bound(text: str) -> None:
    assert duties(text) == ()
