"""Office files that are one XML file instead of an archive: which kind one is, by how it begins."""

import re

# What may stand before the root: a byte order mark, the declaration, what tells Windows the program, comments.
_BEGINS = rb"(?:\xef\xbb\xbf)?\s{0,20}(?:<\?[^>]{0,300}\?>\s{0,20}|<!--.{0,2000}?-->\s{0,20}){0,5}"
_FLAT_ODT = re.compile(_BEGINS + rb"<office:document\s", re.DOTALL)
_FLAT_OPC = re.compile(_BEGINS + rb"<pkg:package\s", re.DOTALL)
_WORD_2003 = re.compile(_BEGINS + rb"<w:wordDocument\s", re.DOTALL)
_TEXT_DOCUMENT = b"application/vnd.oasis.opendocument.text"


def is_flat_odt(head: bytes) -> bool:
    """A flat OpenDocument text (".fodt"); sheets and slides are none."""
    return _FLAT_ODT.match(head) is not None and _TEXT_DOCUMENT in head


def is_flat_opc(head: bytes) -> bool:
    """A Word file saved as "Word XML document": its package in one file."""
    return _FLAT_OPC.match(head) is not None


def is_word_2003(head: bytes) -> bool:
    """A Word file saved as "Word 2003 XML document"."""
    return _WORD_2003.match(head) is not None
