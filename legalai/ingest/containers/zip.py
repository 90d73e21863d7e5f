"""Zip archives: the one contract in them."""

from pathlib import Path

from legalai.ingest.containers.container_reader import ContainerReader
from legalai.ingest.containers.opening import is_archive


class ZipReader(ContainerReader):
    """Reads the contract in a zip archive that holds one."""

    name = "Zip archive"
    suffixes = (".zip",)
    media_type = "application/zip"
    empty = "an archive without a contract that can be read: unpack it"

    def recognises(self, head: bytes, path: Path) -> bool:
        """A zip archive that is no file of an office program."""
        return is_archive(head, path)
