"""The letters of a web page: its byte order mark, the encoding it names, or a guess."""

import re

from legalai.ingest.encodings import BOMS, guessed
from legalai.schema import Issue

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"' ]{0,2}([A-Za-z0-9_:-]{2,30})", re.I)


def sniffed(head: bytes) -> str:
    """The beginning of a page, good enough to know its tags."""
    for bom, encoding in BOMS:
        if head.startswith(bom):
            return head[len(bom) :].decode(encoding, errors="replace")
    return head.decode("latin-1")


def decoded(data: bytes, name: str) -> tuple[str, list[Issue]]:
    """The text of a page, and a note where its encoding is a guess; `name` is the file's."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, errors="replace"), []
    declared = _CHARSET.search(data[:4096])
    encoding = declared[1].decode("ascii").lower() if declared else "utf-8"
    # What the web's own rules say: Latin-1 means Windows-1252, and a page that says UTF-16 in ASCII is none.
    encoding = {"iso-8859-1": "cp1252", "us-ascii": "cp1252", "utf-16": "utf-8"}.get(encoding, encoding)
    try:
        return data.decode(encoding), []
    except (UnicodeDecodeError, LookupError):
        text, called = guessed(data)
        message = f"{name} is not in the encoding it names and was read as {called}: check letters with accents."
        return text, [Issue(code="encoding-guessed", severity="info", message=message)]
