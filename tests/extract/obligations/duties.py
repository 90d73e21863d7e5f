"""The duties of sentences between two sides that have a role and a name."""

from collections.abc import Sequence

from legalai.extract.obligations.obligations import find_obligations
from legalai.schema import Obligation, Party
from tests.extract.passage_builder import passages_of


def side(name: str, role: str | None, *aliases: str) -> Party:
    return Party(text=name, start=0, end=len(name), name=name, role=role, aliases=aliases)


LANDLORD, TENANT = side("Alder Ltd", "Landlord"), side("Birch Ltd", "Tenant")
SUPPLIER, CUSTOMER = side("Acme Ltd", "Supplier", "Acme"), side("Beta Corp.", None, "Customer", "the Client")
LEASE, SUPPLY = (LANDLORD, TENANT), (SUPPLIER, CUSTOMER)


def duties(*texts: str, of: Sequence[Party] = SUPPLY) -> tuple[Obligation, ...]:
    """The duties of passages, one for each text, of a contract between these sides."""
    return find_obligations(passages_of(*texts), of)


def stated(*texts: str, of: Sequence[Party]) -> list[tuple[str, str]]:
    """Who is bound, and how."""
    return [(duty.obligor, duty.modality) for duty in duties(*texts, of=of)]
