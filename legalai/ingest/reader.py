"""From a path to a Document: which reader can read this file, and what to say when none can."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, runtime_checkable

from legalai.errors import DamagedFile, InputError, UnsupportedFormat
from legalai.ingest.containers.members import file_at, shown_name
from legalai.ingest.flat import is_word_2003
from legalai.ingest.guard import check_size
from legalai.schema import Document, Issue, View

_HEAD_BYTES = 8192
# What people try, by how it begins: told apart so that the message says what to do.
_KNOWN_OTHERS: tuple[tuple[bytes, str], ...] = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Office file, an Outlook message or a Word file with a password: save it as .docx without one",
    ),
    (b"PK\x03\x04", "an archive or an Office file, and no contract: supply the contract as PDF, DOCX or plain text"),
)


@dataclass(frozen=True, slots=True)
class Limits:
    """The longest contract that is read: characters of its text (two million are some 700 pages), and printed pages."""

    characters: int = 2_000_000
    pages: int = 2_000


USUAL_LIMITS = Limits()


class Reader(Protocol):
    """What can read one kind of file into a Document.

    `suffixes` are lower-case with their dot, `media_type` is what `DocumentFacts.media_type` says. `recognises` decides
    by content: `head` holds the file's first 8 KB.
    """

    @property
    def name(self) -> str:
        """What users call this kind of file ("PDF")."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Endings of file names of this kind."""
        ...

    @property
    def media_type(self) -> str:
        """The media type of what it reads."""
        ...

    def recognises(self, head: bytes, path: Path) -> bool:
        """Whether the file is of this kind, by its content."""
        ...

    def read(self, path: Path, *, password: str | None = None) -> Document:
        """The document in the file. Raises: InputError where it cannot be read."""
        ...


@runtime_checkable
class ViewReader(Protocol):
    """What a reader can do besides, whose files hold tracked changes; `read` gives the accepted view."""

    def read_view(self, path: Path, *, view: View, password: str | None = None) -> Document:
        """A view of the document in the file. Raises: InputError where it cannot be read."""
        ...


@runtime_checkable
class LimitedReader(Protocol):
    """What a reader can do besides, whose files have pages or hold other files: stop before it has opened too many."""

    def within(self, limits: Limits) -> Reader:
        """The same reader, refusing what is beyond the limits."""
        ...


def read(
    path: Path,
    readers: Sequence[Reader],
    *,
    password: str | None = None,
    view: View = "accepted",
    limits: Limits = USUAL_LIMITS,
) -> Document:
    """Read a file with the first reader that recognises its content; its path may lead into an archive.

    A reader without views reads what there is, and an issue says so where another view was asked for.
    Raises: InputError (one sentence: what, which file, what to do) where the file is missing, empty, of another kind,
    damaged, encrypted, a scan, without words, or longer than the limits.
    """
    with file_at(path, password) as file:
        if file is path:
            return _read(path, readers, password, view, limits)
        name = shown_name(path)
        try:
            document = _read(file, readers, password, view, limits)
        except InputError as error:
            raise type(error)(str(error).replace(file.name, name)) from error
        issues = (replace(issue, message=issue.message.replace(file.name, name)) for issue in document.issues)
        return replace(document, facts=replace(document.facts, name=name), issues=tuple(issues))


def _read(path: Path, readers: Sequence[Reader], password: str | None, view: View, limits: Limits) -> Document:
    head = _head(path)
    reader = next((reader for reader in readers if reader.recognises(head, path)), None)
    if reader is None:
        raise UnsupportedFormat(f"{path.name} is {_what_it_is(head, path, readers)}.")
    if isinstance(reader, LimitedReader):
        reader = reader.within(limits)
    document = (
        reader.read_view(path, view=view, password=password)
        if view != "accepted" and isinstance(reader, ViewReader)
        else reader.read(path, password=password)
    )
    if not document.text.strip():
        raise InputError(f"{path.name} holds no words: supply the contract itself.")
    if len(document.text) > limits.characters:
        raise InputError(
            f"{path.name} holds {len(document.text)} characters and the limit is {limits.characters}: split it, or "
            "raise the limit with --max-characters."
        )
    return _with_issues(document, path, reader, readers, view)


def _head(path: Path) -> bytes:
    if not path.exists():
        raise InputError(f"{path.name or path} does not exist: check the path.")
    if path.is_dir():
        raise InputError(f"{path.name or path} is a folder: name a file, or use the batch command for a folder.")
    try:
        check_size(path)
        with path.open("rb") as file:
            return file.read(_HEAD_BYTES)
    except OSError as error:
        raise InputError(f"{path.name} cannot be opened ({error.strerror}): check that you may read it.") from error


def _what_it_is(head: bytes, path: Path, readers: Sequence[Reader]) -> str:
    """What an unreadable file is and what to do about it, as the end of a sentence."""
    formats = [reader for at, reader in enumerate(readers) if not _is_of(reader, readers[at + 1 :])]
    claimed = next((reader for reader in formats if path.suffix.lower() in reader.suffixes), None)
    if is_word_2003(head):
        # LibreOffice opens it, and loses tracked changes and what is hidden without a word.
        return "a Word 2003 XML document: open it in Word and save it as .docx"
    for magic, description in _KNOWN_OTHERS:
        if head.startswith(magic):
            return description
    if claimed is not None:
        raise DamagedFile(f"{path.name} is named {path.suffix} but is no {claimed.name} file: supply it again.")
    supported = ", ".join(f"{reader.name} ({' '.join(reader.suffixes)})" for reader in formats)
    return f"of a kind that nothing here reads: supply one of {supported}"


def _is_of(reader: Reader, following: Sequence[Reader]) -> bool:
    """Whether it reads one kind of a format, such as PDF portfolios: such a reader stands before that of the format."""
    return set(reader.suffixes) <= {suffix for each in following for suffix in each.suffixes}


def _with_issues(document: Document, path: Path, reader: Reader, readers: Sequence[Reader], view: View) -> Document:
    issues = list(document.issues)
    if document.facts.view is None and view != "accepted":
        message = (
            f"{path.name} has one view, and this is it: others are read of Word, OpenDocument, rich text "
            "and HTML files with tracked changes."
        )
        issues.append(Issue(code="one-view", severity="info", message=message))
    suffix = path.suffix.lower()
    if suffix not in reader.suffixes and any(suffix in other.suffixes for other in readers):
        issues.append(
            Issue(
                code="type-mismatch",
                severity="warning",
                message=f"{path.name} is named {suffix} but holds {reader.name}; it was read as {reader.name}.",
            )
        )
    language = document.facts.language
    if language not in ("en", "und"):
        issues.append(
            Issue(
                code="not-english",
                severity="warning",
                message=f"{path.name} seems to be in another language than English ({language}); "
                "clauses are found reliably in English only, and the words that a review proposes are English.",
            )
        )
    return replace(document, issues=tuple(issues))
