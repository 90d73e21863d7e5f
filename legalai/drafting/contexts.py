"""What a template may speak of: the facts of one contract, as words with the marks of the quotes behind them."""

from dataclasses import dataclass

# What the words of playbooks, and what rules ask for, may name: the contract's own names, and what it costs.
NAMES = frozenset(
    "agreement cap_in_money confidential_information customer days_gained deadline fees personal_data renewal_length"
    " renewal_term services supplier them us year".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words for a sentence. `cite` holds the marks of the quotes they rest on."""

    text: str
    cite: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFact:
    """A party as the contract names it. `called` is what the contract calls it, or its name."""

    name: str
    called: str
    role: str | None
    cite: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseFact:
    """A clause in short. `words` is a quote, cut at the ends where it is long; `where` reads "clause 7.2", say.

    `party`: whom it speaks of, by name, "both parties", or None where the words do not show it. `months` and `amount`
    are what the clause states, None where it states none.
    """

    words: str
    where: str
    party: str | None
    months: str | None
    amount: str | None
    cite: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseFacts:
    """The clauses a summary speaks of; None where none was found."""

    cap: ClauseFact | None
    uncapped: ClauseFact | None
    damages: ClauseFact | None
    liquidated_damages: ClauseFact | None
    indemnity: ClauseFact | None
    insurance: ClauseFact | None
    data: ClauseFact | None
    incident: ClauseFact | None
    convenience: ClauseFact | None
    assignment: ClauseFact | None
    change_of_control: ClauseFact | None
    exclusivity: ClauseFact | None
    non_compete: ClauseFact | None
    minimum: ClauseFact | None
    most_favoured: ClauseFact | None
    licence: ClauseFact | None
    ownership: ClauseFact | None
    after_end: ClauseFact | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermFacts:
    """The life of the contract. Dates read "31 December 2026"; `as_of` is the day they were worked out for.

    `ended`: the day on which it ended, or will; its text is empty where the contract says that it is over and not when.
    `notice_of`: whose notice is meant, where the parties' differ.
    `leaving`: the notice on which a party may end it without a reason; `next_end`: the end that notice then brings on.
    """

    as_of: str
    agreement_date: Said | None
    effective_date: Said | None
    initial_term: Said | None
    expiration: Said | None
    renewal_kind: str
    renewal: Said | None
    renewal_term: str | None
    successive: bool
    notice: Said | None
    notice_deadline: Said | None
    notice_passed: bool
    notice_of: str | None
    send_by: str | None
    window_opens: str | None
    ended: Said | None
    has_ended: bool
    ended_why: str | None
    leaving: Said | None
    next_end: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LawFacts:
    """Governing law and forum. `pack` is the name of the pack applied, None where no law was."""

    governing_law: Said | None
    forum: Said | None
    forum_kind: str | None
    exclusive: bool | None
    pack: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingFact:
    """A clause type that was looked for and not found; `cite` marks the nearest passages."""

    name: str
    cite: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryContext:
    """Everything a summary may say."""

    jurisdiction: str
    focuses: tuple[str, ...]
    questions: tuple[str, ...]
    acting_for: str | None
    kind: str
    agreement: str
    execution: str
    parties: tuple[PartyFact, ...]
    term: TermFacts
    law: LawFacts
    money: tuple[Said, ...]
    duties: tuple[Said, ...]
    clauses: ClauseFacts
    missing: tuple[MissingFact, ...]
    contract: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LawPoint:
    """A rule of law as a finding tells it. `checked` is false where nobody opened the source.

    `statement` is empty where the other side is told, and the rule is not checked or rests on an assumption.
    """

    title: str
    statement: str
    check: str
    authorities: str
    assumes: tuple[str, ...]
    checked: bool
    ask: str | None
    rationale: str | None
    disclose: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionPoint:
    """A playbook position as a finding tells it; all but `ask` and `rationale` stay in the house."""

    title: str
    preferred: str
    fallback: str
    walk_away: str
    escalate_to: str
    found: str
    ask: str
    rationale: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPoint:
    """A clause that was expected and not found. `overlooked`: how often the model misses one; None where unknown."""

    what: str
    looked_for: str
    overlooked: str | None
    why: str
    default_law: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GapPoint:
    """An item of a check list that the contract meets in part or not at all. `authority` is what asks for it."""

    what: str
    authority: str
    status: str
    ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PointContext:
    """Everything one finding, the negotiation point that answers it, or its wording may say.

    `inside`: it is for the party we act for. False where nobody was chosen: `us` is then the side it is told of.
    """

    jurisdiction: str
    focus: str
    questions: tuple[str, ...]
    good: tuple[str, ...]
    gravity: str | None
    inside: bool
    us: str | None
    them: str | None
    agreement: str
    clause: ClauseFact
    law: tuple[LawPoint, ...]
    position: PositionPoint | None
    missing: MissingPoint | None
    gap: GapPoint | None
    proposed_text: str | None
    contract: str
