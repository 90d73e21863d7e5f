"""Portfolio and calendar made again from the reviews that are there, and what the user says of them."""

import csv
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

from legalai.batch import overview
from legalai.batch.results import Results
from legalai.errors import InputError
from legalai.export import calendar_states
from legalai.export.calendar_states import Mark, read_states, states_toml
from legalai.export.files import write_whole
from legalai.export.xlsx import inert


def rebuild(out: Path, *, as_of: date, alarm_days: Sequence[int] | None = None) -> overview.Overview:
    """Write portfolio and calendar again as of a day; no contract is read.

    Raises: InputError where there is no review, and as `overview.write`.
    """
    return overview.write(out, _reviews(out), as_of=as_of, alarm_days=alarm_days, unread=_unread(out))


def mark(out: Path, name: str, what: Mark) -> None:
    """Record what became of a contract. Raises: InputError when no review has that name."""
    names = sorted(_reviews(out))
    if name not in names:
        alike = [each for each in names if name.casefold() in each.casefold()] or names
        listed = ", ".join(alike[:10]) + (", ..." if len(alike) > 10 else "")
        raise InputError(f"{out} has no review named {name}. Name one of: {listed}.")
    path = out / calendar_states.FILE_NAME
    write_whole(path, states_toml({**read_states(path), name: what}))


def _reviews(out: Path) -> dict[str, Path]:
    """Contract name -> its review.json, of a batch or of single reviews. Raises: InputError where there is none."""
    of_batch = (out / "reviews").is_dir()
    root = out / "reviews" if of_batch else out
    found = {path.parent.relative_to(root).as_posix(): path for path in root.rglob("review.json")}
    if of_batch:
        # A batch leaves the review of a file that is no longer in its folder, and its table knows which are.
        listed = _listed(out / overview.CSV)
        found = {name: path for name, path in found.items() if listed is None or inert(name) in listed}
    if not found:
        raise InputError(f"{out} holds no reviews. Name the folder that `legalai batch` or `legalai review` wrote to.")
    return found


def _listed(table: Path) -> Collection[str] | None:
    try:
        with table.open(encoding=overview.CSV_ENCODING, newline="") as file:
            return {row.get("name", "") for row in csv.DictReader(file)}
    except (OSError, ValueError, csv.Error):
        return None


def _unread(out: Path) -> Collection[str] | None:
    """The contracts of a batch that have no review: those that failed, or nobody knows which where it was cut short."""
    results = Results(out)
    return results.failures() if results.run.get("status", "finished") == "finished" else None
