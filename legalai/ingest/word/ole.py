"""Compound files, in which old Office programs, Outlook and encrypted Word files keep their streams."""

from pathlib import Path

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The streams that tell what a compound file is; their names stand in its directory in UTF-16.
_TELLING = ("EncryptedPackage", "WordDocument", "__substg1.0_", "Workbook", "PowerPoint Document")


def streams_of(head: bytes, path: Path) -> frozenset[str]:
    """Which of the telling streams a file has; none where it is no compound file."""
    if not head.startswith(_MAGIC):
        return frozenset()
    data = path.read_bytes()
    return frozenset(name for name in _TELLING if name.encode("utf-16-le") in data)
