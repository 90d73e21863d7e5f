"""Playbooks: what a client wants, would accept and would not sign. Never law: that is in the jurisdiction packs."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationError, ValidationInfo, field_validator, model_validator

from legalai.config_files import Settings, check_ids_differ, problems, read_config
from legalai.errors import ConfigError
from legalai.schema import PackUsed, Severity
from legalai.triggers import Extent, Phrase, Phrases, Trigger

SHIPPED = Path(__file__).resolve().parent / "playbooks"
HEAD = "playbook.toml"
SideName = Literal["customer", "supplier"]


class _Edit(Settings):
    """What every edit may say: `ask`, the part of the position's ask that it carries out."""

    ask: str | None = None


class ReplacePeriod(_Edit):
    """Put another length in place of a period the clause states, in the clause's own way of writing numbers.

    `of` says which: the notice against renewal, the length of a renewal, or else the first of the unit's kind.
    """

    op: Literal["period"]
    of: Literal["notice", "renewal_term"] | None = None
    unit: Literal["day", "week", "month", "year"]
    to: int = Field(gt=0)


class ReplaceWords(_Edit):
    """Put other words in place of the first of these phrases that the clause holds."""

    op: Literal["words"]
    find: tuple[Phrase, ...] = Field(min_length=1)
    put: str


class AddWords(_Edit):
    """Put words straight after the first of these phrases, or after the first sum of money where none is given.

    Nothing is added to a clause that mentions one of the phrases in `unless` already.
    """

    op: Literal["add"]
    after: tuple[Phrase, ...] = ()
    put: str
    unless: tuple[Phrase, ...] = ()


class AddSentence(_Edit):
    """Put a sentence after the clause, unless the clause mentions one of the phrases in `unless` already."""

    op: Literal["sentence"]
    put: str
    unless: tuple[Phrase, ...] = ()


class MakeMutual(_Edit):
    """Give a right that one party has to both: "Vendor may" becomes "Either party may"."""

    op: Literal["mutual"]


Edit = Annotated[
    ReplacePeriod | ReplaceWords | AddWords | AddSentence | MakeMutual,
    Field(discriminator="op"),
]


class Position(Settings):
    """One thing the client cares about.

    All words are templates over the contract's own names ({{ us }}, {{ them }}, {{ agreement }}, ...). `rationale` is
    for the other side and never names a policy; `note` stays in the house. `edits` change the clause as little as
    possible; `wording` is a clause to add where there is nothing to edit. `priority` counts from 1 for what costs most;
    `topic` joins a position to the rules of law that support it. `fallback_when` and `walk_away_when` say in triggers
    what `fallback` and `walk_away` say in words: a departure is measured by them. `our_own`: the clause is one for us
    that may not hold as it stands, so a finding of it favours neither side. `with_law_only`: it is raised only beside a
    rule of law on its topic, where it would else be against ourselves. `without`: words that show a clause to be
    fair, or of something else, for every one of its triggers that looks at a clause. `not_in`: kinds of matter that
    it is not for, by id. `gives_way_to`: positions that ask for much the same; it is not raised for words that one of
    them is raised for. Where only some of the edits that have an `ask` can be made, a point asks for those alone.
    """

    id: str = Field(pattern=r"^[a-z]+(-[a-z0-9]+)*$")
    title: str
    topic: str
    focus: str
    clause_type: str
    severity: Severity = "medium"
    priority: int = Field(ge=1, le=99)
    preferred: str
    fallback: str
    walk_away: str
    escalate_to: str
    fallback_when: tuple[Extent, ...] = ()
    walk_away_when: tuple[Extent, ...] = ()
    without: Phrases = ()
    not_in: tuple[str, ...] = ()
    gives_way_to: tuple[str, ...] = ()
    when: tuple[Trigger, ...] = Field(min_length=1)
    ask: str
    rationale: str
    note: str
    edits: tuple[Edit, ...] = ()
    wording: str | None = None
    our_own: bool = False
    with_law_only: bool = False

    @field_validator("when")
    @classmethod
    def _passes_over(cls, when: tuple[Trigger, ...], info: ValidationInfo) -> tuple[Trigger, ...]:
        # Each trigger carries it, so that whoever holds one alone passes over the same clauses.
        without: tuple[str, ...] = info.data.get("without", ())
        return tuple(
            each.model_copy(update={"without": (*each.without, *without)}) if each.clause or each.passage else each
            for each in when
        )

    @model_validator(mode="after")
    def _proposes(self) -> Self:
        if not self.edits and not self.wording:
            raise ValueError("a position proposes words: give `edits`, `wording`, or both")
        return self


class PlaybookHead(Settings):
    """What a playbook is. `side`: for whom the positions speak."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str
    side: SideName


class PositionsFile(Settings):
    """What a file beside the head of a playbook holds, where the playbook is a folder."""

    positions: tuple[Position, ...] = Field(min_length=1)


class PlaybookFile(PlaybookHead):
    """A whole playbook: what its file holds, or the files of its folder together."""

    positions: tuple[Position, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        check_ids_differ(self.positions, "positions")
        return self


@dataclass(frozen=True, slots=True)
class Playbook:
    """A client's positions, and the hash of the file or files they came from."""

    contents: PlaybookFile
    sha256: str

    @property
    def id(self) -> str:
        """The playbook's id."""
        return self.contents.id

    @property
    def side(self) -> SideName:
        """For whom the positions speak."""
        return self.contents.side

    @property
    def positions(self) -> tuple[Position, ...]:
        """The positions in the order of the file, or of the files' names."""
        return self.contents.positions

    def used(self) -> PackUsed:
        """What provenance records."""
        return PackUsed(id=f"playbook:{self.id}", as_of=None, sha256=self.sha256)


def shipped_playbooks() -> tuple[str, ...]:
    """The names of the playbooks that come with the program."""
    return tuple(sorted(path.parent.name for path in SHIPPED.glob(f"*/{HEAD}")))


def is_shipped(playbook: Playbook) -> bool:
    """Whether a playbook is one that comes with the program, as it came."""
    return playbook.id in shipped_playbooks() and playbook.sha256 == load_playbook(playbook.id).sha256


def load_playbook(name_or_path: str) -> Playbook:
    """A playbook by the name of a shipped one, or by the path of a TOML file or of a folder. Raises: ConfigError."""
    path = find_playbook(name_or_path)
    if path.is_dir():
        return _load_folder(path)
    return Playbook(contents=read_config(path, PlaybookFile), sha256=_hash([path]))


def find_playbook(name_or_path: str) -> Path:
    """Where a playbook is: a TOML file or a folder. Raises: ConfigError that lists the shipped ones."""
    path = SHIPPED / name_or_path if name_or_path in shipped_playbooks() else Path(name_or_path)
    if not path.exists():
        known = ", ".join(shipped_playbooks())
        raise ConfigError(f"There is no playbook '{name_or_path}'. Give a TOML file, a folder or one of: {known}.")
    return path


def position_files(folder: Path) -> list[Path]:
    """The files with positions of a playbook that is a folder, by name."""
    return sorted(path for path in folder.glob("*.toml") if path.name != HEAD)


def _load_folder(folder: Path) -> Playbook:
    head, files = folder / HEAD, position_files(folder)
    positions = [each for path in files for each in read_config(path, PositionsFile).positions]
    try:
        contents = PlaybookFile(**dict(read_config(head, PlaybookHead)), positions=tuple(positions))
    except ValidationError as error:
        raise ConfigError("\n".join(problems(folder, error))) from error
    return Playbook(contents=contents, sha256=_hash([head, *files]))


def _hash(files: Sequence[Path]) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
