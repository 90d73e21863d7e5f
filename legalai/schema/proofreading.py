"""A proofreading: the slips of drafting in one document, each with its place."""

from dataclasses import dataclass
from typing import Literal

from legalai.schema.contract import SCHEMA_VERSION
from legalai.schema.document import DocumentFacts, Issue
from legalai.schema.quote import Citation

MistakeKind = Literal[
    "foreign-name",
    "foreign-margin",
    "signature-name",
    "total",
    "figures-words",
    "currency",
    "reference-missing",
    "reference-subject",
    "schedule-missing",
    "schedule-blank",
    "date-impossible",
    "date-order",
    "date-weekday",
    "date-length",
    "form",
    "blank",
    "drafting-note",
    "term-undefined",
    "term-twice",
    "term-spelling",
    "term-unused",
    "number-twice",
    "number-skipped",
    "number-order",
    "bracket",
    "word-twice",
]
MistakeSeverity = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One slip of drafting. `sentence` says what is wrong, `advice` what to do; the first citation is where it stands.

    Without citations it stands outside the text: in a header, a footer or the properties of the file.
    """

    kind: MistakeKind
    severity: MistakeSeverity
    sentence: str
    citations: tuple[Citation, ...]
    advice: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proofreading:
    """The mistakes of one document, the most harmful first. `kinds` are those that were looked for."""

    schema_version: int = SCHEMA_VERSION
    document: DocumentFacts
    kinds: tuple[MistakeKind, ...]
    mistakes: tuple[Mistake, ...]
    issues: tuple[Issue, ...] = ()
