"""`legalai review`: contracts in, a folder of files for each out."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legalai.cli import options
from legalai.cli.folders import folder_names
from legalai.cli.review_options import ReviewOptions, takes_review_options
from legalai.cli.show import complain, say, stages, table
from legalai.errors import ConfigError, LegalAIError

if TYPE_CHECKING:
    from legalai.export.exporter import Exporter
    from legalai.review import Reviewed, ReviewRequest, Workbench
    from legalai.schema import KeyDates, Review


@takes_review_options()
def review(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE", help="Contracts: Word, PDF, ODT, RTF, HTML, text, e-mail, or ZIP archives of them."
        ),
    ],
    *,
    asked: ReviewOptions,
    made_for: options.MadeFor = None,
    alarm_days: options.AlarmDays = None,
    out: options.Out = Path("reviews"),
) -> int:
    """Review contracts, with a quote for every point.

    Writes DIR/<name>/review.json, review.md, review.html, review.docx (a memo) and calendar.ics; with --for
    counterparty also issues-list.docx, which holds nothing of our positions and is the only file for the other side.

    Example: legalai review contract.docx --acting-for Customer --playbook customer
    """
    from legalai.ingest.containers.members import files_in
    from legalai.plugins.host import PluginHost
    from legalai.review import Workbench

    request = asked.request()
    if made_for is not None and asked.acting_for is None:
        raise ConfigError("--for counterparty needs --acting-for: the other side's list holds one side's points.")
    workbench = Workbench.open(PluginHost.load())
    wanted = _Files(_exporters(workbench, made_for), options.alarm_days(alarm_days))
    done: dict[Path, Review] = {}
    said: set[str] = set()
    opened = [files_in(path, workbench.plugins.readers, request.password) for path in files]
    for line in (line for _, lines in opened for line in lines):
        complain(line)
    names = folder_names([path for paths, _ in opened for path in paths])
    for path, name in names.items():
        try:
            done[out / name] = _review_one(workbench, path, request, out / name, wanted)
        except LegalAIError as error:
            # What is wrong with a setting is wrong for every file, and said once.
            if str(error) not in said:
                complain(str(error))
            said.add(str(error))
    _report(done)
    failed = len(names) - len(done)
    if not done:
        return 2
    return 1 if failed or any(each.status == "partial" for each in done.values()) else 0


@dataclass(frozen=True)
class _Files:
    """What is written for each contract."""

    exporters: "tuple[Exporter, ...]"
    alarm_days: tuple[int, ...] | None


def _exporters(workbench: "Workbench", made_for: str | None) -> "tuple[Exporter, ...]":
    from legalai.export.issues_list import IssuesListExporter

    return (*workbench.plugins.exporters(), *((IssuesListExporter(),) if made_for is not None else ()))


def _review_one(workbench: "Workbench", path: Path, request: "ReviewRequest", folder: Path, wanted: _Files) -> "Review":
    """Review one file and write what every exporter makes of it, and its calendar."""
    with stages(path.name) as tell:
        reviewed: Reviewed = workbench.review(path, request, progress=tell)
        tell("writing")
        from legalai.export.files import write_whole

        for exporter in wanted.exporters:
            write_whole(folder / exporter.file_name, exporter.export(reviewed.document, reviewed.review))
        _write_calendar(folder, reviewed.review, request, wanted.alarm_days)
    _tell_of_issues(reviewed.review)
    return reviewed.review


def _tell_of_issues(review: "Review") -> None:
    """What went wrong, and what is to be looked at, one of each kind; the review has them all."""
    name = review.contract.document.name
    for issue in review.issues:
        if issue.severity == "error":
            complain(f"{name} was reviewed in part: {issue.message}")
    warnings: dict[str, list[str]] = {}
    for issue in review.issues:
        if issue.severity == "warning":
            warnings.setdefault(issue.code, []).append(issue.message)
    for message, *alike in warnings.values():
        more = f" {len(alike)} more of this kind: see Issues in review.md." if alike else ""
        complain(f"{message if name in message else f'{name}: {message}'}{more}")


def _write_calendar(
    folder: Path, review: "Review", request: "ReviewRequest", alarm_days: tuple[int, ...] | None
) -> None:
    """The contract's own calendar; what became of it is told beside the folder, by the folder's name."""
    from legalai.export.calendar_file import FILE_NAME, calendar_of, read_calendar
    from legalai.export.calendar_states import FILE_NAME as STATES
    from legalai.export.calendar_states import read_states
    from legalai.export.files import write_whole

    mark = read_states(folder.parent / STATES).get(folder.name)
    old = read_calendar(folder / FILE_NAME)
    written = calendar_of(review.contract, mark, old, as_of=request.as_of, alarm_days=alarm_days)
    write_whole(folder / FILE_NAME, written)


def _report(done: "dict[Path, Review]") -> None:
    """A short table, and whom a review could have been for where nobody was named."""
    if not done:
        return
    from legalai.advise.acting_for import bound, party_list

    columns = ("contract", "status", "law", "high", "medium", "low", "points", "last day for notice", "written to")
    table(columns, (_row(folder, review) for folder, review in done.items()))
    for review in done.values():
        if review.acting_for is None:
            name, parties = review.contract.document.name, party_list(bound(review.contract))
            say(f"{name}: no negotiation points; say --acting-for one of: {parties}")


def _row(folder: Path, review: "Review") -> tuple[str, ...]:
    found = Counter(finding.severity for finding in review.findings)
    dates = review.contract.key_dates
    return (
        review.contract.document.name,
        review.status,
        review.jurisdiction.id,
        str(found["high"]),
        str(found["medium"]),
        str(found["low"]),
        str(len(review.negotiation_points)),
        _last_day(dates),
        str(folder),
    )


def _last_day(dates: "KeyDates") -> str:
    """The last day for notice, and the day by which it must be on its way where that is earlier."""
    if dates.notice_deadline is None:
        return "ended" if dates.ending and dates.ending.is_past(dates.as_of) else "-"
    sent = f", sent by {dates.send_by}" if dates.send_by and dates.send_by != dates.notice_deadline else ""
    return f"{dates.notice_deadline}{sent}"
