"""Roles: which side a passive sentence binds that names nobody ("Rent shall be paid monthly")."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import permutations

from legalai.extract.obligations.actors import Cast, Mention
from legalai.extract.obligations.modality import Binding
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Party

_SIDES: dict[str, tuple[str, ...]] = {
    "tenant": ("Tenant", "Lessee", "Subtenant", "Sublessee"),
    "landlord": ("Landlord", "Lessor", "Sublandlord", "Sublessor"),
    "payer": ("Customer", "Client", "Buyer", "Purchaser", "Licensee", "Distributor", "Reseller", "Subscriber"),
}
_SIDE_OF = {role: side for side, roles in _SIDES.items() for role in roles}
_ROLE = re.compile(rf"\b(?:{'|'.join(_SIDE_OF)}|{'|'.join(role.upper() for role in _SIDE_OF)})\b")
_RENT = (
    r"\W*(?!no\b)(?:[\w’'-]+,?\s+){0,8}?(?:rents?|rentals?|late\s+charges?|installments?\s+of\s+(?:[\w-]+\s+){0,3}rent)"
    r"(?:\s+(?:due|payable|hereunder|herein|reserved|for|under|provided|and|or|shall|will)\b[^;]{0,120})?\W*"
)
_BILL = (
    r"\W*(?!no\b)(?:[\w’'-]+,?\s+){0,4}?(?:invoices?|purchase\s+price|(?:license|subscription|service)\s+fees?)"
    r"(?:\s+(?:due|payable|hereunder|herein|submitted|issued|for|under)\b[^;]{0,80})?\W*"
)
_DEPOSIT = r"\W*(?:[\w’'-]+,?\s+){0,8}?deposit(?:\s+(?:or|and|less|made|held|without)\b[^;]{0,120})?\W*"
_PAID = (
    r"[\s,]*(?:[\w-]+\s+){0,2}?be\s+(?:(?:[a-z]+ly\s+)?(?:prorated|due)\s+and\s+)?(?:[a-z]+ly\s+)?"
    r"(?:due|paid|payable|remitted)\b"
)
_PREMISES = (
    r"(?:.{0,120},\s*)?\W*(?:(?:the|said|leased|demised|any|no|part|portion|of|such|or|entire)\s+){1,8}?premises(?:\s+or\s+any\s+part"
    r"\s+(?:of\s+the\s+premises|thereof))?\W*"
)
_USED = r"[\s,]*(?:at\s+all\s+times\s+)?be\s+(?:[a-z]+ly\s+)?(?:used|occupied|sublet|assigned|kept|maintained)\b"
_KEPT = (
    r"[\s,]*be\s+(?:[a-z]+ly\s+)?(?:made|placed|kept|installed|erected|stored|brought|permitted|allowed|affixed|displayed|"
    r"attached|conducted|maintained|used|painted|inscribed|parked)\b[^;]*\b(?:premises|building|walls?|roof|windows?|"
    r"landlord|lessor)\b"
)
_NONE = r"\W*no(?:r|ne)?\s+[^;]{1,200}"


@dataclass(frozen=True, slots=True)
class _Rule:
    """A side is meant where a thing and what is done with it say so; `denied` where this must not be done."""

    side: str
    thing: re.Pattern[str]
    act: re.Pattern[str]
    denied: bool


def _rule(side: str, thing: str, act: str, *, denied: bool = False) -> _Rule:
    return _Rule(side, re.compile(thing, re.IGNORECASE), re.compile(act, re.IGNORECASE), denied)


_RULES = (
    _rule("tenant", _RENT, _PAID),
    _rule("tenant", _PREMISES, _USED),
    _rule("tenant", _PREMISES, _USED, denied=True),
    _rule("tenant", _NONE, _KEPT, denied=True),
    _rule("landlord", _DEPOSIT, r"[\s,]*be\s+(?:[a-z]+ly\s+)?(?:returned|refunded|repaid)\b"),
    _rule("payer", _BILL, _PAID),
)


@dataclass(frozen=True, slots=True)
class Roles:
    """The one name that a contract gives to a side, and the party it stands for.

    `others` has, where there are two parties, the other one of each.
    """

    names: dict[str, str] = field(default_factory=dict[str, str])
    parties: dict[str, str | None] = field(default_factory=dict[str, str | None])
    others: dict[str, Party] = field(default_factory=dict[str, Party])

    def other(self, mention: Mention) -> Mention | None:
        """The other of two parties, by the name that sentences use for it."""
        party = self.others.get(mention.party or "")
        if party is None:
            return None
        name = party.role or next(iter(party.aliases), party.name)
        return Mention(start=0, end=0, name=name, kind="party", party=party.name)

    def actor(self, thing: str, act: str, binding: Binding, *, denied: bool) -> Mention | None:
        """Who is bound where `thing` is what a modal verb speaks of and `act` the words after it."""
        if binding.weak and not denied:
            return None
        for rule in _RULES if self.names else ():
            if (
                rule.side in self.names
                and rule.denied == denied
                and rule.act.match(act)
                and rule.thing.fullmatch(thing)
            ):
                name = self.names[rule.side]
                return Mention(start=0, end=0, name=name, kind="party", party=self.parties.get(rule.side))
        return None


NO_ROLES = Roles()


def roles_of(passages: Sequence[Passage], parties: Sequence[Party], cast: Cast) -> Roles:
    """The sides of a contract that sentences without a name may bind; none where two could be meant."""
    counts: dict[str, Counter[str]] = {side: Counter() for side in _SIDES}
    texts = (*(passage.text for passage in passages), *(_names(party) for party in parties))
    for match in (match for text in texts for match in _ROLE.finditer(text)):
        counts[_SIDE_OF[match[0].title()]][match[0].title()] += 1
    names: dict[str, str] = {}
    for side, counted in counts.items():
        ranked = counted.most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] >= 5 * ranked[1][1]):
            names[side] = ranked[0][0]
    others = {one.name: other for one, other in permutations(parties)} if len(parties) == 2 else {}
    return Roles(names, {side: cast.party_called(name) for side, name in names.items()}, others)


def _names(party: Party) -> str:
    return " ".join((party.role or "", *party.aliases))
