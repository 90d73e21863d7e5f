"""Review a folder with a few processes, and go on where an earlier run was left."""

import time
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any, cast

from legalai import __version__
from legalai.batch.folder import SourceFile, Sources, source_files
from legalai.batch.outcomes import Done, Failed, Outcome
from legalai.batch.overview import Overview
from legalai.batch.results import Results
from legalai.batch.triggers import Triggers, check_names, triggers_for, with_other_days
from legalai.batch.worker import Plan, Ready, Reviewer, Stopped, Worker, WorkerDied
from legalai.errors import ConfigError
from legalai.extract.given_values import read_given, written
from legalai.plugins.host import PluginHost
from legalai.review import ReviewRequest, Workbench
from legalai.schema import Review

# So many files without one review, all for the same reason, and the reason is not in the files.
_HOPELESS = 3

Progress = Callable[[Outcome | None, int, int], None]


@dataclass(frozen=True, kw_only=True)
class BatchRequest:
    """What the user asks of a batch. `timeout` is in seconds for one file; None waits for ever.

    `alarm_days`: so many days before each day to act the calendar reminds; None: as it does already.
    """

    folder: Path
    out: Path
    review: ReviewRequest
    workers: int = 1
    glob: str = "*"
    resume: bool = True
    retry_failed: bool = False
    timeout: float | None = None
    alarm_days: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchReport:
    """How a batch ended, in files. `reviewed` counts the `partial` ones too; `earlier` ended in a run before.

    `passed_over` says in a line each what in an archive is no file to review, `failures` why each file failed.
    `drafts`, `unwatched`, `amended` and `copies` are those of the `Overview`.
    """

    files: int
    reviewed: int
    partial: int
    failed: int
    earlier: int
    seconds: float
    passed_over: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    unwatched: tuple[str, ...] = ()
    amended: tuple[str, ...] = ()
    copies: tuple[tuple[str, ...], ...] = ()
    failures: tuple[str, ...] = ()


def _silent(outcome: Outcome | None, finished: int, files: int) -> None:
    """Tell nobody."""


def open_workbench(request: ReviewRequest, folder: Path, threads: int) -> Reviewer:
    """Reviews with a workbench of its own; what a worker process begins with."""
    workbench = Workbench.open(threads=threads)

    def review(path: Path) -> Review:
        name = path.relative_to(folder).as_posix()
        return workbench.review(path, replace(request, triggers=triggers_for(name, request.triggers))).review

    return review


def run_batch(
    request: BatchRequest, *, progress: Progress = _silent, open_reviewer: Callable[[], Reviewer] | None = None
) -> BatchReport:
    """Review every file of a folder that is not done yet; one file's failure is its own.

    `progress` is told the outcome of every file, and once, with None, how many were done before. `open_reviewer` takes
    the place of our own review; it is a name that can be imported.
    Raises: InputError where there is no file; ConfigError where the options differ from those of the run to go on with;
    or where the same setting stands in the way of every file.
    """
    started = time.monotonic()
    results = Results(request.out)
    sources = source_files(
        request.folder,
        glob=request.glob,
        leave_out=results.leave_out(request.folder),
        readers=lambda: PluginHost.load().readers(),
        password=request.review.password,
    )
    names = [file.name for file in sources.files]
    check_names(request.review.triggers, names)
    if request.resume:
        _same_options(results, request)
        results.forget(with_other_days(names, _earlier_triggers(results), request.review.triggers))
    else:
        results.start_over()
    # More than one process: each takes one thread, or they would fight for the cores.
    opener = open_reviewer or partial(open_workbench, request.review, request.folder, 1 if request.workers > 1 else 0)
    batch = _Batch(request, results, sources, Plan(opener, request.out), progress)
    with _recorded(batch, started):
        batch.go_on()
        batch.work()
    return batch.report(started)


@dataclass
class _Batch:
    request: BatchRequest
    results: Results
    sources: Sources
    plan: Plan
    progress: Progress
    done: dict[str, Done] = field(default_factory=dict[str, Done])
    failed: dict[str, Failed] = field(default_factory=dict[str, Failed])
    earlier: int = 0
    overview: Overview = field(default_factory=Overview)

    @property
    def files(self) -> Sequence[SourceFile]:
        """Every file to review."""
        return self.sources.files

    def go_on(self) -> None:
        """Take over what an earlier run finished, as far as the files are still the same."""
        self.results.remove_parts()
        before = self.results.failures()
        for file in self.files:
            sha256 = file.sha256()
            done = self.results.done(file, sha256)
            if done:
                self.done[file.name] = done
            elif self._stays_failed(before.get(file.name), sha256):
                self.failed[file.name] = before[file.name]
        self.results.keep_failures(self.failed.values())
        self.earlier = len(self.done) + len(self.failed)
        self.progress(None, self.earlier, len(self.files))

    def _stays_failed(self, before: Failed | None, sha256: str | None) -> bool:
        if before is None or self.request.retry_failed:
            return False
        return before.settled and before.sha256 == sha256

    def work(self) -> None:
        """Review the rest."""
        waiting = deque(file for file in self.files if file.name not in self.done and file.name not in self.failed)
        workers: list[Worker] = []
        try:
            while waiting or workers:
                while len(workers) < min(self.request.workers, len(waiting) + self._in_hand(workers)):
                    workers.append(Worker.start(self.plan))
                for worker in self._answers(workers):
                    alive = self._finish(worker)
                    if alive and waiting:
                        worker.give(waiting.popleft())
                    else:
                        worker.kill()
                        workers.remove(worker)
        finally:
            for worker in workers:
                worker.kill()

    @staticmethod
    def _in_hand(workers: Sequence[Worker]) -> int:
        return sum(worker.file is not None for worker in workers)

    def _answers(self, workers: Sequence[Worker]) -> list[Worker]:
        """The workers that have an answer, died, or took too long; waits for the first."""
        limit = self.request.timeout
        ends = [worker.since + limit for worker in workers if limit is not None and worker.file]
        patience = max(0.0, min(ends) - time.monotonic()) if ends else None
        answered = cast(list[object], wait([worker.connection for worker in workers], patience))
        return [worker for worker in workers if worker.connection in answered or self._late(worker)]

    def _late(self, worker: Worker) -> bool:
        limit = self.request.timeout
        return limit is not None and worker.file is not None and worker.since + limit <= time.monotonic()

    def _finish(self, worker: Worker) -> bool:
        """Record what became of a worker's file. Returns whether the worker can go on."""
        file = worker.file
        if file is not None and not worker.connection.poll():
            message = f"{file.name}: took longer than {self.request.timeout:g} seconds. Give it more with --timeout."
            self._record(Failed(file.name, file.sha256(), "TimedOut", message))
            return False
        try:
            answer = worker.take()
        except WorkerDied as death:
            if file is None:
                raise ConfigError(f"A process of the batch {death} as it started. Try fewer --workers.") from None
            sha256 = file.sha256()
            message = f"{file.name}: the process that read it {death}. Try it alone, or with more memory."
            # It may have written the review and died before it could say so.
            self._record(self.results.done(file, sha256) or Failed(file.name, sha256, "WorkerDied", message))
            return False
        if isinstance(answer, Stopped):
            raise ConfigError(answer.message)
        if not isinstance(answer, Ready):
            self._record(answer)
            self._stop_if_hopeless()
        return True

    def _stop_if_hopeless(self) -> None:
        """Give up where nothing was reviewed and the same setting stands in the way of every file."""
        messages = [failed.message for failed in self.failed.values() if not failed.settled]
        if not self.done and len(messages) >= _HOPELESS and len(set(messages)) == 1:
            raise ConfigError(messages[0])

    def _record(self, outcome: Outcome) -> None:
        if isinstance(outcome, Done):
            self.done[outcome.name] = outcome
        else:
            self.results.add_failure(outcome)
            self.failed[outcome.name] = outcome
        self.progress(outcome, len(self.done) + len(self.failed), len(self.files))

    def take_in(self) -> None:
        """Count what workers finished and could no longer tell of: the review on disk is the truth."""
        for file in self.files:
            if file.name not in self.done and file.name not in self.failed and self.results.has_review(file.name):
                done = self.results.done(file, file.sha256())
                if done:
                    self.done[file.name] = done

    def report(self, started: float) -> BatchReport:
        """How far the batch has got."""
        return BatchReport(
            files=len(self.files),
            reviewed=len(self.done),
            partial=sum(done.status == "partial" for done in self.done.values()),
            failed=len(self.failed),
            earlier=self.earlier,
            seconds=round(time.monotonic() - started, 1),
            passed_over=self.sources.passed_over,
            drafts=tuple(self.overview.drafts),
            unwatched=tuple(self.overview.unwatched),
            amended=tuple(self.overview.amended),
            copies=self.overview.copies,
            failures=tuple(self.failed[name].told for name in sorted(self.failed)),
        )


@contextmanager
def _recorded(batch: _Batch, started: float) -> Generator[None]:
    """Keep run.json, the portfolio and the calendar true while the batch runs and however it ends."""
    run = _run(batch.request) | {"started_at": _now()}
    ending = "interrupted"
    batch.results.write_run(run | {"status": "running", "files": len(batch.files)})
    try:
        yield
        ending = "finished"
    finally:
        batch.take_in()
        batch.overview = batch.results.write_overview(
            batch.done,
            as_of=batch.request.review.as_of,
            alarm_days=batch.request.alarm_days,
            # A deadline is withdrawn when its contract was read and it is not there, not when a run was cut short.
            unread=batch.failed if ending == "finished" else None,
        )
        batch.results.write_run(run | {"status": ending, "finished_at": _now()} | asdict(batch.report(started)))


def _run(request: BatchRequest) -> dict[str, Any]:
    return {
        "legalai": __version__,
        "folder": str(request.folder.resolve()),
        "glob": request.glob,
        "workers": request.workers,
        "options": _options(request.review),
    }


def _options(request: ReviewRequest) -> dict[str, Any]:
    """The options that shape a review. The password is left out: it opens files, and belongs in none."""
    options = asdict(request) | {
        "as_of": request.as_of.isoformat(),
        "focuses": list(request.focuses),
        "packs": str(request.packs) if request.packs else None,
        "triggers": [[event, written(value)] for event, value in request.triggers],
        "facts": [list(fact) for fact in request.facts],
        "overlays": [list(overlay) for overlay in request.overlays],
    }
    del options["password"]
    return options


def _same_options(results: Results, request: BatchRequest) -> None:
    """Refuse to put reviews of another kind into the same portfolio. Raises: ConfigError."""
    if not results.run:
        return
    now = _run(request)
    earlier = results.run.get("options", {})
    # Contracts for which another day is given are reviewed again; the rest are as they were.
    changed = [name for name, value in now["options"].items() if name != "triggers" and earlier.get(name) != value]
    changed += [] if results.run.get("folder") == now["folder"] else ["folder"]
    if changed:
        what = ", ".join(changed)
        raise ConfigError(
            f"{results.out} holds a batch with another {what}. Use --no-resume to start over, or another --out."
        )


def _earlier_triggers(results: Results) -> Triggers:
    told = results.run.get("options", {}).get("triggers", [])
    return tuple((event, read_given(said)) for event, said in told)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
