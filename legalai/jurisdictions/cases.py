"""cases.toml: clauses that must trigger each rule of a pack and clauses that must not; texts for its check lists."""

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

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
    "processing": "DATA PROCESSING AGREEMENT\n\nThis Data Processing Agreement is made on {day} between"
    ' Alder Systems Ltd (the "Processor") and Birch Holdings Ltd (the "Controller").',
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
    "processing",
]

Status = Literal["present", "partial", "absent"]


class _Text(Settings):
    """Clauses in a contract of a kind, made on a day and reviewed on another.

    `why` says what a reader would not see at once.
    """

    text: str = Field(min_length=20)
    kind: Kind = "services"
    made: date = date(2026, 9, 1)
    reviewed: date = date(2026, 11, 22)
    why: str | None = None

    def contract(self) -> str:
        """The whole text that goes through ingest, extract and advise."""
        return PREAMBLES[self.kind].format(day=f"{self.made.day} {self.made:%B %Y}") + "\n\n" + self.text.strip() + "\n"


class Case(_Text):
    """Clauses that must trigger a rule, or must not. `facts` are those a user would have given."""

    rule: str
    fires: bool
    facts: dict[str, bool] = Field(default_factory=dict[str, bool])


class ChecklistCase(_Text):
    """Clauses that a check list must be gone through for, and what must be found of some of its items.

    Without items it must not be gone through.
    """

    checklist: str
    kind: Kind = "processing"
    items: dict[str, Status] = Field(default_factory=dict[str, Status])


class CasesFile(Settings):
    """What cases.toml holds."""

    cases: tuple[Case, ...] = ()
    checklists: tuple[ChecklistCase, ...] = ()

    @model_validator(mode="after")
    def _holds_some(self) -> Self:
        if not self.cases and not self.checklists:
            raise ValueError("it holds no case")
        return self
