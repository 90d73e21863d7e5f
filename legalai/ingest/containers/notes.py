"""What lies beside contracts in folders and archives: text of which nothing is a contract's, and programs' files."""

import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from legalai.errors import InputError
from legalai.ingest.contract_signs import contract_signs
from legalai.ingest.text import OF_PROGRAMS, TextReader, decode

if TYPE_CHECKING:
    from legalai.ingest.reader import Reader

# Any text is one of these; what has another form was made to be read as a document.
_TEXTS = frozenset({"text/plain", "text/markdown"})
_HEAD_BYTES = 8192
_MOST_NAMED = 5


def contracts_of(
    names: Sequence[str], content: "Callable[[str], bytes]", readers: "Sequence[Reader]"
) -> tuple[str, ...]:
    """Those of the files within another that are no notes; all where all are. `content` unpacks one."""
    notes = {name for name in names if _may_be_note(name, readers) and _is_note_of(name, content, readers)}
    return tuple(name for name in names if name not in notes) or tuple(names)


def _is_note(file: Path, readers: "Sequence[Reader]") -> bool:
    """Whether a file is a program's, or text that says nothing that contracts say.

    What cannot be read is for its reader to tell.
    """
    if file.suffix.lower() in OF_PROGRAMS:
        return True
    with suppress(OSError, InputError):
        head = _head(file)
        reader = next((reader for reader in readers if reader.recognises(head, file)), None)
        if head and reader is not None and reader.media_type in _TEXTS:
            return not contract_signs(decode(file)[0], enough=1)
    return False


def notes_among(files: Sequence[Path], readers: "Callable[[], Sequence[Reader]]") -> tuple[Path, ...]:
    """Those of the files in a folder that are notes, where not all are; `readers` are asked for where there is text."""
    texts = [file for file in files if _is_text(file)]
    known = readers() if texts else ()
    notes = tuple(file for file in texts if _is_note(file, known))
    return notes if len(notes) < len(files) else ()


def told_of(names: Sequence[str]) -> str:
    """What is said of notes that were passed over."""
    named = ", ".join(names[:_MOST_NAMED]) + (f" and {len(names) - _MOST_NAMED} more" if names[_MOST_NAMED:] else "")
    many = f"{len(names)} files that say" if len(names) > 1 else "1 file that says"
    return f"{many} nothing of what contracts say passed over: {named}. Name one to have it read."


def _may_be_note(name: str, readers: "Sequence[Reader]") -> bool:
    """Whether a file is text as far as its name tells: only such a one is unpacked to look at it."""
    suffix = PurePosixPath(name).suffix.lower()
    return not any(suffix in reader.suffixes for reader in readers if reader.media_type not in _TEXTS)


def _is_note_of(name: str, content: "Callable[[str], bytes]", readers: "Sequence[Reader]") -> bool:
    with suppress(InputError), tempfile.TemporaryDirectory(prefix="legalai-") as folder:
        copy = Path(folder) / PurePosixPath(name).name
        copy.write_bytes(content(name))
        return _is_note(copy, readers)
    return False


def _is_text(file: Path) -> bool:
    with suppress(OSError):
        return file.suffix.lower() in OF_PROGRAMS or TextReader().recognises(_head(file), file)
    return False


def _head(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(_HEAD_BYTES)
