"""A comparison: what changed between two versions of a contract, and what that does to what was found in it."""

from dataclasses import dataclass
from typing import Literal

from legalai.schema.contract import SCHEMA_VERSION
from legalai.schema.document import DocumentFacts, Issue
from legalai.schema.quote import Citation
from legalai.schema.review import Severity

ClauseChangeKind = Literal["changed", "added", "removed", "moved", "renumbered", "formatting"]
Tracking = Literal["yes", "partly", "no"]
FindingEffectKind = Literal["gone", "new", "worse", "better"]
Answer = Literal["accept", "counter", "escalate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordEdit:
    """Words [start, end) of a clause's old text, `text`, that gave way to [new_start, new_end) of its new text."""

    start: int
    end: int
    text: str
    new_start: int
    new_end: int
    new_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseChange:
    """One clause that is not as it was. A clause that only one version has is None on the other side.

    The offsets of `edits` count from the beginning of the old and the new citation's text. `kind` renumbered and
    formatting: not a word is different. `moved`: it also stands elsewhere among the clauses. `tracked`: whether the new
    file marks it as a tracked change; `unmarked` are the words that were changed without a mark, where only some were,
    counted in the old text and in `before_marks`, the new text with its tracked changes rejected.
    """

    id: str
    kind: ClauseChangeKind
    heading: str | None
    old: Citation | None
    new: Citation | None
    edits: tuple[WordEdit, ...] = ()
    moved: bool = False
    tracked: Tracking = "no"
    authors: tuple[str, ...] = ()
    before_marks: str | None = None
    unmarked: tuple[WordEdit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingEffect:
    """A finding that one version has and the other has not, or has with another severity.

    `citations` are of the new version, of the old one where the finding is gone; `changes` are the ids of the changes
    it comes from, none where it comes from no single clause.
    """

    kind: FindingEffectKind
    finding: str
    title: str
    severity_before: Severity | None
    severity_after: Severity | None
    citations: tuple[Citation, ...]
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactEffect:
    """A date, a party, a sum or the law that is not what it was; None where a version has none."""

    what: str
    old: str | None
    new: str | None
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeAnswer:
    """What the playbook says to a change of the other side. `findings` are the ids that speak against it."""

    change: str
    answer: Answer
    why: str
    findings: tuple[str, ...] = ()
    ask: str | None = None
    proposed_text: str | None = None
    escalate_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two versions of a contract, clause by clause. `answers` is empty where nobody is acted for.

    `new_has_tracked_changes`: without any, every change is one that the new file does not mark. `issues`: why the
    law or the playbook that both versions were judged by may be wrong.
    """

    schema_version: int = SCHEMA_VERSION
    status: Literal["complete", "partial"]
    old: DocumentFacts
    new: DocumentFacts
    acting_for: str | None
    new_has_tracked_changes: bool
    unchanged: int
    changes: tuple[ClauseChange, ...]
    findings: tuple[FindingEffect, ...]
    facts: tuple[FactEffect, ...]
    answers: tuple[ChangeAnswer, ...]
    issues: tuple[Issue, ...] = ()
