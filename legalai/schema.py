"""The nouns: frozen values that every stage speaks in, and that the JSON is made of.

A `Document` is read from a file; a `Contract` is what was found in it; a `Review` is what follows from that. `Contract` and
`Review` hold no text but quotes, so that they serialise whole: the field names here are the JSON's.

Offsets: code points of `Document.text`, half-open, so `document.text[q.start:q.end] == q.text` for every `Quote`.
Pages count from 1 and are None in a document without pages.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from legalai.text_map import TextMap

SCHEMA_VERSION = 1

Unit = Literal["day", "week", "month", "year"]
DayCount = Literal["calendar", "business"]
IssueSeverity = Literal["info", "warning", "error"]
Severity = Literal["high", "medium", "low", "info"]
Side = Literal["us", "them", "both"]
Modality = Literal["obligation", "prohibition", "permission", "entitlement"]
DateStatus = Literal["stated", "computed", "blank", "absent"]
RenewalKind = Literal["automatic", "optional", "none", "unknown"]
ExecutionStatus = Literal["unsigned", "partly", "signed", "unknown"]
BlockKind = Literal["paragraph", "heading", "list_item", "table_cell"]
BlockPart = Literal["body", "schedule", "signature_page"]

# ---------------------------------------------------------------------------------------------------------------- document


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Trouble the user should know of. `code` is kebab-case and listed in docs/issues.md; messages hold no contract text."""

    code: str
    severity: IssueSeverity
    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFacts:
    """What is known of a file without its text. `characters` counts code points of the text."""

    name: str
    sha256: str
    media_type: str
    pages: int | None
    characters: int
    language: str
    ocr: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, heading, list item or table cell: characters [start, end), its line break not included.

    `number` is the number shown before it ("12.1(a)"), whether typed or rendered by the word processor; it is part of the
    text, and `body_start` is where the words after it begin. `level` counts from 0 for the outermost.
    """

    kind: BlockKind
    start: int
    end: int
    body_start: int
    part: BlockPart = "body"
    number: str | None = None
    level: int | None = None


@dataclass(frozen=True, kw_only=True)
class Document:
    """A contract as read: its text, its blocks in order, and the way home for every character."""

    facts: DocumentFacts
    text: str
    blocks: tuple[Block, ...]
    text_map: TextMap
    issues: tuple[Issue, ...] = ()

    def __post_init__(self) -> None:
        if len(self.text_map) != len(self.text):
            raise ValueError(f"the text has {len(self.text)} characters and its map {len(self.text_map)}")


# ---------------------------------------------------------------------------------------------------------------- contract


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of the contract and where they stand."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Quote):
    """A quote a reader can look up: with its page and its clause number where there are any."""

    page: int | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause(Citation):
    """A span of one clause type. `score` is the model's, between 0 and 1."""

    type: str
    score: float
    heading: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Quote):
    """The nearest thing to a clause that was not found."""

    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFound:
    """A clause type without a clause. `miss_rate`: the share of such clauses the model overlooks on its validation part."""

    type: str
    miss_rate: float | None
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Citation):
    """Who is bound. `aliases` are the names the contract gives it ("Licensor", "the Company" as "Company")."""

    name: str
    role: str | None = None
    aliases: tuple[str, ...] = ()


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
class Period:
    """A length of time as the contract counts it."""

    amount: int | float
    unit: Unit
    day_count: DayCount = "calendar"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedPeriod(Period, Quote):
    """A period with the words that state it."""


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
    """What happens at the end of the term. `term` is the length of one renewal."""

    kind: RenewalKind
    term: Period | None = None
    successive: bool = False
    text: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofStep:
    """One step of a computation: what was done, what came out, the words it rests on, and the rule used."""

    step: str
    result: str
    quotes: tuple[Quote, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeTerms:
    """How a notice must be given, as far as the contract says."""

    period: Period | None = None
    form: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One thing that runs out: for a party, under an instrument, with the last day to act."""

    party: str | None
    instrument: str
    what: str
    notice: NoticeTerms
    window_opens: date | None = None
    notice_by: date | None = None
    send_by: date | None = None
    effective_on: date | None = None
    enforceability: str | None = None
    proof: tuple[ProofStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyDates:
    """The life of the main instrument as of a day, and every clock found."""

    agreement_date: KeyDate
    effective_date: KeyDate
    expiration_date: KeyDate
    initial_term: Period | None
    renewal: Renewal
    notice_period: QuotedPeriod | None
    as_of: date
    current_term_end: date | None = None
    window_opens: date | None = None
    notice_deadline: date | None = None
    send_by: date | None = None
    clocks: tuple[Clock, ...] = ()
    proof: tuple[ProofStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoverningLaw(Citation):
    """The law chosen. `value` is a jurisdiction id ("us-ny") whether or not a pack exists, None where the name is unknown."""

    value: str | None
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Forum(Citation):
    """The court or arbitration chosen. `exclusive` is None where the text does not say."""

    value: str | None
    name: str
    kind: Literal["court", "arbitration"] = "court"
    exclusive: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Citation):
    """A sum of money. `currency` is an ISO 4217 code; `kind` is what it is for ("fee", "cap", "insurance", "other")."""

    value: int | float
    currency: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinedTerm(Citation):
    """A term the contract defines; the quote is the definition."""

    term: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ObligationDeadline:
    """By when: a period from an anchor ("receipt of invoice"), or a day."""

    period: Period | None = None
    anchor: str | None = None
    day: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation(Citation):
    """Who must, must not, may or is entitled to do what. `obligor` and `obligee` as the sentence names them."""

    obligor: str
    obligee: str | None
    obligor_party: str | None
    obligee_party: str | None
    modality: Modality
    action: str
    condition: str | None = None
    deadline: ObligationDeadline | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incorporated(Citation):
    """A document the contract makes part of itself, and whether it was supplied with it."""

    name: str
    supplied: bool


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


# ------------------------------------------------------------------------------------------------------------------ review


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """Law behind a rule. `checked_on` is None until somebody opened the source; `url` is None unless it is known."""

    cite: str
    url: str | None
    as_of: date
    checked_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedJurisdiction:
    """The pack a review used and why. `id` is "_base" where no law was applied."""

    id: str
    as_of: date | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a summary; it cites or it does not leave the program."""

    sentence: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """A playbook position and what the contract has instead."""

    position: str
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A departure from law or playbook. `id` stays the same over re-runs of the same text."""

    id: str
    severity: Severity
    focus: str
    title: str
    explanation: str
    clause_type: str | None
    favours: Side
    citations: tuple[Citation, ...]
    authorities: tuple[Authority, ...] = ()
    deviation: Deviation | None = None
    assumptions: tuple[str, ...] = ()
    escalate_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NegotiationPoint:
    """What to say to the other side. `finding` is the id of the finding it answers; `fallback` never leaves the house.

    `priority` counts from 1 for what costs most.
    """

    id: str
    finding: str
    priority: int
    ask: str
    rationale: str
    proposed_text: str
    fallback: str | None
    citations: tuple[Citation, ...]
    authorities: tuple[Authority, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptUsed:
    """A prompt file that took part in a review."""

    file: str
    version: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackUsed:
    """A pack that took part in a review: a jurisdiction or a playbook."""

    id: str
    as_of: date | None
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginUsed:
    """A plugin that was loaded."""

    name: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What made a review, so that it can be made again."""

    legalai: str
    clause_model: str
    clause_model_sha256: str
    drafter: str
    prompts: tuple[PromptUsed, ...]
    packs: tuple[PackUsed, ...]
    plugins: tuple[PluginUsed, ...]
    created_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A contract, what stands out in it, and what to say about it. `complete` only when no issue is an error."""

    schema_version: int = SCHEMA_VERSION
    status: Literal["complete", "partial"]
    contract: Contract
    jurisdiction: AppliedJurisdiction
    focuses: tuple[str, ...]
    acting_for: str | None
    matter_type: str | None
    summary: tuple[Sentence, ...]
    findings: tuple[Finding, ...]
    negotiation_points: tuple[NegotiationPoint, ...]
    provenance: Provenance
    issues: tuple[Issue, ...]

    def __post_init__(self) -> None:
        if self.status == "complete" and any(issue.severity == "error" for issue in self.issues):
            raise ValueError("a review with an error among its issues is partial")
