"""A review: what stands out in a contract, by law and by playbook, and what to say about it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from legalai.schema.authority import Authority
from legalai.schema.contract import SCHEMA_VERSION, Contract
from legalai.schema.document import Issue
from legalai.schema.quote import Citation

Severity = Literal["high", "medium", "low", "info"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""The gravest first."""
Side = Literal["us", "them", "both"]
DeviationExtent = Literal["fallback", "between", "walk_away"]
# Issues that put in doubt what a review judged by, whatever the contract says.
_DOUBTS = frozenset({"stale-pack", "playbook-side"})


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedJurisdiction:
    """The pack a review used and why. `id` is "_base" where no law was applied.

    `overlays`: packs whose rules count beside it because of a place, such as "workplace=us-ca".
    """

    id: str
    as_of: date | None
    why: str
    overlays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a summary; it cites or it does not leave the program."""

    sentence: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """A playbook position and what the contract has instead.

    `extent`: how far it goes, where the position says so in a form that can be evaluated: within what we would accept,
    between that and what we would not sign, or as far as that.
    """

    position: str
    found: str
    extent: DeviationExtent | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A departure from law or playbook. `id` stays the same over re-runs of the same text.

    `effect` says in a sentence or two what it costs. `certainty`: how sure the pack is of the law it states; None where
    the finding rests on no law. `to_check`: found by its words alone, outside of a clause of its kind; such a finding
    is never of high severity.
    """

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
    effect: str = ""
    certainty: Literal["high", "medium", "low"] | None = None
    to_check: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NegotiationPoint:
    """What to say to the other side. `finding` is the id of the finding it answers; `fallback` and `walk_away`
    never leave the house.

    `priority` counts from 1 for what costs most. `edit` says whether `proposed_text` stands in place of the first
    citation or follows it as a new clause. In words that stand in its place, what follows an empty line is a new clause
    after it.
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
    edit: Literal["replace", "insert_after"] = "replace"
    walk_away: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """One thing a regulation asks a contract to contain; `citations` are the words that say it."""

    id: str
    what: str
    cite: str
    status: Literal["present", "partial", "absent"]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistResult:
    """A check list gone through for one contract."""

    id: str
    title: str
    authorities: tuple[Authority, ...]
    assumptions: tuple[str, ...]
    items: tuple[ChecklistItem, ...]


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
class DrafterUsage:
    """What a language model took for a review.

    `remote`: contract text left this machine; `redacted`: with placeholders for names, sums and addresses. `cached`
    counts replies that were not asked for again. `cost_usd` is None where no price is known.
    """

    remote: bool
    redacted: bool
    requests: int
    cached: int
    input_tokens: int
    output_tokens: int
    cost_usd: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What made a review, so that it can be made again. `usage` is None where no language model wrote."""

    legalai: str
    clause_model: str
    clause_model_sha256: str
    drafter: str
    prompts: tuple[PromptUsed, ...]
    packs: tuple[PackUsed, ...]
    plugins: tuple[PluginUsed, ...]
    created_at: str
    usage: DrafterUsage | None = None


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
    checklists: tuple[ChecklistResult, ...] = ()

    @property
    def doubts(self) -> tuple[Issue, ...]:
        """Why what it was judged by may be wrong: law to be looked at again, a playbook of the other side."""
        return tuple(dict.fromkeys(issue for issue in self.issues if issue.code in _DOUBTS))

    def __post_init__(self) -> None:
        if self.status == "complete" and any(issue.severity == "error" for issue in self.issues):
            raise ValueError("a review with an error among its issues is partial")
