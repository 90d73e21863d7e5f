"""Jurisdiction packs: the law of one legal system as a folder, loaded, checked and inherited.

`<folder>/<id>/profile.toml` holds the rules, `rates.toml` the figures that change, `cases.toml` what each rule must and
must not fire on, `prompts/` what differs from the parent's prompts; `<folder>/_base/` holds the risk focuses and the
facts that rules ask for. Of two packs with the same id, the one in the earlier folder counts.
"""

import hashlib
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import ConfigDict

from legalai.config_files import Settings, read_config
from legalai.errors import ConfigError
from legalai.jurisdictions.cases import Case, CasesFile, ChecklistCase
from legalai.jurisdictions.checklist import Checklist
from legalai.jurisdictions.facts import Fact, FactsFile
from legalai.jurisdictions.focus import Focus
from legalai.jurisdictions.matter import Matter
from legalai.jurisdictions.profile import PACK_ID, TASKS, Profile, Rule
from legalai.jurisdictions.rates import Rate, RatesFile
from legalai.schema import PackUsed

Named = TypeVar("Named", Focus, Matter, Checklist)
BASE = "_base"
_READ = (
    *("profile.toml", "rates.toml", "facts.toml"),
    *("focus/*.toml", "matter/*.toml", "checklist/*.toml", "prompts/**/*.jinja"),
)
_PROMPT = re.compile(r"([a-z]+)\.v([1-9]\d{0,3})\.jinja")


class _Answers(Settings):
    """The choices of law that a pack answers to, whatever else its profile holds."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    governing_law: tuple[str, ...] = ()


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

    @cached_property
    def rates(self) -> tuple[Rate, ...]:
        """The figures of this pack that change, with the days they hold for."""
        path = self.folder / "rates.toml"
        return read_config(path, RatesFile).rates if path.is_file() else ()

    @cached_property
    def _tests(self) -> CasesFile | None:
        path = self.folder / "cases.toml"
        return read_config(path, CasesFile) if path.is_file() else None

    @property
    def cases(self) -> tuple[Case, ...]:
        """What the rules of this pack must and must not fire on."""
        return self._tests.cases if self._tests else ()

    @property
    def checklist_cases(self) -> tuple[ChecklistCase, ...]:
        """What must be found of the items of check lists."""
        return self._tests.checklists if self._tests else ()

    def sha256(self) -> str:
        """The hash of every file that a review reads of this pack, each with its name. Its cases are none of them."""
        held = sorted(path for name in _READ for path in self.folder.glob(name))
        named = ((path.relative_to(self.folder).as_posix(), path.read_bytes()) for path in held)
        whole = "\n".join(f"{hashlib.sha256(data).hexdigest()} {name}" for name, data in named)
        return hashlib.sha256(whole.encode()).hexdigest()

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
    matters: tuple[Matter, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    facts: tuple[Fact, ...] = ()

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

    @cached_property
    def rates(self) -> tuple[Rate, ...]:
        """The figures that change, own before inherited."""
        found: dict[str, Rate] = {}
        for pack in self.chain:
            for rate in pack.rates:
                found.setdefault(rate.id, rate)
        return tuple(found.values())

    def fact(self, fact_id: str) -> Fact:
        """A fact that rules ask for. Raises: ConfigError that lists the known ones."""
        for fact in self.facts:
            if fact.id == fact_id:
                return fact
        raise ConfigError(f"There is no fact '{fact_id}'. Known: {', '.join(each.id for each in self.facts)}.")

    def matter(self, matter_id: str) -> Matter:
        """A kind of matter by its id. Raises: ConfigError that lists the known ones."""
        for matter in self.matters:
            if matter.id == matter_id:
                return matter
        known = ", ".join(each.id for each in self.matters)
        raise ConfigError(f"There is no matter type '{matter_id}'. Known: {known}.")

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
        """What provenance records: every pack of the chain and the hash of what a review reads of it."""
        return tuple(
            PackUsed(id=pack.profile.id, as_of=pack.profile.as_of, sha256=pack.sha256()) for pack in self.chain
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
            if PACK_ID.fullmatch(pack_id) and (folder / pack_id / "profile.toml").is_file():
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
        return Jurisdiction(
            chain=tuple(chain),
            focuses=_files_of(chain, "focus", Focus),
            matters=_files_of(chain, "matter", Matter),
            checklists=_files_of(chain, "checklist", Checklist),
            facts=_facts(chain),
        )

    def answering_to(self, governing_law: str) -> str | None:
        """The pack that holds the law of a choice of law; None where no pack does.

        A pack that is being written and does not load is in the way only of contracts under its own law.
        """
        for pack_id in self.ids:
            if governing_law in read_config(self.place(pack_id) / "profile.toml", _Answers).governing_law:
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


def _files_of(chain: Sequence[Pack], below: str, kind: type[Named]) -> tuple[Named, ...]:
    """The files of one kind, by their ids; an own file replaces the inherited one of its id."""
    found: dict[str, Named] = {}
    for pack in chain:
        for path in sorted((pack.folder / below).glob("*.toml")):
            each = read_config(path, kind)
            if each.id != path.stem:
                raise ConfigError(f"{path} -> id: '{each.id}' does not match its file '{path.name}'")
            found.setdefault(each.id, each)
    return tuple(found[each] for each in sorted(found))


def _facts(chain: list[Pack]) -> tuple[Fact, ...]:
    found: dict[str, Fact] = {}
    for pack in chain:
        path = pack.folder / "facts.toml"
        for fact in read_config(path, FactsFile).facts if path.is_file() else ():
            found.setdefault(fact.id, fact)
    return tuple(found.values())


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
