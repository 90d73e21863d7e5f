"""cases.toml: for each rule of a pack, clauses that must trigger it and clauses that must not."""

from datetime import date
from typing import Literal

from pydantic import Field

from legalai.config_files import Settings

# Who the parties of a case are, since rules for one kind of deal do not fire on another.
PREAMBLES = {
    "services": "SERVICES AGREEMENT\n\nThis Services Agreement is made on {day} between Alder Systems Ltd (the"
    ' "Supplier") and Birch Holdings Ltd (the "Customer").',
    "goods": "SUPPLY AGREEMENT\n\nThis Supply Agreement for the sale of goods is made on {day} between Alder Tools Ltd"
    ' (the "Seller") and Birch Holdings Ltd (the "Buyer").',
    "licence": "SOFTWARE LICENSE AGREEMENT\n\nThis License Agreement is made on {day} between Alder Software Ltd (the"
    ' "Licensor") and Birch Holdings Ltd (the "Licensee").',
    "nda": "CONFIDENTIALITY AGREEMENT\n\nThis Agreement is made on {day} between Alder Systems Ltd (the"
    ' "Discloser") and Birch Holdings Ltd (the "Recipient").',
    "employment": "EMPLOYMENT AGREEMENT\n\nThis Employment Agreement is made on {day} between Alder Systems Ltd (the"
    ' "Employer") and Robin Birch (the "Employee").',
    "consulting": "CONSULTING AGREEMENT\n\nThis Consulting Agreement is made on {day} between Alder Systems Ltd (the"
    ' "Company") and Robin Birch (the "Consultant").',
    "consumer": "CONSUMER SUBSCRIPTION TERMS\n\nThese Terms are made on {day} between Alder Media Ltd (the"
    ' "Supplier") and Robin Birch (the "Customer"), who is a consumer.',
    "construction": "CONSTRUCTION CONTRACT\n\nThis Construction Contract for building works is made on {day} between"
    ' Alder Builders Ltd (the "Contractor") and Birch Holdings Ltd (the "Customer").',
    "lease": "LEASE\n\nThis Lease is made on {day} between Alder Estates Ltd (the"
    ' "Landlord") and Birch Holdings Ltd (the "Tenant").',
    "distribution": "DISTRIBUTION AGREEMENT\n\nThis Distribution Agreement is made on {day} between Alder Tools Ltd"
    ' (the "Supplier") and Birch Holdings Ltd (the "Distributor").',
}
Kind = Literal[
    "services",
    "goods",
    "licence",
    "nda",
    "employment",
    "consulting",
    "consumer",
    "construction",
    "lease",
    "distribution",
]


class Case(Settings):
    """Clauses that must trigger a rule, or must not, in a contract of a kind, made on a day and reviewed on another.

    `facts` are those a user would have given; `why` says what a reader would not see at once.
    """

    rule: str
    fires: bool
    text: str = Field(min_length=20)
    kind: Kind = "services"
    facts: dict[str, bool] = Field(default_factory=dict[str, bool])
    made: date = date(2026, 9, 1)
    reviewed: date = date(2026, 11, 22)
    why: str | None = None

    def contract(self) -> str:
        """The whole text that goes through ingest, extract and advise."""
        return PREAMBLES[self.kind].format(day=f"{self.made.day} {self.made:%B %Y}") + "\n\n" + self.text.strip() + "\n"


class CasesFile(Settings):
    """What cases.toml holds."""

    cases: tuple[Case, ...] = Field(min_length=1)
