"""E-mails: the one contract attached, or else the message itself."""

import re
from collections.abc import Sequence
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from legalai.errors import DamagedFile, InputError, UnsupportedFormat
from legalai.ingest.containers.inner_file import read_inner
from legalai.ingest.containers.names import is_readable
from legalai.ingest.guard import MAX_CHARACTERS
from legalai.ingest.markup.html import page_of
from legalai.ingest.pieces import assemble, make_document
from legalai.ingest.reader import USUAL_LIMITS, Limits, Reader
from legalai.ingest.text import drafts_of
from legalai.schema import Document, Issue, View
from legalai.text_map import Home, TextMap

_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:|[ \t]+\S|From ")
# A letter may begin with From, To and Date; only a message that was sent has one of these.
_SENT = (b"mime-version:", b"message-id:", b"received:", b"return-path:")
_MOST_ATTACHMENTS = 500
_PDF = b"%PDF-"


class EmlReader:
    """Reads e-mails as mail programs save them (RFC 5322); `readers` are those of what may be attached."""

    name = "E-mail"
    suffixes: tuple[str, ...] = (".eml",)
    media_type = "message/rfc822"

    def __init__(self, readers: Sequence[Reader], limits: Limits = USUAL_LIMITS) -> None:
        self._readers, self._limits = tuple(readers), limits

    def within(self, limits: Limits) -> "EmlReader":
        """The same reader, refusing contracts beyond the limits."""
        return EmlReader(self._readers, limits)

    def recognises(self, head: bytes, path: Path) -> bool:
        """It begins with header fields, and with one that only a message has or the name of one."""
        lines = head.lstrip(b"\xef\xbb\xbf\r\n").replace(b"\r\n", b"\n").split(b"\n\n")[0].split(b"\n")
        fields = lines[:-1] if len(lines) > 1 else lines
        if not all(_HEADER.match(line) for line in fields):
            return False
        return path.suffix.lower() in self.suffixes or any(line.lower().startswith(_SENT) for line in fields)

    def read(self, path: Path, *, password: str | None = None) -> Document:
        """The contract, its tracked changes accepted. Raises: as `read_view`."""
        return self.read_view(path, view="accepted", password=password)

    def read_view(self, path: Path, *, view: View, password: str | None = None) -> Document:
        """The document attached, if there is one, or else that of the message; `password` is the attachment's.

        Raises: InputError where several contracts are attached, or the one cannot be read.
        """
        try:
            message = message_from_bytes(path.read_bytes(), policy=policy.default)
            attached = _attached(message, self._readers)
            body = _body(message)
        except (ValueError, LookupError, TypeError, AttributeError, IndexError, KeyError) as error:
            # The standard library's parser fails in many ways on malformed headers.
            raise DamagedFile(f"{path.name} cannot be read as an e-mail: save its attachment or text.") from error
        if message.get_content_type() in ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"):
            raise UnsupportedFormat(f"{path.name} is encrypted: open it in your mail program and save its attachment.")
        contracts = [(name, data) for name, data in attached if is_readable(name, self._readers)]
        if len(contracts) > 1:
            raise InputError(
                f"{path.name} has {len(contracts)} attachments that may be contracts: save them and supply each, "
                "or use the batch command on their folder."
            )
        if contracts:
            name, data = contracts[0]
            return read_inner(
                path, name, data, self._readers, password=password, view=view, media_type=self.media_type,
                limits=self._limits,
            )  # fmt: skip
        return self._message(path, body, len(attached), view)

    def _message(self, path: Path, body: tuple[str, str], attachments: int, view: View) -> Document:
        kind, text = body
        issues: list[Issue] = []
        if attachments:
            number = f"{attachments} attachment{'s' if attachments > 1 else ''}"
            message = f"{path.name} has {number} that cannot be read here: supply them as PDF, DOCX or text."
            issues.append(Issue(code="embedded-content", severity="warning", message=message))
        if kind == "html":
            page = page_of(text, path.name, view)
            text, drafts, text_map = assemble(page.paragraphs)
        else:
            page = None
            if len(text) > MAX_CHARACTERS:
                raise InputError(f"{path.name} has {len(text)} characters and the limit is {MAX_CHARACTERS}: split it.")
            # What the message holds is encoded: no character of the text has an offset in the file.
            drafts, text_map = tuple(drafts_of(text)), TextMap((Home(0, len(text)),) if text else ())
        document = make_document(
            path, media_type=self.media_type, text=text, drafts=drafts, text_map=text_map, pages=None, issues=issues
        )
        return page.marks.put_on(document, view) if page else document


def _body(message: EmailMessage) -> tuple[str, str]:
    """ "plain" or "html", and the text; empty where the message has none."""
    part = message.get_body(("plain", "html"))
    if part is None:
        return "plain", ""
    data = part.get_payload(decode=True)
    if isinstance(data, bytes) and part.get_content_charset() is None:
        text = _guessed(data)
    else:
        try:
            text = str(part.get_content())
        except LookupError:  # a character set that nobody knows
            text = _guessed(data) if isinstance(data, bytes) else ""
    return part.get_content_subtype(), text.replace("\r\n", "\n")


def _guessed(data: bytes) -> str:
    """The text of a part that does not say how it is encoded."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _attached(message: EmailMessage, readers: Sequence[Reader]) -> list[tuple[str, bytes]]:
    """Name and content of what is attached, to messages within it too; pictures shown in the message are no attachment.

    Raises: InputError where there are more than anybody sends.
    """
    found: list[tuple[str, bytes]] = []
    shown = message.get_body(("plain", "html"))
    for part in message.walk():
        if part.is_multipart() or part is shown or part.get_content_maintype() == "image":
            continue
        data = part.get_payload(decode=True)
        name = _name_of(part, data, readers) if isinstance(data, bytes) else ""
        if name and isinstance(data, bytes):
            found.append((name, data))
        if len(found) > _MOST_ATTACHMENTS:
            raise InputError(f"The e-mail has more than {_MOST_ATTACHMENTS} attachments: save those to be reviewed.")
    return found


def _name_of(part: EmailMessage, data: bytes, readers: Sequence[Reader]) -> str:
    """What an attachment is called; by its kind where its name does not tell, empty for what is no attachment."""
    name = part.get_filename() or ""
    if is_readable(name, readers) or part.get_content_maintype() in ("text", "multipart"):
        return name
    kind = part.get_content_type()
    reader = next((reader for reader in readers if reader.media_type == kind), None)
    if reader is None and data.startswith(_PDF):
        reader = next((reader for reader in readers if ".pdf" in reader.suffixes), None)
    if reader is None:
        return name or ("attachment" if part.get_content_maintype() == "application" else "")
    return f"{name or 'attachment'}{reader.suffixes[0]}"
