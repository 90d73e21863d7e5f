"""E-mails: the one contract attached, or else the message itself."""

import re
from collections.abc import Iterator, Mapping, Sequence
from email.message import EmailMessage, MIMEPart
from pathlib import Path

from legalai.errors import InputError, UnsupportedFormat
from legalai.ingest.containers.attachments import (
    MAIL_SUFFIXES,
    attachments,
    enclosed_pictures,
    is_message,
    message_in,
    unreadable,
)
from legalai.ingest.containers.inner_file import read_inner
from legalai.ingest.containers.names import is_readable
from legalai.ingest.containers.notes import contracts_of
from legalai.ingest.encodings import guessed
from legalai.ingest.guard import MAX_CHARACTERS
from legalai.ingest.markup.html import page_of
from legalai.ingest.markup.html_pictures import pixel_area
from legalai.ingest.ocr.inset_pictures import LEAST_AREA
from legalai.ingest.pieces import assemble, make_document
from legalai.ingest.reader import USUAL_LIMITS, Limits, Reader
from legalai.ingest.text import drafts_of
from legalai.schema import Document, Issue, View
from legalai.text_map import Home, TextMap

_TAG = re.compile(r"<[^<>]*>")
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_LEAST_SHARE = 0.5
# What a reply quotes: marks of the mail program, which would part the lines of a sentence.
_QUOTED = re.compile(r"^>(?:[ \t]?>)*[ \t]?", re.MULTILINE)


class EmlReader:
    """Reads e-mails as mail programs save them (RFC 5322); `readers` are those of what may be attached."""

    name = "E-mail"
    suffixes: tuple[str, ...] = MAIL_SUFFIXES
    media_type = "message/rfc822"

    def __init__(self, readers: Sequence[Reader], limits: Limits = USUAL_LIMITS) -> None:
        self._readers, self._limits = tuple(readers), limits

    def within(self, limits: Limits) -> "EmlReader":
        """The same reader, refusing contracts beyond the limits."""
        return EmlReader(self._readers, limits)

    def recognises(self, head: bytes, path: Path) -> bool:
        """It begins with header fields, and with one that only a message has or the name of one."""
        return is_message(head, path)

    def read(self, path: Path, *, password: str | None = None) -> Document:
        """The contract, its tracked changes accepted. Raises: as `read_view`."""
        return self.read_view(path, view="accepted", password=password)

    def read_view(self, path: Path, *, view: View, password: str | None = None) -> Document:
        """The document attached, if there is one, or else that of the message; `password` is the attachment's.

        Raises: InputError where several contracts are attached, or the one cannot be read.
        """
        message = message_in(path)
        attached = attachments(message, path.name)
        try:
            body = _body(message)
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise unreadable(path.name) from error
        if message.get_content_type() in ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"):
            raise UnsupportedFormat(f"{path.name} is encrypted: open it in your mail program and save its attachment.")
        contracts = [(name, data) for name, data in attached if is_readable(name, self._readers)]
        if len(contracts) > 1:
            kept = contracts_of([name for name, _ in contracts], dict(contracts).__getitem__, self._readers)
            contracts = [(name, data) for name, data in contracts if name in kept]
        if len(contracts) > 1:
            raise InputError(
                f"{path.name} has {len(contracts)} attachments that may be contracts: use the review command on it, "
                f"the batch command on its folder, or name one of them as {path.name}/FILE."
            )
        if contracts:
            name, data = contracts[0]
            return read_inner(
                path, name, data, self._readers, password=password, view=view, media_type=self.media_type,
                limits=self._limits,
            )  # fmt: skip
        return self._message(path, body, len(attached), enclosed_pictures(message), view)

    def _message(
        self, path: Path, body: tuple[str, str], attachments: int, pictures: Mapping[str, bytes], view: View
    ) -> Document:
        kind, text = body
        issues: list[Issue] = []
        if attachments:
            number = f"{attachments} attachment{'s' if attachments > 1 else ''}"
            message = f"{path.name} has {number} that cannot be read here: supply them as PDF, DOCX or text."
            issues.append(Issue(code="embedded-content", severity="warning", message=message))
        if kind == "html":
            page = page_of(text, path.name, view, pictures)
            # Those that the page names are read or told with it.
            pictures = {name: data for name, data in pictures.items() if f"cid:{name}" not in text}
            text, drafts, text_map = assemble(page.paragraphs)
        else:
            page = None
            if len(text) > MAX_CHARACTERS:
                raise InputError(f"{path.name} has {len(text)} characters and the limit is {MAX_CHARACTERS}: split it.")
            text = _QUOTED.sub("", text)
            # What the message holds is encoded: no character of the text has an offset in the file.
            drafts, text_map = tuple(drafts_of(text)), TextMap((Home(0, len(text)),) if text else ())
        issues.extend(_not_shown(path.name, pictures))
        document = make_document(
            path, media_type=self.media_type, text=text, drafts=drafts, text_map=text_map, pages=None, issues=issues
        )
        return page.put_on(document, view) if page else document


def _not_shown(name: str, pictures: Mapping[str, bytes]) -> Iterator[Issue]:
    """What is told of large pictures sent beside a message."""
    large = sum((pixel_area(data) or 0.0) >= LEAST_AREA for data in pictures.values())
    if large:
        many = f"{large} large picture{'s' if large > 1 else ''}"
        message = f"{name} has {many} beside its text, not read: if they show text, save them and review them too."
        yield Issue(code="pictures-not-read", severity="warning", message=message)


def _body(message: EmailMessage) -> tuple[str, str]:
    """ "plain" or "html", and the text; empty where the message has none."""
    part = message.get_body(("plain", "html"))
    if part is None:
        return "plain", ""
    kind, text = _text_of(part)
    fuller = message.get_body(("html",)) if kind == "plain" else None
    if fuller is not None:
        page = _text_of(fuller)[1]
        # "Your program cannot show this message": the words are in the other telling of it.
        begins = _BODY.search(page)
        words = _TAG.sub(" ", page[begins.start() if begins else 0 :]).split()
        if len(text.split()) < _LEAST_SHARE * len(words):
            return "html", page
    return kind, text


def _text_of(part: MIMEPart) -> tuple[str, str]:
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
        return guessed(data)[0]
