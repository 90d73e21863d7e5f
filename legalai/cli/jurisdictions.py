"""`legalai jurisdictions`: the packs of law, listed, shown, checked, copied and tried out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legalai.cli import options
from legalai.cli.show import complain, say, stages, table, write_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalai.jurisdictions import Jurisdiction, Packs

app = typer.Typer(help="The packs of law: list, show, check, copy, render.")

PackId = Annotated[str, typer.Argument(metavar="ID", help="A pack, such as us-ny.")]


@app.command("list")
def list_packs(packs: options.PacksFolder = None) -> None:
    """List the packs there are.

    Example: legalai jurisdictions list
    """
    found = _packs(packs)
    loaded = ((pack_id, found.load(pack_id)) for pack_id in found.ids)
    table(
        ("id", "name", "parent", "law as of", "rules", "folder"),
        (
            (
                pack_id,
                pack.profile.name,
                pack.chain[1].profile.id if len(pack.chain) > 1 else "-",
                str(pack.profile.as_of or "-"),
                str(len(pack.rules)),
                str(found.place(pack_id)),
            )
            for pack_id, pack in loaded
        ),
    )


@app.command("show")
def show(pack_id: PackId, packs: options.PacksFolder = None) -> None:
    """Show a pack: its rules with their authorities, its focuses, and the prompt files it uses.

    Example: legalai jurisdictions show us-ny
    """
    pack = _packs(packs).load(pack_id)
    profile = pack.profile
    chain = " > ".join(each.profile.id for each in pack.chain)
    say(f"{profile.id}: {profile.name}; law as of {profile.as_of or '-'}; {chain}")
    table(
        ("rule", "focus", "severity", "says", "authorities"),
        (
            (
                rule.id,
                rule.focus,
                rule.severity,
                rule.statement,
                "; ".join(f"{each.cite} ({_checked(each.checked_on)})" for each in rule.authorities),
            )
            for rule in pack.rules
        ),
    )
    table(
        ("focus", "looks for", "where no clause is found", "how grave"),
        ((focus.id, "; ".join(focus.looks_for), focus.missing, focus.severity) for focus in pack.focuses),
    )
    table(("task", "focus", "prompt file"), _prompts(pack))


@app.command("check")
def check(
    path: Annotated[
        Path | None,
        typer.Argument(metavar="PATH", help="A pack, or a folder of packs; all that are found when not given."),
    ] = None,
    *,
    cases: Annotated[
        bool, typer.Option("--cases/--no-cases", help="Also put the cases of each rule through the whole program.")
    ] = True,
    as_of: options.AsOf = None,
) -> int:
    """Check packs: their files, parents and authorities, that every prompt renders, and that every rule's cases hold.

    Exit code 1 where a pack is not sound or a case comes out otherwise than it says. Law that was to be looked at
    again, and figures that have run out, are told and leave a pack sound.

    Example: legalai jurisdictions check my-packs
    """
    from legalai.drafting.pack_check import check_pack
    from legalai.jurisdictions import load_pack, out_of_date

    found = _packs(None)
    folders = [found.place(pack_id) for pack_id in found.ids] if path is None else _pack_folders(path)
    wrong = 0
    run_cases = _case_runner() if cases else None
    for folder in folders:
        lines = check_pack(folder, found)
        if not lines and run_cases is not None:
            lines = run_cases(folder, found)
        old = out_of_date(load_pack(folder), options.day(as_of)) if not lines else []
        for line in (*lines, *old):
            complain(line)
        say(f"{folder}: {f'{len(lines)} problems' if lines else 'sound'}{f', {len(old)} to look up' if old else ''}")
        wrong += bool(lines)
    return 1 if wrong else 0


@app.command("copy")
def copy(
    pack_id: PackId,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder that is to hold your packs.")],
    packs: options.PacksFolder = None,
) -> None:
    """Start a pack of your own from one that is there; use it with --packs DIR.

    Example: legalai jurisdictions copy us-ny my-packs
    """
    from legalai.jurisdictions import copy_pack

    say(f"{copy_pack(_packs(packs), pack_id, folder)} is yours to edit. Use it with: --packs {folder}")


@app.command("render")
def render(
    pack_id: PackId,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A contract.")],
    *,
    task: Annotated[str, typer.Option(metavar="T", help="summary, findings, negotiate or redline.")],
    focus: Annotated[str | None, typer.Option(metavar="F", help="A risk focus.")] = None,
    acting_for: options.ActingFor = None,
    playbook: options.Playbook = None,
    packs: options.PacksFolder = None,
    fact: options.Facts = None,
    overlay: options.Overlays = None,
    redact: options.Redact = False,
    as_of: options.AsOf = None,
    password: options.Password = None,
) -> None:
    """Print exactly what a language model would be sent for a task on a contract: instructions, a blank line, prompt.

    Of a long contract that is the part it would be given. How many tokens it is at most goes to the error output.

    Example: legalai jurisdictions render us-ny --focus liability --task negotiate contract.docx --acting-for Customer
    """
    from legalai.advise import choose_jurisdiction, render_prompt
    from legalai.playbook import load_playbook
    from legalai.review import Workbench

    found = _packs(packs)
    facts, overlays = options.known_facts(fact), options.chosen_overlays(overlay)
    # Before the long part: an unknown pack is told at once.
    for each in (pack_id, *(pack for _, pack in overlays)):
        found.load(each)
    with stages(file.name) as tell:
        extracted = Workbench.open().extract(file, as_of=options.day(as_of), password=password, progress=tell)
    preview = render_prompt(
        extracted.document,
        extracted.contract,
        choice=choose_jurisdiction(found, extracted.contract, pack_id, overlays),
        task=task,
        focus=focus,
        playbook=load_playbook(playbook) if playbook else None,
        acting_for=acting_for,
        facts=dict(facts),
        redacted=redact,
    )
    write_out(f"{preview.instructions}\n\n{preview.prompt}")
    complain(f"{preview.tokens} tokens at most, counted by length")


def _packs(folder: Path | None) -> "Packs":
    from legalai.jurisdictions import Packs
    from legalai.resources import pack_folders

    return Packs(pack_folders(folder))


def _pack_folders(path: Path) -> list[Path]:
    """The packs at a path: itself, or every pack in it. Raises: ConfigError where there is none."""
    from legalai.errors import ConfigError

    # Resolved: a pack is known by its folder's name, which "." does not show.
    path = path.resolve()
    found = [path] if (path / "profile.toml").is_file() else sorted(each.parent for each in path.glob("*/profile.toml"))
    if not found:
        raise ConfigError(f"{path}: no pack here. A pack is a folder <id> that holds profile.toml.")
    return found


def _checked(day: object) -> str:
    return f"checked {day}" if day else "not checked"


def _prompts(pack: "Jurisdiction") -> list[tuple[str, str, str]]:
    """Which file serves each task, in general and for every focus that has one of its own."""
    from legalai.jurisdictions import TASKS

    rows: list[tuple[str, str, str]] = []
    for task in TASKS:
        general = pack.prompt(task)
        rows.append((task, "-", str(general.path)))
        own = ((focus.id, pack.prompt(task, focus.id)) for focus in pack.focuses)
        rows += [(task, focus, str(file.path)) for focus, file in own if file != general]
    return rows


def _case_runner() -> "Callable[[Path, Packs], list[str]]":
    """What puts the cases of a pack's folder through the whole program, with models loaded once."""
    from legalai.jurisdictions import Packs
    from legalai.review import Workbench

    workbench = Workbench.open()

    def run(folder: Path, packs: Packs) -> list[str]:
        from legalai.advise.pack_cases import failed_cases

        beside = Packs((folder.resolve().parent, *packs.folders))
        lines = failed_cases(beside.load(folder.resolve().name), beside, workbench.extract_text)
        return [f"{folder / 'cases.toml'}: {line}" for line in lines]

    return run
