"""Names that somebody else chose: of attachments, of members of archives, of files in folders."""

import re
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legalai.ingest.reader import Reader

# Mail servers attach their disclaimers under these names.
_DISCLAIMER = re.compile(r"ATT\d{1,8}\.(?:txt|html?)", re.I)
_ODD = re.compile(r"[^\w .,()&+@-]")
_LEFTOVERS = frozenset({"thumbs.db", "desktop.ini"})
_LONGEST_SUFFIX = 12
_LOCK_PREFIX = "~$"
_MAC_FOLDER = "__MACOSX"


def parts_of(name: str) -> tuple[str, ...]:
    """The folders of a name and its last part, without those that lead out of it."""
    return tuple(part for part in name.replace("\\", "/").split("/") if part not in ("", ".", ".."))


def is_leftover(name: str) -> bool:
    """Whether an operating system or a word processor left a file there; any other is one the user has put there."""
    parts = parts_of(name)
    if not parts or _MAC_FOLDER in parts or any(part.startswith(".") for part in parts):
        return True
    return parts[-1].startswith(_LOCK_PREFIX) or parts[-1].lower() in _LEFTOVERS


def is_readable(name: str, readers: "Sequence[Reader]") -> bool:
    """Whether a file within another one is named like a contract that one of the readers reads."""
    leaf = (parts_of(name) or ("",))[-1]
    suffixes = {suffix for reader in readers for suffix in reader.suffixes}
    return PurePosixPath(leaf).suffix.lower() in suffixes and not is_leftover(name) and not _DISCLAIMER.fullmatch(leaf)


def safe_name(name: str) -> str:
    """A name for a file of ours: the last part of a name, without odd characters and not too long."""
    leaf = (parts_of(name) or ("",))[-1]
    suffix = PurePosixPath(leaf).suffix
    # In "2. Real estate" or "Lease v1.0 final" no ending of a file's name follows the dot.
    suffix = suffix if len(suffix) <= _LONGEST_SUFFIX and " " not in suffix else ""
    stem = _ODD.sub("_", leaf.removesuffix(suffix)).strip(" .")[:80]
    return f"{stem or 'contract'}{_ODD.sub('', suffix)}"
