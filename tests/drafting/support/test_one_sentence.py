"""Two values, two steps or two things of one sentence: each told as its own, or refused."""

import pytest

from legalai.drafting.reply import Drafted
from legalai.drafting.support.given import Given
from legalai.drafting.support.parties import Named
from legalai.drafting.support.statement import fault
from legalai.schema import Citation

GIVEN = Given(parties=tuple(Named((name,)) for name in ("Provider", "Carrier", "Agent", "Tenant", "Contractor")))

DEPOSIT = "A deposit of EUR 2,000 is due on signature and a further EUR 9,000 on delivery."
FAULTS = "Provider will answer critical faults within 4 hours and minor faults within 3 days."
RISE = "The fee rises by 3% in year two and by 6% in year three."
RENT = "Rent of $1,200 per month is payable from 1 March 2025; from 1 March 2026 the rent is $1,500 per month."
DELAY = "Carrier notifies Agent, who informs the Shipper of the delay."
MANAGER = "Tenant pays the Manager, and the Manager passes the rent to the Landlord."
NOTICE = "Notice must be given by courier and by email."
INSOLVENT = "The Client may terminate if the Agency is insolvent and has stopped work."
LEASE = "Tenant may break the lease at the end of the third year."
ASSIGN = "Subject to the prior written consent of the Owner, Contractor may assign this contract."
EXTEND = "Provider may extend the term for one further year."

REFUSED = [
    (DEPOSIT, "A deposit of EUR 9,000 is due on signature and a further EUR 2,000 on delivery.", "number"),
    (DEPOSIT, "A deposit of EUR 9,000 is due on signature.", "number"),
    (FAULTS, "Provider must answer critical faults within 3 days and minor faults within 4 hours.", "number"),
    (RISE, "The fee rises by 6% in year two and by 3% in year three.", "number"),
    (RENT, "From 1 March 2025 the rent is $1,500 per month and from 1 March 2026 it is $1,200.", "number"),
    (DELAY, "Carrier informs the Shipper of the delay.", "party"),
    (MANAGER, "Tenant passes the rent to the Landlord.", "party"),
    (NOTICE, "Notice must be given by courier or by email.", "scope"),
    (INSOLVENT, "The Client may terminate if the Agency is insolvent or has stopped work.", "scope"),
    (LEASE, "Tenant may break the lease at the beginning of the third year.", "scope"),
]

KEPT = [
    (DEPOSIT, "EUR 9,000 falls due on delivery, and a deposit of EUR 2,000 on signature."),
    (DEPOSIT, "A deposit of EUR 2,000 and a further EUR 9,000 are due on signature and on delivery."),
    (FAULTS, "Minor faults are to be answered within 3 days; critical ones within 4 hours."),
    (RISE, "In year two the fee goes up 3% and in year three 6%."),
    (DELAY, "Carrier notifies Agent; Agent informs the Shipper of the delay."),
    (MANAGER, "The Manager passes the rent to the Landlord."),
    (NOTICE, "Notice must be given both by email and by courier."),
    (ASSIGN, "Contractor may assign this contract only with the Owner's prior written consent."),
    (EXTEND, "Provider has the right to extend the term for one year."),
]


def fault_of(clause: str, told: str) -> str | None:
    quote = Citation(text=clause, start=0, end=len(clause))
    return fault(Drafted(told, (1,)), [quote], GIVEN, clause)


@pytest.mark.parametrize(("clause", "told", "expected"), REFUSED)
def test_what_is_exchanged_or_joined_is_refused(clause: str, told: str, expected: str) -> None:
    assert fault_of(clause, told) == expected


@pytest.mark.parametrize(("clause", "told"), KEPT)
def test_the_same_in_other_words_is_kept(clause: str, told: str) -> None:
    assert fault_of(clause, told) is None
