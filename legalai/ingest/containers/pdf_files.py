"""Files embedded in a PDF: annexes beside its pages, or a portfolio, whose one page only says what to open it with."""

import json
import mmap
import subprocess
import sys
from pathlib import Path
from typing import Any

from legalai.errors import DamagedFile, InputError
from legalai.ingest.confined_memory import MAX_MEMORY
from legalai.ingest.pdf.object_streams import unpacked

PDF_SUFFIXES: tuple[str, ...] = (".pdf",)
# A stream's own entries stand in the open in every PDF, whatever else of it is packed or encrypted.
_EMBEDDED = b"/EmbeddedFile"
_PORTFOLIO = b"/Collection"
_MOST_FILES = 500
_SECONDS = 45
_WORDS_OF_COVER = 150


def holds_files(head: bytes, path: Path) -> bool:
    """Whether a file is a PDF in which others are embedded."""
    return b"%PDF-" in head[:1024] and _says(path, _EMBEDDED)


def mentions_files(data: bytes) -> bool:
    """Whether the content of a PDF speaks of files within it."""
    return _EMBEDDED in data


def is_portfolio(head: bytes, path: Path, password: str | None = None) -> bool:
    """Whether a PDF is a folder of files, and its pages the cover of that."""
    if not holds_files(head, path):
        return False
    if not _says(path, _PORTFOLIO) and _PORTFOLIO not in unpacked(path.read_bytes()):
        return False
    try:
        told, _ = _opened(path, path.name, password)
    except DamagedFile:
        return False
    # A contract may lead a portfolio: a cover is one page of few words, and more pages without words are a scan.
    return told["pages"] == 1 and told["words"] <= _WORDS_OF_COVER


def embedded_in(path: Path, shown: str, password: str | None = None) -> list[tuple[str, bytes]]:
    """Name and content of the files in a PDF; messages call it `shown`.

    Raises: DamagedFile where it does not open, InputError where it holds more than anybody sends.
    """
    told, content = _opened(path, shown, password)
    found: list[tuple[str, bytes]] = []
    for name, size in told["files"]:
        found.append((name, bytes(content[:size])))
        content = content[size:]
    if len(found) > _MOST_FILES:
        raise InputError(f"{shown} has more than {_MOST_FILES} files in it: save those to be reviewed.")
    return [(name, data) for name, data in found if data]


def _opened(path: Path, shown: str, password: str | None) -> tuple[dict[str, Any], memoryview]:
    """What the process that opens a PDF tells of it, and the content of the files in it. Raises: DamagedFile."""
    # -P: a folder of contracts that we are started in may hold what looks like a module.
    program = "from legalai.ingest.pdf.embedded import main; main()"
    command = [sys.executable, "-P", "-c", program, str(MAX_MEMORY), str(path.resolve())]
    try:
        ended = subprocess.run(  # noqa: S603 - our own interpreter and module
            command, input=(password or "").encode(), capture_output=True, timeout=_SECONDS, check=True
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise DamagedFile(f"{shown} does not let the files in it be opened: save them from a PDF viewer.") from error
    listed, _, content = ended.stdout.partition(b"\n")
    return json.loads(listed), memoryview(content)


def _says(path: Path, what: bytes) -> bool:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(what) >= 0
