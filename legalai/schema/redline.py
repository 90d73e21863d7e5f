"""A redline: what is changed in the text of a contract, and the proof that nothing else is."""

from dataclasses import dataclass
from typing import Literal

from legalai.schema.contract import SCHEMA_VERSION
from legalai.schema.document import Issue

RevisionKind = Literal["replacement", "insertion", "deletion", "new_paragraph", "comment"]
Recipient = Literal["counterparty", "internal"]
LibreOfficeRun = Literal["not_run", "opened", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One change to the text, with the negotiation point that asked for it.

    Characters [start, end) are `text` and give way to `new_text`. For a new paragraph both are the end of the block it
    follows, and `like` is the start of the block whose style, and number where numbers are automatic, it takes; a line
    break in `new_text` begins another paragraph. `why` says why there is a comment only, where a change was asked for.
    """

    id: str
    point: str
    kind: RevisionKind
    start: int
    end: int
    text: str
    new_text: str
    like: int | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofCheck:
    """One thing that was proved of a redline, and what was counted or compared."""

    name: str
    passed: bool
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlineProof:
    """What was proved of a redline before it was handed over. It holds nothing that the recipient may not read.

    `source_is_word`: the changes are in the file that was given; else in one rebuilt from its text. `issues`: why the
    law or the playbook behind it may be wrong, which the other side is not told.
    """

    schema_version: int = SCHEMA_VERSION
    source: str
    source_sha256: str
    source_is_word: bool
    recipient: Recipient
    redline_sha256: str
    author: str
    created_at: str
    revisions: tuple[Revision, ...]
    comments: int
    changed_parts: tuple[str, ...]
    checks: tuple[ProofCheck, ...]
    libreoffice: LibreOfficeRun = "not_run"
    issues: tuple[Issue, ...] = ()
