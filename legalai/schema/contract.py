"""A contract: everything found in one document, in quotes of its text."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from legalai.schema.authority import Authority
from legalai.schema.document import DocumentFacts, Issue
from legalai.schema.period import Period, QuotedPeriod
from legalai.schema.quote import Citation, Quote

SCHEMA_VERSION = 1

Modality = Literal["obligation", "prohibition", "permission", "entitlement"]
DateStatus = Literal["stated", "computed", "blank", "absent"]
ChoiceStatus = Literal["stated", "blank"]
EndingReason = Literal["expired", "terminated", "superseded"]
RenewalKind = Literal["automatic", "optional", "none", "unknown"]
ExecutionStatus = Literal["unsigned", "partly", "signed", "unknown"]
QualificationKind = Literal["exception", "condition", "subordinate", "override", "preservation", "limit"]
QualificationReach = Literal["near", "far", "reverse"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualification(Citation):
    """Text that qualifies a clause, and the words that say so.

    `kind`: the clause does not hold there (exception), holds only so (condition), yields to it (subordinate), prevails
    over it (override), leaves it untouched (preservation), or goes no further (limit). `reach`: it stands in the
    clause's sentence or beside it (near), where the clause refers to (far), or elsewhere and speaks of it (reverse).
    `via` is the reference that led there.
    """

    kind: QualificationKind
    reach: QualificationReach
    cue: str
    via: Citation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause(Citation):
    """A span of one clause type. `score` is the probability that it is one, between 0 and 1.

    `to_check`: the score lies below the one from which at most 10 in 100 spans of the type were wrong on contracts kept
    aside from training.
    """

    type: str
    score: float
    to_check: bool = False
    heading: str | None = None
    qualifications: tuple[Qualification, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Quote):
    """The nearest thing to a clause that was not found."""

    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFound:
    """A clause type without a clause. `miss_rate` is the share of such clauses the model overlooks on new contracts."""

    type: str
    miss_rate: float | None
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Citation):
    """Who is bound. `aliases` are the names the contract gives it ("Licensor", "the Company" as "Company").

    `status` blank: a form leaves its name open; the quote is that place, `name` says so under its role. `entity` is
    what kind of entity the contract, or else the form in the name, says it is ("limited liability company"), `place`
    where it is organised. `signs_as` is the name of its signature block where that is another one.
    """

    name: str
    role: str | None = None
    aliases: tuple[str, ...] = ()
    status: ChoiceStatus = "stated"
    entity: str | None = None
    place: str | None = None
    signs_as: Citation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """One signature block as filled in."""

    party: str | None = None
    name: str | None = None
    title: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Execution:
    """Whether the contract is signed, as far as the text shows."""

    status: ExecutionStatus = "unknown"
    signatories: tuple[Signatory, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyDate:
    """A date that is stated, computed, left blank, or absent. `reason` says why it is absent or blank."""

    value: date | Literal["perpetual"] | None
    status: DateStatus
    text: str | None = None
    start: int | None = None
    end: int | None = None
    score: float | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """What happens at the end of the term. `term` is the length of one renewal, `most` how many there can be.

    `later`: the length of each renewal after the first, where `term` is that of the first only.
    """

    kind: RenewalKind
    term: Period | None = None
    later: Period | None = None
    successive: bool = False
    most: int | None = None
    text: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofStep:
    """One step of a computation: what was done, what came out, the words it rests on, and the rule used.

    `authorities`: the law that supplies the rule; none where the words of the contract do.
    """

    step: str
    result: str
    quotes: tuple[Quote, ...]
    rule: str
    authorities: tuple[Authority, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeTerms:
    """How a notice must be given, as far as the contract says.

    `not_by`: the ways in which it is no notice. `copy_to`: who gets a copy, and whether that is notice. `hour`: by
    which hour of its last day, and whose time that is as far as the text says.
    """

    period: Period | None = None
    form: str | None = None
    address: str | None = None
    not_by: str | None = None
    copy_to: str | None = None
    hour: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One thing that runs out: for a party, under an instrument, with the last day to act.

    `next_notice_by`: where that day has passed, the one in the term after.
    """

    party: str | None
    instrument: str
    what: str
    notice: NoticeTerms
    window_opens: date | None = None
    notice_by: date | None = None
    send_by: date | None = None
    next_notice_by: date | None = None
    effective_on: date | None = None
    enforceability: str | None = None
    proof: tuple[ProofStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """That the contract is over, or will be: why, the words that show it, and its last day where they give one.

    `expired`: its last term runs out and nothing in the text lets it go on; else the text says that it was ended.
    """

    why: EndingReason
    on: date | None = None
    text: str | None = None
    start: int | None = None
    end: int | None = None

    def is_past(self, day: date) -> bool:
        """Whether the contract has ended by a day."""
        return self.on is None or self.on < day


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyDates:
    """The life of the main instrument as of a day, and every clock found.

    `ending`: the contract has ended, or the text says on which day to come; no day to act on is then given.

    Where the last day for notice has passed, `next_term_end` and `next_notice_deadline` are those of the term after.
    `notice_of`: whose notice the notice period and its days are, where each party has one of its own: that of the party
    a review acts for, else of the one whose last day comes first.
    `asks` names the events whose day is not in the text and from which the rest follows.
    """

    agreement_date: KeyDate
    effective_date: KeyDate
    expiration_date: KeyDate
    initial_term: QuotedPeriod | None
    renewal: Renewal
    notice_period: QuotedPeriod | None
    as_of: date
    current_term_end: date | None = None
    window_opens: date | None = None
    notice_deadline: date | None = None
    send_by: date | None = None
    next_term_end: date | None = None
    next_notice_deadline: date | None = None
    notice_of: str | None = None
    ending: Ending | None = None
    asks: tuple[str, ...] = ()
    clocks: tuple[Clock, ...] = ()
    proof: tuple[ProofStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoverningLaw(Citation):
    """The law chosen. `value` is a jurisdiction id ("us-ny"), pack or no pack, and None where the name is unknown.

    `status` blank: a form leaves the place open; `name` then says so, and the quote is that place.
    """

    value: str | None
    name: str
    status: ChoiceStatus = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forum(Citation):
    """The court or arbitration chosen. `exclusive` is None where the text does not say; `status` is as for the law."""

    value: str | None
    name: str
    kind: Literal["court", "arbitration"] = "court"
    exclusive: bool | None = None
    status: ChoiceStatus = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Citation):
    """A sum of money. `currency` is an ISO 4217 code; `kind` is what it is for ("fee", "cap", "insurance", "other")."""

    value: int | float
    currency: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Percentage(Citation):
    """A percentage; 1.5 is one and a half per cent."""

    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinedTerm(Citation):
    """A term the contract defines; the quote is the definition."""

    term: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ObligationDeadline:
    """By when: a period from an anchor ("receipt of invoice"), a day, or again and again ("each calendar month")."""

    period: Period | None = None
    anchor: str | None = None
    day: date | None = None
    text: str = ""
    recurring: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation(Citation):
    """Who must, must not, may or is entitled to do what. `obligor` and `obligee` as the sentence names them.

    `inferred`: the sentence does not name the obligor ("Rent shall be paid monthly"); the contract's roles say who.
    """

    obligor: str
    obligee: str | None
    obligor_party: str | None
    obligee_party: str | None
    modality: Modality
    action: str
    condition: str | None = None
    deadline: ObligationDeadline | None = None
    exception: str | None = None
    amount: Amount | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Incorporated(Citation):
    """A document the contract makes part of itself, and whether it was supplied with it."""

    name: str
    supplied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendedContract(Citation):
    """The contract that this paper, an amendment in a file of its own, changes; the quote is where it is named.

    `term_end` is the end that the amendment gives its term, where it names a day.
    """

    name: str
    dated: date | None = None
    term_end: KeyDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """Everything found in one document."""

    schema_version: int = SCHEMA_VERSION
    document: DocumentFacts
    title: str | None
    contract_type: str | None
    parties: tuple[Party, ...]
    execution: Execution
    clauses: tuple[Clause, ...]
    not_found: tuple[NotFound, ...]
    key_dates: KeyDates
    governing_law: GoverningLaw | None
    forum: Forum | None
    amounts: tuple[Amount, ...]
    defined_terms: tuple[DefinedTerm, ...]
    obligations: tuple[Obligation, ...]
    incorporated: tuple[Incorporated, ...]
    issues: tuple[Issue, ...]
    percentages: tuple[Percentage, ...] = ()
    amends: AmendedContract | None = None
