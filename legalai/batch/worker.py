"""One process that reviews files, one after the other, with the model loaded once."""

import os
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from legalai.batch.bugs import bug_message
from legalai.batch.folder import SourceFile
from legalai.batch.outcomes import Done, Failed, Outcome
from legalai.batch.results import Results
from legalai.errors import LegalAIError
from legalai.schema import Review

Reviewer = Callable[[Path], Review]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a worker needs to know. `open_reviewer` is a name that can be imported: the process begins with nothing."""

    open_reviewer: Callable[[], Reviewer]
    out: Path


@dataclass(frozen=True, slots=True)
class Ready:
    """The process has started and has no file yet."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """The process could not start, and no other would."""

    message: str


class WorkerDied(Exception):
    """The process ended by itself: killed for memory, or crashed in a library."""


@dataclass
class Worker:
    """A process and the file it has in hand. `since` is when it got it, in seconds of the monotonic clock."""

    process: BaseProcess
    connection: Connection
    file: SourceFile | None = None
    since: float = 0

    @classmethod
    def start(cls, plan: Plan) -> "Worker":
        """A new process; its first answer is that it is ready."""
        # spawn: a fork would copy the threads of libraries in whatever state they are.
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, plan), daemon=True)
        process.start()
        # With our copy of its end closed, a dead process is an end of file.
        theirs.close()
        return cls(process, ours)

    def give(self, file: SourceFile) -> None:
        """Hand it the next file; a process that has died meanwhile is noticed by `take`."""
        self.file, self.since = file, time.monotonic()
        try:
            self.connection.send(file)
        except OSError:
            return

    def take(self) -> Ready | Outcome | Stopped:
        """Its next answer: what became of the file in hand. Raises: WorkerDied."""
        try:
            return self.connection.recv()
        except (EOFError, OSError):
            self.process.join()
            raise WorkerDied(_end(self.process.exitcode)) from None

    def kill(self) -> None:
        """End the process now; nothing is lost, since what it had written is whole."""
        self.process.kill()
        self.process.join()
        self.connection.close()


def _end(code: int | None) -> str:
    if code is not None and code < 0:
        name = signal.Signals(-code).name if -code in set(signal.Signals) else f"signal {-code}"
        return f"was ended by {name}"
    return f"ended with code {code}"


def _work(connection: Connection, plan: Plan) -> None:
    """The life of the process: files in, outcomes out, until the batch's own process is gone or says stop."""
    # Ctrl-C and a polite kill reach the whole group of processes; only the batch's own process may answer them, or else
    # the files in hand would look as if they had brought their workers down.
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    results = Results(plan.out)
    try:
        reviewer = plan.open_reviewer()
    except LegalAIError as error:
        connection.send(Stopped(str(error)))
        return
    connection.send(Ready())
    while True:
        try:
            file: SourceFile = connection.recv()
        except EOFError:
            return
        try:
            review = reviewer(file.path)
            results.write_review(file.name, review)
            connection.send(Done(file.name, review.status))
        except LegalAIError as error:
            connection.send(_failed(file, error, str(error)))
        except Exception as error:
            connection.send(_failed(file, error, bug_message(error)))


def _end_with_parent() -> None:
    """A worker outlives a killed batch by no file: the next run may be at work on it already."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _failed(file: SourceFile, error: Exception, message: str) -> Failed:
    return Failed(file.name, file.sha256(), type(error).__name__, message)
