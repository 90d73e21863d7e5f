"""Who we are in a contract: the party we act for, the other side, and which side of the trade each is on."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from legalai.errors import ConfigError
from legalai.jurisdictions.profile import AtWork
from legalai.playbook import SideName
from legalai.schema import Citation, Contract, Obligation, Party

CUSTOMER_WORDS = frozenset(
    "customer client licensee buyer purchaser subscriber lessee tenant user borrower franchisee recipient hirer"
    " government".split()
)
SUPPLIER_WORDS = frozenset(
    "supplier vendor provider licensor seller contractor consultant lessor landlord lender franchisor manufacturer"
    " developer host subcontractor processor grantor agency carrier warehouseman".split()
)
# They buy to sell on: beside a word of the other set they stand on neither side.
_RESELLERS = frozenset({"distributor", "reseller", "dealer", "concessionaire"})
# The roles of a contract on confidence, where each side may be the one or the other; they are on no side of a trade.
CONFIDENCE_ROLES = frozenset({"discloser", "disclosing party", "recipient", "receiving party"})
_TRANSFER = frozenset({"data exporter", "data importer"})
_ROLE = re.compile(
    rf"\b(?:{'|'.join(sorted(word.capitalize() for word in CUSTOMER_WORDS | SUPPLIER_WORDS | _RESELLERS))}"
    rf"|{'|'.join(sorted(_TRANSFER))})\b"
)
NOBODY = (
    "No party was found in this document, and no pair of roles such as Customer and Supplier, so there is no side to"
    """ act for: name the parties in it, as in 'Acme Ltd ("Customer")', and run it again."""
)
_EMPLOYEES = frozenset({"employee", "executive", "worker", "apprentice", "intern"})
_PRONOUNS = frozenset({"we", "us", "our", "you", "your", "i", "me"})


@dataclass(frozen=True)
class Stance:
    """From whose chair the review is written. `us` is None when nobody was chosen.

    `side_assumed`: no role says which side of the trade we are on; it was taken from who pays, or who discloses.
    """

    us: Party | None
    them: tuple[Party, ...]
    side: SideName | None
    side_assumed: bool = False

    @property
    def at_work(self) -> AtWork | None:
        """Which side of an employment we are on, by what the contract calls the parties; None where it is none."""
        if self.us is None:
            return None
        if is_employee(self.us):
            return "employee"
        return "employer" if any(map(is_employee, self.them)) else None

    @property
    def us_called(self) -> str | None:
        """What the contract calls our party."""
        return called(self.us) if self.us is not None else None


def called(party: Party) -> str:
    """The name the contract goes on to use for a party: its short alias, its role, or its name."""
    aliases = [alias for alias in party.aliases if alias and alias.lower() not in _PRONOUNS]
    longer = [alias for alias in aliases if not alias.isupper()]
    return next(iter(longer or aliases), None) or party.role or party.name


def is_employee(party: Party) -> bool:
    """Whether the contract calls a party an employee."""
    return not _names(party).isdisjoint(_EMPLOYEES)


def trade_side(party: Party) -> SideName | None:
    """Which side of the trade a party's role or aliases put it on; None where they do not say."""
    names = [party.role or "", *party.aliases]
    words = {word for name in names for word in re.findall(r"[a-z]+", name.lower())}
    if words & SUPPLIER_WORDS and not words & CUSTOMER_WORDS:
        return "supplier"
    if words & CUSTOMER_WORDS and not words & SUPPLIER_WORDS:
        return "customer"
    return "customer" if words & _RESELLERS else None


def take_side(contract: Contract, acting_for: str | None) -> Stance:
    """The stance of a review for a party given by name, alias, role, or side of the trade.

    Raises: ConfigError that lists the parties, when nobody or more than one is meant.
    """
    if acting_for is None:
        return Stance(us=None, them=bound(contract), side=None)
    return seat(contract, _meant(contract, acting_for))


def bound(contract: Contract) -> tuple[Party, ...]:
    """Who is bound: the parties named, or in a template, which names nobody, the two roles that bear most duties.

    The roles of confidence count only where there are no others: any contract may have a clause on it.
    """
    if contract.parties:
        return contract.parties
    roles: dict[str, list[tuple[str, Obligation]]] = {}
    for duty in contract.obligations:
        role = duty.obligor.removeprefix("The ").removeprefix("the ")
        if role.lower() in SUPPLIER_WORDS | CUSTOMER_WORDS | _RESELLERS | CONFIDENCE_ROLES and role in duty.text:
            roles.setdefault(role.lower(), []).append((role, duty))
    in_trade = {role: duties for role, duties in roles.items() if role not in CONFIDENCE_ROLES}
    most = sorted((in_trade or roles).values(), key=len, reverse=True)[:2]
    bearing = tuple(_role_party(*_as_defined(duties)) for duties in most)
    return bearing if len(bearing) == 2 else _named(contract) or bearing


def _named(contract: Contract) -> tuple[Party, ...]:
    """The pair of roles that the clauses of a form without duties speak of most: one of each side, or of a transfer."""
    said: dict[str, list[Citation]] = {}
    for clause in contract.clauses:
        for match in _ROLE.finditer(clause.text):
            said.setdefault(match[0], []).append(clause)
    most = sorted(said, key=lambda role: len(said[role]), reverse=True)
    sides = (
        (CUSTOMER_WORDS | _RESELLERS, SUPPLIER_WORDS)
        if not said.keys() & _TRANSFER
        else ({"data exporter"}, {"data importer"})
    )
    pair = [next((role for role in most if role.lower() in side), None) for side in sides]
    return tuple(_role_party(role, said[role][0]) for role in pair if role is not None) if all(pair) else ()


def _as_defined(duties: list[tuple[str, Obligation]]) -> tuple[str, Obligation]:
    """A role in the capitals of a defined term where it has them anywhere, with the duty that shows it."""
    return next((each for each in duties if each[0][:1].isupper()), duties[0])


def _role_party(role: str, shown: Citation) -> Party:
    start = shown.start + shown.text.index(role)
    end = start + len(role)
    return Party(
        name=role, role=role, aliases=(role,), text=role, start=start, end=end, page=shown.page, number=shown.number
    )


def seat(contract: Contract, us: Party) -> Stance:
    """The stance of one party: its side of the trade by its role, the other's, or who pays; none in employment."""
    others = tuple(party for party in bound(contract) if party != us)
    if any(map(is_employee, (us, *others))):
        return Stance(us=us, them=others, side=None)
    by_role = trade_side(us) or (opposite(trade_side(others[0])) if len(others) == 1 else None)
    # Beside a discloser a recipient is one of information, who may sell as well as buy.
    by_role = None if any(map(_discloses, (us, *others))) else by_role
    if by_role is not None:
        return Stance(us=us, them=others, side=by_role)
    by_payment = _side_by_payment(contract, us) or by_confidence(us)
    return Stance(us=us, them=others, side=by_payment, side_assumed=by_payment is not None)


def by_confidence(us: Party) -> SideName | None:
    """The playbook that speaks for a side of a one-way duty of confidence: who discloses has what the other wants."""
    if _discloses(us):
        return "supplier"
    return "customer" if not _names(us).isdisjoint({"recipient", "receiving party"}) else None


def _discloses(party: Party) -> bool:
    return not _names(party).isdisjoint({"discloser", "disclosing party"})


def _side_by_payment(contract: Contract, us: Party) -> SideName | None:
    """The side of a party by the duties to pay; None unless one side bears nearly all of them."""
    payers = [
        duty.obligor_party
        for duty in contract.obligations
        if duty.modality == "obligation" and duty.obligor_party is not None and re.match(r"(?:re)?pay\b", duty.action)
    ]
    ours = sum(payer == us.name for payer in payers)
    theirs = len(payers) - ours
    if ours >= 2 and ours >= 3 * theirs:
        return "customer"
    return "supplier" if theirs >= 2 and theirs >= 3 * ours else None


def opposite(side: SideName | None) -> SideName | None:
    """The other side of the trade."""
    if side is None:
        return None
    return "supplier" if side == "customer" else "customer"


def party_list(parties: Iterable[Party]) -> str:
    """The parties as a user chooses from them."""
    shown = [party.name + (f" ({called(party)})" if called(party) != party.name else "") for party in parties]
    return "; ".join(shown) or "none were found"


def _meant(contract: Contract, wanted: str) -> Party:
    name, parties = _plain(wanted), bound(contract)
    if not parties:
        raise ConfigError(NOBODY)
    by_name = [party for party in parties if name in _names(party)]
    by_side = [party for party in parties if seat(contract, party).side == name]
    by_part = [party for party in parties if len(name) >= 3 and any(name in each for each in _names(party))]
    for found in (by_name, by_side, by_part):
        if len(found) == 1:
            return found[0]
        if found:
            raise ConfigError(f"'{wanted}' could be more than one party: {party_list(found)}. Give the full name.")
    raise ConfigError(f"'{wanted}' is not a party to this contract. The parties are: {party_list(parties)}.")


def _plain(name: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", name.casefold())).removeprefix("the ")


def _names(party: Party) -> set[str]:
    return {_plain(form) for form in (party.name, party.role or "", *party.aliases) if form}
