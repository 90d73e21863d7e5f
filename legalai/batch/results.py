"""The output folder of a batch: what it holds is the record of what is done, and nothing else is.

reviews/<name>/review.json   a file is done when this is there, whole, and of the file's present content
failures.jsonl               one line for each file that failed, appended when it fails
portfolio.csv, .xlsx         one line for each file that is done
calendar.ics                 their deadlines; it is brought up to date, and never begun anew
states.toml                  what the user said of them; read, and left as it is
run.json                     what was asked, and how far it got
"""

import json
import os
import shutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from legalai.batch import overview
from legalai.batch.folder import SourceFile
from legalai.batch.outcomes import Done, Failed
from legalai.errors import ConfigError, InputError
from legalai.export import calendar_file, calendar_states
from legalai.export.files import write_whole
from legalai.export.json import review_from_json, to_json
from legalai.schema import Review


class Results:
    """The output folder of one batch."""

    def __init__(self, out: Path) -> None:
        """`out` need not exist yet."""
        self.out = out
        self._reviews = out / "reviews"
        self._failures = out / "failures.jsonl"
        self._tables = (out / overview.CSV, out / overview.XLSX)
        self._kept = (out / calendar_file.FILE_NAME, out / calendar_states.FILE_NAME)
        self._run = out / "run.json"

    def leave_out(self, folder: Path) -> tuple[Path, ...]:
        """What is ours and no contract, where the output folder is inside the folder of contracts or holds it."""
        if folder.resolve().is_relative_to(self.out.resolve()):
            return (self._reviews, self._failures, *self._tables, *self._kept, self._run)
        return (self.out,)

    @cached_property
    def run(self) -> Mapping[str, Any]:
        """What run.json says of the run so far; empty where there was none. Raises: ConfigError when it is no run's."""
        try:
            return json.loads(self._run.read_bytes())
        except FileNotFoundError:
            return {}
        except (ValueError, OSError):
            raise ConfigError(f"{self._run} cannot be read. Use --no-resume, or another --out.") from None

    def write_run(self, run: Mapping[str, Any]) -> None:
        """Record what was asked and how far it got."""
        write_whole(self._run, json.dumps(run, indent=2) + "\n")

    def start_over(self) -> None:
        """Remove what an earlier run wrote, and only that. Raises: ConfigError where no run wrote it."""
        if not self._run.exists() and self._reviews.exists() and any(self._reviews.iterdir()):
            raise ConfigError(f"{self._reviews} was not written by a batch (no run.json). Use another --out.")
        # The record of the run goes last: a removal that is cut short can be done again.
        if self._reviews.exists():
            shutil.rmtree(self._reviews)
        for path in (self._failures, *self._tables, self._run):
            path.unlink(missing_ok=True)
        self.__dict__.pop("run", None)

    def remove_parts(self) -> None:
        """Remove half-written files that a killed run left."""
        for part in self.out.rglob(".*.part"):
            part.unlink(missing_ok=True)

    def write_review(self, name: str, review: Review) -> None:
        """Write one review; from then on its file is done."""
        write_whole(self._review_json(name), to_json(review))

    def forget(self, names: Iterable[str]) -> None:
        """Take the reviews of these files away, so that they are reviewed again."""
        for name in names:
            self._review_json(name).unlink(missing_ok=True)

    def has_review(self, name: str) -> bool:
        """Whether there is a review for a name, of its present content or not."""
        return self._review_json(name).is_file()

    def done(self, file: SourceFile, sha256: str | None) -> Done | None:
        """The outcome of a file that was reviewed with its present content."""
        path = self._review_json(file.name)
        try:
            review = review_from_json(path.read_bytes(), name=str(path))
        except (OSError, InputError):
            return None
        if review.contract.document.sha256 != sha256:
            return None
        return Done(file.name, review.status)

    def failures(self) -> dict[str, Failed]:
        """The files that failed, by name; a line that a kill cut short is left out."""
        found: dict[str, Failed] = {}
        for line in self._failure_lines():
            try:
                failed = Failed(**json.loads(line))
            except (ValueError, TypeError):
                continue
            found[failed.name] = failed
        return found

    def keep_failures(self, failures: Iterable[Failed]) -> None:
        """Let failures.jsonl hold these and no other; it is there, and empty, where nothing failed."""
        write_whole(self._failures, "".join(_line(failed) for failed in failures))

    def add_failure(self, failed: Failed) -> None:
        """Append a failure; one system call, so that a kill leaves a whole line or none."""
        self.out.mkdir(parents=True, exist_ok=True)
        handle = os.open(self._failures, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
        try:
            os.write(handle, _line(failed).encode("utf-8"))
            os.fsync(handle)
        finally:
            os.close(handle)

    def write_overview(
        self, done: Iterable[str], *, as_of: date, alarm_days: Sequence[int] | None, unread: Collection[str] | None
    ) -> overview.Overview:
        """Write the portfolio and the calendar of the files that are done; `unread` is as `merged` takes it."""
        reviews = {name: self._review_json(name) for name in done}
        return overview.write(self.out, reviews, as_of=as_of, alarm_days=alarm_days, unread=unread)

    def _failure_lines(self) -> list[str]:
        try:
            return self._failures.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return []

    def _review_json(self, name: str) -> Path:
        return self._reviews / name / "review.json"


def earlier_as_of(out: Path) -> date | None:
    """The day that an earlier run into this folder reviewed as of; one portfolio has one such day."""
    written = Results(out).run.get("options", {}).get("as_of")
    return date.fromisoformat(written) if written else None


def _line(failed: Failed) -> str:
    return json.dumps(asdict(failed)) + "\n"
