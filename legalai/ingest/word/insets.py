"""What stands in the text of a Word file and is no text of Word: pictures, diagrams, and files of other kinds.

Pictures are read by OCR like those of a PDF, where an engine is on this machine; what is not read is told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from legalai.errors import InputError
from legalai.ingest.guard import Element, parse_xml
from legalai.ingest.ocr.inset_pictures import LEAST_AREA, Placed, read_pictures
from legalai.ingest.pieces import Paragraph, Piece
from legalai.ingest.word.chunks import Chunk, read_chunk
from legalai.ingest.word.drawing_names import R
from legalai.ingest.word.drawings import DIAGRAM, PICTURES, PictureKey, area_of, diagram_part, picture_key, texts_of
from legalai.ingest.word.opc import Package, W, part_bytes
from legalai.schema import Issue, View

_DELETED = (f"{W}del", f"{W}moveFrom")

_Key: TypeAlias = PictureKey | str


@dataclass
class Insets:
    """What was read of pictures, diagrams and files of other kinds, by where it comes from, and what is to be told.

    `ocr`: some of it was read off pictures; `unread`: how many large pictures nothing here reads.
    """

    linked: Mapping[str, str]
    read: dict[_Key, tuple[Paragraph, ...]] = field(default_factory=dict)
    chunks: dict[str, Chunk] = field(default_factory=dict[str, Chunk])
    issues: list[Issue] = field(default_factory=list[Issue])
    ocr: bool = False
    unread: int = 0

    @staticmethod
    def of(package: Package, body: Element, path: Path, view: View, nesting: int) -> "Insets":
        """Read all that stands in a body; `nesting`: how many files this one stands in."""
        insets = Insets(package.linked)
        insets._read_diagrams(path, body)
        insets._read_chunks(path, body, view, nesting)
        insets._read_pictures(path, body)
        return insets

    def paragraphs(self, element: Element) -> Sequence[Paragraph]:
        """What was read of a picture or diagram that the text has come to."""
        key = diagram_part(element, self.linked) if element.tag == DIAGRAM else picture_key(element, self.linked)
        return self.read.get(key, ()) if key is not None else ()

    def chunk(self, element: Element) -> Chunk | None:
        """What was read of a file that stands in the text; None where nothing was."""
        return self.chunks.get(self.linked.get(element.get(f"{R}id", ""), ""))

    def _read_diagrams(self, path: Path, body: Element) -> None:
        named = {part for each in body.iter(DIAGRAM) if (part := diagram_part(each, self.linked)) is not None}
        for part, data in part_bytes(path, named).items():
            try:
                texts = texts_of(parse_xml(data, path.name))
            except InputError:
                continue
            self.read[part] = tuple(Paragraph(pieces=(Piece(text),)) for text in texts)

    def _read_chunks(self, path: Path, body: Element, view: View, nesting: int) -> None:
        named = dict.fromkeys(
            part for each in body.iter(f"{W}altChunk") if (part := self.linked.get(each.get(f"{R}id", "")))
        )
        for part, data in part_bytes(path, named).items():
            chunk = read_chunk(part, data, path.name, view, nesting)
            if chunk is not None:
                self.chunks[part] = chunk
                self.issues.extend(chunk.issues)

    def _read_pictures(self, path: Path, body: Element) -> None:
        areas = _pictures_in(body, self.linked)
        data = part_bytes(path, {key[0] for key in areas if key is not None})
        pictures = {
            key: Placed(data.get(key[0]), area, key[1]) if key is not None else Placed(None, area)
            for key, area in areas.items()
        }
        found = read_pictures(path.name, pictures)
        self.read |= {key: paragraphs for key, paragraphs in found.paragraphs.items() if key is not None}
        self.issues.extend(found.issues)
        self.ocr, self.unread = bool(found.paragraphs), found.unread


def _pictures_in(body: Element, linked: Mapping[str, str]) -> dict[PictureKey | None, float]:
    """The pictures large enough to show text, in order, with the area of the largest place each stands in.

    Pictures that are not in the file come under None.
    """
    areas: dict[PictureKey | None, float] = {}
    for element in body.iter(*PICTURES):
        area = area_of(element)
        if area >= LEAST_AREA and next(element.iterancestors(*_DELETED), None) is None:
            key = picture_key(element, linked)
            areas[key] = max(area, areas.get(key, 0.0))
    return areas
