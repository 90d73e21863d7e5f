"""Sentences of franchises, loans, employment, construction and insurance: who is bound, and how."""

import pytest

from tests.extract.obligations.duties import duties, side, stated

LOAN = (side("Alder Ltd", "Lender"), side("Birch Ltd", "Borrower"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who answers for others is bound that they do
        ("Borrower undertakes that its agents will keep the books.", [("Borrower", "obligation")]),
        ("Borrower covenants that its managers will not copy them.", [("Borrower", "prohibition")]),
        ("Borrower is expressly forbidden from opening an account.", [("Borrower", "prohibition")]),
        ("Borrower is barred from assigning its claims.", [("Borrower", "prohibition")]),
        # after a verb that binds nobody
        ("Borrower is expected to travel and must keep receipts.", [("Borrower", "obligation")]),
        ("Lender is subrogated to these rights and may sue in its own name.", [("Lender", "permission")]),
        # a right that is a duty, an act of two
        (
            "Lender shall have the right and duty to defend it.",
            [("Lender", "entitlement"), ("Lender", "obligation")],
        ),
        ("Lender has the right and the duty to inspect.", [("Lender", "entitlement"), ("Lender", "obligation")]),
        (
            "The works shall be done by Borrower and inspected by Lender.",
            [("Borrower", "obligation"), ("Lender", "obligation")],
        ),
        ("All permits are to be obtained and paid for by Borrower.", [("Borrower", "obligation")]),
        # denials that name the side later, or together with its people
        ("In no event shall Borrower have the right to prepay.", [("Borrower", "prohibition")]),
        ("At no time during the term shall Borrower have the right to prepay.", [("Borrower", "prohibition")]),
        ("Neither Borrower nor its agents shall open the box.", [("Neither Borrower nor its agents", "prohibition")]),
        ("Neither Lender nor its agents shall be obliged to ask.", []),
        ("Borrower shall not be permitted access to the vault.", [("Borrower", "prohibition")]),
        ("Borrower covenants that no lien shall be created by Borrower.", [("Borrower", "prohibition")]),
        # asides, people of a side, and what is intended
        (
            "Borrower, its staff and guests shall have the right to park.",
            [("Borrower, its staff and guests", "entitlement")],
        ),
        ("Lender, for itself and its heirs, covenants to wait.", [("Lender, for itself and its heirs", "obligation")]),
        ("Interest is nil, it being intended that Borrower shall pay a fee.", [("Borrower", "obligation")]),
        ("Sale needs consent, which consent Lender may withhold.", [("Lender", "permission")]),
        # permission that is given
        ("Borrower irrevocably authorises Lender to fill the blanks.", [("Lender", "permission")]),
        ("Lender gives Borrower permission to build a shed.", [("Borrower", "permission")]),
        ("Nothing in this note permits Borrower to assign it.", []),
        ("The law allows Lender to sue.", []),
    ],
)
def test_who_is_bound_and_how(text: str, expected: list[tuple[str, str]]) -> None:
    assert stated(text, of=LOAN) == expected


def test_neither_with_its_people_is_of_that_side() -> None:
    [duty] = duties("Neither Borrower nor its agents shall open the box.", of=LOAN)
    assert duty.obligor_party == "Birch Ltd"
    [both] = duties("Neither Lender nor Borrower shall open the box.", of=LOAN)
    assert both.obligor_party is None


@pytest.mark.parametrize(
    "texts",
    [
        ("The Borrower:", "(a) shall keep books;", "(b) shall not merge; and", "(c) may prepay the loan."),
        ("Borrower: (a) shall keep books; (b) shall not merge; and (c) may prepay the loan.",),
    ],
)
def test_a_side_before_a_list_is_bound_by_each_item(texts: tuple[str, ...]) -> None:
    assert [modality for _, modality in stated(*texts, of=LOAN)] == ["obligation", "prohibition", "permission"]
