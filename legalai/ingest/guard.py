"""Limits that a hostile file meets before anything is unpacked or parsed."""

from pathlib import Path
from typing import Any, TypeAlias
from zipfile import BadZipFile, ZipFile

from lxml import etree

from legalai.errors import DamagedFile, InputError, UnsupportedFormat

MAX_FILE_BYTES = 100 * 2**20
MAX_CHARACTERS = 20_000_000
MAX_ENTRIES = 5_000
MAX_UNPACKED_BYTES = 300 * 2**20
MAX_PART_BYTES = 100 * 2**20
# Office parts of mostly empty table cells compress a hundredfold; a bomb a thousandfold.
MAX_RATIO = 400
MAX_DEPTH = 200

Element: TypeAlias = Any
"""An lxml element: lxml carries no types."""


def check_size(path: Path) -> None:
    """Raises: InputError where the file is empty or larger than anything a contract is."""
    size = path.stat().st_size
    if size == 0:
        raise DamagedFile(f"{path.name} is empty (0 bytes): supply the contract again.")
    if size > MAX_FILE_BYTES:
        raise InputError(
            f"{path.name} is {size // 2**20} MB and the limit is {MAX_FILE_BYTES // 2**20} MB: "
            "split it or save it without pictures."
        )


def open_archive(path: Path) -> ZipFile:
    """Open a zip archive whose declared contents stay within the limits.

    Raises: DamagedFile where it is no archive, InputError where it unpacks to more than the limits.
    """
    try:
        archive = ZipFile(path)
    except (BadZipFile, OSError, NotImplementedError, ValueError) as error:
        raise DamagedFile(
            f"{path.name} is damaged or cut short: open it in the program it was made with and save it again."
        ) from error
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(sum(entry.compress_size for entry in entries), 1)
    if (
        len(entries) > MAX_ENTRIES
        or unpacked > MAX_UNPACKED_BYTES
        or (unpacked > 2**20 and unpacked / packed > MAX_RATIO)
    ):
        archive.close()
        raise InputError(
            f"{path.name} unpacks to {unpacked // 2**20} MB in {len(entries)} parts, more than a contract may: "
            "open it in the program it was made with and save it again."
        )
    return archive


def read_part(archive: ZipFile, part: str, name: str) -> bytes:
    """The bytes of one part of an archive; `name` is the file's, for the message.

    Raises: DamagedFile where it cannot be unpacked, InputError where it is too large, KeyError where there is none.
    """
    if archive.getinfo(part).file_size > MAX_PART_BYTES:
        raise InputError(f"{name} holds a part of more than {MAX_PART_BYTES // 2**20} MB: save it without pictures.")
    try:
        return archive.read(part)
    except RuntimeError as error:  # zipfile's word for an entry with a password
        raise UnsupportedFormat(
            f"{name} is a password-protected archive: unpack it and supply the contract."
        ) from error
    except Exception as error:  # zlib, zipfile and OS errors of a cut or forged archive
        raise DamagedFile(
            f"{name} is damaged or cut short: open it in the program it was made with and save it again."
        ) from error


def parse_xml(data: bytes, name: str) -> Element:
    """The root of an XML part, no entity resolved and nothing fetched.

    Raises: DamagedFile where it is not well-formed, nests too deep, or declares a document type: no office file does.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise DamagedFile(
            f"{name} holds XML that cannot be read: open it in the program it was made with and save it again."
        ) from error
    refuse_doctype(root, name)
    return root


def refuse_doctype(root: Element, name: str) -> None:
    """Raises: DamagedFile where XML declares a document type."""
    if root.getroottree().docinfo.doctype:
        raise DamagedFile(
            f"{name} declares XML entities, which no contract needs: open it in the program it was made with "
            "and save it again."
        )
