"""The parts of a Word file, to be changed one by one and put back: what is not touched stays byte for byte."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from legalai.errors import DamagedFile
from legalai.ingest.guard import Element, open_archive, parse_xml, read_part

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES_PART = "[Content_Types].xml"
# Strict files (ISO/IEC 29500-1) differ from transitional ones (29500-4) by namespace, as far as is written here.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True)
class Relation:
    """A relation of one part to another, by the last word of its type."""

    id: str
    kind: str
    part: str


@dataclass(frozen=True)
class WordFile:
    """A Word file as its parts in their order; `main` is the part that holds the text."""

    name: str
    infos: tuple[ZipInfo, ...]
    parts: Mapping[str, bytes]
    main: str
    strict: bool

    @classmethod
    def open(cls, path: Path) -> "WordFile":
        """Raises: DamagedFile where there is no main part, and what `guard` raises."""
        with open_archive(path) as archive:
            infos = tuple(info for info in archive.infolist() if not info.is_dir())
            parts = {info.filename: read_part(archive, info.filename, path.name) for info in infos}
        opened = cls(path.name, infos, parts, "", False)
        main = opened.related("", "officeDocument")
        if main is None:
            raise DamagedFile(f"{path.name} holds no document part: open it in Word and save it again.")
        return replace(opened, main=main, strict=_STRICT in parts[main])

    def root(self, part: str) -> Element:
        """A part as a tree of its own, in the transitional namespace whichever it is written in."""
        return parse_xml(self.parts[part].replace(_STRICT, _TRANSITIONAL), self.name)

    def put(self, changed: Mapping[str, bytes]) -> "WordFile":
        """The file with some parts changed or added."""
        known = {info.filename for info in self.infos}
        added = tuple(_info(name) for name in changed if name not in known)
        return replace(self, infos=(*self.infos, *added), parts={**self.parts, **changed})

    def put_roots(self, changed: Mapping[str, Element]) -> "WordFile":
        """The file with some parts changed or added, given as trees."""
        return self.put({part: self._bytes(root) for part, root in changed.items()})

    def relations(self, source: str) -> tuple[Relation, ...]:
        """What a part ("" for the package) names in this file."""
        part = relations_part(source)
        if part not in self.parts:
            return ()
        folder = posixpath.dirname(source)
        found: list[Relation] = []
        for each in self.root(part).iter(f"{{{_RELATIONSHIPS}}}Relationship"):
            target = each.get("Target", "")
            full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            if each.get("TargetMode") != "External" and full in self.parts:
                found.append(Relation(each.get("Id", ""), each.get("Type", "").rsplit("/", 1)[-1], full))
        return tuple(found)

    def related(self, source: str, kind: str) -> str | None:
        """The first part that another names by a kind of relation."""
        return next((each.part for each in self.relations(source) if each.kind == kind), None)

    def xml_parts(self) -> tuple[str, ...]:
        """The parts that are XML by their name."""
        return tuple(name for name in self.parts if name.endswith((".xml", ".rels", ".vml")))

    def with_part(self, part: str, root: Element, *, kind: str, content_type: str) -> "WordFile":
        """The file with a part that its main part names by a new relation (OPC, ISO/IEC 29500-2)."""
        relations = relations_part(self.main)
        tree = self.root(relations) if relations in self.parts else _new_root(_RELATIONSHIPS, "Relationships")
        taken = {each.get("Id") for each in tree}
        identity = next(name for number in range(1, len(taken) + 2) if (name := f"rId{number}") not in taken)
        target = posixpath.relpath(part, posixpath.dirname(self.main) or ".")
        office = _office(tree)
        etree.SubElement(
            tree, f"{{{_RELATIONSHIPS}}}Relationship", {"Id": identity, "Type": f"{office}/{kind}", "Target": target}
        )
        types = self.root(TYPES_PART)
        etree.SubElement(
            types, f"{{{_CONTENT_TYPES}}}Override", {"PartName": f"/{part}", "ContentType": content_type}
        )  # fmt: skip
        return self.put_roots({relations: tree, TYPES_PART: types, part: root})

    def as_bytes(self) -> bytes:
        """The file, zipped: each part as it was packed before."""
        held = BytesIO()
        with ZipFile(held, "w") as archive:
            for info in self.infos:
                fresh = ZipInfo(info.filename, info.date_time)
                fresh.external_attr = info.external_attr
                archive.writestr(fresh, self.parts[info.filename], compress_type=info.compress_type)
        return held.getvalue()

    def _bytes(self, root: Element) -> bytes:
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return data.replace(_TRANSITIONAL, _STRICT) if self.strict else data


def relations_part(source: str) -> str:
    """The part that holds the relations of another; "" is the package."""
    folder, leaf = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{leaf}.rels")


def _office(relations: Element) -> str:
    """The prefix that this file's own relations have: strict files have another."""
    kinds = (each.get("Type", "").rsplit("/", 1)[0] for each in relations)
    return next((kind for kind in kinds if "officeDocument" in kind and "relationships" in kind), _OFFICE)


def _new_root(namespace: str, name: str) -> Element:
    return etree.Element(f"{{{namespace}}}{name}", nsmap={None: namespace})


def _info(name: str) -> ZipInfo:
    info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.compress_type = ZIP_DEFLATED
    return info
