"""Archives: the one contract in them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from legalai.errors import InputError, UnsupportedFormat
from legalai.ingest.containers.inner_file import read_inner
from legalai.ingest.containers.members import is_archive
from legalai.ingest.containers.names import is_leftover, is_readable, safe_name
from legalai.ingest.guard import MAX_FILE_BYTES, open_archive, read_part
from legalai.ingest.reader import USUAL_LIMITS, Limits, Reader
from legalai.schema import Document, Issue, View

_MOST_NAMED = 5


class ZipReader:
    """Reads the contract in a zip archive that holds one; `readers` are those of what may be in it."""

    name = "Zip archive"
    suffixes: tuple[str, ...] = (".zip",)
    media_type = "application/zip"

    def __init__(self, readers: Sequence[Reader], limits: Limits = USUAL_LIMITS) -> None:
        self._readers, self._limits = tuple(readers), limits

    def within(self, limits: Limits) -> "ZipReader":
        """The same reader, refusing contracts beyond the limits."""
        return ZipReader(self._readers, limits)

    def recognises(self, head: bytes, path: Path) -> bool:
        """A zip archive that is no file of an office program."""
        return is_archive(head, path)

    def read(self, path: Path, *, password: str | None = None) -> Document:
        """The contract, its tracked changes accepted. Raises: as `read_view`."""
        return self.read_view(path, view="accepted", password=password)

    def read_view(self, path: Path, *, view: View, password: str | None = None) -> Document:
        """The document in the archive; `password` is that of the contract.

        Raises: InputError where it holds several contracts, UnsupportedFormat where it holds none.
        """
        with open_archive(path) as archive:
            files = [
                member for member in archive.infolist() if not member.is_dir() and not is_leftover(member.filename)
            ]
            members = [member for member in files if is_readable(member.filename, self._readers)]
            if not members:
                raise UnsupportedFormat(f"{path.name} is an archive without a contract that can be read: unpack it.")
            if len(members) > 1:
                raise InputError(
                    f"{path.name} holds {len(members)} files that may be contracts: use the review command on it, "
                    f"the batch command on its folder, or name one of them as {path.name}/FILE."
                )
            member = members[0]
            if member.file_size > MAX_FILE_BYTES:
                raise InputError(f"{path.name} holds a file of more than {MAX_FILE_BYTES // 2**20} MB: split it.")
            data = read_part(archive, member.filename, path.name)
        document = read_inner(
            path, member.filename, data, self._readers, password=password, view=view, media_type=self.media_type,
            limits=self._limits,
        )  # fmt: skip
        return _with_rest(document, path, [safe_name(other.filename) for other in files if other is not member])


def _with_rest(document: Document, path: Path, others: Sequence[str]) -> Document:
    """The document with an issue that names the other files of its archive, where there are any."""
    if not others:
        return document
    named = ", ".join(others[:_MOST_NAMED]) + (" and more" if len(others) > _MOST_NAMED else "")
    message = f"{path.name} holds {len(others)} more that were not read, since they are no contracts by name: {named}."
    rest = Issue(code="embedded-content", severity="warning", message=message)
    return replace(document, issues=(*document.issues, rest))
