"""`legalai calendar`: deadlines and tables from the reviews that are there, and what became of the contracts."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from legalai.cli import options
from legalai.cli.show import complain, say

if TYPE_CHECKING:
    from legalai.batch.overview import Overview
    from legalai.batch.run import BatchReport

app = typer.Typer(rich_markup_mode=None, help="Keep the calendar and the tables of reviewed contracts up to date.")

_Folder = Annotated[
    Path, typer.Argument(metavar="DIR", help="The folder that `legalai batch` or `legalai review` wrote to.")
]
_SHOWN = 5


@app.command()
def rebuild(folder: _Folder, *, as_of: options.AsOf = None, alarm_days: options.AlarmDays = None) -> int:
    """Write DIR/calendar.ics, portfolio.csv and portfolio.xlsx again; no contract is read.

    Example: legalai calendar rebuild portfolio --alarm-days 30,7
    """
    return _rebuild(folder, options.day(as_of), options.alarm_days(alarm_days))


@app.command()
def mark(
    folder: _Folder,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The contract, as the table names it.")],
    state: Annotated[
        Literal["live", "notice-served", "terminated", "superseded"],
        typer.Argument(help="What became of it; live takes an earlier state back."),
    ],
    *,
    on: Annotated[
        date, typer.Option(metavar="YYYY-MM-DD", parser=options.written_day, help="Since which day it is so.")
    ],
    note: Annotated[str, typer.Option(metavar="TEXT", help="What to remember of it.")] = "",
    as_of: options.AsOf = None,
    alarm_days: options.AlarmDays = None,
) -> int:
    """Record that notice was served, or that a contract is terminated, superseded or live, and rebuild.

    Its deadlines from that day on leave the calendar; after notice the end of the term stays. A draft that is marked
    live enters.

    Example: legalai calendar mark portfolio supply/acme.pdf notice-served --on 2026-11-20 --note "by courier"
    """
    from legalai.batch import rebuild as batch
    from legalai.export.calendar_states import Mark

    batch.mark(folder, name, Mark(state=state, on=on, note=note))
    say(f"{name}: {state} since {on}.")
    return _rebuild(folder, options.day(as_of), options.alarm_days(alarm_days))


def _rebuild(folder: Path, as_of: date, alarm_days: tuple[int, ...] | None) -> int:
    from legalai.batch import rebuild as batch

    made = batch.rebuild(folder, as_of=as_of, alarm_days=alarm_days)
    coming = sum(event.day >= as_of for each in made.scheduled for event in each.events)
    say(f"contracts: {len(made.rows)}; entries to come: {coming}. See {folder / 'calendar.ics'}.")
    tell_of(made)
    _tell(made.out_of_date, f"the term it was reviewed in has ended by {as_of}; review it again as of that day")
    return 0


def tell_of(made: "Overview | BatchReport") -> None:
    """The contracts that somebody should look at, since the calendar does not, and those that it has twice."""
    _tell(made.unwatched, "no last day for notice to come is known, and the contract renews by itself; read it")
    _tell(made.drafts, "not signed as far as the text shows, and so not in the calendar; if it is, mark it live")
    _tell(made.amended, "another file amends it (see amended_by in the table): its days are those without it")
    for names in made.copies[:_SHOWN]:
        _tell(names, "the same file, with entries of its own for each; what you mark, mark for each, or keep one")


def _tell(names: Sequence[str], what: str) -> None:
    """A line on contracts that the calendar does not do justice to."""
    if names:
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        complain(f"{', '.join(names[:_SHOWN])}{more}: {what}.")
