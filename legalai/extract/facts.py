"""What the components of the pipeline know of one contract, and tell each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from legalai.extract.clauses.decoding import Readings
from legalai.extract.given_values import GivenValue
from legalai.extract.hints import Hint
from legalai.extract.segmentation.passages import Passage
from legalai.schema import (
    AmendedContract,
    Amount,
    Candidate,
    Clause,
    DefinedTerm,
    Document,
    Execution,
    Forum,
    GoverningLaw,
    Incorporated,
    Issue,
    KeyDates,
    Obligation,
    Party,
    Percentage,
)


@dataclass(frozen=True, slots=True)
class Section:
    """A run of whole passages, the unit that the pipeline reads at a time.

    Offsets: characters [start, end) of `Document.text`. `last` is true for the contract's last section.
    """

    start: int
    end: int
    passages: tuple[Passage, ...]
    last: bool


@dataclass(kw_only=True)
class ContractFacts:
    """One contract's facts, which the components fill in their order; every section's Doc carries the same one.

    `triggers` are days the user gave; `hints` holds what the rules know before the model reads, `readings` what the
    clause model said of the sections so far; `candidates`, per clause type, the best spans that were not good enough to
    be clauses.
    """

    document: Document
    passages: tuple[Passage, ...]
    as_of: date
    triggers: Mapping[str, GivenValue] = field(default_factory=dict[str, GivenValue])
    hints: tuple[Hint, ...] = ()
    readings: list[Readings] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    candidates: dict[str, list[Candidate]] = field(default_factory=dict)
    miss_rates: dict[str, float] = field(default_factory=dict)
    defined_terms: tuple[DefinedTerm, ...] = ()
    amounts: tuple[Amount, ...] = ()
    percentages: tuple[Percentage, ...] = ()
    title: str | None = None
    contract_type: str | None = None
    parties: tuple[Party, ...] = ()
    governing_law: GoverningLaw | None = None
    forum: Forum | None = None
    obligations: tuple[Obligation, ...] = ()
    execution: Execution = field(default_factory=Execution)
    incorporated: tuple[Incorporated, ...] = ()
    amends: AmendedContract | None = None
    key_dates: KeyDates | None = None
    issues: list[Issue] = field(default_factory=list)


def sections(passages: Sequence[Passage], *, size: int) -> list[Section]:
    """Cut a contract into sections of about `size` characters, between passages and preferably between blocks."""
    result: list[Section] = []
    begin = 0
    for i, passage in enumerate(passages):
        last = i + 1 == len(passages)
        length = passage.end - passages[begin].start
        between_blocks = last or passages[i + 1].block != passage.block
        if last or (length >= size and between_blocks) or length >= 2 * size:
            chosen = tuple(passages[begin : i + 1])
            result.append(Section(chosen[0].start, chosen[-1].end, chosen, last))
            begin = i + 1
    return result
