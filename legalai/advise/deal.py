"""What kind of deal a contract is and which facts of it are known: rules for one kind do not fire on another."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from legalai.advise.phrases import mentions
from legalai.advise.reading import Reading
from legalai.extract.law.legal_systems import places
from legalai.extract.parties.party_names import has_legal_form
from legalai.jurisdictions import Audience, Jurisdiction, Matter, Rule
from legalai.schema import Contract, Party

_COMPANY = re.compile(
    r"\b(?:inc|incorporated|corp|corporation|company|co|llc|l\.l\.c|lp|llp|ltd|limited|plc|gmbh|ag|sa|s\.a|bv|b\.v|nv|pty|pte|kg|srl|bank|university|trust"
    r"|association|foundation|fund|holdings?|group|partnership|ministry|authority)\b\.?",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:individual|natural person|citizen|resident|sole (?:trader|proprietor))\b", re.IGNORECASE)
# A title that names employees or consumers need not say that one of them is a party: companies lease employees to each
# other, and license consumer products; building works are financed, insured and supplied.
_EMPLOYMENT = re.compile(r"\b(?:employment|employee|severance)\b", re.IGNORECASE)
# Titles that say what the contract is between, whoever was read as its parties.
_IS_EMPLOYMENT = re.compile(
    r"\b(?:employment\W{1,3}(?:agreement|contract|letter|terms)|(?:contract|letter|offer|terms)\sof\semployment"
    r"|severance\W{1,3}agreement)\b",
    re.IGNORECASE,
)
_IS_WITH_CONSUMERS = re.compile(
    r"\bconsumers?\W{1,3}(?:(?:subscription|sales?|service|user|standard)\W{1,3})?(?:terms|conditions|contract|agreement)\b"
    r"|\bfor\sconsumers\b",
    re.IGNORECASE,
)
_OF_GOODS_OR_TRADE = (
    r"(?!\W{1,3}(?:products?|goods|electronics?|brands?|health\w*|financ\w+|credit|data|packag\w+|reporting|durables?"
    r"|division|business|group|appliances?|devices?|research|marketing|insights?|lending|market\w*|loans?|mortgage"
    r"|equipment|materials?|suppl(?:y|ies)|software|machinery|insurance|industry|staffing|media|technolog\w+)\b)"
)
_CONSUMER = re.compile(rf"\bconsumers?\b{_OF_GOODS_OR_TRADE}", re.IGNORECASE)
_CONSTRUCTION = re.compile(rf"\b(?:construction|building works)\b{_OF_GOODS_OR_TRADE}", re.IGNORECASE)
_CHANGES = ("amendment", "amendments")
_AGENCY = re.compile(r"\b(?:commercial|sales)\s(?:agency|agents?|agent['’]s)\b", re.IGNORECASE)
_WORKERS = frozenset(
    "consultant contractor freelancer freelance adviser advisor subcontractor artist talent author".split()
)
_BORROWERS = frozenset({"borrower", "maker", "debtor", "obligor", "merchant", "co-borrower", "mortgagor", "issuer"})
_INCORPORATED = re.compile(
    r"\b(?:corporation|incorporated|company|limited|plc|gmbh|(?:société|sociedad)\sanonym\w+)\b", re.IGNORECASE
)
# A deal is of one of these kinds at most: where one is known, the others are known not to be.
_KINDS: frozenset[str] = frozenset({"b2b", "b2c", "employment"})


@dataclass(frozen=True, slots=True)
class Standing:
    """What a rule rests on in one contract: the assumptions it states, and the facts it waits for."""

    assumptions: tuple[str, ...] = ()
    waits_for: tuple[str, ...] = ()


def known_facts(contract: Contract, given: Mapping[str, bool]) -> dict[str, bool]:
    """The facts of a deal that its title and parties show or the user gave, which counts first."""
    told = any(given.get(kind) for kind in _KINDS)
    shown = {fact: holds for fact, holds in _shown(contract).items() if not (told and fact in _KINDS)}
    found = {**shown, **given}
    if any(found.get(kind) for kind in _KINDS):
        found = {**dict.fromkeys(_KINDS, False), **found}
    return found


def facts_of(reading: Reading, pack: Jurisdiction, given: Mapping[str, bool], matter: str | None) -> dict[str, bool]:
    """The facts of a deal that the user gave, or else its title, parties and kind of matter show.

    Raises: ConfigError for a matter type that there is not.
    """
    kind = matter_of(reading.contract, pack, matter)
    shows = kind.shows if kind is not None else {}
    known = {fact: holds for fact, holds in shows.items() if holds or not reading.says(pack.fact(fact).words)}
    return known_facts(reading.contract, {**known, **given})


def matter_of(contract: Contract, pack: Jurisdiction, wanted: str | None) -> Matter | None:
    """The kind of matter asked for, or the one that the title names, else the kind of contract; None where none does,
    and for an amendment, which need not say again what it does not change.

    Raises: ConfigError for a matter type that there is not.
    """
    if wanted is not None:
        return pack.matter(wanted)
    names = [each for each in (contract.title, contract.contract_type) if each]
    if any(mentions(each, _CHANGES) for each in names):
        return None
    # "Software Licence and Services Agreement" is told by the longest of the names it holds.
    for name in names:
        named = [(len(said), kind) for kind in pack.matters for said in kind.titles if mentions(name, (said,))]
        if named:
            return max(named, key=lambda each: each[0])[1]
    return None


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
    found: set[str] = {"construction"} if _CONSTRUCTION.search(title) else set()
    organised = [_is_organisation(party) for party in contract.parties]
    companies_only = len(organised) >= 2 and all(organised)
    named: list[tuple[Audience, object, object]] = [
        ("employment", _EMPLOYMENT.search(title), _IS_EMPLOYMENT.search(title)),
        ("b2c", _CONSUMER.search(title), _IS_WITH_CONSUMERS.search(title) or any(map(_is_consumer, contract.parties))),
    ]
    found.update(kind for kind, mentioned, said in named if said or (mentioned and not companies_only))
    if not any(mentioned or said for _, mentioned, said in named) and sum(organised) >= 2:
        found.add("b2b")
    shown = dict.fromkeys(found, True)
    if _AGENCY.search(title):
        shown["commercial-agent"] = True
    if any(_works_alone(party) for party in contract.parties) and "employment" not in found:
        shown["individual-contractor"] = True
    shown |= _borrower_shown(contract.parties)
    # Of one country by their organisation alone: whether two countries are in play depends on where they do business.
    return shown | ({"cross-border": False} if len(_countries(contract)) == 1 else {})


def _borrower_shown(parties: Sequence[Party]) -> dict[str, bool]:
    """Whether whoever borrows is known to be a natural person, or a company; where nobody is called so, every party."""
    called = [party for party in parties if _said(party) & _BORROWERS]
    if any(party.entity is not None and _PERSON.search(party.entity) for party in called):
        return {"private-borrower": True}
    named = called or (parties if len(parties) >= 2 else ())
    return {"private-borrower": False} if named and all(map(_is_incorporated, named)) else {}


def _is_incorporated(party: Party) -> bool:
    return has_legal_form(party.name) or _INCORPORATED.search(party.entity or "") is not None


def _said(party: Party) -> set[str]:
    """What the contract calls a party."""
    return {name.casefold().removeprefix("the ") for name in (party.role or "", *party.aliases)}


def _works_alone(party: Party) -> bool:
    """Whether the contract says that a party is an individual, and calls it by what it does for the other."""
    return party.entity is not None and _PERSON.search(party.entity) is not None and bool(_said(party) & _WORKERS)


def _countries(contract: Contract) -> frozenset[str]:
    """The countries that the parties are organised in; none where that of one of several is not known."""
    named = [places(party.place or "") for party in contract.parties if party.status == "stated"]
    known = len(named) >= 2 and all(named)
    return frozenset(found[0].id.partition("-")[0] for found in named) if known else frozenset()


def _is_organisation(party: Party) -> bool:
    """Whether the contract, or the name, says that a party is no natural person."""
    if party.entity is not None:
        return _PERSON.search(party.entity) is None
    return has_legal_form(party.name) or _COMPANY.search(party.name) is not None


def _is_consumer(party: Party) -> bool:
    return any(name.casefold() in {"consumer", "the consumer"} for name in (party.role or "", *party.aliases))
