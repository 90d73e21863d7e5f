"""The parts of an office package: which part is the text, and which parts it names."""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol
from zipfile import ZipFile

from legalai.errors import DamagedFile, InputError
from legalai.ingest.flat import is_flat_opc
from legalai.ingest.guard import Element, open_archive, parse_xml, read_part
from legalai.ingest.salvage import entries_of, mended_xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

# ISO/IEC 29500-1 (strict) and -4 (transitional) differ in namespace only, as far as a reader is concerned.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_BINARY = re.compile(rb"<pkg:binaryData>[^<]*</pkg:binaryData>")
_HEAD_BYTES = 8192
_PROPERTIES = ("core-properties", "extended-properties", "custom-properties")
_KINDS = ("styles", "numbering", "footnotes", "endnotes", "comments", "settings")


@dataclass(frozen=True)
class Package:
    """A word-processing package: its main part, and the parts it names by the last word of the relation.

    `linked` are the parts that its main part names, by the id of the relation. `margins` are its
    headers and footers, `properties` what the file says of itself. `mended`: the file was damaged, and was put right as
    far as it could be; `left_out` are its parts that could not; `whole`: none of its text is lost. `flat`: it is one
    XML file and no archive.
    """

    document: Element
    related: Mapping[str, Element]
    linked: Mapping[str, str] = field(default_factory=dict[str, str])
    margins: tuple[Element, ...] = ()
    properties: tuple[Element, ...] = ()
    mended: bool = False
    left_out: tuple[str, ...] = ()
    whole: bool = True
    flat: bool = False


class _Parts(Protocol):
    """Where the parts of a package come from."""

    @property
    def names(self) -> Collection[str]: ...

    def root(self, part: str) -> Element:
        """The root of a part. Raises: DamagedFile, KeyError where there is none."""
        ...

    def targets(self, source: str, kind: str) -> Iterator[str]:
        """The parts that `source` ("" for the package) names by a relation of `kind`."""
        ...

    def relations(self, source: str) -> Element | None:
        """What `source` says of the parts it names; None where it says nothing that can be read."""
        ...


def read_package(path: Path) -> Package:
    """Read the parts that hold text, styles, numbering, notes, comments and properties.

    A damaged package is read as far as it can be mended, and says so. Raises: DamagedFile where there is no main part
    or nothing of it can be read, and what `guard` raises.
    """
    with path.open("rb") as file:
        if is_flat_opc(file.read(_HEAD_BYTES)):
            return _flat(path)
    try:
        with open_archive(path) as archive:
            return _package(_Archive(archive, path.name), path.name)
    except DamagedFile as damage:
        return _mended(path, damage)


def _flat(path: Path) -> Package:
    """A package whose parts stand in one XML file. Raises: DamagedFile."""
    data = _BINARY.sub(b"", path.read_bytes()).replace(_STRICT, _TRANSITIONAL)
    whole = mended = False
    try:
        root = parse_xml(data, path.name)
        whole = True
    except DamagedFile:
        found = mended_xml(data, path.name)
        root, whole, mended = found.root, found.whole, True
    held = {part.get(f"{_PKG}name", "").lstrip("/"): part.find(f"{_PKG}xmlData") for part in root.iter(f"{_PKG}part")}
    roots = {name: xml[0] for name, xml in held.items() if xml is not None and len(xml)}
    return replace(_package(_Flat(roots, path.name), path.name), mended=mended, whole=whole, flat=True)


def _package(parts: _Parts, name: str) -> Package:
    main = next(parts.targets("", "officeDocument"), None)
    if main is None:
        raise DamagedFile(f"{name} holds no document part: open it in Word and save it again.")
    named = {kind: next(parts.targets(main, kind), None) for kind in _KINDS}
    return Package(
        document=parts.root(main),
        related={kind: parts.root(part) for kind, part in named.items() if part is not None},
        linked=dict(_linked(parts, main)),
        margins=_roots(parts, main, ("header", "footer")),
        properties=_roots(parts, "", _PROPERTIES),
    )


def _roots(parts: _Parts, source: str, kinds: tuple[str, ...]) -> tuple[Element, ...]:
    return tuple(parts.root(part) for kind in kinds for part in dict.fromkeys(parts.targets(source, kind)))


def _mended(path: Path, damage: DamagedFile) -> Package:
    """Raises: the damage where nothing of the text can be had."""
    parts = _Salvaged(entries_of(path), path.name)
    main = next(parts.targets("", "officeDocument"), None)
    if main is None:
        raise damage
    package = _package(parts, path.name)
    if not any((text.text or "").strip() for text in package.document.iter(f"{W}t")):
        raise damage
    return replace(package, mended=True, left_out=tuple(sorted(parts.left_out)), whole=main not in parts.cut)


def part_bytes(path: Path, names: Collection[str]) -> dict[str, bytes]:
    """Those of these parts of a package that can be had, as they are."""
    found: dict[str, bytes] = {}
    try:
        with open_archive(path) as archive:
            for name in names:
                with suppress(InputError, KeyError):
                    found[name] = read_part(archive, name, path.name)
    except InputError:
        return found
    return found


def _linked(parts: _Parts, source: str) -> Iterator[tuple[str, str]]:
    folder = posixpath.dirname(source)
    for relation in _inner(parts.relations(source)):
        part = _part_named(relation, folder)
        if part in parts.names:
            yield relation.get("Id", ""), part


def _targets(parts: _Parts, source: str, kind: str) -> Iterator[str]:
    folder = posixpath.dirname(source)
    for relation in _inner(parts.relations(source)):
        part = _part_named(relation, folder)
        if relation.get("Type", "").rsplit("/", 1)[-1] == kind and part in parts.names:
            yield part


def _inner(relations: Element | None) -> Iterator[Element]:
    """The relations to parts of the package itself."""
    for relation in relations.iter(_RELATIONSHIP) if relations is not None else ():
        if relation.get("TargetMode") != "External":
            yield relation


def _part_named(relation: Element, folder: str) -> str:
    target = relation.get("Target", "")
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _relationships(source: str) -> tuple[str, str]:
    """The part that holds the relations of `source`, and the folder they are told from."""
    folder, leaf = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{leaf}.rels"), folder


@dataclass(frozen=True)
class _Flat:
    """The parts of a package that is one XML file."""

    roots: Mapping[str, Element]
    file: str

    @property
    def names(self) -> Collection[str]:
        return self.roots.keys()

    def root(self, part: str) -> Element:
        return self.roots[part]

    def targets(self, source: str, kind: str) -> Iterator[str]:
        yield from _targets(self, source, kind)

    def relations(self, source: str) -> Element | None:
        return self.roots.get(_relationships(source)[0])


@dataclass(frozen=True)
class _Archive:
    """The parts of a package that is as it should be."""

    archive: ZipFile
    file: str

    @property
    def names(self) -> Collection[str]:
        return self.archive.NameToInfo

    def root(self, part: str) -> Element:
        try:
            data = read_part(self.archive, part, self.file)
        except KeyError as error:
            raise DamagedFile(f"{self.file} lacks its part {part}: open it in Word and save it again.") from error
        return parse_xml(data.replace(_STRICT, _TRANSITIONAL), self.file)

    def targets(self, source: str, kind: str) -> Iterator[str]:
        yield from _targets(self, source, kind)

    def relations(self, source: str) -> Element | None:
        relationships, folder = _relationships(source)
        if relationships in self.names:
            return self.root(relationships)
        if source and f"{folder}/styles.xml" in self.names:
            raise DamagedFile(
                f"{self.file} does not say which parts belong together: open it in Word and save it again."
            )
        return None


@dataclass
class _Salvaged:
    """The parts of a damaged package: names in any case, relations that are missing told from the names.

    `cut` are the parts that lack some of their elements, `left_out` those that cannot be read at all.
    """

    entries: Mapping[str, bytes]
    file: str
    cut: set[str] = field(default_factory=set[str])
    left_out: set[str] = field(default_factory=set[str])
    _roots: dict[str, Element] = field(default_factory=dict[str, Element])

    @property
    def names(self) -> Collection[str]:
        return self.entries.keys()

    def root(self, part: str) -> Element:
        if part not in self._roots:
            self._roots[part] = self._parsed(part)
        return self._roots[part]

    def _parsed(self, part: str) -> Element:
        data = self.entries[part].replace(_STRICT, _TRANSITIONAL)
        try:
            return parse_xml(data, self.file)
        except DamagedFile:
            mended = mended_xml(data, self.file)
        if not mended.whole:
            self.cut.add(part)
        return mended.root

    def targets(self, source: str, kind: str) -> Iterator[str]:
        """By relation where there are any, else by the names that every program gives to such parts."""
        folder = posixpath.dirname(source)
        told = list(_targets(self, source, kind))
        usual = "(?:word/)?document" if kind == "officeDocument" else kind
        pattern = re.compile(re.escape(f"{folder}/" if folder else "") + rf"{usual}\d*\.xml", re.IGNORECASE)
        for part in told or sorted(filter(pattern.fullmatch, self.names)):
            if kind == "officeDocument" or self._readable(part) is not None:
                yield part

    def relations(self, source: str) -> Element | None:
        relationships, _ = _relationships(source)
        found = next((part for part in self.names if part.lower() == relationships.lower()), None)
        return self._readable(found) if found else None

    def _readable(self, part: str) -> Element | None:
        try:
            return self.root(part)
        except DamagedFile:
            self.left_out.add(part)
            return None
