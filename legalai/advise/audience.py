"""What kind of deal a contract is, as far as its parties and title show: rules for one kind do not fire on another."""

import re

from legalai.jurisdictions import Audience, Rule
from legalai.schema import Contract

_COMPANY = re.compile(
    r"\b(?:inc|incorporated|corp|corporation|company|co|llc|l\.l\.c|lp|llp|ltd|limited|plc|gmbh|ag|sa|s\.a|bv|b\.v|nv|pty|pte|kg|srl|bank|university|trust"
    r"|association|foundation)\b\.?",
    re.IGNORECASE,
)
_EMPLOYMENT = re.compile(r"\b(?:employment|employee|severance)\b", re.IGNORECASE)
_CONSTRUCTION = re.compile(r"\b(?:construction|building works)\b", re.IGNORECASE)
_CONSUMER = re.compile(r"\bconsumers?\b", re.IGNORECASE)


def audiences(contract: Contract) -> frozenset[Audience]:
    """The kinds of deal this is known to be; empty where the contract does not show it."""
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
    return frozenset(found)


def concerns(rule: Rule, known: frozenset[Audience]) -> tuple[str, ...] | None:
    """Whether a rule is for this kind of deal: the facts it then assumes, or None where it is not.

    A rule for businesses is raised where nothing is known of the parties, and says so; any other kind must be known.
    """
    if not rule.applies_to or known & set(rule.applies_to):
        return ()
    if "b2b" in rule.applies_to and not known:
        return ("Both sides act in the course of business.",)
    return None
