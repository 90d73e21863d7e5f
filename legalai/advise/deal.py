"""What kind of deal a contract is and which facts of it are known: rules for one kind do not fire on another."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from legalai.jurisdictions import Audience, Jurisdiction, Rule
from legalai.schema import Contract

_COMPANY = re.compile(
    r"\b(?:inc|incorporated|corp|corporation|company|co|llc|l\.l\.c|lp|llp|ltd|limited|plc|gmbh|ag|sa|s\.a|bv|b\.v|nv|pty|pte|kg|srl|bank|university|trust"
    r"|association|foundation)\b\.?",
    re.IGNORECASE,
)
_EMPLOYMENT = re.compile(r"\b(?:employment|employee|severance)\b", re.IGNORECASE)
_CONSTRUCTION = re.compile(r"\b(?:construction|building works)\b", re.IGNORECASE)
_CONSUMER = re.compile(r"\bconsumers?\b", re.IGNORECASE)
# A deal is of one of these kinds at most: where one is known, the others are known not to be.
_KINDS: frozenset[str] = frozenset({"b2b", "b2c", "employment"})


@dataclass(frozen=True, slots=True)
class Standing:
    """What a rule rests on in one contract: the assumptions it states, and the facts it waits for."""

    assumptions: tuple[str, ...] = ()
    waits_for: tuple[str, ...] = ()


def known_facts(contract: Contract, given: Mapping[str, bool]) -> dict[str, bool]:
    """The facts of a deal that its title and parties show or the user gave, which counts first."""
    shown: dict[str, bool] = {} if _KINDS & {name for name, holds in given.items() if holds} else _shown(contract)
    found = {**shown, **given}
    if any(found.get(kind) for kind in _KINDS):
        found = {**dict.fromkeys(_KINDS, False), **found}
    return found


def standing(rule: Rule, known: Mapping[str, bool], pack: Jurisdiction) -> Standing | None:
    """How a rule stands to a deal; None where a known fact takes it out.

    A rule for businesses is raised where nothing is known of the parties, and says so; any other kind must be known.
    """
    kinds = {kind: known.get(kind) for kind in rule.applies_to}
    if any(known.get(fact) is False for fact in (*rule.requires, *rule.supposes)):
        return None
    if kinds and not any(kinds.values()) and None not in kinds.values():
        return None
    waits_for = [fact for fact in rule.requires if fact not in known]
    supposed = [fact for fact in rule.supposes if fact not in known]
    if kinds and not any(kinds.values()):
        if kinds.get("b2b", False) is None:
            supposed.insert(0, "b2b")
        else:
            waits_for += [kind for kind, holds in kinds.items() if holds is None][:1]
    assumptions = (*rule.assumes, *(pack.fact(fact).assumption for fact in supposed))
    return Standing(assumptions, tuple(waits_for))


def _shown(contract: Contract) -> dict[str, bool]:
    title = f"{contract.title or ''} {contract.contract_type or ''}"
    found: set[Audience] = set()
    if _EMPLOYMENT.search(title):
        found.add("employment")
    if _CONSTRUCTION.search(title):
        found.add("construction")
    if _CONSUMER.search(title):
        found.add("b2c")
    if not found & {"employment", "b2c"} and sum(bool(_COMPANY.search(party.name)) for party in contract.parties) >= 2:
        found.add("b2b")
    return dict.fromkeys(found, True)
