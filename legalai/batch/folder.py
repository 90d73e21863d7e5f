"""Which files of a folder are contracts to review."""

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from legalai.errors import InputError

# What operating systems and word processors leave in folders; anything else is a file the user wants an answer about.
_LEFTOVERS = frozenset({"thumbs.db", "desktop.ini"})
_LOCK_PREFIX = "~$"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to review. `name` is its path below the folder, with "/" and its suffix."""

    name: str
    path: Path

    def sha256(self) -> str | None:
        """The hash of its content; None where it cannot be opened."""
        try:
            with self.path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return None


def source_files(folder: Path, *, glob: str, leave_out: Collection[Path]) -> tuple[SourceFile, ...]:
    """The files of a folder and the folders in it, by name, without hidden ones and those at or below `leave_out`.

    Raises: InputError when there is none.
    """
    if not folder.is_dir():
        raise InputError(f"{folder} is not a folder. Name the folder that holds the contracts.")
    try:
        found = tuple(sorted(_walked(folder, glob, [path.resolve() for path in leave_out]), key=lambda file: file.name))
    except (ValueError, NotImplementedError):
        raise InputError(f"'{glob}' is no pattern for files. Use one like '*.pdf' or 'suppliers/*.docx'.") from None
    if not found:
        raise InputError(f"{folder}: no file matches '{glob}'. Name another folder or pattern.")
    return found


def _walked(folder: Path, glob: str, leave_out: Collection[Path]) -> Iterator[SourceFile]:
    for path in folder.rglob(glob):
        below = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in below.parts)
        leftover = path.name.startswith(_LOCK_PREFIX) or path.name.lower() in _LEFTOVERS
        if hidden or leftover or not path.is_file():
            continue
        if not any(path.resolve().is_relative_to(other) for other in leave_out):
            yield SourceFile(name=below.as_posix(), path=path)
