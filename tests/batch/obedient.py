"""A reviewer that does what a file's first line says."""

import os
import signal
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from legalai.batch.worker import Reviewer
from legalai.errors import ConfigError, DamagedFile
from legalai.ingest.containers.members import file_at
from legalai.schema import Issue, Review
from tests.export.samples import TEXT, review

SECRET = "a sentence of the contract"
# Every review that begins adds a line to this file.
LOG_VARIABLE = "TESTS_BATCH_LOG"

DAMAGED_PAGE = Issue(code="damaged-page", severity="error", message="page 2 cannot be read", page=2)


def open_obedient() -> Reviewer:
    return _review


def open_broken() -> Reviewer:
    raise ConfigError("the model is not there. Install it.")


def _review(path: Path) -> Review:
    with Path(os.environ[LOG_VARIABLE]).open("a") as log:
        log.write(f"{path.name}\n")
    with file_at(path) as file:
        data = file.read_bytes()
    order, _, argument = data.decode().split("\n")[0].partition(" ")
    ORDERS[order](argument)
    issues = (DAMAGED_PAGE,) if order == "partly" else ()
    return review(TEXT, name=path.name, sha256=sha256(data).hexdigest(), issues=issues)


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
