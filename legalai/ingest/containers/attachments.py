"""The files attached to an e-mail, as mail programs save it (RFC 5322), those of messages within it too."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path, PurePosixPath

from legalai.errors import DamagedFile, InputError

_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:|[ \t]+\S|From ")
# A letter may begin with From, To and Date; only a message that was sent has one of these.
_SENT = (b"mime-version:", b"message-id:", b"received:", b"return-path:")
MAIL_SUFFIXES: tuple[str, ...] = (".eml",)
_MOST_ATTACHMENTS = 500
# What an attachment is whose name does not tell, by its media type and by its first bytes.
_KINDS = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/msword": ".doc",
    "application/rtf": ".rtf",
    "application/zip": ".zip",
    "application/x-zip-compressed": ".zip",
}
_BEGINNINGS = {b"%PDF-": ".pdf", b"{\\rtf": ".rtf"}
_SIGNATURES = frozenset({"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"})
_TELLING = frozenset({*_KINDS.values(), ".docm", ".html", ".htm", ".txt", ".md", ".eml"})


def is_message(head: bytes, path: Path) -> bool:
    """Whether a file begins with header fields, and with one that only a message has or the name of one."""
    lines = head.lstrip(b"\xef\xbb\xbf\r\n").replace(b"\r\n", b"\n").split(b"\n\n")[0].split(b"\n")
    fields = lines[:-1] if len(lines) > 1 else lines
    if not all(_HEADER.match(line) for line in fields):
        return False
    return path.suffix.lower() in MAIL_SUFFIXES or any(line.lower().startswith(_SENT) for line in fields)


def message_in(path: Path) -> EmailMessage:
    """The message in a file. Raises: DamagedFile."""
    try:
        return message_from_bytes(path.read_bytes(), policy=policy.default)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise unreadable(path.name) from error


def unreadable(name: str) -> DamagedFile:
    """What is said of a message that the standard library's parser fails on, which it does in many ways."""
    return DamagedFile(f"{name} cannot be read as an e-mail: save its attachment or text.")


def attachments(message: EmailMessage, name: str) -> list[tuple[str, bytes]]:
    """Name and content of what is attached; pictures shown in the message are no attachment. `name` is the file's.

    Raises: DamagedFile; InputError where there are more than anybody sends.
    """
    found: list[tuple[str, bytes]] = []
    try:
        shown = message.get_body(("plain", "html"))
        for part in message.walk():
            wordless = part.get_content_maintype() == "image" or part.get_content_type() in _SIGNATURES
            if part.is_multipart() or part is shown or wordless:
                continue
            data = part.get_payload(decode=True)
            if isinstance(data, bytes) and (called := _name_of(part, data)):
                found.append((called, data))
            if len(found) > _MOST_ATTACHMENTS:
                raise InputError(f"{name} has more than {_MOST_ATTACHMENTS} attachments: save those to be reviewed.")
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise unreadable(name) from error
    return found


def enclosed_pictures(message: EmailMessage) -> dict[str, bytes]:
    """The pictures sent with a message, by their Content-ID or another name."""
    found: dict[str, bytes] = {}
    for part in message.walk():
        if part.get_content_maintype() != "image" or len(found) >= _MOST_ATTACHMENTS:
            continue
        data = part.get_payload(decode=True)
        if isinstance(data, bytes):
            found[(part.get("Content-ID") or f"picture {len(found)}").strip().strip("<>")] = data
    return found


def _name_of(part: EmailMessage, data: bytes) -> str:
    """What an attachment is called; by its kind where its name does not tell, empty for what is no attachment."""
    name = part.get_filename() or ""
    if PurePosixPath(name).suffix.lower() in _TELLING or part.get_content_maintype() in ("text", "multipart"):
        return name
    suffix = _KINDS.get(part.get_content_type())
    suffix = suffix or next((suffix for begin, suffix in _BEGINNINGS.items() if data.startswith(begin)), None)
    if suffix is None:
        return name or ("attachment" if part.get_content_maintype() == "application" else "")
    return f"{name or 'attachment'}{suffix}"
