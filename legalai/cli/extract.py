"""`legalai extract`: what is in a contract, as JSON."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from legalai.cli import options
from legalai.cli.show import stages, write_out
from legalai.ingest.reader import USUAL_LIMITS, Limits, Reader
from legalai.schema import Issue, View


def extract(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A contract: Word, PDF, ODT, RTF, HTML, text or e-mail.")
    ],
    *,
    as_of: options.AsOf = None,
    password: options.Password = None,
    view: options.TrackedView = "accepted",
    max_characters: options.MaxCharacters = USUAL_LIMITS.characters,
    max_pages: options.MaxPages = USUAL_LIMITS.pages,
    trigger: options.Triggers = None,
    text: Annotated[
        bool,
        typer.Option(
            "--text",
            help="Print the text that offsets count in, and nothing else; with --view marked, changes in it are marked "
            "[-so-] and {+so+}.",
        ),
    ] = False,
) -> int:
    """Print what is in a contract as JSON.

    Example: legalai extract contract.pdf > contract.json
    """
    from legalai.plugins.host import PluginHost

    host, limits = PluginHost.load(), Limits(max_characters, max_pages)
    with stages(file.name) as tell:
        if text:
            tell("reading")
            shown, issues = _text(file, host.readers(), password=password, view=view, limits=limits)
        else:
            from legalai.export.json import to_json
            from legalai.review import Workbench

            extracted = Workbench.open(host).extract(
                file,
                as_of=options.day(as_of),
                password=password,
                view=view,
                limits=limits,
                triggers=options.days_of(trigger),
                progress=tell,
            )
            shown, issues = to_json(extracted.contract), extracted.contract.issues
    write_out(shown)
    return 1 if any(issue.severity == "error" for issue in issues) else 0


def _text(
    file: Path, readers: Sequence[Reader], *, password: str | None, view: View, limits: Limits
) -> tuple[str, tuple[Issue, ...]]:
    """The text that offsets count in, or in the marked view with its changes, and what is told of the file."""
    from legalai.export.tracked_text import tracked_text
    from legalai.ingest.reader import read

    document = read(file, readers, password=password, view=view, limits=limits)
    return tracked_text(document) if view == "marked" else document.text, document.issues
