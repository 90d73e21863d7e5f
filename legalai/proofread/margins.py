"""The words around the text of a Word file: headers, footers, and what the file says of itself."""

from pathlib import Path
from zipfile import is_zipfile

from legalai.errors import InputError
from legalai.ingest.word.opc import W, read_package

_TOLD = ("Company", "title", "subject", "Manager")


def margins_of(path: Path) -> tuple[str, ...]:
    """Each header, footer and telling property; nothing for a file that is no Word package."""
    if not is_zipfile(path):
        return ()
    try:
        package = read_package(path)
    except InputError:
        return ()  # the file was read by another reader, which has no margins
    told = [
        each.text or ""
        for part in package.properties
        for each in part.iter()
        if isinstance(each.tag, str) and each.tag.rpartition("}")[2] in _TOLD
    ]
    shown = ["".join(text.text or "" for text in each.iter(f"{W}t")) for each in package.margins]
    return tuple(dict.fromkeys(words.strip() for words in (*shown, *told) if words.strip()))
