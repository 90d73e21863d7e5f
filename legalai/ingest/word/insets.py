"""What stands in the text of a Word file and is no text of Word: pictures, diagrams, and files of other kinds.

Pictures are read by OCR like those of a PDF, where an engine is on this machine; what is not read is told.
"""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from legalai.errors import InputError
from legalai.ingest.confined import ConfinedReader
from legalai.ingest.guard import Element, parse_xml
from legalai.ingest.language import language_of
from legalai.ingest.ocr.bundle import BundleReader, Cropped, unreadable_pages, write_bundle
from legalai.ingest.ocr.engines import ENGINES_TO_INSTALL, find_engine
from legalai.ingest.pieces import Paragraph, Piece, paragraphs_in
from legalai.ingest.word.chunks import Chunk, read_chunk
from legalai.ingest.word.drawings import DIAGRAM, PICTURES, PictureKey, area_of, diagram_part, picture_key, texts_of
from legalai.ingest.word.opc import Package, W, part_bytes
from legalai.schema import Document, Issue, View

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# Square centimetres. A smaller picture is a logo, a seal or a signature; one not much larger may be, so that nothing is
# said where no words are found in it: from a twelfth of a page on it is.
_LEAST_AREA, _LARGE_AREA = 20.0, 50.0
_MOST_PICTURES = 500
_FEWEST_WORDS = 6
_FEWEST_IN_A_ROW = 2
_DELETED = (f"{W}del", f"{W}moveFrom")
_OF_READING = frozenset({"ocr-poor", "ocr-language"})

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
        return self.chunks.get(self.linked.get(element.get(f"{_R}id", ""), ""))

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
            part for each in body.iter(f"{W}altChunk") if (part := self.linked.get(each.get(f"{_R}id", "")))
        )
        for part, data in part_bytes(path, named).items():
            chunk = read_chunk(part, data, path.name, view, nesting)
            if chunk is not None:
                self.chunks[part] = chunk
                self.issues.extend(chunk.issues)

    def _read_pictures(self, path: Path, body: Element) -> None:
        areas = _pictures_in(body, self.linked)
        if not areas:
            return
        large = {key for key, area in areas.items() if area >= _LARGE_AREA}
        engine = find_engine()
        if engine is None:
            self._tell_unread(path.name, len(large), f"; if they show text, {ENGINES_TO_INSTALL}")
            return
        wanted = [key for key in areas if key is not None][:_MOST_PICTURES]
        data = part_bytes(path, {part for part, _ in wanted})
        bundle = {key: Cropped(data[key[0]], key[1]) for key in wanted if key[0] in data}
        found = _read_bundle(path.name, bundle)
        self.read |= {key: paragraphs for key, paragraphs in found.paragraphs.items() if _is_language(paragraphs)}
        shown = [key for key in self.read if isinstance(key, tuple)]
        self.ocr = bool(shown)
        if shown:
            number = f"{len(shown)} picture{'s' if len(shown) > 1 else ''} of text in"
            message = f"{number} {path.name} were read by OCR ({engine.name}), each where it stands."
            self.issues.append(Issue(code="ocr", severity="info", message=message))
            self.issues.extend(_of_reading(path.name, found.issues))
        left = [key for key in large if key not in self.read]
        opened = [key for key in left if key is not None and key in found.opened]
        self._tell_unread(path.name, len(left) - len(opened), ", as they cannot be opened here or are not in the file")
        if opened:
            message = f"{path.name} holds {_many(len(opened))} beside the text in which {engine.name} finds no words."
            self.issues.append(Issue(code="pictures-not-read", severity="info", message=message))

    def _tell_unread(self, name: str, count: int, why: str) -> None:
        if count > 0:
            self.unread = count
            message = f"{name} holds {_many(count)} beside the text, which were not read{why}."
            self.issues.append(Issue(code="pictures-not-read", severity="warning", message=message))


def _many(count: int) -> str:
    return f"{count} large picture{'s' if count > 1 else ''}"


def _pictures_in(body: Element, linked: Mapping[str, str]) -> dict[PictureKey | None, float]:
    """The pictures large enough to show text, in order, with the area of the largest place each stands in.

    Pictures that are not in the file come under None.
    """
    areas: dict[PictureKey | None, float] = {}
    for element in body.iter(*PICTURES):
        area = area_of(element)
        if area >= _LEAST_AREA and next(element.iterancestors(*_DELETED), None) is None:
            key = picture_key(element, linked)
            areas[key] = max(area, areas.get(key, 0.0))
    return areas


@dataclass(frozen=True, slots=True)
class _Found:
    """What was read of some pictures, those that could be opened, and the issues of the reading."""

    paragraphs: dict[PictureKey, tuple[Paragraph, ...]]
    opened: frozenset[PictureKey]
    issues: tuple[Issue, ...] = ()


def _read_bundle(name: str, bundle: Mapping[PictureKey, Cropped]) -> _Found:
    if not bundle:
        return _Found({}, frozenset())
    keys = tuple(bundle)
    with tempfile.TemporaryDirectory(prefix="legalai-") as folder:
        path = Path(folder) / name
        write_bundle(path, list(bundle.values()))
        try:
            document = ConfinedReader(BundleReader).read(path)
        except InputError:  # one of them takes too long or too much memory
            return _Found({}, frozenset())
    unreadable = unreadable_pages(document)
    opened = frozenset(key for page, key in enumerate(keys, start=1) if page not in unreadable)
    return _Found(_by_picture(document, keys), opened, document.issues)


def _by_picture(document: Document, keys: Sequence[PictureKey]) -> dict[PictureKey, tuple[Paragraph, ...]]:
    """The paragraphs of a bundle by the picture each begins on."""
    found: dict[PictureKey, list[Paragraph]] = {}
    for block, paragraph in zip(document.blocks, paragraphs_in(document), strict=True):
        page = document.text_map.page(block.start)
        found.setdefault(keys[(page or 1) - 1], []).append(paragraph)
    return {key: tuple(paragraphs) for key, paragraphs in found.items()}


def _is_language(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether they are words: a photograph is read as a few odd letters."""
    text = "\n".join("".join(piece.text for piece in paragraph.pieces) for paragraph in paragraphs)
    lines = [line.split() for line in text.split("\n")]
    words = [[word for word in line if _is_word(word)] for line in lines]
    # Two letters are a word of some language by chance.
    if language_of(" ".join(word for line in words for word in line)) != "und":
        return True
    in_rows = sum(len(line) for line in words if len(line) > _FEWEST_IN_A_ROW)
    return sum(map(len, words)) >= _FEWEST_WORDS and 2 * in_rows > sum(map(len, lines))


def _is_word(word: str) -> bool:
    return sum(map(str.isalpha, word)) > 2 or sum(map(str.isdigit, word)) > 1


def _of_reading(name: str, issues: Sequence[Issue]) -> Iterator[Issue]:
    """What the reading says of all pictures; it counts them as pages, of which this file has none."""
    for issue in issues:
        if issue.code == "ocr-poor":
            message = f"{name}: OCR is unsure of words in pictures; compare every quote from there with the picture."
            yield Issue(code=issue.code, severity=issue.severity, message=message)
        elif issue.code == "ocr-language":
            yield Issue(code=issue.code, severity=issue.severity, message=issue.message)
