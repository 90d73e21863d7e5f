"""A contract within another file: an attachment, a member of an archive, or what a program converted."""

import hashlib
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from legalai.errors import EncryptedFile, InputError
from legalai.ingest.containers.names import safe_name
from legalai.ingest.reader import Limits, Reader, read
from legalai.schema import Document, Issue, View

# What `read` says of any document it says of the whole file too.
_TOLD_OF_THE_WHOLE = frozenset({"not-english", "one-view"})


def read_inner(
    path: Path,
    name: str,
    data: bytes,
    readers: Sequence[Reader],
    *,
    password: str | None,
    view: View,
    media_type: str,
    limits: Limits,
) -> Document:
    """The document in a file within `path`, as the document of `path`, which says what was read.

    Raises: InputError that names both files.
    """
    with tempfile.TemporaryDirectory(prefix="legalai-") as folder:
        inner = Path(folder) / safe_name(name)
        inner.write_bytes(data)
        try:
            document = read(inner, readers, password=password, view=view, limits=limits)
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
