"""`legalai batch`: a folder of contracts."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legalai.cli import options
from legalai.cli.calendar import tell_of
from legalai.cli.review_options import ReviewOptions, takes_review_options
from legalai.cli.show import bar, complain, say

if TYPE_CHECKING:
    from legalai.batch.outcomes import Outcome

# A worker takes about 300 MB; more of them than this should be asked for.
_MOST_WORKERS = 4
_TIMEOUT = 900


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
    from legalai.batch.results import earlier_as_of
    from legalai.batch.run import BatchRequest, run_batch
    from legalai.batch.triggers import for_all
    from legalai.plugins.host import PluginHost
    from legalai.review import chosen_drafter

    earlier = earlier_as_of(out) if resume and asked.as_of is None else None
    if earlier is not None and earlier != options.day(None):
        complain(f"{out} is gone on with as of {earlier}, its own day; --no-resume starts over as of today.")
    request = BatchRequest(
        folder=folder,
        out=out,
        review=asked.request(as_of=earlier),
        workers=workers or min(_cores(), _MOST_WORKERS),
        glob=glob,
        resume=resume,
        retry_failed=retry_failed,
        timeout=timeout or None,
        alarm_days=options.alarm_days(alarm_days),
    )
    chosen_drafter(PluginHost.load(), request.review)
    if events := for_all(request.review.triggers):
        complain(
            f"The day of {', '.join(events)} is taken for every contract that runs from it; FILE:EVENT=DAY for one."
        )
    with bar("reviewing") as tell:

        def on_file(outcome: "Outcome | None", finished: int, files: int) -> None:
            tell(finished, files, outcome.name if outcome else "")

        report = run_batch(request, progress=on_file)
    for line in report.passed_over:
        complain(line)
    say(
        f"{report.files} files: {report.reviewed} reviewed ({report.partial} in part), {report.failed} failed, "
        f"{report.earlier} of them before; {report.seconds:g} seconds. "
        f"See {out / 'portfolio.csv'}, {out / 'calendar.ics'}"
        + (f" and {out / 'failures.jsonl'}." if report.failed else ".")
    )
    tell_of(report.unwatched, report.drafts)
    if not report.reviewed:
        complain(f"{folder}: nothing could be reviewed. See {out / 'failures.jsonl'}.")
        return 2
    return 1 if report.failed or report.partial else 0


def _cores() -> int:
    """The cores this process may use, which in a container are fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
