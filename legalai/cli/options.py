"""The options that commands share, and the request they make."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from legalai.errors import ConfigError
from legalai.extract.given_values import GivenValue, read_given
from legalai.schema import View

if TYPE_CHECKING:
    from legalai.jurisdictions import Reach

_LONGEST_ALARM = 3660


def written_day(said: str) -> date:
    """A day as it is written in an option. Raises: typer.BadParameter."""
    try:
        return datetime.strptime(said, "%Y-%m-%d").date()
    except ValueError as error:
        raise typer.BadParameter(f"{said!r} is no day: write it as 2026-11-23.") from error


Jurisdiction = Annotated[
    str,
    typer.Option(metavar="ID|auto", help="The pack of law to apply; auto follows the governing law that is found."),
]
Focus = Annotated[
    str, typer.Option(metavar="A,B", help="Risk focuses, separated by commas; all of them when not given.")
]
ActingFor = Annotated[
    str | None,
    typer.Option(metavar="NAME|ROLE", help="The party to review for; without it there are no negotiation points."),
]
MatterType = Annotated[str | None, typer.Option(metavar="ID", help="The kind of matter.")]
Playbook = Annotated[
    str | None,
    typer.Option(metavar="FILE|NAME", help="Your positions: a TOML file, a folder of them, or customer or supplier."),
]
PacksFolder = Annotated[
    Path | None,
    typer.Option("--packs", metavar="DIR", help="A folder of your own packs; they go before the shipped ones."),
]
Drafter = Annotated[
    str,
    typer.Option(
        metavar="offline|PROVIDER:MODEL",
        help="What writes; offline sends nothing anywhere. A language model is named as ollama:NAME, "
        "openai-compatible:NAME, openai:NAME, anthropic:NAME or azure:NAME.",
    ),
]
AllowRemote = Annotated[
    bool,
    typer.Option(
        "--allow-remote", help="Let contract text leave this machine for this run, to the drafter that --drafter names."
    ),
]
Redact = Annotated[
    bool,
    typer.Option(
        "--redact", help="Send a language model placeholders for names, sums and addresses, and put them back after."
    ),
]
AsOf = Annotated[
    date | None,
    typer.Option(metavar="YYYY-MM-DD", parser=written_day, help="The day to review as of; today when not given."),
]
Password = Annotated[str | None, typer.Option(metavar="P", help="The password of an encrypted file.")]
TrackedView = Annotated[
    View,
    typer.Option(
        "--view",
        metavar="accepted|original|marked",
        help="What to read of a file with tracked changes: as if all were accepted, as it was before them, or as "
        "accepted with every change shown.",
    ),
]
MaxCharacters = Annotated[
    int, typer.Option(min=1, metavar="N", help="Refuse a contract that is longer, in characters of its text.")
]
MaxPages = Annotated[int, typer.Option(min=1, metavar="N", help="Refuse a PDF that has more pages.")]
AlarmDays = Annotated[
    str | None,
    typer.Option(
        metavar="N,N",
        help="How many days before each day to act the calendar reminds you; as the one that is there does, or 14,3.",
    ),
]
Triggers = Annotated[
    list[str] | None,
    typer.Option(
        "--trigger",
        metavar="EVENT=YYYY-MM-DD|LENGTH",
        help="The day of an event that the contract runs from, such as delivery=2026-03-01, or a length that it leaves "
        "open: 'notice period=60 days', 'renewal term=12 months', 'initial term=2 years'; may be repeated. In a "
        "batch it is taken for every contract, or for one: supply/acme.pdf:delivery=2026-03-01.",
    ),
]
Facts = Annotated[
    list[str] | None,
    typer.Option(
        "--fact",
        metavar="NAME=yes|no",
        help="What you know of the deal and rules of law turn on, such as standard-form=yes; may be repeated.",
    ),
]
Overlays = Annotated[
    list[str] | None,
    typer.Option(
        "--overlay",
        metavar="REACH=ID",
        help="The law of a place beside the governing law: workplace=us-ca, data-subjects=eu or site=us-tx; may be "
        "repeated.",
    ),
]
MadeFor = Annotated[
    Literal["counterparty"] | None,
    typer.Option(
        "--for", metavar="counterparty", help="Also write a list of what we ask for, to send to the other side."
    ),
]
Out = Annotated[Path, typer.Option(metavar="DIR", help="Where the results go.")]


def days_of(triggers: list[str] | None) -> tuple[tuple[str, GivenValue], ...]:
    """Events with their days, and lengths. Raises: typer.BadParameter where one is neither."""
    found: list[tuple[str, GivenValue]] = []
    for each in triggers or ():
        name, _, said = each.rpartition("=")
        try:
            if not name.strip():
                raise ValueError("no event")
            found.append((name.strip(), read_given(said)))
        except ValueError as error:
            raise typer.BadParameter(
                f"{each!r} gives no day and no length: write delivery=2026-03-01 or 'notice period=60 days'.",
                param_hint="--trigger",
            ) from error
    return tuple(found)


def known_facts(facts: list[str] | None) -> tuple[tuple[str, bool], ...]:
    """Facts and whether they hold. Raises: typer.BadParameter where one is not written as NAME=yes or NAME=no."""
    found: list[tuple[str, bool]] = []
    for each in facts or ():
        name, _, said = each.partition("=")
        if said.strip().lower() not in {"yes", "no"}:
            raise typer.BadParameter(f"{each!r}: write a fact as standard-form=yes or =no.", param_hint="--fact")
        found.append((name.strip(), said.strip().lower() == "yes"))
    return tuple(found)


def chosen_overlays(overlays: list[str] | None) -> "tuple[tuple[Reach, str], ...]":
    """Packs by what brings them to a contract. Raises: typer.BadParameter."""
    from legalai.jurisdictions import OVERLAY_REACHES

    reaches: dict[str, Reach] = {reach: reach for reach in OVERLAY_REACHES}
    found: list[tuple[Reach, str]] = []
    for each in overlays or ():
        name, _, pack_id = (part.strip() for part in each.partition("="))
        if name not in reaches or not pack_id:
            message = f"{each!r}: write an overlay as REACH=ID, with REACH one of {', '.join(OVERLAY_REACHES)}."
            raise typer.BadParameter(message, param_hint="--overlay")
        found.append((reaches[name], pack_id))
    return tuple(found)


def day(as_of: date | None) -> date:
    """The day asked for, or today."""
    return as_of or date.today()


def alarm_days(given: str | None) -> tuple[int, ...] | None:
    """The days asked for, the farthest first. Raises: ConfigError."""
    if given is None:
        return None
    try:
        days = {int(each) for each in given.split(",") if each.strip()}
    except ValueError:
        days = {-1}
    if any(not 0 <= each <= _LONGEST_ALARM for each in days):
        raise ConfigError(f"--alarm-days {given}: give whole numbers up to {_LONGEST_ALARM}, such as 30,7.")
    return tuple(sorted(days, reverse=True))
