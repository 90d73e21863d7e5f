"""`legalai playbook`: positions listed, shown, checked, and drafted from a firm's own contracts."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from legalai.cli import options
from legalai.cli.show import bar, complain, say, table

if TYPE_CHECKING:
    from datetime import date

    from legalai.batch.folder import SourceFile
    from legalai.playbook_drafting import DraftedPlaybook, Practice, Source
    from legalai.triggers import Extent

app = typer.Typer(help="Playbooks, your positions: list, show, check, draft from your contracts.")

Named = Annotated[
    str, typer.Argument(metavar="NAME|FILE", help="A shipped playbook, a TOML file, or a folder of them.")
]


@app.command("list")
def list_playbooks() -> None:
    """List the playbooks that ship with the program.

    Example: legalai playbook list
    """
    from legalai.playbook import SHIPPED, load_playbook, shipped_playbooks

    loaded = [load_playbook(name) for name in shipped_playbooks()]
    table(
        ("name", "for", "side", "positions", "folder"),
        ((each.id, each.contents.name, each.side, str(len(each.positions)), str(SHIPPED / each.id)) for each in loaded),
    )


@app.command("show")
def show(name: Named) -> None:
    """Show a playbook's positions, what costs most first.

    Example: legalai playbook show customer
    """
    from legalai.playbook import load_playbook

    playbook = load_playbook(name)
    say(f"{playbook.id}: {playbook.contents.name}; {len(playbook.positions)} positions of a {playbook.side}")
    table(
        ("position", "focus", "severity", "preferred", "fallback", "walk away", "escalate to"),
        (
            (
                *(each.id, each.focus, each.severity, each.preferred),
                _evaluated(each.fallback, each.fallback_when),
                _evaluated(each.walk_away, each.walk_away_when),
                each.escalate_to,
            )
            for each in sorted(playbook.positions, key=lambda each: each.priority)
        ),
    )
    evaluated = sum(bool(each.walk_away_when) for each in playbook.positions)
    say(f"{evaluated} walk-aways are evaluated (marked *); the others are for people to read.")


def _evaluated(words: str, when: "tuple[Extent, ...]") -> str:
    return f"{words} *" if when else words


@app.command("check")
def check(file: Named) -> int:
    """Check a playbook: that it loads, that every template renders, and that its focuses and clause types are known.

    Exit code 1 where it is not sound, with one line for each problem.

    Example: legalai playbook check my-playbook.toml
    """
    from legalai.playbook_drafting.check import check_playbook

    lines = check_playbook(file)
    for line in lines:
        complain(line)
    say(f"{file}: {f'{len(lines)} problems' if len(lines) != 1 else '1 problem'}" if lines else f"{file}: sound")
    return 1 if lines else 0


@app.command("from")
def draft(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder of your signed contracts.")],
    *,
    acting_for: Annotated[
        list[str],
        typer.Option(
            metavar="NAME|ROLE", help="Your party; may be repeated, for each name or role you contract under."
        ),
    ],
    side: Annotated[
        Literal["customer", "supplier"],
        typer.Option(metavar="customer|supplier", help="The side of the trade that the playbook is for."),
    ],
    out: Annotated[Path, typer.Option(metavar="FILE", help="The playbook to write; nothing there is overwritten.")],
    playbook_id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="The playbook's id; the file's name when not given.")
    ] = None,
    include_unsigned: Annotated[
        bool, typer.Option("--include-unsigned", help="Count contracts that are not signed, or not shown to be.")
    ] = False,
    glob: Annotated[str, typer.Option(metavar="PATTERN", help="Which files, such as '*.pdf'.")] = "*",
    as_of: options.AsOf = None,
    password: options.Password = None,
) -> int:
    """Draft a playbook from your own signed contracts: what you mostly get, mostly accept, and never went below.

    Exit code 1 where a file could not be read or you are not a party to one; the draft is written all the same.

    Example: legalai playbook from signed --acting-for "Harbour Foods LLC" --side customer --out ours.toml
    """
    from legalai.batch.folder import source_files
    from legalai.errors import ConfigError
    from legalai.playbook_drafting import draft_playbook, practice_of
    from legalai.plugins.host import PluginHost

    if out.exists():
        raise ConfigError(f"{out} is there already. Name another file, so that nothing you wrote is lost.")
    plugins = PluginHost.load()
    files = source_files(folder, glob=glob, leave_out=(), readers=plugins.readers)
    for line in files.passed_over:
        complain(line)
    unread: list[str] = []
    sources = _read(files.files, options.day(as_of), password, unread)
    practice = practice_of(sources, acting_for=acting_for, side=side, include_unsigned=include_unsigned)
    _tell(practice)
    drafted = draft_playbook(practice, playbook_id=playbook_id or out.stem, unread=unread)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(drafted.text, encoding="utf-8")
    _tell_draft(out, practice, drafted, len(files.files))
    return 1 if unread or practice.left("not a party") else 0


def _read(
    files: "tuple[SourceFile, ...]", as_of: "date", password: str | None, unread: list[str]
) -> "Iterator[Source]":
    """Each file that can be read, as it was found in; the names of the others go to `unread`, told at once."""
    from legalai.batch.bugs import bug_message
    from legalai.errors import LegalAIError
    from legalai.playbook_drafting import Source
    from legalai.review import Workbench

    workbench = Workbench.open()
    with bar("Reading") as tell:
        for number, file in enumerate(files, start=1):
            try:
                extracted = workbench.extract(file.path, as_of=as_of, password=password)
                yield Source(file.name, extracted.document, extracted.contract)
            except LegalAIError as error:
                unread.append(file.name)
                complain(f"{file.name}: {error}")
            except Exception as error:
                unread.append(file.name)
                complain(f"{file.name}: {bug_message(error)}")
            tell(number, len(files), file.name)


def _tell(practice: "Practice") -> None:
    for each in practice.left_out:
        complain(f"{each.name}: left out, {each.why}")
    unsigned = len(practice.left("unsigned"))
    if unsigned:
        say(f"{unsigned} left out as not signed, or not shown to be; --include-unsigned counts them.")


def _tell_draft(out: Path, practice: "Practice", drafted: "DraftedPlaybook", files: int) -> None:
    say(f"{len(practice.readings)} of {files} files count as contracts in which you are the {practice.side}.")
    drawn = ", ".join(drafted.drawn) or "none: too few contracts settle the same thing"
    say(f"Positions drawn from them: {drawn}.")
    say(f"{out} is yours to read and edit. Check it with: legalai playbook check {out}")
