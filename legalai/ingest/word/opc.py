"""The parts of an office package: which part is the text, and which parts it names."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from legalai.errors import DamagedFile
from legalai.ingest.guard import Element, open_archive, parse_xml, read_part

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

# ISO/IEC 29500-1 (strict) and -4 (transitional) differ in namespace only, as far as a reader is concerned.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PROPERTIES = ("core-properties", "extended-properties", "custom-properties")


@dataclass(frozen=True)
class Package:
    """A word-processing package: its main part, and the parts it names by the last word of the relation.

    `margins` are its headers and footers, `properties` what the file says of itself.
    """

    document: Element
    related: Mapping[str, Element]
    margins: tuple[Element, ...] = ()
    properties: tuple[Element, ...] = ()


def read_package(path: Path) -> Package:
    """Read the parts that hold text, styles, numbering, notes, comments and properties.

    Raises: DamagedFile where there is no main part, and what `guard` raises.
    """
    with open_archive(path) as archive:
        main = _target(archive, "", "officeDocument", path.name)
        if main is None:
            raise DamagedFile(f"{path.name} holds no document part: open it in Word and save it again.")
        kinds = ("styles", "numbering", "footnotes", "endnotes", "comments", "settings")
        related: dict[str, Element] = {}
        for kind in kinds:
            target = _target(archive, main, kind, path.name)
            if target is not None:
                related[kind] = _root(archive, target, path.name)
        return Package(
            document=_root(archive, main, path.name),
            related=related,
            margins=tuple(_roots(archive, main, ("header", "footer"), path.name)),
            properties=tuple(_roots(archive, "", _PROPERTIES, path.name)),
        )


def _roots(archive: ZipFile, source: str, kinds: tuple[str, ...], name: str) -> Iterator[Element]:
    for kind in kinds:
        for target in dict.fromkeys(_targets(archive, source, kind, name)):
            yield _root(archive, target, name)


def _root(archive: ZipFile, part: str, name: str) -> Element:
    try:
        data = read_part(archive, part, name)
    except KeyError as error:
        raise DamagedFile(f"{name} lacks its part {part}: open it in Word and save it again.") from error
    return parse_xml(data.replace(_STRICT, _TRANSITIONAL), name)


def _target(archive: ZipFile, source: str, kind: str, name: str) -> str | None:
    """The first part that `source` names by a relation of `kind`; None where there is none."""
    return next(_targets(archive, source, kind, name), None)


def _targets(archive: ZipFile, source: str, kind: str, name: str) -> Iterator[str]:
    """The parts that `source` ("" for the package) names by a relation of `kind`."""
    folder, leaf = posixpath.split(source)
    relationships = posixpath.join(folder, "_rels", f"{leaf}.rels")
    if relationships not in archive.namelist():
        return
    for relationship in parse_xml(read_part(archive, relationships, name), name).iter(_RELATIONSHIP):
        if relationship.get("Type", "").rsplit("/", 1)[-1] != kind or relationship.get("TargetMode") == "External":
            continue
        target = relationship.get("Target", "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if part in archive.namelist():
            yield part
