"""`legalai proofread`: the slips of drafting in a contract."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legalai.cli import options
from legalai.cli.show import say, stages, table, write_out
from legalai.ingest.reader import USUAL_LIMITS, Limits

if TYPE_CHECKING:
    from legalai.schema import Mistake, MistakeKind, Proofreading


def proofread(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A contract: Word, PDF, ODT, RTF, HTML, text or e-mail.")
    ],
    *,
    kinds: Annotated[
        str, typer.Option(metavar="A,B", help="What to look for, separated by commas; everything when not given.")
    ] = "",
    password: options.Password = None,
    view: options.TrackedView = "accepted",
    max_characters: options.MaxCharacters = USUAL_LIMITS.characters,
    max_pages: options.MaxPages = USUAL_LIMITS.pages,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, and nothing else.")] = False,
) -> int:
    """List slips of drafting: terms, references, blanks, figures, sums, names, numbers and dates that cannot be right.

    Example: legalai proofread draft.docx --kinds blank,drafting-note
    """
    from legalai.export.json import to_json
    from legalai.ingest.reader import read
    from legalai.plugins.host import PluginHost
    from legalai.proofread.margins import margins_of
    from legalai.proofread.proofread import proofreading_of

    wanted = _kinds(kinds)
    with stages(file.name) as tell:
        tell("reading")
        limits = Limits(max_characters, max_pages)
        document = read(file, PluginHost.load().readers(), password=password, view=view, limits=limits)
        tell("proofreading")
        margins = margins_of(file) if file.is_file() else ()
        proofreading = proofreading_of(document, kinds=wanted, margins=margins)
    if json:
        write_out(to_json(proofreading))
    else:
        _show(proofreading)
    return 1 if any(issue.severity == "error" for issue in document.issues) else 0


def _kinds(given: str) -> "tuple[MistakeKind, ...]":
    from legalai.proofread.proofread import KINDS

    asked = [each.strip() for each in given.split(",") if each.strip()]
    if unknown := [each for each in asked if each not in KINDS]:
        raise typer.BadParameter(f"{unknown[0]} is no kind; these are: {', '.join(KINDS)}.", param_hint="--kinds")
    return tuple(kind for kind in KINDS if not asked or kind in asked)


def _show(proofreading: "Proofreading") -> None:
    mistakes = proofreading.mistakes
    if not mistakes:
        say(f"{proofreading.document.name}: nothing found.")
        return
    table(("Severity", "Kind", "Where", "What", "Quote"), [_row(mistake) for mistake in mistakes])
    count = "1 mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
    say(f"{proofreading.document.name}: {count}. With --json: what to do, and every place.")


def _row(mistake: "Mistake") -> tuple[str, str, str, str, str]:
    if not mistake.citations:
        return mistake.severity, mistake.kind, "-", mistake.sentence, ""
    first = mistake.citations[0]
    where = ", ".join(
        [*([f"clause {first.number}"] if first.number else []), *([f"page {first.page}"] if first.page else [])]
    )
    quote = " ".join(first.text.split())
    return mistake.severity, mistake.kind, where or f"at {first.start}", mistake.sentence, quote[:80]
