"""Sentences of leases: duties by role, consent, rights granted, releases; what recurs, exceptions, sums."""

import pytest

from tests.extract.obligations.duties import LEASE, duties


@pytest.mark.parametrize(
    ("text", "modality", "party"),
    [
        ("Rent shall be paid monthly in advance.", "obligation", "Birch Ltd"),
        ("All Additional Rent is to be due on demand.", "obligation", "Birch Ltd"),
        ("The Premises shall not be used as a dwelling.", "prohibition", "Birch Ltd"),
        ("No signs shall be placed on the exterior of the Building.", "prohibition", "Birch Ltd"),
        ("The security deposit shall be returned within ten days.", "obligation", "Alder Ltd"),
    ],
)
def test_roles_say_who_is_bound(text: str, modality: str, party: str) -> None:
    [found] = duties(text, of=LEASE)
    assert (found.modality, found.obligor_party, found.inferred) == (modality, party, True)


@pytest.mark.parametrize(
    "text",
    ["Rent shall be paid monthly.", "The Premises shall not be used as a dwelling."],
)
def test_roles_say_nothing_without_sides(text: str) -> None:
    assert duties(text, of=()) == ()


@pytest.mark.parametrize(
    ("text", "obligor", "modality", "action"),
    [
        ("It is the duty of Tenant to report leaks.", "Tenant", "obligation", "report leaks"),
        (
            "Roof repairs shall be the responsibility of Landlord.",
            "Landlord",
            "obligation",
            "Roof repairs shall be the responsibility of Landlord",
        ),
        (
            "All works shall be done at Tenant's sole cost.",
            "Tenant",
            "obligation",
            "All works shall be done at Tenant's sole cost",
        ),
        ("Any lien shall be discharged by Tenant.", "Tenant", "obligation", "Any lien shall be discharged by Tenant"),
        ("The Tenant is to keep the gutters clear.", "Tenant", "obligation", "keep the gutters clear"),
        ("It being the duty of Tenant to air the rooms.", "Tenant", "obligation", "air the rooms"),
        (
            "Responsibility for the lifts rests with Landlord.",
            "Landlord",
            "obligation",
            "Responsibility for the lifts rests with Landlord",
        ),
        ("Rates are payable by Tenant.", "Tenant", "obligation", "Rates are payable by Tenant"),
        (
            "The use of the loft is reserved to Landlord.",
            "Landlord",
            "entitlement",
            "The use of the loft is reserved to Landlord",
        ),
        ("Landlord reserves to itself the use of the loft.", "Landlord", "entitlement", "the use of the loft"),
        ("Tenant remains liable for Rent.", "Tenant", "obligation", "liable for Rent"),
        (
            "Tenant shall have ten days to cure such default.",
            "Tenant",
            "entitlement",
            "have ten days to cure such default",
        ),
        ("There shall be no cooking by Tenant.", "Tenant", "prohibition", "There shall be no cooking by Tenant"),
        ("Tenant shall neither cause nor allow any smell.", "Tenant", "prohibition", "cause nor allow any smell"),
        (
            "Without leave of Landlord, no wall shall be moved by Tenant.",
            "Tenant",
            "prohibition",
            "no wall shall be moved by Tenant",
        ),
        ("Landlord can ask for the keys.", "Landlord", "permission", "ask for the keys"),
        ("Tenant may but shall not be required to mow the lawn.", "Tenant", "permission", "mow the lawn"),
        ("Tenant assumes all risk of theft.", "Tenant", "obligation", "all risk of theft"),
        ("Tenant binds itself to return the keys.", "Tenant", "obligation", "return the keys"),
        ("Tenant agrees, at its own expense, to insure.", "Tenant", "obligation", "insure"),
        ("Landlord warrants and agrees to defend the title.", "Landlord", "obligation", "defend the title"),
        ("Nothing herein shall prevent Landlord from building.", "Landlord", "permission", "building"),
        ("Landlord grants to Tenant an option to renew.", "Tenant", "entitlement", "an option to renew"),
        ("Tenant is hereby granted the right to park.", "Tenant", "entitlement", "the right to park"),
        ("Tenant shall be entitled at any time to leave.", "Tenant", "entitlement", "leave"),
        ("Landlord shall have all remedies given by law.", "Landlord", "entitlement", "have all remedies given by law"),
        ("Tenant shall refrain from making noise.", "Tenant", "prohibition", "making noise"),
        ("Tenant shall suffer no waste.", "Tenant", "prohibition", "suffer no waste"),
        ("Tenant shall never suffer waste.", "Tenant", "prohibition", "suffer waste"),
        ("Tenant shall in no event withhold rent.", "Tenant", "prohibition", "withhold rent"),
        ("Tenant shall have no right to leave early.", "Tenant", "prohibition", "leave early"),
        ("Tenant has no right to leave early.", "Tenant", "prohibition", "leave early"),
        ("Tenant waives notice and undertakes to leave.", "Tenant", "obligation", "leave"),
        ("In such case Tenant may leave.", "Tenant", "permission", "leave"),
        (
            "Sums spent by Landlord shall be repaid by Tenant.",
            "Tenant",
            "obligation",
            "Sums spent by Landlord shall be repaid by Tenant",
        ),
        ("Landlord may, but shall not be obligated to, repair the shop.", "Landlord", "permission", "repair the shop"),
        ("Tenant shall not only clean the shop.", "Tenant", "obligation", "not only clean the shop"),
        ("No sign may be put up by Tenant.", "Tenant", "prohibition", "No sign may be put up by Tenant"),
        (
            "Neither Tenant nor any person claiming under Tenant shall record this Lease.",
            "Neither Tenant nor any person claiming under Tenant",
            "prohibition",
            "record this Lease",
        ),
        (
            "The rent shall bear interest, which Tenant shall pay on demand.",
            "Tenant",
            "obligation",
            "pay",
        ),
    ],
)
def test_sentence_states_one_modality(text: str, obligor: str, modality: str, action: str) -> None:
    [found] = duties(text, of=LEASE)
    assert (found.obligor, found.modality, found.action) == (obligor, modality, action)
    assert not found.inferred


@pytest.mark.parametrize(
    "text",
    [
        "Landlord shall not be obligated to rebuild.",
        "Landlord shall not be required, in any event, to furnish heat.",
        "Landlord shall not be liable for theft.",
        "Landlord assumes no responsibility for goods left behind.",
        "Nothing herein shall require Landlord to rebuild.",
        "Neither party is responsible for delay.",
        "No party shall be responsible to the other for delay.",
        "Tenant shall have no liability therefor.",
        "Tenant shall not be entitled to any compensation.",
        "Landlord will no longer have any obligations to Tenant.",
        "Tenant shall acquire no interest in the Building.",
        "For example, Tenant shall pay ten percent.",
        '"Opening" shall mean the day on which the shop shall be opened by Tenant.',
        "Claims which are or may be made by Tenant are excluded.",
        "Landlord represents, warrants and covenants to Tenant as follows",
        "The Premises shall be delivered in their present condition.",
        "Rent may be paid by cheque.",
    ],
)
def test_release_and_statement_bind_nobody(text: str) -> None:
    assert duties(text, of=LEASE) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Tenant shall not sublet without Landlord's consent, which consent shall not be unreasonably withheld.",
        "Tenant shall not sublet without the consent of Landlord, not to be unreasonably delayed.",
    ],
)
def test_consent_not_to_be_withheld_binds_its_owner(text: str) -> None:
    first, second = duties(text, of=LEASE)
    assert (first.obligor, first.modality) == ("Tenant", "prohibition")
    assert first.action.startswith("sublet without")
    assert (second.obligor, second.modality) == ("Landlord", "prohibition")


@pytest.mark.parametrize(
    "text",
    [
        "Landlord shall repair, failing which Tenant may leave.",
        "Landlord shall repair, in which event Tenant may leave.",
        "The obligations of this Lease bind Landlord, and Tenant may leave.",
    ],
)
def test_main_clause_goes_on(text: str) -> None:
    assert ("Tenant", "permission", "leave") in [(o.obligor, o.modality, o.action) for o in duties(text, of=LEASE)]


@pytest.mark.parametrize(
    ("text", "deadline", "recurring", "action"),
    [
        ("Tenant shall pay rent monthly.", "monthly", "monthly", "pay rent"),
        (
            "Tenant shall pay rent on the first day of each calendar quarter.",
            "on the first day of each calendar quarter",
            "on the first day of each calendar quarter",
            "pay rent",
        ),
        (
            "Tenant shall report within 30 days after the end of each year.",
            "within 30 days after the end of each year",
            "within 30 days after the end of each year",
            "report",
        ),
        ("Tenant shall pay the monthly rent promptly.", "promptly", None, "pay the monthly rent"),
    ],
)
def test_deadline_that_recurs(text: str, deadline: str, recurring: str | None, action: str) -> None:
    [found] = duties(text, of=LEASE)
    assert found.deadline is not None
    assert (found.deadline.text, found.deadline.recurring, found.action) == (deadline, recurring, action)


@pytest.mark.parametrize(
    ("text", "exception", "condition"),
    [
        ("Tenant shall repair the shop, except the roof.", "except the roof", None),
        ("Except as stated below, Tenant shall insure the shop.", "Except as stated below", None),
        ("Tenant shall not use the shop other than as a bakery.", "other than as a bakery", None),
        ("Tenant shall defend and save harmless Landlord.", None, None),
    ],
)
def test_exception(text: str, exception: str | None, condition: str | None) -> None:
    [found] = duties(text, of=LEASE)
    assert (found.exception, found.condition) == (exception, condition)


def test_sum_of_an_act() -> None:
    [found] = duties("If the rent is over $900, Tenant shall pay a fee of $50.", of=LEASE)
    assert found.amount is not None
    assert (found.amount.value, found.amount.currency, found.amount.text) == (50, "USD", "$50")


def test_sentence_goes_on_to_speak_of_who_grants() -> None:
    first, second = duties("Landlord grants Tenant the right to park and shall provide a key.", of=LEASE)
    assert (first.obligor, first.modality) == ("Tenant", "entitlement")
    assert (second.obligor, second.modality, second.action) == ("Landlord", "obligation", "provide a key")


def test_list_after_an_aside() -> None:
    found = duties("Landlord may, at its option: (a) enter the shop; or (b) let it.", of=LEASE)
    assert [o.action for o in found] == ["at its option enter the shop", "at its option let it"]


@pytest.mark.parametrize(
    "text",
    [
        "nothing may " * 8_000,
        "Rent shall be paid " * 5_000,
        "Landlord grants " * 6_000,
        "not to be unreasonably " * 4_000,
        "entitled at " * 8_000,
        "is the duty of " * 6_000,
        "each other " * 9_000,
        "which " * 16_000,
        "warrants and " * 7_000,
        "a, " * 30_000 + "rent shall be paid",
    ],
    ids=range(10),
)
@pytest.mark.timeout(20)
def test_hostile_text_costs_linear_time(text: str) -> None:
    duties(text, of=LEASE)
