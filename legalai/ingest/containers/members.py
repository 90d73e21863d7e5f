"""Archives of several contracts: each is a file with a path that leads through the archive, "deals.zip/nda.docx".

So are e-mails with several contracts attached, files embedded in a PDF, and archives and e-mails within them.
"""

import tempfile
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from legalai.errors import InputError
from legalai.ingest.containers.names import is_leftover, is_readable
from legalai.ingest.containers.notes import contracts_of, told_of
from legalai.ingest.containers.opening import bytes_within, is_container, is_contract_too, names_within
from legalai.ingest.guard import open_archive

if TYPE_CHECKING:
    from legalai.ingest.reader import Reader


def files_in(
    path: Path, readers: "Callable[[], Sequence[Reader]]", password: str | None = None
) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """The files to read at a path: those of an archive or e-mail that holds several contracts, else the path alone.

    A PDF is read with those of its embedded files that may be contracts; a portfolio's cover is not.

    `readers`, who say which names are those of contracts, are asked for where there is an archive. `password` opens PDF
    files that need one. The second value says in a line each what was passed over. An archive that cannot be opened is
    told by reading it.
    """
    try:
        if not is_container(path):
            return (path,), ()
        # Beside one contract a picture is a logo or a photograph, not a second contract.
        everything = readers()
        known = [reader for reader in everything if not reader.media_type.startswith("image/")]
        found = names_within(path, lambda name: is_readable(name, known), password)
        own = (path,) if is_contract_too(path, password) else ()
        leftovers = _leftovers(path)
    except (OSError, InputError):
        return (path,), ()
    contracts = [name for name in found if is_readable(name, known)]
    if len(own) + len(contracts) < 2:
        return (path,), ()
    kept = contracts_of(found, lambda name: bytes_within(path, name, password), everything)
    lines = [f"{path.name}: {line}" for line in _passed_over(leftovers, [name for name in found if name not in kept])]
    if len(own) + sum(name in kept for name in contracts) < 2:
        return (path,), tuple(lines)
    return (*own, *(path / name for name in kept)), tuple(lines)


def _passed_over(leftovers: int, notes: Sequence[str]) -> Iterator[str]:
    if leftovers:
        yield f"{leftovers} file{'s' if leftovers > 1 else ''} of an operating system or word processor passed over."
    if notes:
        yield told_of(notes)


def _leftovers(path: Path) -> int:
    """How many files of an archive no person put there; an e-mail has none."""
    with path.open("rb") as file:
        if not file.read(2).startswith(b"PK"):
            return 0
    with open_archive(path) as archive:
        return sum(is_leftover(info.filename) for info in archive.infolist() if not info.is_dir())


def shown_name(path: Path) -> str:
    """What messages call a file: its name, and before it the archive's and the folders' where it is in one."""
    archive = _archive_of(path)
    return path.relative_to(archive.parent).as_posix() if archive else path.name


@contextmanager
def file_at(path: Path, password: str | None = None) -> Generator[Path]:
    """The file at a path; of one in an archive, e-mail or PDF a private copy, gone afterwards.

    `password` opens PDF files on the way that need one.
    Raises: InputError where the archive cannot be opened, or does not hold it.
    """
    archive = _archive_of(path)
    if archive is None:
        yield path
        return
    data = bytes_within(archive, path.relative_to(archive).as_posix(), password)
    with tempfile.TemporaryDirectory(prefix="legalai-") as folder:
        copy = Path(folder) / path.name
        copy.write_bytes(data)
        del data
        yield copy


def _archive_of(path: Path) -> Path | None:
    """The file that a path leads through."""
    if path.exists():
        return None
    return next((parent for parent in path.parents if parent.is_file()), None)
