"""Uploaded bytes as a file that only this user can read, for as long as it takes."""

import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def on_disk(name: str, data: bytes) -> Generator[Path]:
    """A file of these bytes that is gone afterwards; `name` is the uploader's, and is taken without its path."""
    # A temporary directory is one that only this user may enter.
    with tempfile.TemporaryDirectory(prefix="legalai-") as folder:
        path = Path(folder) / (Path(name.replace("\\", "/")).name or "contract")
        path.write_bytes(data)
        yield path


@contextmanager
def contract_file(name: str, data: bytes, member: str) -> Generator[Path]:
    """The same for a contract that may be a member of an archive; the path then leads into the archive."""
    with on_disk(name, data) as file:
        yield file / member if member else file
