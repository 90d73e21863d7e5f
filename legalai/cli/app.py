"""The commands put together, and the one place where an error becomes a line and an exit code."""

import re
import sys
from collections.abc import Sequence
from typing import Annotated

import typer
import typer.main

from legalai import __version__
from legalai.batch.bugs import bug_message
from legalai.cli.batch import batch
from legalai.cli.calendar import app as calendar
from legalai.cli.compare import compare
from legalai.cli.evaluate import app as evaluate
from legalai.cli.extract import extract
from legalai.cli.jurisdictions import app as jurisdictions
from legalai.cli.playbook import app as playbook
from legalai.cli.plugins import plugins
from legalai.cli.proofread import proofread
from legalai.cli.redline import redline
from legalai.cli.review import review
from legalai.cli.show import complain
from legalai.cli.train import train
from legalai.cli.ui import ui
from legalai.errors import LegalAIError

DONE, PART_FAILED, FAILED, INTERRUPTED = 0, 1, 2, 130

# Help is plain text: as markup, "legalai[train]" and "[PATH]" would lose their brackets.
app = typer.Typer(name="legalai", add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
app.command()(review)
app.command()(extract)
app.command()(redline)
app.command()(compare)
app.command()(proofread)
app.command()(batch)
app.add_typer(calendar, name="calendar")
app.add_typer(jurisdictions, name="jurisdictions")
app.add_typer(playbook, name="playbook")
app.add_typer(evaluate, name="evaluate", no_args_is_help=False)
app.command()(train)
app.command()(plugins)
app.command()(ui)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"legalai {__version__}")
        raise typer.Exit


@app.callback(epilog="Example: legalai review contract.docx --acting-for Customer --playbook customer")
def _legalai(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Review contracts on this machine: clauses, dates with their proof, findings with authority, quotes that exist."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code: 0 done, 1 a part failed, 2 wrong usage or nothing could be read."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        command = typer.main.get_command(app)
        return command.main(given or ["--help"], prog_name="legalai", standalone_mode=False) or DONE
    except LegalAIError as error:
        complain(str(error))
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        path = context.command_path if context else "legalai"
        complain(f"{_one_sentence(error.format_message())} See: {path} --help")
    except typer.Abort:
        return INTERRUPTED
    except Exception as error:
        complain(bug_message(error))
    return FAILED


def _one_sentence(message: str) -> str:
    """A message of typer's whose choices stand on lines of their own ("Choose from:") as one that ends with a stop."""
    said = re.sub(r":\s*\n\s*", ": ", message.strip())
    said = re.sub(r",\s*\n\s*", ", ", said)
    return said if said.endswith((".", "!", "?")) else f"{said}."
