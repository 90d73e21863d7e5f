"""Which files of a folder are contracts to review."""

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from legalai.errors import InputError
from legalai.ingest.containers.members import file_at, files_in
from legalai.ingest.containers.names import is_leftover
from legalai.ingest.containers.notes import notes_among, told_of
from legalai.ingest.reader import Reader


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to review. `name` is its path below the folder, with "/" and its suffix; it may lead into an archive."""

    name: str
    path: Path
    password: str | None = field(default=None, repr=False)

    def sha256(self) -> str | None:
        """The hash of its content; None where it cannot be opened."""
        try:
            with file_at(self.path, self.password) as at, at.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except (OSError, InputError):
            return None


@dataclass(frozen=True, slots=True)
class Sources:
    """The files to review, and in a line each what was passed over."""

    files: tuple[SourceFile, ...]
    passed_over: tuple[str, ...]


def source_files(
    folder: Path,
    *,
    glob: str,
    leave_out: Collection[Path],
    readers: Callable[[], Sequence[Reader]],
    password: str | None = None,
) -> Sources:
    """The files of a folder and the folders in it, by name, without hidden ones and those at or below `leave_out`.

    An archive of several contracts counts as a folder, once `glob` has found it; which files may be contracts is for
    `readers` to say, which are asked for where there is an archive or a text. Text that says nothing of what contracts
    say is passed over, where there is anything else.
    Raises: InputError when there is none.
    """
    if not folder.is_dir():
        raise InputError(f"{folder} is not a folder. Name the folder that holds the contracts.")
    try:
        found = tuple(_walked(folder, glob, [path.resolve() for path in leave_out]))
    except (ValueError, NotImplementedError):
        raise InputError(f"'{glob}' is no pattern for files. Use one like '*.pdf' or 'suppliers/*.docx'.") from None
    if not found:
        raise InputError(f"{folder}: no file matches '{glob}'. Name another folder or pattern.")
    notes = notes_among(found, readers)
    opened = [files_in(path, readers, password) for path in found if path not in notes]
    told = (told_of([path.relative_to(folder).as_posix() for path in sorted(notes)]),) if notes else ()
    files = (SourceFile(path.relative_to(folder).as_posix(), path, password) for paths, _ in opened for path in paths)
    return Sources(
        files=tuple(sorted(files, key=lambda file: file.name)),
        passed_over=(*told, *(line for _, lines in opened for line in lines)),
    )


def _walked(folder: Path, glob: str, leave_out: Collection[Path]) -> Iterator[Path]:
    for path in folder.rglob(glob):
        if is_leftover(path.relative_to(folder).as_posix()) or not path.is_file():
            continue
        if not any(path.resolve().is_relative_to(other) for other in leave_out):
            yield path
