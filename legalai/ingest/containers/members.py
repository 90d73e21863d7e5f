"""Archives of several contracts: each is a file with a path that leads through the archive, "deals.zip/nda.docx"."""

import tempfile
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, ZipInfo

from legalai.errors import DamagedFile, InputError, UnsupportedFormat
from legalai.ingest.containers.names import is_leftover, is_readable, parts_of, safe_name
from legalai.ingest.guard import open_archive, read_part

if TYPE_CHECKING:
    from legalai.ingest.reader import Reader

# Office files and their like are archives too, and no archive of contracts.
_OF_A_PROGRAM = frozenset({"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"})
_DEEPEST_FOLDER = 8


def is_archive(head: bytes, path: Path) -> bool:
    """Whether a file that begins with `head` is a zip archive and no file of an office program."""
    if not head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    try:
        with ZipFile(path) as archive:
            return not _OF_A_PROGRAM & set(archive.namelist())
    except (BadZipFile, OSError, NotImplementedError, ValueError):
        return path.suffix.lower() == ".zip"


def files_in(path: Path, readers: "Callable[[], Sequence[Reader]]") -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """The files to read at a path: those of an archive that holds several contracts, else the path alone.

    `readers`, who say which names are those of contracts, are asked for where there is an archive. The second value
    says in a line each what was passed over. An archive that cannot be opened is told by reading it.
    """
    try:
        with path.open("rb") as file:
            head = file.read(4)
        if not is_archive(head, path):
            return (path,), ()
        with open_archive(path) as archive:
            found = _members(archive)
            leftovers = sum(is_leftover(info.filename) for info in archive.infolist() if not info.is_dir())
    except (OSError, InputError):
        return (path,), ()
    # Beside one contract a picture is a logo or a photograph, not a second contract.
    known = [reader for reader in readers() if not reader.media_type.startswith("image/")]
    if sum(is_readable(name, known) for name in found) < 2:
        return (path,), ()
    what = f"{leftovers} file{'s' if leftovers > 1 else ''} of an operating system or word processor"
    return tuple(path / name for name in found), (f"{path.name}: {what} passed over.",) if leftovers else ()


def shown_name(path: Path) -> str:
    """What messages call a file: its name, and before it the archive's and the folders' where it is in one."""
    archive = _archive_of(path)
    return path.relative_to(archive.parent).as_posix() if archive else path.name


@contextmanager
def file_at(path: Path) -> Generator[Path]:
    """The file at a path; of one in an archive a private copy, gone afterwards.

    Raises: InputError where the archive cannot be opened, does not hold it, or where it is an archive itself.
    """
    archive = _archive_of(path)
    if archive is None:
        yield path
        return
    data = _unpacked(archive, path.relative_to(archive).as_posix())
    with tempfile.TemporaryDirectory(prefix="legalai-") as folder:
        copy = Path(folder) / path.name
        copy.write_bytes(data)
        del data
        if is_archive(_head(copy), copy):
            raise UnsupportedFormat(
                f"{shown_name(path)} is an archive in an archive: unpack it and supply its contracts."
            )
        yield copy


def _unpacked(path: Path, name: str) -> bytes:
    with path.open("rb") as file:
        head = file.read(4)
    if not is_archive(head, path):
        raise InputError(f"{path.name} is no folder and no archive: check the path.")
    with open_archive(path) as archive:
        info = _members(archive).get(name)
        if info is None:
            raise InputError(f"{path.name} holds no file {name}: check the path.")
        if archive.getinfo(info.filename) is not info:
            raise DamagedFile(f"{path.name} holds several files of the name {name}: unpack it and supply each.")
        return read_part(archive, info.filename, path.name)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4)


def _archive_of(path: Path) -> Path | None:
    """The file that a path leads through."""
    if path.exists():
        return None
    return next((parent for parent in path.parents if parent.is_file()), None)


def _members(archive: ZipFile) -> dict[str, ZipInfo]:
    """The files of an archive that a person put there, by a path that is safe to use as a name of ours."""
    found: dict[str, ZipInfo] = {}
    taken: set[str] = set()
    for info in archive.infolist():
        if info.is_dir() or is_leftover(info.filename):
            continue
        wanted = PurePosixPath(*(safe_name(part) for part in parts_of(info.filename)[-_DEEPEST_FOLDER:]))
        name, number = wanted, 1
        while name.as_posix().casefold() in taken:
            number += 1
            name = wanted.with_stem(f"{wanted.stem}-{number}")
        taken.add(name.as_posix().casefold())
        found[name.as_posix()] = info
    return found
