"""Jurisdiction packs: the law of one legal system as files, loaded, checked and inherited.

`<folder>/<id>/profile.toml` holds the rules, `<folder>/<id>/prompts/` what differs from the parent's prompts, and
`<folder>/_base/focus/*.toml` the risk focuses. Of two packs with the same id, the one in the earlier folder counts.
"""

import hashlib
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from legalai.config_files import Settings, read_config
from legalai.errors import ConfigError
from legalai.schema import Authority, PackUsed, Severity
from legalai.triggers import Trigger

BASE = "_base"
TASKS = ("summary", "negotiate")
_ID = re.compile(r"_base|[a-z]{2}(-[a-z0-9]{1,8})*")
_PROMPT = re.compile(r"([a-z]+)\.v([1-9]\d{0,3})\.jinja")

Effect = Literal[
    "void",
    "void_to_extent",
    "unenforceable",
    "not_binding",
    "voidable",
    "reasonableness_test",
    "presumption",
    "needs_conspicuous",
    "needs_formality",
    "implied_term",
    "mandatory_right",
    "reducible_by_court",
    "default_rule",
    "enforceable",
    "penalty_exposure",
    "watch",
]
Audience = Literal["b2b", "b2c", "employment", "construction", "small_business"]

# --- files


class AuthorityEntry(Settings):
    """A statute or case. `checked_on` only where somebody opened the source; `url` only where the address is known."""

    cite: str = Field(min_length=3)
    url: str | None = Field(None, pattern=r"^https://")
    as_of: date
    checked_on: date | None = None

    def authority(self) -> Authority:
        """The noun that a finding carries."""
        return Authority(cite=self.cite, url=self.url, as_of=self.as_of, checked_on=self.checked_on)


class Ask(Settings):
    """What to ask for because of a rule. With `wording`, a template, it can become a negotiation point of its own."""

    text: str
    rationale: str | None = None
    wording: str | None = None


class Asks(Settings):
    """What each side should ask for; `both` serves a side that has nothing of its own."""

    customer: Ask | None = None
    supplier: Ask | None = None
    both: Ask | None = None

    def of(self, side: str | None) -> Ask | None:
        """What this side should ask for."""
        own = {"customer": self.customer, "supplier": self.supplier}.get(side or "")
        return own or self.both


class Rule(Settings):
    """One rule of law, when to raise it, and what stands behind it.

    `statement` says the law; `check` what to look at in the contract. `timing`: a rule about contracts is tested
    against the day of signing as well as that of review, a rule about conduct against the day of review only.
    `topic` joins a rule to the positions it supports. A rule with `disclose` false is leverage: the other side is not
    told of it.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str
    focus: str
    topic: str | None = None
    clause_types: tuple[str, ...]
    effect: Effect
    severity: Severity = "medium"
    statement: str
    check: str
    ask: Asks = Asks()
    applies_to: tuple[Audience, ...] = ()
    assumes: tuple[str, ...] = ()
    party_view: Literal["customer", "supplier", "both"]
    disclose: bool = True
    in_force_from: date | None = None
    in_force_until: date | None = None
    timing: Literal["contract", "conduct"] = "contract"
    when: tuple[Trigger, ...] = Field(min_length=1)
    authorities: tuple[AuthorityEntry, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _window_is_a_window(self) -> Self:
        if self.in_force_from and self.in_force_until and self.in_force_from > self.in_force_until:
            raise ValueError("in_force_from is later than in_force_until")
        return self

    def in_force(self, reviewed: date, signed: date | None) -> bool:
        """Whether this is law on the day of review and, for a rule about contracts, was on the day of signing."""
        days = [reviewed, *([signed] if signed is not None and self.timing == "contract" else [])]
        return all(
            (self.in_force_from is None or self.in_force_from <= day)
            and (self.in_force_until is None or day <= self.in_force_until)
            for day in days
        )


class Profile(Settings):
    """What profile.toml holds. `governing_law`: the choices of law this pack answers to."""

    id: str
    name: str
    parent: str | None = None
    legal_system: Literal["common_law", "civil_law", "mixed", "none"]
    language: str
    as_of: date | None = None
    governing_law: tuple[str, ...] = ()
    prompts: dict[str, int] = Field(default_factory=dict[str, int], description="task -> version, to pin one")
    rules: tuple[Rule, ...] = ()

    @field_validator("id")
    @classmethod
    def _known_form(cls, value: str) -> str:
        if not _ID.fullmatch(value):
            raise ValueError("an id is ISO 3166 in lower case, such as 'us-ny' or 'gb-eaw'")
        return value

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        ids = [rule.id for rule in self.rules]
        twice = sorted({each for each in ids if ids.count(each) > 1})
        if twice:
            raise ValueError(f"rules with the same id: {', '.join(twice)}")
        unknown = sorted(set(self.prompts) - set(TASKS))
        if unknown:
            raise ValueError(f"prompts pins an unknown task: {', '.join(unknown)} (known: {', '.join(TASKS)})")
        if self.rules and self.as_of is None:
            raise ValueError("a pack with rules needs as_of, the day its law is stated for")
        return self


class Focus(Settings):
    """A risk focus: the clause types a reviewer looks at and the questions asked."""

    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    title: str
    clause_types: tuple[str, ...]
    looks_for: tuple[str, ...] = Field(min_length=1)


# --- packs


@dataclass(frozen=True, slots=True)
class PromptFile:
    """One version of one prompt. `name` is its path below the folder of packs, as templates refer to it."""

    name: str
    path: Path
    task: str
    focus: str | None
    version: int


@dataclass(frozen=True)
class Pack:
    """One folder: a profile and its own prompts, nothing inherited."""

    folder: Path
    profile: Profile

    @cached_property
    def prompts(self) -> tuple[PromptFile, ...]:
        """The prompt files of this pack, in the order of their names."""
        return tuple(_prompt_files(self.folder, self.profile.id))

    def prompt(self, task: str, focus: str | None) -> PromptFile | None:
        """This pack's prompt for a task: for the focus if it has one, else for any; the pinned or highest version."""
        for wanted in (focus, None) if focus is not None else (None,):
            found = [each for each in self.prompts if each.task == task and each.focus == wanted]
            pinned = self.profile.prompts.get(task)
            if found and pinned is not None and wanted is None:
                found = [each for each in found if each.version == pinned]
                if not found:
                    message = f"version {pinned} is pinned but there is no such file"
                    raise ConfigError(f"{self.folder / 'profile.toml'} -> prompts -> {task}: {message}")
            if found:
                return max(found, key=lambda each: each.version)
        return None


@dataclass(frozen=True)
class Jurisdiction:
    """A pack with all it inherits: `chain` from the pack itself up to `_base`."""

    chain: tuple[Pack, ...]
    focuses: tuple[Focus, ...]

    @property
    def profile(self) -> Profile:
        """The profile of the pack itself."""
        return self.chain[0].profile

    @property
    def id(self) -> str:
        """The pack's id, "_base" where no law applies."""
        return self.profile.id

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Own rules first, then the parents'; an own rule replaces the inherited one of its id. No watch items."""
        found: dict[str, Rule] = {}
        for pack in self.chain:
            for rule in pack.profile.rules:
                found.setdefault(rule.id, rule)
        return tuple(rule for rule in found.values() if rule.effect != "watch")

    def focus(self, focus_id: str) -> Focus:
        """A focus by its id. Raises: ConfigError that lists the known ones."""
        for focus in self.focuses:
            if focus.id == focus_id:
                return focus
        known = ", ".join(each.id for each in self.focuses)
        raise ConfigError(f"There is no focus '{focus_id}'. Known: {known}.")

    def prompt(self, task: str, focus: str | None = None) -> PromptFile:
        """The prompt for a task: own before inherited, for the focus before general.

        Raises: ConfigError when no pack of the chain has one.
        """
        for pack in self.chain:
            found = pack.prompt(task, focus)
            if found is not None:
                return found
        raise ConfigError(f"{self.id}: no prompt for the task '{task}' in {self.id} or its parents.")

    def used(self) -> tuple[PackUsed, ...]:
        """What provenance records: every pack of the chain and the hash of its profile."""
        return tuple(
            PackUsed(
                id=pack.profile.id,
                as_of=pack.profile.as_of,
                sha256=hashlib.sha256((pack.folder / "profile.toml").read_bytes()).hexdigest(),
            )
            for pack in self.chain
        )


@dataclass(frozen=True)
class Packs:
    """Every pack of some folders; the first folder that has an id provides it."""

    folders: tuple[Path, ...]

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids there are, `_base` first."""
        found = {path.parent.name for folder in self.folders for path in folder.glob("*/profile.toml")}
        return tuple(sorted(found, key=lambda each: (each != BASE, each)))

    def place(self, pack_id: str) -> Path:
        """The folder of a pack. Raises: ConfigError that lists the known ids."""
        for folder in self.folders:
            if _ID.fullmatch(pack_id) and (folder / pack_id / "profile.toml").is_file():
                return folder / pack_id
        raise ConfigError(f"There is no jurisdiction pack '{pack_id}'. Known: {', '.join(self.ids) or 'none'}.")

    def load(self, pack_id: str) -> Jurisdiction:
        """A pack with its parents. Raises: ConfigError for a wrong file, a missing parent or a circle."""
        chain: list[Pack] = []
        wanted: str | None = pack_id
        while wanted is not None:
            if any(pack.profile.id == wanted for pack in chain):
                raise ConfigError(f"{chain[-1].folder / 'profile.toml'} -> parent: '{wanted}' is its own ancestor")
            chain.append(load_pack(self.place(wanted)))
            parent = chain[-1].profile.parent
            wanted = parent if parent is not None else (BASE if wanted != BASE else None)
        return Jurisdiction(chain=tuple(chain), focuses=_focuses(chain))

    def answering_to(self, governing_law: str) -> str | None:
        """The pack that holds the law of a choice of law; None where no pack does."""
        for pack_id in self.ids:
            if governing_law in load_pack(self.place(pack_id)).profile.governing_law:
                return pack_id
        return None


def load_pack(folder: Path) -> Pack:
    """One pack, checked. Raises: ConfigError."""
    path = folder / "profile.toml"
    profile = read_config(path, Profile)
    if profile.id != folder.name:
        raise ConfigError(f"{path} -> id: '{profile.id}' does not match its folder '{folder.name}'")
    return Pack(folder=folder, profile=profile)


def copy_pack(packs: Packs, pack_id: str, target: Path) -> Path:
    """Start a pack of the user's own: `target/<id>` with the profile and every prompt it would inherit, ready to edit.

    Raises: ConfigError when the folder is there already.
    """
    jurisdiction = packs.load(pack_id)
    folder = target / pack_id
    if folder.exists():
        raise ConfigError(f"{folder} exists already. Choose another folder, or edit the pack there.")
    shutil.copytree(jurisdiction.chain[0].folder, folder)
    for pack in jurisdiction.chain[1:]:
        for task, focus in sorted({(each.task, each.focus or "") for each in pack.prompts}):
            prompt = pack.prompt(task, focus or None)
            copies = folder / "prompts" / focus
            if prompt is not None and prompt.focus == (focus or None) and not any(copies.glob(f"{task}.v*.jinja")):
                copies.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(prompt.path, copies / prompt.path.name)
    return folder


def _focuses(chain: list[Pack]) -> tuple[Focus, ...]:
    found: dict[str, Focus] = {}
    for pack in chain:
        for path in sorted((pack.folder / "focus").glob("*.toml")):
            focus = read_config(path, Focus)
            if focus.id != path.stem:
                raise ConfigError(f"{path} -> id: '{focus.id}' does not match its file '{path.name}'")
            found.setdefault(focus.id, focus)
    return tuple(found[each] for each in sorted(found))


def _prompt_files(folder: Path, pack_id: str) -> Iterator[PromptFile]:
    top = folder / "prompts"
    for path in sorted(top.glob("**/*.jinja")):
        match = _PROMPT.fullmatch(path.name)
        below = path.relative_to(top).parts
        if match is None or len(below) > 2 or match[1] not in TASKS:
            tasks = " or ".join(TASKS)
            raise ConfigError(f"{path}: a prompt is prompts/[<focus>/]<task>.v<N>.jinja, with <task> {tasks}")
        name = "/".join((pack_id, "prompts", *below))
        focus = below[0] if len(below) == 2 else None
        yield PromptFile(name=name, path=path, task=match[1], focus=focus, version=int(match[2]))
