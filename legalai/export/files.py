"""Files that are written whole or not at all."""

import os
import tempfile
from pathlib import Path

from legalai.errors import ConfigError


def write_whole(path: Path, content: str | bytes) -> None:
    """Put content in a file so that a reader, or a crash, never meets half of it. Text becomes UTF-8 and nothing else.

    Raises: ConfigError when the folder cannot be written to.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be written ({error.strerror}). Choose another output folder.") from error


def _replace(path: Path, data: bytes) -> None:
    """Write beside the file, then rename over it: only a rename within one folder is atomic."""
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The process's file mode mask, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
