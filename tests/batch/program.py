"""A batch whose reviewer does what a file's first line says: `python -m tests.batch.program FOLDER OUT`."""

import os
import signal
import sys
import time
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

from legalai.batch.run import BatchRequest, run_batch
from legalai.batch.worker import Reviewer
from legalai.errors import ConfigError, DamagedFile
from legalai.review import Reviewed, ReviewRequest
from legalai.schema import Issue
from tests.export.samples import TEXT, document, review

SECRET = "a sentence of the contract"
# Every review that begins adds a line to this file.
LOG_VARIABLE = "TESTS_BATCH_LOG"

DAMAGED_PAGE = Issue(code="damaged-page", severity="error", message="page 2 cannot be read", page=2)


def open_obedient() -> Reviewer:
    return _review


def open_broken() -> Reviewer:
    raise ConfigError("the model is not there. Install it.")


def _review(path: Path, request: ReviewRequest) -> Reviewed:
    with Path(os.environ[LOG_VARIABLE]).open("a") as log:
        log.write(f"{path.name}\n")
    data = path.read_bytes()
    order, _, argument = data.decode().split("\n")[0].partition(" ")
    ORDERS[order](argument)
    issues = (DAMAGED_PAGE,) if order == "partly" else ()
    digest = sha256(data).hexdigest()
    made = review(TEXT, name=path.name, sha256=digest, issues=issues)
    return Reviewed(document(TEXT, name=path.name, sha256=digest), made, ())


def _damaged(_: str) -> None:
    raise DamagedFile("x.pdf is cut short. Supply it again.")


def _unconfigured(_: str) -> None:
    raise ConfigError("us-xx/profile.toml: wrong")


def _bug(_: str) -> None:
    raise ValueError(SECRET)


def _die(_: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


ORDERS: dict[str, Callable[[str], None]] = {
    "fine": lambda _: None,
    "partly": lambda _: None,
    "sleep": lambda seconds: time.sleep(float(seconds)),
    "damaged": _damaged,
    "config": _unconfigured,
    "bug": _bug,
    "die": _die,
}


if __name__ == "__main__":
    folder, out = map(Path, sys.argv[1:3])
    asked = BatchRequest(folder=folder, out=out, review=ReviewRequest(as_of=date(2026, 11, 21)), workers=2)
    run_batch(asked, open_reviewer=open_obedient)
