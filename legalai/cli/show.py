"""What is put on a terminal: plain text without control characters, tables, and progress where somebody can see it."""

import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

_PIPE_WIDTH = 160


def plain(text: str) -> str:
    """Text on one line that cannot steer a terminal; names come from files and contracts of others."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


def complain(message: str) -> None:
    """One line on stderr; what is wrong in several places of a file is parted by semicolons."""
    print(f"legalai: {plain('; '.join(message.splitlines()))}", file=sys.stderr)


def say(message: str) -> None:
    """One line on stdout."""
    print(plain(message))


def write_out(text: str) -> None:
    """Text on stdout exactly as it is, in UTF-8 whatever the terminal's own encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table on stdout; long cells wrap."""
    shown = Table(*columns, box=SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        shown.add_row(*(Text(plain(each), overflow="fold") for each in row))
    console = Console(highlight=False)
    # A pipe has no width, and rich would take it for 80 columns.
    (console if console.is_terminal else Console(highlight=False, width=_PIPE_WIDTH)).print(shown)


@contextmanager
def stages(title: str) -> Generator[Callable[[str], None]]:
    """Tells which stage a long command is at, on a terminal; the caller reports each stage's name."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda stage: None
        return
    with console.status(Text(plain(title))) as status:
        yield lambda stage: status.update(Text(f"{plain(title)}: {stage}"))


@contextmanager
def bar(title: str) -> Generator[Callable[[int, int, str], None]]:
    """A progress bar on a terminal; the caller reports (finished, of how many, what was last)."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda finished, files, last: None
        return
    columns: tuple[Any, ...] = (
        TextColumn(title, markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=console) as progress:
        task = progress.add_task("", total=None)
        yield lambda finished, files, last: progress.update(
            task, completed=finished, total=files, description=plain(last)[-40:]
        )
