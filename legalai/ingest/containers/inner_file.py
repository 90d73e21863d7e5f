"""A contract within another file: an attachment, a member of an archive, or what a program converted."""

import hashlib
import re
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from legalai.errors import EncryptedFile, InputError
from legalai.ingest.reader import Reader, read
from legalai.schema import Document, Issue, View

# Mail servers attach their disclaimers under these names.
_DISCLAIMER = re.compile(r"ATT\d{1,8}\.(?:txt|html?)", re.I)
# What `read` says of any document it says of the whole file too.
_TOLD_OF_THE_WHOLE = frozenset({"not-english", "one-view"})
_ODD = re.compile(r"[^\w .,()&+@-]")


def is_readable(name: str, readers: Sequence[Reader]) -> bool:
    """Whether a file within another one is named like a contract that one of the readers reads."""
    leaf = PurePosixPath(name.replace("\\", "/")).name
    suffixes = {suffix for reader in readers for suffix in reader.suffixes}
    return (
        PurePosixPath(leaf).suffix.lower() in suffixes
        and not leaf.startswith((".", "~$"))
        and not _DISCLAIMER.fullmatch(leaf)
    )


def read_inner(
    path: Path, name: str, data: bytes, readers: Sequence[Reader], *, password: str | None, view: View, media_type: str
) -> Document:
    """The document in a file within `path`, as the document of `path`, which says what was read.

    Raises: InputError that names both files.
    """
    with tempfile.TemporaryDirectory(prefix="legalai-") as folder:
        inner = Path(folder) / _safe(name)
        inner.write_bytes(data)
        try:
            document = read(inner, readers, password=password, view=view)
        except EncryptedFile:
            raise
        except InputError as error:
            raise type(error)(f"{path.name} holds one contract: {error}") from error
        message = f"{inner.name} was read, the one contract in {path.name}."
        told = Issue(code="inner-file", severity="info", message=message)
        whole = as_document_of(path, document, inner=inner.name, media_type=media_type)
        return replace(whole, issues=(told, *(i for i in document.issues if i.code not in _TOLD_OF_THE_WHOLE)))


def as_document_of(path: Path, document: Document, *, inner: str, media_type: str) -> Document:
    """A document as one of the file the user gave: its name and hash, and its name where an issue names `inner`."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    facts = replace(document.facts, name=path.name, sha256=digest, media_type=media_type)
    issues = tuple(replace(issue, message=issue.message.replace(inner, path.name)) for issue in document.issues)
    return replace(document, facts=facts, issues=issues)


def _safe(name: str) -> str:
    """A name for a file of ours: the last part of a name that somebody else chose, without odd characters."""
    leaf = PurePosixPath(name.replace("\\", "/")).name
    stem, suffix = _ODD.sub("_", PurePosixPath(leaf).stem).strip(" .")[:80], PurePosixPath(leaf).suffix
    return f"{stem or 'contract'}{_ODD.sub('', suffix)[:12]}"
