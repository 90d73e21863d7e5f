"""The parts of an OpenDocument text, in an archive or in one XML file, and what is said in it beside its text."""

import re
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from legalai.errors import DamagedFile, UnsupportedFormat
from legalai.ingest.asides import spoken_aside
from legalai.ingest.flat import is_flat_odt
from legalai.ingest.guard import Element, open_archive, parse_xml, read_part
from legalai.ingest.markup.odf import OFFICE, STYLE, SVG, TEXT
from legalai.schema import HiddenText

_TYPE = b"application/vnd.oasis.opendocument.text"
_HEAD_BYTES = 8192
_MOST_BINARY = 9_000_000
_BINARY = re.compile(rb"<office:binary-data>[^<]*</office:binary-data>")


class OdtParts(NamedTuple):
    """The roots of what holds the text, the styles and the properties; of a flat file all are in the first."""

    content: Element
    styles: Element | None = None
    meta: Element | None = None


def is_odt(head: bytes, path: Path, suffixes: tuple[str, ...]) -> bool:
    """A zip archive that says so in its first part, or is named so; or the same in one XML file."""
    if is_flat_odt(head):
        return True
    if not head.startswith(b"PK\x03\x04"):
        return False
    if _TYPE in head[:200]:
        return True
    try:
        with ZipFile(path) as archive:
            return "mimetype" in archive.namelist() and archive.getinfo("mimetype").file_size < 200 and (
                archive.read("mimetype").startswith(_TYPE)
            )  # fmt: skip
    except (BadZipFile, OSError, NotImplementedError, ValueError, RuntimeError):
        return path.suffix.lower() in suffixes


def odt_parts(path: Path) -> OdtParts:
    """The parts of a file. Raises: DamagedFile, InputError, UnsupportedFormat where it has a password."""
    with path.open("rb") as file:
        if is_flat_odt(file.read(_HEAD_BYTES)):
            # Without pictures that are larger than any text of XML that is parsed.
            return OdtParts(parse_xml(_BINARY.sub(_if_small, path.read_bytes()), path.name))
    with open_archive(path) as archive:
        names = archive.namelist()
        if "META-INF/manifest.xml" in names and b"encryption-data" in read_part(
            archive, "META-INF/manifest.xml", path.name
        ):
            raise UnsupportedFormat(
                f"{path.name} is protected with a password: open it in LibreOffice and save it without one."
            )
        if "content.xml" not in names:
            raise DamagedFile(f"{path.name} lacks its part content.xml: open it in LibreOffice and save it again.")
        content, styles, meta = (
            parse_xml(read_part(archive, part, path.name), path.name) if part in names else None
            for part in ("content.xml", "styles.xml", "meta.xml")
        )
    return OdtParts(content, styles, meta)


def _if_small(found: re.Match[bytes]) -> bytes:
    return found[0] if len(found[0]) < _MOST_BINARY else b"<office:binary-data/>"


def spoken_outside(content: Element, styles: Element | None, meta: Element | None) -> tuple[HiddenText, ...]:
    """The sentences of comments, properties, margins and descriptions of pictures that address a reading machine."""
    found: list[HiddenText] = []
    for comment in content.iter(f"{OFFICE}annotation"):
        found += spoken_aside("comment", "in a comment", [_lines(comment)])
    for properties in content.iter(f"{OFFICE}meta") if meta is None else meta.iter(f"{OFFICE}meta"):
        said = ["".join(each.itertext()) for each in properties]
        found += spoken_aside("property", "in the properties of the file", said)
    for margin in (styles if styles is not None else content).iter(f"{STYLE}header", f"{STYLE}footer"):
        found += spoken_aside("furniture", "in a header or footer", [_lines(margin)])
    for described in content.iter(f"{SVG}title", f"{SVG}desc"):
        found += spoken_aside("alt_text", "in the description of a picture or table", [described.text or ""])
    return tuple(dict.fromkeys(found))


def _lines(story: Element) -> str:
    return "\n".join("".join(each.itertext()) for each in story.iter(f"{TEXT}p", f"{TEXT}h"))
