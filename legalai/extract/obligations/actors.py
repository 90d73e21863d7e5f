"""Actors: who a sentence speaks of when it says that somebody must, must not or may."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from legalai.extract.segmentation.passages import Passage
from legalai.schema import Party

ActorKind = Literal["party", "every_party", "no_party", "other_party", "person", "pronoun", "someone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One actor as a sentence names it: characters [start, end) of the passage, a leading "the" not part of `name`.

    `party` is the contract's name for it where that is clear. `possessive` is true in "Supplier's".
    """

    start: int
    end: int
    name: str
    kind: ActorKind
    party: str | None = None
    possessive: bool = False


# Words that contracts give to a side. Capitalised, they name a party even where no definition of it was found.
_ROLES = (
    "Supplier|Customer|Vendor|Provider|Client|Buyer|Seller|Purchaser|Licensor|Licensee|Sublicensee|Lessor|"
    "Lessee|Landlord|"
    "Tenant|Sublessor|Sublessee|Company|Corporation|Contractor|Subcontractor|Consultant|Distributor|Reseller|"
    "Manufacturer|"
    "Franchisor|Franchisee|Franchise\\sOwner|Developer|Owner|Operator|Employer|Employee|Executive|Agent|Principal|"
    "Representative|Recipient|Discloser|Borrower|Lender|Guarantor|Grantor|Grantee|Transferor|Transferee|"
    "Assignor|Assignee|"
    "Investor|Sponsor|Publisher|Author|Artist|Host|Affiliate|Advertiser|Merchant|Carrier|Shipper|Charterer|Bank|"
    "Trustee|"
    "Servicer|Administrator|Custodian|Manager|Advisor|Adviser|Promoter|Marketer|Importer|Exporter|Indemnitor|"
    "Indemnitee|"
    "Indemnifying\\sParty|Indemnified\\sPart(?:y|ies)|Service\\sProvider|Processor|Controller|Data\\s(?:Im|Ex)porter|"
    "Subscriber|Member|Partner|Collaborator|Institution|University|Participant|Receiver|Builder|Engineer|Architect|"
    "Transfer\\sAgent|Escrow\\sAgent|Collateral\\sAgent|Underwriter|Endorser|Talent|Athlete|Venturer|"
    "Shareholder|Stockholder|"
    "Holder|Co-?Promoter|Outsourcer|Integrator|Maintainer|Repairer|User|Business\\sAssociate|Covered\\sEntity|"
    "Broker|Dealer|"
    "Party\\s[A-D1-4]|(?:[A-Z][a-z]{1,20}\\s){0,2}Committee"
)
_SHOUTED = _ROLES.rpartition("|")[0].upper().replace("\\S", "\\s")
_PEOPLE = (
    "affiliates?|employees?|personnel|staff|agents?|representatives?|officers?|directors?|subcontractors?|"
    "sub-contractors?|"
    "contractors?|sublicensees?|successors?|assigns?|assignees?|licensees?|licensors?|users?|individuals?|"
    "persons?|person|"
    "auditors?|advisors?|accountants?|consultants?|committee|shareholders?|stockholders?|members?|subsidiar(?:y|"
    "ies)|nobody|"
    "buyer|seller|purchaser|customers?|supplier|vendor|tenant|landlord|lessor|lessee|contractor|distributor|reseller|"
    "franchisee|franchisor|borrower|lender|manufacturer|recipient|client|company"
)
_PARTY_WORD = (
    r"(?:(?:(?:non-?)?[a-z]{3,14}(?:ing|ed)|other|third|first|second|relevant|respective|same|innocent|"
    r"opposite)\s{1,3})?"
    r"(?:contracting\s{1,3})?part(?:y|ies)"
)
_SELVES = r"we|us|you|I|it|they|he|she"
_DETERMINER = (
    r"(?:(?:the|each|either|neither|any|no|none|every|both|all|such|said|this|an?|its|their|his|her|your|our)\s{1,4})"
    r"(?:of\s{1,4})?(?:the\s{1,4})?(?:said\s{1,4}|two\s{1,4}|other\s{1,4})?"
)
_NAMED_BY_USE = re.compile(
    r"(?<![\w-])((?:[A-Z][A-Za-z0-9&-]{1,30}\s){0,3}[A-Z][A-Za-z0-9&-]{1,30})\s{1,3}"
    r"(?:(?:shall|will|must|may|SHALL|WILL|MUST|MAY)(?:\s{1,3}not)?\s{1,3}(?:promptly\s{1,3}|also\s{1,3}|use\s{1,3})?"
    r"(?:pay|deliver|provide|indemnify|notify|terminate|maintain|perform|submit|cooperate|ensure|give|furnish|supply|"
    r"purchase|reimburse|disclose|obtain|assign|comply|make|grant|require|request|reasonable|commercially|best|keep|"
    r"promote|defend|retain|elect|engage|appoint|permit|sell|ship|invoice)"
    r"|(?:hereby\s{1,3})?(?:agrees|undertakes|covenants|acknowledges|represents|warrants|grants|reserves)\s)"
)
_NEVER_ACTORS = frozenset(
    "agreement section article schedule exhibit appendix annex services service products product term software "
    "contract "
    "order invoice invoices notice clause information goods work works system property parties party it they he "
    "she we you "
    "each either neither both all any no such this that these those which who and or if unless payment price fee fees "
    "equipment materials documentation technology data content website site program premises plan nothing what there "
    "application applications app browser advertisement arbitrator arbitrators tribunal court courts law act".split()
)
_SUFFIX = re.compile(
    r"[\s,]+(?:inc|incorporated|llc|l\.l\.c|ltd|limited|corp|corporation|co|company|plc|gmbh|ag|s\.?a|n\.?v|"
    r"b\.?v|lp|l\.p|llp|"
    r"pty|pte|sarl|k\.k)\b\.?(?:[\s,]+(?:ltd|limited|inc)\b\.?)?\s*$",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"^(?:the|such|any|each)?\s*other\s", re.IGNORECASE)
_THIRD = re.compile(r"third\s+part", re.IGNORECASE)
_EVERY = re.compile(
    r"^(?:each|either|both|all|every|the\s+parties|such\s+parties|parties|any\s+party)\b", re.IGNORECASE
)
_NO = re.compile(r"^(?:neither|no|none)\b", re.IGNORECASE)
_NEITHER = re.compile(r"^neither\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|said|this|an?)\s+(?:said\s+|two\s+)?", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Cast:
    """Everybody a contract's sentences may speak of, and the party each name stands for."""

    pattern: re.Pattern[str]
    by_name: dict[str, str]
    names: tuple[str, ...]

    def mentions(self, text: str) -> list[Mention]:
        """The actors named in a passage, in order."""
        return [self._mention(match) for match in self.pattern.finditer(text)]

    def party_called(self, name: str) -> str | None:
        """The party a name stands for."""
        return self.by_name.get(_key(name))

    def other_than(self, party: str | None) -> str | None:
        """The other side where there are exactly two and this is one of them."""
        if len(self.names) != 2 or party not in self.names:
            return None
        return self.names[1 - self.names.index(party)]

    def _mention(self, match: re.Match[str]) -> Mention:
        words = _SPACE.sub(" ", match["name"])
        kind = self._kind(words, match)
        name = words if kind == "other_party" else _ARTICLE.sub("", words)
        # "Neither Supplier nor its staff" is of Supplier; "no Supplier" of nobody in particular.
        whose = _NEITHER.sub("", words)
        return Mention(
            start=match.start("name"),
            end=match.end("name"),
            name=name,
            kind=kind,
            party=None if _NO.match(whose) else self.by_name.get(_key(_OTHER_WORDS.sub("", _ARTICLE.sub("", whose)))),
            possessive=match["possessive"] is not None,
        )

    def _kind(self, words: str, match: re.Match[str]) -> ActorKind:
        if match["self"]:
            return "party" if words.lower() in ("we", "us", "you", "i") else "pronoun"
        if _THIRD.search(words):
            return "person"
        if _NO.match(words):
            return "no_party"
        if _OTHERS.match(words):
            return "other_party"
        if match["people"]:
            return "person"
        if _EVERY.match(words):
            return "every_party"
        return "party" if self.by_name.get(_key(_ARTICLE.sub("", words))) or match["known"] else "someone"


_OTHER_WORDS = re.compile(r"^(?:such|each|either|any|every|all|both)\s+(?:of\s+)?(?:the\s+)?", re.IGNORECASE)


def cast_of(passages: Sequence[Passage], parties: Sequence[Party]) -> Cast:
    """The actors of a contract: its parties by every name, the usual roles, and whoever its sentences bind by name."""
    by_name = _names_of(parties)
    known = sorted({*by_name, *_named_by_use(passages)}, key=len, reverse=True)
    spellings = "|".join(_spelling(name) for name in known)
    known_group = rf"(?P<known>(?i:{spellings})(?:\.(?=\s+[a-z]|,))?)" if spellings else r"(?P<known>(?!))"
    head = (
        rf"(?:(?P<article>(?i:{_DETERMINER}))?"
        rf"(?:{known_group}|(?P<role>(?:{_ROLES})s?|(?i:{_PARTY_WORD}))|(?P<shout>(?:{_SHOUTED}))"
        rf"|(?P<people>(?<=\s)(?:{_PEOPLE})))"
        r"|(?P<quantifier>(?i:each|neither|either|both|none)(?:\sof\s(?i:them|us))?(?=\s(?i:shall|may|will|agrees)))"
        rf"|(?P<self>(?i:{_SELVES})))"
    )
    pattern = re.compile(rf"(?<![\w’'-])(?P<name>{head})(?![\w-])(?P<possessive>['’](?i:s?)(?!\w))?")
    return Cast(pattern=pattern, by_name=by_name, names=tuple(dict.fromkeys(party.name for party in parties)))


def _names_of(parties: Sequence[Party]) -> dict[str, str]:
    owners: dict[str, set[str]] = {}
    for party in parties:
        short = _SUFFIX.sub("", party.name)
        for name in (party.name, short, party.role or "", *party.aliases):
            key = _key(_ARTICLE.sub("", name))
            if len(key) > 1 and key not in ("party", "parties"):
                owners.setdefault(key, set()).add(party.name)
    return {key: next(iter(names)) for key, names in owners.items() if len(names) == 1}


def _named_by_use(passages: Iterable[Passage]) -> list[str]:
    """Names that at least two sentences give duties to, which a contract does to parties and not to things."""
    counts = Counter(_key(match[1]) for passage in passages for match in _NAMED_BY_USE.finditer(passage.text))
    return [name for name, count in counts.items() if count >= 2 and not _NEVER_ACTORS & set(name.split())]


def _key(name: str) -> str:
    return _SPACE.sub(" ", name.replace("’", "'")).strip(" \t\n\"“”'.,").lower()


def _spelling(key: str) -> str:
    return r"\s{1,4}".join(re.escape(word) for word in key.split(" "))
