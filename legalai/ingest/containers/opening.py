"""Archives, e-mails and PDF files that hold others opened, and those within them: how deep, how many, how much."""

import tempfile
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeAlias
from zipfile import BadZipFile, ZipFile, ZipInfo

from legalai.errors import DamagedFile, InputError, UnsupportedFormat
from legalai.ingest.containers.attachments import MAIL_SUFFIXES, attachments, is_message, message_in
from legalai.ingest.containers.names import is_leftover, parts_of, safe_name
from legalai.ingest.containers.pdf_files import PDF_SUFFIXES, embedded_in, holds_files, is_portfolio, mentions_files
from legalai.ingest.guard import MAX_ENTRIES, MAX_UNPACKED_BYTES, open_archive, read_part

# Office files and their like are archives too, and no archive of contracts.
_OF_A_PROGRAM = frozenset({"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"})
_DEEPEST_FOLDER = 8
# An archive in an e-mail in an archive of a data room: whoever nests deeper hides something, or means harm.
DEEPEST = 4
_MAY_HOLD = frozenset({".zip", *MAIL_SUFFIXES, *PDF_SUFFIXES})
_HEAD_BYTES = 8192

IsContract: TypeAlias = Callable[[str], bool]


def is_archive(head: bytes, path: Path) -> bool:
    """Whether a file that begins with `head` is a zip archive and no file of an office program."""
    if not head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    try:
        with ZipFile(path) as archive:
            return not _OF_A_PROGRAM & set(archive.namelist())
    except (BadZipFile, OSError, NotImplementedError, ValueError):
        return path.suffix.lower() == ".zip"


def is_container(path: Path) -> bool:
    """Whether a file is an archive of contracts, an e-mail or a PDF with files in it."""
    head = _head(path)
    return is_archive(head, path) or is_message(head, path) or holds_files(head, path)


def is_contract_too(path: Path, password: str | None = None) -> bool:
    """Whether a file that holds others is to be read itself as well: a PDF whose pages are no cover of a portfolio."""
    head = _head(path)
    return holds_files(head, path) and not is_portfolio(head, path, password)


def names_within(path: Path, is_contract: IsContract, password: str | None = None) -> tuple[str, ...]:
    """The files in an archive or e-mail, and those of archives and e-mails in it, by paths that are safe to use.

    An e-mail within is opened where it has several attachments named like contracts: else it is one contract itself.
    A PDF is named before what is embedded in it. What lies too deep, or in an archive that cannot be opened, stays one
    file, which nothing reads. PDF files that open with `password` only are opened with it.
    Raises: InputError where the file itself cannot be opened.
    """
    return tuple(_names(path, _Search(is_contract, password), 1))


def bytes_within(path: Path, name: str, password: str | None = None) -> bytes:
    """The content of a file in an archive or e-mail, of one in those within it too.

    Raises: InputError where the file is no archive, cannot be opened, or holds no such file.
    """
    return _bytes(path, name, (path.name,), password)


@dataclass
class _Search:
    """What is looked for, and how much may still be unpacked of all archives in one another together."""

    is_contract: IsContract
    password: str | None
    entries: int = field(default_factory=lambda: MAX_ENTRIES)
    size: int = MAX_UNPACKED_BYTES

    def take(self, sizes: Sequence[int]) -> None:
        """Raises: InputError where less is left."""
        self.entries -= len(sizes)
        self.size -= sum(sizes)
        if self.entries < 0 or self.size < 0:
            raise InputError("The archives in it unpack to more than a contract may.")


def _names(path: Path, search: _Search, depth: int) -> Iterator[str]:
    with _Holder(path, path.name, search.password) as holder:
        search.take(list(holder.sizes.values()))
        for name in holder.sizes:
            inside: list[str] = []
            if PurePosixPath(name).suffix.lower() in _MAY_HOLD and depth < DEEPEST:
                with suppress(InputError):
                    inside = _names_at(name, holder.read(name), search, depth)
            # A PDF embeds settings, pictures and figures beside contracts; it says itself that it holds them.
            yield from inside or ([name] if search.is_contract(name) or not holder.is_pdf else [])


def _names_at(name: str, data: bytes, search: _Search, depth: int) -> list[str]:
    """What is in a file within another one, by its path there; a PDF is a contract itself."""
    if PurePosixPath(name).suffix.lower() in PDF_SUFFIXES and not mentions_files(data):
        return []
    with _on_disk(name, data) as copy:
        inside = _names_in_inner(copy, search, depth + 1)
        own = [name] if inside and is_contract_too(copy, search.password) else []
    return [*own, *(f"{name}/{each}" for each in inside)]


def _names_in_inner(path: Path, search: _Search, depth: int) -> tuple[str, ...]:
    """The files that are to be told one by one; none where the file is one contract."""
    if not is_container(path):
        return ()
    inside = tuple(_names(path, search, depth))
    least = 2 if is_message(_head(path), path) else 1
    return inside if sum(map(search.is_contract, inside)) >= least else ()


@contextmanager
def _on_disk(name: str, data: bytes) -> Generator[Path]:
    """A private copy of a file within another one, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="legalai-") as folder:
        copy = Path(folder) / PurePosixPath(name).name
        copy.write_bytes(data)
        yield copy


def _bytes(path: Path, name: str, outside: tuple[str, ...], password: str | None) -> bytes:
    """A file within `path`, which is the last of `outside`, the files in one another that lead to it."""
    shown = "/".join(outside)
    if not is_container(path):
        raise InputError(f"{shown} is no folder and no archive: check the path.")
    if len(outside) > DEEPEST:
        raise UnsupportedFormat(f"{shown} lies too deep in other archives: unpack it and supply its contracts.")
    with _Holder(path, shown, password) as holder:
        if name in holder.sizes:
            return holder.read(name)
        outer = next((each for each in holder.sizes if name.startswith(f"{each}/")), None)
        if outer is None:
            raise InputError(f"{shown} holds no file {name}: check the path.")
        data = holder.read(outer)
    with _on_disk(outer, data) as copy:
        return _bytes(copy, name[len(outer) + 1 :], (*outside, outer), password)


class _Holder:
    """An archive or e-mail that is open: `sizes` are those of its files, by path."""

    def __init__(self, path: Path, shown: str, password: str | None) -> None:
        self._path, self._shown, self._password = path, shown, password
        self._archive: ZipFile | None = None
        self._infos: Mapping[str, ZipInfo] = {}
        self._attached: Mapping[str, bytes] = {}
        self.sizes: Mapping[str, int] = {}
        self.is_pdf = holds_files(_head(path), path)

    def __enter__(self) -> "_Holder":
        if is_archive(_head(self._path), self._path):
            self._archive = open_archive(self._path)
            self._infos = members_of(self._archive)
            self.sizes = {name: info.file_size for name, info in self._infos.items()}
        else:
            found = self._held()
            names = _safe_names([name for name, _ in found])
            self._attached = dict(zip(names, (data for _, data in found), strict=True))
            self.sizes = {name: len(data) for name, data in self._attached.items()}
        return self

    def _held(self) -> list[tuple[str, bytes]]:
        if self.is_pdf:
            return embedded_in(self._path, self._shown, self._password)
        return attachments(message_in(self._path), self._shown)

    def __exit__(self, *_: object) -> None:
        if self._archive is not None:
            self._archive.close()

    def read(self, name: str) -> bytes:
        """Raises: InputError where it cannot be unpacked."""
        if self._archive is None:
            return self._attached[name]
        info = self._infos[name]
        if self._archive.getinfo(info.filename) is not info:
            raise DamagedFile(f"{self._shown} holds several files of the name {name}: unpack it and supply each.")
        return read_part(self._archive, info.filename, self._shown)


def members_of(archive: ZipFile) -> dict[str, ZipInfo]:
    """The files of an archive that a person put there, by a path that is safe to use as a name of ours."""
    files = [info for info in archive.infolist() if not info.is_dir() and not is_leftover(info.filename)]
    return dict(zip(_safe_names([info.filename for info in files]), files, strict=True))


def _safe_names(told_names: Sequence[str]) -> Iterator[str]:
    """Paths for files of ours by what somebody else called them, each another one."""
    taken: set[str] = set()
    for told in told_names:
        wanted = PurePosixPath(*(safe_name(part) for part in parts_of(told)[-_DEEPEST_FOLDER:] or ("",)))
        name, number = wanted, 1
        while name.as_posix().casefold() in taken:
            number += 1
            name = wanted.with_stem(f"{wanted.stem}-{number}")
        taken.add(name.as_posix().casefold())
        yield name.as_posix()


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD_BYTES)
