"""Which packs a review uses: the one asked for, or with `auto` that of the governing law found; never a neighbour's.

Beside it a review may carry overlays: the law of the place where the work is done, where the people live whose data it
is, or where the site is. Of an overlay only the rules count that reach a contract from there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from legalai.jurisdictions import BASE, Checklist, Fact, Focus, Jurisdiction, Packs, Reach, Rule
from legalai.jurisdictions.rates import RatesOfDay
from legalai.schema import AppliedJurisdiction, Contract

AUTO = "auto"
_Named = TypeVar("_Named", Fact, Focus, Checklist)


@dataclass(frozen=True)
class Choice:
    """A pack of some folders and why it was chosen, in one sentence."""

    packs: Packs
    jurisdiction: Jurisdiction
    why: str
    overlays: tuple[tuple[Reach, Jurisdiction], ...] = ()

    def rules(self) -> tuple[Rule, ...]:
        """The rules that reach the contract: those of its law, then those of each overlay.

        Where both inherit a rule and an overlay has its own version of it, that is told beside the other one.
        """
        found = {rule.id: rule for rule in self.jurisdiction.rules if "contract" in rule.reach}
        for reach, pack in self.overlays:
            for rule in pack.rules:
                if reach not in rule.reach or found.setdefault(rule.id, rule) == rule:
                    continue
                own = rule.model_copy(update={"id": f"{rule.id}-{pack.id}"})
                found.setdefault(own.id, own)
        return tuple(found.values())

    def rates(self, day: date) -> RatesOfDay:
        """The figures of the law that change, as of a day."""
        packs = [self.jurisdiction, *(pack for _, pack in self.overlays)]
        return RatesOfDay.of((rate for pack in reversed(packs) for rate in pack.rates), day)

    def stale(self, day: date) -> tuple[tuple[str, date], ...]:
        """The packs used whose law should have been looked at again before a day, with the day it was due."""
        packs = [self.jurisdiction, *(pack for _, pack in self.overlays)]
        profiles = [each.profile for pack in packs for each in pack.chain]
        return tuple(
            dict.fromkeys((each.id, each.review_by) for each in profiles if each.review_by and each.review_by < day)
        )

    def applied(self) -> AppliedJurisdiction:
        """What the review says about it."""
        profile = self.jurisdiction.profile
        overlays = tuple(f"{reach}={pack.id}" for reach, pack in self.overlays)
        return AppliedJurisdiction(id=profile.id, as_of=profile.as_of, why=self.why, overlays=overlays)


def choose_jurisdiction(
    packs: Packs, contract: Contract, wanted: str = AUTO, overlays: Sequence[tuple[Reach, str]] = ()
) -> Choice:
    """The packs for a review. Raises: ConfigError for an id that no pack has."""
    choice = _of_the_contract(packs, contract, wanted)
    beside = tuple((reach, packs.load(pack_id)) for reach, pack_id in overlays)
    return replace(choice, jurisdiction=_with(choice.jurisdiction, [pack for _, pack in beside]), overlays=beside)


def _with(jurisdiction: Jurisdiction, overlays: Sequence[Jurisdiction]) -> Jurisdiction:
    """The law of the contract with the facts, focuses and check lists that overlays bring and it does not have."""
    for pack in overlays:
        jurisdiction = replace(
            jurisdiction,
            facts=_and_new(jurisdiction.facts, pack.facts),
            focuses=_and_new(jurisdiction.focuses, pack.focuses),
            checklists=_and_new(jurisdiction.checklists, pack.checklists),
        )
    return jurisdiction


def _and_new(own: tuple[_Named, ...], others: tuple[_Named, ...]) -> tuple[_Named, ...]:
    known = {each.id for each in own}
    return (*own, *(each for each in others if each.id not in known))


def _of_the_contract(packs: Packs, contract: Contract, wanted: str) -> Choice:
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
