"""Which pack a review uses: the one asked for, or with `auto` that of the governing law found; never a neighbour's."""

from dataclasses import dataclass

from legalai.jurisdictions import BASE, Jurisdiction, Packs
from legalai.schema import AppliedJurisdiction, Contract

AUTO = "auto"


@dataclass(frozen=True)
class Choice:
    """A pack of some folders and why it was chosen, in one sentence."""

    packs: Packs
    jurisdiction: Jurisdiction
    why: str

    def applied(self) -> AppliedJurisdiction:
        """What the review says about it."""
        profile = self.jurisdiction.profile
        return AppliedJurisdiction(id=profile.id, as_of=profile.as_of, why=self.why)


def choose_jurisdiction(packs: Packs, contract: Contract, wanted: str = AUTO) -> Choice:
    """The pack for a review. Raises: ConfigError for an id that no pack has."""
    if wanted != AUTO:
        return Choice(packs, packs.load(wanted), "It was asked for." + _beside(packs, contract, wanted))
    law = contract.governing_law
    if law is None:
        return _none(packs, "No governing law was found in the contract")
    if law.status == "blank":
        return _none(packs, "The contract leaves the governing law open")
    if any(issue.code == "governing-law-split" for issue in contract.issues):
        return _none(packs, "The contract names more than one governing law")
    found = packs.answering_to(law.value) if law.value is not None else None
    if found is None:
        return _none(packs, f"The contract chooses the law of {law.name}, and there is no pack for it")
    return Choice(packs, packs.load(found), f"The contract chooses the law of {law.name}.")


def _none(packs: Packs, reason: str) -> Choice:
    return Choice(packs, packs.load(BASE), f"{reason}, so no rules of law were applied, only the playbook.")


def _beside(packs: Packs, contract: Contract, wanted: str) -> str:
    """A warning where the contract itself chooses another law than the one asked for."""
    law = contract.governing_law
    if law is None or law.value is None or packs.answering_to(law.value) == wanted:
        return ""
    return f" The contract itself chooses the law of {law.name}."
