"""`legalai batch`: a folder of contracts."""

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legalai.cli import options
from legalai.cli.calendar import tell_of
from legalai.cli.review_options import ReviewOptions, takes_review_options
from legalai.cli.show import bar, complain, say

if TYPE_CHECKING:
    from legalai.batch.run import BatchReport, BatchRequest
    from legalai.review import ReviewRequest

# A worker takes about 300 MB; more of them than this should be asked for.
_MOST_WORKERS = 4
_TIMEOUT = 900
_FAILURES_TOLD = 10


@takes_review_options()
def batch(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder of contracts, with the folders in it.")],
    *,
    out: options.Out = Path("reviews"),
    workers: Annotated[
        int,
        typer.Option(
            min=0, metavar="N", help="Processes that review at the same time; 0: one for each core, at most 4."
        ),
    ] = 0,
    resume: Annotated[
        bool, typer.Option("--resume/--no-resume", help="Go on with what is in DIR, or start over.")
    ] = True,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Try the files again that failed before.")
    ] = False,
    glob: Annotated[str, typer.Option(metavar="PATTERN", help="Which files, such as '*.pdf'.")] = "*",
    timeout: Annotated[
        int, typer.Option(min=0, metavar="SECONDS", help="Give a file up after this long; 0: never.")
    ] = _TIMEOUT,
    asked: ReviewOptions,
    alarm_days: options.AlarmDays = None,
) -> int:
    """Review every file of a folder and of archives in it. Stopped at any moment and started again, it goes on.

    Writes DIR/reviews/<name>/review.json, DIR/portfolio.csv and .xlsx, DIR/calendar.ics, DIR/failures.jsonl and
    DIR/run.json.

    Example: legalai batch contracts --out portfolio --workers 4 --glob '*.pdf'
    """
    from legalai.batch.run import BatchRequest
    from legalai.plugins.host import PluginHost
    from legalai.review import chosen_drafter

    request = BatchRequest(
        folder=folder,
        out=out,
        review=asked.request(as_of=_day_to_go_on_with(out) if resume and asked.as_of is None else None),
        workers=workers or min(_cores(), _MOST_WORKERS),
        glob=glob,
        resume=resume,
        retry_failed=retry_failed,
        timeout=timeout or None,
        alarm_days=options.alarm_days(alarm_days),
    )
    chosen_drafter(PluginHost.load(), request.review)
    _tell_of_triggers(request.review)
    return _tell_of_run(_run(request), request)


def _day_to_go_on_with(out: Path) -> date | None:
    """The day that the run in DIR is as of, which one that goes on with it keeps; None where there is none."""
    from legalai.batch.results import earlier_as_of

    earlier = earlier_as_of(out)
    if earlier is not None and earlier != options.day(None):
        complain(f"{out} is gone on with as of {earlier}, its own day; --no-resume starts over as of today.")
    return earlier


def _tell_of_triggers(asked: "ReviewRequest") -> None:
    from legalai.batch.triggers import for_all

    if events := for_all(asked.triggers):
        complain(
            f"The day of {', '.join(events)} is taken for every contract that runs from it; FILE:EVENT=DAY for one."
        )


def _run(request: "BatchRequest") -> "BatchReport":
    """The run, with a bar that names the file that was finished last."""
    from legalai.batch.run import run_batch

    try:
        with bar("reviewing") as tell:
            return run_batch(
                request,
                progress=lambda outcome, finished, files: tell(finished, files, outcome.name if outcome else ""),
            )
    except KeyboardInterrupt:
        complain(f"Stopped. What was reviewed is in {request.out}; the same command goes on from there.")
        raise


def _tell_of_run(report: "BatchReport", request: "BatchRequest") -> int:
    """Say what became of the files and where it is, and give the exit code."""
    out = request.out
    for line in (*report.passed_over, *report.failures[:_FAILURES_TOLD]):
        complain(line)
    say(
        f"{report.files} files: {report.reviewed} reviewed ({report.partial} in part), {report.failed} failed; "
        f"{report.earlier} were done before; {report.seconds:g} seconds. "
        f"See {out / 'portfolio.csv'}, {out / 'calendar.ics'}"
        + (f" and {out / 'failures.jsonl'}." if report.failed else ".")
    )
    tell_of(report)
    if not report.reviewed:
        complain(f"{request.folder}: nothing could be reviewed. See {out / 'failures.jsonl'}.")
        return 2
    return 1 if report.failed or report.partial else 0


def _cores() -> int:
    """The cores this process may use, which in a container are fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
