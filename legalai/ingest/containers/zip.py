"""Archives: the one contract in them."""

from collections.abc import Sequence
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from legalai.errors import InputError, UnsupportedFormat
from legalai.ingest.containers.inner_file import is_readable, read_inner
from legalai.ingest.guard import MAX_FILE_BYTES, open_archive, read_part
from legalai.ingest.reader import Reader
from legalai.schema import Document, View

# Office files and their like are archives too, and no archive of contracts.
_OF_A_PROGRAM = frozenset({"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"})


class ZipReader:
    """Reads the contract in a zip archive that holds one; `readers` are those of what may be in it."""

    name = "Zip archive"
    suffixes: tuple[str, ...] = (".zip",)
    media_type = "application/zip"

    def __init__(self, readers: Sequence[Reader]) -> None:
        self._readers = tuple(readers)

    def recognises(self, head: bytes, path: Path) -> bool:
        """A zip archive that is no file of an office program."""
        if not head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            return False
        try:
            with ZipFile(path) as archive:
                return not _OF_A_PROGRAM & set(archive.namelist())
        except (BadZipFile, OSError, NotImplementedError, ValueError):
            return path.suffix.lower() in self.suffixes

    def read(self, path: Path, *, password: str | None = None) -> Document:
        """The contract, its tracked changes accepted. Raises: as `read_view`."""
        return self.read_view(path, view="accepted", password=password)

    def read_view(self, path: Path, *, view: View, password: str | None = None) -> Document:
        """The document in the archive; `password` is that of the contract.

        Raises: InputError where it holds several contracts, UnsupportedFormat where it holds none.
        """
        with open_archive(path) as archive:
            members = [
                member
                for member in archive.infolist()
                if not member.is_dir()
                and not member.filename.startswith("__MACOSX/")
                and is_readable(member.filename, self._readers)
            ]
            if not members:
                raise UnsupportedFormat(f"{path.name} is an archive without a contract that can be read: unpack it.")
            if len(members) > 1:
                raise InputError(
                    f"{path.name} holds {len(members)} files that may be contracts: unpack it and use "
                    "the batch command on the folder."
                )
            member = members[0]
            if member.file_size > MAX_FILE_BYTES:
                raise InputError(f"{path.name} holds a file of more than {MAX_FILE_BYTES // 2**20} MB: split it.")
            data = read_part(archive, member.filename, path.name)
        return read_inner(
            path, member.filename, data, self._readers, password=password, view=view, media_type=self.media_type
        )
