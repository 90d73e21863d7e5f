"""A reader in a process of its own, with limits on time and memory: a file made to hang or to burst it ends there.

python -m legalai.ingest.confined      the process: an order on its standard input, answers on its standard output
"""

import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from legalai.errors import DamagedFile, InputError
from legalai.ingest.confined_memory import MAX_MEMORY, limit_memory
from legalai.ingest.reader import USUAL_LIMITS, Limits, Reader
from legalai.schema import Document

MAX_SILENCE = 45.0
"""Seconds within which the next page must be read."""
PER_PAGE_READ = 0.25
"""Seconds more for each page read: at the end, what was read is put together, and of many pages that is much."""


@dataclass(frozen=True)
class _Order:
    """What the process is to do: make the reader `module.name`, for files of `pages` pages, and read a file with it."""

    module: str
    name: str
    path: Path
    password: str | None
    pages: int


@dataclass(frozen=True)
class _PageRead:
    """The process is alive and one page further."""


_Answer = _PageRead | Document | InputError | None


class ConfinedReader:
    """Reads as `kind` does, in a process of its own.

    `kind` is a reader's class; it is made in the process with `pages`, the most a file may have, and `on_page`, which
    it calls after each.
    """

    def __init__(
        self, kind: Callable[..., Reader], *, max_silence: float = MAX_SILENCE, max_memory: int = MAX_MEMORY
    ) -> None:
        reader = kind()
        self.name, self.suffixes, self.media_type = reader.name, reader.suffixes, reader.media_type
        self.recognises = reader.recognises
        self._kind, self._max_silence, self._max_memory = type(reader), max_silence, max_memory
        self._pages = USUAL_LIMITS.pages

    def within(self, limits: Limits) -> "ConfinedReader":
        """The same reader, refusing files of more pages."""
        other = ConfinedReader(self._kind, max_silence=self._max_silence, max_memory=self._max_memory)
        other._pages = limits.pages
        return other

    def read(self, path: Path, *, password: str | None = None) -> Document:
        """The document in the file. Raises: InputError, also where a limit was reached or the process came down."""
        order = _Order(self._kind.__module__, self._kind.__qualname__, path.resolve(), password, self._pages)
        # -P: a folder of contracts that we are started in may hold what looks like a module.
        command = [sys.executable, "-P", "-c", f"from {__name__} import main; main()", str(self._max_memory)]
        with subprocess.Popen(  # noqa: S603 - our own interpreter and module
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            try:
                pickle.dump(order, process.stdin)
                process.stdin.flush()
                return self._document(_listen(process.stdout), path.name)
            except BrokenPipeError:
                raise _came_down(path.name) from None
            finally:
                _end(process)

    def _document(self, answers: "queue.Queue[_Answer]", name: str) -> Document:
        silence = self._max_silence
        while True:
            try:
                answer = answers.get(timeout=silence)
            except queue.Empty:
                raise InputError(
                    f"{name} has a page that takes longer than {silence:.0f} seconds to read: "
                    "print it to PDF again, or leave that page out."
                ) from None
            match answer:
                case Document():
                    return answer
                case InputError():
                    raise answer
                case None:
                    raise _came_down(name)
                case _PageRead():
                    silence += PER_PAGE_READ


def _end(process: subprocess.Popen[bytes]) -> None:
    """The process and what it has started: programs that read pictures would go on without anybody to stop them."""
    try:
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except (ProcessLookupError, PermissionError):
        return  # it has ended by itself


def _came_down(name: str) -> DamagedFile:
    return DamagedFile(
        f"{name} is damaged or needs too much memory to read: open it in a PDF viewer and print it to PDF again."
    )


def _listen(stream: Any) -> "queue.Queue[_Answer]":
    """The answers of the process as they come; None when there will be no more."""
    answers: queue.Queue[_Answer] = queue.Queue()

    def listen() -> None:
        try:
            while True:
                answers.put(pickle.load(stream))  # noqa: S301 - from our own process
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            answers.put(None)

    threading.Thread(target=listen, daemon=True).start()
    return answers


def _end_with_parent(orders: BinaryIO) -> None:
    """Whoever gave the order keeps its end open; when it is gone, nobody waits for an answer."""
    orders.read()
    if os.name == "posix" and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _work(orders: BinaryIO, answers: BinaryIO) -> None:
    order: _Order = pickle.load(orders)  # noqa: S301 - from the process that started us
    threading.Thread(target=_end_with_parent, args=(orders,), daemon=True).start()

    def answer(said: _Answer) -> None:
        pickle.dump(said, answers)
        answers.flush()

    reader = getattr(import_module(order.module), order.name)(on_page=lambda: answer(_PageRead()), pages=order.pages)
    try:
        answer(reader.read(order.path, password=order.password))
    except InputError as error:
        answer(error)
    except (MemoryError, RecursionError):
        answer(_came_down(order.path.name))


def main() -> None:
    """Follow one order. What libraries print must not come between the answers, so it goes nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    limit_memory(int(sys.argv[1]))
    _work(sys.stdin.buffer, answers)
    os._exit(0)  # without waiting for the thread that reads the input
